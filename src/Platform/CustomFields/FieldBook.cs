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
/// The definitions, kept so that no list and no record asks for them. Forgotten when one is changed: at once in this process and, by the
/// line on which processes of one PostgreSQL tell each other, in the others; and after half a minute anyhow. A process that has not heard
/// yet can write no wrong value: a field never changes its kind, see <see cref="CustomField"/>.
/// </summary>
internal sealed class FieldBook(TimeProvider clock)
{
    public const string Channel = "yingpan_fields";

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private Page? page;
    private int generation;

    private sealed record Page(IReadOnlyDictionary<string, KnownFields> Subjects, DateTimeOffset GoodUntil);

    /// <summary>Tells this process's own words from those of others.</summary>
    public string Node { get; } = Guid.CreateVersion7().ToString("N");

    public void Forget()
    {
        lock (gate)
        {
            generation++;
            page = null;
        }
    }

    /// <summary>Said by whoever changes a definition, within the transaction of the change.</summary>
    public async Task Changed(AppDb db, CancellationToken cancel)
    {
        db.AfterCommit(Forget);
        await db.Announce(Channel, Node, cancel);
    }

    /// <summary>What another process says; its own words it has heard already.</summary>
    public void Hear(string node)
    {
        if (node != Node)
        {
            Forget();
        }
    }

    public async ValueTask<KnownFields> Of(string subject, AppDb db, CancellationToken cancel)
    {
        if (Good(out var before) is { } good)
        {
            return Subject(good, subject);
        }

        var read = new Page(
            Put(await Fields(db).ToListAsync(cancel), await Lists(db).ToListAsync(cancel), await Rules(db).ToListAsync(cancel)), clock.GetUtcNow() + Lifetime);
        return Subject(Keep(read, before), subject);
    }

    /// <summary>Where nothing can be waited for: an importer names its columns. Nearly always it is known already.</summary>
    public KnownFields Now(string subject, AppDb db)
    {
        return Good(out var before) is { } good
            ? Subject(good, subject)
            : Subject(Keep(new Page(Put([.. Fields(db)], [.. Lists(db)], [.. Rules(db)]), clock.GetUtcNow() + Lifetime), before), subject);
    }

    private Page? Good(out int before)
    {
        lock (gate)
        {
            before = generation;
            return page is { } now && now.GoodUntil > clock.GetUtcNow() ? now : null;
        }
    }

    /// <summary>What was read while somebody changed it serves this once only.</summary>
    private Page Keep(Page read, int before)
    {
        lock (gate)
        {
            if (before == generation)
            {
                page = read;
            }
        }

        return read;
    }

    private static KnownFields Subject(Page page, string subject) => page.Subjects.GetValueOrDefault(subject, KnownFields.None);

    private static IQueryable<CustomField> Fields(AppDb db) => db.Set<CustomField>().AsNoTracking().OrderBy(field => field.Order).ThenBy(field => field.Code);

    private static IQueryable<OptionItem> Lists(AppDb db) => db.Set<OptionItem>().AsNoTracking().OrderBy(item => item.Order);

    private static IQueryable<FieldRule> Rules(AppDb db) => db.Set<FieldRule>().AsNoTracking().OrderBy(rule => rule.Field);

    private static Dictionary<string, KnownFields> Put(List<CustomField> fields, List<OptionItem> items, List<FieldRule> rules)
    {
        var options = items.ToLookup(item => item.ListId, item => new FieldOption(item.Id.Value, item.Code, item.Name, item.NameEn, item.Order, item.IsRetired));
        return fields.Select(field => field.Subject).Concat(rules.Select(rule => rule.Subject)).Distinct(StringComparer.Ordinal).ToDictionary(
            subject => subject,
            subject => new KnownFields(
                [.. fields.Where(field => field.Subject == subject).Select(field => new KnownField(ShapeOf(field, field.ListId is { } list ? [.. options[list]] : []), field))],
                [.. rules.Where(rule => rule.Subject == subject).Select(RequirementOf)]),
            StringComparer.Ordinal);
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
