using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Ownership;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Files;

/// <summary>The customers a person looks after. State, history and what hangs on them stay with the customer.</summary>
internal sealed class OwnedCustomers(AppDb db, Reach reach, Ownerships ownerships) : IBelongings
{
    public string Kind => "customers";

    public Task<IReadOnlyDictionary<PersonId, int>> Counts(IQueryable<PersonId> people, DateOnly lastDay, CancellationToken cancel) =>
        db.Set<Customer>().Select(customer => customer.OwnerId).CountedFor(people, cancel);

    public async Task<IReadOnlyList<Belonging>> Of(PersonId person, DateOnly lastDay, int most, CancellationToken cancel) =>
        [.. (await db.Set<Customer>().AsNoTracking().VisibleTo(reach, CustomersPermissions.Read).Where(customer => customer.OwnerId == person)
                .OrderBy(customer => EF.Functions.Collate(customer.Name, db.PinyinCollation())).Take(most)
                .Select(customer => new { customer.Id, customer.Name, customer.Number }).ToListAsync(cancel))
            .Select(customer => new Belonging(customer.Id.Value, customer.Name, customer.Number, $"/customers?open={customer.Id}"))];

    public async Task<int> PassOn(Passing passing, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        var mine = db.Set<Customer>().Where(customer => customer.OwnerId == passing.From);
        if (only?.Select(CustomerId.From).ToList() is { } some)
        {
            mine = mine.Where(customer => some.Contains(customer.Id));
        }

        var customers = await mine.OrderBy(customer => customer.Id).ToListAsync(cancel);
        await ownerships.Give(customers, passing.To, new Passage(OwnershipCause.HandedOver), cancel);
        return customers.Count;
    }
}
