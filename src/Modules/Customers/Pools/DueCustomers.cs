using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Public;
using Yingpan.Organization.Public;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Pools;

internal sealed record DueCustomer(CustomerId Id, RecyclingCause Cause);

/// <summary>
/// Whom the rules take back on a day, asked of the whole house by queries: what <see cref="OwnershipDays.Due"/> says of one customer. Preview, reminders
/// and the run all ask here.
/// </summary>
internal sealed class DueCustomers(AppDb db, IEnumerable<ICustomerActivity> activities, CustomValues<CustomerId> fields)
{
    /// <summary>Each once, by the first line that takes him.</summary>
    /// <param name="only">Null is everybody.</param>
    public Task<IReadOnlyList<DueCustomer>> On(DateOnly day, OwnershipRules rules, IReadOnlyCollection<CustomerId>? only, CancellationToken cancel)
    {
        var all = db.Set<Customer>().AsNoTracking();
        return On(day, rules, rules.Recycling, only is null ? all : all.Where(customer => only.Contains(customer.Id)), cancel);
    }

    public async Task<IReadOnlyList<DueCustomer>> On(DateOnly day, OwnershipRules rules, IReadOnlyList<RecyclingLine> lines, IQueryable<Customer> among, CancellationToken cancel)
    {
        var due = new Dictionary<CustomerId, DueCustomer>();
        // Grades the rules tell apart; who has another one, or none, is treated like everybody.
        List<string?> kinds = [.. rules.Protection.Select(line => line.Grade).Concat(lines.Select(line => line.Grade)).OfType<string>().Distinct(StringComparer.Ordinal), null];
        foreach (var line in lines)
        {
            // Those whose date has come; nobody where the field is gone.
            var ended = line.Field is { } field ? await fields.ReachedForRules(field, day.AddDays(-line.Days), cancel) : null;
            if (line.Cause == RecyclingCause.ContractEnded && ended is null)
            {
                continue;
            }

            foreach (var state in Enum.GetValues<CustomerState>())
            {
                foreach (var alike in kinds.Where(grade => line.Fits(state, grade)).GroupBy(grade => rules.ProtectionOf(state, grade)?.ExtendDays ?? 0))
                {
                    foreach (var id in await Of(Graded(among, [.. alike], kinds), line, ended, state, alike.Key, day).Select(customer => customer.Id).ToListAsync(cancel))
                    {
                        due.TryAdd(id, new DueCustomer(id, line.Cause));
                    }
                }
            }
        }

        return [.. due.Values];
    }

    private IQueryable<Customer> Of(IQueryable<Customer> among, RecyclingLine line, IQueryable<CustomerId>? ended, CustomerState state, int extendDays, DateOnly day)
    {
        var disputes = db.Set<Dispute>().Where(dispute => dispute.ClosedAt == null);
        var owned = among.Where(customer => customer.OwnerId != null && customer.State == state && !customer.IsExempt && !disputes.Any(dispute => dispute.CustomerId == customer.Id));
        DateOnly? last = day.AddDays(-line.Days);
        if (line.Cause == RecyclingCause.OwnerLeft)
        {
            var people = db.PersonCards;
            return owned.Where(customer => people.Any(person => person.Id == customer.OwnerId && person.LeftOn != null && person.LeftOn <= last));
        }

        owned = owned.Where(customer => customer.OwnedOn <= last && (customer.ProtectedUntil == null || customer.ProtectedUntil < day));
        if (ended is not null)
        {
            owned = owned.Where(customer => ended.Any(one => one == customer.Id));
        }

        foreach (var activity in activities.Where(activity => line.Cause == RecyclingCause.NoFollowUp || (line.Cause == RecyclingCause.NoDeal && activity.IsDeal)))
        {
            owned = Without(owned, activity.Since(last.Value.AddDays(1)));
        }

        return extendDays > 0
            ? activities.Aggregate(owned, (customers, activity) => Without(customers, activity.Since(day.AddDays(-extendDays))))
            : owned;
    }

    /// <param name="wanted">Some of all kinds; null among them is every other grade, and none.</param>
    private IQueryable<Customer> Graded(IQueryable<Customer> among, List<string?> wanted, List<string?> kinds)
    {
        if (wanted.Count == kinds.Count)
        {
            return among;
        }

        var grades = db.CustomerGrades;
        if (!wanted.Contains(null))
        {
            return among.Where(customer => grades.Any(one => one.CustomerId == customer.Id && wanted.Contains(one.Grade)));
        }

        var others = kinds.Except(wanted).ToList();
        return among.Where(customer => !grades.Any(one => one.CustomerId == customer.Id && others.Contains(one.Grade)));
    }

    private static IQueryable<Customer> Without(IQueryable<Customer> customers, IQueryable<CustomerId> others) =>
        customers.Where(customer => !others.Any(other => other == customer.Id));
}
