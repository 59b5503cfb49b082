using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Organization.Reorganizations;

/// <summary>
/// POST /api/reorganizations/{id}/withdraw: before its day it is taken back as if it had never been written; what was there goes on.
/// Refused once something was built on it.
/// </summary>
internal static class WithdrawReorganization
{
    public static async Task<Saved<ReorganizationId>> Handle(
        ReorganizationId id, IfMatch seen, AppDb db, Caller caller, IPeopleNames people, Followers followers, Notifier notifier, CompanyClock clock, CancellationToken cancel)
    {
        await db.LockCompany(cancel);
        var plan = await db.Find(id, ReorganizationState.Applied, cancel);
        db.Expect(plan, seen);
        if (plan.Day <= clock.Today)
        {
            throw Refusal.Conflict("organization.reorganization-holds", ("day", plan.Day));
        }

        var moved = await TakeBackPeople(db, plan, cancel);
        await db.SaveChangesAsync(cancel);
        // Before its units go: goals ahead already count for them.
        await followers.Follow(moved, plan.Day.AddDays(-1), cancel);
        var heads = await TakeBackUnits(db, plan, cancel);
        plan.State = ReorganizationState.Withdrawn;
        plan.WithdrawnAt = clock.Now;
        plan.WithdrawnByName = await people.NameOf(caller, cancel);
        await db.SaveChangesAsync(cancel);
        await notifier.Tell(moved.Union(heads), "organization.reorganization-withdrawn", new Dictionary<string, object?> { ["name"] = plan.Name, ["day"] = plan.Day }, "", cancel);
        return new Saved<ReorganizationId>(plan.Id, plan.Version);
    }

    private static async Task<List<PersonId>> TakeBackPeople(AppDb db, Reorganization plan, CancellationToken cancel)
    {
        var moved = await db.Set<Membership>().Where(stay => stay.ReorganizationId == plan.Id).Select(stay => stay.PersonId).ToListAsync(cancel);
        foreach (var person in moved.OrderBy(person => person.Value))
        {
            await db.LockPerson(person, cancel);
        }

        foreach (var person in await db.Set<Person>().Include(person => person.Memberships).Where(person => moved.Contains(person.Id)).ToListAsync(cancel))
        {
            var written = person.Memberships.First(stay => stay.ReorganizationId == plan.Id);
            if (person.Memberships.Exists(stay => stay.First > plan.Day))
            {
                throw Refusal.Conflict("organization.reorganization-built-on", ("name", person.Name));
            }

            if (person.Memberships.Find(stay => stay.Last == plan.Day.AddDays(-1)) is { } before)
            {
                before.Last = written.Last;
            }

            db.Remove(written);
            db.Entry(person).Property(one => one.Version).IsModified = true;
        }

        return moved;
    }

    /// <summary>Those who were to lead a unit by it.</summary>
    private static async Task<List<PersonId>> TakeBackUnits(AppDb db, Reorganization plan, CancellationToken cancel)
    {
        var changed = await db.Set<UnitTerm>().Where(term => term.ReorganizationId == plan.Id).Select(term => term.UnitId).ToListAsync(cancel);
        var heads = new List<PersonId>();
        foreach (var unit in await db.Set<Unit>().Include(unit => unit.Terms).Where(unit => changed.Contains(unit.Id)).ToListAsync(cancel))
        {
            var written = unit.Terms.First(term => term.First == plan.Day);
            // Of one that was to be founded, all that there is was written by this.
            var before = unit.Terms.Where(term => term.First < plan.Day && term.ReorganizationId != plan.Id).MaxBy(term => term.First);
            if (unit.Terms.Exists(term => term.First > plan.Day) || (before is null && await IsInUse(db, unit.Id, plan.Id, cancel)))
            {
                throw Refusal.Conflict("organization.reorganization-built-on", ("name", written.Name));
            }

            if (written.HeadId is { } head && head != before?.HeadId)
            {
                heads.Add(head);
            }

            if (before is null)
            {
                db.Remove(unit);
            }
            else
            {
                before.Last = written.Last;
                db.Remove(written);
                db.Entry(unit).Property(one => one.Version).IsModified = true;
            }
        }

        return heads;
    }

    /// <summary>A unit that was to be founded, and that something else already stands in.</summary>
    private static async Task<bool> IsInUse(AppDb db, UnitId unit, ReorganizationId plan, CancellationToken cancel) =>
        await db.Set<Membership>().AnyAsync(stay => stay.UnitId == unit && stay.ReorganizationId != plan, cancel)
        || await db.Set<UnitTerm>().AnyAsync(term => term.ParentId == unit && term.ReorganizationId != plan, cancel);
}
