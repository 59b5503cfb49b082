using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Imports;
using Yingpan.Territories.Data;
using Yingpan.Territories.Market.Rules;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Market;

/// <summary>Figures of the market from a file.</summary>
internal sealed class ImportMarketFigures : IImporter
{
    private readonly ImportLookup<TerritoryId> territories = TerritoriesLookup.New();

    private static readonly (string, MarketUnit)[] Units =
    [
        ("套", MarketUnit.Sets), ("台", MarketUnit.Sets), ("件", MarketUnit.Sets), ("Sets", MarketUnit.Sets), ("元", MarketUnit.Yuan), ("Yuan", MarketUnit.Yuan), ("品牌数", MarketUnit.Brands), ("Brands", MarketUnit.Brands),
    ];

    public string Kind => "market-figures";

    public Permission Permission => TerritoriesPermissions.EditMarket;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("year", true, "年份", "年度", "year"),
        new("territoryName", false, "区域", "销售区域", "territory", "region"),
        new("industry", false, "行业", "industry"),
        new("line", false, "产品线", "产品", "product line", "line"),
        new("brand", false, "品牌", "brand"),
        new("unit", true, "单位", "unit"),
        new("amount", true, "市场容量", "容量", "数值", "capacity", "amount"),
        new("upper", false, "上限", "upper"),
        new("growth", false, "增长率", "同比增长", "growth"),
        new("target", false, "目标", "销售目标", "target"),
        new("saidShare", false, "所称份额", "份额", "share"),
        new("source", true, "来源", "出处", "source"),
    ];

    public async Task Take(IReadOnlyList<ImportRow> rows, ImportRun run, CancellationToken cancel)
    {
        await territories.Load(run, rows, "territoryName", cancel);
        var known = await run.Db.Set<MarketFigure>().AsNoTracking().Select(figure => new { figure.Year, figure.TerritoryId, figure.Unit, figure.Industry, figure.Line, figure.Brand }).ToListAsync(cancel);
        var taken = known.Select(figure => Key(figure.Year, figure.TerritoryId, figure.Unit, figure.Industry, figure.Line, figure.Brand)).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var figure = new MarketFigure
            {
                Id = Id.New<MarketFigureId>(),
                TerritoryId = territories.Find(row, "territoryName", run),
                Industry = row.Text("industry", 60) ?? "",
                Line = row.Text("line", 60) ?? "",
                Brand = row.Text("brand", 60) ?? "",
                Year = row.Required("year", row.Whole("year", 1950, 2100)),
                Unit = row.Required("unit", row.OneOf("unit", Units)),
                Amount = row.Required("amount", row.Quantity("amount")),
                Upper = row.Quantity("upper"),
                Growth = row.Rate("growth"),
                Target = row.Quantity("target"),
                SaidShare = row.Rate("saidShare"),
                Source = row.RequiredText("source", 200),
                ImportId = run.ImportId,
            };
            if (row.HasFaults)
            {
                continue;
            }

            var check = new Platform.Http.Check();
            new MarketFigureRequest { Year = figure.Year, Unit = figure.Unit, Amount = figure.Amount, Upper = figure.Upper, Growth = figure.Growth, Target = figure.Target, SaidShare = figure.SaidShare, Source = figure.Source }.Check(check);
            foreach (var fault in check.Faults)
            {
                run.Fault(row, fault.Field, fault.Code, [.. fault.Params.Select(one => (one.Key, one.Value))]);
            }

            var key = Key(figure.Year, figure.TerritoryId, figure.Unit, figure.Industry, figure.Line, figure.Brand);
            if (taken.Contains(key) || run.SeenBefore("year", key))
            {
                run.Fault(row, "year", "territories.market-there", ("year", figure.Year));
            }

            if (!row.HasFaults)
            {
                run.Create(row, figure, figure.Id);
            }
        }
    }

    private static string Key(int year, TerritoryId? territory, MarketUnit unit, string industry, string line, string brand) => $"{year}/{territory}/{unit}/{industry}/{line}/{brand}";
}
