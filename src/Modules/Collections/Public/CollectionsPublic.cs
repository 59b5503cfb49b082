using Yingpan.Collections.Data;
using Yingpan.Kernel;
using Yingpan.Orders.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;

namespace Yingpan.Collections.Public;

public readonly record struct ReceiptId(Guid Value) : IId<ReceiptId>
{
    public static ReceiptId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ReceiptId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public static class CollectionsPermissions
{
    /// <summary>Reaches the receipts of the orders of the people reached.</summary>
    public static readonly Permission Read = new("collections.read", InTerritories: true);
    public static readonly Permission Edit = new("collections.edit", InTerritories: true);
    public static readonly Permission Import = new("collections.import", InTerritories: true);

    public static IReadOnlyList<Permission> All => [Read, Edit, Import];
}

/// <summary>Money received on an order, as other modules see it.</summary>
public sealed record ReceiptCard
{
    public required ReceiptId Id { get; init; }

    public required OrderId OrderId { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required Money Amount { get; init; }
}

public static class CollectionsViews
{
    extension(AppDb db)
    {
        public IQueryable<ReceiptCard> ReceiptCards => db.Set<Receipt>().Select(receipt => new ReceiptCard
        {
            Id = receipt.Id,
            OrderId = receipt.OrderId,
            ReceivedOn = receipt.ReceivedOn,
            Amount = receipt.Amount,
        });
    }
}
