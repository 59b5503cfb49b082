using Microsoft.EntityFrameworkCore;
using Yingpan.Catalog.Public;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Orders.Data;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;

namespace Yingpan.Orders.Totals;

/// <summary>What was earned with customers: summed by the database, order by order and line by line.</summary>
internal sealed class CustomerMargins(AppDb db, Caller caller) : ICustomerMargins
{
    public bool MayTell => caller.May(CatalogPermissions.ReadCosts);

    public Task<Dictionary<CustomerId, CustomerMargin>> Margins(DateOnly from, DateOnly to, CancellationToken cancel) =>
        Of(db, db.Set<Order>().AsNoTracking(), from, to, cancel);

    public static async Task<Dictionary<CustomerId, CustomerMargin>> Of(AppDb db, IQueryable<Order> orders, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var sold = orders.Where(order => order.State == OrderState.Confirmed && order.OrderedOn >= from && order.OrderedOn <= to);
        var known = await sold.Join(db.Set<OrderLine>().Where(line => line.Cost != null), order => order.Id, line => line.OrderId, (order, line) => new { order.CustomerId, line.Amount, line.Cost })
            .GroupBy(line => line.CustomerId)
            .Select(all => new { all.Key, Amount = all.Sum(line => (long)(object)line.Amount), Cost = all.Sum(line => (long)(object)line.Cost!.Value) })
            .ToDictionaryAsync(all => all.Key, cancel);
        return await sold.GroupBy(order => order.CustomerId).Select(all => new { all.Key, Amount = all.Sum(order => (long)(object)order.Amount) })
            .ToDictionaryAsync(all => all.Key, all => new CustomerMargin(
                new Money(all.Amount), new Money(known.GetValueOrDefault(all.Key)?.Amount ?? 0), new Money(known.GetValueOrDefault(all.Key)?.Cost ?? 0)), cancel);
    }
}
