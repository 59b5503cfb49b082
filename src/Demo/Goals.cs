using Yingpan.Kernel;
using Yingpan.Orders.Data;
using Yingpan.Planning.Data;
using Yingpan.Planning.Public;

namespace Yingpan.Demo;

/// <summary>
/// A goal for each seller and month, from the first month to the end of this year. It follows what can be expected of him in that season,
/// more or less ambitiously; where luck went further than a plan is ever missed or beaten, it lies nearer to the result.
/// </summary>
internal static class Goals
{
    private const double LeastAttained = 0.6;
    private const double MostAttained = 1.3;

    public static IReadOnlyList<Goal> Of(ulong seed, Days days, People people, Territories territories, IReadOnlyList<DemoOrder> orders)
    {
        var dice = new Dice(seed, "goals");
        var sold = orders.Where(order => order.Row.State == OrderState.Confirmed)
            .GroupBy(order => (order.Seller, Month: Month.Of(order.Row.OrderedOn)))
            .ToDictionary(group => group.Key, group => group.Sum(order => order.Row.Amount.Minor / 100.0));
        var last = Later(new Month(days.Today.Year, 12), days.ThisMonth.Plus(1));
        var months = Enumerable.Range(0, Month.Of(days.First).MonthsUntil(last) + 1).Select(Month.Of(days.First).Plus).ToList();
        var usual = Usual(days, people, sold);
        var goals = new List<Goal>();
        foreach (var person in people.All)
        {
            var ambition = dice.Near(1, 0.12);
            foreach (var month in months)
            {
                var first = Days.Later(month.First, person.Row.HiredOn);
                var expected = Expected(person, month, days);
                var boldness = dice.Near(1, 0.2);
                if (first > month.Last || expected == 0)
                {
                    continue;
                }

                var plan = expected * Worth(person, month, days, usual) * ambition * boldness;
                var actual = sold.GetValueOrDefault((person, month));
                if (month < days.ThisMonth && actual > 0)
                {
                    plan = Math.Min(Math.Max(plan, actual / MostAttained), actual / LeastAttained);
                }

                goals.Add(new Goal
                {
                    Id = dice.Id<GoalId>(days.At(Days.Earlier(first, days.First), 600)),
                    PersonId = person.Id,
                    UnitId = people.UnitOf(person, first),
                    TerritoryId = territories.HomeOf(person, first),
                    First = first,
                    Last = month.Last,
                    Amount = Rounded(plan),
                });
            }
        }

        return goals;
    }

    private static double Expected(DemoPerson person, Month month, Days days)
    {
        double expected = 0;
        for (var day = month.First; day <= month.Last; day = day.AddDays(1))
        {
            expected += Seasons.Expected(person, day, days);
        }

        return expected;
    }

    /// <summary>What an expected order is worth in yuan: for each seller and trade as the whole months before show it.</summary>
    private static Dictionary<(DemoPerson? Person, Trade Trade), double> Usual(Days days, People people, Dictionary<(DemoPerson Seller, Month Month), double> sold)
    {
        var lived =
            (from person in people.All
             from month in days.Months.SkipLast(1)
             let trade = person.Sells(month.Last)?.Trade
             where trade is not null
             select (Person: person, Trade: trade.Value, Expected: Expected(person, month, days), Sold: sold.GetValueOrDefault((person, month)))).ToList();
        var ofPerson = lived.GroupBy(month => ((DemoPerson?)month.Person, month.Trade));
        var ofTrade = lived.GroupBy(month => ((DemoPerson?)null, month.Trade));
        return ofPerson.Concat(ofTrade).ToDictionary(group => group.Key, group => group.Sum(month => month.Sold) / group.Sum(month => month.Expected));
    }

    /// <summary>A newcomer is measured by his trade.</summary>
    private static double Worth(DemoPerson person, Month month, Days days, Dictionary<(DemoPerson?, Trade), double> usual)
    {
        var trade = person.Sells(Days.Earlier(month.Last, Days.Later(days.Today, month.First)))?.Trade ?? person.Sells(month.First)!.Value.Trade;
        return usual.TryGetValue((person, trade), out var worth) ? worth : usual[(null, trade)];
    }

    /// <summary>Upwards, to a thousand, or ten thousand where it is large.</summary>
    private static Money Rounded(double yuan)
    {
        var step = yuan > 300_000 ? 10_000L : 1_000L;
        return new Money(((long)(yuan / step) + 1) * step * 100);
    }

    private static Month Later(Month a, Month b) => a > b ? a : b;
}
