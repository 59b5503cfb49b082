using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Territories.Market.Rules;
using Yingpan.Territories.Places;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Market;

/// <summary>What the house itself sold of a market, asked of Orders once for a year.</summary>
internal sealed class OwnSales(AppDb db, ITerritorySales sales)
{
    private readonly Dictionary<int, IReadOnlyList<TerritorySale>> years = [];
    private Dictionary<TerritoryId, TerritoryId?>? parents;

    public async Task<IReadOnlyDictionary<TerritoryId, TerritoryId?>> Parents(CancellationToken cancel) =>
        parents ??= await db.TerritoryCards.ToDictionaryAsync(territory => territory.Id, territory => territory.ParentId, cancel);

    /// <summary>Of the whole market only: null for brands, and for another brand than our own.</summary>
    public async Task<Quantity?> Of(MarketFact figure, CancellationToken cancel)
    {
        if (figure.Unit == MarketUnit.Brands || figure.Brand.Length > 0)
        {
            return null;
        }

        if (!years.TryGetValue(figure.Year, out var sold))
        {
            years[figure.Year] = sold = await sales.Sold(new DateOnly(figure.Year, 1, 1), new DateOnly(figure.Year, 12, 31), cancel);
        }

        var tree = await Parents(cancel);
        var own = sold.Where(sale => (figure.TerritoryId is null || LiesIn(sale.TerritoryId, figure.TerritoryId.Value, tree))
            && (figure.Line.Length == 0 || sale.Line == figure.Line) && (figure.Industry.Length == 0 || ShippedTables.Industries.Falls(sale.Industry, figure.Industry)));
        return figure.Unit == MarketUnit.Sets
            ? own.Aggregate(Quantity.Zero, (sum, sale) => sum + sale.Quantity)
            : Quantity.Of(own.Select(sale => sale.Amount).Sum().ToDecimal(), Rounding.HalfUp);
    }

    private static bool LiesIn(TerritoryId? territory, TerritoryId above, IReadOnlyDictionary<TerritoryId, TerritoryId?> tree)
    {
        for (var (next, steps) = (territory, 0); next is { } one && steps <= tree.Count; next = tree.GetValueOrDefault(one), steps++)
        {
            if (one == above)
            {
                return true;
            }
        }

        return false;
    }
}
