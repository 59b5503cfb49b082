using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Search;

namespace Yingpan.Customers.Names;

/// <summary>
/// Answers the search of the whole system for names of the lists one sees, newest first. Who has become a customer is found as that; a number to call
/// is not searched here, for it is masked to some who see the name.
/// </summary>
internal sealed class NameSearch(AppDb db, Reach reach) : ISearchSource
{
    public string Kind => "customer-name";

    public Permission Permission => CustomersPermissions.Read;

    public async Task<IReadOnlyList<SearchHit>> Find(SearchWords asked, int most, CancellationToken cancel)
    {
        var (pattern, campaigns) = (asked.Pattern, db.Set<Campaign>());
        var found = await db.Set<ListedName>().AsNoTracking().VisibleTo(reach, Permission)
            .Where(name => name.CustomerId == null && EF.Functions.Like(name.Name.ToLower(), pattern, @"\"))
            .OrderByDescending(name => name.Day).ThenBy(name => name.Name).Take(most)
            .Select(name => new { name.Id, name.Name, name.City, Campaign = campaigns.Where(campaign => campaign.Id == name.CampaignId).Select(campaign => campaign.Name).FirstOrDefault() })
            .ToListAsync(cancel);
        return [.. found.Select(name => new SearchHit
        {
            Kind = Kind,
            Id = name.Id.ToString(),
            Title = name.Name,
            Subtitle = name.City is null ? name.Campaign ?? "" : $"{name.Campaign} · {name.City}",
            Link = $"/customer-names?open={name.Id}",
        })];
    }
}
