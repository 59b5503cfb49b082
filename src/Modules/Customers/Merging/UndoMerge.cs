using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Merging;

/// <summary>
/// POST /api/customer-merges/{id}/undo: two customers again. Each gets back what was his; what was changed or added since stays with the one
/// who was left, and the answer says what.
/// </summary>
internal static class UndoMerge
{
    /// <param name="StayedFields">Codes of fields that were changed since, and stay as they are.</param>
    /// <param name="Returned">Rows that went back.</param>
    /// <param name="Gone">Rows that are no longer with him: removed since, or given to others.</param>
    public sealed record View(CustomerId SurvivorId, CustomerId MergedId, IReadOnlyList<string> StayedFields, int Returned, int Gone);

    public static async Task<View> Handle(
        CustomerMergeId id, IfMatch seen, AppDb db, MergePair pair, Caller caller, CompanyClock clock, Duplicates duplicates, IEnumerable<ICustomerReferences> references, CancellationToken cancel)
    {
        var known = await db.Set<CustomerMerge>().AsNoTracking().FirstOrDefaultAsync(merge => merge.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        await db.LockCompany(cancel);
        var (survivor, merged) = await pair.Locked(known.SurvivorId, known.MergedId, cancel);
        await pair.Require(survivor, cancel);
        await pair.Require(merged, cancel);
        var merge = await db.Set<CustomerMerge>().FirstAsync(merge => merge.Id == id, cancel);
        if (merge.UndoneAt is not null)
        {
            throw Refusal.Conflict("customers.merge-undone");
        }

        db.Expect(merge, seen);
        if (survivor.MergedIntoId is not null)
        {
            throw Refusal.Conflict("customers.merge-later", ("name", survivor.Name));
        }

        (merge.UndoneAt, merge.UndoneById) = (clock.Now, caller.Person);
        var side = await pair.Side(survivor, cancel);
        var taken = JsonSerializer.Deserialize<Dictionary<string, TakenField>>(merge.Taken, JsonTypes.Options) ?? [];
        var back = taken.Where(field => side.Value(field.Key) == field.Value.After).ToDictionary(field => field.Key, field => field.Value.Before);
        await pair.Write(side, back, cancel);
        db.Entry(survivor).Property(customer => customer.Version).IsModified = true;
        await MergeCustomers.SaveNamed(db, duplicates, [survivor], cancel);

        merged.MergedIntoId = null;
        merged.CreditCode = merge.GivenCode is { } code && survivor.CreditCode != code ? code : merged.CreditCode;
        await TakeNames(db, merged.Id, survivor.Id, cancel);
        await MergeCustomers.SaveNamed(db, duplicates, [merged], cancel);
        var rows = await db.Set<MergedRow>().AsNoTracking().Where(row => row.MergeId == id).ToListAsync(cancel);
        var returned = 0;
        foreach (var kind in references)
        {
            var of = rows.Where(row => row.Kind == kind.Kind).Select(row => row.RowId).ToList();
            returned += of.Count == 0 ? 0 : await kind.MoveBack(of, survivor.Id, merged.Id, cancel);
        }

        await pair.Settle([survivor.Id, merged.Id], cancel);
        return new View(survivor.Id, merged.Id, [.. taken.Keys.Except(back.Keys)], returned, rows.Count - returned);
    }

    /// <summary>He, and whoever had been merged into him before, are found as himself again.</summary>
    private static async Task TakeNames(AppDb db, CustomerId merged, CustomerId survivor, CancellationToken cancel)
    {
        var identities = await db.Set<CustomerIdentity>().Where(identity => identity.FoundId == survivor && identity.CustomerId != survivor).ToListAsync(cancel);
        var ids = identities.ConvertAll(identity => identity.CustomerId);
        var into = await db.CustomersWithMerged.AsNoTracking().Where(customer => ids.Contains(customer.Id) && customer.MergedIntoId != null)
            .ToDictionaryAsync(customer => customer.Id, customer => customer.MergedIntoId!.Value, cancel);
        foreach (var identity in identities.Where(identity => identity.CustomerId == merged || LeadsTo(identity.CustomerId)))
        {
            identity.FoundId = merged;
        }

        bool LeadsTo(CustomerId from)
        {
            for (var at = from; into.TryGetValue(at, out var next) && at != merged; at = next)
            {
                if (next == merged)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
