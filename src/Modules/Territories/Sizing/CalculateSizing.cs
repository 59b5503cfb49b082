using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Territories.Dividing;
using Yingpan.Territories.Public;
using Yingpan.Territories.Sizing.Rules;
using Yingpan.Territories.Standards;

namespace Yingpan.Territories.Sizing;

/// <summary>What each way to the number of people is asked with; a way without its figures is not gone.</summary>
internal sealed record SizingInput : IChecked
{
    public IReadOnlyList<CallClass> Classes { get; init; } = [];

    public int? CallsPerPerson { get; init; }

    public Money? Goal { get; init; }

    /// <summary>What one person sells in a year.</summary>
    public Money? PerPerson { get; init; }

    /// <summary>Of sales = a · √people, in yuan.</summary>
    public Money? A { get; init; }

    /// <summary>What one person costs in a year.</summary>
    public Money? Cost { get; init; }

    public int? Outlets { get; init; }

    public int? OutletsPerPerson { get; init; }

    public Money? Market { get; init; }

    public Rate? Share { get; init; }

    /// <summary>1.2 attacks, 1 holds, 0.8 withdraws.</summary>
    public Rate? Strategy { get; init; }

    public void Check(Check check)
    {
        check.That(Classes.Count <= 20, "classes", "field.too-many", ("max", 20));
        foreach (var (i, one) in Classes.Take(20).Index())
        {
            check.Text($"classes[{i}].name", one.Name, 40);
            Range($"classes[{i}].customers", one.Customers, 0, 10_000_000);
            Range($"classes[{i}].callsAYear", one.CallsAYear, 0, 1_000);
        }

        Range("callsPerPerson", CallsPerPerson, 1, 100_000);
        Range("outlets", Outlets, 0, 10_000_000);
        Range("outletsPerPerson", OutletsPerPerson, 1, 100_000);
        foreach (var (field, value) in new[] { ("goal", Goal), ("perPerson", PerPerson), ("a", A), ("cost", Cost), ("market", Market) })
        {
            check.NotNegative(field, value ?? Money.Zero);
        }

        check.Fraction("share", Share ?? Rate.Zero);
        check.That(Strategy is null || (Strategy > Rate.Zero && Strategy <= new Rate(10_000_000)), "strategy", "field.range", ("min", 0), ("max", 10));

        void Range(string field, int? value, int min, int max) => check.That(value is null || (value >= min && value <= max), field, "field.range", ("min", min), ("max", max));
    }
}

internal sealed record SizingResult
{
    public Needed? ByWorkload { get; init; }

    public Needed? ByBreakdown { get; init; }

    public Needed? ByOutlets { get; init; }

    public Needed? ByShare { get; init; }

    public Best? ByMarginalReturn { get; init; }

    public static SizingResult Of(SizingInput input) => new()
    {
        ByWorkload = input is { CallsPerPerson: { } calls, Classes.Count: > 0 } ? Headcount.ByWorkload(input.Classes, calls) : null,
        ByBreakdown = input is { Goal: { } goal, PerPerson: { } sells } ? Headcount.ByBreakdown(goal, sells) : null,
        ByOutlets = input is { Outlets: { } outlets, OutletsPerPerson: { } each } ? Headcount.ByOutlets(outlets, each) : null,
        ByShare = input is { Market: { } market, Share: { } share, PerPerson: { } person } ? Headcount.ByShare(market, share, person, input.Strategy ?? Rate.One) : null,
        ByMarginalReturn = input is { A: { } a, Cost: { } cost } ? Headcount.ByMarginalReturn(a.ToDecimal(), cost.ToDecimal()) : null,
    };
}

/// <summary>POST /api/sizing-plans/calculate: writes nothing.</summary>
internal static class CalculateSizing
{
    public static SizingResult Handle(SizingInput request) => SizingResult.Of(request);
}

/// <summary>GET /api/sizing-facts: what the house knows of itself, to begin with.</summary>
internal static class ReadSizingFacts
{
    private const int Years = 6;

    public sealed record View(IReadOnlyList<CallClass> Classes, Money? PerPerson, IReadOnlyList<SalesPoint> History, Curve? Curve);

    public static async Task<View> Handle(AppDb db, ITerritoryMembers members, ITerritorySales sales, CompanyClock clock, CancellationToken cancel)
    {
        var (today, standard) = (clock.Today, await db.StandardOn(clock.Today, cancel));
        var sold = await sales.InTwelveMonths(today, cancel);
        var bought = (await members.All(cancel)).Where(one => one.State != "Lost").Select(one => sold.GetValueOrDefault(one.Id)).ToList();
        var a = bought.Count(amount => amount >= standard.ClassA);
        var b = bought.Count(amount => amount >= standard.ClassB) - a;
        var history = new List<SalesPoint>();
        // Whole years of twelve months each that end yesterday, the oldest first.
        for (var back = Years; back >= 1; back--)
        {
            var (first, last) = (today.AddYears(-back), today.AddYears(1 - back).AddDays(-1));
            var middle = first.AddMonths(6);
            var people = await db.Holdings.Where(holding => holding.IsResponsible && holding.First <= middle && (holding.Last == null || holding.Last >= middle))
                .Select(holding => holding.PersonId).Distinct().CountAsync(cancel);
            // The last of them is asked already.
            var amount = (back == 1 ? sold : await sales.ByMember(first, last, cancel)).Values.Sum();
            if (people > 0 && amount > Money.Zero)
            {
                history.Add(new SalesPoint($"{first:yyyy-MM}/{last:yyyy-MM}", people, amount));
            }
        }

        return new View(
            [new CallClass("A", a, standard.VisitsA), new CallClass("B", b, standard.VisitsB), new CallClass("C", bought.Count - a - b, standard.VisitsC)],
            history.Count > 0 ? Money.Of(history[^1].Sales.ToDecimal() / history[^1].People, Rounding.HalfUp) : null,
            history, Headcount.Fit(history));
    }
}
