using Microsoft.EntityFrameworkCore;
using Yingpan.Collections.Data;
using Yingpan.Collections.Public;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Orders.Public;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Timelines;

namespace Yingpan.Collections.Receipts;

/// <summary>Money that came in on his orders, on its day.</summary>
internal sealed class ReceiptEvents(AppDb db, Reach reach, CompanyClock clock) : ITimelineSource
{
    public string? Entity => "customers_customer";

    public string Kind => "receipt";

    public Permission Permission => CollectionsPermissions.Read;

    public async Task<IReadOnlyList<TimelineEntry>> Of(TimelineQuestion asked, CancellationToken cancel)
    {
        var (ids, day) = (asked.Ids.Select(CustomerId.From).ToList(), clock.DayOf(asked.Until));
        var orders = db.OrderCards.VisibleTo(reach, CollectionsPermissions.Read).Where(order => ids.Contains(order.CustomerId));
        var receipts = await db.Set<Receipt>().AsNoTracking().Where(receipt => receipt.ReceivedOn <= day)
            .Join(orders, receipt => receipt.OrderId, order => order.Id, (receipt, order) => new { receipt.Id, receipt.Number, receipt.ReceivedOn, receipt.Amount, Order = order.Number })
            .OrderByDescending(receipt => receipt.ReceivedOn).ThenByDescending(receipt => receipt.Number).Take(asked.Most).ToListAsync(cancel);
        return [.. receipts.Select(receipt => new TimelineEntry
        {
            At = clock.StartOf(receipt.ReceivedOn),
            IsDay = true,
            What = "receipt",
            Params = new Dictionary<string, object?> { ["number"] = receipt.Number, ["order"] = receipt.Order },
            Amount = receipt.Amount,
            Link = $"/receipts?open={receipt.Id}",
        })];
    }
}

/// <summary>What came in from each in a month.</summary>
internal sealed class ReceiptFigures(AppDb db, Reach reach) : ICustomerFigures
{
    public async Task<IReadOnlyList<CustomerFigure>> Of(IReadOnlyCollection<CustomerId> customers, Month month, CancellationToken cancel)
    {
        if (!reach.Caller.May(CollectionsPermissions.Read))
        {
            return [];
        }

        var (first, last) = (month.First, month.Last);
        var orders = db.OrderCards.VisibleTo(reach, CollectionsPermissions.Read).Where(order => customers.Contains(order.CustomerId));
        var sums = await db.Set<Receipt>().AsNoTracking().Where(receipt => receipt.ReceivedOn >= first && receipt.ReceivedOn <= last)
            .Join(orders, receipt => receipt.OrderId, order => order.Id, (receipt, order) => new { order.CustomerId, receipt.Amount })
            .GroupBy(receipt => receipt.CustomerId).Select(group => new { group.Key, Count = group.Count(), Minor = group.Sum(receipt => (long)(object)receipt.Amount) })
            .ToDictionaryAsync(group => group.Key, cancel);
        return [.. customers.Select(customer => new CustomerFigure(customer, "receipts", sums.GetValueOrDefault(customer)?.Count ?? 0, new Money(sums.GetValueOrDefault(customer)?.Minor ?? 0)))];
    }
}
