using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Care.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Care;

/// <summary>
/// Each night, after grades: makes the cares that appear, moves and takes back those the policy wants otherwise, tells whose are due and takes overdue ones
/// further up. Facts are read and planned without a transaction, and what differs is written in one short one; the number of the run is unique, so of two
/// at once the second begins anew and finds nothing left to do.
/// </summary>
internal sealed class PlanCare(AppDb db, CareHouse house, CareTellings tellings, CompanyClock clock) : IRecurringJob
{
    private const int Tries = 5;
    private const int AtOnce = 500;

    /// <summary>Whoever makes up a house makes the same ids each time.</summary>
    public Func<CustomerId, string, string, DateOnly, CareItemId> NewId { get; set; } = (_, _, _, _) => Id.New<CareItemId>();

    public Task Run(CancellationToken cancel) => Run(clock.Today, cancel);

    public async Task<CareRun> Run(DateOnly day, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await Once(day, cancel);
            }
            catch (Exception failure) when (tries < Tries && (failure.IsUniqueViolation(out _) || failure.IsReferenceViolation()))
            {
                // Another run came first, somebody planned the same by hand, or a customer went between the reading and the writing.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<CareRun> Once(DateOnly day, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var last = await db.Set<CareRun>().MaxAsync(run => (int?)run.Number, cancel) ?? 0;
        var spec = await db.CareOn(day, cancel);
        var cared = await house.Load(spec, day, cancel);
        var open = (await db.Set<CareItem>().AsNoTracking().Where(item => item.State == CareState.Open).ToListAsync(cancel)).ToLookup(item => item.CustomerId);
        var from = day.AddDays(-CarePlan.LateDays);
        var closed = (await db.Set<CareItem>().AsNoTracking().Where(item => item.State != CareState.Open && item.OccasionOn >= from).Select(item => new { item.CustomerId, item.Kind, item.Occasion }).ToListAsync(cancel))
            .Select(item => (item.CustomerId, item.Kind, item.Occasion)).ToHashSet();
        var work = new Work();
        foreach (var facts in cared.Customers)
        {
            Plan(spec, facts, cared.Today, [.. open[facts.Id]], closed, work);
        }

        // Of nobody, or merged into another one: nobody's duty any more.
        var planned = cared.Customers.Select(facts => facts.Id).ToHashSet();
        work.Back.AddRange(open.Where(items => !planned.Contains(items.Key)).SelectMany(items => items).Where(item => !item.IsByHand).Select(item => item.Id));
        return await db.InTransaction(async () =>
        {
            var run = new CareRun
            {
                Number = last + 1,
                On = day,
                At = clock.Now,
                Customers = cared.Customers.Count,
                Made = work.Made.Count,
                Changed = work.Changed.Count,
                TakenBack = work.Back.Count,
                Escalated = 0,
                Milliseconds = 0,
            };
            db.Add(run);
            await db.SaveChangesAsync(cancel);
            await Write(work, cancel);
            run.Escalated = await tellings.Tell(spec, cared.Chart, day, cancel);
            run.Milliseconds = (int)watch.ElapsedMilliseconds;
            await db.SaveChangesAsync(cancel);
            return run;
        }, cancel);
    }

    private void Plan(CareSpec spec, CareFacts facts, CareToday today, List<CareItem> open, HashSet<(CustomerId, string, string)> closed, Work work)
    {
        var wanted = CarePlan.Of(spec, facts, today);
        foreach (var item in open.Where(item => !item.IsByHand))
        {
            var care = wanted.FirstOrDefault(one => one.Line.Kind == item.Kind && one.Occasion == item.Occasion);
            var was = new OpenCare(item.Kind, item.Line, item.Trigger, item.Occasion, item.OccasionOn, item.DueOn, item.ContactId);
            if (CarePlan.FateOf(spec, facts, today, was, care) is not { } fate)
            {
                work.Back.Add(item.Id);
                continue;
            }

            var sponsor = fate.Wanted is { } one ? one.Sponsor : item.SponsorId;
            if (item.Line != fate.Line.Code || item.DueOn != fate.DueOn || item.Budget != fate.Line.Budget || item.Grade != facts.Grade || item.SponsorId != sponsor)
            {
                (item.Line, item.DueOn, item.Budget, item.Grade, item.SponsorId) = (fate.Line.Code, fate.DueOn, fate.Line.Budget, facts.Grade, sponsor);
                work.Changed.Add(item);
            }
        }

        foreach (var care in wanted)
        {
            if (care.AppearsOn <= today.Day && !open.Exists(item => item.Kind == care.Line.Kind && item.Occasion == care.Occasion) && !closed.Contains((facts.Id, care.Line.Kind, care.Occasion)))
            {
                work.Made.Add(Item(care, facts, today.Day));
            }
        }
    }

    private CareItem Item(PlannedCare care, CareFacts facts, DateOnly day) => new()
    {
        Id = NewId(facts.Id, care.Line.Kind, care.Occasion, day),
        CustomerId = facts.Id,
        Kind = care.Line.Kind,
        Line = care.Line.Code,
        Trigger = care.Line.Trigger,
        Occasion = care.Occasion,
        OccasionOn = care.OccasionOn,
        MadeOn = day,
        DueOn = care.DueOn,
        State = CareState.Open,
        ContactId = care.Contact,
        SponsorId = care.Sponsor,
        Grade = facts.Grade,
        Budget = care.Line.Budget,
    };

    private async Task Write(Work work, CancellationToken cancel)
    {
        foreach (var some in work.Back.Chunk(AtOnce))
        {
            await db.Set<CareItem>().Where(item => some.Contains(item.Id) && item.State == CareState.Open).ExecuteDeleteAsync(cancel);
        }

        foreach (var some in work.Changed.Chunk(AtOnce))
        {
            // What somebody did or passed over meanwhile stays as he left it.
            var still = await db.LockedAll<CareItem>([.. some.Select(item => item.Id.Value)]).AsNoTracking().Where(item => item.State == CareState.Open)
                .Select(item => new { item.Id, item.Version }).ToDictionaryAsync(item => item.Id, cancel);
            await db.Put(some.Where(item => still.GetValueOrDefault(item.Id)?.Version == item.Version), replace: true, cancel);
        }

        await db.Put(work.Made, replace: false, cancel);
    }

    private sealed class Work
    {
        public List<CareItem> Made { get; } = [];

        public List<CareItem> Changed { get; } = [];

        public List<CareItemId> Back { get; } = [];
    }
}
