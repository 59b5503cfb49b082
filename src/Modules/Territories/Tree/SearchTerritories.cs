using Microsoft.EntityFrameworkCore;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Search;
using Yingpan.Territories.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Tree;

/// <summary>Answers the search of the whole system for territories.</summary>
internal sealed class TerritorySearch(AppDb db) : ISearchSource
{
    public string Kind => "territory";

    public Permission Permission => TerritoriesPermissions.Read;

    public async Task<IReadOnlyList<SearchHit>> Find(SearchWords asked, int most, CancellationToken cancel)
    {
        var pattern = asked.Pattern;
        var found = await db.Set<Territory>().AsNoTracking()
            .Where(territory => EF.Functions.Like(territory.Name.ToLower(), pattern, @"\") || EF.Functions.Like(territory.Number.ToLower(), pattern, @"\"))
            .OrderBy(territory => territory.Number).Take(most)
            .Select(territory => new { territory.Id, territory.Name, territory.Number }).ToListAsync(cancel);
        return [.. found.Select(territory => new SearchHit
        {
            Kind = Kind,
            Id = territory.Id.ToString(),
            Title = territory.Name,
            Subtitle = territory.Number,
            Link = $"/territories?open={territory.Id}",
        })];
    }
}
