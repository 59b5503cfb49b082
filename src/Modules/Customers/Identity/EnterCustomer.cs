using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Customers.Identity;

/// <summary>Saves a customer, new or changed, unless he is somebody who is there already.</summary>
internal static class EnterCustomer
{
    /// <param name="customer">Tracked, with all that is to be saved.</param>
    /// <param name="before">Null for a new one.</param>
    public static async Task Save(AppDb db, Customer customer, IdentityFacts? before, string? reason, Duplicates duplicates, CancellationToken cancel)
    {
        var facts = customer.IdentityFacts;
        if (facts == before)
        {
            await db.SaveChangesAsync(cancel);
            return;
        }

        // What was accepted of him once is not asked again because something else of him changes.
        var rules = await duplicates.Rules(cancel);
        var told = IdentityKeys.Of(facts, rules.Words);
        var found = (await duplicates.Find(facts, told, rules, before is null ? null : customer.Id, cancel)).Select(likely => likely with { Reasons = [.. likely.Reasons.Where(why => IsNew(why.Sign, facts, before))] })
            .Where(likely => likely.Reasons.Count > 0).ToList();
        await duplicates.Refuse(found, reason.CleanOrNull(), cancel);
        if (found.Exists(likely => likely.Rule == DuplicateRule.Reason))
        {
            customer.DuplicateReason = reason.CleanOrNull();
        }

        IReadOnlyList<string> keys;
        if (before is null)
        {
            (var identity, keys) = KeepIdentity.Of(customer, told, rules);
            db.Add(identity);
        }
        else
        {
            keys = await KeepIdentity.Put(db, customer, told, rules, cancel);
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure is not DbUpdateConcurrencyException)
        {
            throw await duplicates.Overtaken(failure, facts, customer.Id, cancel) ?? (Exception)failure;
        }

        await KeepIdentity.WriteKeys(db, keys.Select(key => (customer.Id, key)), cancel);
    }

    private static bool IsNew(DuplicateSign sign, IdentityFacts now, IdentityFacts? before) => before is null || sign switch
    {
        DuplicateSign.CreditCode => now.CreditCode != before.CreditCode,
        DuplicateSign.Name or DuplicateSign.SimilarName => now.Name != before.Name || now.CreditCode != before.CreditCode,
        DuplicateSign.Phone => now.Phone != before.Phone,
        DuplicateSign.Domain => now.Website != before.Website,
        _ => now.Address != before.Address,
    };
}
