using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Organization.HandOvers;

/// <summary>The units he leads after that day. From the day after his last another does; who led on an earlier day stays answerable.</summary>
internal sealed class LedUnits(AppDb db, CompanyClock clock) : IBelongings
{
    public string Kind => "units";

    public Task<IReadOnlyDictionary<PersonId, int>> Counts(IQueryable<PersonId> people, DateOnly lastDay, CancellationToken cancel) =>
        Led(lastDay.Follows(clock.Today)).Select(term => term.HeadId).CountedFor(people, cancel);

    public async Task<IReadOnlyList<Belonging>> Of(PersonId person, DateOnly lastDay, int most, CancellationToken cancel) =>
        [.. (await Led(lastDay.Follows(clock.Today)).AsNoTracking().Where(term => term.HeadId == person).OrderBy(term => term.Name).Take(most).ToListAsync(cancel))
            .Select(term => new Belonging(term.UnitId.Value, term.Name, "", $"/organization?unit={term.UnitId}"))];

    public async Task<int> PassOn(Passing passing, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        await db.LockCompany(cancel);
        var day = passing.LastDay.Follows(clock.Today);
        var led = await Led(day).Where(term => term.HeadId == passing.From).Select(term => term.UnitId).ToListAsync(cancel);
        var units = (await db.Set<Unit>().Include(unit => unit.Terms).Where(unit => led.Contains(unit.Id)).ToListAsync(cancel))
            .Where(unit => only is null || only.Contains(unit.Id.Value)).ToList();
        foreach (var unit in units)
        {
            unit.Lead(day, passing.To);
            db.Entry(unit).Property(one => one.Version).IsModified = true;
        }

        await db.SaveChangesAsync(cancel);
        return units.Count;
    }

    private IQueryable<UnitTerm> Led(DateOnly day) => db.Set<UnitTerm>().On(day).Where(term => !term.IsClosed);
}

/// <summary>
/// Those whose superior he is by name, not as the head of their unit. From the day after his last they have another: a placement of its
/// own, so that who led whom on an earlier day stays answerable.
/// </summary>
internal sealed class LedPeople(AppDb db, CompanyClock clock) : IBelongings
{
    public string Kind => "people";

    public Task<IReadOnlyDictionary<PersonId, int>> Counts(IQueryable<PersonId> people, DateOnly lastDay, CancellationToken cancel) =>
        Led(Eve(lastDay)).Select(membership => membership.ManagerId).CountedFor(people, cancel);

    public async Task<IReadOnlyList<Belonging>> Of(PersonId person, DateOnly lastDay, int most, CancellationToken cancel) =>
        [.. (await (
            from membership in Led(Eve(lastDay))
            where membership.ManagerId == person
            join led in db.Set<Person>() on membership.PersonId equals led.Id
            orderby led.Name
            select new { membership.Id, led.Name, led.Number, Person = led.Id }).Take(most).ToListAsync(cancel))
            .Select(led => new Belonging(led.Id.Value, led.Name, led.Number, $"/people?open={led.Person}"))];

    public async Task<int> PassOn(Passing passing, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        var led = (await Led(Eve(passing.LastDay)).Where(membership => membership.ManagerId == passing.From).ToListAsync(cancel))
            .Where(membership => only is null || only.Contains(membership.Id.Value)).ToList();
        if (led.Exists(membership => membership.PersonId == passing.To))
        {
            throw Refusal.Conflict("organization.own-manager");
        }

        var day = passing.LastDay.Follows(clock.Today);
        foreach (var membership in led)
        {
            var follows = membership.First > day ? membership.First : day;
            db.Add(new Membership
            {
                Id = Id.New<MembershipId>(),
                PersonId = membership.PersonId,
                UnitId = membership.UnitId,
                PositionId = membership.PositionId,
                ManagerId = passing.To,
                First = follows,
                Last = membership.Last,
                ReorganizationId = membership.ReorganizationId,
            });
            if (membership.First < follows)
            {
                membership.Last = follows.AddDays(-1);
            }
            else
            {
                db.Remove(membership);
            }
        }

        await db.SaveChangesAsync(cancel);
        return led.Count;
    }

    private DateOnly Eve(DateOnly lastDay) => lastDay.Follows(clock.Today).AddDays(-1);

    /// <summary>Placements under somebody by name that go on after that day, of people who do.</summary>
    private IQueryable<Membership> Led(DateOnly lastDay) => db.Set<Membership>().Where(membership =>
        membership.ManagerId != null && (membership.Last == null || membership.Last > lastDay)
        && !db.Set<Person>().Any(person => person.Id == membership.PersonId && person.LeftOn != null && person.LeftOn <= lastDay));
}
