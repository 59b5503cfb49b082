using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Timelines;

namespace Yingpan.Customers.Timeline;

/// <summary>What was decided of his credit, and what was asked for.</summary>
internal sealed class CreditEvents(AppDb db) : ITimelineSource
{
    public string? Entity => ReadTimeline.Entity;

    public string Kind => "credit";

    public Permission Permission => CustomersPermissions.Read;

    public async Task<IReadOnlyList<TimelineEntry>> Of(TimelineQuestion asked, CancellationToken cancel)
    {
        var (ids, until) = (asked.Ids.Select(CustomerId.From).ToList(), asked.Until);
        var lines = await db.Set<CustomerCredit>().AsNoTracking().Where(line => ids.Contains(line.CustomerId) && line.At <= until)
            .OrderByDescending(line => line.At).ThenBy(line => line.Id).Take(asked.Most).ToListAsync(cancel);
        var wishes = await db.Set<CreditRequest>().AsNoTracking().Where(request => ids.Contains(request.CustomerId) && request.At <= until)
            .OrderByDescending(request => request.At).ThenBy(request => request.Id).Take(asked.Most).ToListAsync(cancel);
        return
        [
            .. lines.Select(line => new TimelineEntry
            {
                At = line.At,
                What = line.Deed switch
                {
                    CreditDeed.Held => line.HeldUntil is null ? "credit-held" : "credit-held-until",
                    CreditDeed.Released => "credit-released",
                    _ => line.Limit is null ? "credit-set" : "credit-set-limit",
                },
                Params = new Dictionary<string, object?> { ["rating"] = line.Rating ?? "timeline.no-grade", ["limit"] = line.Limit, ["until"] = line.HeldUntil },
                PersonId = line.ById,
                Text = line.Reason,
            }),
            .. wishes.Select(request => new TimelineEntry
            {
                At = request.At,
                What = request.Wish == CreditWish.Limit ? "credit-asked-limit" : "credit-asked-release",
                Params = new Dictionary<string, object?> { ["limit"] = request.Limit },
                PersonId = request.ById,
                Text = request.Reason,
            }),
        ];
    }
}
