using Yingpan.Customers.Data;
using Yingpan.Orders.Data;

namespace Yingpan.Demo;

/// <summary>What became of each customer: who bought lately is active, who did so long ago is lost.</summary>
internal static class States
{
    private const int LostAfterDays = 270;

    public static void Settle(Days days, IReadOnlyList<DemoCustomer> customers, IReadOnlyList<DemoOrder> orders)
    {
        var bought = orders.Where(order => order.Row.State == OrderState.Confirmed)
            .GroupBy(order => order.Customer).ToDictionary(group => group.Key, group => group.Max(order => order.Row.OrderedOn));
        foreach (var customer in customers)
        {
            customer.Row.State = !bought.TryGetValue(customer, out var last) ? CustomerState.Prospect
                : days.Today.DayNumber - last.DayNumber > LostAfterDays ? CustomerState.Lost : CustomerState.Active;
        }
    }
}
