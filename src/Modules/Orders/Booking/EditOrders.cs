using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Orders.Data;
using Yingpan.Orders.Public;
using Yingpan.Orders.Totals;
using Yingpan.Organization.Public;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Numbers;
using Yingpan.Territories.Public;
using Yingpan.Territories.Public.Rules;

namespace Yingpan.Orders.Booking;

/// <summary>POST /api/orders: as a draft, or confirmed at once.</summary>
internal static class AddOrder
{
    public sealed record Request : OrderRequest
    {
        /// <summary>Made by the client, where an entry may be sent twice from a bad line; otherwise left out.</summary>
        public OrderId? Id { get; init; }

        /// <summary>Left out, the next order number is given.</summary>
        public string? Number { get; init; }

        /// <summary>True counts it as a sale from its order day on.</summary>
        public bool Confirm { get; init; }

        public override void Check(Check check)
        {
            base.Check(check);
            check.OptionalText("number", Number, 40);
        }
    }

    public static async Task<Created<Saved<OrderId>>> Handle(
        Request request, AppDb db, Reach reach, OrderTerms terms, CreditGate credit, NumberSequences numbers, SalesTotals totals, CustomValues<OrderId> fields, CompanyClock clock, CancellationToken cancel)
    {
        var number = request.Number.CleanOrNull();
        var check = new Check();
        check.That(number is null || !await db.Set<Order>().AnyAsync(order => order.Number == number, cancel), "number", "record.number-taken", ("number", number));
        var customer = await request.CheckReferences(db, reach, check, null, cancel);
        var custom = await fields.Check(request, null, clock.Today, check, cancel);
        check.ThrowIfAny();
        var order = new Order
        {
            Id = request.Id ?? Id.New<OrderId>(),
            Number = number ?? await numbers.Take("orders", db.Set<Order>().Select(order => order.Number), cancel),
            CustomerId = request.CustomerId,
            OrderedOn = request.OrderedOn,
            State = request.Confirm ? OrderState.Confirmed : OrderState.Draft,
            Amount = Money.Zero,
            CreatedAt = clock.Now,
        };
        await request.WriteTo(order, customer!, db, cancel);
        await TerritoryGuard.Require(db, clock, TerritoryAct.Order, order.SalespersonId, order.TerritoryId, order.Id.Value, order.Number, cancel);
        if (request.Confirm)
        {
            await terms.RequireForConfirmation(order, cancel);
            order.IsOverCredit = await credit.Require(order.CustomerId, order.Amount, cancel);
            await BookCosts.Of(order, db, cancel);
        }

        db.Add(order);
        await fields.Write(custom, order.Id, null, cancel);
        await db.SaveChangesAsync(cancel);
        await totals.Move(null, SalesMark.Of(order), cancel);
        return TypedResults.Created($"/api/orders/{order.Id}", new Saved<OrderId>(order.Id, order.Version));
    }
}

/// <summary>PUT /api/orders/{id}: while it is a draft.</summary>
internal static class EditOrder
{
    public sealed record Request : OrderRequest;

    public static async Task<Saved<OrderId>> Handle(
        OrderId id, Request request, IfMatch seen, AppDb db, Reach reach, OrderTerms terms, CustomValues<OrderId> fields, CompanyClock clock, CancellationToken cancel)
    {
        // Locked first: of two who replace the lines at once, the second must see those of the first, and that he came too late.
        var order = await terms.Locked(id, reach, cancel);
        db.Expect(order, seen);
        order.MustBe(OrderState.Draft);
        var check = new Check();
        var customer = await request.CheckReferences(db, reach, check, order, cancel);
        var custom = await fields.Check(request, id, clock.DayOf(order.CreatedAt), check, cancel);
        check.ThrowIfAny();
        await db.Entry(order).Collection(order => order.Lines).LoadAsync(cancel);
        if (request.HasOtherTerms(order))
        {
            await terms.Change(order, cancel);
        }

        db.RemoveRange(order.Lines);
        await db.SaveChangesAsync(cancel);
        var lay = (order.SalespersonId, order.TerritoryId);
        await request.WriteTo(order, customer!, db, cancel);
        // What was accepted once is not asked again because something else of it changes.
        if (lay != (order.SalespersonId, order.TerritoryId))
        {
            await TerritoryGuard.Require(db, clock, TerritoryAct.Order, order.SalespersonId, order.TerritoryId, order.Id.Value, order.Number, cancel);
        }

        await fields.Write(custom, id, order, cancel);
        // The order is the record that people look at: its version moves also when only lines have changed.
        db.Entry(order).Property(order => order.Version).IsModified = true;
        await db.SaveChangesAsync(cancel);
        return new Saved<OrderId>(order.Id, order.Version);
    }
}

