using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Completeness;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity;
using Yingpan.Customers.Names;
using Yingpan.Customers.Names.Rules;
using Yingpan.Customers.Placing;
using Yingpan.Customers.Ownership;
using Yingpan.Customers.Pools;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Numbers;
using Yingpan.Territories.Public;

namespace Yingpan.Customers.Files;

/// <summary>What is entered of a customer, the same when he is added and when he is edited.</summary>
internal abstract record CustomerRequest : IChecked, ICustomized
{
    public required string Name { get; init; }

    public PersonId? OwnerId { get; init; }

    public TerritoryId? TerritoryId { get; init; }

    public required CustomerState State { get; init; }

    public string? Industry { get; init; }

    public string? City { get; init; }

    public string? ContactName { get; init; }

    public string? Phone { get; init; }

    /// <summary>Blanks, dashes and small letters do not matter.</summary>
    public string? CreditCode { get; init; }

    public string? Website { get; init; }

    public string? Address { get; init; }

    public string? Remark { get; init; }

    /// <summary>Why it is another customer than those he looks like; asked for only where there are such.</summary>
    public string? DuplicateReason { get; init; }

    public Dictionary<string, JsonElement>? Custom { get; init; }

    string ICustomized.Subject => CustomerFields.Code;

    // As they were sent: whatever is wrong with them is told with what is missing.
    IReadOnlyDictionary<string, string?> ICustomized.Facts => CustomerFields.Facts(State, OwnerId, TerritoryId, Industry, City, ContactName, Phone, CreditCode, Website, Address, Remark);

    public virtual void Check(Check check)
    {
        check.Text("name", Name, 120);
        check.OptionalText("industry", Industry, 60);
        check.OptionalText("city", City, 60);
        check.OptionalText("contactName", ContactName, 60);
        check.Phone("phone", Phone);
        check.OptionalText("remark", Remark, 1000, lines: true);
        check.OptionalText("creditCode", CreditCode, 40);
        check.That(Identity.Rules.CreditCode.Clean(CreditCode) is not { } code || Identity.Rules.CreditCode.IsValid(code), "creditCode", "customers.credit-code");
        check.OptionalText("website", Website, 200);
        check.OptionalText("address", Address, 200);
        check.OptionalText("duplicateReason", DuplicateReason, 200);
    }

    /// <summary>A customer may be given only to people within one's own reach, and only lies where there is a territory.</summary>
    /// <param name="before">Null for a new one. Whose one is who is there already is said by a transfer, with its reason and its limits.</param>
    public async Task CheckReferences(AppDb db, Reach reach, Check check, Customer? before, CancellationToken cancel)
    {
        if (before is not null)
        {
            check.That(before.OwnerId == OwnerId, "ownerId", "customers.owner-by-transfer");
        }
        else
        {
            check.That(await reach.Covers(OwnerId, CustomersPermissions.Edit, cancel), "ownerId", "record.out-of-reach");
            var people = db.PersonCards;
            check.That(OwnerId is null || await people.AnyAsync(person => person.Id == OwnerId, cancel), "ownerId", "record.not-found");
        }

        var territories = db.TerritoryCards;
        check.That(TerritoryId is null || await territories.AnyAsync(territory => territory.Id == TerritoryId, cancel), "territoryId", "record.not-found");
    }

    public void WriteTo(Customer customer)
    {
        customer.Name = Name.Clean();
        customer.TerritoryId = TerritoryId;
        customer.State = State;
        customer.Industry = Industry.CleanOrNull();
        customer.City = City.CleanOrNull();
        customer.ContactName = ContactName.CleanOrNull();
        customer.Phone = Phone.CleanOrNull();
        customer.CreditCode = Identity.Rules.CreditCode.Clean(CreditCode);
        customer.Website = Website.CleanOrNull();
        customer.Address = Address.CleanOrNull();
        customer.Remark = Remark.CleanOrNull();
    }
}

/// <summary>POST /api/customers</summary>
internal static class AddCustomer
{
    public sealed record Request : CustomerRequest
    {
        /// <summary>Made by the client, where an entry may be sent twice from a bad line; otherwise left out.</summary>
        public CustomerId? Id { get; init; }

        /// <summary>Left out, the next customer number is given.</summary>
        public string? Number { get; init; }

        /// <summary>The listed name that becomes this customer: what else is known of it goes along, as his data card and a contact.</summary>
        public ListedNameId? NameId { get; init; }

        public override void Check(Check check)
        {
            base.Check(check);
            check.OptionalText("number", Number, 40);
        }
    }

