using Microsoft.EntityFrameworkCore;
using Yingpan.Catalog.Public;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Orders.Data;
using Yingpan.Platform.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Orders.Market;

/// <summary>Tells the division of the market what was sold in it: confirmed orders, in sums.</summary>
internal sealed class TellSales(AppDb db) : ITerritorySales
{
    public async Task<IReadOnlyDictionary<Guid, Money>> ByMember(DateOnly first, DateOnly last, CancellationToken cancel) =>
        (await Sales(first, last).GroupBy(order => order.CustomerId).Select(group => new { group.Key, Minor = group.Sum(order => (long)(object)order.Amount) }).ToListAsync(cancel))
            .ToDictionary(one => one.Key.Value, one => new Money(one.Minor));

    public async Task<IReadOnlyList<TerritorySale>> Sold(DateOnly first, DateOnly last, CancellationToken cancel)
    {
        // An order without lines came from a file that gave its amount only: it is sold all the same, of no line.
        var (sales, products, customers) = (Sales(first, last), db.ProductCards, db.CustomerCards);
        var lines = await (
            from order in sales
            join line in db.Set<OrderLine>() on order.Id equals line.OrderId
            join product in products on line.ProductId equals product.Id
            join customer in customers on order.CustomerId equals customer.Id
            group line by new { order.TerritoryId, product.Line, customer.Industry } into sold
            select new { sold.Key, Thousandths = sold.Sum(line => (long)(object)line.Quantity), Minor = sold.Sum(line => (long)(object)line.Amount) }).ToListAsync(cancel);
        var bare = await (
            from order in sales.Where(order => order.Lines.Count == 0)
            join customer in customers on order.CustomerId equals customer.Id
            group order by new { order.TerritoryId, customer.Industry } into sold
            select new { sold.Key, Minor = sold.Sum(order => (long)(object)order.Amount) }).ToListAsync(cancel);
        return
        [
            .. lines.Select(one => new TerritorySale(one.Key.TerritoryId, one.Key.Line, one.Key.Industry, new Quantity(one.Thousandths), new Money(one.Minor))),
            .. bare.Select(one => new TerritorySale(one.Key.TerritoryId, null, one.Key.Industry, Quantity.Zero, new Money(one.Minor))),
        ];
    }

    public async Task<IReadOnlyDictionary<Guid, DateOnly>> LastTouched(CancellationToken cancel) =>
        (await db.Set<Order>().Where(order => order.State == OrderState.Confirmed).GroupBy(order => order.CustomerId)
            .Select(group => new { group.Key, Day = group.Max(order => order.OrderedOn) }).ToListAsync(cancel)).ToDictionary(one => one.Key.Value, one => one.Day);

    private IQueryable<Order> Sales(DateOnly first, DateOnly last) =>
        db.Set<Order>().Where(order => order.State == OrderState.Confirmed && order.OrderedOn >= first && order.OrderedOn <= last);
}
