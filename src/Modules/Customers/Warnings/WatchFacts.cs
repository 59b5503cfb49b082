using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Customers.Warnings.Rules;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Warnings;

/// <summary>Loads what indicators ask of every customer, each kind of fact in one pass over the house.</summary>
internal sealed class WatchFacts(
    AppDb db, IEnumerable<ICustomerSales> sales, IEnumerable<ICustomerPayments> payments, IEnumerable<ICustomerContacts> contacts, IEnumerable<ICustomerComplaints> complaints)
{
    private sealed class Kept(WarningFacts facts)
    {
        public WarningFacts Facts { get; } = facts;

        public SortedSet<DateOnly> Days { get; } = [];
    }

    public async Task<IReadOnlyList<WarningFacts>> Load(DateOnly day, int paymentDays, RhythmParameters? rhythm, CancellationToken cancel)
    {
        var ids = await db.Set<Customer>().AsNoTracking().Select(customer => customer.Id).ToListAsync(cancel);
        var all = ids.ToDictionary(id => id, id => new Kept(new WarningFacts { Id = id.Value, Day = day, Rhythm = rhythm }));
        await Sales(all, day, cancel);
        foreach (var source in payments)
        {
            foreach (var payment in await source.Payments(day, paymentDays, cancel))
            {
                if (all.TryGetValue(payment.Customer, out var kept))
                {
                    (kept.Facts.Overdue, kept.Facts.OverdueSince) = (payment.Overdue, payment.OverdueSince);
                }
            }
        }

        foreach (var contact in await LastContacts(day, null, cancel))
        {
            if (all.TryGetValue(contact.Key, out var kept))
            {
                kept.Facts.LastContact = contact.Value;
            }
        }

        foreach (var source in complaints)
        {
            var counted = await source.Complaints(day.AddDays(1 - WarningFacts.RecentDays), day, cancel);
            foreach (var (id, kept) in all)
            {
                kept.Facts.Complaints = (kept.Facts.Complaints ?? 0) + counted.GetValueOrDefault(id);
            }
        }

        return [.. all.Values.Select(kept =>
        {
            kept.Facts.OrderDays = [.. kept.Days];
            return kept.Facts;
        })];
    }

    /// <summary>By customer the newest day of all that tell one, follow-ups of warnings among them.</summary>
    public async Task<IReadOnlyDictionary<CustomerId, DateOnly>> LastContacts(DateOnly day, IReadOnlyCollection<CustomerId>? only, CancellationToken cancel)
    {
        var last = new Dictionary<CustomerId, DateOnly>();
        foreach (var source in contacts)
        {
            foreach (var contact in await source.LastContacts(day, only, cancel))
            {
                last[contact.Customer] = last.TryGetValue(contact.Customer, out var known) && known > contact.On ? known : contact.On;
            }
        }

        return last;
    }

    private async Task Sales(Dictionary<CustomerId, Kept> all, DateOnly day, CancellationToken cancel)
    {
        var recent = day.AddDays(-WarningFacts.RecentDays);
        var before = recent.AddDays(-WarningFacts.BeforeDays);
        foreach (var source in sales)
        {
            await foreach (var sale in source.Sales(day, null).WithCancellation(cancel))
            {
                if (!all.TryGetValue(sale.Customer, out var kept))
                {
                    continue;
                }

                kept.Days.Add(sale.On);
                if (sale.On > recent)
                {
                    kept.Facts.Recent += sale.Amount;
                }
                else if (sale.On > before)
                {
                    kept.Facts.Before += sale.Amount;
                }
            }
        }
    }
}

/// <summary>Of Customers itself: who followed up a warning was in contact.</summary>
internal sealed class WarningContacts(AppDb db) : ICustomerContacts
{
    public async Task<IReadOnlyList<CustomerContact>> LastContacts(DateOnly until, IReadOnlyCollection<CustomerId>? only, CancellationToken cancel)
    {
        var warnings = db.Set<CustomerWarning>().AsNoTracking();
        if (only is not null)
        {
            warnings = warnings.Where(warning => only.Contains(warning.CustomerId));
        }

        return await db.Set<WarningLine>().AsNoTracking()
            .Where(line => line.On <= until && line.ById != null && (line.Kind == WarningLineKind.Followed || line.Kind == WarningLineKind.Measure))
            .Join(warnings, line => line.WarningId, warning => warning.Id, (line, warning) => new { warning.CustomerId, line.On })
            .GroupBy(one => one.CustomerId).Select(all => new CustomerContact(all.Key, all.Max(one => one.On))).ToListAsync(cancel);
    }
}