    public static async Task<Created<Saved<CustomerId>>> Handle(
        Request request, AppDb db, Reach reach, Duplicates duplicates, Ownerships ownerships, NumberSequences numbers, CustomValues<CustomerId> fields, BecomeCustomer names, CompanyClock clock,
        CancellationToken cancel)
    {
        var name = request.NameId is { } listed ? await names.Take(listed, cancel) : null;
        var number = request.Number.CleanOrNull();
        var check = new Check();
        check.That(number is null || !await db.NumbersOfCustomers.AnyAsync(taken => taken == number, cancel), "number", "record.number-taken", ("number", number));
        await request.CheckReferences(db, reach, check, null, cancel);
        var custom = await fields.Check(request, null, clock.Today, check, cancel);
        check.ThrowIfAny();
        var customer = new Customer
        {
            Id = request.Id ?? Id.New<CustomerId>(),
            Number = number ?? await numbers.Take("customers", db.NumbersOfCustomers, cancel),
            Name = request.Name,
            OwnerId = request.OwnerId,
            State = request.State,
            CreatedAt = clock.Now,
        };
        request.WriteTo(customer);
        await LieInTerritory.Settle(db, clock, customer, customer.OwnerId, null, cancel);
        customer.Completeness = await KeepCompleteness.OfNew(db, customer, clock.Today, cancel);
        db.Add(customer);
        await ownerships.Settle([customer], cancel);
        ownerships.Begin([customer]);
        await fields.Write(custom, customer.Id, null, cancel);
        await EnterCustomer.Save(db, customer, null, request.DuplicateReason, duplicates, cancel);
        if (name is not null)
        {
            await names.Link(name, customer, cancel);
            await KeepCompleteness.Of(db, [customer.Id], clock.Today, cancel);
        }

        return TypedResults.Created($"/api/customers/{customer.Id}", new Saved<CustomerId>(customer.Id, customer.Version));
    }
}

/// <summary>PUT /api/customers/{id}</summary>
internal static class EditCustomer
{
    public sealed record Request : CustomerRequest;

    public static async Task<Saved<CustomerId>> Handle(
        CustomerId id, Request request, IfMatch seen, AppDb db, Reach reach, Duplicates duplicates, FillPools fill, CustomValues<CustomerId> fields, CompanyClock clock, CancellationToken cancel)
    {
        var customer = await db.Set<Customer>().VisibleTo(reach, CustomersPermissions.Edit)
            .FirstOrDefaultAsync(customer => customer.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(customer, seen);
        var check = new Check();
        await request.CheckReferences(db, reach, check, customer, cancel);
        var custom = await fields.Check(request, id, clock.DayOf(customer.CreatedAt), check, cancel);
        check.ThrowIfAny();
        var before = customer.IdentityFacts;
        var lay = (customer.OwnerId, customer.TerritoryId);
        request.WriteTo(customer);
        await LieInTerritory.Settle(db, clock, customer, request.OwnerId, lay, cancel);
        await fields.Write(custom, id, customer, cancel);
        await EnterCustomer.Save(db, customer, before, request.DuplicateReason, duplicates, cancel);
        await KeepCompleteness.Of(db, [id], clock.Today, cancel);
        if (lay.TerritoryId != customer.TerritoryId)
        {
            await fill.Anew(db.Set<Customer>().Where(one => one.Id == id), cancel);
        }

        return new Saved<CustomerId>(customer.Id, customer.Version);
    }
}

/// <summary>DELETE /api/customers/{id}: for a mistaken entry; one with orders is refused by its orders.</summary>
internal static class RemoveCustomer
{
    public static async Task<NoContent> Handle(CustomerId id, AppDb db, Reach reach, CustomValues<CustomerId> fields, CompanyClock clock, CancellationToken cancel)
    {
        var customer = await db.Set<Customer>().VisibleTo(reach, CustomersPermissions.Edit)
            .FirstOrDefaultAsync(customer => customer.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        if (!await reach.Covers(customer.OwnerId, customer.TerritoryId, CustomersPermissions.Edit, cancel))
        {
            throw Refusal.Forbidden("customers.owner-only");
        }

        await db.Locked<Customer>(id.Value).AsNoTracking().LoadAsync(cancel);
        await db.Set<GradeLine>().Where(line => line.CustomerId == id).ExecuteDeleteAsync(cancel);
        await fields.Removed(id, cancel);
        db.RemoveRange(await db.Set<CustomerRecord>().Where(record => record.CustomerId == id).ToListAsync(cancel));
        db.RemoveRange(await db.Set<StrategyCard>().Where(card => card.CustomerId == id).ToListAsync(cancel));
        db.RemoveRange(await db.Set<ReviewCard>().Where(card => card.CustomerId == id || card.OfId == id).ToListAsync(cancel));
        db.RemoveRange(await db.Set<Relation>().Where(relation => relation.FromId == id || relation.ToId == id).ToListAsync(cancel));
        // The names he was are names again.
        foreach (var name in await db.Set<ListedName>().Where(name => name.CustomerId == id).ToListAsync(cancel))
        {
            name.CustomerId = null;
            name.Turn(NameState.Called, clock.Today, null);
        }

        await db.Set<TerritoryMove>().Where(move => move.CustomerId == id).ExecuteDeleteAsync(cancel);
        db.RemoveRange(await db.Set<Contact>().Include(contact => contact.Days).Where(contact => contact.CustomerId == id).ToListAsync(cancel));
        db.Remove(customer);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
