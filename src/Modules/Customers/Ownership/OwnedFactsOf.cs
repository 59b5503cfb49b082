using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Ownership;

/// <summary>What the rules of ownership ask of customers, gathered from all modules; a question a kind, however many customers.</summary>
internal sealed class OwnedFactsOf(AppDb db, IEnumerable<ICustomerActivity> activities, CustomValues<CustomerId> fields)
{
    private const int AtOnce = 1_000;

    /// <summary>Those that are somebody's; the others are left out.</summary>
    /// <param name="rules">Which of them say for which fields the facts hold the dates.</param>
    public async Task<IReadOnlyDictionary<CustomerId, OwnedFacts>> Load(IReadOnlyCollection<CustomerId> ids, OwnershipRules rules, CancellationToken cancel)
    {
        var all = new Dictionary<CustomerId, OwnedFacts>(ids.Count);
        foreach (List<CustomerId> some in ids.Chunk(AtOnce).Select(chunk => chunk.ToList()))
        {
            foreach (var (id, facts) in await LoadSome(some, rules, cancel))
            {
                all[id] = facts;
            }
        }

        return all;
    }

    private async Task<IReadOnlyDictionary<CustomerId, OwnedFacts>> LoadSome(List<CustomerId> ids, OwnershipRules rules, CancellationToken cancel)
    {
        var (people, grades, disputes) = (db.PersonCards, db.CustomerGrades, db.Set<Dispute>().Where(dispute => dispute.ClosedAt == null));
        var owned = await db.Set<Customer>().AsNoTracking().Where(customer => ids.Contains(customer.Id) && customer.OwnerId != null && customer.OwnedOn != null)
            .Select(customer => new
            {
                customer.Id,
                customer.State,
                Owner = customer.OwnerId!.Value,
                Grade = grades.Where(grade => grade.CustomerId == customer.Id).Select(grade => grade.Grade).FirstOrDefault(),
                customer.OwnedOn,
                customer.ProtectedUntil,
                IsExempt = customer.IsExempt || disputes.Any(dispute => dispute.CustomerId == customer.Id),
                LeftOn = people.Where(person => person.Id == customer.OwnerId).Select(person => person.LeftOn).FirstOrDefault(),
            }).ToListAsync(cancel);
        var (followed, dealt) = (new Dictionary<CustomerId, DateOnly>(), new Dictionary<CustomerId, DateOnly>());
        foreach (var activity in activities)
        {
            foreach (var (id, day) in await activity.Last(ids, cancel))
            {
                Latest(followed, id, day);
                if (activity.IsDeal)
                {
                    Latest(dealt, id, day);
                }
            }
        }

        var dates = new Dictionary<CustomerId, Dictionary<string, DateOnly>>();
        foreach (var field in rules.DateFields())
        {
            foreach (var (id, day) in await fields.DaysForRules(field, ids, cancel))
            {
                dates.TryAdd(id, []);
                dates[id][field] = day;
            }
        }

        return owned.ToDictionary(customer => customer.Id, customer => new OwnedFacts
        {
            OwnerId = customer.Owner,
            State = customer.State,
            Grade = customer.Grade,
            OwnedOn = customer.OwnedOn!.Value,
            ProtectedUntil = customer.ProtectedUntil,
            IsExempt = customer.IsExempt,
            OwnerLeftOn = customer.LeftOn,
            LastFollowUpOn = followed.TryGetValue(customer.Id, out var last) ? last : null,
            LastDealOn = dealt.TryGetValue(customer.Id, out var deal) ? deal : null,
            Dates = dates.GetValueOrDefault(customer.Id, []),
        });
    }

    private static void Latest(Dictionary<CustomerId, DateOnly> days, CustomerId id, DateOnly day) =>
        days[id] = days.TryGetValue(id, out var known) && known > day ? known : day;
}
