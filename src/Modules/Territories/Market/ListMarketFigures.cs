using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Territories.Data;
using Yingpan.Territories.Market.Rules;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Market;

internal sealed record MarketFigureRow
{
    public required MarketFigureId Id { get; init; }

    public TerritoryId? TerritoryId { get; init; }

    public string? TerritoryName { get; init; }

    public required string Industry { get; init; }

    public required string Line { get; init; }

    public required string Brand { get; init; }

    public required int Year { get; init; }

    public required MarketUnit Unit { get; init; }

    public required Quantity Amount { get; init; }

    public Quantity? Upper { get; init; }

    public Rate? Growth { get; init; }

    public Quantity? Target { get; init; }

    public Rate? SaidShare { get; init; }

    public required string Source { get; init; }

    public required bool IsForecast { get; init; }

    /// <summary>What the house sold of it, in the same unit.</summary>
    public Quantity? Sold { get; init; }

    /// <summary>Sold ÷ amount.</summary>
    public Rate? OwnShare { get; init; }

    /// <summary>Target ÷ amount: the share the goal needs.</summary>
    public Rate? NeededShare { get; init; }

    /// <summary>What the year before must have been by the growth.</summary>
    public decimal? YearBefore { get; init; }

    public required int Version { get; init; }
}

/// <summary>GET /api/market-figures, GET /api/market-figures/export</summary>
internal static class ListMarketFigures
{
    private static readonly ListSpec<MarketFigureRow> Spec = new ListSpec<MarketFigureRow>("market-figures", row => row.Id)
        .Column("year", row => row.Year)
        .NameColumn("territoryName", row => row.TerritoryName)
        .NameColumn("industry", row => row.Industry)
        .NameColumn("line", row => row.Line)
        .NameColumn("brand", row => row.Brand)
        .Column("unit", row => row.Unit)
        .Column("amount", row => row.Amount)
        .ExportColumn("upper", row => row.Upper)
        .ExportColumn("growth", row => row.Growth)
        .ExportColumn("target", row => row.Target)
        .ExportColumn("saidShare", row => row.SaidShare)
        .Column("source", row => row.Source)
        .ExportColumn("isForecast", row => row.IsForecast)
        .SortedBy("-year");

    public sealed class Filter : IChecked
    {
        public TerritoryId? Territory { get; init; }

        public int? Year { get; init; }

        public MarketUnit? Unit { get; init; }

        public string? Line { get; init; }

        public string? Industry { get; init; }
    }

    public static async Task<ListPage<MarketFigureRow>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, OwnSales own, CancellationToken cancel)
    {
        var page = await Spec.Page(Rows(query, filter, db), query, db, cancel);
        var items = new List<MarketFigureRow>();
        foreach (var row in page.Items)
        {
            var sold = await own.Of(new MarketFact(row.Id.Value, row.TerritoryId, row.Industry, row.Line, row.Brand, row.Year, row.Unit, row.Amount, null, null, null), cancel);
            items.Add(row with
            {
                Sold = sold,
                OwnShare = sold is { } part ? MarketFigures.Share(part, row.Amount) : null,
                NeededShare = row.Target is { } target ? MarketFigures.Share(target, row.Amount) : null,
                YearBefore = row.Growth is { } growth ? MarketFigures.YearBefore(row.Amount.ToDecimal(), growth) : null,
            });
        }

        return page with { Items = items };
    }

    public static async Task Export([AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, CancellationToken cancel) =>
        await ExportList.Write(http, db, Spec, Rows(query, filter, db), query.Sort, cancel);

    private static IQueryable<MarketFigureRow> Rows(ListQuery query, Filter filter, AppDb db)
    {
        var territories = db.TerritoryCards;
        var figures = db.Set<MarketFigure>().AsNoTracking();
        figures = filter.Territory is { } territory ? figures.Where(figure => figure.TerritoryId == territory) : figures;
        figures = filter.Year is { } year ? figures.Where(figure => figure.Year == year) : figures;
        figures = filter.Unit is { } unit ? figures.Where(figure => figure.Unit == unit) : figures;
        figures = filter.Line is { } line ? figures.Where(figure => figure.Line == line) : figures;
        figures = filter.Industry is { } industry ? figures.Where(figure => figure.Industry == industry) : figures;
        if (query.Pattern is { } pattern)
        {
            figures = figures.Where(figure => EF.Functions.Like(figure.Source.ToLower(), pattern, @"\") || EF.Functions.Like(figure.Industry.ToLower(), pattern, @"\")
                || EF.Functions.Like(figure.Line.ToLower(), pattern, @"\") || EF.Functions.Like(figure.Brand.ToLower(), pattern, @"\"));
        }

        return figures.Select(figure => new MarketFigureRow
        {
            Id = figure.Id,
            TerritoryId = figure.TerritoryId,
            TerritoryName = territories.Where(territory => territory.Id == figure.TerritoryId).Select(territory => territory.Name).FirstOrDefault(),
            Industry = figure.Industry,
            Line = figure.Line,
            Brand = figure.Brand,
            Year = figure.Year,
            Unit = figure.Unit,
            Amount = figure.Amount,
            Upper = figure.Upper,
            Growth = figure.Growth,
            Target = figure.Target,
            SaidShare = figure.SaidShare,
            Source = figure.Source,
            IsForecast = figure.IsForecast,
            Version = figure.Version,
        });
    }
}

/// <summary>GET /api/market-checks: figures that contradict each other, with the exact value.</summary>
internal static class CheckMarket
{
    public sealed record Line(MarketFigureId Id, string Figure, MarketFaultKind Kind, Rate? Said, Rate Exact, IReadOnlyList<string> With);

    public sealed record View(IReadOnlyList<Line> Items, int Total);

    public static async Task<View> Handle(AppDb db, OwnSales own, CancellationToken cancel)
    {
        var figures = await db.Set<MarketFigure>().AsNoTracking().ToListAsync(cancel);
        var names = await db.TerritoryCards.ToDictionaryAsync(territory => territory.Id, territory => territory.Name, cancel);
        var byId = figures.ToDictionary(figure => figure.Id.Value, figure =>
            string.Join(" ", new[] { figure.TerritoryId is { } territory ? names[territory] : "", figure.Industry, figure.Line, figure.Brand, figure.Year.ToString(System.Globalization.CultureInfo.InvariantCulture) }.Where(word => word.Length > 0)));
        var faults = MarketChecks.Find(figures.ConvertAll(figure => figure.Fact), await own.Parents(cancel));
        return new View([.. faults.Select(fault => new Line(new MarketFigureId(fault.Figure), byId[fault.Figure], fault.Kind, fault.Said, fault.Exact, [.. fault.With.Select(id => byId[id])]))], faults.Count);
    }
}
