using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Names.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Names;

/// <summary>POST /api/customer-names: counts for whose it is, today.</summary>
internal static class EnterName
{
    public sealed record Request : NameFacts
    {
        /// <summary>Made by the client, where an entry may be sent twice from a bad line; otherwise left out.</summary>
        public ListedNameId? Id { get; init; }

        public required CampaignId CampaignId { get; init; }

        /// <summary>Left out, the caller.</summary>
        public PersonId? OwnerId { get; init; }
    }

    public static async Task<Created<Saved<ListedNameId>>> Handle(Request request, AppDb db, Reach reach, Caller caller, KnownNames known, OpenCampaigns campaigns, CompanyClock clock, CancellationToken cancel)
    {
        var check = new Check();
        check.That((request.OwnerId ?? caller.Person) is not null, "ownerId", "field.required");
        check.That(await reach.Covers(request.OwnerId ?? caller.Person, CustomersPermissions.Edit, cancel), "ownerId", "record.out-of-reach");
        check.ThrowIfAny();
        var owner = (request.OwnerId ?? caller.Person)!.Value;
        await campaigns.Require(request.CampaignId, owner, cancel);
        var name = new ListedName
        {
            Id = request.Id ?? Id.New<ListedNameId>(),
            CampaignId = request.CampaignId,
            OwnerId = owner,
            PreparedById = owner,
            Day = clock.Today,
            CreatedAt = clock.Now,
            Name = request.Name,
            State = NameState.New,
            StateOn = clock.Today,
            Key = "",
        };
        request.WriteTo(name);
        var standing = (await known.Of([name.IdentityFacts], name.CampaignId, null, null, cancel))[0];
        await known.Refuse(standing, cancel);
        name.Key = standing.Key;
        name.MeasureBy(await db.RequiredOfNames(name.CampaignId, name.Day, cancel));
        db.Add(name);
        await known.Save(name, cancel);
        return TypedResults.Created($"/api/customer-names/{name.Id}", new Saved<ListedNameId>(name.Id, name.Version));
    }
}

/// <summary>PUT /api/customer-names/{id}: it stays of its day and its campaign.</summary>
internal static class EditName
{
    public sealed record Request : NameFacts
    {
        /// <summary>Left out, it stays whose it is.</summary>
        public PersonId? OwnerId { get; init; }
    }

    public static async Task<Saved<ListedNameId>> Handle(ListedNameId id, Request request, IfMatch seen, AppDb db, Reach reach, KnownNames known, CancellationToken cancel)
    {
        var name = await db.NameToEdit(id, reach, cancel);
        db.Expect(name, seen);
        var owner = request.OwnerId ?? name.OwnerId;
        var check = new Check();
        check.That(owner == name.OwnerId || await reach.Covers(owner, CustomersPermissions.Edit, cancel), "ownerId", "record.out-of-reach");
        check.ThrowIfAny();
        var before = name.Name;
        request.WriteTo(name);
        name.OwnerId = owner;
        // What it became is the customer's to tell apart.
        if (name.Name != before && name.State != NameState.Customer)
        {
            var standing = (await known.Of([name.IdentityFacts], name.CampaignId, id, null, cancel))[0];
            await known.Refuse(standing, cancel);
            name.Key = standing.Key;
        }

        name.MeasureBy(await db.RequiredOfNames(name.CampaignId, name.Day, cancel));
        await known.Save(name, cancel);
        return new Saved<ListedNameId>(name.Id, name.Version);
    }
}

/// <summary>DELETE /api/customer-names/{id}: for a mistaken entry. What became a customer stays, and so does what somebody gave up.</summary>
internal static class RemoveName
{
    public static async Task<NoContent> Handle(ListedNameId id, AppDb db, Reach reach, CancellationToken cancel)
    {
        var name = await db.NameToEdit(id, reach, cancel);
        if (!NameFlow.IsOpen(name.State))
        {
            throw Refusal.Conflict("customers.name-settled");
        }

        db.Remove(name);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>POST /api/customer-names/{id}/state: spoken with, given up, taken up again.</summary>
internal static class TurnName
{
    public sealed record Request : IChecked
    {
        public required NameState State { get; init; }

        /// <summary>Why it is given up; only then.</summary>
        public string? Reason { get; init; }

        public void Check(Check check)
        {
            check.That(Enum.IsDefined(State) && State != NameState.Customer, "state", "field.not-valid");
            check.OptionalText("reason", Reason, 200);
            check.That(State != NameState.Dropped || !string.IsNullOrWhiteSpace(Reason), "reason", "field.required");
        }
    }

    public static async Task<Saved<ListedNameId>> Handle(ListedNameId id, Request request, AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var name = await db.NameToEdit(id, reach, cancel);
        if (!NameFlow.May(name.State, request.State))
        {
            throw Refusal.Conflict("customers.name-state");
        }

        name.Turn(request.State, clock.Today, request.State == NameState.Dropped ? request.Reason.CleanOrNull() : null);
        await db.SaveChangesAsync(cancel);
        return new Saved<ListedNameId>(name.Id, name.Version);
    }
}

internal static class NamesToEdit
{
    public static async Task<ListedName> NameToEdit(this AppDb db, ListedNameId id, Reach reach, CancellationToken cancel) =>
        await db.Set<ListedName>().VisibleTo(reach, CustomersPermissions.Edit).FirstOrDefaultAsync(name => name.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
}
