using Yingpan.Approvals.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;

namespace Yingpan.Approvals.Routing.Rules;

/// <summary>
/// A part of what can be asked. What is null or empty is left open; <c>Not…</c> is everything but that, <c>No…</c> a request that does not
/// say.
/// </summary>
internal sealed record Region
{
    public Money? AmountFrom { get; init; }

    public Money? AmountTo { get; init; }

    public bool NoAmount { get; init; }

    public Rate? DiscountFrom { get; init; }

    public Rate? DiscountTo { get; init; }

    public bool NoDiscount { get; init; }

    public Quantity? DaysFrom { get; init; }

    public Quantity? DaysTo { get; init; }

    public bool NoDays { get; init; }

    public IReadOnlyList<string> Grades { get; init; } = [];

    public IReadOnlyList<string> NotGrades { get; init; } = [];

    public IReadOnlyList<ApprovalMatterId> Matters { get; init; } = [];

    public IReadOnlyList<ApprovalMatterId> NotMatters { get; init; } = [];

    /// <summary>In that unit or below.</summary>
    public UnitId? Unit { get; init; }

    public IReadOnlyList<UnitId> NotUnits { get; init; } = [];

    public IReadOnlyList<PositionId> Positions { get; init; } = [];

    public IReadOnlyList<PositionId> NotPositions { get; init; } = [];
}

/// <param name="First">Place of the row that decides, from 0.</param>
/// <param name="Second">Place of the row that would have fitted too.</param>
internal sealed record Overlap(int First, int Second, Region Where);

/// <param name="Gaps">Requests that no row takes.</param>
/// <param name="Overlaps">For each pair of rows one example of what both take.</param>
/// <param name="Unreached">Rows that never decide, because earlier ones take all of theirs.</param>
/// <param name="IsComplete">False where the rows cut the space of requests into so many parts that not all were looked at.</param>
/// <param name="MoreGaps">How many further gaps there are beside those told.</param>
internal sealed record Covered(IReadOnlyList<Region> Gaps, IReadOnlyList<Overlap> Overlaps, IReadOnlyList<int> Unreached, bool IsComplete, int MoreGaps = 0)
{
    /// <summary>The first gaps and how many are left: a reader mends a table from a few of them.</summary>
    public Covered Told(int most) => Gaps.Count <= most ? this : this with { Gaps = [.. Gaps.Take(most)], MoreGaps = Gaps.Count - most };
}

/// <summary>
/// Cuts the whole space of requests along the edges the rows name, one dimension after the other, keeping only the rows that still fit:
/// exact, and fast as long as rows differ in few dimensions.
/// </summary>
internal sealed class Coverage
{
    private const int MostParts = 50_000;

    private readonly RouteTable table;
    private readonly Chart chart;
    private readonly List<Func<IReadOnlyList<int>, Region, IEnumerable<(IReadOnlyList<int> Rows, Region Region)>>> cuts;
    private readonly List<Region> gaps = [];
    private readonly Dictionary<(int, int), Region> overlaps = [];
    private readonly HashSet<int> reached = [];
    private int parts;

    private Coverage(RouteTable table, KnownFacts facts, Chart chart)
    {
        (this.table, this.chart) = (table, chart);
        cuts = [];
        if (facts.Matter)
        {
            cuts.Add((rows, region) => Sets(rows, row => row.Matters, (names, others) => region with { Matters = names, NotMatters = others }, region));
        }

        if (facts.Amount)
        {
            cuts.Add((rows, region) => Ranges(rows, row => (row.AmountFrom?.Minor, row.AmountTo?.Minor),
                (from, to) => region with { AmountFrom = from is { } a ? new Money(a) : null, AmountTo = to is { } b ? new Money(b) : null }, region with { NoAmount = true }, region));
        }

        if (facts.Discount)
        {
            cuts.Add((rows, region) => Ranges(rows, row => (row.DiscountFrom?.Millionths, row.DiscountTo?.Millionths),
                (from, to) => region with { DiscountFrom = from is { } a ? new Rate(a) : null, DiscountTo = to is { } b ? new Rate(b) : null }, region with { NoDiscount = true }, region));
        }

        if (facts.Days)
        {
            cuts.Add((rows, region) => Ranges(rows, row => (row.DaysFrom?.Thousandths, row.DaysTo?.Thousandths),
                (from, to) => region with { DaysFrom = from is { } a ? new Quantity(a) : null, DaysTo = to is { } b ? new Quantity(b) : null }, region with { NoDays = true }, region));
        }

        if (facts.Grade)
        {
            cuts.Add((rows, region) => Sets<string>(rows, row => [.. row.Grades.Select(grade => grade.ToUpperInvariant())], (names, others) => region with { Grades = names, NotGrades = others }, region));
        }

        cuts.Add(Units);
        cuts.Add((rows, region) => Sets(rows, row => row.Positions, (names, others) => region with { Positions = names, NotPositions = others }, region));
    }

