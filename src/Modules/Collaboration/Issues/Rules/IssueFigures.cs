using Yingpan.Kernel;
using Yingpan.Organization.Public;

namespace Yingpan.Collaboration.Issues.Rules;

/// <summary>What is counted of an issue.</summary>
internal sealed record IssueFact(UnitId Unit, DateOnly RaisedOn, DateOnly? AgreedOn, DateOnly? DoneOn, IssueState State);

/// <summary>How a unit keeps what it agrees to (docs/rules/issues.md).</summary>
/// <param name="OnTime">Done on the agreed day or before.</param>
/// <param name="Late">Done after it, or not done and past it.</param>
/// <param name="Rate">On time of all whose day has come or that are done; null when there are none.</param>
/// <param name="Days">From raised to done, on average, in days; null when nothing is done.</param>
internal sealed record IssueFigure(UnitId? Unit, int Raised, int Done, int OnTime, int Late, Rate? Rate, decimal? Days);

internal static class IssueFigures
{
    /// <summary>The one with most first. What was withdrawn counts for nothing.</summary>
    public static IReadOnlyList<IssueFigure> ByUnit(IEnumerable<IssueFact> issues, DateOnly today) =>
    [
        .. issues.GroupBy(issue => issue.Unit).Select(group => Of(group.Key, group, today)).Where(figure => figure.Raised > 0)
            .OrderByDescending(figure => figure.Raised).ThenBy(figure => figure.Unit!.Value.Value),
    ];

    public static IssueFigure Of(UnitId? unit, IEnumerable<IssueFact> issues, DateOnly today)
    {
        var counted = issues.Where(issue => issue.State != IssueState.Withdrawn).ToList();
        var done = counted.Where(issue => issue.DoneOn is not null).ToList();
        var onTime = done.Count(issue => issue.AgreedOn is null || issue.DoneOn <= issue.AgreedOn);
        var late = done.Count - onTime + counted.Count(issue => issue.DoneOn is null && issue.AgreedOn < today);
        return new IssueFigure(
            unit, counted.Count, done.Count, onTime, late,
            onTime + late == 0 ? null : Rate.Of((decimal)onTime / (onTime + late), Rounding.HalfUp),
            done.Count == 0 ? null : Math.Round((decimal)done.Sum(issue => issue.DoneOn!.Value.DayNumber - issue.RaisedOn.DayNumber) / done.Count, 1, MidpointRounding.AwayFromZero));
    }
}
