using Yingpan.Kernel;

namespace Yingpan.Customers.Care.Rules;

/// <summary>So many answers of that score on that day, of customers who had that grade then.</summary>
internal readonly record struct ScoreCount(DateOnly On, string? Grade, int Score, int Answers);

/// <param name="Average">To two decimals, half up; null without an answer.</param>
internal sealed record SatisfactionLine(string? Key, int Answers, decimal? Average);

/// <summary>How satisfied customers say they are: mean scores, by month, by grade and by score.</summary>
internal static class Satisfaction
{
    public const int Best = 10;

    public static SatisfactionLine All(IReadOnlyCollection<ScoreCount> counts) => Line(null, counts);

    /// <summary>Every month of the period, also those without an answer.</summary>
    public static IReadOnlyList<SatisfactionLine> ByMonth(IReadOnlyCollection<ScoreCount> counts, DateOnly from, DateOnly to)
    {
        var byMonth = counts.ToLookup(count => Month.Of(count.On));
        var lines = new List<SatisfactionLine>();
        for (var month = Month.Of(from); month.First <= to; month = month.Plus(1))
        {
            lines.Add(Line(month.ToString(), [.. byMonth[month]]));
        }

        return lines;
    }

    public static IReadOnlyList<SatisfactionLine> ByGrade(IReadOnlyCollection<ScoreCount> counts) =>
        [.. counts.GroupBy(count => count.Grade).OrderBy(group => group.Key is null).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => Line(group.Key, [.. group]))];

    /// <summary>How often each score was given, from 1 on.</summary>
    public static IReadOnlyList<int> ByScore(IReadOnlyCollection<ScoreCount> counts) =>
        [.. Enumerable.Range(1, Best).Select(score => counts.Where(count => count.Score == score).Sum(count => count.Answers))];

    private static SatisfactionLine Line(string? key, IReadOnlyCollection<ScoreCount> counts)
    {
        var answers = counts.Sum(count => count.Answers);
        return new SatisfactionLine(key, answers, answers == 0 ? null : decimal.Round(counts.Sum(count => (decimal)count.Score * count.Answers) / answers, 2, MidpointRounding.AwayFromZero));
    }
}
