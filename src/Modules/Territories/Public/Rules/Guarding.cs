using Yingpan.Kernel;
using Yingpan.Organization.Public;

namespace Yingpan.Territories.Public.Rules;

/// <summary>What somebody may do outside of his territory, or not.</summary>
public enum TerritoryAct
{
    /// <summary>Enter a customer, or take one over.</summary>
    Customer,
    Opportunity,
    Visit,
    Order,
}

/// <summary>What follows when it is done outside of one's territory.</summary>
public enum OutsideRule
{
    Allow,

    /// <summary>Done, and listed for the superior.</summary>
    Flag,

    /// <summary>Not done until the superior has given leave.</summary>
    Release,
    Block,
}

/// <summary>From that day on; what names neither unit nor position holds for the whole house.</summary>
public sealed record GuardRow(TerritoryAct Act, DateOnly First, UnitId? UnitId, PositionId? PositionId, OutsideRule Rule);

/// <param name="Last">Included.</param>
public sealed record GrantedRelease(PersonId PersonId, TerritoryId TerritoryId, TerritoryAct Act, DateOnly First, DateOnly Last);

/// <summary>Where a person's territory ends, and what holds for him there.</summary>
public static class Guarding
{
    /// <summary>
    /// Of what holds on that day: his position before his unit, the nearest unit before those above it, the house last. A row that names
    /// both must fit in both, and goes before all others.
    /// </summary>
    /// <param name="units">His unit and those above it, the nearest first.</param>
    public static OutsideRule RuleFor(IEnumerable<GuardRow> rows, TerritoryAct act, DateOnly day, IReadOnlyList<UnitId> units, PositionId? position) => rows
        .Where(row => row.Act == act && row.First <= day && (row.UnitId is not { } unit || units.Contains(unit)) && (row.PositionId is null || row.PositionId == position))
        .GroupBy(row => (row.UnitId, row.PositionId)).Select(group => group.MaxBy(row => row.First)!)
        .OrderByDescending(row => row.PositionId is not null).ThenBy(row => row.UnitId is { } unit ? Nearness(units, unit) : int.MaxValue)
        .Select(row => row.Rule).FirstOrDefault(OutsideRule.Allow);

    /// <summary>A territory is his where he, somebody he stands in for, or somebody he is above of, holds it or one it lies in.</summary>
    /// <param name="path">The territory and those it lies in.</param>
    public static bool IsInside(IEnumerable<TerritoryId> path, IReadOnlySet<TerritoryId> his) => path.Any(his.Contains);

    public static bool IsReleased(IEnumerable<GrantedRelease> releases, PersonId person, IReadOnlyList<TerritoryId> path, TerritoryAct act, DateOnly day) =>
        releases.Any(release => release.PersonId == person && release.Act == act && release.First <= day && day <= release.Last && path.Contains(release.TerritoryId));

    private static int Nearness(IReadOnlyList<UnitId> units, UnitId unit)
    {
        for (var i = 0; i < units.Count; i++)
        {
            if (units[i] == unit)
            {
                return i;
            }
        }

        return int.MaxValue - 1;
    }
}
