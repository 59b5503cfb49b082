namespace Yingpan.Customers.Grading.Rules;

/// <param name="Below">Since when the score lies in a lower band than the grade; null when it does not.</param>
internal readonly record struct Standing(string? Grade, DateOnly? Below);

/// <summary>
/// A grade goes up at once. It goes down at once only where the score falls below the band by more than the margin; less than that, after the
/// score has lain below for so many days. A score that comes back forgets those days. Counted in days and not in runs, so that a run more or
/// less changes nobody's grade.
/// </summary>
internal static class Steadying
{
    public static Standing Next(Standing before, int? tenths, ScoreCard card, DateOnly day)
    {
        if (tenths is not { } score)
        {
            return new Standing(null, null);
        }

        var at = BandAt(card.Bands, score);
        var was = IndexOf(card.Bands, before.Grade);
        if (was < 0 || at <= was)
        {
            return new Standing(card.Bands[at].Grade, null);
        }

        var since = before.Below ?? day;
        return score < (card.Bands[was].From - card.Margin) * 10 || day.DayNumber - since.DayNumber >= card.Days
            ? new Standing(card.Bands[at].Grade, null)
            : new Standing(before.Grade, since);
    }

    /// <summary>The last band begins at nothing, so every score lies in one.</summary>
    public static int BandAt(IReadOnlyList<GradeBand> bands, int tenths)
    {
        for (var i = 0; i < bands.Count; i++)
        {
            if (tenths >= bands[i].From * 10)
            {
                return i;
            }
        }

        return bands.Count - 1;
    }

    private static int IndexOf(IReadOnlyList<GradeBand> bands, string? grade)
    {
        for (var i = 0; i < bands.Count; i++)
        {
            if (bands[i].Grade == grade)
            {
                return i;
            }
        }

        return -1;
    }
}
