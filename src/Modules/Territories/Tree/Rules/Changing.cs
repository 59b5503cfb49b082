namespace Yingpan.Territories.Tree.Rules;

public enum ChangeFinding
{
    Fits,

    /// <summary>Who answers for it changes so often that nobody gets to know his customers.</summary>
    TooOften,

    /// <summary>Nobody has looked at it anew for a long time.</summary>
    Never,
}

/// <summary>How often a territory changes hands.</summary>
public static class Changing
{
    /// <param name="starts">First days of all who ever answered for it.</param>
    /// <param name="most">More changes than that in the twelve months before the day are too many.</param>
    public static (int InAYear, ChangeFinding Finding) Of(IReadOnlyCollection<DateOnly> starts, DateOnly today, int most, int neverMonths)
    {
        // Who was first has changed nothing.
        var changes = starts.Where(day => day <= today).Order().Skip(1).ToList();
        var recent = changes.Count(day => day > today.AddYears(-1));
        return (recent, recent > most ? ChangeFinding.TooOften
            : starts.Count > 0 && starts.Where(day => day <= today).DefaultIfEmpty(today).Max() <= today.AddMonths(-neverMonths) ? ChangeFinding.Never : ChangeFinding.Fits);
    }
}
