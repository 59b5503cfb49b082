using Microsoft.EntityFrameworkCore;
using Yingpan.Catalog.Public;
using Yingpan.Kernel;
using Yingpan.Orders.Data;
using Yingpan.Platform.Data;

namespace Yingpan.Orders.Booking;

/// <summary>An order that is confirmed keeps what its products cost in that moment.</summary>
internal static class BookCosts
{
    public static async Task Of(Order order, AppDb db, CancellationToken cancel)
    {
        if (order.Lines.Count == 0)
        {
            await db.Entry(order).Collection(one => one.Lines).LoadAsync(cancel);
        }

        var costs = await db.CostPrices([.. order.Lines.Select(line => line.ProductId).Distinct()], cancel);
        order.Lines.ForEach(line => line.Keep(costs.GetValueOrDefault(line.ProductId)));
    }

    public static async Task<Dictionary<ProductId, UnitPrice?>> CostPrices(this AppDb db, IReadOnlyCollection<ProductId> products, CancellationToken cancel) =>
        await db.ProductCards.Where(product => products.Contains(product.Id)).ToDictionaryAsync(product => product.Id, product => product.CostPrice, cancel);

    /// <summary>A cost beyond every amount is a slip of who entered it: so it isn't known.</summary>
    public static void Keep(this OrderLine line, UnitPrice? costPrice) =>
        line.Book(costPrice is { } one && OrderRequest.IsInRange(one, line.Quantity) ? one : null);
}
