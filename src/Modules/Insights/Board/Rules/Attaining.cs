using Yingpan.Kernel;

namespace Yingpan.Insights.Board.Rules;

/// <summary>Goal and actual of one subject in one period, and what follows from the two.</summary>
public sealed record Attained
{
    public required Money Goal { get; init; }

    public required Money Actual { get; init; }

    /// <summary>actual ÷ goal; null without a goal, or with one so small that the share says nothing.</summary>
    public required Rate? Attainment { get; init; }

    /// <summary>goal − actual: what is missing; negative is surplus.</summary>
    public required Money Gap { get; init; }

    public required int Orders { get; init; }
}

/// <summary>How far the period has gone, and what the rest of it now asks for.</summary>
public sealed record Pace
{
    /// <summary>Working days gone ÷ working days, today included; 0 before and 1 after the period.</summary>
    public required Rate TimeProgress { get; init; }

    public required int WorkingDays { get; init; }

    /// <summary>Working days left after today.</summary>
    public required int DaysLeft { get; init; }

    /// <summary>attainment ÷ time progress: below 1 is behind. Null before the period begins or without a goal.</summary>
    public required Rate? Pacing { get; init; }

    /// <summary>What each working day left must bring to reach the goal; null when none is left or nothing is missing.</summary>
    public required Money? DailyNeeded { get; init; }

    /// <summary>Where the period lands at the pace so far: actual ÷ time progress; null before it begins, or beyond any amount.</summary>
    public required Money? Landing { get; init; }
}

/// <summary>Goal against actual (docs/rules/attainment.md).</summary>
public static class Attaining
{
    /// <summary>More than a million times a goal is no attainment: the goal is a cent that stands for "none yet".</summary>
    private const long MostTimes = 1_000_000;

    public static Attained Of(Money goal, Money actual, int orders) => new()
    {
        Goal = goal,
        Actual = actual,
        Attainment = Int128.Abs(actual.Minor) > Int128.Abs(goal.Minor) * MostTimes ? null : actual.RatioTo(goal),
        Gap = goal - actual,
        Orders = orders,
    };

    /// <param name="isWorkingDay">The work calendar of the house.</param>
    public static Pace PaceOf(Attained total, Period period, DateOnly today, Func<DateOnly, bool> isWorkingDay)
    {
        var days = period.EachDay().Count(isWorkingDay);
        var gone = today < period.First ? 0 : period.EachDay().TakeWhile(day => day <= today).Count(isWorkingDay);
        var left = days - gone;
        var progress = days == 0 ? Rate.Of(today > period.Last ? 1 : 0, Rounding.HalfUp) : Rate.Of((decimal)gone / days, Rounding.HalfUp);
        return new Pace
        {
            TimeProgress = progress,
            WorkingDays = days,
            DaysLeft = left,
            Pacing = gone == 0 || total.Attainment is not { } attainment
                ? null
                : Rate.Of(attainment.ToDecimal() * days / gone, Rounding.HalfUp),
            // Rounded up: with less, the goal would be missed by cents.
            DailyNeeded = left == 0 || total.Gap <= Money.Zero ? null : Money.Of(total.Gap.ToDecimal() / left, Rounding.Up),
            Landing = gone == 0 ? null : Amount(total.Actual.ToDecimal() * days / gone),
        };
    }

    private static Money? Amount(decimal value) =>
        Math.Abs(value) <= Money.MaxValue.ToDecimal() ? Money.Of(value, Rounding.HalfUp) : null;
}
