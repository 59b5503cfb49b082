using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Customers.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Identity;

/// <summary>Writes by what a customer is told and found, beside the customer.</summary>
internal static class KeepIdentity
{
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
        // Those of his contacts stay: see KeepContactKeys.
        await db.Set<CustomerKey>().Where(key => key.CustomerId == customer.Id && !key.Value.StartsWith(ContactKeys.Phone) && !key.Value.StartsWith(ContactKeys.Domain)).ExecuteDeleteAsync(cancel);
        return keys;
    }

    public static Task WriteKeys(AppDb db, IEnumerable<(CustomerId Customer, string Value)> keys, CancellationToken cancel) =>
        db.Put(keys.Select(key => new CustomerKey { CustomerId = key.Customer, Value = key.Value }), replace: false, cancel);
}
