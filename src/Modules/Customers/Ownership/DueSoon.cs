using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Files;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Pools;
using Yingpan.Customers.Public;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Ownership;

/// <summary>Which customers of those the caller sees are about to go, for the list of customers.</summary>
internal sealed class DueSoon(AppDb db, DueCustomers due, OwnedFactsOf facts, Reach reach, CompanyClock clock)
{
    public async Task<IReadOnlyList<CustomerId>> Within(int days, CancellationToken cancel)
    {
        var rules = await db.OwnershipRulesOn(clock.Today, cancel);
        var among = db.Set<Customer>().AsNoTracking().VisibleTo(reach, CustomersPermissions.Read);
        return [.. (await due.On(clock.Today.AddDays(days), rules, rules.Recycling, among, cancel)).Select(one => one.Id)];
    }

    public async Task Tell(IReadOnlyList<CustomerRow> rows, CancellationToken cancel)
    {
        var rules = await db.OwnershipRulesOn(clock.Today, cancel);
        var owned = await facts.Load([.. rows.Select(row => row.Id)], rules, cancel);
        foreach (var row in rows)
        {
            row.DueOn = owned.TryGetValue(row.Id, out var one) ? OwnershipDays.Due(one, rules)?.On : null;
        }
    }
}
