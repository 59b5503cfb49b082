namespace Yingpan.Platform.CustomFields.Rules;

/// <summary>When a field must be filled.</summary>
/// <param name="Field">As in a request: <c>phone</c>, <c>custom.source</c>.</param>
/// <param name="WhenField">Another field, for <see cref="FieldNeed.When"/>.</param>
/// <param name="From">First day on which it holds; null is ever since.</param>
/// <param name="OfOld">Also of records that were there before that day.</param>
public sealed record Requirement(string Field, FieldNeed Need, string? WhenField, IReadOnlyList<string> WhenValues, DateOnly? From, bool OfOld);

/// <summary>Which fields must be filled and are not (docs/rules/required-fields.md).</summary>
public static class Requiring
{
    /// <param name="valuesOf">What a field holds: nothing is an empty list, null is that nobody knows, which breaks no rule.</param>
    /// <param name="since">The day the record began; null for one whose day nobody knows, which then counts as old.</param>
    public static IEnumerable<string> Missing(IEnumerable<Requirement> rules, Func<string, IReadOnlyList<string>?> valuesOf, DateOnly? since, DateOnly today) =>
        from rule in rules
        where Holds(rule, since, today) && Applies(rule, valuesOf) && valuesOf(rule.Field) is { Count: 0 }
        select rule.Field;

    /// <summary>Whether a record of that day is asked at all, today.</summary>
    public static bool Holds(Requirement rule, DateOnly? since, DateOnly today) =>
        rule.Need != FieldNeed.Never && (rule.From is not { } from || (today >= from && (rule.OfOld || since >= from)));

    private static bool Applies(Requirement rule, Func<string, IReadOnlyList<string>?> valuesOf) => rule.Need == FieldNeed.Always
        || (rule.WhenField is { } field && valuesOf(field)?.Any(value => rule.WhenValues.Contains(value)) == true);
}
