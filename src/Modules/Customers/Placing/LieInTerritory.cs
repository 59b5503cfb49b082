using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;
using Yingpan.Territories.Public;
using Yingpan.Territories.Public.Rules;

namespace Yingpan.Customers.Placing;

/// <summary>Where a customer lies when he is entered or changed: by the rules where nobody says, guarded, and remembered.</summary>
internal static class LieInTerritory
{
    /// <summary>Before the save; the owner and territory of before are null for a new one.</summary>
    /// <param name="owner">Whose he will be: an owner changes after the save.</param>
    public static async Task Settle(AppDb db, CompanyClock clock, Customer customer, PersonId? owner, (PersonId? Owner, TerritoryId? Territory)? before, CancellationToken cancel)
    {
        customer.TerritoryId ??= await PlaceOf(db, clock, customer, owner, cancel);
        // What was accepted once is not asked again because something else of him changes.
        if (before is not { } was || was.Owner != owner || was.Territory != customer.TerritoryId)
        {
            await TerritoryGuard.Require(db, clock, TerritoryAct.Customer, owner, customer.TerritoryId, customer.Id.Value, customer.Name, cancel);
        }

        if (before is { } then && then.Territory != customer.TerritoryId)
        {
            db.Add(new TerritoryMove { Id = Guid.CreateVersion7(), CustomerId = customer.Id, FromId = then.Territory, ToId = customer.TerritoryId, First = clock.Today });
        }
    }

    private static async Task<TerritoryId?> PlaceOf(AppDb db, CompanyClock clock, Customer customer, PersonId? owner, CancellationToken cancel)
    {
        var unit = owner is { } who ? (await db.PlacementsOf([who], cancel)).UnitOn(who, clock.Today) : null;
        return (await TerritoryPlacing.Load(db, cancel)).Of(MemberOf(customer, owner, unit));
    }

    /// <param name="unit">The owner's: rules may ask through which channel he is sold to.</param>
    public static Member MemberOf(Customer customer, PersonId? owner, UnitId? unit) => new()
    {
        Id = customer.Id.Value,
        State = customer.State.ToString(),
        City = customer.City,
        Address = customer.Address,
        Industry = customer.Industry,
        OwnerId = owner,
        UnitId = unit,
    };
}

/// <summary>GET /api/customers/{id}/territory-moves: where he lay before, the newest first.</summary>
internal static class ListTerritoryMoves
{
    public sealed record Line(DateOnly First, TerritoryId? FromId, string? FromName, TerritoryId? ToId, string? ToName, bool ByHand);

    public sealed record View(IReadOnlyList<Line> Items, int Total);

    public static async Task<View> Handle(CustomerId id, AppDb db, Reach reach, CancellationToken cancel)
    {
        if (!await db.Set<Customer>().VisibleTo(reach, CustomersPermissions.Read).AnyAsync(customer => customer.Id == id, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        var territories = db.TerritoryCards;
        var lines = await db.Set<TerritoryMove>().AsNoTracking().Where(move => move.CustomerId == id).OrderByDescending(move => move.First).ThenByDescending(move => move.Id)
            .Select(move => new Line(
                move.First, move.FromId, territories.Where(territory => territory.Id == move.FromId).Select(territory => territory.Name).FirstOrDefault(),
                move.ToId, territories.Where(territory => territory.Id == move.ToId).Select(territory => territory.Name).FirstOrDefault(), move.CauseId == null)).ToListAsync(cancel);
        return new View(lines, lines.Count);
    }
}
