using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Delegations;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Organization.Attendance;

/// <summary>What would lie while somebody is away, and who sees to it.</summary>
/// <param name="Waiting">Requests that wait for his decision.</param>
/// <param name="Reports">People whose superior he is.</param>
/// <param name="DeputyName">Who acts for him on one of those days already.</param>
internal sealed record DeputyNeed(int Waiting, int Reports, string? DeputyName)
{
    /// <summary>Somebody should be named, and nobody is.</summary>
    public bool IsWanted => Waiting + Reports > 0 && DeputyName is null;
}

/// <summary>GET /api/leave-applications/deputy: asked while the days of a leave are chosen.</summary>
internal static class ReadDeputyNeed
{
    public sealed class Query : IChecked
    {
        public DateOnly First { get; init; }

        public DateOnly Last { get; init; }

        public void Check(Check check) => check.Period("first", First, Last);
    }

    public static async Task<DeputyNeed> Handle([AsParameters] Query query, Caller caller, LeaveDeputies deputies, CancellationToken cancel) =>
        caller.Person is { } me ? await deputies.Need(me, new Period(query.First, query.Last), cancel) : new DeputyNeed(0, 0, null);
}

/// <summary>Who acts for somebody who is away for more than a day. The delegation begins when the leave is agreed to, so that a refused one leaves none.</summary>
internal sealed class LeaveDeputies(AppDb db, IWaitingDecisions waiting, Notifier notifier, CompanyClock clock)
{
    /// <summary>Nothing is wanted for a single day.</summary>
    public async Task<DeputyNeed> Need(PersonId person, Period days, CancellationToken cancel)
    {
        if (days.First == days.Last)
        {
            return new DeputyNeed(0, 0, null);
        }

        var chart = await db.LoadChart(clock.Today, cancel);
        var people = db.PersonCards;
        var deputy = await Named(person, days).OrderBy(delegation => delegation.First)
            .Select(delegation => people.Where(one => one.Id == delegation.DeputyId).Select(one => one.Name).FirstOrDefault()).FirstOrDefaultAsync(cancel);
        return new DeputyNeed(await waiting.For(person, cancel), chart.People.Count(one => chart.SuperiorOf(one.Id) == person), deputy);
    }

    public async Task Check(PersonId person, PersonId? deputy, Period days, Check check, CancellationToken cancel)
    {
        if (deputy is not { } one)
        {
            return;
        }

        check.That(one != person, "deputyId", "organization.own-deputy");
        check.That(await db.Set<Person>().AnyAsync(other => other.Id == one && (other.LeftOn == null || other.LeftOn >= days.Last), cancel), "deputyId", "organization.deputy-gone");
        var other = await Named(person, days).OrderBy(delegation => delegation.First).Select(delegation => new { delegation.First, delegation.Last }).FirstOrDefaultAsync(cancel);
        check.That(other is null, "deputyId", "organization.delegation-overlap", ("first", other?.First), ("last", other?.Last));
    }

    /// <summary>From today on, of what is agreed to late; none where he has named another meanwhile, or the deputy has gone.</summary>
    public async Task Appoint(LeaveApplication application, LeaveEntryId leave, CancellationToken cancel)
    {
        var today = clock.Today;
        if (application.DeputyId is not { } deputy || application.Last < today)
        {
            return;
        }

        var days = new Period(application.First > today ? application.First : today, application.Last);
        await db.LockPerson(application.PersonId, cancel);
        if (await Named(application.PersonId, days).AnyAsync(cancel) || !await db.Set<Person>().AnyAsync(one => one.Id == deputy && (one.LeftOn == null || one.LeftOn >= days.First), cancel))
        {
            return;
        }

        var delegation = new Delegation { Id = Id.New<DelegationId>(), PersonId = application.PersonId, DeputyId = deputy, First = days.First, Last = days.Last, Kinds = "", LeaveId = leave };
        db.Add(delegation);
        await db.SaveChangesAsync(cancel);
        await DelegationReach.Tell(delegation, "deputy-named", db, notifier, cancel);
    }

    /// <summary>
    /// The leave is of other days now, or of none: whoever stands in does so on these, from today on. What he decided up to now stays. Saved by
    /// the caller.
    /// </summary>
    public async Task Follow(LeaveEntryId leave, Period? days, CancellationToken cancel)
    {
        var today = clock.Today;
        foreach (var delegation in await db.Set<Delegation>().Where(one => one.LeaveId == leave && one.Last >= today).ToListAsync(cancel))
        {
            var before = (delegation.First, delegation.Last);
            var first = delegation.First < today ? delegation.First : days is { } ahead && ahead.First > today ? ahead.First : today;
            var last = days is { } left && left.Last >= today ? left.Last : today.AddDays(-1);
            // Where somebody else is named beyond the days he had, that stays.
            if (first <= last && (first < before.First || last > before.Last) && await Named(delegation.PersonId, new Period(first, last)).AnyAsync(one => one.Id != delegation.Id, cancel))
            {
                (first, last) = (first < before.First ? before.First : first, last > before.Last ? before.Last : last);
            }

            if (before == (first, last))
            {
                continue;
            }

            if (last < first)
            {
                db.Remove(delegation);
            }
            else
            {
                (delegation.First, delegation.Last) = (first, last);
            }

            await DelegationReach.Tell(delegation, last < first || last < today ? "deputy-released" : "deputy-named", db, notifier, cancel);
        }
    }

    private IQueryable<Delegation> Named(PersonId person, Period days)
    {
        var (first, last) = (days.First, days.Last);
        return db.Set<Delegation>().Where(delegation => delegation.PersonId == person && delegation.First <= last && delegation.Last >= first);
    }
}
