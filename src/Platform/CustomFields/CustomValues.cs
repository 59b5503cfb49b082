using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.CustomFields.Data;
using Yingpan.Platform.CustomFields.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Platform.CustomFields;

/// <summary>What a request changes of the values of one record.</summary>
public sealed class CustomChange
{
    internal CustomChange(IReadOnlyList<FieldChange> changes)
    {
        Changes = changes;
    }

    internal IReadOnlyList<FieldChange> Changes { get; }
}

internal sealed record FieldChange(KnownField Field, FieldValue? Before, FieldValue? After);

/// <summary>
/// The values of the records of one kind, for the module that owns them. Everything here sees and takes only what the caller may:
/// <c>CustomValues&lt;CustomerId&gt;</c> as a parameter of a handler.
/// </summary>
public sealed class CustomValues<TId>
    where TId : struct, IId<TId>
{
    private readonly AppDb db;
    private readonly FieldSubject subject;
    private readonly Caller caller;
    private readonly CompanyClock clock;

    internal CustomValues(AppDb db, FieldSubjects subjects, Caller caller, CompanyClock clock)
    {
        (this.db, this.caller, this.clock) = (db, caller, clock);
        subject = subjects.Of(typeof(TId));
    }

    /// <summary>
    /// What the request changes; its faults go to <paramref name="check"/>, at <c>custom.{code}</c> or at the field every house has. The
    /// required fields of what the caller may not see are not asked of him.
    /// </summary>
    /// <param name="id">Null for a new record.</param>
    /// <param name="since">The day the record began.</param>
    public async Task<CustomChange> Check(ICustomized request, TId? id, DateOnly? since, Check check, CancellationToken cancel)
    {
        var known = await db.FieldsOf(subject.Code, cancel);
        var given = request.Custom;
        if (known.Rules.Count == 0 && given is null or { Count: 0 })
        {
            return new CustomChange([]);
        }

        var mine = known.For(subject, caller).ToList();
        var before = id is { } old && known.Active.Count > 0 ? (await ValuesOf([old], known, cancel)).GetValueOrDefault(old, []) : [];
        var after = new Dictionary<CustomFieldId, FieldValue?>();
        foreach (var (code, json) in given ?? [])
        {
            if (mine.Find(field => field.Shape.Code == code) is not { } field)
            {
                check.Add(CustomCheck.PathOf(code), "field.unknown");
                continue;
            }

            var read = FieldReading.OfJson(field.Shape, json);
            CustomCheck.Add(check, read.Fault ?? FieldReading.ChosenAnew(field.Shape, read.Value, before.GetValueOrDefault(field.Row.Id)));
            after[field.Row.Id] = read.Value;
        }

        CustomCheck.Required(check, known, mine, request.Facts, since, clock.Today, field => FieldShowing.Compared(
            field.Shape, after.TryGetValue(field.Row.Id, out var now) ? now : before.GetValueOrDefault(field.Row.Id)));
        return new CustomChange([
            .. from field in mine
               where after.ContainsKey(field.Row.Id)
               let change = new FieldChange(field, before.GetValueOrDefault(field.Row.Id), after[field.Row.Id])
               where !Equals(change.Before, change.After)
               select change,
        ]);
    }

    /// <summary>
    /// Into the context, to be saved with the record: rows of values, and lines of the trail under it. A record that was there moves on by a
    /// version, also when nothing else of it changes.
    /// </summary>
    public async Task Write(CustomChange change, TId id, IVersioned? existing, CancellationToken cancel)
    {
        if (change.Changes.Count == 0)
        {
            return;
        }

        if (existing is not null)
        {
            db.Entry(existing).Property(nameof(IVersioned.Version)).IsModified = true;
        }

        var gone = change.Changes.Where(one => one.Before is not null).Select(one => one.Field.Row.Id).ToList();
        List<TId> one = [id];
        var rows = gone.Count == 0 ? [] : await db.Set<CustomValue<TId>>().Where(value => one.Contains(value.RecordId) && gone.Contains(value.FieldId)).ToListAsync(cancel);
        foreach (var (field, before, after) in change.Changes)
        {
            Put([.. rows.Where(row => row.FieldId == field.Row.Id)], after is null ? [] : RowsOf(id, field, after));
            db.AlsoChanged(subject.Table, id.Value.ToString(), field.Shape.Key, Told(field, before), Told(field, after));
        }
    }

    /// <summary>Of a record that is about to be removed: its values go with it, and the line that tells of it tells of them.</summary>
    public async Task Removed(TId id, CancellationToken cancel)
    {
        var known = await db.FieldsOf(subject.Code, cancel);
        if (known.Active.Count == 0 || !(await ValuesOf([id], known, cancel)).TryGetValue(id, out var values))
        {
            return;
        }

        foreach (var field in known.Active.Where(field => values.ContainsKey(field.Row.Id)))
        {
            db.AlsoChanged(subject.Table, id.Value.ToString(), field.Shape.Key, Told(field, values[field.Row.Id]), null);
        }
    }

    /// <summary>Of one record, for its view.</summary>
    public async Task<IReadOnlyDictionary<string, object?>> Of(TId id, CancellationToken cancel)
    {
        var known = await db.FieldsOf(subject.Code, cancel);
        var mine = known.For(subject, caller).ToList();
        return mine.Count == 0 ? NoCustom.Values : Shown(mine, (await ValuesOf([id], known, cancel)).GetValueOrDefault(id, []));
    }

    /// <summary>
    /// What a rule of the house may read of a field: the text, or the code of the first choice, of every record that has one. Null where there is
    /// no such field, or none that a rule may read: what is sensitive must not show in what follows from it.
    /// </summary>
    public async Task<IReadOnlyDictionary<TId, string>?> ForRules(string code, CancellationToken cancel)
    {
        var known = await db.FieldsOf(subject.Code, cancel);
        if (known.Active.FirstOrDefault(field => field.Shape.Code == code) is not { Row.IsSensitive: false, Shape.Kind: FieldKind.Text or FieldKind.Choice or FieldKind.YesNo } field)
        {
            return null;
        }

        var id = field.Row.Id;
        var codes = field.Shape.Options.ToDictionary(option => option.Id, option => option.Code);
        var rows = await db.Set<CustomValue<TId>>().AsNoTracking().Where(value => value.FieldId == id && value.Ordinal == 0)
            .Select(value => new { value.RecordId, value.Text, value.Number, value.ItemId }).ToListAsync(cancel);
        return rows.ToDictionary(row => row.RecordId, row => row.ItemId is { } item ? codes.GetValueOrDefault(item.Value, "") : row.Text ?? (row.Number == 1 ? "true" : "false"));
    }

    /// <summary>The dates of such a field that a rule may read, of these records; none where there is no such field.</summary>
    public async Task<IReadOnlyDictionary<TId, DateOnly>> DaysForRules(string code, IReadOnlyCollection<TId> ids, CancellationToken cancel)
    {
        if (await DayField(code, cancel) is not { } id)
        {
            return new Dictionary<TId, DateOnly>();
        }

        return (await db.Set<CustomValue<TId>>().AsNoTracking().Where(value => value.FieldId == id && value.Number != null && ids.Contains(value.RecordId))
            .Select(value => new { value.RecordId, Day = value.Number!.Value }).ToListAsync(cancel)).ToDictionary(value => value.RecordId, value => FieldShowing.DayOf(value.Day));
    }

    /// <summary>The records whose date in that field is this day or an earlier one; null where there is no such field that a rule may read.</summary>
    public async Task<IQueryable<TId>?> ReachedForRules(string code, DateOnly last, CancellationToken cancel)
    {
        if (await DayField(code, cancel) is not { } id)
        {
            return null;
        }

        var until = FieldShowing.NumberOf(last);
        return db.Set<CustomValue<TId>>().Where(value => value.FieldId == id && value.Number <= until).Select(value => value.RecordId);
    }

    /// <summary>There is such a field of dates, in use and not sensitive.</summary>
    public async Task<bool> HasDaysForRules(string code, CancellationToken cancel) => await DayField(code, cancel) is not null;

    private async Task<CustomFieldId?> DayField(string code, CancellationToken cancel) =>
        (await db.FieldsOf(subject.Code, cancel)).Active.FirstOrDefault(field => field.Shape.Code == code && field is { Row.IsSensitive: false, Shape.Kind: FieldKind.Date })?.Row.Id;

    /// <summary>What a list is asked by, sorted by and shows; faults of the question are told at once.</summary>
    public async Task<CustomListing<TId>> Asked(CustomFilter filter, CancellationToken cancel)
    {
        var known = await db.FieldsOf(subject.Code, cancel);
        var mine = known.For(subject, caller).ToList();
        return new CustomListing<TId>(db, mine, CustomQuestions.Of<TId>(db, mine, filter), (ids, cancel) => ValuesOf(ids, known, cancel), filter.English);
    }

    /// <summary>The fields the caller may fill from a file.</summary>
    internal IReadOnlyList<KnownField> Fillable => [.. db.FieldsOf(subject.Code).For(subject, caller)];

    internal KnownFields Known => db.FieldsOf(subject.Code);

    /// <summary>A new record's rows, and its lines of the trail.</summary>
    internal void Add(TId id, IReadOnlyDictionary<CustomFieldId, FieldValue> values, IEnumerable<KnownField> fields)
    {
        foreach (var field in fields.Where(field => values.ContainsKey(field.Row.Id)))
        {
            var value = values[field.Row.Id];
            db.AddRange(RowsOf(id, field, value));
            db.AlsoChanged(subject.Table, id.Value.ToString(), field.Shape.Key, null, Told(field, value));
        }
    }

    internal static IReadOnlyDictionary<string, object?> Shown(IReadOnlyList<KnownField> fields, IReadOnlyDictionary<CustomFieldId, FieldValue> values) => fields
        .Where(field => values.ContainsKey(field.Row.Id))
        .ToDictionary(field => field.Shape.Code, field => FieldShowing.Json(field.Shape, values[field.Row.Id]), StringComparer.Ordinal);

    /// <summary>The rows of a value, as they are stored.</summary>
    internal static IReadOnlyList<CustomValue<TId>> RowsOf(TId id, KnownField field, FieldValue value) => field.Shape.IsChoice
        ? [.. value.Items.Select((item, i) => new CustomValue<TId> { RecordId = id, FieldId = field.Row.Id, Ordinal = i, ItemId = new OptionItemId(item) })]
        : [new CustomValue<TId>
        {
            RecordId = id,
            FieldId = field.Row.Id,
            Ordinal = 0,
            Text = field.Shape.Kind == FieldKind.Text ? value.Text : null,
            LongText = field.Shape.Kind == FieldKind.LongText ? value.Text : null,
            Number = value.Number,
        }];

    /// <summary>Rows that stay are changed and not replaced: the key of a row is not taken away and given again in one save.</summary>
    private void Put(List<CustomValue<TId>> before, IReadOnlyList<CustomValue<TId>> after)
    {
        foreach (var row in after)
        {
            if (before.Find(one => one.Ordinal == row.Ordinal) is { } same)
            {
                (same.Text, same.LongText, same.Number, same.ItemId) = (row.Text, row.LongText, row.Number, row.ItemId);
            }
            else
            {
                db.Add(row);
            }
        }

        db.RemoveRange(before.Where(one => after.All(row => row.Ordinal != one.Ordinal)));
    }

    /// <summary>Of a sensitive field the trail tells only that it changed, else whoever reads it would need no permission to see it.</summary>
    private static string? Told(KnownField field, FieldValue? value) => value is null ? null : field.Row.IsSensitive ? "***" : FieldShowing.Words(field.Shape, value);

    private async Task<Dictionary<TId, Dictionary<CustomFieldId, FieldValue>>> ValuesOf(IReadOnlyList<TId> ids, KnownFields known, CancellationToken cancel)
    {
        var rows = await db.Set<CustomValue<TId>>().AsNoTracking().Where(value => ids.Contains(value.RecordId)).ToListAsync(cancel);
        var active = known.Active.Select(field => field.Row.Id).ToHashSet();
        return rows.Where(row => active.Contains(row.FieldId)).GroupBy(row => row.RecordId).ToDictionary(record => record.Key, ValueOf);
    }

    /// <summary>Values by field, out of the rows of one record.</summary>
    internal static Dictionary<CustomFieldId, FieldValue> ValueOf(IEnumerable<CustomValue<TId>> rows) => rows.GroupBy(row => row.FieldId).ToDictionary(
        field => field.Key,
        field => field.First() is { ItemId: null } one
            ? new FieldValue { Text = one.Text ?? one.LongText, Number = one.Number }
            : new FieldValue { Items = [.. field.OrderBy(row => row.Ordinal).Select(row => row.ItemId!.Value.Value)] });
}