/// <summary>POST /api/orders/{id}/confirm</summary>
internal static class ConfirmOrder
{
    public static async Task<Saved<OrderId>> Handle(
        OrderId id, IfMatch seen, AppDb db, Reach reach, OrderTerms terms, CreditGate credit, SalesTotals totals, CancellationToken cancel)
    {
        var order = await terms.Locked(id, reach, cancel);
        db.Expect(order, seen);
        order.MustBe(OrderState.Draft);
        await terms.RequireForConfirmation(order, cancel);
        order.IsOverCredit = await credit.Require(order.CustomerId, order.Amount, cancel);
        order.State = OrderState.Confirmed;
        await BookCosts.Of(order, db, cancel);
        await db.SaveChangesAsync(cancel);
        await totals.Move(null, SalesMark.Of(order), cancel);
        return new Saved<OrderId>(order.Id, order.Version);
    }
}

/// <summary>POST /api/orders/{id}/cancel: with the reason. Refused while something hangs on it.</summary>
internal static class CancelOrder
{
    public sealed record Request : IChecked
    {
        public required string Reason { get; init; }

        public void Check(Check check) => check.Text("reason", Reason, 200, lines: true);
    }

    public static async Task<Saved<OrderId>> Handle(
        OrderId id, Request request, IfMatch seen, AppDb db, Reach reach, SalesTotals totals, IEnumerable<IOrderUse> uses, CancellationToken cancel)
    {
        // Locked first, so that no receipt is booked between the question and the cancellation.
        await db.LockOrder(id, cancel);
        var order = await db.Find(id, reach, cancel);
        db.Expect(order, seen);
        order.MustBe(OrderState.Confirmed);
        foreach (var use in uses)
        {
            if (await use.InTheWay(id, cancel) is { } reason)
            {
                throw Refusal.Conflict(reason, ("number", order.Number));
            }
        }

        var before = SalesMark.Of(order);
        order.State = OrderState.Cancelled;
        order.CancelReason = request.Reason.Clean();
        await db.SaveChangesAsync(cancel);
        await totals.Move(before, null, cancel);
        return new Saved<OrderId>(order.Id, order.Version);
    }
}

/// <summary>DELETE /api/orders/{id}: a draft only; what was once agreed is cancelled, not forgotten.</summary>
internal static class RemoveOrder
{
    public static async Task<NoContent> Handle(OrderId id, AppDb db, Reach reach, OrderTerms terms, CustomValues<OrderId> fields, CancellationToken cancel)
    {
        var order = await terms.Locked(id, reach, cancel);
        order.MustBe(OrderState.Draft);
        await fields.Removed(id, cancel);
        await terms.Drop(order, cancel);
        db.Remove(order);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}

internal static class OrderLookup
{
    public static async Task<Order> Find(this AppDb db, OrderId id, Reach reach, CancellationToken cancel) =>
        await db.Set<Order>().VisibleTo(reach, OrdersPermissions.Edit).FirstOrDefaultAsync(order => order.Id == id, cancel)
            ?? throw Refusal.NotFound("record.not-found");

    public static void MustBe(this Order order, OrderState state)
    {
        if (order.State != state)
        {
            throw Refusal.Conflict($"orders.is-{order.State.ToString().ToLowerInvariant()}", ("number", order.Number));
        }
    }
}
