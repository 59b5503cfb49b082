using Microsoft.EntityFrameworkCore;
using Yingpan.Collections.Data;
using Yingpan.Customers.Public;
using Yingpan.Orders.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Collections.Receipts;

/// <summary>Tells Customers who paid. It keeps a customer busy, and is no new deal.</summary>
internal sealed class ReceiptDeeds(AppDb db) : ICustomerActivity
{
    public string Kind => "receipts";

    public bool IsDeal => false;

    public IQueryable<CustomerId> Since(DateOnly day) =>
        from receipt in db.Set<Receipt>()
        where receipt.ReceivedOn >= day
        join order in db.OrderCards on receipt.OrderId equals order.Id
        select order.CustomerId;

    public async Task<IReadOnlyDictionary<CustomerId, DateOnly>> Last(IReadOnlyCollection<CustomerId> customers, CancellationToken cancel) => await (
        from receipt in db.Set<Receipt>()
        join order in db.OrderCards on receipt.OrderId equals order.Id
        where customers.Contains(order.CustomerId)
        group receipt by order.CustomerId into all
        select new { all.Key, On = all.Max(receipt => receipt.ReceivedOn) }).ToDictionaryAsync(one => one.Key, one => one.On, cancel);

    public async Task<IReadOnlyList<CustomerDeed>> Of(CustomerId customer, int most, CancellationToken cancel) => await (
        from receipt in db.Set<Receipt>()
        join order in db.OrderCards on receipt.OrderId equals order.Id
        where order.CustomerId == customer
        orderby receipt.ReceivedOn descending
        select new CustomerDeed(receipt.ReceivedOn, order.OwnerId, receipt.Number)).Take(most).ToListAsync(cancel);
}
