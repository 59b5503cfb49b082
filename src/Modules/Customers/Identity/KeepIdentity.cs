using System.Text;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Customers.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Identity;

/// <summary>Writes by what a customer is told and found, beside the customer.</summary>
internal static class KeepIdentity
{
    private const int RowsInACommand = 1_000;

    public static (CustomerIdentity Identity, IReadOnlyList<string> Keys) Of(Customer customer, IdentityRules rules) =>
        Of(customer, IdentityKeys.Of(customer.IdentityFacts, rules.Words), rules);

    public static (CustomerIdentity Identity, IReadOnlyList<string> Keys) Of(Customer customer, IdentityKeys keys, IdentityRules rules)
    {
        var handles = SearchHandles.Of(customer.Name, customer.Number, keys.Name);
        var identity = new CustomerIdentity
        {
            CustomerId = customer.Id,
            FoundId = customer.Id,
            // Two codes are two companies though their names be one; where there is a code, it is the code that is there once.
            UniqueName = rules.Duplicates.Name == DuplicateRule.Block && customer is { CreditCode: null, MergedIntoId: null } ? keys.Name.Key : null,
            Text = handles.Text,
            Handles = handles.Handles,
            Tokens = [.. handles.Tokens],
        };
        return (identity, [.. keys.First.Concat(keys.Near).Distinct()]);
    }

    /// <summary>Before the save that writes the customer; the keys follow it, by <see cref="WriteKeys"/>.</summary>
    public static async Task<IReadOnlyList<string>> Put(AppDb db, Customer customer, IdentityKeys told, IdentityRules rules, CancellationToken cancel)
    {
        var (identity, keys) = Of(customer, told, rules);
        if (await db.Set<CustomerIdentity>().FirstOrDefaultAsync(known => known.CustomerId == customer.Id, cancel) is not { } known)
        {
            db.Add(identity);
            return keys;
        }

        (known.UniqueName, known.Text, known.Handles, known.Tokens) = (identity.UniqueName, identity.Text, identity.Handles, identity.Tokens);
        await db.Set<CustomerKey>().Where(key => key.CustomerId == customer.Id).ExecuteDeleteAsync(cancel);
        return keys;
    }

    /// <summary>Many rows in a command: they are neither read again nor audited, so nothing has to keep track of them.</summary>
    public static async Task WriteKeys(AppDb db, IEnumerable<(CustomerId Customer, string Value)> keys, CancellationToken cancel)
    {
        foreach (var some in keys.Chunk(RowsInACommand))
        {
            var sql = new StringBuilder("INSERT INTO customers_key (customer_id, value) VALUES ");
            var values = new object[some.Length * 2];
            for (var i = 0; i < some.Length; i++)
            {
                sql.Append(i == 0 ? "" : ", ").Append("({").Append(i * 2).Append("}, {").Append((i * 2) + 1).Append("})");
                (values[i * 2], values[(i * 2) + 1]) = (some[i].Customer.Value, some[i].Value);
            }

#pragma warning disable EF1002 // Nothing but places of parameters is put together here.
            await db.Database.ExecuteSqlRawAsync(sql.ToString(), values, cancel);
#pragma warning restore EF1002
        }
    }
}
