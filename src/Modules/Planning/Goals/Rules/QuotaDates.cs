namespace Yingpan.Planning.Goals.Rules;

/// <summary>
/// Until when a goal runs that only says when it begins (docs/rules/quota-dates.md): to the day before the next one begins. The last one
/// runs as many months as the one before it, the only one a quarter.
/// </summary>
public static class QuotaDates
{
    private const int MonthsOfTheOnlyOne = 3;

    /// <param name="firsts">First days of all goals of the person, in any order, with or without <paramref name="first"/>.</param>
    public static DateOnly LastOf(DateOnly first, IReadOnlyCollection<DateOnly> firsts)
    {
        var later = firsts.Where(day => day > first).Order().Take(1).ToList();
        if (later.Count == 1)
        {
            return later[0].AddDays(-1);
        }

        var before = firsts.Where(day => day < first).OrderDescending().Take(1).ToList();
        // Month ends wander (30 November, 28 February), so the distance is counted in days and rounded to whole months.
        var months = before.Count == 0
            ? MonthsOfTheOnlyOne
            : Math.Max(1, (int)Math.Round((first.DayNumber - before[0].DayNumber) * 12 / 365.25m, MidpointRounding.AwayFromZero));
        return first.AddMonths(months).AddDays(-1);
    }
}
