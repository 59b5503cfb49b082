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

/// <summary>GET /api/pareto: which of the customers one sees make most of the sales, of what came in or of what was earned, of a period.</summary>
internal static class ReadPareto
{
    private const int MostShown = 500;

    public sealed class Query : IChecked
    {
        public required DateOnly From { get; init; }

        public required DateOnly To { get; init; }

        /// <summary>As the policy says unless told; by margin for who may know costs.</summary>
        public ParetoBy? By { get; init; }

        public void Check(Check check)
        {
            check.Day("from", From);
            check.Day("to", To);
            check.That(From <= To, "from", "field.period-backwards");
        }
    }

    /// <param name="Unknown">By margin: what was sold to him at a cost that nobody knows.</param>
    public sealed record Line(CustomerId CustomerId, string Name, string? OwnerName, Money Amount, Rate Share, Rate Cumulative, bool IsKey, bool IsKeyAccount, Money? Unknown);

    /// <summary>What is not in a Pareto by margin: sold at a cost that nobody knows.</summary>
    public sealed record UnknownCosts(int Customers, Money Sales);

    /// <param name="Curve">The cumulative share after each hundredth of the customers.</param>
    public sealed record View(
        ParetoBy By, Rate Cut, Money Total, int Customers, int Key, Money KeyAmount, IReadOnlyList<Line> Lines, IReadOnlyList<Rate> Curve, UnknownCosts? Unknown);

    public static async Task<View> Handle([AsParameters] Query query, AppDb db, Reach reach, ParetoAmounts asked, CompanyClock clock, CancellationToken cancel)
    {
        var mine = await db.Set<Customer>().AsNoTracking().VisibleTo(reach, CustomersPermissions.Read).Select(customer => customer.Id).ToHashSetAsync(cancel);
        var policy = await db.KeyAccountsOn(clock.Today, cancel);
        var by = query.By ?? (policy.Basis == ParetoBy.Margin && !asked.MayTellMargins ? ParetoBy.Sales : policy.Basis);
        var (amounts, unknown) = await asked.Of(by, query.From, query.To, cancel);
        var pareto = Pareto.Of(amounts.Where(one => mine.Contains(one.Key)).Select(one => (one.Key.Value, one.Value)), policy.Cut);
        var shown = pareto.Lines.Take(MostShown).Select(line => new CustomerId(line.Customer)).ToList();
        var people = db.PersonCards;
        var names = await db.Set<Customer>().AsNoTracking().Where(customer => shown.Contains(customer.Id))
            .Select(customer => new { customer.Id, customer.Name, Owner = people.Where(person => person.Id == customer.OwnerId).Select(person => person.Name).FirstOrDefault() })
            .ToDictionaryAsync(customer => customer.Id, cancel);
        var accounts = await db.Set<KeyAccount>().Where(account => account.NowFor != null).Select(account => account.CustomerId).ToHashSetAsync(cancel);
        var unknowns = unknown?.Where(one => mine.Contains(one.Key)).ToDictionary();
        return new View(
            by, policy.Cut, pareto.Total, pareto.Customers, pareto.Key, pareto.KeyAmount,
            [.. pareto.Lines.Take(MostShown).Select(line => (line, Id: new CustomerId(line.Customer)))
                .Select(one => new Line(one.Id, names[one.Id].Name, names[one.Id].Owner, one.line.Amount, one.line.Share, one.line.Cumulative, one.line.IsKey, accounts.Contains(one.Id), unknowns is null ? null : unknowns.GetValueOrDefault(one.Id)))],
            [.. Enumerable.Range(1, pareto.Customers == 0 ? 0 : 100).Select(i => pareto.Lines[Math.Max(0, ((pareto.Customers * i) + 99) / 100 - 1)].Cumulative)],
            unknowns is null ? null : new UnknownCosts(unknowns.Count, new Money(unknowns.Values.Sum(one => one.Minor))));
    }
}
