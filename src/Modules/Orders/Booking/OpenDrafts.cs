using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Orders.Data;
using Yingpan.Orders.Public;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Orders.Booking;

/// <summary>The drafts a person has open. What is confirmed is his result and stays his.</summary>
internal sealed class OpenDrafts(AppDb db, Reach reach) : IBelongings, IPlacedRecords
{
    public string Kind => "drafts";

    public Task<IReadOnlyDictionary<PersonId, int>> Counts(IQueryable<PersonId> people, DateOnly lastDay, CancellationToken cancel) =>
        Drafts.Select(order => order.SalespersonId).CountedFor(people, cancel);

    public async Task<IReadOnlyList<Belonging>> Of(PersonId person, DateOnly lastDay, int most, CancellationToken cancel)
    {
        var orders = await Drafts.AsNoTracking().VisibleTo(reach, OrdersPermissions.Read).Where(order => order.SalespersonId == person).OrderBy(order => order.Number).Take(most)
            .Select(order => new { order.Id, order.Number, order.OrderedOn, order.Amount }).ToListAsync(cancel);
        return [.. orders.Select(order => new Belonging(order.Id.Value, order.Number, $"{order.OrderedOn:yyyy-MM-dd} {order.Amount}", $"/orders?open={order.Id}"))];
    }

    public async Task<int> PassOn(Passing passing, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        var mine = Drafts.Where(order => order.SalespersonId == passing.From);
        if (only?.Select(OrderId.From).ToList() is { } some)
        {
            mine = mine.Where(order => some.Contains(order.Id));
        }

        var orders = await mine.ToListAsync(cancel);
        foreach (var order in orders)
        {
            order.SalespersonId = passing.To;
            order.UnitId = await OrderRequest.UnitOn(db, passing.To, order.OrderedOn, cancel);
        }

        await db.SaveChangesAsync(cancel);
        return orders.Count;
    }

    public async Task Follow(IReadOnlyCollection<PersonId> people, DateOnly lastDay, CancellationToken cancel)
    {
        var places = await db.PlacementsOf(people, cancel);
        foreach (var order in await Drafts.Where(order => order.OrderedOn > lastDay && order.SalespersonId != null && people.Contains(order.SalespersonId.Value)).ToListAsync(cancel))
        {
            order.UnitId = places.UnitOn(order.SalespersonId!.Value, order.OrderedOn);
        }

        await db.SaveChangesAsync(cancel);
    }

    private IQueryable<Order> Drafts => db.Set<Order>().Where(order => order.State == OrderState.Draft);
}
