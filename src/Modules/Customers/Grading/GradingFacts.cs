using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Customers.Data;
using Yingpan.Customers.Grading.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Customers.Grading;

/// <summary>Loads what a policy asks of every customer, each kind of fact in one pass over the house, and none that it does not ask.</summary>
internal sealed class GradingFacts(AppDb db, IServiceScopeFactory scopes, IEnumerable<ICustomerSales> sales, CustomValues<CustomerId> fields)
{
    /// <summary>Fields every house has that a criterion may ask.</summary>
    public static readonly IReadOnlyList<string> BuiltIn = ["industry", "city", "state", "territory", "creditRating"];

    public async Task<IReadOnlyList<CustomerFigures>> Load(GradingSpec spec, DateOnly day, CancellationToken cancel)
    {
        var criteria = spec.Cards.SelectMany(card => card.Criteria).ToList();
        var ids = await db.Set<Customer>().AsNoTracking().Select(customer => customer.Id).ToListAsync(cancel);
        var all = new Dictionary<CustomerId, CustomerFigures>(ids.Count);
        foreach (var id in ids)
        {
            all.Add(id, new CustomerFigures { Id = id.Value });
        }

        // What was paid is added up by the database, which has the time for it while the sales are read. An order that comes between the two is
        // graded with the next run.
        var paying = criteria.Any(criterion => criterion.Measure is Measure.OnTime or Measure.Overdue or Measure.OverdueDays)
            ? Task.Run(() => Payments(day, spec.PaymentDays, cancel), cancel)
            : Task.FromResult<List<CustomerPayment>>([]);
        await Task.WhenAll(paying, Sales(all, GradingWindow.Of(day, spec.Months), cancel));
        foreach (var payment in await paying)
        {
            if (all.TryGetValue(payment.Customer, out var customer))
            {
                (customer.Due, customer.PaidInTime, customer.Overdue, customer.OverdueSince) = (payment.Due, payment.PaidInTime, payment.Overdue, payment.OverdueSince);
            }
        }

        if (criteria.Any(criterion => criterion.Measure == Measure.Entered))
        {
            await Marks(all, day, cancel);
        }

        foreach (var field in criteria.Where(criterion => criterion.Measure == Measure.Field).Select(criterion => criterion.Field!).Distinct(StringComparer.Ordinal))
        {
            await Field(all, field, cancel);
        }

        return [.. all.Values];
    }

    private async Task Sales(Dictionary<CustomerId, CustomerFigures> all, GradingWindow window, CancellationToken cancel)
    {
        foreach (var source in sales)
        {
            await foreach (var sale in source.Sales(window.Day, null).WithCancellation(cancel))
            {
                if (all.TryGetValue(sale.Customer, out var customer))
                {
                    customer.Add(sale.On, sale.Amount, window);
                }
            }
        }
    }

    /// <summary>In a scope of its own: a context answers one question at a time.</summary>
    private async Task<List<CustomerPayment>> Payments(DateOnly day, int days, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var all = new List<CustomerPayment>();
        foreach (var source in scope.ServiceProvider.GetServices<ICustomerPayments>())
        {
            all.AddRange(await source.Payments(day, days, cancel));
        }

        return all;
    }

    private async Task Marks(Dictionary<CustomerId, CustomerFigures> all, DateOnly day, CancellationToken cancel)
    {
        var marks = await db.Set<GradeMark>().AsNoTracking().Where(mark => mark.On <= day).OrderBy(mark => mark.On).ThenBy(mark => mark.At)
            .Select(mark => new { mark.CustomerId, mark.Criterion, mark.Points, mark.On }).ToListAsync(cancel);
        foreach (var mine in marks.GroupBy(mark => mark.CustomerId))
        {
            // Merged or entered since the customers were read.
            if (!all.TryGetValue(mine.Key, out var customer))
            {
                continue;
            }

            var newest = new Dictionary<string, EnteredMark>(StringComparer.Ordinal);
            foreach (var mark in mine)
            {
                newest[mark.Criterion] = new EnteredMark(mark.Points, mark.On);
            }

            customer.Marks = newest;
        }
    }

    private async Task Field(Dictionary<CustomerId, CustomerFigures> all, string field, CancellationToken cancel)
    {
        var customers = db.Set<Customer>().AsNoTracking();
        var territories = db.TerritoryCards;
        IReadOnlyDictionary<CustomerId, string> values = field switch
        {
            "industry" => await customers.Where(customer => customer.Industry != null).Select(customer => new { customer.Id, customer.Industry }).ToDictionaryAsync(customer => customer.Id, customer => customer.Industry!, cancel),
            "city" => await customers.Where(customer => customer.City != null).Select(customer => new { customer.Id, customer.City }).ToDictionaryAsync(customer => customer.Id, customer => customer.City!, cancel),
            "state" => await customers.Select(customer => new { customer.Id, customer.State }).ToDictionaryAsync(customer => customer.Id, customer => customer.State.ToString(), cancel),
            "territory" => await customers.Join(territories, customer => customer.TerritoryId, territory => territory.Id, (customer, territory) => new { customer.Id, territory.Name })
                .ToDictionaryAsync(customer => customer.Id, customer => customer.Name, cancel),
            "creditRating" => await db.Set<CustomerCredit>().AsNoTracking().Where(credit => credit.NowFor != null && credit.Rating != null).ToDictionaryAsync(credit => credit.CustomerId, credit => credit.Rating!, cancel),
            _ => await fields.ForRules(field, cancel) ?? new Dictionary<CustomerId, string>(),
        };
        foreach (var (id, value) in values)
        {
            if (all.TryGetValue(id, out var customer))
            {
                var known = (Dictionary<string, string>)(customer.Fields ??= new Dictionary<string, string>(StringComparer.Ordinal));
                known[field] = value;
            }
        }
    }
}
