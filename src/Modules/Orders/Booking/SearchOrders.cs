using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Public;
using Yingpan.Orders.Data;
using Yingpan.Orders.Public;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Search;

namespace Yingpan.Orders.Booking;

/// <summary>
/// Answers the search of the whole system for orders: by the beginning of the number, then the latest of the customers whom these words
/// find. Both by an index, since nobody waits for a million orders to be looked through.
/// </summary>
internal sealed class OrderSearch(AppDb db, Reach reach) : ISearchSource
{
    private const int MostCustomers = 200;

    public string Kind => "order";

    public Permission Permission => OrdersPermissions.Read;

    public async Task<IReadOnlyList<SearchHit>> Find(SearchWords asked, int most, CancellationToken cancel)
    {
        var orders = db.Set<Order>().AsNoTracking().VisibleTo(reach, Permission);
        var hits = new List<SearchHit>();
        foreach (var (from, before, pattern) in NumberRange.Of(asked.Words))
        {
            hits.AddRange(await Hits(orders
                .Where(order => string.Compare(order.Number, from) >= 0 && string.Compare(order.Number, before) < 0 && EF.Functions.Like(order.Number, pattern, @"\"))
                .OrderBy(order => order.Number).Take(most), cancel));
        }

        if (hits.Count < most)
        {
            var customers = await db.CustomersFoundBy(asked.Words, reach, CustomersPermissions.Read).Take(MostCustomers).Select(customer => customer.Id).ToListAsync(cancel);
            hits.AddRange(await Hits(orders
                .Where(order => customers.Contains(order.CustomerId))
                .OrderByDescending(order => order.OrderedOn).ThenByDescending(order => order.Number).Take(most), cancel));
        }

        return [.. hits.DistinctBy(hit => hit.Id).Take(most)];
    }

    private async Task<IEnumerable<SearchHit>> Hits(IQueryable<Order> orders, CancellationToken cancel)
    {
        var customers = db.CustomersToName(reach);
        var found = await orders.Select(order => new
        {
            order.Id,
            order.Number,
            order.OrderedOn,
            Customer = customers.Where(customer => customer.Id == order.CustomerId).Select(customer => customer.Name).FirstOrDefault(),
        }).ToListAsync(cancel);
        return found.Select(order => new SearchHit
        {
            Kind = Kind,
            Id = order.Id.ToString(),
            Title = order.Number,
            Subtitle = order.Customer is null ? $"{order.OrderedOn:yyyy-MM-dd}" : $"{order.Customer} · {order.OrderedOn:yyyy-MM-dd}",
            Link = $"/orders?open={order.Id}",
        });
    }
}
