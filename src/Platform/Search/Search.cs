using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;

namespace Yingpan.Platform.Search;

/// <summary>A record that was found: what it is, which, what it is called, and the page that shows it.</summary>
public sealed record SearchHit
{
    /// <summary>Singular: <c>customer</c>.</summary>
    public required string Kind { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public string? Subtitle { get; init; }

    /// <summary>A page of the application: <c>/customers/…</c>.</summary>
    public required string Link { get; init; }
}

/// <param name="Words">As they were typed, without blanks around them.</param>
public sealed record SearchWords(string Words)
{
    /// <summary>Lower-case LIKE pattern, escaped with a backslash.</summary>
    public string Pattern { get; } = LikePattern.Of(Words)!;

    /// <summary>There are letters in it that are large or small; Chinese has none.</summary>
    public bool HasCase { get; } = !Words.ToUpperInvariant().Equals(Words.ToLowerInvariant(), StringComparison.Ordinal);
}

/// <summary>Platform asks; each module answers for its own records, through the same visibility as its lists.</summary>
public interface ISearchSource
{
    string Kind { get; }

    /// <summary>Who may read records of this kind at all; the source is not asked for anyone else.</summary>
    Permission Permission { get; }

    Task<IReadOnlyList<SearchHit>> Find(SearchWords asked, int most, CancellationToken cancel);
}

/// <summary>GET /api/search?q=…: up to eight of each kind the caller may read.</summary>
internal static class SearchAll
{
    public const int MostOfAKind = 8;

    public sealed class Query : IChecked
    {
        public required string Q { get; init; }

        public void Check(Check check) => check.Text("q", Q, 100);
    }

    public sealed record View(IReadOnlyList<SearchHit> Items);

    public static async Task<View> Handle(
        [Microsoft.AspNetCore.Http.AsParameters] Query query, Caller caller, IEnumerable<ISearchSource> sources, CancellationToken cancel)
    {
        var asked = new SearchWords(query.Q.Clean());
        var hits = new List<SearchHit>();
        // One after the other: they share the one database context of the request.
        foreach (var source in sources.Where(source => caller.May(source.Permission)))
        {
            hits.AddRange((await source.Find(asked, MostOfAKind, cancel)).Take(MostOfAKind));
        }

        return new View(hits);
    }
}
