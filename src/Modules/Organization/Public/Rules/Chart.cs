using Yingpan.Kernel;

namespace Yingpan.Organization.Public.Rules;

/// <param name="Kind">Company, Region, Department, Team or Store.</param>
public sealed record ChartUnit(UnitId Id, UnitId? ParentId, string Name, string Kind, PersonId? HeadId);

/// <summary>Somebody who works here today.</summary>
/// <param name="ManagerId">Null takes the head of the unit.</param>
public sealed record ChartPerson(PersonId Id, string Name, UnitId? UnitId, PositionId? PositionId, PersonId? ManagerId);

/// <summary>The chart of the house on one day: who stands where, and who is above whom. Holds no one who has left.</summary>
public sealed class Chart(IEnumerable<ChartUnit> units, IEnumerable<ChartPerson> people)
{
    private readonly Dictionary<UnitId, ChartUnit> units = units.ToDictionary(unit => unit.Id);
    private readonly Dictionary<PersonId, ChartPerson> people = people.ToDictionary(person => person.Id);

    public IReadOnlyCollection<ChartPerson> People => people.Values;

    public IReadOnlyCollection<ChartUnit> Units => units.Values;

    public ChartPerson? Person(PersonId id) => people.GetValueOrDefault(id);

    public ChartUnit? Unit(UnitId id) => units.GetValueOrDefault(id);

    /// <summary>That unit, or one below it.</summary>
    public bool IsUnder(UnitId unit, UnitId above) => UnitsAbove(unit).Any(one => one.Id == above);

    /// <summary>His manager where he has one of his own, else the head of the nearest unit at or above his that is not he himself.</summary>
    public PersonId? SuperiorOf(PersonId id)
    {
        if (Person(id) is not { } person)
        {
            return null;
        }

        if (person.ManagerId is { } manager && manager != id && people.ContainsKey(manager))
        {
            return manager;
        }

        return person.UnitId is { } unit
            ? UnitsAbove(unit).Select(one => one.HeadId).FirstOrDefault(head => head is { } found && found != id && people.ContainsKey(found))
            : null;
    }

    /// <summary>From the nearest to the highest. A circle of managers ends where it would begin again.</summary>
    public IReadOnlyList<PersonId> SuperiorsOf(PersonId id)
    {
        var above = new List<PersonId>();
        for (var next = SuperiorOf(id); next is { } one && one != id && !above.Contains(one); next = SuperiorOf(one))
        {
            above.Add(one);
        }

        return above;
    }

    /// <summary>People who are, over their managers, their own superiors; empty in a house that is in order.</summary>
    public IReadOnlyList<PersonId> Circle()
    {
        foreach (var start in people.Keys)
        {
            var path = new List<PersonId> { start };
            for (var next = SuperiorOf(start); next is { } one; next = SuperiorOf(one))
            {
                if (path.IndexOf(one) is var at and >= 0)
                {
                    return path[at..];
                }

                path.Add(one);
            }
        }

        return [];
    }

    /// <summary>Who leads the unit or, where nobody does, the nearest one above it that somebody leads.</summary>
    public PersonId? HeadOf(UnitId unit) => UnitsAbove(unit).Select(one => one.HeadId).FirstOrDefault(head => head is { } found && people.ContainsKey(found));

    /// <summary>Does he lead that unit, or one above it?</summary>
    public bool Leads(PersonId head, UnitId unit) => UnitsAbove(unit).Any(one => one.HeadId == head);

    /// <summary>Does he lead a unit of that kind at or above where the other stands?</summary>
    public bool Heads(PersonId head, string kind, PersonId of) =>
        Person(of)?.UnitId is { } unit && UnitsAbove(unit).Any(one => one.HeadId == head && one.Kind == kind);

    private IEnumerable<ChartUnit> UnitsAbove(UnitId unit)
    {
        var seen = new HashSet<UnitId>();
        for (UnitId? next = unit; next is { } id && seen.Add(id) && units.TryGetValue(id, out var one); next = one.ParentId)
        {
            yield return one;
        }
    }
}
