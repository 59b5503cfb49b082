using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Orders.Data;
using Yingpan.Platform.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Orders.Totals;

/// <summary>What an order counts for in the monthly sales; nothing while it is a draft or once it is cancelled.</summary>
internal readonly record struct SalesMark(Month Month, Guid Person, Guid Unit, Guid Territory, Money Amount)
{
    public static SalesMark? Of(Order order) => order.State != OrderState.Confirmed ? null : new SalesMark(
        Month.Of(order.OrderedOn), order.SalespersonId?.Value ?? Guid.Empty, order.UnitId?.Value ?? Guid.Empty,
        order.TerritoryId?.Value ?? Guid.Empty, order.Amount);
}

/// <summary>
/// Keeps the monthly sales equal to the orders: whoever changes orders says what they counted for before and after, in the same
/// transaction. The rows are added to by the database, so two orders of one month do not lose each other.
/// </summary>
internal sealed class SalesTotals(AppDb db)
{
    public Task Move(SalesMark? before, SalesMark? after, CancellationToken cancel) => Move([(before, after)], cancel);

    public async Task Move(IEnumerable<(SalesMark? Before, SalesMark? After)> moves, CancellationToken cancel)
    {
        var steps = moves.SelectMany(move => new[] { (Mark: move.Before, Sign: -1), (Mark: move.After, Sign: 1) })
            .Where(step => step.Mark is not null)
            .GroupBy(step => (step.Mark!.Value.Month, step.Mark.Value.Person, step.Mark.Value.Unit, step.Mark.Value.Territory))
            .Select(group => (group.Key, Orders: group.Sum(step => step.Sign), Minor: group.Sum(step => step.Sign * step.Mark!.Value.Amount.Minor)))
            .Where(step => step.Orders != 0 || step.Minor != 0)
            // Everybody locks rows in the same order, so two transactions never wait for each other.
            .OrderBy(step => step.Key);
        foreach (var ((month, person, unit, territory), orders, minor) in steps)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO orders_monthly_sales (month, salesperson_id, unit_id, territory_id, orders, amount_minor)
                VALUES ({month.Number}, {person}, {unit}, {territory}, {orders}, {minor})
                ON CONFLICT (month, salesperson_id, unit_id, territory_id) DO UPDATE
                SET orders = orders_monthly_sales.orders + excluded.orders, amount_minor = orders_monthly_sales.amount_minor + excluded.amount_minor
                """, cancel);
        }
    }
}
