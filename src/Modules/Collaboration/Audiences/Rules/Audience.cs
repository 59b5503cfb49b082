using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;

namespace Yingpan.Collaboration.Audiences.Rules;

/// <summary>Whom something is for: exactly one of unit, position and person.</summary>
/// <param name="WithSubunits">Of a unit: those of every unit below it too.</param>
internal sealed record AudiencePart(UnitId? UnitId, bool WithSubunits, PositionId? PositionId, PersonId? PersonId);

/// <summary>
/// The people of an audience on the day of the chart (docs/rules/audience.md). Whoever is named twice is in it once; whoever has left is not
/// in it.
/// </summary>
internal static class Audience
{
    /// <param name="Beyond">People of the named units, and named people, whom the sender may not address.</param>
    internal sealed record Result(IReadOnlyList<ChartPerson> People, IReadOnlyList<ChartPerson> Beyond);

    /// <param name="reached">Whom the sender may address; null is everybody. A position is meant within it, a unit or a person must lie in it.</param>
    /// <param name="without">The sender himself.</param>
    public static Result Of(Chart chart, IReadOnlyList<AudiencePart> parts, IReadOnlySet<PersonId>? reached, PersonId? without)
    {
        var (people, beyond) = (new List<ChartPerson>(), new List<ChartPerson>());
        foreach (var person in chart.People.Where(person => person.Id != without))
        {
            var mayReach = reached is null || reached.Contains(person.Id);
            var named = parts.Any(part => part.PersonId == person.Id || (part.UnitId is { } unit && IsIn(chart, person, unit, part.WithSubunits)));
            var byPosition = person.PositionId is { } position && parts.Any(part => part.PositionId == position);
            if ((named || byPosition) && mayReach)
            {
                people.Add(person);
            }
            else if (named)
            {
                beyond.Add(person);
            }
        }

        return new Result(Ordered(people), Ordered(beyond));
    }

    private static bool IsIn(Chart chart, ChartPerson person, UnitId unit, bool withSubunits) =>
        person.UnitId is { } own && (withSubunits ? chart.IsUnder(own, unit) : own == unit);

    private static List<ChartPerson> Ordered(List<ChartPerson> people) => [.. people.OrderBy(person => person.Id.Value)];
}
