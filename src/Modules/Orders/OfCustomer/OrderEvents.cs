using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Public;
using Yingpan.Customers.Public;
using Yingpan.Orders.Booking;
using Yingpan.Orders.Data;
using Yingpan.Orders.Public;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Audit;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Timelines;

namespace Yingpan.Orders.OfCustomer;

/// <summary>Each order on its order day, and the instants at which it was confirmed or called off, as far as the trail tells them.</summary>
internal sealed class OrderEvents(AppDb db, Reach reach, CompanyClock clock) : ITimelineSource
{
    private const string Table = "orders_order";

    public string? Entity => "customers_customer";

    public string Kind => "order";

    public Permission Permission => OrdersPermissions.Read;

    public async Task<IReadOnlyList<TimelineEntry>> Of(TimelineQuestion asked, CancellationToken cancel)
    {
        var ids = asked.Ids.Select(CustomerId.From).ToList();
        var (until, day) = (asked.Until, clock.DayOf(asked.Until));
        var seen = db.Set<Order>().AsNoTracking().VisibleTo(reach, OrdersPermissions.Read).Where(order => ids.Contains(order.CustomerId));
        var orders = await seen.Where(order => order.OrderedOn <= day).OrderByDescending(order => order.OrderedOn).ThenByDescending(order => order.Number).Take(asked.Most)
            .Select(order => new { order.Id, order.Number, order.OrderedOn, order.State, order.Amount, order.SalespersonId }).ToListAsync(cancel);
        var numbers = await seen.Select(order => new { order.Id, order.Number }).ToDictionaryAsync(order => order.Id.ToString(), order => order.Number, cancel);
        var keys = numbers.Keys.ToList();
        var lines = await db.Set<AuditEntry>().AsNoTracking()
            .Where(line => line.Entity == Table && keys.Contains(line.EntityId) && line.Action == AuditAction.Changed && line.At <= until
                && (EF.Functions.Like(line.Changes, "%\"state\":[%\"Confirmed\"]%") || EF.Functions.Like(line.Changes, "%\"state\":[%\"Cancelled\"]%")))
            .OrderByDescending(line => line.At).ThenByDescending(line => line.Id).Take(asked.Most).ToListAsync(cancel);
        return
        [
            .. orders.Select(order => new TimelineEntry
            {
                At = clock.StartOf(order.OrderedOn),
                IsDay = true,
                What = order.State switch { OrderState.Draft => "order-draft", OrderState.Cancelled => "order-cancelled", _ => "order" },
                Params = new Dictionary<string, object?> { ["number"] = order.Number },
                PersonId = order.SalespersonId,
                Amount = order.Amount,
                Link = $"/orders?open={order.Id}",
            }),
            .. lines.Select(line => new TimelineEntry
            {
                At = line.At,
                What = line.Changes.Contains("\"Cancelled\"]", StringComparison.Ordinal) ? "order-called-off" : "order-confirmed",
                Params = new Dictionary<string, object?> { ["number"] = numbers[line.EntityId] },
                PersonId = line.PersonId,
                Link = $"/orders?open={line.EntityId}",
            }),
        ];
    }
}

/// <summary>What was asked about his orders, and what came of it: told to who sees the order, as its page does.</summary>
internal sealed class OrderRequestEvents(AppDb db, Reach reach) : ITimelineSource
{
    public string? Entity => "customers_customer";

    public string Kind => "approval";

    public Permission Permission => OrdersPermissions.Read;

    public async Task<IReadOnlyList<TimelineEntry>> Of(TimelineQuestion asked, CancellationToken cancel)
    {
        var (ids, until) = (asked.Ids.Select(CustomerId.From).ToList(), asked.Until);
        var orders = db.Set<Order>().AsNoTracking().VisibleTo(reach, OrdersPermissions.Read).Where(order => ids.Contains(order.CustomerId));
        var numbers = await orders.Where(order => order.ApprovalId != null).Select(order => new { order.Id, order.Number, order.ApprovalId }).ToDictionaryAsync(order => order.ApprovalId!.Value, cancel);
        var requests = numbers.Keys.ToList();
        var cards = await db.ApprovalCards.Where(card => requests.Contains(card.Id) && card.Kind == OrderTerms.Kind).ToListAsync(cancel);
        return [.. cards.SelectMany(card => new[]
            {
                Entry(card, card.SubmittedAt, "request-submitted", numbers[card.Id].Number, $"{numbers[card.Id].Id}"),
                card is { FinishedAt: { } at, Result: { } result } ? Entry(card, at, WhatOf(result), numbers[card.Id].Number, $"{numbers[card.Id].Id}") : null,
            }).OfType<TimelineEntry>().Where(entry => entry.At <= until).OrderByDescending(entry => entry.At).ThenBy(entry => entry.What, StringComparer.Ordinal).Take(asked.Most)];
    }

    private static string WhatOf(ApprovalResult result) => result switch
    {
        ApprovalResult.Approved => "request-approved",
        ApprovalResult.Refused => "request-refused",
        ApprovalResult.Returned => "request-returned",
        _ => "request-withdrawn",
    };

    private static TimelineEntry Entry(ApprovalCard card, DateTimeOffset at, string what, string order, string id) => new()
    {
        At = at,
        What = what,
        Params = new Dictionary<string, object?> { ["number"] = card.Number, ["order"] = order },
        PersonId = what == "request-submitted" ? card.ApplicantId : null,
        Link = $"/orders?open={id}",
    };
}
