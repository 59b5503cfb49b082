using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Customers.Ownership;

/// <summary>POST /api/customer-transfers: one or many, all or nothing; with the parts others have in them.</summary>
internal static class TransferCustomers
{
    private const int Most = 2_000;

    public sealed record Request : IChecked
    {
        public required IReadOnlyList<CustomerId> Ids { get; init; }

        public required PersonId ToId { get; init; }

        public required string Reason { get; init; }

        public void Check(Check check)
        {
            check.That(Ids.Count is >= 1 and <= Most, "ids", "field.range", ("min", 1), ("max", Most));
            check.Text("reason", Reason, 500, lines: true);
        }
    }

    public sealed record View(int Count);

    public static async Task<View> Handle(
        Request request, AppDb db, Reach reach, Ownerships ownerships, Notifier notifier, CompanyClock clock, CancellationToken cancel)
    {
        var ids = request.Ids.Distinct().ToList();
        var seen = await db.Set<Customer>().VisibleTo(reach, OwnershipPermissions.Transfer).CountAsync(customer => ids.Contains(customer.Id), cancel);
        if (seen != ids.Count)
        {
            throw Refusal.NotFound("record.not-found");
        }

        await db.CheckTaker(reach, request.ToId, "toId", clock.Today, cancel);
        var customers = await ownerships.Lock(ids, cancel);
        // Somebody may have been faster between the question and the lock.
        var reached = await reach.Among(OwnershipPermissions.Transfer, cancel);
        if (customers.Count != ids.Count || customers.Any(customer => !reached.Contains(customer.OwnerId, customer.TerritoryId)))
        {
            throw Refusal.NotFound("record.not-found");
        }

        var lost = customers.Where(customer => customer.OwnerId is not null && customer.OwnerId != request.ToId).GroupBy(customer => customer.OwnerId!.Value).ToDictionary(group => group.Key, group => group.Count());
        var count = customers.Count(customer => customer.OwnerId != request.ToId);
        await ownerships.Give(customers, request.ToId, new Passage(OwnershipCause.Transferred, request.Reason), cancel);
        var words = new Dictionary<string, object?> { ["count"] = count, ["name"] = customers[0].Name, ["reason"] = request.Reason.Clean() };
        if (count > 0)
        {
            await notifier.Tell(request.ToId, "customers-given", words, ids.Count == 1 ? $"/customers?open={ids[0]}" : "/customers", cancel);
        }

        foreach (var (person, some) in lost)
        {
            await notifier.Tell(person, "customers-taken", new Dictionary<string, object?>(words) { ["count"] = some }, "", cancel);
        }

        return new View(count);
    }

    /// <summary>A customer goes only to somebody who works here, within the caller's reach unless he may pass on to anybody.</summary>
    public static async Task CheckTaker(this AppDb db, Reach reach, PersonId person, string field, DateOnly today, CancellationToken cancel)
    {
        var check = new Check();
        var people = db.PersonCards;
        check.That(await people.AnyAsync(one => one.Id == person && (one.LeftOn == null || one.LeftOn >= today), cancel), field, "record.not-found");
        check.That(reach.Caller.May(OwnershipPermissions.TransferAnywhere) || await reach.Covers(person, OwnershipPermissions.Transfer, cancel), field, "record.out-of-reach");
        check.ThrowIfAny();
    }
}

/// <summary>POST /api/customers/{id}/release: into the pool he belongs into.</summary>
internal static class ReleaseCustomer
{
    public sealed record Request : IChecked
    {
        public required string Reason { get; init; }

        public void Check(Check check) => check.Text("reason", Reason, 500, lines: true);
    }

    public static async Task<NoContent> Handle(CustomerId id, Request request, Reach reach, Ownerships ownerships, CancellationToken cancel)
    {
        var customer = await ShareCustomer.OwnedWithin(id, CustomersPermissions.Edit, reach, ownerships, cancel);
        await ownerships.Give([customer], null, new Passage(OwnershipCause.Released, request.Reason), cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>PUT /api/customers/{id}/shares: all parts, the owner's among them; none at all makes him his owner's alone.</summary>
internal static class ShareCustomer
{
    public sealed record Request : IChecked
    {
        public required IReadOnlyList<Part> Shares { get; init; }

        public void Check(Check check) => check.That(Shares.Count <= Rules.Shares.Most, "shares", "field.too-many", ("max", Rules.Shares.Most));
    }

    public sealed record Part
    {
        public required PersonId PersonId { get; init; }

        public required Rate Share { get; init; }
    }

    public static async Task<NoContent> Handle(
        CustomerId id, Request request, AppDb db, Reach reach, Ownerships ownerships, Notifier notifier, CompanyClock clock, CancellationToken cancel)
    {
        var customer = await OwnedWithin(id, OwnershipPermissions.Transfer, reach, ownerships, cancel);
        List<SharePart> parts = [.. request.Shares.Select(part => new SharePart(part.PersonId, part.Share))];
        if (Shares.Fault(parts, customer.OwnerId!.Value) is { } wrong)
        {
            throw Refusal.Faulty([Fault.At("shares", wrong)]);
        }

        var before = await db.Set<CustomerShare>().Where(share => share.CustomerId == id && share.Until == null).Select(share => share.PersonId).ToListAsync(cancel);
        foreach (var part in parts.Where(part => part.PersonId != customer.OwnerId && !before.Contains(part.PersonId)))
        {
            await db.CheckTaker(reach, part.PersonId, "shares", clock.Today, cancel);
        }

        await ownerships.Share(customer, parts, await db.OwnershipRulesOn(clock.Today, cancel), cancel);
        await notifier.Tell(
            parts.Select(part => part.PersonId).Where(person => person != customer.OwnerId && !before.Contains(person)), "customer-shared",
            new Dictionary<string, object?> { ["name"] = customer.Name }, $"/customers?open={id}", cancel);
        return TypedResults.NoContent();
    }

    /// <summary>Locked; somebody's, whose customers that permission of the caller reaches.</summary>
    public static async Task<Customer> OwnedWithin(CustomerId id, Permission permission, Reach reach, Ownerships ownerships, CancellationToken cancel)
    {
        var customer = await Within(id, permission, reach, ownerships, cancel);
        return customer.OwnerId is null ? throw Refusal.Conflict("customers.nobodys") : customer;
    }

    /// <summary>The same, also one of nobody's for who reaches those.</summary>
    public static async Task<Customer> Within(CustomerId id, Permission permission, Reach reach, Ownerships ownerships, CancellationToken cancel)
    {
        var customer = (await ownerships.Lock([id], cancel)).SingleOrDefault();
        return customer is not null && await reach.Covers(customer.OwnerId, customer.TerritoryId, permission, cancel) ? customer : throw Refusal.NotFound("record.not-found");
    }
}
