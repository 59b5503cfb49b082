using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Customers.Warnings.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Warnings;

/// <summary>Once a week: the rhythm of the house, from its own orders. What was fitted before stays, with its day.</summary>
internal sealed class FitRhythm(AppDb db, IEnumerable<ICustomerSales> sales, CompanyClock clock) : IRecurringJob
{
    public Task Run(CancellationToken cancel) => Run(clock.Today, cancel);

    public async Task<RhythmFit?> Run(DateOnly day, CancellationToken cancel)
    {
        var days = new Dictionary<CustomerId, SortedSet<DateOnly>>();
        foreach (var source in sales)
        {
            await foreach (var sale in source.Sales(day, null).WithCancellation(cancel))
            {
                (days.TryGetValue(sale.Customer, out var known) ? known : days[sale.Customer] = []).Add(sale.On);
            }
        }

        // In an order that is the same each time: which customers are left out of a big house depends on it.
        if (RhythmFitting.Fit([.. days.OrderBy(one => one.Key.Value).Select(one => Purchases.Of([.. one.Value], day))]) is not { } fitted)
        {
            return null;
        }

        var fit = new RhythmFit
        {
            On = day,
            R = fitted.Parameters.R,
            Alpha = fitted.Parameters.Alpha,
            A = fitted.Parameters.A,
            B = fitted.Parameters.B,
            Fit = fitted.Fit,
            Customers = fitted.Customers,
        };
        await db.InTransaction(() => db.Put([fit], replace: true, cancel), cancel);
        return fit;
    }
}
