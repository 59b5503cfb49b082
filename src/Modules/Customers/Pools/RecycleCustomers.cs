using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Ownership;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Customers.Pools;

/// <summary>
/// Each night: takes back whom the rules take, and tells owners of whom they will take. One run a business day. A second one, by another process or after
/// the first was killed, goes on with what is left: who is in a pool already is taken by no rule, and who was told once is not told again.
/// </summary>
internal sealed class RecycleCustomers(AppDb db, DueCustomers due, OwnedFactsOf facts, Ownerships ownerships, PoolFinder pools, Notifier notifier, CompanyClock clock)
    : IRecurringJob, IBackgroundJob<RecycleCustomers.Order>
{
    public sealed record Order;

    /// <summary>So many are locked at a time, for less than a second.</summary>
    private const int AtOnce = 1_000;

    /// <summary>Whose customers this process took after the run had ended once already: they were not in what was told then.</summary>
    private readonly Dictionary<PersonId, int> late = [];

    public Task Run(Order data, CancellationToken cancel) => Run(cancel);

    public async Task Run(CancellationToken cancel)
    {
        var rules = await db.OwnershipRulesOn(clock.Today, cancel);
        await db.LetCoOwnersEdit(rules.CoOwnersEdit, cancel);
        if (rules.Recycling.Count == 0)
        {
            return;
        }

        var run = await Begin(cancel);
        foreach (var some in (await due.On(clock.Today, rules, null, cancel)).Chunk(AtOnce))
        {
            await db.InTransaction(() => TakeBack(run, [.. some.Select(one => one.Id)], rules, cancel), cancel);
            db.ChangeTracker.Clear();
        }

        foreach (var line in rules.Recycling.Where(line => line.RemindDays > 0))
        {
            await db.InTransaction(() => Remind(run, line, rules, cancel), cancel);
            db.ChangeTracker.Clear();
        }

        await db.InTransaction(() => End(run, cancel), cancel);
    }

    private async Task<RecyclingRunId> Begin(CancellationToken cancel)
    {
        var today = clock.Today;
        if (await db.Set<RecyclingRun>().AsNoTracking().FirstOrDefaultAsync(run => run.Day == today, cancel) is { } begun)
        {
            return begun.Id;
        }

        var fresh = new RecyclingRun { Id = Id.New<RecyclingRunId>(), Day = today, StartedAt = clock.Now };
        try
        {
            await db.InTransaction(async () =>
            {
                db.Add(fresh);
                await db.SaveChangesAsync(cancel);
            }, cancel);
            return fresh.Id;
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation(out _))
        {
            // Another process was first: both go on with the same run.
            db.ChangeTracker.Clear();
            return await db.Set<RecyclingRun>().Where(run => run.Day == today).Select(run => run.Id).FirstAsync(cancel);
        }
    }

    /// <summary>Whoever was edited, passed on or taken back since he was found is no longer among them: asked again once they are locked.</summary>
    private async Task TakeBack(RecyclingRunId run, IReadOnlyList<CustomerId> ids, OwnershipRules rules, CancellationToken cancel)
    {
        var hasEnded = (await db.Locked<RecyclingRun>(run.Value).AsNoTracking().SingleAsync(cancel)).EndedAt is not null;
        await db.LockedAll<Customer>([.. ids.Select(id => id.Value)]).AsNoTracking().Select(customer => customer.Id).ToListAsync(cancel);
        var still = (await due.On(clock.Today, rules, ids, cancel)).ToDictionary(one => one.Id, one => one.Cause);
        if (still.Count == 0)
        {
            return;
        }

        var customers = await db.Set<Customer>().AsNoTracking().Where(customer => still.Keys.Contains(customer.Id))
            .Select(customer => new { customer.Id, Owner = customer.OwnerId!.Value, customer.TerritoryId }).ToListAsync(cancel);
        var units = await pools.UnitsOf(customers.Select(customer => (PersonId?)customer.Owner), cancel);
        var book = await pools.Book(cancel);
        var batch = 1 + (await db.Set<RecycledCustomer>().Where(one => one.RunId == run).MaxAsync(one => (int?)one.Batch, cancel) ?? 0);
        db.AddRange(customers.Select(customer => new RecycledCustomer
        {
            RunId = run,
            CustomerId = customer.Id,
            Batch = batch,
            Cause = still[customer.Id],
            OwnerId = customer.Owner,
            PoolId = book.Of(customer.TerritoryId, units.GetValueOrDefault(customer.Owner)),
        }));
        await db.SaveChangesAsync(cancel);
        await ownerships.Recycle(run, batch, cancel);
        foreach (var customer in customers.Where(_ => hasEnded))
        {
            late[customer.Owner] = late.GetValueOrDefault(customer.Owner) + 1;
        }
    }

    /// <summary>Each is told once how many of his went: with the first end all of the run's, also those of one that was killed; after it what came later.</summary>
    private async Task End(RecyclingRunId run, CancellationToken cancel)
    {
        var isFirst = (await db.Locked<RecyclingRun>(run.Value).AsNoTracking().SingleAsync(cancel)).EndedAt is null;
        var owners = !isFirst ? late : await db.Set<RecycledCustomer>().Where(one => one.RunId == run).GroupBy(one => one.OwnerId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        await Tell(owners, "customers-recycled", clock.Today, "/customer-pool", await db.LoadChart(clock.Today, cancel), cancel);
        var now = clock.Now;
        await db.Set<RecyclingRun>().Where(one => one.Id == run).ExecuteUpdateAsync(set => set.SetProperty(one => one.EndedAt, now), cancel);
    }

    /// <summary>Each customer with the day on which he himself goes. Who was told of for that day is left out; told again is only whose day has moved.</summary>
    private async Task Remind(RecyclingRunId run, RecyclingLine line, OwnershipRules rules, CancellationToken cancel)
    {
        await db.Locked<RecyclingRun>(run.Value).AsNoTracking().LoadAsync(cancel);
        var today = clock.Today;
        var ahead = await due.On(today.AddDays(line.RemindDays), rules, [line], db.Set<Customer>().AsNoTracking(), cancel);
        var told = (await db.Set<RecyclingReminder>().Where(one => one.DueOn > today).Select(one => new { one.CustomerId, one.DueOn }).ToListAsync(cancel))
            .Select(one => (one.CustomerId, one.DueOn)).ToHashSet();
        var fresh = (await facts.Load([.. ahead.Select(one => one.Id)], rules, cancel))
            .Select(one => (one.Key, one.Value.OwnerId, OwnershipDays.Due(one.Value, rules)?.On))
            .Where(one => one.On > today && !told.Contains((one.Key, one.On.Value)))
            .Select(one => (Id: one.Key, one.OwnerId, On: one.On!.Value)).ToList();
        if (fresh.Count == 0)
        {
            return;
        }

        db.AddRange(fresh.Select(one => new RecyclingReminder { CustomerId = one.Id, DueOn = one.On }));
        await db.SaveChangesAsync(cancel);
        var chart = await db.LoadChart(today, cancel);
        foreach (var day in fresh.GroupBy(one => one.On).OrderBy(day => day.Key))
        {
            await Tell(day.CountBy(one => one.OwnerId).ToDictionary(), "recycling-ahead", day.Key, $"/customers?dueWithin={line.RemindDays}", chart, cancel);
        }

        var owners = fresh.DistinctBy(one => one.OwnerId).Count();
        await db.Set<RecyclingRun>().Where(one => one.Id == run).ExecuteUpdateAsync(set => set.SetProperty(one => one.Reminded, one => one.Reminded + owners), cancel);
    }

    /// <summary>Each owner of how many of his, and his superior of how many of his people's; with the day.</summary>
    private async Task Tell(IReadOnlyDictionary<PersonId, int> owners, string kind, DateOnly day, string link, Chart chart, CancellationToken cancel)
    {
        foreach (var (owner, count) in owners)
        {
            await notifier.Tell(owner, kind, new Dictionary<string, object?> { ["count"] = count, ["day"] = day }, link, cancel);
        }

        foreach (var team in owners.Where(owner => chart.SuperiorOf(owner.Key) is not null).GroupBy(owner => chart.SuperiorOf(owner.Key)!.Value))
        {
            await notifier.Tell(team.Key, $"{kind}-team", new Dictionary<string, object?> { ["count"] = team.Sum(owner => owner.Value), ["people"] = team.Count(), ["day"] = day }, "/customer-pool", cancel);
        }
    }
}
