using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Imports;

namespace Yingpan.Customers.Public;

public static class CustomersLookup
{
    /// <summary>
    /// Only customers the caller may see: for anyone else's there is no such number. Number and name of one who was merged mean the one
    /// who is left.
    /// </summary>
    public static ImportLookup<CustomerId> New(Reach reach) => new(async (db, words, cancel) =>
    {
        var seen = db.CustomersVisibleTo(reach, CustomersPermissions.Read);
        var found = await seen.Where(customer => words.Contains(customer.Number) || words.Contains(customer.Name))
            .Select(customer => new ImportName<CustomerId>(customer.Id, customer.Number, customer.Name)).ToListAsync(cancel);
        var identities = db.Set<CustomerIdentity>();
        var merged = await db.CustomersWithMerged.Where(customer => customer.MergedIntoId != null && (words.Contains(customer.Number) || words.Contains(customer.Name)))
            .Join(identities, customer => customer.Id, identity => identity.CustomerId, (customer, identity) => new { identity.FoundId, customer.Number, customer.Name }).ToListAsync(cancel);
        if (merged.Count > 0)
        {
            var left = merged.Select(one => one.FoundId).Distinct().ToList();
            var mine = await seen.Where(customer => left.Contains(customer.Id)).Select(customer => customer.Id).ToHashSetAsync(cancel);
            found.AddRange(merged.Where(one => mine.Contains(one.FoundId)).Select(one => new ImportName<CustomerId>(one.FoundId, one.Number, one.Name)));
        }

        return found;
    });
}
