using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Organization.Reorganizations.Rules;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Organization.Reorganizations;

/// <summary>
/// POST /api/reorganizations/{id}/apply: all of it or nothing. Only rows that begin on its day are written, so it takes effect by the date
/// alone, and every day before it stays as it was.
/// </summary>
internal static class ApplyReorganization
{
    public static async Task<Saved<ReorganizationId>> Handle(
        ReorganizationId id, IfMatch seen, AppDb db, Caller caller, IPeopleNames people, Followers followers, Notifier notifier, CompanyClock clock, CancellationToken cancel)
    {
        // Whoever rearranges the house queues here, and nobody who is to move is moved meanwhile.
        await db.LockCompany(cancel);
        var plan = await db.Find(id, ReorganizationState.Draft, cancel);
        db.Expect(plan, seen);
        var steps = StoredSteps.Of(plan);
        foreach (var person in (await Outcome(db, plan, steps, cancel)).People.Select(move => move.Before.Id).OrderBy(person => person.Value))
        {
            await db.LockPerson(person, cancel);
        }

        var result = await Outcome(db, plan, steps, cancel);
        if (PreviewReorganization.Faults(plan.Day, steps, result, db) is { Count: > 0 } faults)
        {
            throw Refusal.Faulty(faults);
        }

        await WriteUnits(db, plan, result, cancel);
        await WritePeople(db, plan, result, cancel);
        plan.State = ReorganizationState.Applied;
        plan.AppliedAt = clock.Now;
        plan.AppliedByName = await people.NameOf(caller, cancel);
        await db.SaveChangesAsync(cancel);
        await followers.Follow([.. result.People.Select(move => move.Before.Id)], plan.Day.AddDays(-1), cancel);
        await Tell(plan, result, notifier, cancel);
        return new Saved<ReorganizationId>(plan.Id, plan.Version);
    }

    private static async Task<Reorganizing.Result> Outcome(AppDb db, Reorganization plan, IReadOnlyList<Step> steps, CancellationToken cancel) =>
        Reorganizing.Of(await db.LoadHouse(plan.Day, isDone: false, cancel), steps);

    private static async Task WriteUnits(AppDb db, Reorganization plan, Reorganizing.Result result, CancellationToken cancel)
    {
        var changed = result.Units.Where(change => change.Before is not null).Select(change => change.After.Id).ToList();
        var units = await db.Set<Unit>().Include(unit => unit.Terms).Where(unit => changed.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, cancel);
        foreach (var (_, after, _) in result.Units)
        {
            if (!units.TryGetValue(after.Id, out var unit))
            {
                unit = UnitTerms.Found(new UnitTerm
                {
                    Id = Id.New<UnitTermId>(),
                    UnitId = after.Id,
                    ParentId = after.ParentId,
                    Name = after.Name,
                    Kind = Enum.Parse<UnitKind>(after.Kind),
                    Order = after.Order,
                    First = plan.Day,
                    ReorganizationId = plan.Id,
                });
                db.Add(unit);
            }
            else
            {
                db.Entry(unit).Property(one => one.Version).IsModified = true;
            }

            var term = unit.From(plan.Day, plan.Id);
            (term.ParentId, term.Name, term.HeadId, term.Order, term.IsClosed) = (after.ParentId, after.Name, after.HeadId, after.Order, after.IsClosed);
        }
    }

    private static async Task WritePeople(AppDb db, Reorganization plan, Reorganizing.Result result, CancellationToken cancel)
    {
        var (eve, ids) = (plan.Day.AddDays(-1), result.People.Select(move => move.Before.Id).ToList());
        var people = await db.Set<Person>().Include(person => person.Memberships).Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancel);
        foreach (var (_, after, _) in result.People)
        {
            var person = people[after.Id];
            var running = person.Memberships.Find(stay => stay.First <= eve && (stay.Last is null || stay.Last >= eve));
            db.Add(new Membership
            {
                Id = Id.New<MembershipId>(),
                PersonId = after.Id,
                UnitId = after.UnitId!.Value,
                PositionId = after.PositionId!.Value,
                ManagerId = after.ManagerId,
                First = plan.Day,
                Last = running?.Last > eve ? running.Last : null,
                ReorganizationId = plan.Id,
            });
            if (running is not null)
            {
                running.Last = eve;
            }

            db.Entry(person).Property(one => one.Version).IsModified = true;
        }
    }

    private static async Task Tell(Reorganization plan, Reorganizing.Result result, Notifier notifier, CancellationToken cancel)
    {
        var names = result.After.People.ToDictionary(person => person.Id, person => person.Name);
        var units = result.After.Units.ToDictionary(unit => unit.Id, unit => unit.Name);
        var chart = result.ChartAfter;
        var moved = result.People.Where(move => !move.Before.HasLeft).ToList();
        foreach (var (_, after, _) in moved)
        {
            await notifier.Tell(after.Id, "organization.placed-anew", new Dictionary<string, object?>
            {
                ["name"] = plan.Name,
                ["day"] = plan.Day,
                ["unit"] = units[after.UnitId!.Value],
                ["superior"] = chart.SuperiorOf(after.Id) is { } superior ? names[superior] : "–",
            }, "", cancel);
        }

        var told = moved.Select(move => move.Before.Id).ToHashSet();
        foreach (var group in result.Superiors.Where(change => change.To is not null && !told.Contains(change.PersonId)).GroupBy(change => change.To!.Value))
        {
            await notifier.Tell(group.Select(change => change.PersonId), "organization.superior-changed", new Dictionary<string, object?>
            {
                ["name"] = plan.Name,
                ["day"] = plan.Day,
                ["superior"] = names[group.Key],
            }, "", cancel);
        }

        foreach (var (before, after, _) in result.Units.Where(change => change.After.HeadId is not null && change.After.HeadId != change.Before?.HeadId))
        {
            await notifier.Tell(after.HeadId!.Value, "organization.leads-unit", new Dictionary<string, object?> { ["name"] = plan.Name, ["day"] = plan.Day, ["unit"] = after.Name }, "", cancel);
        }
    }
}
