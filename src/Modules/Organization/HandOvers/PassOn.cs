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

namespace Yingpan.Organization.HandOvers;

/// <summary>POST /api/people/{id}/hand-over: passes things on to those who follow, all or nothing.</summary>
internal static class PassOn
{
    public sealed record Line
    {
        public required string Kind { get; init; }

        public required PersonId ToId { get; init; }

        /// <summary>Single ones; left out, all of the kind that earlier lines left.</summary>
        public IReadOnlyList<Guid>? Ids { get; init; }
    }

    public sealed record Request : IChecked
    {
        public required DateOnly LastDay { get; init; }

        /// <summary>In order: single ones first, then the rest.</summary>
        public required IReadOnlyList<Line> Lines { get; init; }

        /// <summary>Writes the last day into his file. Refused while anything is left with him.</summary>
        public bool Leaves { get; init; }

        /// <summary>Ends his sign-ins at once.</summary>
        public bool DisablesAccount { get; init; }

        public void Check(Check check)
        {
            check.Day("lastDay", LastDay);
            check.That(Lines.Count <= 200, "lines", "field.too-many", ("max", 200));
            for (var i = 0; i < Math.Min(Lines.Count, 200); i++)
            {
                check.Text($"lines[{i}].kind", Lines[i].Kind, 40);
                check.That((Lines[i].Ids?.Count ?? 1) is >= 1 and <= 2_000, $"lines[{i}].ids", "field.range", ("min", 1), ("max", 2_000));
            }
        }
    }

    public sealed record Left(string Kind, int Count);

    public sealed record View(int Passed, IReadOnlyList<Left> Left, int Version);

    public static async Task<View> Handle(
        PersonId id, Request request, IfMatch seen, AppDb db, Reach reach, Caller caller, IPeopleNames people, IEnumerable<IBelongings> belongings, IWaitingDecisions decisions,
        Sessions sessions, Notifier notifier, CompanyClock clock, CancellationToken cancel)
    {
        // Nobody holds up what he may not see.
        if (!await db.Set<Person>().VisibleTo(reach, OrganizationPermissions.HandOver).AnyAsync(person => person.Id == id, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        // Two who hand over for the same person do so one after the other; the second sees what the first has left. What he leads changes the
        // house, whose lock is always taken before that of a person; and requests before both, as whoever decides about a leave takes them.
        await decisions.Hold(id, cancel);
        await db.LockCompany(cancel);
        await db.LockPerson(id, cancel);
        var person = await db.Set<Person>().VisibleTo(reach, OrganizationPermissions.HandOver)
            .FirstOrDefaultAsync(person => person.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(person, seen);
        var kinds = belongings.ToDictionary(one => one.Kind, StringComparer.Ordinal);
        await Check(request, person, kinds.Keys, db, reach, cancel);

        var handOver = new HandOver
        {
            Id = Id.New<HandOverId>(),
            PersonId = id,
            LastDay = request.LastDay,
            At = clock.Now,
            ById = caller.Account,
            ByName = await people.NameOf(caller, cancel),
        };
        foreach (var (i, line) in request.Lines.Index())
        {
            var count = await kinds[line.Kind].PassOn(new Passing(id, line.ToId, request.LastDay, caller.Person), line.Ids, cancel);
            if (count > 0)
            {
                handOver.Lines.Add(new HandOverLine { HandOverId = handOver.Id, Line = i + 1, Kind = line.Kind, ToId = line.ToId, Count = count });
            }
        }

        if (handOver.Lines.Count > 0)
        {
            db.Add(handOver);
        }

        if (request.DisablesAccount)
        {
            await Disable(id, caller, db, sessions, cancel);
        }

        var left = await LeftWith(id, request.LastDay, kinds.Values, db, cancel);
        if (request.Leaves)
        {
            if (left.Count > 0)
            {
                throw Refusal.Conflict("organization.hand-over-left", ("kind", $"belongings.{left[0].Kind}"), ("count", left[0].Count));
            }

            person.LeftOn = request.LastDay;
        }

        // The file shows what was handed over, so its version moves with it.
        db.Entry(person).Property(one => one.Version).IsModified = true;
        await db.SaveChangesAsync(cancel);
        foreach (var group in handOver.Lines.GroupBy(line => (line.ToId, line.Kind)))
        {
            await notifier.Tell(group.Key.ToId, "handed-over", new Dictionary<string, object?>
            {
                ["name"] = person.Name,
                ["kind"] = $"belongings.{group.Key.Kind}",
                ["count"] = group.Sum(line => line.Count),
            }, "", cancel);
        }

        return new View(handOver.Lines.Sum(line => line.Count), left, person.Version);
    }

    private static async Task Check(Request request, Person person, IEnumerable<string> kinds, AppDb db, Reach reach, CancellationToken cancel)
    {
        var check = new Check();
        check.That(request.LastDay >= person.HiredOn, "lastDay", "organization.before-hire", ("day", person.HiredOn));
        var wanted = request.Lines.Select(line => line.ToId).Distinct().ToList();
        var atWork = (await db.Set<Person>().VisibleTo(reach, OrganizationPermissions.HandOver)
            .Where(one => wanted.Contains(one.Id) && (one.LeftOn == null || one.LeftOn > request.LastDay))
            .Select(one => one.Id).ToListAsync(cancel)).ToHashSet();
        foreach (var (i, line) in request.Lines.Index())
        {
            check.That(kinds.Contains(line.Kind), $"lines[{i}].kind", "field.not-one-of", ("allowed", string.Join(", ", kinds)));
            check.That(line.ToId != person.Id, $"lines[{i}].toId", "organization.hand-over-himself");
            check.That(atWork.Contains(line.ToId), $"lines[{i}].toId", "organization.successor-gone");
        }

        check.ThrowIfAny();
    }

    private static async Task Disable(PersonId person, Caller caller, AppDb db, Sessions sessions, CancellationToken cancel)
    {
        if (await db.Set<Account>().FirstOrDefaultAsync(account => account.PersonId == person, cancel) is not { IsDisabled: false } account)
        {
            return;
        }

        if (account.AccountId == caller.Account)
        {
            throw Refusal.Conflict("organization.hand-over-own-account");
        }

        account.IsDisabled = true;
        await db.SaveChangesAsync(cancel);
        await sessions.End(db.Set<Session>().Where(session => session.AccountId == account.Id), cancel);
    }

    private static async Task<List<Left>> LeftWith(PersonId person, DateOnly lastDay, IEnumerable<IBelongings> belongings, AppDb db, CancellationToken cancel)
    {
        var one = db.Set<Person>().Where(row => row.Id == person).Select(row => row.Id);
        var left = new List<Left>();
        foreach (var kind in belongings)
        {
            if ((await kind.Counts(one, lastDay, cancel)).GetValueOrDefault(person) is > 0 and var count)
            {
                left.Add(new Left(kind.Kind, count));
            }
        }

        return left;
    }
}
