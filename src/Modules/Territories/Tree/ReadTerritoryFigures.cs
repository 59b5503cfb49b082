using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;
using Yingpan.Territories.Balance;
using Yingpan.Territories.Balance.Rules;
using Yingpan.Territories.Data;
using Yingpan.Territories.Market;
using Yingpan.Territories.Market.Rules;
using Yingpan.Territories.Public;
using Yingpan.Territories.Standards;
using Yingpan.Territories.Tree.Rules;

namespace Yingpan.Territories.Tree;

/// <summary>GET /api/territory-figures: beside the tree, capacity and own share of the latest year, potential, workload, and how often each changes hands.</summary>
internal static class ReadTerritoryFigures
{
    public sealed record Line
    {
        public required TerritoryId Id { get; init; }

        public int? Year { get; init; }

        public MarketUnit? Unit { get; init; }

        public Quantity? Capacity { get; init; }

        public Rate? OwnShare { get; init; }

        /// <summary>Of the territory itself, not of those below it.</summary>
        public required int Customers { get; init; }

        public required Money Potential { get; init; }

        public required long Minutes { get; init; }

        public Rate? LoadIndex { get; init; }

        public required int Changes { get; init; }

        public required ChangeFinding Finding { get; init; }
    }

    public sealed record View(IReadOnlyList<Line> Items, int Total);

    public static async Task<View> Handle(AppDb db, BalanceFacts facts, OwnSales own, CompanyClock clock, CancellationToken cancel)
    {
        var (today, standard) = (clock.Today, await db.StandardOn(clock.Today, cancel));
        var (members, compared) = await facts.Load(cancel);
        var loads = Balancing.Loads(members, compared).ToDictionary(load => load.TerritoryId);
        var figures = (await db.Set<MarketFigure>().AsNoTracking()
                .Where(figure => figure.TerritoryId != null && figure.Industry == "" && figure.Line == "" && figure.Brand == "" && figure.Unit != MarketUnit.Brands && figure.Year <= today.Year).ToListAsync(cancel))
            .GroupBy(figure => figure.TerritoryId!.Value).ToDictionary(group => group.Key, group => group.OrderByDescending(figure => figure.Year).ThenBy(figure => figure.Unit).First());
        var starts = (await db.Holdings.Where(holding => holding.IsResponsible).Select(holding => new { holding.TerritoryId, holding.First }).ToListAsync(cancel)).ToLookup(one => one.TerritoryId, one => one.First);
        var lines = new List<Line>();
        foreach (var id in await db.TerritoryCards.Select(territory => territory.Id).ToListAsync(cancel))
        {
            var figure = figures.GetValueOrDefault(id);
            var load = loads.GetValueOrDefault(id);
            var (changes, finding) = Changing.Of([.. starts[id]], today, standard.ChangesMost, standard.NeverMonths);
            lines.Add(new Line
            {
                Id = id,
                Year = figure?.Year,
                Unit = figure?.Unit,
                Capacity = figure?.Amount,
                OwnShare = figure is not null && await own.Of(figure.Fact, cancel) is { } sold ? MarketFigures.Share(sold, figure.Amount) : null,
                Customers = load?.Customers ?? 0,
                Potential = load?.Potential ?? Money.Zero,
                Minutes = load?.Minutes ?? 0,
                LoadIndex = load?.LoadIndex,
                Changes = changes,
                Finding = finding,
            });
        }

        return new View(lines, lines.Count);
    }
}
