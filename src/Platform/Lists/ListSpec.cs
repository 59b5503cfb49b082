using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Lists;

/// <summary>
/// The columns of one list, said once: what it can be sorted by and what its export holds. List, count, export and reports go
/// through the same query and the same columns, so that they cannot differ in what they show to whom.
/// </summary>
/// <param name="name">The list's name, and the prefix of its column headings: <c>customers</c>.</param>
/// <param name="id">Breaks ties, so that no row is on two pages or on none.</param>
public sealed class ListSpec<TRow>(string name, Expression<Func<TRow, object>> id)
{
    private readonly List<ListColumn<TRow>> columns = [];
    private Func<TRow, object>? compiledId;
    private Func<IQueryable<TRow>, IOrderedQueryable<TRow>>? usual;

    public string Name { get; } = name;

    /// <summary>As in <c>?sort=</c>; empty where it is none of a column's.</summary>
    public string DefaultSort { get; private set; } = "";

    public IReadOnlyList<ListColumn<TRow>> Columns => columns;

    /// <summary>A column to sort and export by.</summary>
    public ListSpec<TRow> Column<TKey>(string column, Expression<Func<TRow, TKey>> value)
    {
        columns.Add(new ListColumn<TRow>(column, Sorter(value), Exporter(value)));
        return this;
    }

    /// <summary>A column of Chinese names, sorted by pinyin.</summary>
    public ListSpec<TRow> NameColumn(string column, Expression<Func<TRow, string?>> value)
    {
        columns.Add(new ListColumn<TRow>(column, (rows, descending, db) => Sorter(Collated(value, db.PinyinCollation()))(rows, descending, db), Exporter(value)));
        return this;
    }

    /// <summary>A column of the export that the database cannot sort by.</summary>
    public ListSpec<TRow> ExportColumn(string column, Func<TRow, object?> value)
    {
        columns.Add(new ListColumn<TRow>(column, null, value));
        return this;
    }

    /// <summary>Of the record the row shows.</summary>
    internal object IdOf(TRow row) => (compiledId ??= id.Compile())(row);

    /// <summary>The same for a query, as what it is: every id is a struct, and so boxed where the list was said.</summary>
    internal Expression<Func<TRow, TId>> IdAs<TId>() => Expression.Lambda<Func<TRow, TId>>(((UnaryExpression)id.Body).Operand, id.Parameters);

    /// <summary>The same list with further columns, which only this request has.</summary>
    internal ListSpec<TRow> With(IEnumerable<ListColumn<TRow>> more)
    {
        var whole = new ListSpec<TRow>(Name, id) { DefaultSort = DefaultSort, usual = usual };
        whole.columns.AddRange(columns);
        whole.columns.AddRange(more);
        return whole;
    }

    /// <summary>The same list, in whose files a column says what this request knows how to say: the house's own word for a code.</summary>
    public ListSpec<TRow> Saying(string column, Func<TRow, object?> value)
    {
        var whole = With([]);
        var at = whole.columns.FindIndex(one => one.Name == column);
        whole.columns[at] = whole.columns[at] with { Export = value };
        return whole;
    }

    public ListSpec<TRow> SortedBy(string sort)
    {
        DefaultSort = sort;
        return this;
    }

    /// <summary>An order that is none of a column's.</summary>
    public ListSpec<TRow> SortedBy(Func<IQueryable<TRow>, IOrderedQueryable<TRow>> order)
    {
        usual = order;
        return this;
    }

    public IQueryable<TRow> Sort(IQueryable<TRow> rows, string? sort, AppDb db)
    {
        if (string.IsNullOrEmpty(sort) && usual is not null)
        {
            return usual(rows).ThenBy(id);
        }

        var wanted = string.IsNullOrEmpty(sort) ? DefaultSort : sort;
        var descending = wanted.StartsWith('-');
        var wantedColumn = descending ? wanted[1..] : wanted;
        var column = columns.Find(column => column.Name == wantedColumn && column.Sort is not null)
            ?? throw Refusal.Faulty([Fault.At("sort", "field.not-one-of",
                ("allowed", string.Join(", ", columns.Where(column => column.Sort is not null).Select(column => column.Name))))]);
        return column.Sort!(rows, descending, db).ThenBy(id);
    }

    public async Task<ListPage<TRow>> Page(IQueryable<TRow> rows, ListQuery query, AppDb db, CancellationToken cancel) =>
        await query.PageOf(await query.Cut(Sort(rows, query.Sort, db)).ToListAsync(cancel), () => rows.CountAsync(cancel));

    private static Func<IQueryable<TRow>, bool, AppDb, IOrderedQueryable<TRow>> Sorter<TKey>(Expression<Func<TRow, TKey>> value) =>
        (rows, descending, _) => descending ? rows.OrderByDescending(value) : rows.OrderBy(value);

    private static Func<TRow, object?> Exporter<TKey>(Expression<Func<TRow, TKey>> value)
    {
        Func<TRow, TKey>? compiled = null;
        return row => (compiled ??= value.Compile())(row);
    }

    private static Expression<Func<TRow, string?>> Collated(Expression<Func<TRow, string?>> value, string collation)
    {
        var collate = typeof(RelationalDbFunctionsExtensions).GetMethod(nameof(RelationalDbFunctionsExtensions.Collate))!.MakeGenericMethod(typeof(string));
        var call = Expression.Call(collate, Expression.Constant(EF.Functions), value.Body, Expression.Constant(collation));
        return Expression.Lambda<Func<TRow, string?>>(call, value.Parameters);
    }
}

/// <param name="Sort">Null for a column the database cannot sort by.</param>
public sealed record ListColumn<TRow>(
    string Name,
    Func<IQueryable<TRow>, bool, AppDb, IOrderedQueryable<TRow>>? Sort,
    Func<TRow, object?> Export)
{
    /// <summary>What a file calls it, of a column the house made itself; null has the text <c>{list}.column.{name}</c>.</summary>
    public string? Heading { get; init; }
}
