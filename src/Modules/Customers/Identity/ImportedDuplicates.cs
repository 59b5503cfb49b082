using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Customers.Public;
using Yingpan.Platform.Imports;

namespace Yingpan.Customers.Identity;

/// <summary>
/// The same check for the lines of a file, a batch at once: against what the house has, and for name and code also against the lines before.
/// What an import brought itself is not held against its further lines by likeness alone, so that check and run come to the same.
/// </summary>
internal static class ImportedDuplicates
{
    private const int MostOfAKey = 20;

    /// <summary>So many near ones are looked at for a line: thousands of account numbers for names all begin alike.</summary>
    private const int MostNear = 100;

    public static async Task Tell(IReadOnlyList<(ImportRow Row, Customer Customer)> entered, ImportRun run, IdentityRules rules, CancellationToken cancel)
    {
        var keys = entered.Select(one => IdentityKeys.Of(one.Customer.IdentityFacts, rules.Words)).ToList();
        var same = await Known(run.Db.Set<CustomerKey>(), keys.SelectMany(one => one.First), run, cancel);
        var (customers, import) = (run.Db.Set<Customer>().IgnoreQueryFilters([CustomerTable.Merged]), run.ImportId);
        var others = run.Db.Set<CustomerKey>().Where(key => customers.Any(customer => customer.Id == key.CustomerId && (customer.ImportId == null || customer.ImportId != import)));
        var near = await Known(others, keys.SelectMany(one => one.Near), run, cancel);
        var found = entered.Select((one, i) => Found(one.Customer, keys[i])).ToList();
        var taken = found.Select(likely => likely.Find(one => one.Rule == DuplicateRule.Block)).ToList();
        List<CustomerId> asked = [.. taken.OfType<Likely>().Select(likely => likely.Id).Distinct()];
        var units = asked.Count == 0 ? new Dictionary<CustomerId, string>() : await Duplicates.Units(run.Db, asked, cancel);
        for (var i = 0; i < entered.Count; i++)
        {
            var (row, customer) = entered[i];
            var facts = customer.IdentityFacts;
            if (facts.CreditCode is { } code && run.SeenBefore("creditCode", code))
            {
                run.Fault(row, "creditCode", "import.repeated", ("value", code));
            }

            if (rules.Duplicates.Name == DuplicateRule.Block && facts.Name.Length > 0 && run.SeenBefore("identity", keys[i].Name.Key))
            {
                run.Fault(row, "name", "import.repeated", ("value", facts.Name));
            }

            var reason = row.Text("duplicateReason", 200);
            if (taken[i] is { } there)
            {
                var unit = units.GetValueOrDefault(there.Id);
                run.Fault(row, ColumnOf(there.Reasons[0].Sign), unit is null ? "customers.taken-unowned" : "customers.taken", ("name", there.Name), ("unit", unit ?? ""));
            }
            else if (found[i].FindAll(likely => likely.Rule == DuplicateRule.Reason) is { Count: > 0 } alike)
            {
                if (reason is null)
                {
                    run.Fault(row, ColumnOf(alike[0].Reasons[0].Sign), "customers.alike", ("count", alike.Count), ("names", string.Join("、", alike.Take(3).Select(likely => likely.Name))));
                }

                customer.DuplicateReason = reason;
            }
        }

        List<Likely> Found(Customer customer, IdentityKeys told)
        {
            var candidates = told.First.SelectMany(key => same.GetValueOrDefault(key) ?? [])
                .Concat(told.Near.SelectMany(key => near.GetValueOrDefault(key) ?? []).DistinctBy(one => one.EnteredAs).Take(MostNear)).DistinctBy(one => one.EnteredAs).ToList();
            return candidates.Count == 0 ? [] : Duplicates.Judged(customer.IdentityFacts, candidates, rules)
                .Where(likely => likely.ImportId != run.ImportId || likely.Rule == DuplicateRule.Block).ToList();
        }
    }

    /// <summary>Where the cell stands that tells it.</summary>
    private static string ColumnOf(DuplicateSign sign) => sign switch
    {
        DuplicateSign.CreditCode => "creditCode",
        DuplicateSign.Phone => "phone",
        DuplicateSign.Domain => "website",
        DuplicateSign.Address => "address",
        _ => "name",
    };

    private static async Task<Dictionary<string, List<KnownCustomer>>> Known(IQueryable<CustomerKey> keys, IEnumerable<string> wanted, ImportRun run, CancellationToken cancel)
    {
        var found = new List<(string Value, CustomerId Id)>();
        foreach (List<string> some in wanted.Distinct().Chunk(1_000).Select(chunk => chunk.ToList()))
        {
            found.AddRange((await keys.AsNoTracking().Where(key => some.Contains(key.Value))
                .Select(key => new { key.Value, key.CustomerId }).Take(some.Count * MostOfAKey).ToListAsync(cancel)).Select(key => (key.Value, key.CustomerId)));
        }

        var customers = new Dictionary<CustomerId, KnownCustomer>();
        foreach (List<CustomerId> some in found.Select(one => one.Id).Distinct().Chunk(1_000).Select(chunk => chunk.ToList()))
        {
            foreach (var customer in await Duplicates.Known(run.Db, some, cancel))
            {
                customers[customer.EnteredAs] = customer;
            }
        }

        return found.GroupBy(one => one.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(one => customers.GetValueOrDefault(one.Id)).OfType<KnownCustomer>().ToList(), StringComparer.Ordinal);
    }
}
