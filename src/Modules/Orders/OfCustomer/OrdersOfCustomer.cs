using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Orders.Data;
using Yingpan.Orders.Public;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Orders.OfCustomer;

/// <summary>The orders of a customer go with him, and what hangs on them stays with them.</summary>
internal sealed class OrdersOfCustomer(AppDb db) : CustomerRows<Order>(db)
{
    public override string Kind => "orders";

    protected override IQueryable<Order> Of(IQueryable<Order> rows, CustomerId customer) => rows.Where(order => order.CustomerId == customer);

    protected override Guid IdOf(Order row) => row.Id.Value;

    protected override void Give(Order row, CustomerId customer) => row.CustomerId = customer;
}

/// <summary>What was sold to each in a month.</summary>
internal sealed class OrderFigures(AppDb db, Reach reach) : ICustomerFigures
{
    public async Task<IReadOnlyList<CustomerFigure>> Of(IReadOnlyCollection<CustomerId> customers, Month month, CancellationToken cancel)
    {
        if (!reach.Caller.May(OrdersPermissions.Read))
        {
            return [];
        }

        var (first, last) = (month.First, month.Last);
        var sums = await db.Set<Order>().AsNoTracking().VisibleTo(reach, OrdersPermissions.Read)
            .Where(order => order.State == OrderState.Confirmed && customers.Contains(order.CustomerId) && order.OrderedOn >= first && order.OrderedOn <= last)
            .GroupBy(order => order.CustomerId).Select(group => new { group.Key, Count = group.Count(), Minor = group.Sum(order => (long)(object)order.Amount) })
            .ToDictionaryAsync(group => group.Key, cancel);
        return [.. customers.Select(customer => new CustomerFigure(customer, "orders", sums.GetValueOrDefault(customer)?.Count ?? 0, new Money(sums.GetValueOrDefault(customer)?.Minor ?? 0)))];
    }
}
