using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public.Rules;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Public;

public static class HouseChart
{
    /// <summary>The chart as it is on that day; whoever has left is not in it, nor a unit that is closed. From the memory of the house, or in two queries.</summary>
    public static ValueTask<Chart> LoadChart(this AppDb db, DateOnly day, CancellationToken cancel) => db.FromHouse(() => Read(db, day, cancel), day);

    private static async Task<Chart> Read(AppDb db, DateOnly day, CancellationToken cancel)
    {
        var units = await db.Set<UnitTerm>().AsNoTracking().On(day).Where(unit => !unit.IsClosed)
            .Select(unit => new { Id = unit.UnitId, unit.ParentId, unit.Name, unit.Kind, unit.HeadId }).ToListAsync(cancel);
        var people = await (
            from person in db.Set<Person>()
            where person.LeftOn == null || person.LeftOn >= day
            from place in db.Set<Membership>().Where(place => place.PersonId == person.Id && place.First <= day && (place.Last == null || place.Last >= day)).DefaultIfEmpty()
            select new { person.Id, person.Name, UnitId = (UnitId?)place!.UnitId, PositionId = (PositionId?)place.PositionId, place.ManagerId }).AsNoTracking().ToListAsync(cancel);
        return new Chart(
            units.Select(unit => new ChartUnit(unit.Id, unit.ParentId, unit.Name, unit.Kind.ToString(), unit.HeadId)),
            people.DistinctBy(person => person.Id).Select(person => new ChartPerson(person.Id, person.Name, person.UnitId, person.PositionId, person.ManagerId)));
    }

    /// <summary>The names of the kinds of unit, as they stand in a chart.</summary>
    public static IReadOnlyList<string> UnitKinds { get; } = Enum.GetNames<UnitKind>();
}
