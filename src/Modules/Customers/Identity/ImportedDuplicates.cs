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
    public static async Task Tell(IReadOnlyList<(ImportRow Row, Customer Customer)> entered, ImportRun run, IdentityRules rules, CancellationToken cancel)
    {
        var facts = entered.Select(one => one.Customer.IdentityFacts).ToList();
        var keys = facts.ConvertAll(one => IdentityKeys.Of(one, rules.Words));
        var found = await LikelyOfMany.Find(run.Db, facts, keys, run.ImportId, rules, cancel);
        var taken = found.Select(likely => likely.FirstOrDefault(one => one.Rule == DuplicateRule.Block)).ToList();
        List<CustomerId> asked = [.. taken.OfType<Likely>().Select(likely => likely.Id).Distinct()];
        var units = asked.Count == 0 ? new Dictionary<CustomerId, string>() : await Duplicates.Units(run.Db, asked, cancel);
        for (var i = 0; i < entered.Count; i++)
        {
            var (row, customer) = entered[i];
            if (facts[i].CreditCode is { } code && run.SeenBefore("creditCode", code))
            {
                run.Fault(row, "creditCode", "import.repeated", ("value", code));
            }

            if (rules.Duplicates.Name == DuplicateRule.Block && facts[i].Name.Length > 0 && run.SeenBefore("identity", keys[i].Name.Key))
            {
                run.Fault(row, "name", "import.repeated", ("value", facts[i].Name));
            }

            var reason = row.Text("duplicateReason", 200);
            if (taken[i] is { } there)
            {
                var unit = units.GetValueOrDefault(there.Id);
                run.Fault(row, ColumnOf(there.Reasons[0].Sign), unit is null ? "customers.taken-unowned" : "customers.taken", ("name", there.Name), ("unit", unit ?? ""));
            }
            else if (found[i].Where(likely => likely.Rule == DuplicateRule.Reason).ToList() is { Count: > 0 } alike)
            {
                if (reason is null)
                {
                    run.Fault(row, ColumnOf(alike[0].Reasons[0].Sign), "customers.alike", ("count", alike.Count), ("names", string.Join("、", alike.Take(3).Select(likely => likely.Name))));
                }

                customer.DuplicateReason = reason;
            }
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
}
