using Microsoft.AspNetCore.Http;
using Yingpan.Platform.Http;

namespace Yingpan.Territories.Places;

internal sealed record PlaceRow(string Id, string Name);

/// <summary>GET /api/regions: those whose name holds the words, provinces first. GET /api/industries: sections and divisions.</summary>
internal static class ListPlaces
{
    private const int Most = 60;

    public sealed record View(IReadOnlyList<PlaceRow> Items, int Total);

    public sealed class Filter : IChecked
    {
        public string? Q { get; init; }

        /// <summary>Codes to name, with commas between; asked instead of words.</summary>
        public string? Codes { get; init; }
    }

    public static View Regions([AsParameters] Filter filter)
    {
        var book = ShippedTables.Regions;
        var found = filter.Codes is { } codes
            ? codes.Split(',').Where(book.Has).Select(code => new PlaceRow(code, book.FullName(code))).ToList()
            : [.. book.All.Where(region => filter.Q.CleanOrNull() is not { } words || region.Name.Contains(words, StringComparison.Ordinal) || region.Code == words)
                .OrderBy(region => region.Code.Length).ThenBy(region => region.Code, StringComparer.Ordinal).Take(Most).Select(region => new PlaceRow(region.Code, book.FullName(region.Code)))];
        return new View(found, found.Count);
    }

    public static View Industries()
    {
        var all = ShippedTables.Industries.All.Select(industry => new PlaceRow(industry.Code, industry.Name)).ToList();
        return new View(all, all.Count);
    }
}
