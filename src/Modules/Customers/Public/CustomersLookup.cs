using Microsoft.EntityFrameworkCore;
using Yingpan.Organization.Public;
using Yingpan.Platform.Imports;

namespace Yingpan.Customers.Public;

public static class CustomersLookup
{
    /// <summary>Only customers the caller may see: for anyone else's there is no such number.</summary>
    public static ImportLookup<CustomerId> New(Reach reach) => new((db, words, cancel) => db.CustomersVisibleTo(reach, CustomersPermissions.Read)
        .Where(customer => words.Contains(customer.Number) || words.Contains(customer.Name))
        .Select(customer => new ImportName<CustomerId>(customer.Id, customer.Number, customer.Name)).ToListAsync(cancel));
}
