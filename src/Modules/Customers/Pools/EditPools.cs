using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Territories.Public;

namespace Yingpan.Customers.Pools;

/// <summary>Of a pool, when it is made and when it is changed.</summary>
internal sealed record PoolRequest : IChecked
{
    public required string Name { get; init; }

    public TerritoryId? TerritoryId { get; init; }

    public UnitId? UnitId { get; init; }

    public required int Order { get; init; }

    public IReadOnlyList<Door> Access { get; init; } = [];

    public sealed record Door
    {
        public UnitId? UnitId { get; init; }

        public PositionId? PositionId { get; init; }

        public required bool MayClaim { get; init; }
    }

    public void Check(Check check)
    {
        check.Text("name", Name, 60);
        check.That(Order is >= 0 and <= 10_000, "order", "field.range", ("min", 0), ("max", 10_000));
        check.That(Access.Count <= 50, "access", "field.too-many", ("max", 50));
    }

    public async Task WriteTo(Pool pool, AppDb db, CancellationToken cancel)
    {
        var check = new Check();
        var (name, self) = (Name.Clean(), pool.Id);
        check.That(!await db.Set<Pool>().AnyAsync(one => one.Name == name && one.Id != self, cancel), "name", "customers.pool-name-taken");
        var (territories, units, positions) = (db.TerritoryCards, db.UnitCards, db.PositionCards);
        check.That(TerritoryId is null || await territories.AnyAsync(place => place.Id == TerritoryId, cancel), "territoryId", "record.not-found");
        check.That(UnitId is null || await units.AnyAsync(unit => unit.Id == UnitId, cancel), "unitId", "record.not-found");
        foreach (var (i, door) in Access.Index())
        {
            check.That(door.UnitId is null || await units.AnyAsync(unit => unit.Id == door.UnitId, cancel), $"access[{i}].unitId", "record.not-found");
            check.That(door.PositionId is null || await positions.AnyAsync(position => position.Id == door.PositionId, cancel), $"access[{i}].positionId", "record.not-found");
        }

        check.ThrowIfAny();
        (pool.Name, pool.TerritoryId, pool.UnitId, pool.Order) = (name, TerritoryId, UnitId, Order);
        pool.Access.AddRange(Access.Select((door, i) => new PoolAccess { PoolId = pool.Id, Line = i + 1, UnitId = door.UnitId, PositionId = door.PositionId, MayClaim = door.MayClaim }));
    }
}

/// <summary>POST /api/customer-pools: nobody's customers whom it fits better than where they are go into it.</summary>
internal static class AddPool
{
    public static async Task<Created<Saved<PoolId>>> Handle(PoolRequest request, AppDb db, FillPools fill, CancellationToken cancel)
    {
        var pool = new Pool { Id = Id.New<PoolId>(), Name = request.Name, Order = request.Order };
        await request.WriteTo(pool, db, cancel);
        db.Add(pool);
        await db.SaveChangesAsync(cancel);
        await fill.Anew(cancel);
        return TypedResults.Created($"/api/customer-pools/{pool.Id}", new Saved<PoolId>(pool.Id, pool.Version));
    }
}

/// <summary>PUT /api/customer-pools/{id}</summary>
internal static class EditPool
{
    public static async Task<Saved<PoolId>> Handle(PoolId id, PoolRequest request, IfMatch seen, AppDb db, FillPools fill, CancellationToken cancel)
    {
        var pool = await db.Set<Pool>().Include(pool => pool.Access).FirstOrDefaultAsync(pool => pool.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(pool, seen);
        var (territory, unit, order, name) = (pool.TerritoryId, pool.UnitId, pool.Order, pool.Name);
        db.RemoveRange(pool.Access);
        await db.SaveChangesAsync(cancel);
        await request.WriteTo(pool, db, cancel);
        // Its doors alone may have changed: it is another pool all the same.
        db.Entry(pool).State = EntityState.Modified;
        await db.SaveChangesAsync(cancel);
        // Who may open it says nothing of who waits in it; nor does its name, unless it breaks a tie.
        if ((territory, unit, order) != (pool.TerritoryId, pool.UnitId, pool.Order) || (name != pool.Name && await db.Set<Pool>().AnyAsync(one => one.Id != id && one.Order == order, cancel)))
        {
            await fill.Anew(cancel);
        }

        return new Saved<PoolId>(pool.Id, pool.Version);
    }
}

/// <summary>DELETE /api/customer-pools/{id}: whoever waits in it waits in another one then, or in none.</summary>
internal static class RemovePool
{
    public static async Task<NoContent> Handle(PoolId id, AppDb db, FillPools fill, CancellationToken cancel)
    {
        var pool = await db.Set<Pool>().Include(pool => pool.Access).FirstOrDefaultAsync(pool => pool.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        await db.Set<Customer>().Where(customer => customer.PoolId == id).ExecuteUpdateAsync(set => set.SetProperty(customer => customer.PoolId, (PoolId?)null), cancel);
        db.Remove(pool);
        await db.SaveChangesAsync(cancel);
        await fill.Anew(cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>Where each of nobody's customers waits, found anew after the pools have changed, or where the customers lie.</summary>
internal sealed class FillPools(AppDb db, PoolFinder pools)
{
    public Task Anew(CancellationToken cancel) => Anew(db.Set<Customer>(), cancel);

    /// <param name="among">Those who have an owner are passed over.</param>
    public async Task Anew(IQueryable<Customer> among, CancellationToken cancel)
    {
        var (spells, book) = (db.Set<OwnershipSpell>(), await pools.Book(cancel));
        var waiting = await among.AsNoTracking().Where(customer => customer.OwnerId == null).Select(customer => new
        {
            customer.Id,
            customer.TerritoryId,
            customer.PoolId,
            Last = spells.Where(spell => spell.CustomerId == customer.Id && spell.OwnerId != null).OrderByDescending(spell => spell.Line).Select(spell => spell.OwnerId).FirstOrDefault(),
        }).ToListAsync(cancel);
        var units = await pools.UnitsOf(waiting.Select(customer => customer.Last), cancel);
        var moved = waiting.Select(customer => (customer.Id, customer.PoolId, To: book.Of(customer.TerritoryId, customer.Last is { } last ? units.GetValueOrDefault(last) : null)))
            .Where(customer => customer.PoolId != customer.To).GroupBy(customer => customer.To, customer => customer.Id);
        foreach (var group in moved)
        {
            foreach (var some in group.Chunk(2_000))
            {
                await db.Set<Customer>().Where(customer => some.Contains(customer.Id) && customer.OwnerId == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(customer => customer.PoolId, group.Key), cancel);
            }
        }
    }
}
