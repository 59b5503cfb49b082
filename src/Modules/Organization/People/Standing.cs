using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Modules;

namespace Yingpan.Organization.People;

/// <summary>Answers Platform's question where a person stands today.</summary>
internal sealed class StandingToday(AppDb db, CompanyClock clock, WorkCalendars calendars) : IStanding
{
    public async Task<Standing> Of(PersonId person, CancellationToken cancel)
    {
        var today = clock.Today;
        var hasLeft = await db.Set<Person>().AnyAsync(one => one.Id == person && one.LeftOn != null && one.LeftOn < today, cancel);
        return await UnitOf(person, cancel) is { } here ? new Standing(here, await db.UnitsUnder(here, cancel), hasLeft) : new Standing(null, [], hasLeft);
    }

    public async Task<IReadOnlySet<PersonId>> HaveLeft(IReadOnlyCollection<PersonId> people, CancellationToken cancel)
    {
        var today = clock.Today;
        return await db.Set<Person>().Where(person => people.Contains(person.Id) && person.LeftOn != null && person.LeftOn < today).Select(person => person.Id).ToHashSetAsync(cancel);
    }

    public async Task<IReadOnlyList<UnitId>> UnitsAbove(PersonId person, CancellationToken cancel)
    {
        var ranks = await calendars.Ranks(await UnitOf(person, cancel), cancel);
        return [.. ranks.OrderByDescending(unit => unit.Value).Select(unit => unit.Key)];
    }

    public async Task<IReadOnlyList<UnitId>> Known(IReadOnlyList<UnitId> units, CancellationToken cancel) =>
        await db.UnitCards.Where(unit => units.Contains(unit.Id)).Select(unit => unit.Id).ToListAsync(cancel);

    private async Task<UnitId?> UnitOf(PersonId person, CancellationToken cancel)
    {
        var today = clock.Today;
        return await db.Set<Membership>()
            .Where(membership => membership.PersonId == person && membership.First <= today && (membership.Last == null || membership.Last >= today))
            .Select(membership => (UnitId?)membership.UnitId).FirstOrDefaultAsync(cancel);
    }
}

internal sealed class Badges(AppDb db, CompanyClock clock) : IBadges
{
    public async Task<PersonBadge?> Of(PersonId person, CancellationToken cancel)
    {
        var (today, units) = (clock.Today, db.UnitCards);
        return await (
            from who in db.Set<Person>()
            where who.Id == person
            let place = db.Set<Membership>().FirstOrDefault(membership =>
                membership.PersonId == person && membership.First <= today && (membership.Last == null || membership.Last >= today))
            select new PersonBadge
            {
                Id = who.Id,
                Number = who.Number,
                Name = who.Name,
                UnitId = place == null ? null : place.UnitId,
                UnitName = units.Where(unit => unit.Id == place!.UnitId).Select(unit => unit.Name).FirstOrDefault(),
                PositionName = db.Set<Position>().Where(position => position.Id == place!.PositionId).Select(position => position.Name).FirstOrDefault(),
            }).FirstOrDefaultAsync(cancel);
    }
}

internal sealed class PeopleNames(AppDb db) : IPeopleNames
{
    public async Task<IReadOnlyDictionary<PersonId, string>> Of(IReadOnlyCollection<PersonId> people, CancellationToken cancel) =>
        people.Count == 0
            ? new Dictionary<PersonId, string>()
            : await db.Set<Person>().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
}
