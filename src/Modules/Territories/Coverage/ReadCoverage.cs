using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Territories.Dividing;
using Yingpan.Territories.Dividing.Rules;
using Yingpan.Territories.Places;
using Yingpan.Territories.Public;
using Yingpan.Territories.Standards;

namespace Yingpan.Territories.Coverage;

internal enum CoverageBy
{
    Province,
    City,
    County,
    Industry,
    State,
    Territory,
}

internal enum CoverageState
{
    /// <summary>No customer at all: an open field.</summary>
    Empty,

    /// <summary>Customers, and none of them looked after in time.</summary>
    Undone,
    Partly,
    Done,
}

internal sealed record CoverageLine
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required int Customers { get; init; }

    /// <summary>With whom something happened within the days.</summary>
    public required int Touched { get; init; }

    /// <summary>Of twelve months.</summary>
    public required Money Sales { get; init; }

    public required CoverageState State { get; init; }
}

/// <summary>GET /api/territory-coverage: which fields are covered and which are open, among the customers the caller may see.</summary>
internal static class ReadCoverage
{
    public sealed class Filter : IChecked
    {
        public CoverageBy? By { get; init; }

        /// <summary>Code of the province or city whose parts are looked at.</summary>
        public string? Under { get; init; }

        public TerritoryId? Territory { get; init; }

        public int? Days { get; init; }

        public void Check(Check check)
        {
            check.That(Days is null or (>= 1 and <= 1_000), "days", "field.range", ("min", 1), ("max", 1_000));
            check.That(Under is null || ShippedTables.Regions.Has(Under), "under", "territories.region-unknown");
        }
    }

    /// <param name="Unplaced">Customers of whom it is not known where they belong among these lines.</param>
    public sealed record View(IReadOnlyList<CoverageLine> Items, int Total, int Days, int Unplaced);

    public static async Task<View> Handle([AsParameters] Filter filter, AppDb db, ITerritoryMembers members, ITerritorySales sales, CompanyClock clock, CancellationToken cancel)
    {
        var today = clock.Today;
        var days = filter.Days ?? (await db.StandardOn(today, cancel)).TouchedDays;
        var within = filter.Territory is { } territory ? (await db.TerritoriesUnder(territory, cancel)).ToHashSet() : null;
        var sold = await sales.InTwelveMonths(today, cancel);
        var touched = await sales.LastTouched(cancel);
        var known = DivisionFacts.Of(await members.Seen(cancel), sold, new UnitPaths(new Dictionary<UnitId, UnitId?>()))
            .Where(one => within is null || (one.TerritoryId is { } lies && within.Contains(lies))).ToList();
        var names = filter.By == CoverageBy.Territory ? await db.TerritoryCards.ToDictionaryAsync(card => card.Id, card => card.Name, cancel) : [];
        var fields = Fields(filter, known, names);
        var groups = known.ToLookup(one => KeyOf(one, filter));
        var lines = fields.Select(field =>
        {
            var lying = groups[field.Key].ToList();
            var recent = lying.Count(one => touched.TryGetValue(one.Id, out var day) && day > today.AddDays(-days));
            return new CoverageLine
            {
                Key = field.Key,
                Name = field.Name,
                Customers = lying.Count,
                Touched = recent,
                Sales = lying.Select(one => one.Sales).Sum(),
                State = lying.Count == 0 ? CoverageState.Empty : recent == 0 ? CoverageState.Undone : recent < lying.Count ? CoverageState.Partly : CoverageState.Done,
            };
        }).ToList();
        return new View(lines, lines.Count, days, known.Count - lines.Sum(line => line.Customers));
    }

    /// <summary>All fields there are, not only those where somebody is: what is missing is what the list is for.</summary>
    private static IEnumerable<(string Key, string Name)> Fields(Filter filter, IReadOnlyList<Placeable> known, Dictionary<TerritoryId, string> territories)
    {
        var regions = ShippedTables.Regions;
        switch (filter.By ?? CoverageBy.Province)
        {
            case CoverageBy.Industry:
                return ShippedTables.Industries.All.Where(industry => industry.Code.Length == 1).Select(industry => (industry.Code, industry.Name))
                    .Concat(known.Select(one => one.Industry).OfType<string>().Where(word => ShippedTables.Industries.Read(word) is null).Distinct().Order(StringComparer.Ordinal).Select(word => (word, word)));
            case CoverageBy.State:
                return known.Select(one => one.State).Distinct().Order(StringComparer.Ordinal).Select(state => (state, state));
            case CoverageBy.Territory:
                return territories.Select(card => (card.Key.ToString(), card.Value));
            case var by:
                var length = by == CoverageBy.Province ? 2 : by == CoverageBy.City ? 4 : 6;
                var reached = known.Select(one => one.Region).OfType<string>().Where(code => code.Length >= length).Select(code => code[..length]).ToHashSet(StringComparer.Ordinal);
                // Without a place to look at, the cities of the whole country would bury those where somebody is.
                return regions.All.Where(region => region.Code.Length == length && (by == CoverageBy.Province || (filter.Under is { } under ? region.Code.StartsWith(under, StringComparison.Ordinal) : reached.Contains(region.Code))))
                    .OrderBy(region => region.Code, StringComparer.Ordinal).Select(region => (region.Code, by == CoverageBy.Province ? region.Name : regions.FullName(region.Code)));
        }
    }

    private static string KeyOf(Placeable one, Filter filter) => (filter.By ?? CoverageBy.Province) switch
    {
        CoverageBy.Industry => ShippedTables.Industries.Read(one.Industry) is { } code ? code[..1] : one.Industry ?? "",
        CoverageBy.State => one.State,
        CoverageBy.Territory => one.TerritoryId?.ToString() ?? "",
        CoverageBy.Province => Cut(one.Region, 2),
        CoverageBy.City => Cut(one.Region, 4),
        _ => Cut(one.Region, 6),
    };

    private static string Cut(string? code, int length) => code is not null && code.Length >= length ? code[..length] : "";
}
