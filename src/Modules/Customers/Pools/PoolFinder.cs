using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Pools.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;
using Yingpan.Territories.Public;

namespace Yingpan.Customers.Pools;

/// <summary>The pools as they are, from the memory of the house: into which one a customer goes, and which are open to whom.</summary>
internal sealed class PoolFinder(AppDb db, CompanyClock clock)
{
    public ValueTask<IReadOnlyList<Pool>> All(CancellationToken cancel) => db.FromHouse<IReadOnlyList<Pool>>(async () =>
        await db.Set<Pool>().AsNoTracking().Include(pool => pool.Access).OrderBy(pool => pool.Order).ThenBy(pool => pool.Name).ToListAsync(cancel));

    public ValueTask<PoolBook> Book(CancellationToken cancel) => db.FromHouse(async () =>
    {
        var all = await All(cancel);
        return new PoolBook(
            [.. all.Select(pool => new PoolPlace(pool.Id, pool.TerritoryId, pool.UnitId, pool.Order))],
            all.Any(pool => pool.TerritoryId is not null)
                ? await db.TerritoryCards.ToDictionaryAsync(place => place.Id, place => place.ParentId, cancel) : new Dictionary<TerritoryId, TerritoryId?>(),
            await db.UnitCards.ToDictionaryAsync(unit => unit.Id, unit => unit.ParentId, cancel));
    }, clock.Today);

    /// <summary>In which unit each of them stands today; who stands in none is left out.</summary>
    public async Task<IReadOnlyDictionary<PersonId, UnitId?>> UnitsOf(IEnumerable<PersonId?> people, CancellationToken cancel)
    {
        List<PersonId> asked = [.. people.OfType<PersonId>().Distinct()];
        var today = clock.Today;
        return (await db.Placements.Where(place => asked.Contains(place.PersonId) && place.First <= today && (place.Last == null || place.Last >= today))
            .Select(place => new { place.PersonId, place.UnitId }).ToListAsync(cancel)).DistinctBy(place => place.PersonId).ToDictionary(place => place.PersonId, place => (UnitId?)place.UnitId);
    }

    /// <summary>The pools the caller may see, and whether he may claim from each. Who keeps the pools sees all.</summary>
    public async Task<IReadOnlyDictionary<PoolId, bool>> OpenTo(Caller caller, PositionId? position, CancellationToken cancel)
    {
        IReadOnlyList<UnitId> above = caller.Unit is { } unit ? (await db.UnitPaths(cancel)).Of(unit) : [];
        return (await All(cancel))
            .Select(pool => (pool.Id, Door: PoolDoors.Of([.. pool.Access.Select(line => new PoolOpening(line.UnitId, line.PositionId, line.MayClaim))], above, position)))
            .Where(pool => pool.Door.Sees || caller.May(OwnershipPermissions.EditRules))
            .ToDictionary(pool => pool.Id, pool => pool.Door.Claims && caller.Person is not null);
    }
}
