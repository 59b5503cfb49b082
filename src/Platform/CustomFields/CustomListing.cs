using System.Linq.Expressions;
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

    /// <param name="id">Of the record the row shows.</param>
    public async Task<ListPage<TRow>> Page<TRow>(ListSpec<TRow> spec, Expression<Func<TRow, TId>> id, IQueryable<TRow> rows, ListQuery query, CancellationToken cancel)
        where TRow : class, IHasCustom
    {
        var page = await With(spec, id).Page(rows, query, db, cancel);
        if (fields.Count > 0 && page.Items.Count > 0)
        {
            var of = id.Compile();
            var values = await valuesOf([.. page.Items.Select(of)], cancel);
            foreach (var row in page.Items.Where(row => values.ContainsKey(of(row))))
            {
                row.Custom = CustomValues<TId>.Shown(fields, values[of(row)]);
            }
        }

        return page;
    }

    public async Task Export<TRow>(HttpContext http, ListSpec<TRow> spec, Expression<Func<TRow, TId>> id, IQueryable<TRow> rows, string? sort, CancellationToken cancel)
        where TRow : class, IHasCustom
    {
        var whole = With(spec, id);
        await ExportList.Write(http, db, whole, fields.Count == 0 ? null : (sorted, asked) => Filled(http, sorted, id.Compile(), asked, cancel), rows, sort, cancel);
    }

    private ListSpec<TRow> With<TRow>(ListSpec<TRow> spec, Expression<Func<TRow, TId>> id)
        where TRow : class, IHasCustom => fields.Count == 0 ? spec : spec.With(fields.Select(field => new ListColumn<TRow>(
            field.Shape.Key,
            field.Shape.Kind == FieldKind.LongText ? null : (rows, descending, db) => CustomOrder.By(rows, id, field, descending, db),
            row => row.Custom.GetValueOrDefault(field.Shape.Code))
        { Heading = field.Shape.NameIn(english) }));

    /// <summary>
    /// The values of a file are read beside its rows, over a connection of their own: a connection gives out one result at a time, and a
    /// large file is not held in memory.
    /// </summary>
    private async IAsyncEnumerable<TRow> Filled<TRow>(
        HttpContext http, IAsyncEnumerable<TRow> rows, Func<TRow, TId> of, IReadOnlyList<string> asked, [EnumeratorCancellation] CancellationToken cancel)
        where TRow : class, IHasCustom
    {
        var wanted = fields.Where(field => asked.Contains(field.Shape.Key)).ToList();
        if (wanted.Count == 0)
        {
            await foreach (var row in rows.WithCancellation(cancel))
            {
                yield return row;
            }

            yield break;
        }

        await using var scope = http.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Access.CallerContext>().Set(http.RequestServices.GetRequiredService<Access.Caller>());
        var beside = scope.ServiceProvider.GetRequiredService<AppDb>();
        await foreach (var some in Chunks(rows, cancel))
        {
            var ids = some.ConvertAll(row => of(row));
            var wantedIds = wanted.ConvertAll(field => field.Row.Id);
            var values = (await beside.Set<CustomValue<TId>>().AsNoTracking()
                    .Where(value => ids.Contains(value.RecordId) && wantedIds.Contains(value.FieldId)).ToListAsync(cancel))
                .ToLookup(value => value.RecordId);
            foreach (var row in some)
            {
                var mine = CustomValues<TId>.ValueOf(values[of(row)]);
                row.Custom = wanted.Where(field => mine.ContainsKey(field.Row.Id))
                    .ToDictionary(field => field.Shape.Code, field => FieldShowing.Cell(field.Shape, mine[field.Row.Id], english), StringComparer.Ordinal);
                yield return row;
            }
        }
    }

    private static async IAsyncEnumerable<List<TRow>> Chunks<TRow>(IAsyncEnumerable<TRow> rows, [EnumeratorCancellation] CancellationToken cancel)
    {
        var some = new List<TRow>(ChunkOfExport);
        await foreach (var row in rows.WithCancellation(cancel))
        {
            some.Add(row);
            if (some.Count == ChunkOfExport)
            {
                yield return some;
                some = new List<TRow>(ChunkOfExport);
            }
        }

        if (some.Count > 0)
        {
            yield return some;
        }
    }
}
