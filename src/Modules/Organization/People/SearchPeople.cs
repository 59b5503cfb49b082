using Microsoft.EntityFrameworkCore;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Search;

namespace Yingpan.Organization.People;

/// <summary>Answers the search of the whole system for people.</summary>
internal sealed class PeopleSearch(AppDb db, Reach reach) : ISearchSource
{
    public string Kind => "person";

    public Permission Permission => OrganizationPermissions.ReadPeople;

    public async Task<IReadOnlyList<SearchHit>> Find(SearchWords asked, int most, CancellationToken cancel)
    {
        var pattern = asked.Pattern;
        var found = await db.Set<Person>().AsNoTracking().VisibleTo(reach, Permission)
            .Where(person => EF.Functions.Like(person.Name.ToLower(), pattern, @"\") || EF.Functions.Like(person.Number.ToLower(), pattern, @"\"))
            .OrderBy(person => person.Number).Take(most)
            .Select(person => new { person.Id, person.Name, person.Number }).ToListAsync(cancel);
        return [.. found.Select(person => new SearchHit
        {
            Kind = Kind,
            Id = person.Id.ToString(),
            Title = person.Name,
            Subtitle = person.Number,
            Link = $"/people/{person.Id}",
        })];
    }
}
