using Microsoft.AspNetCore.Http;
using Yingpan.Platform.Access;
using Yingpan.Platform.CustomFields.Editing;
using Yingpan.Platform.CustomFields.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.CustomFields;

/// <summary>
/// GET /api/custom-forms: of everything the caller may see, which fields of the house's own it has, in the reader's language, and which fields
/// must be filled. What forms, lists, filters and drawers are made from; a sensitive field is told only to those who may see it.
/// </summary>
internal static class ListForms
{
    /// <param name="IsRetired">For records that have it; not to be chosen anew.</param>
    public sealed record OptionView(string Code, string Name, bool IsRetired);

    public sealed record FormField
    {
        public required string Code { get; init; }

        public required string Name { get; init; }

        public required FieldKind Kind { get; init; }

        public string? Section { get; init; }

        public string? Hint { get; init; }

        public required IReadOnlyList<OptionView> Options { get; init; }

        public int? MaxLength { get; init; }

        public string? Min { get; init; }

        public string? Max { get; init; }

        public int? Decimals { get; init; }

        public required bool IsInList { get; init; }

        public required bool IsFilter { get; init; }

        public required bool IsSensitive { get; init; }
    }

    /// <param name="Field">As in a request: <c>phone</c>, <c>custom.source</c>.</param>
    /// <param name="OfNew">A new record is asked for it today.</param>
    public sealed record FormRule(string Field, bool OfNew, RuleRequest Required);

    public sealed record FormView(string Subject, IReadOnlyList<FormField> Fields, IReadOnlyList<FormRule> Rules);

    public sealed record View(IReadOnlyList<FormView> Items);

    public static async Task<View> Handle(HttpContext http, AppDb db, FieldSubjects subjects, Caller caller, CompanyClock clock, CancellationToken cancel)
    {
        var english = Languages.Of(http) == Languages.English;
        var forms = new List<FormView>();
        foreach (var subject in subjects.All.Where(subject => caller.May(subject.Read)))
        {
            var known = await db.FieldsOf(subject.Code, cancel);
            var mine = known.For(subject, caller).ToList();
            var hidden = known.Active.Except(mine).Select(field => field.Shape.Key).ToHashSet(StringComparer.Ordinal);
            forms.Add(new FormView(
                subject.Code,
                mine.ConvertAll(field => Field(field, english)),
                [.. known.RulesInUse.Where(rule => !hidden.Contains(rule.Field))
                    .Select(rule => new FormRule(rule.Field, Requiring.Holds(rule, clock.Today, clock.Today), RuleRequest.Of(rule)!))]));
        }

        return new View(forms);
    }

    private static FormField Field(KnownField field, bool english) => new()
    {
        Code = field.Shape.Code,
        Name = field.Shape.NameIn(english),
        Kind = field.Shape.Kind,
        Section = english ? field.Row.SectionEn ?? field.Row.Section : field.Row.Section,
        Hint = english ? field.Row.HintEn ?? field.Row.Hint : field.Row.Hint,
        Options = [.. field.Shape.Options.Select(option => new OptionView(option.Code, option.NameIn(english), option.IsRetired))],
        MaxLength = field.Shape.MaxLength,
        Min = field.Shape.Min is { } min ? FieldShowing.Figure(field.Shape.Kind, min) : null,
        Max = field.Shape.Max is { } max ? FieldShowing.Figure(field.Shape.Kind, max) : null,
        Decimals = field.Shape.Decimals,
        IsInList = field.Row.IsInList,
        IsFilter = field.Row.IsFilter,
        IsSensitive = field.Row.IsSensitive,
    };
}
