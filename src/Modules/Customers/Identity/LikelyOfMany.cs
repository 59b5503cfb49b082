using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Customers.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Identity;

/// <summary>Who looks like each of many who are entered at once: the same answers as <see cref="Duplicates"/> one by one, with a few queries for all.</summary>
internal static class LikelyOfMany
{
    private const int MostOfAKey = 20;

    /// <summary>So many near ones are looked at for a line: thousands of account numbers for names all begin alike.</summary>
    private const int MostNear = 100;

    /// <param name="import">What that import brought itself is held against its further lines only where it is certainly the same.</param>
    public static async Task<IReadOnlyList<IReadOnlyList<Likely>>> Find(
        AppDb db, IReadOnlyList<IdentityFacts> facts, IReadOnlyList<IdentityKeys> keys, Guid? import, IdentityRules rules, CancellationToken cancel)
    {
        var certain = await Known(db.Set<CustomerKey>(), keys.SelectMany(one => one.Certain), int.MaxValue, db, cancel);
        var shared = await Known(db.Set<CustomerKey>(), keys.SelectMany(one => one.Shared), MostOfAKey, db, cancel);
        var ofContacts = facts.Select(ContactKeys.Asked).ToList();
        var contacts = await Known(db.Set<CustomerKey>(), ofContacts.SelectMany(one => one), MostOfAKey, db, cancel);
        var customers = db.Set<Customer>().IgnoreQueryFilters([CustomerTable.Merged]);
        var others = import is null ? db.Set<CustomerKey>()
            : db.Set<CustomerKey>().Where(key => customers.Any(customer => customer.Id == key.CustomerId && (customer.ImportId == null || customer.ImportId != import)));
        var near = await Known(others, keys.SelectMany(one => one.Near), MostOfAKey, db, cancel);
        return [.. facts.Select((one, i) => Found(one, keys[i], ofContacts[i]))];

        IReadOnlyList<Likely> Found(IdentityFacts asked, IdentityKeys told, IReadOnlyList<string> theirs)
        {
            // First with what their contacts tell: each is looked at once.
            var candidates = theirs.SelectMany(key => contacts.GetValueOrDefault(key) ?? []).GroupBy(one => one.EnteredAs)
                .Select(same => same.First().With(theirs.Where(key => contacts.TryGetValue(key, out var some) && some.Exists(one => one.EnteredAs == same.Key))))
                .Concat(told.Certain.SelectMany(key => certain.GetValueOrDefault(key) ?? [])).Concat(told.Shared.SelectMany(key => shared.GetValueOrDefault(key) ?? []))
                .Concat(told.Near.SelectMany(key => near.GetValueOrDefault(key) ?? []).DistinctBy(one => one.EnteredAs).Take(MostNear)).DistinctBy(one => one.EnteredAs).ToList();
            return candidates.Count == 0 ? [] : [.. Duplicates.Judged(asked, candidates, rules).Where(likely => import is null || likely.ImportId != import || likely.Rule == DuplicateRule.Block)];
        }
    }

    private static async Task<Dictionary<string, List<KnownCustomer>>> Known(IQueryable<CustomerKey> keys, IEnumerable<string> wanted, int most, AppDb db, CancellationToken cancel)
    {
        var found = new List<(string Value, CustomerId Id)>();
        foreach (List<string> some in wanted.Distinct().Chunk(1_000).Select(chunk => chunk.ToList()))
        {
            var asked = keys.AsNoTracking().Where(key => some.Contains(key.Value)).Select(key => new { key.Value, key.CustomerId });
            found.AddRange((await (most == int.MaxValue ? asked : asked.Take(some.Count * most)).ToListAsync(cancel)).Select(key => (key.Value, key.CustomerId)));
        }

        var customers = new Dictionary<CustomerId, KnownCustomer>();
        foreach (List<CustomerId> some in found.Select(one => one.Id).Distinct().Chunk(1_000).Select(chunk => chunk.ToList()))
        {
            foreach (var customer in await Duplicates.Known(db, some, cancel))
            {
                customers[customer.EnteredAs] = customer;
            }
        }

        return found.GroupBy(one => one.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(one => customers.GetValueOrDefault(one.Id)).OfType<KnownCustomer>().ToList(), StringComparer.Ordinal);
    }
}
