using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Territories.Public;

namespace Yingpan.Customers.Pools.Rules;

internal sealed record PoolPlace(PoolId Id, TerritoryId? TerritoryId, UnitId? UnitId, int Order);

/// <summary>Into which pool a customer goes: the one that says most about him. A nearer territory outweighs a nearer unit; then the house's own order.</summary>
internal sealed class PoolBook(
    IReadOnlyList<PoolPlace> pools, IReadOnlyDictionary<TerritoryId, TerritoryId?> territories, IReadOnlyDictionary<UnitId, UnitId?> units)
{
    /// <param name="unit">Of who had him last.</param>
    /// <returns>Null where no pool takes him.</returns>
    public PoolId? Of(TerritoryId? territory, UnitId? unit) => pools
        .Select(pool => (pool.Id, pool.Order, Territory: Steps(pool.TerritoryId, territory, territories), Unit: Steps(pool.UnitId, unit, units)))
        .Where(one => one is { Territory: not null, Unit: not null })
        .OrderBy(one => one.Territory).ThenBy(one => one.Unit).ThenBy(one => one.Order).Select(one => (PoolId?)one.Id).FirstOrDefault();

    /// <summary>How far above the place stands what the pool asks for: 0 is the place itself. What is not asked for stands above everything.</summary>
    private static int? Steps<TId>(TId? wanted, TId? place, IReadOnlyDictionary<TId, TId?> above) where TId : struct, IEquatable<TId>
    {
        if (wanted is not { } found)
        {
            return int.MaxValue;
        }

        // A tree of the house has no circle; the bound is for one that is out of order.
        for (var (at, steps) = (place, 0); at is { } here && steps < 100; at = above.GetValueOrDefault(here), steps++)
        {
            if (here.Equals(found))
            {
                return steps;
            }
        }

        return null;
    }
}

/// <summary>Who may do what with the customers of a pool.</summary>
internal sealed record PoolOpening(UnitId? UnitId, PositionId? PositionId, bool MayClaim);

internal static class PoolDoors
{
    /// <param name="unitsAbove">The person's unit and all above it.</param>
    public static (bool Sees, bool Claims) Of(IReadOnlyList<PoolOpening> openings, IReadOnlyCollection<UnitId> unitsAbove, PositionId? position)
    {
        if (openings.Count == 0)
        {
            return (true, true);
        }

        var fitting = openings.Where(one => (one.UnitId is not { } unit || unitsAbove.Contains(unit)) && (one.PositionId is null || one.PositionId == position)).ToList();
        return (fitting.Count > 0, fitting.Exists(one => one.MayClaim));
    }
}
