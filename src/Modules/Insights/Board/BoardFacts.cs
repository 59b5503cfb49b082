using Microsoft.EntityFrameworkCore;
using Yingpan.Insights.Board.Rules;
using Yingpan.Kernel;
using Yingpan.Orders.Public;
using Yingpan.Organization.Public;
using Yingpan.Planning.Public;
using Yingpan.Planning.Public.Rules;
using Yingpan.Platform.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Insights.Board;

/// <summary>
/// Loads what the board adds up. Whole months come from the monthly sales, the days at the edges from the orders themselves, both through
/// the caller's reach; so the board of a rep and that of the general manager are the same question asked with different eyes.
/// </summary>
internal sealed class BoardFacts(AppDb db, Reach reach)
{
    /// <summary>Own figures by subject; <see cref="Guid.Empty"/> is nobody.</summary>
    public async Task<Dictionary<Guid, OwnFigures>> Figures(BoardQuery query, CancellationToken cancel)
    {
        var part = await Part.Of(query, db, cancel);
        var own = new Dictionary<Guid, OwnFigures>();
        var by = query.By ?? BoardSubject.Person;
        foreach (var sale in await Sales(query.Period, by, part, cancel))
        {
            Add(own, sale.Subject, new OwnFigures(Money.Zero, new Money(sale.Minor), sale.Orders));
        }

        foreach (var goal in await Goals(query.Period, part, cancel))
        {
            var subject = by switch
            {
                BoardSubject.Person => goal.PersonId.Value,
                BoardSubject.Unit => goal.UnitId?.Value ?? Guid.Empty,
                _ => goal.TerritoryId?.Value ?? Guid.Empty,
            };
            Add(own, subject, new OwnFigures(GoalShare.Of(goal.Amount, new Period(goal.First, goal.Last), query.Period), Money.Zero, 0));
        }

        return own;
    }

    /// <summary>Goal and actual of each month that the period touches, within the period.</summary>
    public async Task<IReadOnlyList<BoardMonth>> Months(BoardQuery query, Period span, CancellationToken cancel)
    {
        var part = await Part.Of(query, db, cancel);
        var actual = new Dictionary<Month, Money>();
        var (whole, edges) = Cut(span);
        if (whole is { } months)
        {
            var rows = await MonthlyOf(months, part).GroupBy(row => row.Month)
                .Select(group => new { group.Key, Minor = group.Sum(row => (long)(object)row.Amount) }).ToListAsync(cancel);
            rows.ForEach(row => actual[row.Key] = new Money(row.Minor));
        }

        foreach (var edge in edges)
        {
            var minor = await SalesIn(edge, part).SumAsync(sale => (long)(object)sale.Amount, cancel);
            actual[Month.Of(edge.First)] = actual.GetValueOrDefault(Month.Of(edge.First)) + new Money(minor);
        }

        var goals = await Goals(span, part, cancel);
        return [.. span.Months().Select(month => new BoardMonth(
            month,
            goals.Select(goal => GoalShare.Of(goal.Amount, new Period(goal.First, goal.Last), month.Period.Intersect(span)!.Value)).Sum(),
            actual.GetValueOrDefault(month)))];
    }

    private static void Add(Dictionary<Guid, OwnFigures> own, Guid subject, OwnFigures figures) =>
        own[subject] = own.TryGetValue(subject, out var had) ? had.Plus(figures) : figures;

    private sealed record SubjectSales(Guid Subject, int Orders, long Minor);

    private async Task<List<SubjectSales>> Sales(Period period, BoardSubject by, Part part, CancellationToken cancel)
    {
        var found = new List<SubjectSales>();
        var (whole, edges) = Cut(period);
        if (whole is { } months)
        {
            var rows = MonthlyOf(months, part);
            found.AddRange(by switch
            {
                BoardSubject.Person => (await rows.GroupBy(row => row.SalespersonId).Select(group => new { group.Key, Orders = group.Sum(row => row.Orders), Minor = group.Sum(row => (long)(object)row.Amount) }).ToListAsync(cancel))
                    .Select(row => new SubjectSales(row.Key.Value, row.Orders, row.Minor)),
                BoardSubject.Unit => (await rows.GroupBy(row => row.UnitId).Select(group => new { group.Key, Orders = group.Sum(row => row.Orders), Minor = group.Sum(row => (long)(object)row.Amount) }).ToListAsync(cancel))
                    .Select(row => new SubjectSales(row.Key.Value, row.Orders, row.Minor)),
                _ => (await rows.GroupBy(row => row.TerritoryId).Select(group => new { group.Key, Orders = group.Sum(row => row.Orders), Minor = group.Sum(row => (long)(object)row.Amount) }).ToListAsync(cancel))
                    .Select(row => new SubjectSales(row.Key.Value, row.Orders, row.Minor)),
            });
        }

        foreach (var edge in edges)
        {
            var sales = SalesIn(edge, part);
            found.AddRange(by switch
            {
                BoardSubject.Person => (await sales.GroupBy(sale => sale.OwnerId).Select(group => new { group.Key, Orders = group.Count(), Minor = group.Sum(sale => (long)(object)sale.Amount) }).ToListAsync(cancel))
                    .Select(row => new SubjectSales(row.Key?.Value ?? Guid.Empty, row.Orders, row.Minor)),
                BoardSubject.Unit => (await sales.GroupBy(sale => sale.UnitId).Select(group => new { group.Key, Orders = group.Count(), Minor = group.Sum(sale => (long)(object)sale.Amount) }).ToListAsync(cancel))
                    .Select(row => new SubjectSales(row.Key?.Value ?? Guid.Empty, row.Orders, row.Minor)),
                _ => (await sales.GroupBy(sale => sale.TerritoryId).Select(group => new { group.Key, Orders = group.Count(), Minor = group.Sum(sale => (long)(object)sale.Amount) }).ToListAsync(cancel))
                    .Select(row => new SubjectSales(row.Key?.Value ?? Guid.Empty, row.Orders, row.Minor)),
            });
        }

        return found;
    }

