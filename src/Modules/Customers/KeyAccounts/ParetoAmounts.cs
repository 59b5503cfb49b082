using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;

namespace Yingpan.Customers.KeyAccounts;

/// <summary>What each customer brought in a period, by what is counted.</summary>
internal sealed class ParetoAmounts(IEnumerable<ICustomerSales> sales, IEnumerable<ICustomerReceipts> receipts, IEnumerable<ICustomerMargins> margins)
{
    public bool MayTellMargins => margins.Any(source => source.MayTell);

    /// <summary>By margin also what was sold at a cost that nobody knows, of those to whom something was: the margin is of the rest.</summary>
    public async Task<(Dictionary<CustomerId, Money> Amounts, Dictionary<CustomerId, Money>? Unknown)> Of(ParetoBy by, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var amounts = new Dictionary<CustomerId, Money>();
        switch (by)
        {
            case ParetoBy.Sales:
                foreach (var source in sales)
                {
                    await foreach (var sale in source.Sales(to, null, from).WithCancellation(cancel))
                    {
                        Add(amounts, sale.Customer, sale.Amount);
                    }
                }

                return (amounts, null);
            case ParetoBy.Collections:
                foreach (var source in receipts)
                {
                    foreach (var (customer, amount) in await source.Received(from, to, cancel))
                    {
                        Add(amounts, customer, amount);
                    }
                }

                return (amounts, null);
            default:
                return await ByMargin(amounts, from, to, cancel);
        }
    }

    private async Task<(Dictionary<CustomerId, Money> Amounts, Dictionary<CustomerId, Money>? Unknown)> ByMargin(Dictionary<CustomerId, Money> amounts, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        if (!MayTellMargins)
        {
            throw Refusal.Forbidden("permission.missing", ("permission", "permission.catalog.costs"));
        }

        var unknown = new Dictionary<CustomerId, Money>();
        foreach (var source in margins.Where(source => source.MayTell))
        {
            foreach (var (customer, margin) in await source.Margins(from, to, cancel))
            {
                Add(amounts, customer, margin.Known - margin.Cost);
                if (margin.Known != margin.Sales)
                {
                    Add(unknown, customer, margin.Sales - margin.Known);
                }
            }
        }

        return (amounts, unknown);
    }

    private static void Add(Dictionary<CustomerId, Money> sums, CustomerId customer, Money amount) => sums[customer] = sums.GetValueOrDefault(customer) + amount;
}
