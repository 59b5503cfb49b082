using Microsoft.EntityFrameworkCore;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Imports;

namespace Yingpan.Orders.Public;

public static class OrdersLookup
{
    /// <summary>Orders by number, as far as the caller's grant of <paramref name="permission"/> reaches.</summary>
    public static ImportLookup<OrderId> New(Reach reach, Permission permission) => new((db, words, cancel) => db.OrderCards
        .VisibleTo(reach, permission)
        .Where(order => words.Contains(order.Number))
        .Select(order => new ImportName<OrderId>(order.Id, order.Number, order.Number)).ToListAsync(cancel));
}
