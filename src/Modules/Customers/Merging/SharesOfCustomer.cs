using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Ownership;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Notifications;

namespace Yingpan.Customers.Merging;

/// <summary>
/// The parts others have in him. They go along where they are parts in the one who is left as well: he is the same owner's and shares with nobody yet. Whose
/// part does not go along is told so; his own rows stay, for an undoing.
/// </summary>
internal sealed class SharesOfCustomer(AppDb db, Ownerships ownerships, Notifier notifier) : ICustomerReferences
{
    public string Kind => "shares";

    public async Task<int> Count(CustomerId from, CustomerId to, CancellationToken cancel) => (await Going(from, to, cancel)).Others.Count;

    public async Task<IReadOnlyList<Guid>> Move(CustomerId from, CustomerId to, CancellationToken cancel)
    {
        var (parts, others) = await Going(from, to, cancel);
        if (parts.Count > 0)
        {
            await ownerships.Share(await db.Set<Customer>().SingleAsync(customer => customer.Id == to, cancel), parts, await db.OwnershipRulesOn(db.Today, cancel), cancel);
        }

        return [.. others.Select(person => person.Value)];
    }

    /// <summary>All of them or, where the parts in the one were changed since, none.</summary>
    public async Task<int> MoveBack(IReadOnlyCollection<Guid> rows, CustomerId from, CustomerId to, CancellationToken cancel)
    {
        var customer = await db.Set<Customer>().SingleAsync(customer => customer.Id == from, cancel);
        var others = (await Open(from, cancel)).Where(part => part.PersonId != customer.OwnerId).Select(part => part.PersonId.Value).ToHashSet();
        if (!others.SetEquals(rows))
        {
            return 0;
        }

        await ownerships.Share(customer, [], await db.OwnershipRulesOn(db.Today, cancel), cancel);
        return rows.Count;
    }

    /// <summary>To each who had the one who went, or a part in him: whether he has one in who is left.</summary>
    public async Task Tell(Customer survivor, Customer merged, PersonId? by, CancellationToken cancel)
    {
        var kept = (await Open(survivor.Id, cancel)).Select(part => part.PersonId).ToHashSet();
        var concerned = (await Open(merged.Id, cancel)).Select(part => (PersonId?)part.PersonId).Append(merged.OwnerId).OfType<PersonId>().Distinct()
            .Where(person => person != survivor.OwnerId && person != by).ToLookup(kept.Contains);
        var words = new Dictionary<string, object?> { ["merged"] = merged.Name, ["name"] = survivor.Name };
        await notifier.Tell(concerned[true], "customer-merged-kept", words, $"/customers?open={survivor.Id}", cancel);
        await notifier.Tell(concerned[false], "customer-merged-lost", words, "", cancel);
    }

    public async Task<IReadOnlyList<SharePart>> Open(CustomerId customer, CancellationToken cancel) =>
        await db.Set<CustomerShare>().AsNoTracking().Where(share => share.CustomerId == customer && share.Until == null).OrderBy(share => share.Line)
            .Select(share => new SharePart(share.PersonId, share.Share)).ToListAsync(cancel);

    private async Task<(IReadOnlyList<SharePart> Parts, IReadOnlyList<PersonId> Others)> Going(CustomerId from, CustomerId to, CancellationToken cancel)
    {
        var parts = await Open(from, cancel);
        var owner = await db.Set<Customer>().Where(customer => customer.Id == to).Select(customer => customer.OwnerId).SingleAsync(cancel);
        return parts.Count > 0 && owner is { } his && Shares.Fault(parts, his) is null && (await Open(to, cancel)).Count == 0
            ? (parts, [.. parts.Select(part => part.PersonId).Where(person => person != his)]) : ([], []);
    }
}
