using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Orders.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Orders.Public;

public readonly record struct OrderId(Guid Value) : IId<OrderId>
{
    public static OrderId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out OrderId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public static class OrdersPermissions
{
    public static readonly Permission Read = new("orders.read", InTerritories: true);
    public static readonly Permission Edit = new("orders.edit", InTerritories: true);
    public static readonly Permission Import = new("orders.import");

    /// <summary>Fields of the house's own that are sensitive.</summary>
    public static readonly Permission Sensitive = new("orders.sensitive", Scoped: false);

    public static IReadOnlyList<Permission> All => [Read, Edit, Import, Sensitive];
}

/// <summary>An order as other modules see it.</summary>
public sealed record OrderCard : IOwned<OrderCard>
{
    public required OrderId Id { get; init; }

    public required string Number { get; init; }

    public required CustomerId CustomerId { get; init; }

    /// <summary>Who made the sale; null for a sale without a salesperson (internet, shop).</summary>
    public PersonId? OwnerId { get; init; }

    public TerritoryId? TerritoryId { get; init; }

    public required DateOnly OrderedOn { get; init; }

    public required Money Amount { get; init; }

    /// <summary>Counts as a sale: neither a draft nor cancelled.</summary>
    public required bool IsConfirmed { get; init; }

    static Expression<Func<OrderCard, PersonId?>> IOwned<OrderCard>.Owner { get; } = order => order.OwnerId;

    static Expression<Func<OrderCard, TerritoryId?>>? IOwned<OrderCard>.Territory { get; } = order => order.TerritoryId;
}

/// <summary>
/// What was sold in a month by whom, from which unit, in which territory. Kept up to date with each order in its own transaction, so that
/// a board reads a few hundred rows however long the history is. <see cref="Guid.Empty"/> in a key part is "none".
/// </summary>
public sealed record MonthlySalesRow : IOwned<MonthlySalesRow>
{
    public required Month Month { get; init; }

    public required PersonId SalespersonId { get; init; }

    public required UnitId UnitId { get; init; }

    public required TerritoryId TerritoryId { get; init; }

    public required int Orders { get; init; }

    public required Money Amount { get; init; }

    static Expression<Func<MonthlySalesRow, PersonId?>> IOwned<MonthlySalesRow>.Owner { get; } = row => row.SalespersonId;

    static Expression<Func<MonthlySalesRow, TerritoryId?>>? IOwned<MonthlySalesRow>.Territory { get; } = row => row.TerritoryId;
}

/// <summary>What a confirmed order counts for, day by day: the edges of a period that does not begin or end with a month.</summary>
public sealed record SaleRow : IOwned<SaleRow>
{
    public required OrderId Id { get; init; }

    public required DateOnly OrderedOn { get; init; }

    public PersonId? OwnerId { get; init; }

    public UnitId? UnitId { get; init; }

    public TerritoryId? TerritoryId { get; init; }

    public required Money Amount { get; init; }

    static Expression<Func<SaleRow, PersonId?>> IOwned<SaleRow>.Owner { get; } = sale => sale.OwnerId;

    static Expression<Func<SaleRow, TerritoryId?>>? IOwned<SaleRow>.Territory { get; } = sale => sale.TerritoryId;
}

/// <summary>Asked before an order is cancelled; answered by whoever hangs something on orders that must not be left hanging.</summary>
public interface IOrderUse
{
    /// <summary>Null when nothing stands in the way, else the code of the reason.</summary>
    Task<string?> InTheWay(OrderId order, CancellationToken cancel);
}

public static class OrdersViews
{
    extension(AppDb db)
    {
        public IQueryable<OrderCard> OrderCards => db.Set<Order>().Select(order => new OrderCard
        {
            Id = order.Id,
            Number = order.Number,
            CustomerId = order.CustomerId,
            OwnerId = order.SalespersonId,
            TerritoryId = order.TerritoryId,
            OrderedOn = order.OrderedOn,
            Amount = order.Amount,
            IsConfirmed = order.State == OrderState.Confirmed,
        });

        public IQueryable<MonthlySalesRow> MonthlySales => db.Set<MonthlySales>().Select(row => new MonthlySalesRow
        {
            Month = row.Month,
            SalespersonId = row.SalespersonId,
            UnitId = row.UnitId,
            TerritoryId = row.TerritoryId,
            Orders = row.Orders,
            Amount = row.Amount,
        });

        public IQueryable<SaleRow> Sales => db.Set<Order>().Where(order => order.State == OrderState.Confirmed).Select(order => new SaleRow
        {
            Id = order.Id,
            OrderedOn = order.OrderedOn,
            OwnerId = order.SalespersonId,
            UnitId = order.UnitId,
            TerritoryId = order.TerritoryId,
            Amount = order.Amount,
        });
    }

    /// <summary>The order, locked until the transaction ends, so that what hangs on its amount can be counted safely.</summary>
    public static async Task<OrderCard?> LockOrder(this AppDb db, OrderId id, CancellationToken cancel)
    {
        await db.Locked<Order>(id.Value).AsNoTracking().LoadAsync(cancel);
        return await db.OrderCards.FirstOrDefaultAsync(order => order.Id == id, cancel);
    }

    /// <summary>A foreign key to an order, declared in the table of another module.</summary>
    public static void RefersToOrder<T>(this EntityTypeBuilder<T> table, Expression<Func<T, object?>> key) where T : class =>
        table.HasOne<Order>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);
}
