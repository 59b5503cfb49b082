using Yingpan.Kernel;

namespace Yingpan.Customers.Warnings.Rules;

/// <summary>One warning as the figures count it.</summary>
internal sealed record WarningFact(bool IsFollowed, string? Cause, IReadOnlyList<string> Measures, bool IsClosed, bool IsWon, bool IsLost, Money Sales, Money Cost);

/// <param name="Rate">Won ÷ (won + lost); null while none of them is either.</param>
internal sealed record WinBackLine(string? Code, int Warnings, int Won, int Lost, int Open, Rate? Rate, Money Sales, Money Cost);

/// <summary>How far warnings went: each step counts who also took the ones before. False alarms are no step.</summary>
internal sealed record WinBackFunnel(int Opened, int Followed, int Explained, int Acted, int Won, int Lost, int FalseAlarms);

/// <summary>Who was won back, by cause and by measure. A warning with two measures counts for both, so those lines do not add up to the whole; those by cause do.</summary>
internal static class WinBack
{
    public static WinBackFunnel Funnel(IReadOnlyCollection<WarningFact> facts) => new(
        facts.Count,
        facts.Count(fact => fact.IsFollowed),
        facts.Count(fact => fact is { IsFollowed: true, Cause: not null }),
        facts.Count(fact => fact is { IsFollowed: true, Cause: not null, Measures.Count: > 0 }),
        facts.Count(fact => fact.IsWon),
        facts.Count(fact => fact.IsLost),
        facts.Count(fact => fact is { IsClosed: true, IsWon: false, IsLost: false }));

    public static IReadOnlyList<WinBackLine> ByCause(IEnumerable<WarningFact> facts) =>
        [.. facts.GroupBy(fact => fact.Cause).Select(group => LineOf(group.Key, [.. group])).OrderByDescending(line => line.Warnings).ThenBy(line => line.Code, StringComparer.Ordinal)];

    public static IReadOnlyList<WinBackLine> ByMeasure(IEnumerable<WarningFact> facts) =>
        [.. facts.SelectMany(fact => fact.Measures.Distinct(StringComparer.Ordinal).Select(measure => (measure, fact))).GroupBy(pair => pair.measure, pair => pair.fact)
            .Select(group => LineOf(group.Key, [.. group])).OrderByDescending(line => line.Warnings).ThenBy(line => line.Code, StringComparer.Ordinal)];

    public static WinBackLine LineOf(string? code, IReadOnlyCollection<WarningFact> facts)
    {
        var (won, lost) = (facts.Count(fact => fact.IsWon), facts.Count(fact => fact.IsLost));
        return new WinBackLine(
            code, facts.Count, won, lost, facts.Count(fact => !fact.IsClosed), won + lost == 0 ? null : Rate.Of((decimal)won / (won + lost), Rounding.HalfUp),
            new Money(facts.Where(fact => fact.IsWon).Sum(fact => fact.Sales.Minor)), new Money(facts.Sum(fact => fact.Cost.Minor)));
    }
}
