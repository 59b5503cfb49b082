using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Customers.Ownership;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Merging;

/// <summary>
/// POST /api/customers/{id}/merge: the other one becomes a part of this one. In one transaction his rows go over, the chosen values with
/// them; he himself stays as a row that is in no list, so that his number and his names lead to the one who is left, and so that it can be undone.
/// </summary>
internal static class MergeCustomers
{
    private const int MostFields = 200;

    public sealed record Request : IChecked
    {
        /// <summary>Who goes.</summary>
        public required CustomerId MergedId { get; init; }

        /// <summary>His version, as it was seen; that of the one who is left goes as If-Match.</summary>
        public required int MergedVersion { get; init; }

        /// <summary>Fields whose values are taken over from him: <c>phone</c>, <c>custom.size</c>.</summary>
        public IReadOnlyList<string> Take { get; init; } = [];

        public string? Reason { get; init; }

        public void Check(Check check)
        {
            check.OptionalText("reason", Reason, 200);
            check.That(Take.Count <= MostFields, "take", "field.too-many", ("max", MostFields));
            check.That(Take.Take(MostFields).All(code => MergeFields.Find(code) is not null || MergeFields.CustomOf(code) is not null), "take", "field.not-valid");
        }
    }

    public static async Task<Created<Saved<CustomerMergeId>>> Handle(
        CustomerId id, Request request, IfMatch seen, AppDb db, MergePair pair, Ownerships ownerships, Caller caller, CompanyClock clock, Duplicates duplicates,
        IEnumerable<ICustomerReferences> references, SharesOfCustomer shares, CancellationToken cancel)
    {
        // The company before the customers, as all who lock both: relations go along, and those who write others wait.
        await db.LockCompany(cancel);
        var (survivor, merged) = await pair.Locked(id, request.MergedId, cancel);
        await pair.Require(survivor, cancel);
        await pair.Require(merged, cancel);
        if (survivor.Id == merged.Id)
        {
            throw Refusal.Conflict("customers.merge-self");
        }

        // Somebody merged one of them a moment ago: what was seen is no more.
        if (survivor.MergedIntoId is not null || merged.MergedIntoId is not null)
        {
            throw Refusal.Stale("version.stale");
        }

        db.Expect(survivor, seen);
        db.Expect(merged, new IfMatch(request.MergedVersion));
        // Whose he is is being argued about: the ruling comes first.
        await ownerships.RefuseDisputed([survivor.Id, merged.Id], cancel);
        await RefuseHeld(db, survivor, merged, clock.Today, cancel);
        var (one, other) = (await pair.Side(survivor, cancel), await pair.Side(merged, cancel));
        var taken = request.Take.Distinct().Where(code => one.Value(code) != other.Value(code)).ToDictionary(code => code, code => new TakenField(one.Value(code), other.Value(code)));
        var givesCode = taken.ContainsKey(MergeFields.CreditCode) && merged.CreditCode is not null;
        var merge = new CustomerMerge
        {
            Id = Id.New<CustomerMergeId>(),
            SurvivorId = survivor.Id,
            MergedId = merged.Id,
            At = clock.Now,
            ById = caller.Person,
            Reason = request.Reason.CleanOrNull(),
            Taken = JsonSerializer.Serialize(taken, JsonTypes.Options),
            GivenCode = givesCode ? merged.CreditCode : null,
        };
        db.Add(merge);
        merged.MergedIntoId = survivor.Id;
        merged.CreditCode = givesCode ? null : merged.CreditCode;
        await GiveNames(db, merged.Id, survivor.Id, cancel);
        await db.SaveChangesAsync(cancel);

        await pair.Write(one, taken.ToDictionary(field => field.Key, field => field.Value.After), cancel);
        // He has become another one also where nothing is taken over: who edits him must see what came with it.
        db.Entry(survivor).Property(customer => customer.Version).IsModified = true;
        await SaveNamed(db, duplicates, [survivor], cancel);
        foreach (var kind in references)
        {
            var moved = await kind.Move(merged.Id, survivor.Id, cancel);
            db.AddRange(moved.Select(row => new MergedRow { MergeId = merge.Id, Kind = kind.Kind, RowId = row }));
            await db.SaveChangesAsync(cancel);
        }

        await pair.Settle([survivor.Id], cancel);
        // Nobody is found any more by contacts that went over.
        await KeepContactKeys.Of(db, [merged.Id], cancel);
        await shares.Tell(survivor, merged, caller.Person, cancel);
        return TypedResults.Created($"/api/customer-merges/{merge.Id}", new Saved<CustomerMergeId>(merge.Id, merge.Version));
    }

    /// <summary>What was decided of the one who is left is what holds: a hold of the other one would end unseen.</summary>
    private static async Task RefuseHeld(AppDb db, Customer survivor, Customer merged, DateOnly today, CancellationToken cancel)
    {
        var held = await db.Set<CustomerCredit>().AsNoTracking()
            .Where(credit => credit.IsHeld && (credit.HeldUntil == null || credit.HeldUntil >= today) && (credit.NowFor == merged.Id || credit.NowFor == survivor.Id))
            .Select(credit => credit.CustomerId).ToListAsync(cancel);
        if (held.Contains(merged.Id) && !held.Contains(survivor.Id))
        {
            throw Refusal.Conflict("customers.merge-held", ("name", merged.Name), ("other", survivor.Name));
        }
    }

    /// <summary>Whoever was found by these names is now the other one; none of them keeps a name for himself.</summary>
    private static async Task GiveNames(AppDb db, CustomerId from, CustomerId to, CancellationToken cancel)
    {
        var identities = await db.Set<CustomerIdentity>().Where(identity => identity.FoundId == from).ToListAsync(cancel);
        identities.ForEach(identity => (identity.FoundId, identity.UniqueName) = (to, null));
    }

    /// <summary>Saves customers with what they are told and found by; refuses what somebody else has by now.</summary>
    public static async Task SaveNamed(AppDb db, Duplicates duplicates, IReadOnlyList<Customer> customers, CancellationToken cancel)
    {
        var rules = await duplicates.Rules(cancel);
        var keys = new List<(CustomerId, string)>();
        foreach (var customer in customers)
        {
            keys.AddRange((await KeepIdentity.Put(db, customer, IdentityKeys.Of(customer.IdentityFacts, rules.Words), rules, cancel)).Select(key => (customer.Id, key)));
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure is not DbUpdateConcurrencyException && failure.IsUniqueViolation(out _))
        {
            throw Refusal.Conflict("customers.merge-taken");
        }

        await KeepIdentity.WriteKeys(db, keys, cancel);
    }
}
