using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity;
using Yingpan.Customers.Ownership;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;
using Yingpan.Territories.Public;
using Yingpan.Territories.Public.Rules;

namespace Yingpan.Customers.Pools;

/// <summary>POST /api/pool-customers/{id}/look: what the list leaves out, counted against the day's limit; the same customer a day counts once.</summary>
internal static class LookAtPoolCustomer
{
    public sealed record View
    {
        public required CustomerId Id { get; init; }

        public required string Number { get; init; }

        public required string Name { get; init; }

        public required CustomerState State { get; init; }

        public string? Industry { get; init; }

        public string? City { get; init; }

        public string? Address { get; init; }

        public string? Website { get; init; }

        public string? TerritoryName { get; init; }

        /// <summary>Owners before, the last first.</summary>
        public required IReadOnlyList<OwnershipView.Spell> History { get; init; }

        /// <summary>By kind of <see cref="ICustomerActivity"/>: the last of each.</summary>
        public required IReadOnlyDictionary<string, DateOnly> Last { get; init; }

        public required ClaimRoom Room { get; init; }

        /// <summary><c>claim</c>, <c>assign</c>.</summary>
        public required IReadOnlyList<string> Can { get; init; }
    }

    public static async Task<View> Handle(
        CustomerId id, AppDb db, Claimant claimant, Reach reach, IEnumerable<ICustomerActivity> activities, CompanyClock clock, CancellationToken cancel)
    {
        await PoolCustomers.MustBe(id, db, cancel);
        var me = claimant.Me;
        await db.LockPerson(me, cancel);
        var customer = await db.Set<Customer>().AsNoTracking().FirstOrDefaultAsync(customer => customer.Id == id && customer.OwnerId == null, cancel);
        if (customer is null || !await claimant.Reaches(customer.PoolId, toClaim: false, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        var (today, rules) = (clock.Today, await db.OwnershipRulesOn(clock.Today, cancel));
        var room = await claimant.Room(rules, cancel);
        if (!await db.Set<PoolLook>().AnyAsync(look => look.PersonId == me && look.On == today && look.CustomerId == id, cancel))
        {
            if (room.LooksPerDay is { } most && room.Looked >= most)
            {
                throw Refusal.Conflict("customers.looks-used", ("max", most));
            }

            db.Add(new PoolLook { PersonId = me, On = today, CustomerId = id });
            await db.SaveChangesAsync(cancel);
            room = room with { Looked = room.Looked + 1 };
        }

        var last = new Dictionary<string, DateOnly>();
        foreach (var activity in activities)
        {
            if ((await activity.Last([id], cancel)).TryGetValue(id, out var day))
            {
                last[activity.Kind] = day;
            }
        }

        var (people, territories) = (db.PersonCards, db.TerritoryCards);
        return new View
        {
            Id = id,
            Number = customer.Number,
            Name = customer.Name,
            State = customer.State,
            Industry = customer.Industry,
            City = customer.City,
            Address = customer.Address,
            Website = customer.Website,
            TerritoryName = await territories.Where(place => place.Id == customer.TerritoryId).Select(place => place.Name).FirstOrDefaultAsync(cancel),
            History = [.. (await db.Set<OwnershipSpell>().AsNoTracking().Where(spell => spell.CustomerId == id).OrderByDescending(spell => spell.Line).Take(20)
                .Select(spell => new { Owner = people.Where(person => person.Id == spell.OwnerId).Select(person => person.Name).FirstOrDefault(), spell.Since, spell.Until, spell.Cause })
                .ToListAsync(cancel)).Select(spell => new OwnershipView.Spell(spell.Owner, spell.Since, spell.Until, spell.Cause, null, null))],
            Last = last,
            Room = room,
            Can =
            [
                .. await claimant.Reaches(customer.PoolId, toClaim: true, cancel) && reach.Caller.May(OwnershipPermissions.Claim) ? ["claim"] : Array.Empty<string>(),
                .. reach.Caller.May(OwnershipPermissions.Transfer) ? ["assign"] : Array.Empty<string>(),
            ],
        };
    }
}

/// <summary>POST /api/pool-customers/{id}/claim: of a hundred who claim at once, one has him and the others are told who.</summary>
internal static class ClaimCustomer
{
    public sealed record View(CustomerId Id, DateOnly? ProtectedUntil, ClaimRoom Room);

    public static async Task<View> Handle(CustomerId id, AppDb db, Claimant claimant, Ownerships ownerships, CompanyClock clock, CancellationToken cancel)
    {
        await PoolCustomers.MustBe(id, db, cancel);
        var me = claimant.Me;
        // Two claims of one person count one after the other; two of one customer queue at him.
        await db.LockPerson(me, cancel);
        var customer = await PoolCustomers.Lock(id, db, claimant, ownerships, toClaim: true, cancel);
        var rules = await db.OwnershipRulesOn(clock.Today, cancel);
        var room = await claimant.Room(rules, cancel);
        if (room.PerDay is { } perDay && room.Claimed >= perDay)
        {
            throw Refusal.Conflict("customers.claims-used", ("max", perDay));
        }

        if (room.Held is { } held && room.Holds >= held)
        {
            throw Refusal.Conflict("customers.holds-full", ("max", held));
        }

        var since = clock.Now.AddDays(-rules.LockDays);
        var mine = await db.Set<OwnershipSpell>().Where(spell => spell.CustomerId == id && spell.OwnerId == me && spell.Until > since).MaxAsync(spell => spell.Until, cancel);
        if (mine is { } until)
        {
            throw Refusal.Conflict("customers.claim-locked", ("day", clock.DayOf(until.AddDays(rules.LockDays))));
        }

        await TerritoryGuard.Require(db, clock, TerritoryAct.Customer, me, customer.TerritoryId, id.Value, customer.Name, cancel);
        await ownerships.Give([customer], me, new Passage(OwnershipCause.Claimed), cancel);
        return new View(id, customer.ProtectedUntil, room with { Claimed = room.Claimed + 1, Holds = room.Holds + 1 });
    }
}

/// <summary>POST /api/pool-customers/{id}/assign: a superior gives him to one of his people; limits are his to judge.</summary>
internal static class AssignCustomer
{
    public sealed record Request : IChecked
    {
        public required PersonId PersonId { get; init; }

        public string? Reason { get; init; }

        public void Check(Check check) => check.OptionalText("reason", Reason, 500, lines: true);
    }

    public sealed record View(CustomerId Id);

    public static async Task<View> Handle(
        CustomerId id, Request request, AppDb db, Reach reach, Claimant claimant, Ownerships ownerships, Notifier notifier, CompanyClock clock, CancellationToken cancel)
    {
        var customer = await PoolCustomers.Lock(id, db, claimant, ownerships, toClaim: false, cancel);
        await db.CheckTaker(reach, request.PersonId, "personId", clock.Today, cancel);
        await ownerships.Give([customer], request.PersonId, new Passage(OwnershipCause.Assigned, request.Reason), cancel);
        await notifier.Tell(request.PersonId, "customers-given", new Dictionary<string, object?> { ["count"] = 1, ["name"] = customer.Name, ["reason"] = request.Reason.CleanOrNull() ?? "" }, $"/customers?open={id}", cancel);
        return new View(id);
    }
}

internal static class PoolCustomers
{
    /// <summary>What is no customer is not found, whoever asks.</summary>
    public static async Task MustBe(CustomerId id, AppDb db, CancellationToken cancel)
    {
        if (!await db.Set<Customer>().AnyAsync(customer => customer.Id == id, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }
    }

    /// <summary>Locked, and still in a pool open to the caller. Whom somebody took out of one is refused with who it was; anybody else's is not found.</summary>
    public static async Task<Customer> Lock(CustomerId id, AppDb db, Claimant claimant, Ownerships ownerships, bool toClaim, CancellationToken cancel)
    {
        var customer = (await ownerships.Lock([id], cancel)).SingleOrDefault();
        if (customer is { OwnerId: null })
        {
            return await claimant.Reaches(customer.PoolId, toClaim, cancel) ? customer : throw Refusal.NotFound("record.not-found");
        }

        var spells = await db.Set<OwnershipSpell>().AsNoTracking().Where(spell => spell.CustomerId == id).OrderByDescending(spell => spell.Line).Take(2).ToListAsync(cancel);
        if (customer?.OwnerId is not { } owner || spells is not [{ Cause: OwnershipCause.Claimed or OwnershipCause.Assigned }, { OwnerId: null }])
        {
            throw Refusal.NotFound("record.not-found");
        }

        var people = db.PersonCards;
        var name = await people.Where(person => person.Id == owner).Select(person => person.Name).FirstAsync(cancel);
        var unit = (await Duplicates.Units(db, [id], cancel)).GetValueOrDefault(id) ?? "";
        throw Refusal.Conflict("customers.claimed", ("name", customer.Name), ("person", name), ("unit", unit));
    }
}
