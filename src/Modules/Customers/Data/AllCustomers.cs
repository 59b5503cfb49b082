using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Data;

/// <summary>Also those who were merged into another one, for what must not lose sight of them: numbers, names, undoing.</summary>
internal static class AllCustomers
{
    extension(AppDb db)
    {
        public IQueryable<Customer> CustomersWithMerged => db.Set<Customer>().IgnoreQueryFilters([CustomerTable.Merged]);

        public IQueryable<string> NumbersOfCustomers => db.CustomersWithMerged.Select(customer => customer.Number);
    }

    /// <summary>The customer who is left where this one was merged; null where he is there himself, or never was.</summary>
    public static async Task<CustomerId?> LeftOf(this AppDb db, CustomerId merged, CancellationToken cancel) =>
        await db.Set<CustomerIdentity>().Where(identity => identity.CustomerId == merged && identity.FoundId != merged)
            .Select(identity => (CustomerId?)identity.FoundId).FirstOrDefaultAsync(cancel);

    /// <summary>He and all who were merged into him, also by way of others.</summary>
    public static async Task<IReadOnlyList<CustomerId>> Together(this AppDb db, CustomerId customer, CancellationToken cancel) =>
        [customer, .. await db.Set<CustomerIdentity>().Where(identity => identity.FoundId == customer && identity.CustomerId != customer)
            .OrderBy(identity => identity.CustomerId).Select(identity => identity.CustomerId).ToListAsync(cancel)];
}
