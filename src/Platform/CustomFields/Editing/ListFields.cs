using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Platform.CustomFields.Data;
using Yingpan.Platform.CustomFields.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.CustomFields.Editing;

internal sealed record CustomFieldView
{
    public required CustomFieldId Id { get; init; }

    public required string Subject { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public string? NameEn { get; init; }

    public required FieldKind Kind { get; init; }

    public OptionListId? ListId { get; init; }

    public string? ListName { get; init; }

    public string? Section { get; init; }

    public string? SectionEn { get; init; }

    public string? Hint { get; init; }

    public string? HintEn { get; init; }

    public int? MaxLength { get; init; }

    public string? Min { get; init; }

    public string? Max { get; init; }

    public int? Decimals { get; init; }

    public required bool IsInList { get; init; }

    public required bool IsFilter { get; init; }

    public required bool IsSensitive { get; init; }

    public required bool IsRetired { get; init; }

    /// <summary>Null is never.</summary>
    public RuleRequest? Required { get; init; }

    /// <summary>How many records have a value.</summary>
    public required int Records { get; init; }

    public required int Version { get; init; }

    /// <summary><c>kind</c> and <c>delete</c> while no record has a value.</summary>
    public required IReadOnlyList<string> Can { get; init; }
}

/// <summary>GET /api/custom-fields: all of them, subject by subject in their order.</summary>
internal static class ListFields
{
    public sealed record View(IReadOnlyList<CustomFieldView> Items);

    public static async Task<View> Handle(AppDb db, FieldSubjects subjects, CancellationToken cancel)
    {
        var fields = await db.Set<CustomField>().AsNoTracking().OrderBy(field => field.Subject).ThenBy(field => field.Order).ThenBy(field => field.Code).ToListAsync(cancel);
        var rules = (await db.Set<FieldRule>().AsNoTracking().ToListAsync(cancel)).ToDictionary(rule => (rule.Subject, rule.Field), FieldBook.RequirementOf);
        var lists = await db.Set<OptionList>().AsNoTracking().ToDictionaryAsync(list => list.Id, list => list.Name, cancel);
        var counts = new Dictionary<CustomFieldId, int>();
        foreach (var subject in subjects.All)
        {
            foreach (var (field, count) in await subject.Counts(db, cancel))
            {
                counts[field] = count;
            }
        }

        return new View(fields.ConvertAll(field => new CustomFieldView
        {
            Id = field.Id,
            Subject = field.Subject,
            Code = field.Code,
            Name = field.Name,
            NameEn = field.NameEn,
            Kind = field.Kind,
            ListId = field.ListId,
            ListName = field.ListId is { } list ? lists[list] : null,
            Section = field.Section,
            SectionEn = field.SectionEn,
            Hint = field.Hint,
            HintEn = field.HintEn,
            MaxLength = field.MaxLength,
            Min = field.Min is { } min ? FieldShowing.Figure(field.Kind, min) : null,
            Max = field.Max is { } max ? FieldShowing.Figure(field.Kind, max) : null,
            Decimals = field.Decimals,
            IsInList = field.IsInList,
            IsFilter = field.IsFilter,
            IsSensitive = field.IsSensitive,
            IsRetired = field.IsRetired,
            Required = RuleRequest.Of(rules.GetValueOrDefault((field.Subject, FieldShape.Prefix + field.Code))),
            Records = counts.GetValueOrDefault(field.Id),
            Version = field.Version,
            Can = [field.IsRetired ? "restore" : "retire", .. counts.ContainsKey(field.Id) ? Array.Empty<string>() : ["kind", "delete"]],
        }));
    }
}

/// <summary>GET /api/field-subjects: what may have fields, and what rules may say of the fields every house has.</summary>
internal static class ListSubjects
{
    public sealed record ChoiceView(string Value, string Name);

    public sealed record BuiltInView
    {
        /// <summary>As in a request: <c>phone</c>.</summary>
        public required string Field { get; init; }

        public required string Name { get; init; }

        public required bool MayBeRequired { get; init; }

        /// <summary>What a condition can ask of it; empty for none.</summary>
        public required IReadOnlyList<ChoiceView> Choices { get; init; }

        /// <summary>Null is never.</summary>
        public RuleRequest? Required { get; init; }

        /// <summary>Of its rule; 0 without one.</summary>
        public required int Version { get; init; }
    }

    public sealed record SubjectView(string Code, string Name, IReadOnlyList<BuiltInView> BuiltIn);

    public sealed record View(IReadOnlyList<SubjectView> Items);

    public static async Task<View> Handle(HttpContext http, AppDb db, FieldSubjects subjects, TextBook texts, CancellationToken cancel)
    {
        var language = Languages.Of(http);
        var rules = (await db.Set<FieldRule>().AsNoTracking().ToListAsync(cancel)).ToDictionary(rule => (rule.Subject, rule.Field));
        return new View([.. subjects.All.Select(subject => new SubjectView(subject.Code, subject.NameIn(texts, language), [.. subject.BuiltIn.Select(field =>
        {
            var rule = rules.GetValueOrDefault((subject.Code, field.Name));
            return new BuiltInView
            {
                Field = field.Name,
                Name = subject.NameOf(field, texts, language),
                MayBeRequired = field.MayBeRequired,
                Choices = [.. field.Choices.Select(choice => new ChoiceView(choice.Value, texts.Say(choice.Text, language)))],
                Required = rule is null ? null : RuleRequest.Of(FieldBook.RequirementOf(rule)),
                Version = rule?.Version ?? 0,
            };
        })]))]);
    }
}
