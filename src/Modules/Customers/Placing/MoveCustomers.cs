using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Completeness;
using Yingpan.Customers.Data;
using Yingpan.Customers.Pools;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Customers.Placing;

/// <summary>Tells the division of the market who the customers are, and moves them.</summary>
internal sealed class MoveCustomers(AppDb db, Reach reach, FillPools fill) : ITerritoryMembers
{
    public Task<IReadOnlyList<Member>> All(CancellationToken cancel) => Members(db.Set<Customer>(), cancel);

    public async Task<IReadOnlyList<Member>> Seen(CancellationToken cancel) =>
        reach.Caller.ScopeOf(CustomersPermissions.Read) is null ? [] : await Members(db.Set<Customer>().VisibleTo(reach, CustomersPermissions.Read), cancel);

    private async Task<IReadOnlyList<Member>> Members(IQueryable<Customer> rows, CancellationToken cancel)
    {
        var today = db.Today;
        var units = await db.Placements.Where(place => place.First <= today && (place.Last == null || place.Last >= today))
            .Select(place => new { place.PersonId, place.UnitId }).ToListAsync(cancel);
        var unitOf = units.DistinctBy(place => place.PersonId).ToDictionary(place => place.PersonId, place => place.UnitId);
        var customers = await rows.AsNoTracking().Select(customer => new
        {
            customer.Id,
            customer.State,
            customer.City,
            customer.Address,
            customer.Industry,
            customer.OwnerId,
            customer.TerritoryId,
        }).ToListAsync(cancel);
        return customers.ConvertAll(customer => new Member
        {
            Id = customer.Id.Value,
            State = customer.State.ToString(),
            City = customer.City,
            Address = customer.Address,
            Industry = customer.Industry,
            OwnerId = customer.OwnerId,
            UnitId = customer.OwnerId is { } owner && unitOf.TryGetValue(owner, out var unit) ? unit : null,
            TerritoryId = customer.TerritoryId,
        });
    }

    public async Task<IReadOnlyList<MemberName>> Named(IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        if (members.Count == 0 || reach.Caller.ScopeOf(CustomersPermissions.Read) is null)
        {
            return [];
        }

        var ids = members.Select(CustomerId.From).ToList();
        return (await db.Set<Customer>().AsNoTracking().VisibleTo(reach, CustomersPermissions.Read).Where(customer => ids.Contains(customer.Id))
            .Select(customer => new { customer.Id, customer.Number, customer.Name }).ToListAsync(cancel)).ConvertAll(customer => new MemberName(customer.Id.Value, customer.Number, customer.Name));
    }

    public Task<int> Move(Guid cause, DateOnly day, IReadOnlyList<MemberMove> moves, CancellationToken cancel) => db.InTransaction(async () =>
    {
        await db.Put([.. moves.Select(move => new TerritoryMove
        {
            Id = Guid.CreateVersion7(),
            CustomerId = CustomerId.From(move.Member),
            FromId = move.From,
            ToId = move.To,
            First = day,
            CauseId = cause,
        })], replace: false, cancel);
        // Whoever was put elsewhere by hand in the meantime stays there, and his move was none.
        await db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM customers_territory_move WHERE cause_id = {cause} AND NOT EXISTS (SELECT 1 FROM customers_customer
              WHERE customers_customer.id = customers_territory_move.customer_id
                AND coalesce(customers_customer.territory_id, customers_territory_move.to_id) = coalesce(customers_territory_move.from_id, customers_territory_move.to_id))
            """, cancel);
        var count = await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE customers_customer SET version = version + 1,
              territory_id = (SELECT to_id FROM customers_territory_move WHERE cause_id = {cause} AND customer_id = customers_customer.id)
            WHERE id IN (SELECT customer_id FROM customers_territory_move WHERE cause_id = {cause})
            """, cancel);
        // Pools go by territory; and whether there is one may count for how whole a file is, but not which.
        var moved = db.Set<TerritoryMove>().Where(move => move.CauseId == cause);
        await fill.Anew(db.Set<Customer>().Where(customer => moved.Any(move => move.CustomerId == customer.Id)), cancel);
        await KeepCompleteness.Of(
            db, await moved.Where(move => move.FromId == null || move.ToId == null).Select(move => move.CustomerId).ToListAsync(cancel), db.Today, cancel);
        return count;
    }, cancel);
}
