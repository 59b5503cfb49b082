using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Grading;
using Yingpan.Customers.Grading.Rules;
using Yingpan.Customers.Public;
using Yingpan.Customers.Warnings.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Warnings;

/// <summary>What a customer would tell, before it is written.</summary>
internal sealed record FoundWarning(CustomerId Customer, string? Grade, bool IsOpen, IReadOnlyList<FiredSignal> Signals);

/// <summary>
/// Every day: new signs open a warning or join the one that is open, an order since then proposes that the customer is won back, and what nobody followed
/// up goes further up. Some customers at a time in a short transaction that holds their rows, and looks again there: two processes open nothing twice.
/// </summary>
internal sealed class WatchCustomers(AppDb db, WatchFacts facts, WarningDeeds deeds, CompanyClock clock) : IRecurringJob
{
    /// <summary>Customers of one transaction: few enough that who works on one of them does not notice.</summary>
    private const int AtATime = 100;

    public Task Run(CancellationToken cancel) => Run(clock.Today, cancel);

    public async Task Run(DateOnly day, CancellationToken cancel)
    {
        var spec = await db.WarningsOn(day, cancel);
        var (all, found) = await Compute(spec, day, cancel);
        foreach (var some in found.Chunk(AtATime))
        {
            await db.InTransaction(() => Write(spec, some, day, cancel), cancel);
            db.ChangeTracker.Clear();
        }

        var bought = all.Where(one => one.OrderDays.Count > 0).ToDictionary(one => new CustomerId(one.Id), one => one.OrderDays);
        var open = await db.Set<CustomerWarning>().AsNoTracking().Where(warning => warning.OpenFor != null && warning.OpenedOn <= day).ToListAsync(cancel);
        foreach (var warning in open)
        {
            var resumed = warning.ResumedOn is null && bought.TryGetValue(warning.CustomerId, out var days) ? days.Where(on => on > warning.OpenedOn).Select(on => (DateOnly?)on).FirstOrDefault() : null;
            var level = warning.State == WarningState.Open ? Warning.Level(spec, warning.DueOn, day) : 0;
            if (resumed is not null || level > warning.Level)
            {
                await db.InTransaction(() => deeds.GoOn(warning.Id, resumed, level, day, cancel), cancel);
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>What a run by that policy on that day would find. Preview and run both ask here.</summary>
    public async Task<(IReadOnlyList<WarningFacts> All, IReadOnlyList<FoundWarning> Found)> Compute(WarningSpec spec, DateOnly day, CancellationToken cancel)
    {
        var rhythm = (await db.RhythmOn(day, cancel))?.Parameters;
        var all = await facts.Load(day, (await db.GradingOn(day, cancel)).Spec.PaymentDays, rhythm, cancel);
        var grades = await db.ValueGradesOn(day, cancel);
        var open = (await db.Set<CustomerWarning>().AsNoTracking().Where(warning => warning.OpenFor != null)
                .Join(db.Set<WarningSignal>(), warning => warning.Id, signal => signal.WarningId, (warning, signal) => new { warning.CustomerId, signal.Indicator }).ToListAsync(cancel))
            .GroupBy(one => one.CustomerId).ToDictionary(group => group.Key, group => (IReadOnlyCollection<string>)[.. group.Select(one => one.Indicator)]);
        var last = (await db.Set<CustomerWarning>().AsNoTracking().Where(warning => warning.ClosedOn != null)
                .Select(warning => new { warning.CustomerId, ClosedOn = warning.ClosedOn!.Value, warning.Result }).ToListAsync(cancel))
            .GroupBy(one => one.CustomerId).ToDictionary(group => group.Key, group => group.MaxBy(one => one.ClosedOn)!);
        var found = new List<FoundWarning>();
        foreach (var one in all)
        {
            var id = new CustomerId(one.Id);
            var ended = last.GetValueOrDefault(id);
            var signals = Warning.Of(spec, one, grades.GetValueOrDefault(id), open.GetValueOrDefault(id), ended is null ? null : new LastWarning(ended.ClosedOn, ended.Result == WarningResult.Lost));
            if (signals.Count > 0)
            {
                found.Add(new FoundWarning(id, grades.GetValueOrDefault(id), open.ContainsKey(id), signals));
            }
        }

        return (all, found);
    }

    private async Task Write(WarningSpec spec, FoundWarning[] some, DateOnly day, CancellationToken cancel)
    {
        var customers = await db.LockedAll<Customer>([.. some.Select(found => found.Customer.Value)]).AsNoTracking().ToDictionaryAsync(customer => customer.Id, cancel);
        var held = customers.Keys.Select(id => (CustomerId?)id).ToList();
        var open = await db.Set<CustomerWarning>().Where(warning => held.Contains(warning.OpenFor)).ToDictionaryAsync(warning => warning.OpenFor!.Value, cancel);
        var ids = open.Values.Select(warning => warning.Id).ToList();
        var known = ids.Count == 0 ? [] : (await db.Set<WarningSignal>().Where(signal => ids.Contains(signal.WarningId))
            .Select(signal => new { signal.WarningId, signal.Indicator }).ToListAsync(cancel)).Select(signal => (signal.WarningId, signal.Indicator)).ToHashSet();
        foreach (var found in some)
        {
            var warning = open.GetValueOrDefault(found.Customer);
            // Whom somebody merged, or whose warning somebody opened or closed in between, is looked at again tomorrow.
            if (!customers.TryGetValue(found.Customer, out var customer) || found.IsOpen != warning is not null)
            {
                continue;
            }

            var fresh = found.Signals.Where(signal => warning is null || !known.Contains((warning.Id, signal.Indicator))).ToList();
            if (fresh.Count > 0)
            {
                await deeds.Fire(warning, customer, found.Grade, spec, day, [.. fresh.Select(signal => new NewSignal(
                    signal.Indicator, Thousandths(signal.Reading.Value), Thousandths(signal.Threshold), JsonSerializer.Serialize(signal.Reading.Inputs, JsonTypes.Options)))], null, cancel);
            }
        }

        await db.SaveChangesAsync(cancel);
    }

    private static long Thousandths(decimal value) => (long)decimal.Round(value * 1000, 0, MidpointRounding.AwayFromZero);
}