    private async Task<List<GoalCard>> Goals(Period period, Part part, CancellationToken cancel)
    {
        var goals = db.GoalCards.VisibleTo(reach, PlanningPermissions.Read).Where(goal => goal.Last >= period.First && goal.First <= period.Last);
        if (part.Person is { } person)
        {
            goals = goals.Where(goal => goal.PersonId == person);
        }

        if (part.Units is { } units)
        {
            goals = goals.Where(goal => goal.UnitId != null && units.Contains(goal.UnitId.Value));
        }

        if (part.Territories is { } territories)
        {
            goals = goals.Where(goal => goal.TerritoryId != null && territories.Contains(goal.TerritoryId.Value));
        }

        return await goals.ToListAsync(cancel);
    }

    private IQueryable<MonthlySalesRow> MonthlyOf((Month First, Month Last) months, Part part)
    {
        var (first, last) = months;
        var rows = db.MonthlySales.VisibleTo(reach, OrdersPermissions.Read)
            .Where(row => (int)(object)row.Month >= first.Number && (int)(object)row.Month <= last.Number);
        if (part.Person is { } person)
        {
            rows = rows.Where(row => row.SalespersonId == person);
        }

        if (part.Units is { } units)
        {
            rows = rows.Where(row => units.Contains(row.UnitId));
        }

        if (part.Territories is { } territories)
        {
            rows = rows.Where(row => territories.Contains(row.TerritoryId));
        }

        return rows;
    }

    private IQueryable<SaleRow> SalesIn(Period period, Part part)
    {
        var sales = db.Sales.VisibleTo(reach, OrdersPermissions.Read).Where(sale => sale.OrderedOn >= period.First && sale.OrderedOn <= period.Last);
        if (part.Person is { } person)
        {
            sales = sales.Where(sale => sale.OwnerId == person);
        }

        if (part.Units is { } units)
        {
            sales = sales.Where(sale => sale.UnitId != null && units.Contains(sale.UnitId.Value));
        }

        if (part.Territories is { } territories)
        {
            sales = sales.Where(sale => sale.TerritoryId != null && territories.Contains(sale.TerritoryId.Value));
        }

        return sales;
    }

    /// <summary>The whole months of a period, and the days before and after them.</summary>
    private static ((Month First, Month Last)? Whole, List<Period> Edges) Cut(Period period)
    {
        var first = Month.Of(period.First);
        var last = Month.Of(period.Last);
        var from = period.First == first.First ? first : first.Plus(1);
        var to = period.Last == last.Last ? last : last.Plus(-1);
        if (from > to)
        {
            // Not one whole month; but the edges of two months are two edges, each its own month.
            return (null, first == last ? [period] : [new Period(period.First, first.Last), new Period(last.First, period.Last)]);
        }

        var edges = new List<Period>();
        if (from != first)
        {
            edges.Add(new Period(period.First, first.Last));
        }

        if (to != last)
        {
            edges.Add(new Period(last.First, period.Last));
        }

        return ((from, to), edges);
    }

    /// <summary>The part of the house that is looked at.</summary>
    private sealed record Part(PersonId? Person, IReadOnlyList<UnitId>? Units, IReadOnlyList<TerritoryId>? Territories)
    {
        public static async Task<Part> Of(BoardQuery query, AppDb db, CancellationToken cancel) => new(
            query.Person,
            query.Unit is { } unit ? await db.UnitsUnder(unit, query.TreeDay(db.Today), cancel) : null,
            query.Territory is { } territory ? await db.TerritoriesUnder(territory, cancel) : null);
    }
}

internal sealed record BoardMonth(Month Month, Money Goal, Money Actual);
