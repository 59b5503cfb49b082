using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Pools;

/// <summary>Pools for the customers of a unit, and units whose people may claim from one.</summary>
internal sealed class MentionedInPools(AppDb db) : IUnitMentions
{
    public string Kind => "pools";

    public async Task<IReadOnlyList<UnitMention>> Of(IReadOnlyCollection<UnitId> units, DateOnly from, CancellationToken cancel)
    {
        var pools = await db.Set<Pool>().AsNoTracking().Include(pool => pool.Access).OrderBy(pool => pool.Order).ToListAsync(cancel);
        return [.. units.SelectMany(unit => pools.Where(pool => pool.UnitId == unit || pool.Access.Exists(access => access.UnitId == unit)).Select(pool => new UnitMention(unit, pool.Name, "/ownership-rules")))];
    }
}
