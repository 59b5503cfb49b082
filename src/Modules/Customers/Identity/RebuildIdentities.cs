using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Platform.Data;
using Yingpan.Platform.Jobs;

namespace Yingpan.Customers.Identity;

/// <summary>
/// Works out anew by what each customer is told and found: after the words of the house have changed, or whether a name may come twice.
/// In short transactions, from the oldest on, so that of two who bear one name the first keeps it for himself.
/// </summary>
internal sealed class RebuildIdentities(AppDb db) : IBackgroundJob<RebuildIdentities.Order>
{
    private const int CustomersAtOnce = 500;
    private const int Tries = 3;

    public sealed record Order;

    public async Task Run(Order data, CancellationToken cancel)
    {
        // Nobody keeps a name for himself by words that hold no more while others are still to be gone through.
        await db.InTransaction(() => db.Set<CustomerIdentity>().Where(identity => identity.UniqueName != null)
            .ExecuteUpdateAsync(set => set.SetProperty(identity => identity.UniqueName, (string?)null), cancel), cancel);
        string? last = null;
        while (await Batch(last, cancel) is { } next)
        {
            last = next;
        }
    }

    /// <summary>The last number of the batch; null when there was none.</summary>
    private async Task<string?> Batch(string? after, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await db.InTransaction(() => Renew(after, cancel), cancel);
            }
            catch (DbUpdateException) when (tries < Tries)
            {
                // Somebody entered one of these names in this very moment, or removed one of these customers.
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<string?> Renew(string? after, CancellationToken cancel)
    {
        // Also those who were merged: by their names the one who is left is still found.
        var all = db.Set<Customer>().IgnoreQueryFilters([CustomerTable.Merged]).AsNoTracking();
        var customers = await (after is null ? all : all.Where(customer => string.Compare(customer.Number, after) > 0))
            .OrderBy(customer => customer.Number).Take(CustomersAtOnce).ToListAsync(cancel);
        if (customers.Count == 0)
        {
            return null;
        }

        var rules = await db.IdentityRules(cancel);
        var ids = customers.ConvertAll(customer => customer.Id);
        await db.Set<CustomerKey>().Where(key => ids.Contains(key.CustomerId)).ExecuteDeleteAsync(cancel);
        var found = await db.Set<CustomerIdentity>().AsNoTracking().Where(identity => ids.Contains(identity.CustomerId) && identity.FoundId != identity.CustomerId)
            .ToDictionaryAsync(identity => identity.CustomerId, identity => identity.FoundId, cancel);
        await db.Set<CustomerIdentity>().Where(identity => ids.Contains(identity.CustomerId)).ExecuteDeleteAsync(cancel);
        var kept = customers.ConvertAll(customer => (customer.Id, Kept: KeepIdentity.Of(customer, rules)));
        var names = kept.Select(one => one.Kept.Identity.UniqueName).OfType<string>().Distinct().ToList();
        var taken = await db.Set<CustomerIdentity>().Where(identity => identity.UniqueName != null && names.Contains(identity.UniqueName))
            .Select(identity => identity.UniqueName!).ToHashSetAsync(cancel);
        foreach (var (_, (identity, _)) in kept)
        {
            identity.FoundId = found.GetValueOrDefault(identity.CustomerId, identity.FoundId);
            identity.UniqueName = identity.UniqueName is { } name && taken.Add(name) ? name : null;
        }

        db.AddRange(kept.Select(one => one.Kept.Identity));
        await db.SaveChangesAsync(cancel);
        await KeepIdentity.WriteKeys(db, kept.SelectMany(one => one.Kept.Keys.Select(key => (one.Id, key))), cancel);
        await KeepContactKeys.Of(db, ids, cancel);
        return customers[^1].Number;
    }
}
