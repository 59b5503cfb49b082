using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Orders.Booking;
using Yingpan.Orders.Booking.Rules;
using Yingpan.Orders.Data;
using Yingpan.Orders.Public;
using Yingpan.Orders.Totals;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Orders.OfCustomer;

/// <summary>GET /api/customers/{id}/margin: of the twelve months up to today, from the orders one sees.</summary>
internal static class ReadCustomerMargin
{
    public sealed record View(DateOnly From, DateOnly To, MarginView Margin);

    public static async Task<View> Handle(CustomerId id, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        if (!reach.Caller.May(OrdersPermissions.Read) || !await db.CustomersVisibleTo(reach, CustomersPermissions.Read).AnyAsync(customer => customer.Id == id, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        var (from, to) = (clock.Today.AddYears(-1).AddDays(1), clock.Today);
        var orders = db.Set<Order>().AsNoTracking().VisibleTo(reach, OrdersPermissions.Read).Where(order => order.CustomerId == id);
        var margin = (await CustomerMargins.Of(db, orders, from, to, cancel)).GetValueOrDefault(id);
        return new View(from, to, MarginView.Of(new Margin(margin.Sales, margin.Known, margin.Cost)));
    }
}
