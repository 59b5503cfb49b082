using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.KeyAccounts.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.KeyAccounts;

internal enum ParetoBy
{
    Sales,
    Collections,
}

/// <summary>GET /api/pareto: which of the customers one sees make most of the sales, or of what came in, of a period.</summary>
internal static class ReadPareto
{
    private const int MostShown = 500;

    public sealed class Query : IChecked
    {
        public required DateOnly From { get; init; }

        public required DateOnly To { get; init; }

        /// <summary>Sales unless told.</summary>
        public ParetoBy? By { get; init; }

        public void Check(Check check)
        {
            check.Day("from", From);
            check.Day("to", To);
            check.That(From <= To, "from", "field.period-backwards");
        }
    }

    public sealed record Line(CustomerId CustomerId, string Name, string? OwnerName, Money Amount, Rate Share, Rate Cumulative, bool IsKey, bool IsKeyAccount);

    /// <param name="Curve">The cumulative share after each hundredth of the customers.</param>
    public sealed record View(Rate Cut, Money Total, int Customers, int Key, Money KeyAmount, IReadOnlyList<Line> Lines, IReadOnlyList<Rate> Curve);

    public static async Task<View> Handle(
        [AsParameters] Query query, AppDb db, Reach reach, IEnumerable<ICustomerSales> sales, IEnumerable<ICustomerReceipts> receipts, CompanyClock clock, CancellationToken cancel)
    {
        var mine = await db.Set<Customer>().AsNoTracking().VisibleTo(reach, CustomersPermissions.Read).Select(customer => customer.Id).ToHashSetAsync(cancel);
        var amounts = new Dictionary<CustomerId, Money>();
        if (query.By is null or ParetoBy.Sales)
        {
            foreach (var source in sales)
            {
                await foreach (var sale in source.Sales(query.To, null, query.From).WithCancellation(cancel))
                {
                    amounts[sale.Customer] = amounts.GetValueOrDefault(sale.Customer) + sale.Amount;
                }
            }
        }
        else
        {
            foreach (var source in receipts)
            {
                foreach (var (customer, amount) in await source.Received(query.From, query.To, cancel))
                {
                    amounts[customer] = amounts.GetValueOrDefault(customer) + amount;
                }
            }
        }

        var policy = await db.KeyAccountsOn(clock.Today, cancel);
        var pareto = Pareto.Of(amounts.Where(one => mine.Contains(one.Key)).Select(one => (one.Key.Value, one.Value)), policy.Cut);
        var shown = pareto.Lines.Take(MostShown).Select(line => new CustomerId(line.Customer)).ToList();
        var people = db.PersonCards;
        var names = await db.Set<Customer>().AsNoTracking().Where(customer => shown.Contains(customer.Id))
            .Select(customer => new { customer.Id, customer.Name, Owner = people.Where(person => person.Id == customer.OwnerId).Select(person => person.Name).FirstOrDefault() })
            .ToDictionaryAsync(customer => customer.Id, cancel);
        var accounts = await db.Set<KeyAccount>().Where(account => account.NowFor != null).Select(account => account.CustomerId).ToHashSetAsync(cancel);
        return new View(
            policy.Cut, pareto.Total, pareto.Customers, pareto.Key, pareto.KeyAmount,
            [.. pareto.Lines.Take(MostShown).Select(line => (line, Id: new CustomerId(line.Customer)))
                .Select(one => new Line(one.Id, names[one.Id].Name, names[one.Id].Owner, one.line.Amount, one.line.Share, one.line.Cumulative, one.line.IsKey, accounts.Contains(one.Id)))],
            [.. Enumerable.Range(1, pareto.Customers == 0 ? 0 : 100).Select(i => pareto.Lines[Math.Max(0, ((pareto.Customers * i) + 99) / 100 - 1)].Cumulative)]);
    }
}
