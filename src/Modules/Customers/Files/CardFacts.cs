using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Customers.Warnings;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Files;

/// <param name="LastContact">Of anybody of us.</param>
/// <param name="DueOn">When the next care is due.</param>
/// <param name="Sales">Of the twelve months up to today.</param>
/// <param name="WarningId">Of a warning that isn't closed.</param>
internal sealed record CustomerCardFacts(DateOnly? LastContact, DateOnly? DueOn, bool IsOverdue, Money Sales, WarningId? WarningId);

/// <summary>What the cards of a page say: one question for each kind of fact, however many cards.</summary>
internal sealed class CardFacts(AppDb db, WatchFacts contacts, IEnumerable<ICustomerSales> sales, CompanyClock clock)
{
    public async Task Tell(IReadOnlyList<CustomerRow> rows, CancellationToken cancel)
    {
        var today = clock.Today;
        List<CustomerId> ids = [.. rows.Select(row => row.Id)];
        var last = await contacts.LastContacts(today, ids, cancel);
        var due = await db.Set<CareItem>().AsNoTracking().Where(item => item.State == CareState.Open && ids.Contains(item.CustomerId))
            .GroupBy(item => item.CustomerId).Select(all => new { all.Key, On = all.Min(item => item.DueOn) }).ToDictionaryAsync(one => one.Key, one => one.On, cancel);
        var warnings = await db.Set<CustomerWarning>().AsNoTracking().Where(warning => warning.OpenFor != null && ids.Contains(warning.CustomerId))
            .ToDictionaryAsync(warning => warning.CustomerId, warning => warning.Id, cancel);
        var sold = new Dictionary<CustomerId, Money>();
        foreach (var source in sales)
        {
            await foreach (var sale in source.Sales(today, ids, today.AddYears(-1).AddDays(1)).WithCancellation(cancel))
            {
                sold[sale.Customer] = sold.GetValueOrDefault(sale.Customer) + sale.Amount;
            }
        }

        foreach (var row in rows)
        {
            DateOnly? next = due.TryGetValue(row.Id, out var on) ? on : null;
            row.Card = new CustomerCardFacts(
                last.TryGetValue(row.Id, out var day) ? day : null, next, next < today, sold.GetValueOrDefault(row.Id), warnings.TryGetValue(row.Id, out var warning) ? warning : null);
        }
    }
}
