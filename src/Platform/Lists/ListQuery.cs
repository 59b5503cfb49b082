using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Yingpan.Kernel;
using Yingpan.Platform.Http;

namespace Yingpan.Platform.Lists;

/// <summary>
/// What every list takes: <c>?page=1&amp;size=20&amp;sort=-amount&amp;q=…</c>. A list's own filters stand beside it in a class of their own:
/// routes are generated with the code, and the generator does not look into base classes.
/// </summary>
public sealed class ListQuery : IChecked
{
    public const int LargestPage = 200;

    /// <summary>From 1.</summary>
    public int? Page { get; init; }

    /// <summary>1 to 200, 20 unless told.</summary>
    public int? Size { get; init; }

    /// <summary>A column; with a minus sign in front, from the largest down.</summary>
    public string? Sort { get; init; }

    /// <summary>Text to search for.</summary>
    public string? Q { get; init; }

    private int PageOrFirst => Page ?? 1;

    private int SizeOrUsual => Size ?? 20;

    private int Skipped => (PageOrFirst - 1) * SizeOrUsual;

    /// <summary>The rows of the page asked for, from the database or from what was worked out.</summary>
    public IQueryable<T> Cut<T>(IQueryable<T> ordered) => Skipped == 0 && Pattern is null && ordered.Provider is IAsyncQueryProvider ? First(ordered) : ordered.Skip(Skipped).Take(SizeOrUsual);

    /// <summary>
    /// The first page says how many rows it has in the statement itself: PostgreSQL, which takes a number it doesn't know for a tenth of all rows,
    /// would find no plan worth keeping and plan each such list anew. A search is left to it, whose best plan depends on the words.
    /// </summary>
    private IQueryable<T> First<T>(IQueryable<T> ordered) => ordered.Provider.CreateQuery<T>(Expression.Call(
        typeof(Queryable), nameof(Queryable.Take), [typeof(T)], ordered.Expression, Expression.Call(typeof(EF), nameof(EF.Constant), [typeof(int)], Expression.Constant(SizeOrUsual))));

    /// <summary>That page, with how many rows there are in all; asked for only where the page does not tell.</summary>
    public async Task<ListPage<T>> PageOf<T>(IReadOnlyList<T> items, Func<Task<int>> count)
    {
        // A page that is not full is the last one, and tells the total without another query.
        var isLast = items.Count < SizeOrUsual && (items.Count > 0 || Skipped == 0);
        return new ListPage<T> { Items = items, Total = isLast ? Skipped + items.Count : await count() };
    }

    public void Check(Check check)
    {
        check.That(PageOrFirst is >= 1 and <= 1_000_000, "page", "field.range", ("min", 1), ("max", 1_000_000));
        check.That(SizeOrUsual is >= 1 and <= LargestPage, "size", "field.range", ("min", 1), ("max", LargestPage));
        check.OptionalText("q", Q, 100);
        check.OptionalText("sort", Sort, 60);
    }

    /// <summary>The LIKE pattern of <see cref="Q"/>; null when there is nothing to search.</summary>
    public string? Pattern => LikePattern.Of(Q);
}

/// <summary>One page of a list, and how many rows there are in all.</summary>
public sealed record ListPage<T>
{
    public required IReadOnlyList<T> Items { get; init; }

    public required int Total { get; init; }
}

public static class LikePattern
{
    /// <summary>Lower-case, its own wildcards taken literally (escape character: backslash); null for blanks.</summary>
    public static string? Of(string? words) => words.CleanOrNull() is { } text
        ? $"%{Literal(text.ToLowerInvariant())}%"
        : null;

    /// <summary>As a part of a pattern that means itself.</summary>
    public static string Literal(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);
}
