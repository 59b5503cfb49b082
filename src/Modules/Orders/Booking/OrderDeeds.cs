using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Public;
using Yingpan.Orders.Data;
using Yingpan.Platform.Data;

namespace Yingpan.Orders.Booking;

/// <summary>Tells Customers who was sold to: confirmed orders, by their order day.</summary>
internal sealed class OrderDeeds(AppDb db) : ICustomerActivity
{
    public string Kind => "orders";

    public bool IsDeal => true;

    private IQueryable<Order> Confirmed => db.Set<Order>().Where(order => order.State == OrderState.Confirmed);

    public IQueryable<CustomerId> Since(DateOnly day) => Confirmed.Where(order => order.OrderedOn >= day).Select(order => order.CustomerId);

    public async Task<IReadOnlyDictionary<CustomerId, DateOnly>> Last(IReadOnlyCollection<CustomerId> customers, CancellationToken cancel) =>
        await Confirmed.Where(order => customers.Contains(order.CustomerId)).GroupBy(order => order.CustomerId)
            .Select(group => new { group.Key, On = group.Max(order => order.OrderedOn) }).ToDictionaryAsync(one => one.Key, one => one.On, cancel);

    public async Task<IReadOnlyList<CustomerDeed>> Of(CustomerId customer, int most, CancellationToken cancel) =>
        await Confirmed.AsNoTracking().Where(order => order.CustomerId == customer).OrderByDescending(order => order.OrderedOn).Take(most)
            .Select(order => new CustomerDeed(order.OrderedOn, order.SalespersonId, order.Number)).ToListAsync(cancel);
}
