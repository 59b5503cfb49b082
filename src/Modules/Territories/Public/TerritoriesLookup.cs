using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Imports;

namespace Yingpan.Territories.Public;

public static class TerritoriesLookup
{
    public static ImportLookup<TerritoryId> New() => new((db, words, cancel) => db.TerritoryCards
        .Where(territory => words.Contains(territory.Number) || words.Contains(territory.Name))
        .Select(territory => new ImportName<TerritoryId>(territory.Id, territory.Number, territory.Name)).ToListAsync(cancel));
}
