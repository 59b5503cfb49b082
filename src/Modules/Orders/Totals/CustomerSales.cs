using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Public;
using Yingpan.Orders.Data;
using Yingpan.Platform.Data;

namespace Yingpan.Orders.Totals;

/// <summary>What customers bought: confirmed orders, streamed.</summary>
internal sealed class CustomerSales(AppDb db) : ICustomerSales
{
    public IAsyncEnumerable<CustomerSale> Sales(DateOnly until, IReadOnlyCollection<CustomerId>? only, DateOnly? from = null)
    {
        var orders = db.Set<Order>().AsNoTracking().Where(order => order.State == OrderState.Confirmed && order.OrderedOn <= until);
        if (only is not null)
        {
            orders = orders.Where(order => only.Contains(order.CustomerId));
        }

        if (from is { } first)
        {
            orders = orders.Where(order => order.OrderedOn >= first);
        }

        return orders.Select(order => new CustomerSale(order.CustomerId, order.OrderedOn, order.Amount)).AsAsyncEnumerable();
    }

    public async Task<IReadOnlyDictionary<CustomerId, DateOnly>> FirstSales(DateOnly until, CancellationToken cancel) =>
        await db.Set<Order>().AsNoTracking().Where(order => order.State == OrderState.Confirmed && order.OrderedOn <= until)
            .GroupBy(order => order.CustomerId).Select(all => new { all.Key, First = all.Min(order => order.OrderedOn) }).ToDictionaryAsync(one => one.Key, one => one.First, cancel);
}

/// <summary>Who ordered was in contact, also where the order is a draft yet.</summary>
internal sealed class OrderContacts(AppDb db) : ICustomerContacts
{
    public async Task<IReadOnlyList<CustomerContact>> LastContacts(DateOnly until, IReadOnlyCollection<CustomerId>? only, CancellationToken cancel)
    {
        var orders = db.Set<Order>().AsNoTracking().Where(order => order.State != OrderState.Cancelled && order.OrderedOn <= until);
        if (only is not null)
        {
            orders = orders.Where(order => only.Contains(order.CustomerId));
        }

        return await orders.GroupBy(order => order.CustomerId).Select(all => new CustomerContact(all.Key, all.Max(order => order.OrderedOn))).ToListAsync(cancel);
    }
}
