using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Public;

/// <summary>Each unit with those above it, the nearest first; worked out once for each that is asked for.</summary>
public sealed class UnitPaths(IReadOnlyDictionary<UnitId, UnitId?> parents)
{
    private readonly ConcurrentDictionary<UnitId, IReadOnlyList<UnitId>> known = new();

    /// <summary>Begins with the unit itself; of one that is not in the tree it is all there is.</summary>
    public IReadOnlyList<UnitId> Of(UnitId unit)
    {
        if (!known.TryGetValue(unit, out var found))
        {
            var path = new List<UnitId>();
            for (UnitId? next = unit; next is { } one && !path.Contains(one); next = parents.GetValueOrDefault(one))
            {
                path.Add(one);
            }

            known[unit] = found = path;
        }

        return found;
    }
}

public static class UnitPathsOfToday
{
    extension(AppDb db)
    {
        /// <summary>As the house stands today.</summary>
        public ValueTask<UnitPaths> UnitPaths(CancellationToken cancel) => db.FromHouse(
            async () => new UnitPaths(await db.UnitCards.ToDictionaryAsync(unit => unit.Id, unit => unit.ParentId, cancel)), db.Today);
    }
}