    public static Covered Of(RouteTable table, KnownFacts facts, Chart chart)
    {
        var coverage = new Coverage(table, facts, chart);
        coverage.Cut(0, [.. Enumerable.Range(0, table.Rows.Count)], new Region());
        var complete = coverage.parts <= MostParts;
        return new Covered(
            coverage.gaps,
            [.. coverage.overlaps.OrderBy(pair => pair.Key).Select(pair => new Overlap(pair.Key.Item1, pair.Key.Item2, pair.Value))],
            complete ? [.. Enumerable.Range(0, table.Rows.Count).Where(row => !coverage.reached.Contains(row))] : [],
            complete);
    }

    private void Cut(int dimension, IReadOnlyList<int> rows, Region region)
    {
        if (++parts > MostParts)
        {
            return;
        }

        if (rows.Count == 0)
        {
            gaps.Add(region);
            return;
        }

        if (dimension == cuts.Count)
        {
            reached.Add(rows[0]);
            for (var i = 1; i < rows.Count; i++)
            {
                overlaps.TryAdd((rows[0], rows[i]), region);
            }

            return;
        }

        foreach (var (left, part) in cuts[dimension](rows, region))
        {
            Cut(dimension + 1, left, part);
        }
    }

    private IEnumerable<(IReadOnlyList<int>, Region)> Ranges(
        IReadOnlyList<int> rows, Func<RouteRow, (long? From, long? To)> range, Func<long?, long?, Region> part, Region none, Region all)
    {
        var asked = rows.Where(row => range(table.Rows[row]) is not (null, null)).ToList();
        if (asked.Count == 0)
        {
            yield return (rows, all);
            yield break;
        }

        yield return ([.. rows.Except(asked)], none);
        var edges = asked.SelectMany(row => new[] { range(table.Rows[row]).From ?? 0, range(table.Rows[row]).To ?? 0 }).Append(0).Where(edge => edge >= 0).Distinct().Order().ToList();
        (IReadOnlyList<int> Rows, long From)? open = null;
        for (var i = 0; i < edges.Count; i++)
        {
            var from = edges[i];
            IReadOnlyList<int> fitting = [.. rows.Where(row => (range(table.Rows[row]).From ?? 0) <= from && from < (range(table.Rows[row]).To ?? long.MaxValue))];
            if (open is { } before && !before.Rows.SequenceEqual(fitting))
            {
                yield return (before.Rows, part(before.From == 0 ? null : before.From, from));
                open = null;
            }

            open ??= (fitting, from);
        }

        yield return (open!.Value.Rows, part(open.Value.From == 0 ? null : open.Value.From, null));
    }

    private IEnumerable<(IReadOnlyList<int>, Region)> Sets<T>(
        IReadOnlyList<int> rows, Func<RouteRow, IReadOnlyList<T>> names, Func<IReadOnlyList<T>, IReadOnlyList<T>, Region> part, Region all)
    {
        var named = rows.SelectMany(row => names(table.Rows[row])).Distinct().ToList();
        if (named.Count == 0)
        {
            return [(rows, all)];
        }

        IReadOnlyList<int> open = [.. rows.Where(row => names(table.Rows[row]).Count == 0)];
        return named.Select(name => (Name: name, Rows: (IReadOnlyList<int>)[.. rows.Where(row => names(table.Rows[row]) is var list && (list.Count == 0 || list.Contains(name)))]))
            .GroupBy(one => string.Join(',', one.Rows))
            .Select(group => (group.First().Rows, part([.. group.Select(one => one.Name)], [])))
            .Append((open, part([], named)));
    }

    private IEnumerable<(IReadOnlyList<int>, Region)> Units(IReadOnlyList<int> rows, Region region)
    {
        var named = rows.Select(row => table.Rows[row].UnitId).OfType<UnitId>().Distinct().ToList();
        if (named.Count == 0)
        {
            yield return (rows, region);
            yield break;
        }

        foreach (var unit in named)
        {
            yield return ([.. rows.Where(row => table.Rows[row].UnitId is not { } above || chart.IsUnder(unit, above))], region with { Unit = unit, NotUnits = [.. named.Where(other => other != unit && chart.IsUnder(other, unit))] });
        }

        yield return ([.. rows.Where(row => table.Rows[row].UnitId is null)], region with { NotUnits = named });
    }
}
