using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Collections.Data;
using Yingpan.Collections.Public;
using Yingpan.Kernel;
using Yingpan.Orders.Public;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Numbers;

namespace Yingpan.Collections.Receipts;

internal abstract record ReceiptRequest : IChecked
{
    public required DateOnly ReceivedOn { get; init; }

    public required Money Amount { get; init; }

    public required ReceiptMethod Method { get; init; }

    public string? Reference { get; init; }

    public virtual void Check(Check check)
    {
        check.Day("receivedOn", ReceivedOn);
        check.Positive("amount", Amount);
        check.OptionalText("reference", Reference, 100);
    }

    /// <summary>The order must be locked: two receipts at once must not both find room for themselves.</summary>
    protected internal async Task CheckRoom(AppDb db, OrderCard order, ReceiptId? self, CancellationToken cancel)
    {
        var collected = await Collected.On(db, order.Id, self, cancel);
        if (Amount > order.Amount - collected)
        {
            throw Refusal.Faulty([Fault.At("amount", "collections.over", ("open", order.Amount - collected), ("number", order.Number))]);
        }
    }
}

internal static class Collected
{
    public static async Task<Money> On(AppDb db, OrderId order, ReceiptId? without, CancellationToken cancel) =>
        new(await db.Set<Receipt>().Where(receipt => receipt.OrderId == order && receipt.Id != without)
            .SumAsync(receipt => (long)(object)receipt.Amount, cancel));
}

/// <summary>POST /api/receipts</summary>
internal static class AddReceipt
{
    public sealed record Request : ReceiptRequest
    {
        public required OrderId OrderId { get; init; }

        /// <summary>Left out, the next receipt number is given.</summary>
        public string? Number { get; init; }

        public override void Check(Check check)
        {
            base.Check(check);
            check.OptionalText("number", Number, 40);
        }
    }

    public static async Task<Created<Saved<ReceiptId>>> Handle(
        Request request, AppDb db, Reach reach, NumberSequences numbers, TimeProvider clock, CancellationToken cancel)
    {
        await db.LockOrder(request.OrderId, cancel);
        var order = await db.OrderCards.VisibleTo(reach, CollectionsPermissions.Edit).FirstOrDefaultAsync(order => order.Id == request.OrderId, cancel);
        var number = request.Number.CleanOrNull();
        var check = new Check();
        check.That(order is not null, "orderId", "record.not-found");
        check.That(order is null || order.IsConfirmed, "orderId", "collections.not-confirmed", ("number", order?.Number));
        check.That(number is null || !await db.Set<Receipt>().AnyAsync(receipt => receipt.Number == number, cancel), "number", "record.number-taken", ("number", number));
        check.ThrowIfAny();
        await request.CheckRoom(db, order!, null, cancel);
        var receipt = new Receipt
        {
            Id = Id.New<ReceiptId>(),
            Number = number ?? await numbers.Take("receipts", db.Set<Receipt>().Select(receipt => receipt.Number), cancel),
            OrderId = request.OrderId,
            ReceivedOn = request.ReceivedOn,
            Amount = request.Amount,
            Method = request.Method,
            Reference = request.Reference.CleanOrNull(),
            CreatedAt = clock.GetUtcNow(),
        };
        db.Add(receipt);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/receipts/{receipt.Id}", new Saved<ReceiptId>(receipt.Id, receipt.Version));
    }
}

/// <summary>PUT /api/receipts/{id}</summary>
internal static class EditReceipt
{
    public sealed record Request : ReceiptRequest;

    public static async Task<Saved<ReceiptId>> Handle(
        ReceiptId id, Request request, IfMatch seen, AppDb db, Reach reach, CancellationToken cancel)
    {
        var receipt = await ReceiptLookup.Find(db, id, reach, cancel);
        db.Expect(receipt, seen);
        var order = await db.LockOrder(receipt.OrderId, cancel);
        await request.CheckRoom(db, order!, id, cancel);
        receipt.ReceivedOn = request.ReceivedOn;
        receipt.Amount = request.Amount;
        receipt.Method = request.Method;
        receipt.Reference = request.Reference.CleanOrNull();
        await db.SaveChangesAsync(cancel);
        return new Saved<ReceiptId>(receipt.Id, receipt.Version);
    }
}

/// <summary>DELETE /api/receipts/{id}: a mistaken entry; the trail keeps it.</summary>
internal static class RemoveReceipt
{
    public static async Task<NoContent> Handle(ReceiptId id, AppDb db, Reach reach, CancellationToken cancel)
    {
        db.Remove(await ReceiptLookup.Find(db, id, reach, cancel));
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>GET /api/orders/{id}/collected: what came in on an order, and what is open.</summary>
internal static class ReadCollected
{
    public sealed record View(Money Amount, Money Collected, Money Open);

    public static async Task<View> Handle(OrderId id, AppDb db, Reach reach, CancellationToken cancel)
    {
        var order = await db.OrderCards.VisibleTo(reach, CollectionsPermissions.Read).FirstOrDefaultAsync(order => order.Id == id, cancel)
            ?? throw Refusal.NotFound("record.not-found");
        var collected = await Collected.On(db, id, null, cancel);
        return new View(order.Amount, collected, order.Amount - collected);
    }
}

internal static class ReceiptLookup
{
    public static async Task<Receipt> Find(AppDb db, ReceiptId id, Reach reach, CancellationToken cancel) =>
        await (
            from receipt in db.Set<Receipt>()
            join order in db.OrderCards.VisibleTo(reach, CollectionsPermissions.Edit) on receipt.OrderId equals order.Id
            where receipt.Id == id
            select receipt).FirstOrDefaultAsync(cancel) ?? throw Refusal.NotFound("record.not-found");
}

/// <summary>An order on which money came in is not simply cancelled.</summary>
internal sealed class ReceiptsOnOrder(AppDb db) : IOrderUse
{
    public async Task<string?> InTheWay(OrderId order, CancellationToken cancel) =>
        await db.Set<Receipt>().AnyAsync(receipt => receipt.OrderId == order, cancel) ? "collections.order-has-receipts" : null;
}
