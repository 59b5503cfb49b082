using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Cards;
using Yingpan.Customers.Completeness;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity;
using Yingpan.Customers.Files;
using Yingpan.Customers.Ownership;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Pools;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Customers.Merging;

/// <summary>A field before and after a merge; the house's own keep their JSON.</summary>
internal sealed record TakenField(string? Before, string? After);

/// <summary>A customer with his data card, as a merge changes them.</summary>
internal sealed record MergeSide(Customer Customer, DataCard Card, IReadOnlyDictionary<string, object?> Custom)
{
    /// <summary>A value as the merge keeps it; null is empty.</summary>
    public string? Value(string code) => MergeFields.CustomOf(code) is { } own
        ? Custom.TryGetValue(own, out var value) && value is not null ? JsonSerializer.Serialize(value, JsonTypes.Options) : null
        : MergeFields.Find(code)!.Read(Customer, Card);
}

internal static class Mergeable
{
    /// <summary>Those the caller sees and may merge.</summary>
    public static IQueryable<Customer> MergeableBy(this IQueryable<Customer> customers, Reach reach) =>
        customers.VisibleTo(reach, CustomersPermissions.Merge).VisibleTo(reach, CustomersPermissions.Read);
}

/// <summary>What merging and its undoing share: both customers under lock, their values read and written by code.</summary>
internal sealed class MergePair(AppDb db, Reach reach, CustomValues<CustomerId> fields, Ownerships ownerships, FillPools fill)
{
    /// <summary>
    /// Both rows, locked until the transaction ends: of two who merge, or of one who merges and one who edits, the second sees what the first
    /// has done.
    /// </summary>
    public async Task<(Customer One, Customer Other)> Locked(CustomerId one, CustomerId other, CancellationToken cancel)
    {
        var rows = await db.LockedAll<Customer>([one.Value, other.Value]).IgnoreQueryFilters([CustomerTable.Merged]).ToDictionaryAsync(row => row.Id, cancel);
        return (rows.GetValueOrDefault(one) ?? throw Refusal.NotFound("record.not-found"), rows.GetValueOrDefault(other) ?? throw Refusal.NotFound("record.not-found"));
    }

    /// <summary>Not found for who may not merge this one.</summary>
    public async Task Require(Customer customer, CancellationToken cancel)
    {
        if (!await reach.Covers(customer.OwnerId, customer.TerritoryId, CustomersPermissions.Merge, cancel) || !await reach.Covers(customer.OwnerId, customer.TerritoryId, CustomersPermissions.Read, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }
    }

    /// <summary>His card is made where he has none; saved only when something stands on it.</summary>
    public async Task<MergeSide> Side(Customer customer, CancellationToken cancel) => new(
        customer,
        await db.Set<DataCard>().FirstOrDefaultAsync(card => card.CustomerId == customer.Id, cancel) ?? new DataCard { CustomerId = customer.Id },
        await fields.Of(customer.Id, cancel));

    /// <summary>Values into the customer and his card, to be saved by the caller. What the house's own fields do not take is left as it is.</summary>
    public async Task Write(MergeSide side, IReadOnlyDictionary<string, string?> values, CancellationToken cancel)
    {
        var custom = new Dictionary<string, JsonElement>();
        foreach (var (code, value) in values)
        {
            if (MergeFields.CustomOf(code) is { } own)
            {
                custom[own] = JsonSerializer.Deserialize<JsonElement>(value ?? "null");
            }
            else
            {
                MergeFields.Find(code)?.Write(side.Customer, side.Card, value);
            }
        }

        if (values.TryGetValue(MergeFields.Owner, out var owner))
        {
            await ownerships.Give([side.Customer], MergeFields.IdOf<PersonId>(owner), new Passage(OwnershipCause.Transferred), cancel);
        }

        if (custom.Count > 0)
        {
            // Whatever is required of an entry was asked when it was entered.
            var change = await fields.Check(new Values(custom), side.Customer.Id, null, new Check(), cancel);
            await fields.Write(change, side.Customer.Id, side.Customer, cancel);
        }

        if (db.Entry(side.Card).State == EntityState.Detached && CardFields.Codes.Any(code => values.GetValueOrDefault(code) is not null))
        {
            db.Add(side.Card);
        }
    }

    /// <summary>After the save: how whole their files are, and in which pools they wait, now that other values and rows are theirs.</summary>
    public async Task Settle(IReadOnlyCollection<CustomerId> customers, CancellationToken cancel)
    {
        await KeepCompleteness.Of(db, customers, db.Today, cancel);
        await KeepContactKeys.Of(db, customers, cancel);
        await fill.Anew(db.Set<Customer>().Where(customer => customers.Contains(customer.Id)), cancel);
    }

    private sealed record Values(Dictionary<string, JsonElement> Given) : ICustomized
    {
        public string Subject => CustomerFields.Code;

        public Dictionary<string, JsonElement>? Custom => Given;

        public IReadOnlyDictionary<string, string?> Facts { get; } = new Dictionary<string, string?>();
    }
}
