using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Ownership;

/// <summary>The parts a person has in customers of others.</summary>
internal sealed class SharedCustomers(AppDb db, Reach reach, Ownerships ownerships, CompanyClock clock) : IBelongings
{
    public string Kind => "customer-shares";

    public Task<IReadOnlyDictionary<PersonId, int>> Counts(IQueryable<PersonId> people, DateOnly lastDay, CancellationToken cancel) =>
        Parts.Select(share => (PersonId?)share.PersonId).CountedFor(people, cancel);

    public async Task<IReadOnlyList<Belonging>> Of(PersonId person, DateOnly lastDay, int most, CancellationToken cancel)
    {
        var parts = Parts.Where(share => share.PersonId == person);
        return [.. (await db.Set<Customer>().AsNoTracking().VisibleTo(reach, CustomersPermissions.Read).Where(customer => parts.Any(share => share.CustomerId == customer.Id))
                .OrderBy(customer => customer.Number).Take(most).Select(customer => new { customer.Id, customer.Name, customer.Number }).ToListAsync(cancel))
            .Select(customer => new Belonging(customer.Id.Value, customer.Name, customer.Number, $"/customers?open={customer.Id}"))];
    }

    public async Task<int> PassOn(Passing passing, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        var rules = await db.OwnershipRulesOn(clock.Today, cancel);
        var parts = Parts.Where(share => share.PersonId == passing.From);
        var shared = (await db.Set<Customer>().Include(customer => customer.Shares).Where(customer => parts.Any(share => share.CustomerId == customer.Id)).ToListAsync(cancel))
            .FindAll(customer => only is null || only.Contains(customer.Id.Value));
        foreach (var customer in shared)
        {
            SharePart[] all = [.. customer.Shares.Where(share => share.Until == null).Select(share => new SharePart(share.PersonId, share.Share))];
            await ownerships.Share(customer, Shares.Passed(all, passing.From, passing.To), rules, cancel);
        }

        return shared.Count;
    }

    /// <summary>The owner's own part goes with the customer.</summary>
    private IQueryable<CustomerShare> Parts
    {
        get
        {
            var customers = db.Set<Customer>();
            return db.Set<CustomerShare>().Where(share => share.Until == null && customers.Any(customer => customer.Id == share.CustomerId && customer.OwnerId != share.PersonId));
        }
    }
}
