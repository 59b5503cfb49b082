using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Completeness.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Completeness;

/// <summary>How whole a file is stands beside the customer, so that a list can be sorted by it: written after whatever it is worked out from.</summary>
internal static class KeepCompleteness
{
    /// <summary>After the save, in the same transaction. Neither a change of the customer nor a line of the trail.</summary>
    public static async Task Of(AppDb db, IReadOnlyCollection<CustomerId> customers, DateOnly today, CancellationToken cancel)
    {
        var policy = await db.FilePolicyOf(Month.Of(today), cancel);
        var weights = policy.WeightOf;
        foreach (var some in customers.Distinct().Chunk(500))
        {
            foreach (var group in (await Filled(db, some, cancel)).GroupBy(one => CompletenessRule.Of(one.Value, weights).Score, one => one.Key))
            {
                var (score, ids) = (group.Key, group.ToList());
                await db.Set<Customer>().Where(customer => ids.Contains(customer.Id) && customer.Completeness != score)
                    .ExecuteUpdateAsync(set => set.SetProperty(customer => customer.Completeness, score), cancel);
            }
        }
    }

    /// <summary>Of one who is being entered, before the save: nothing hangs on him yet.</summary>
    public static async Task<Rate> OfNew(AppDb db, Customer customer, DateOnly today, CancellationToken cancel) =>
        CompletenessRule.Of(FilledOf(customer, null, contact: false, decider: false, birthday: false, strategy: false), (await db.FilePolicyOf(Month.Of(today), cancel)).WeightOf).Score;

    /// <summary>What of each file is filled.</summary>
    public static async Task<IReadOnlyDictionary<CustomerId, IReadOnlySet<string>>> Filled(AppDb db, IReadOnlyCollection<CustomerId> customers, CancellationToken cancel)
    {
        var (cards, contacts, strategies) = (db.Set<DataCard>(), db.Set<Contact>().Where(contact => !contact.HasLeft), db.Set<StrategyCard>());
        var facts = await db.Set<Customer>().AsNoTracking().Where(customer => customers.Contains(customer.Id)).Select(customer => new
        {
            Customer = customer,
            Card = cards.FirstOrDefault(card => card.CustomerId == customer.Id),
            Contact = contacts.Any(contact => contact.CustomerId == customer.Id),
            Decider = contacts.Any(contact => contact.CustomerId == customer.Id && contact.Role == DecisionRole.Decider),
            Birthday = contacts.Any(contact => contact.CustomerId == customer.Id && contact.Days.Any(day => day.Kind == ContactDayKind.Birthday)),
            Strategy = strategies.Any(card => card.CustomerId == customer.Id),
        }).ToListAsync(cancel);
        return facts.ToDictionary(one => one.Customer.Id, one => FilledOf(one.Customer, one.Card, one.Contact, one.Decider, one.Birthday, one.Strategy));
    }

    /// <summary>By the names of <see cref="CompletenessRule.Usual"/>.</summary>
    public static IReadOnlySet<string> FilledOf(Customer customer, DataCard? card, bool contact, bool decider, bool birthday, bool strategy)
    {
        (string Field, bool IsFilled)[] fields =
        [
            ("ownerId", customer.OwnerId is not null), ("territoryId", customer.TerritoryId is not null), ("industry", customer.Industry is not null),
            ("city", customer.City is not null), ("phone", customer.Phone is not null), ("creditCode", customer.CreditCode is not null),
            ("website", customer.Website is not null), ("address", customer.Address is not null), ("legalRepresentative", card?.LegalRepresentative is not null),
            ("fax", card?.Fax is not null), ("email", card?.Email is not null), ("employees", card?.Employees is not null), ("business", card?.Business is not null),
            ("source", card?.Source is not null), ("previousSales", card?.PreviousSales is not null), ("strength", card?.Strength is not null),
            ("contact", contact), ("decider", decider), ("birthday", birthday), ("strategy", strategy),
        ];
        return fields.Where(field => field.IsFilled).Select(field => field.Field).ToHashSet();
    }
}

/// <summary>All files anew: when other weights begin to hold.</summary>
internal sealed class RecountCompleteness(AppDb db, CompanyClock clock) : IBackgroundJob<RecountCompleteness.Order>, IRecurringJob
{
    private const int CustomersAtOnce = 500;

    public sealed record Order;

    public Task Run(Order data, CancellationToken cancel) => Run(cancel);

    public async Task Run(CancellationToken cancel)
    {
        string? last = "";
        while (last is not null)
        {
            var after = last;
            var batch = await db.Set<Customer>().AsNoTracking().Where(customer => string.Compare(customer.Number, after) > 0).OrderBy(customer => customer.Number)
                .Take(CustomersAtOnce).Select(customer => new { customer.Id, customer.Number }).ToListAsync(cancel);
            await db.InTransaction(() => KeepCompleteness.Of(db, batch.ConvertAll(one => one.Id), clock.Today, cancel), cancel);
            last = batch.Count == CustomersAtOnce ? batch[^1].Number : null;
        }
    }
}
