namespace Yingpan.Customers.Warnings.Rules;

/// <summary>An indicator that has reached its threshold.</summary>
internal sealed record FiredSignal(string Indicator, Reading Reading, decimal Threshold);

/// <summary>How the customer's last warning ended.</summary>
internal readonly record struct LastWarning(DateOnly ClosedOn, bool IsLost);

/// <summary>Whether a customer gives a warning on a day. Preview and run are this same function.</summary>
internal static class Warning
{
    /// <param name="open">Indicators that have fired in the warning that is open; null when none is.</param>
    public static IReadOnlyList<FiredSignal> Of(WarningSpec spec, WarningFacts facts, string? grade, IReadOnlyCollection<string>? open, LastWarning? last)
    {
        if (open is null && last is { } ended && IsQuiet(spec, facts, ended))
        {
            return [];
        }

        var fired = new List<FiredSignal>();
        foreach (var rule in spec.Indicators)
        {
            if (!rule.IsOn || open?.Contains(rule.Indicator) == true)
            {
                // What is open is not told again.
                continue;
            }

            var threshold = ThresholdOf(rule, grade);
            foreach (var indicator in IndicatorBook.All)
            {
                if (indicator.Code == rule.Indicator && indicator.Of(facts) is { } reading && reading.Value >= threshold)
                {
                    fired.Add(new FiredSignal(rule.Indicator, reading, threshold));
                }
            }
        }

        return fired;
    }

    public static decimal ThresholdOf(IndicatorRule rule, string? grade)
    {
        foreach (var own in rule.ByGrade)
        {
            if (own.Grade == grade)
            {
                return own.Threshold;
            }
        }

        return rule.Threshold;
    }

    /// <summary>Of urgent grades half the days, half up.</summary>
    public static DateOnly DueOn(WarningSpec spec, string? grade, DateOnly day) => day.AddDays(IsUrgent(spec, grade) ? (spec.DueDays + 1) / 2 : spec.DueDays);

    public static bool IsUrgent(WarningSpec spec, string? grade) => grade is not null && spec.UrgentGrades.Contains(grade);

    /// <summary>To how many superiors it has gone: to the first the day after it was due, to each next so many days later.</summary>
    public static int Level(WarningSpec spec, DateOnly due, DateOnly day) => day <= due ? 0 : 1 + ((day.DayNumber - due.DayNumber - 1) / spec.EscalateDays);

    /// <summary>Quiet for so many days; and one who was given up gives no sign before he buys again.</summary>
    private static bool IsQuiet(WarningSpec spec, WarningFacts facts, LastWarning last) =>
        facts.Day.DayNumber - last.ClosedOn.DayNumber < spec.QuietDays || (last.IsLost && (facts.OrderDays.Count == 0 || facts.OrderDays[^1] <= last.ClosedOn));
}
