namespace Yingpan.Customers.Warnings.Rules;

internal sealed record GradeThreshold(string Grade, decimal Threshold);

internal sealed record IndicatorRule
{
    public required string Indicator { get; init; }

    public required bool IsOn { get; init; }

    /// <summary>Fires from that reading on.</summary>
    public required decimal Threshold { get; init; }

    /// <summary>For customers of that grade instead.</summary>
    public IReadOnlyList<GradeThreshold> ByGrade { get; init; } = [];
}

/// <summary>A word one chooses from: the code stays, the names may change.</summary>
internal sealed record WarningWord(string Code, string Name, string NameEn);

/// <summary>All that warnings go by, from a day on.</summary>
internal sealed record WarningSpec
{
    public required IReadOnlyList<IndicatorRule> Indicators { get; init; }

    /// <summary>Days within which somebody must follow up.</summary>
    public required int DueDays { get; init; }

    /// <summary>For these grades half of it, and the superior is told at once.</summary>
    public required IReadOnlyList<string> UrgentGrades { get; init; }

    /// <summary>Days overdue after each of which it goes one superior further up.</summary>
    public required int EscalateDays { get; init; }

    /// <summary>Days after a warning was closed in which the same customer gives none.</summary>
    public required int QuietDays { get; init; }

    public required IReadOnlyList<WarningWord> Causes { get; init; }

    public required IReadOnlyList<WarningWord> Measures { get; init; }

    /// <summary>What somebody may report of a customer by hand.</summary>
    public required IReadOnlyList<WarningWord> OwnSignals { get; init; }
}

internal static class WarningFaults
{
    private const int MostWords = 30;

    public static IReadOnlyList<(string Path, string Code)> Of(WarningSpec spec)
    {
        var faults = new List<(string, string)>();
        That(spec.DueDays is >= 1 and <= 60, "dueDays", "field.not-valid");
        That(spec.EscalateDays is >= 1 and <= 60, "escalateDays", "field.not-valid");
        That(spec.QuietDays is >= 0 and <= 365, "quietDays", "field.not-valid");
        That(spec.UrgentGrades.All(grade => grade.Length is >= 1 and <= 4), "urgentGrades", "field.not-valid");
        That(spec.Indicators.Select(rule => rule.Indicator).Distinct(StringComparer.Ordinal).Count() == spec.Indicators.Count
            && spec.Indicators.All(rule => IndicatorBook.All.Any(indicator => indicator.Code == rule.Indicator)), "indicators", "customers.warning-indicators");
        for (var i = 0; i < spec.Indicators.Count; i++)
        {
            var rule = spec.Indicators[i];
            That(rule.Threshold is >= 0 and <= 10_000, $"indicators[{i}].threshold", "field.not-valid");
            That(rule.ByGrade.All(one => one.Grade.Length is >= 1 and <= 4 && one.Threshold is >= 0 and <= 10_000)
                && rule.ByGrade.Select(one => one.Grade).Distinct(StringComparer.Ordinal).Count() == rule.ByGrade.Count, $"indicators[{i}].byGrade", "field.not-valid");
        }

        foreach (var (words, path) in new[] { (spec.Causes, "causes"), (spec.Measures, "measures"), (spec.OwnSignals, "ownSignals") })
        {
            That(words.Count is >= 1 and <= MostWords && words.All(word => word.Code.Length is >= 1 and <= 40 && word.Name.Trim().Length is >= 1 and <= 40 && word.NameEn.Trim().Length is >= 1 and <= 60)
                && words.Select(word => word.Code).Distinct(StringComparer.Ordinal).Count() == words.Count, path, "customers.warning-words");
        }

        return faults;

        void That(bool holds, string path, string code)
        {
            if (!holds)
            {
                faults.Add((path, code));
            }
        }
    }
}

/// <summary>What holds in a house that has said nothing.</summary>
internal static class UsualWarnings
{
    public static WarningSpec Spec { get; } = new()
    {
        Indicators =
        [
            new() { Indicator = "buying-interval", IsOn = true, Threshold = 3m, ByGrade = [new("A", 2m), new("B", 2.5m)] },
            new() { Indicator = "spending-fall", IsOn = true, Threshold = 0.7m, ByGrade = [new("A", 0.5m), new("B", 0.6m)] },
            new() { Indicator = "overdue", IsOn = true, Threshold = 90m, ByGrade = [new("A", 60m)] },
            new() { Indicator = "contact-gap", IsOn = true, Threshold = 180m, ByGrade = [new("A", 60m), new("B", 90m)] },
            new() { Indicator = "complaints", IsOn = true, Threshold = 3m, ByGrade = [new("A", 2m)] },
            new() { Indicator = "chance-gone", IsOn = true, Threshold = 0.9m, ByGrade = [new("A", 0.7m), new("B", 0.8m)] },
        ],
        DueDays = 6,
        UrgentGrades = ["A"],
        EscalateDays = 3,
        QuietDays = 60,
        Causes =
        [
            new("product", "产品原因", "Product"), new("service", "服务原因", "Service"), new("competitor", "竞争对手", "Competitor"), new("price", "价格原因", "Price"),
            new("other", "其他", "Other"),
        ],
        Measures = [new("discount", "优惠政策", "Better terms"), new("service", "加强服务", "Better service"), new("visit", "高层拜访", "Visit by a superior"), new("other", "其他", "Other")],
        OwnSignals = [new("mood", "心态不稳", "Wavering"), new("competitor", "倒向其他单位", "Leaning to another supplier"), new("complaint", "投诉", "Complaint"), new("other", "其他", "Other")],
    };
}
