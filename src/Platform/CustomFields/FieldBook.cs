using Microsoft.EntityFrameworkCore;
using Yingpan.Platform.CustomFields.Data;
using Yingpan.Platform.CustomFields.Rules;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.CustomFields;

/// <summary>A field with what is not needed to read a value.</summary>
internal sealed record KnownField(FieldShape Shape, CustomField Row);

/// <summary>The fields of one subject and the rules of all its fields, as they stood when they were read.</summary>
internal sealed record KnownFields(IReadOnlyList<KnownField> All, IReadOnlyList<Requirement> Rules)
{
    public static readonly KnownFields None = new([], []);

    /// <summary>In use, in their order.</summary>
    public IReadOnlyList<KnownField> Active { get; } = [.. All.Where(field => !field.Row.IsRetired)];

    /// <summary>In use, and not hidden from that caller.</summary>
    public IEnumerable<KnownField> For(FieldSubject subject, Access.Caller caller) =>
        caller.May(subject.Sensitive) ? Active : Active.Where(field => !field.Row.IsSensitive);

    /// <summary>The code of a retired field asks for nothing, and so does a condition on one.</summary>
    public IReadOnlyList<Requirement> RulesInUse { get; } = InUse(All, Rules);

    private static IReadOnlyList<Requirement> InUse(IReadOnlyList<KnownField> all, IReadOnlyList<Requirement> rules)
    {
        var keys = all.Where(field => !field.Row.IsRetired).Select(field => field.Shape.Key).ToHashSet(StringComparer.Ordinal);
        return [.. rules.Where(rule => IsThere(rule.Field) && (rule.WhenField is null || IsThere(rule.WhenField)))];

        bool IsThere(string field) => !field.StartsWith(FieldShape.Prefix, StringComparison.Ordinal) || keys.Contains(field);
    }
}

/// <summary>
/// The definitions of all subjects, as the memory of the house keeps them. A process that has not heard yet of a change can write no wrong
/// value: a field never changes its kind, see <see cref="CustomField"/>.
/// </summary>
internal static class FieldBook
{
    private sealed record Page(IReadOnlyDictionary<string, KnownFields> Subjects);

    public static async ValueTask<KnownFields> FieldsOf(this AppDb db, string subject, CancellationToken cancel) => Subject(
        await db.FromHouse(async () => Put(await Fields(db).ToListAsync(cancel), await Lists(db).ToListAsync(cancel), await Rules(db).ToListAsync(cancel))), subject);

    /// <summary>Where nothing can be waited for: an importer names its columns. Nearly always it is known already.</summary>
    public static KnownFields FieldsOf(this AppDb db, string subject) =>
        Subject(db.FromHouseNow(() => Put([.. Fields(db)], [.. Lists(db)], [.. Rules(db)])), subject);

    private static KnownFields Subject(Page page, string subject) => page.Subjects.GetValueOrDefault(subject, KnownFields.None);

    private static IQueryable<CustomField> Fields(AppDb db) => db.Set<CustomField>().AsNoTracking().OrderBy(field => field.Order).ThenBy(field => field.Code);

    private static IQueryable<OptionItem> Lists(AppDb db) => db.Set<OptionItem>().AsNoTracking().OrderBy(item => item.Order);

    private static IQueryable<FieldRule> Rules(AppDb db) => db.Set<FieldRule>().AsNoTracking().OrderBy(rule => rule.Field);

    private static Page Put(List<CustomField> fields, List<OptionItem> items, List<FieldRule> rules)
    {
        var options = items.ToLookup(item => item.ListId, item => new FieldOption(item.Id.Value, item.Code, item.Name, item.NameEn, item.Order, item.IsRetired));
        return new Page(fields.Select(field => field.Subject).Concat(rules.Select(rule => rule.Subject)).Distinct(StringComparer.Ordinal).ToDictionary(
            subject => subject,
            subject => new KnownFields(
                [.. fields.Where(field => field.Subject == subject).Select(field => new KnownField(ShapeOf(field, field.ListId is { } list ? [.. options[list]] : []), field))],
                [.. rules.Where(rule => rule.Subject == subject).Select(RequirementOf)]),
            StringComparer.Ordinal));
    }

    private static FieldShape ShapeOf(CustomField field, IReadOnlyList<FieldOption> options) => new()
    {
        Code = field.Code,
        Name = field.Name,
        NameEn = field.NameEn,
        Kind = field.Kind,
        MaxLength = field.MaxLength,
        Min = field.Min,
        Max = field.Max,
        Decimals = field.Decimals,
        Options = options,
    };

    public static Requirement RequirementOf(FieldRule rule) => new(
        rule.Field, rule.Need, rule.WhenField, rule.WhenValues?.Split(',') ?? [], rule.From, rule.OfOld);
}
