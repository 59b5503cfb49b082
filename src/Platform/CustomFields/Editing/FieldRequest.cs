using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.CustomFields.Data;
using Yingpan.Platform.CustomFields.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Imports.Rules;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.CustomFields.Editing;

/// <summary>When a field must be filled, in requests and answers.</summary>
internal sealed record RuleRequest : IChecked
{
    public required FieldNeed Need { get; init; }

    /// <summary>Another field, as in a request: <c>state</c>, <c>custom.source</c>.</summary>
    public string? When { get; init; }

    /// <summary>Any of these.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>First day on which it holds; null is at once, and for every record.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Also of records that were there before that day, when they are edited the next time.</summary>
    public bool OfOld { get; init; }

    public void Check(Check check)
    {
        check.That(Need != FieldNeed.When || When is not null, "required.when", "field.required");
        check.That(Need != FieldNeed.When || Values.Count > 0, "required.values", "field.required");
        check.That(Values.Count <= FieldReading.MostChoices && Values.All(value => value.Length is > 0 and <= 40 && !value.Contains(',')), "required.values", "field.not-valid");
        if (From is { } from)
        {
            check.Day("required.from", from);
        }
    }

    public static RuleRequest? Of(Requirement? rule) => rule is null ? null : new RuleRequest
    {
        Need = rule.Need,
        When = rule.WhenField,
        Values = rule.WhenValues,
        From = rule.From,
        OfOld = rule.OfOld,
    };
}

/// <summary>What is entered of a field, the same when it is made and when it is changed.</summary>
internal abstract record FieldRequest : IChecked
{
    public required string Name { get; init; }

    public string? NameEn { get; init; }

    /// <summary>Changes only while no record has a value.</summary>
    public required FieldKind Kind { get; init; }

    public OptionListId? ListId { get; init; }

    public string? Section { get; init; }

    public string? SectionEn { get; init; }

    public string? Hint { get; init; }

    public string? HintEn { get; init; }

    /// <summary>Of a text, in characters.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Of a number or an amount, both included: <c>"0.5"</c>.</summary>
    public string? Min { get; init; }

    public string? Max { get; init; }

    /// <summary>Of a number: 0 to 4, 4 unless told.</summary>
    public int? Decimals { get; init; }

    public bool IsInList { get; init; }

    public bool IsFilter { get; init; }

    public bool IsSensitive { get; init; }

    /// <summary>Null is never.</summary>
    public RuleRequest? Required { get; init; }

    private bool IsFigure => Kind is FieldKind.Number or FieldKind.Money;

    internal bool IsChoice => Kind is FieldKind.Choice or FieldKind.Choices;

    public virtual void Check(Check check)
    {
        check.Text("name", Name, 60);
        check.OptionalText("nameEn", NameEn, 60);
        check.OptionalText("section", Section, 60);
        check.OptionalText("sectionEn", SectionEn, 60);
        check.OptionalText("hint", Hint, 200);
        check.OptionalText("hintEn", HintEn, 200);
        check.That(!IsChoice || ListId is not null, "listId", "field.required");
        var longest = Kind == FieldKind.LongText ? FieldReading.LongestLongText : FieldReading.LongestText;
        check.That(MaxLength is null || MaxLength is > 0 && MaxLength <= longest, "maxLength", "field.range", ("min", 1), ("max", longest));
        check.That(Decimals is null or (>= 0 and <= 4), "decimals", "field.range", ("min", 0), ("max", 4));
        check.That(Kind != FieldKind.LongText || !IsFilter, "isFilter", "fields.long-text");
        foreach (var (field, text) in new[] { ("min", Min), ("max", Max) })
        {
            check.That(!IsFigure || string.IsNullOrEmpty(text) || FieldReading.Bound(Kind, text) is not null, field, Kind == FieldKind.Money ? "field.not-money" : "field.not-number");
        }

        if (IsFigure && FieldReading.Bound(Kind, Min) is { } min && FieldReading.Bound(Kind, Max) is { } max)
        {
            check.That(min <= max, "max", "fields.bounds");
        }

        Required?.Check(check);
    }

    public void WriteTo(CustomField field)
    {
        field.Name = Name.Clean();
        field.NameEn = NameEn.CleanOrNull();
        field.Section = Section.CleanOrNull();
        field.SectionEn = SectionEn.CleanOrNull();
        field.Hint = Hint.CleanOrNull();
        field.HintEn = HintEn.CleanOrNull();
        // What another kind would have said of itself is not kept.
        field.MaxLength = Kind is FieldKind.Text or FieldKind.LongText ? MaxLength : null;
        field.Min = IsFigure ? FieldReading.Bound(Kind, Min) : null;
        field.Max = IsFigure ? FieldReading.Bound(Kind, Max) : null;
        field.Decimals = Kind == FieldKind.Number ? Decimals : null;
        field.IsInList = IsInList;
        field.IsFilter = IsFilter;
        field.IsSensitive = IsSensitive;
    }
}

