using Yingpan.Kernel;

namespace Yingpan.Territories.Sizing.Rules;

public enum SpanFinding
{
    Fits,

    /// <summary>A manager for so few is one too many.</summary>
    Few,
    Many,
}

public sealed record ManagerSpan(PersonId Id, int Direct, SpanFinding Finding);

/// <param name="RepsPerManager">Null without managers.</param>
public sealed record SpanYear(int Year, int Managers, int Reps, decimal? RepsPerManager);

/// <summary>Span of control: how many people report to one.</summary>
public static class Span
{
    /// <param name="superiors">Everybody who works here, and his superior.</param>
    /// <param name="few">Up to which a span is too small, included.</param>
    /// <param name="many">Up to which it is not too large, included.</param>
    public static IReadOnlyList<ManagerSpan> Of(IReadOnlyDictionary<PersonId, PersonId?> superiors, int few, int many) =>
        [.. superiors.Values.OfType<PersonId>().Where(superiors.ContainsKey).GroupBy(superior => superior)
            .Select(group => new ManagerSpan(group.Key, group.Count(), group.Count() <= few ? SpanFinding.Few : group.Count() > many ? SpanFinding.Many : SpanFinding.Fits))
            .OrderBy(span => span.Direct)];

    /// <summary>Whoever has somebody under him is a manager; all others are reps, whatever they are called.</summary>
    public static SpanYear Ratio(int year, IReadOnlyDictionary<PersonId, PersonId?> superiors)
    {
        var managers = Of(superiors, 0, int.MaxValue).Count;
        var reps = superiors.Count - managers;
        return new SpanYear(year, managers, reps, managers == 0 ? null : Rounding.HalfUp.Round((decimal)reps / managers, 2));
    }
}
