using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.CustomFields.Data;
using Yingpan.Platform.Data;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.CustomFields;

/// <summary>A field that every house has, as rules may speak of it.</summary>
/// <param name="Name">As in a request: <c>phone</c>.</param>
/// <param name="MayBeRequired">It may be left empty, unless the house says otherwise.</param>
/// <param name="Choices">What a condition can ask of it: value, and the code of its text. Empty for none.</param>
public sealed record BuiltInField(string Name, bool MayBeRequired = true, params IReadOnlyList<(string Value, string Text)> Choices)
{
    /// <summary>A field whose values are the members of an enum, in words by <c>{Enum}.{Member}</c>; it is always filled.</summary>
    public static BuiltInField State<T>(string name) where T : struct, Enum =>
        new(name, MayBeRequired: false, [.. Enum.GetNames<T>().Select(member => (member, $"{typeof(T).Name}.{member}"))]);
}

/// <summary>
/// What may have fields of the house's own: <c>services.AddCustomFields(new FieldSubject&lt;CustomerId&gt; { … })</c>, and
/// <see cref="CustomTables.CustomValuesOf"/> for its table.
/// </summary>
public abstract record FieldSubject
{
    /// <summary><c>customer</c></summary>
    public required string Code { get; init; }

    /// <summary>Of the records: <c>customers_customer</c>; in words by <c>subject.{table}</c>.</summary>
    public required string Table { get; init; }

    /// <summary>The name of its list and its import, whose columns are in words by <c>{list}.column.{column}</c>.</summary>
    public required string List { get; init; }

    /// <summary>To see its records, and so what fields they have.</summary>
    public required Permission Read { get; init; }

    /// <summary>To see and to fill the fields that are sensitive; not scoped.</summary>
    public required Permission Sensitive { get; init; }

    /// <summary>The fields every house has that rules may speak of.</summary>
    public required IReadOnlyList<BuiltInField> BuiltIn { get; init; }

    /// <summary>The type of its ids.</summary>
    internal abstract Type Id { get; }

    internal string NameIn(TextBook texts, string language) => texts.Say($"subject.{Table}", language);

    internal string NameOf(BuiltInField field, TextBook texts, string language) => texts.Say($"{List}.column.{TextOf(field)}", language);

    /// <summary>A list shows whose name, a request says whose id.</summary>
    private static string TextOf(BuiltInField field) => field.Name.EndsWith("Id", StringComparison.Ordinal) ? $"{field.Name[..^2]}Name" : field.Name;

    /// <summary>How many records have a value, by field; only fields with any.</summary>
    internal abstract Task<IReadOnlyDictionary<CustomFieldId, int>> Counts(AppDb db, CancellationToken cancel);

    internal abstract Task<bool> HasValues(AppDb db, CustomFieldId field, CancellationToken cancel);

    /// <summary>Those of them that some record has.</summary>
    internal abstract Task<List<OptionItemId>> Chosen(AppDb db, IReadOnlyCollection<OptionItemId> items, CancellationToken cancel);
}

public sealed record FieldSubject<TId> : FieldSubject
    where TId : struct, IId<TId>
{
    internal override Type Id => typeof(TId);

    internal override async Task<IReadOnlyDictionary<CustomFieldId, int>> Counts(AppDb db, CancellationToken cancel) =>
        await db.Set<CustomValue<TId>>().Where(value => value.Ordinal == 0).GroupBy(value => value.FieldId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);

    internal override Task<bool> HasValues(AppDb db, CustomFieldId field, CancellationToken cancel) =>
        db.Set<CustomValue<TId>>().AnyAsync(value => value.FieldId == field, cancel);

    internal override Task<List<OptionItemId>> Chosen(AppDb db, IReadOnlyCollection<OptionItemId> items, CancellationToken cancel) =>
        db.Set<CustomValue<TId>>().Where(value => value.ItemId != null && items.Contains(value.ItemId.Value)).Select(value => value.ItemId!.Value).Distinct().ToListAsync(cancel);
}

/// <summary>The subjects of all modules.</summary>
internal sealed class FieldSubjects(IEnumerable<FieldSubject> all)
{
    public IReadOnlyList<FieldSubject> All { get; } = [.. all];

    public FieldSubject? Find(string code) => All.FirstOrDefault(subject => subject.Code == code);

    public FieldSubject Of(string code) => Find(code) ?? throw new InvalidOperationException($"No module has registered the subject {code}.");

    public FieldSubject Of(Type id) => All.FirstOrDefault(subject => subject.Id == id)
        ?? throw new InvalidOperationException($"No module has registered a subject whose ids are {id.Name}.");
}