/// <summary>What the routes that change definitions share: what must fit together, and the rule that belongs to a field.</summary>
internal sealed class FieldEdits(AppDb db, TextBook texts)
{
    /// <param name="self">The key of the field that is edited or made, <c>custom.source</c>; or of a field every house has.</param>
    public async Task CheckRule(RuleRequest? rule, FieldSubject subject, string self, bool isSensitive, Check check, CancellationToken cancel)
    {
        if (rule is not { Need: FieldNeed.When, When: { } when })
        {
            return;
        }

        check.That(when != self, "required.when", "fields.own-condition");
        IReadOnlyList<string>? known = null;
        if (when.StartsWith(FieldShape.Prefix, StringComparison.Ordinal))
        {
            var code = when[FieldShape.Prefix.Length..];
            var field = await db.Set<CustomField>().AsNoTracking().FirstOrDefaultAsync(field => field.Subject == subject.Code && field.Code == code, cancel);
            known = field?.Kind switch
            {
                FieldKind.YesNo => ["true", "false"],
                FieldKind.Choice or FieldKind.Choices => await db.Set<OptionItem>().Where(item => item.ListId == field.ListId).Select(item => item.Code).ToListAsync(cancel),
                _ => null,
            };
            // Whoever is refused for want of the one would know what the other holds.
            check.That(field is null || isSensitive || !field.IsSensitive, "required.when", "fields.condition-hidden");
        }
        else
        {
            known = subject.BuiltIn.FirstOrDefault(field => field.Name == when && field.Choices.Count > 0)?.Choices.Select(choice => choice.Value).ToList();
        }

        check.That(known is not null, "required.when", "fields.no-condition");
        check.That(known is null || rule.Values.All(known.Contains), "required.values", "field.not-valid");
    }

    /// <summary>A heading of a file must not be able to mean two fields.</summary>
    public async Task CheckNames(FieldRequest request, FieldSubject subject, CustomFieldId? self, Check check, CancellationToken cancel)
    {
        var prefix = $"{subject.List}.column.";
        var taken = texts.Codes.Where(code => code.StartsWith(prefix, StringComparison.Ordinal))
            .SelectMany(code => new[] { texts.Say(code, Languages.Chinese), texts.Say(code, Languages.English), code[prefix.Length..] })
            .Select(Headings.Key).ToHashSet(StringComparer.Ordinal);
        var others = await db.Set<CustomField>().AsNoTracking().Where(field => field.Subject == subject.Code && field.Id != self)
            .Select(field => new { field.Code, field.Name, field.NameEn }).ToListAsync(cancel);
        taken.UnionWith(others.SelectMany(field => new[] { field.Code, field.Name, field.NameEn ?? "" }).Where(name => name.Length > 0).Select(Headings.Key));
        foreach (var (at, name) in new[] { ("name", request.Name), ("nameEn", request.NameEn ?? "") })
        {
            check.That(!taken.Contains(Headings.Key(name)) || name.Length == 0, at, "fields.name-taken");
        }
    }

    public async Task CheckList(FieldRequest request, Check check, CancellationToken cancel) =>
        check.That(request.ListId is null || !request.IsChoice || await db.Set<OptionList>().AnyAsync(list => list.Id == request.ListId, cancel), "listId", "record.not-found");

    /// <summary>The rule as it shall be; never is none.</summary>
    public async Task PutRule(RuleRequest? rule, string subject, string field, CancellationToken cancel)
    {
        var there = await db.Set<FieldRule>().FirstOrDefaultAsync(row => row.Subject == subject && row.Field == field, cancel);
        if (rule is null or { Need: FieldNeed.Never })
        {
            if (there is not null)
            {
                db.Remove(there);
            }

            return;
        }

        if (there is null)
        {
            there = new FieldRule { Subject = subject, Field = field, Need = rule.Need };
            db.Add(there);
        }

        var isWhen = rule.Need == FieldNeed.When;
        (there.Need, there.WhenField, there.WhenValues) = (rule.Need, isWhen ? rule.When : null, isWhen ? string.Join(',', rule.Values.Distinct(StringComparer.Ordinal)) : null);
        (there.From, there.OfOld) = (rule.From, rule.OfOld);
    }

    /// <summary>Refused while a rule asks what the field holds.</summary>
    public async Task RefuseInCondition(CustomField field, CancellationToken cancel)
    {
        var key = FieldShape.Prefix + field.Code;
        if (await db.Set<FieldRule>().AnyAsync(rule => rule.Subject == field.Subject && rule.WhenField == key, cancel))
        {
            throw Refusal.Conflict("fields.in-condition", ("name", field.Name));
        }
    }

    public async Task<CustomField> Find(CustomFieldId id, CancellationToken cancel) =>
        await db.Set<CustomField>().FirstOrDefaultAsync(field => field.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");

    public Task Save(CancellationToken cancel) => db.SaveChangesAsync(cancel);
}
