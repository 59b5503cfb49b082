using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Kernel;
using Yingpan.Platform.CustomFields.Data;
using Yingpan.Platform.CustomFields.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Lists;

namespace Yingpan.Platform.CustomFields;

/// <summary>One reading of a list: its questions, its order, its columns, as far as they are of the house's own making.</summary>
public sealed class CustomListing<TId>
    where TId : struct, IId<TId>
{
    /// <summary>Rows of a file that get their values together.</summary>
    private const int ChunkOfExport = 500;

    private readonly AppDb db;
    private readonly IReadOnlyList<KnownField> fields;
    private readonly Func<IReadOnlyList<TId>, CancellationToken, Task<Dictionary<TId, Dictionary<CustomFieldId, FieldValue>>>> valuesOf;
    private readonly bool english;

    internal CustomListing(
        AppDb db, IReadOnlyList<KnownField> fields, IReadOnlyList<IQueryable<TId>> matching,
        Func<IReadOnlyList<TId>, CancellationToken, Task<Dictionary<TId, Dictionary<CustomFieldId, FieldValue>>>> valuesOf, bool english)
    {
        (this.db, this.fields, Matching, this.valuesOf, this.english) = (db, fields, matching, valuesOf, english);
    }

    /// <summary>The records that fit, one query of ids for each question; a record must be in all of them.</summary>
    public IReadOnlyList<IQueryable<TId>> Matching { get; }

    public async Task<ListPage<TRow>> Page<TRow>(ListSpec<TRow> spec, IQueryable<TRow> rows, ListQuery query, CancellationToken cancel)
        where TRow : class, IHasCustom
    {
        var page = await With(spec).Page(rows, query, db, cancel);
        if (fields.Count > 0 && page.Items.Count > 0)
        {
            var values = await valuesOf([.. page.Items.Select(row => (TId)spec.IdOf(row))], cancel);
            foreach (var row in page.Items)
            {
                if (values.TryGetValue((TId)spec.IdOf(row), out var mine))
                {
                    row.Custom = CustomValues<TId>.Shown(fields, mine);
                }
            }
        }

        return page;
    }

    public Task Export<TRow>(HttpContext http, ListSpec<TRow> spec, IQueryable<TRow> rows, string? sort, CancellationToken cancel)
        where TRow : class, IHasCustom => ExportList.Write(
            http, db, With(spec),
            (sorted, asked) => fields.Where(field => asked.Contains(field.Shape.Key)).ToList() is { Count: > 0 } wanted ? Filled(http, spec, sorted, wanted, cancel) : sorted,
            rows, sort, cancel);

    private ListSpec<TRow> With<TRow>(ListSpec<TRow> spec)
        where TRow : class, IHasCustom => fields.Count == 0 ? spec : spec.With(fields.Select(field => new ListColumn<TRow>(
            field.Shape.Key,
            field.Shape.Kind == FieldKind.LongText ? null : (rows, descending, db) => CustomOrder.By(rows, spec.IdAs<TId>(), field, descending, db),
            row => row.Custom.GetValueOrDefault(field.Shape.Code))
        { Heading = field.Shape.NameIn(english) }));

    /// <summary>
    /// The values of a file are read beside its rows, over a connection of their own: a connection gives out one result at a time, and a
    /// large file is not held in memory.
    /// </summary>
    private async IAsyncEnumerable<TRow> Filled<TRow>(
        HttpContext http, ListSpec<TRow> spec, IAsyncEnumerable<TRow> rows, List<KnownField> wanted, [EnumeratorCancellation] CancellationToken cancel)
        where TRow : class, IHasCustom
    {
        await using var scope = http.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Access.CallerContext>().Set(http.RequestServices.GetRequiredService<Access.Caller>());
        var beside = scope.ServiceProvider.GetRequiredService<AppDb>();
        var wantedIds = wanted.ConvertAll(field => field.Row.Id);
        await foreach (var some in rows.Chunk(ChunkOfExport).WithCancellation(cancel))
        {
            List<TId> ids = [.. some.Select(row => (TId)spec.IdOf(row))];
            var values = (await beside.Set<CustomValue<TId>>().AsNoTracking()
                    .Where(value => ids.Contains(value.RecordId) && wantedIds.Contains(value.FieldId)).ToListAsync(cancel))
                .ToLookup(value => value.RecordId);
            foreach (var row in some)
            {
                var mine = CustomValues<TId>.ValueOf(values[(TId)spec.IdOf(row)]);
                row.Custom = wanted.Where(field => mine.ContainsKey(field.Row.Id))
                    .ToDictionary(field => field.Shape.Code, field => FieldShowing.Cell(field.Shape, mine[field.Row.Id], english), StringComparer.Ordinal);
                yield return row;
            }
        }
    }
}
