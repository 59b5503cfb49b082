using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Ownership;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Public;
using Yingpan.Customers.Identity;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;
using Yingpan.Territories.Public;

namespace Yingpan.Customers.Pools;

internal sealed record PoolView
{
    public required PoolId Id { get; init; }

    public required string Name { get; init; }

    public TerritoryId? TerritoryId { get; init; }

    public string? TerritoryName { get; init; }

    public UnitId? UnitId { get; init; }

    public string? UnitName { get; init; }

    public required int Order { get; init; }

    /// <summary>How many customers wait in it.</summary>
    public required int Customers { get; init; }

    public required bool MayClaim { get; init; }

    public required IReadOnlyList<PoolRequest.Door> Access { get; init; }

    public required int Version { get; init; }
}

/// <summary>GET /api/customer-pools: those open to the caller, and what he may still take today.</summary>
internal static class ListPools
{
    public sealed record View(IReadOnlyList<PoolView> Items, ClaimRoom Room);

    public static async Task<View> Handle(AppDb db, Claimant claimant, PoolFinder pools, CompanyClock clock, CancellationToken cancel)
    {
        var open = await claimant.Pools(cancel);
        var counts = await db.Set<Customer>().Where(customer => customer.PoolId != null && customer.OwnerId == null).GroupBy(customer => customer.PoolId!.Value)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        var territories = await db.TerritoryCards.ToDictionaryAsync(place => place.Id, place => place.Name, cancel);
        var units = await db.UnitCards.ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancel);
        return new View(
            [.. (await pools.All(cancel)).Where(pool => open.ContainsKey(pool.Id)).Select(pool => new PoolView
            {
                Id = pool.Id,
                Name = pool.Name,
                TerritoryId = pool.TerritoryId,
                TerritoryName = pool.TerritoryId is { } place ? territories.GetValueOrDefault(place) : null,
                UnitId = pool.UnitId,
                UnitName = pool.UnitId is { } unit ? units.GetValueOrDefault(unit) : null,
                Order = pool.Order,
                Customers = counts.GetValueOrDefault(pool.Id),
                MayClaim = open[pool.Id],
                Access = [.. pool.Access.OrderBy(line => line.Line).Select(line => new PoolRequest.Door { UnitId = line.UnitId, PositionId = line.PositionId, MayClaim = line.MayClaim })],
                Version = pool.Version,
            })],
            await claimant.Room(await db.OwnershipRulesOn(clock.Today, cancel), cancel));
    }
}

/// <summary>What a list of a pool tells: enough to choose, not enough to call.</summary>
internal sealed record PoolCustomerRow
{
    public required CustomerId Id { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public required CustomerState State { get; init; }

    public string? Industry { get; init; }

    public string? City { get; init; }

    public string? TerritoryName { get; init; }

    public required PoolId PoolId { get; init; }

    public string? PoolName { get; init; }

    /// <summary>Since when he waits; null for one who came in past the product.</summary>
    public DateTimeOffset? WaitsSince { get; init; }

    public OwnershipCause? Cause { get; init; }

    /// <summary>Why the rules took him back, where they did.</summary>
    public RecyclingCause? RecycledFor { get; init; }

    /// <summary>By his value.</summary>
    public string? Grade { get; init; }
}

/// <summary>GET /api/pool-customers, GET /api/pool-customers/export</summary>
internal static class ListPoolCustomers
{
    public sealed class Filter : IChecked
    {
        public PoolId? Pool { get; init; }

        public CustomerState? State { get; init; }

        public string? Grade { get; init; }

        /// <summary>That territory and all below it.</summary>
        public TerritoryId? Territory { get; init; }

        /// <summary>A part of it.</summary>
        public string? Industry { get; init; }

        public OwnershipCause? Cause { get; init; }

        public RecyclingCause? RecycledFor { get; init; }

        /// <summary>Waiting since that day or later.</summary>
        public DateOnly? SinceFrom { get; init; }

        /// <summary>Waiting since that day or earlier.</summary>
        public DateOnly? SinceTo { get; init; }

        public void Check(Check check)
        {
            check.OptionalText("industry", Industry, 60);
            check.That(SinceFrom is null || SinceTo is null || SinceFrom <= SinceTo, "sinceFrom", "field.period-backwards");
        }
    }

    private static readonly ListSpec<PoolCustomerRow> Spec = new ListSpec<PoolCustomerRow>("pool-customers", row => row.Id)
        .Column("number", row => row.Number)
        .NameColumn("name", row => row.Name)
        .Column("state", row => row.State)
        .Column("industry", row => row.Industry)
        .NameColumn("city", row => row.City)
        .NameColumn("territoryName", row => row.TerritoryName)
        .NameColumn("poolName", row => row.PoolName)
        .Column("waitsSince", row => row.WaitsSince)
        .Column("cause", row => row.Cause)
        .Column("recycledFor", row => row.RecycledFor)
        .Column("grade", row => row.Grade)
        .SortedBy("-waitsSince");

