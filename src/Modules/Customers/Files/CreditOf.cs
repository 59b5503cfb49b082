using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Customers.Files;

/// <summary>Credit in the list of customers: chosen by it, and told of a page where it was asked for.</summary>
internal static class CreditOf
{
    public static IQueryable<Customer> Fitting(IQueryable<Customer> customers, ListCustomers.Filter filter, AppDb db)
    {
        var credits = db.Set<CustomerCredit>();
        if (filter.CreditRating.CleanOrNull() is { } rating)
        {
            customers = customers.Where(customer => credits.Any(credit => credit.NowFor == customer.Id && credit.Rating == rating));
        }

        if (filter.Held is { } held)
        {
            var today = db.Today;
            customers = customers.Where(customer => credits.Any(credit => credit.NowFor == customer.Id && credit.IsHeld && (credit.HeldUntil == null || credit.HeldUntil >= today)) == held);
        }

        return customers;
    }

    public static async Task Tell(AppDb db, IReadOnlyList<CustomerRow> rows, CancellationToken cancel)
    {
        List<Public.CustomerId> ids = [.. rows.Select(row => row.Id)];
        var credits = await db.Set<CustomerCredit>().AsNoTracking().Where(credit => credit.NowFor != null && ids.Contains(credit.CustomerId)).ToDictionaryAsync(credit => credit.CustomerId, cancel);
        foreach (var row in rows)
        {
            var credit = credits.GetValueOrDefault(row.Id);
            (row.CreditRating, row.IsHeld) = (credit?.Rating, credit?.Facts.HoldsOn(db.Today) == true);
        }
    }
}
