using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Timelines;

namespace Yingpan.Customers.Timeline;

/// <summary>That he was on a list before he was a customer: for what, since when, by whose work.</summary>
internal sealed class NameEvents(AppDb db) : ITimelineSource
{
    public string? Entity => ReadTimeline.Entity;

    public string Kind => "name";

    public Permission Permission => CustomersPermissions.Read;

    public async Task<IReadOnlyList<TimelineEntry>> Of(TimelineQuestion asked, CancellationToken cancel)
    {
        var (ids, until, campaigns) = (asked.Ids.Select(CustomerId.From).ToList(), asked.Until, db.Set<Campaign>());
        return [.. (await db.Set<ListedName>().AsNoTracking().Where(name => name.CustomerId != null && ids.Contains(name.CustomerId.Value) && name.CreatedAt <= until)
                .OrderByDescending(name => name.CreatedAt).ThenBy(name => name.Id).Take(asked.Most)
                .Select(name => new { name.CreatedAt, name.PreparedById, Campaign = campaigns.Where(campaign => campaign.Id == name.CampaignId).Select(campaign => campaign.Name).First() }).ToListAsync(cancel))
            .Select(name => new TimelineEntry { At = name.CreatedAt, What = "name-listed", Params = new Dictionary<string, object?> { ["campaign"] = name.Campaign }, PersonId = name.PreparedById })];
    }
}