    public static async Task<ListPage<PoolCustomerRow>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, Claimant claimant, CancellationToken cancel) =>
        await Spec.Page(await Rows(query, filter, db, claimant, cancel), query, db, cancel);

    private static async Task<IQueryable<PoolCustomerRow>> Rows(ListQuery query, Filter filter, AppDb db, Claimant claimant, CancellationToken cancel)
    {
        List<PoolId> open = [.. (await claimant.Pools(cancel)).Keys];
        var customers = db.Set<Customer>().AsNoTracking().Where(customer => customer.OwnerId == null && customer.PoolId != null && open.Contains(customer.PoolId.Value));
        if (query.Q.CleanOrNull() is { } words)
        {
            // By what the list tells of him, his name as it is written and read: who asks for a telephone must not learn whose it is.
            customers = customers.Matching(db, words);
        }

        if (filter.Pool is { } pool)
        {
            customers = customers.Where(customer => customer.PoolId == pool);
        }

        if (filter.State is { } state)
        {
            customers = customers.Where(customer => customer.State == state);
        }

        if (filter.Territory is { } territory)
        {
            var under = await db.TerritoriesUnder(territory, cancel);
            customers = customers.Where(customer => customer.TerritoryId != null && under.Contains(customer.TerritoryId.Value));
        }

        if (LikePattern.Of(filter.Industry.CleanOrNull() ?? "") is { } industry)
        {
            customers = customers.Where(customer => customer.Industry != null && EF.Functions.Like(customer.Industry.ToLower(), industry, @"\"));
        }

        var grades = db.CustomerGrades;
        if (filter.Grade.CleanOrNull() is { } letter)
        {
            customers = customers.Where(customer => grades.Any(grade => grade.CustomerId == customer.Id && grade.Grade == letter));
        }

        return Told(Waiting(customers, filter, db), db, grades);
    }

    /// <summary>Why and since when they wait.</summary>
    private static IQueryable<Customer> Waiting(IQueryable<Customer> customers, Filter filter, AppDb db)
    {
        var (spells, recycled, runs) = (db.Set<OwnershipSpell>().Where(spell => spell.Until == null), db.Set<RecycledCustomer>(), db.Set<RecyclingRun>());
        if (filter.Cause is { } cause)
        {
            customers = customers.Where(customer => spells.Any(spell => spell.CustomerId == customer.Id && spell.Cause == cause));
        }

        if (filter.RecycledFor is { } why)
        {
            customers = customers.Where(customer => spells.Any(spell => spell.CustomerId == customer.Id && spell.Cause == OwnershipCause.Recycled)
                && recycled.Where(one => one.CustomerId == customer.Id).OrderByDescending(one => runs.Where(run => run.Id == one.RunId).Select(run => run.Day).First()).Select(one => (RecyclingCause?)one.Cause).FirstOrDefault() == why);
        }

        if (filter.SinceFrom is { } from)
        {
            customers = customers.Where(customer => spells.Any(spell => spell.CustomerId == customer.Id && spell.On >= from));
        }

        if (filter.SinceTo is { } to)
        {
            customers = customers.Where(customer => spells.Any(spell => spell.CustomerId == customer.Id && spell.On <= to));
        }

        return customers;
    }

    private static IQueryable<PoolCustomerRow> Told(IQueryable<Customer> customers, AppDb db, IQueryable<CustomerGradeCard> grades)
    {
        var (pools, territories, spells, recycled, runs) = (db.Set<Pool>(), db.TerritoryCards, db.Set<OwnershipSpell>(), db.Set<RecycledCustomer>(), db.Set<RecyclingRun>());
        return customers.Select(customer => new PoolCustomerRow
        {
            Id = customer.Id,
            Number = customer.Number,
            Name = customer.Name,
            State = customer.State,
            Industry = customer.Industry,
            City = customer.City,
            TerritoryName = territories.Where(place => place.Id == customer.TerritoryId).Select(place => place.Name).FirstOrDefault(),
            PoolId = customer.PoolId!.Value,
            PoolName = pools.Where(one => one.Id == customer.PoolId).Select(one => one.Name).FirstOrDefault(),
            WaitsSince = spells.Where(spell => spell.CustomerId == customer.Id && spell.Until == null).Select(spell => (DateTimeOffset?)spell.Since).FirstOrDefault(),
            Cause = spells.Where(spell => spell.CustomerId == customer.Id && spell.Until == null).Select(spell => (OwnershipCause?)spell.Cause).FirstOrDefault(),
            RecycledFor = !spells.Any(spell => spell.CustomerId == customer.Id && spell.Until == null && spell.Cause == OwnershipCause.Recycled) ? null
                : recycled.Where(one => one.CustomerId == customer.Id).OrderByDescending(one => runs.Where(run => run.Id == one.RunId).Select(run => run.Day).First()).Select(one => (RecyclingCause?)one.Cause).FirstOrDefault(),
            Grade = grades.Where(grade => grade.CustomerId == customer.Id).Select(grade => grade.Grade).FirstOrDefault(),
        });
    }
}
