using Yingpan.Kernel;

namespace Yingpan.Territories.Sizing.Rules;

/// <summary>Customers of one class, and how often each is called on in a year.</summary>
public sealed record CallClass(string Name, int Customers, int CallsAYear);

/// <param name="Exact">Before it is rounded up to whole people.</param>
public sealed record Needed(decimal Work, decimal Exact, int People);

/// <summary>People and what was sold in one period of the past.</summary>
public sealed record SalesPoint(string Period, int People, Money Sales);

/// <summary>Sales = a · √people, fitted by least squares.</summary>
/// <param name="Fit">1 is exact; 0 is no better than the mean.</param>
public sealed record Curve(decimal A, decimal Fit);

/// <param name="Marginal">What the last of them brings beyond his cost.</param>
public sealed record CurvePoint(int People, decimal Sales, decimal Profit, decimal Marginal);

/// <param name="Exact">Where the next one brings just what he costs.</param>
public sealed record Best(decimal Exact, int People, decimal Profit, IReadOnlyList<CurvePoint> Points);

/// <summary>How many salespeople: by workload, by breakdown, by marginal return, by outlets, by share.</summary>
public static class Headcount
{
    private const int MostPeople = 1_000_000;

    /// <summary>Calls of all classes ÷ calls one person makes. Null where nobody makes any.</summary>
    public static Needed? ByWorkload(IEnumerable<CallClass> classes, int callsPerPerson) =>
        Divided(classes.Sum(one => (decimal)one.Customers * one.CallsAYear), callsPerPerson);

    /// <summary>The goal ÷ what one person sells.</summary>
    public static Needed? ByBreakdown(Money goal, Money perPerson) => Divided(goal.ToDecimal(), perPerson.ToDecimal());

    public static Needed? ByOutlets(int outlets, int outletsPerPerson) => Divided(outlets, outletsPerPerson);

    /// <summary>Market × the share we want ÷ what one person sells × strategy: 1.2 attacks, 1 holds, 0.8 withdraws.</summary>
    public static Needed? ByShare(Money market, Rate share, Money perPerson, Rate strategy)
    {
        var goal = market.Times(share, Rounding.HalfUp);
        return perPerson <= Money.Zero ? null : Rounded(goal.ToDecimal(), goal.ToDecimal() / perPerson.ToDecimal() * strategy.ToDecimal());
    }

    /// <summary>
    /// Profit = a·√people − cost·people is greatest at (a ÷ 2·cost)²; of the whole numbers on both sides, the better. Null where people cost
    /// nothing: then there is no end.
    /// </summary>
    public static Best? ByMarginalReturn(decimal a, decimal cost)
    {
        if (cost <= 0 || a < 0 || a / (2 * cost) > 1_000)
        {
            return null;
        }

        var exact = a / (2 * cost) * (a / (2 * cost));
        var below = (int)Math.Floor(exact);
        var people = Profit(a, cost, below + 1) > Profit(a, cost, below) ? below + 1 : below;
        var last = Math.Max(4, people * 2);
        // A chart shows no more than this many points.
        var step = Math.Max(1, last / 60);
        return new Best(
            Rounding.HalfUp.Round(exact, 2), people, Rounding.HalfUp.Round(Profit(a, cost, people), 2),
            [.. Enumerable.Range(0, (last / step) + 1).Select(i => i * step).Append(people).Distinct().Order().Select(n => new CurvePoint(
                n, Rounding.HalfUp.Round(Sales(a, n), 2), Rounding.HalfUp.Round(Profit(a, cost, n), 2),
                n == 0 ? 0 : Rounding.HalfUp.Round(Profit(a, cost, n) - Profit(a, cost, n - 1), 2)))]);
    }

    /// <summary>Null with fewer than three periods, or where the number of people never changed: then nothing can be told from the past.</summary>
    public static Curve? Fit(IReadOnlyList<SalesPoint> points)
    {
        var used = points.Where(point => point.People > 0).ToList();
        if (used.Count < 3 || used.Select(point => point.People).Distinct().Count() < 2)
        {
            return null;
        }

        var a = used.Sum(point => point.Sales.ToDecimal() * Root(point.People)) / used.Sum(point => (decimal)point.People);
        var mean = used.Average(point => (double)point.Sales.ToDecimal());
        var around = used.Sum(point => Square((double)point.Sales.ToDecimal() - mean));
        var off = used.Sum(point => Square((double)(point.Sales.ToDecimal() - (a * Root(point.People)))));
        return new Curve(Rounding.HalfUp.Round(a, 2), around == 0 ? 0 : (decimal)Math.Round(Math.Clamp(1 - (off / around), 0, 1), 4));
    }

    private static double Square(double value) => value * value;

    private static decimal Sales(decimal a, int people) => a * Root(people);

    private static decimal Profit(decimal a, decimal cost, int people) => Sales(a, people) - (cost * people);

    private static decimal Root(int people) => (decimal)Math.Sqrt(people);

    private static Needed? Divided(decimal work, decimal perPerson) => perPerson <= 0 ? null : Rounded(work, work / perPerson);

    private static Needed? Rounded(decimal work, decimal exact) => exact is < 0 or > MostPeople ? null
        : new Needed(work, Rounding.HalfUp.Round(exact, 2), (int)Math.Ceiling(exact));
}
