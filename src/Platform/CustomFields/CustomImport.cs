using Yingpan.Kernel;
using Yingpan.Platform.CustomFields.Data;
using Yingpan.Platform.CustomFields.Rules;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Modules;

namespace Yingpan.Platform.CustomFields;

/// <summary>What a line of a file brings of them.</summary>
public sealed class ImportedFields
{
    internal ImportedFields(IReadOnlyDictionary<CustomFieldId, FieldValue> values)
    {
        Values = values;
    }

    internal IReadOnlyDictionary<CustomFieldId, FieldValue> Values { get; }
}

/// <summary>
/// Fields of the house's own in an importer: <see cref="Columns"/> after its own, <see cref="Read"/> for each record, and
/// <see cref="Create"/> instead of the run's. One instance serves a whole run, with the fields as they stood at its beginning.
/// </summary>
public sealed class CustomImport<TId>
    where TId : struct, IId<TId>
{
    private readonly CustomValues<TId> values;
    private readonly CompanyClock clock;
    private IReadOnlyList<KnownField>? fields;
    private KnownFields? known;

    internal CustomImport(CustomValues<TId> values, CompanyClock clock)
    {
        (this.values, this.clock) = (values, clock);
    }

    /// <summary>By name in either language, or by code; one that must always be filled must be mapped.</summary>
    public IReadOnlyList<ImportColumn> Columns => [.. Fields.Select(one => new ImportColumn(one.Shape.Key, IsAlwaysRequired(one), one.Shape.Code)
    {
        Titles = (one.Shape.Name, one.Shape.NameEn ?? one.Shape.Name),
        IsSecret = one.Row.IsSensitive,
    })];

    /// <summary>Faults go to the line, those of required fields too.</summary>
    /// <param name="facts">What the fields every house has hold; their names are those of the importer's columns, or with Id for Name.</param>
    public ImportedFields Read(ImportRow row, IReadOnlyDictionary<string, string?> facts, ImportRun run)
    {
        var read = new Dictionary<CustomFieldId, FieldValue>();
        foreach (var field in Fields)
        {
            if (row[field.Shape.Key] is not { } cell)
            {
                continue;
            }

            var one = FieldReading.OfCell(field.Shape, cell, row.IsSheet);
            if ((one.Fault ?? FieldReading.ChosenAnew(field.Shape, one.Value, null)) is { } fault)
            {
                run.Fault(row, fault.Field, fault.Code, [.. fault.Params.Select(pair => (pair.Key, pair.Value))]);
            }
            else if (one.Value is { } value)
            {
                read[field.Row.Id] = value;
            }
        }

        foreach (var missing in CustomCheck.Missing(Known, Fields, facts, clock.Today, clock.Today, field => FieldShowing.Compared(field.Shape, read.GetValueOrDefault(field.Row.Id))))
        {
            run.Fault(row, ColumnOf(missing, run), "field.required");
        }

        return new ImportedFields(read);
    }

    /// <summary>The record, and its values right behind it.</summary>
    public void Create(ImportRow row, object entity, TId id, ImportedFields read, ImportRun run)
    {
        run.Create(row, entity, id);
        if (read.Values.Count > 0)
        {
            run.WhenWriting(row, _ =>
            {
                values.Add(id, read.Values, Fields);
                return Task.CompletedTask;
            });
        }
    }

    /// <summary>A file says a name where a request says an id.</summary>
    private static string? ColumnOf(string field, ImportRun run) =>
        new[] { field, field.EndsWith("Id", StringComparison.Ordinal) ? $"{field[..^2]}Name" : field }.FirstOrDefault(run.HasColumn);

    private IReadOnlyList<KnownField> Fields => fields ??= values.Fillable;

    private KnownFields Known => known ??= values.Known;

    private bool IsAlwaysRequired(KnownField field) => Known.RulesInUse.Any(rule =>
        rule.Field == field.Shape.Key && rule.Need == FieldNeed.Always && Requiring.Holds(rule, clock.Today, clock.Today));
}
