using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Care.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Customers.Care;

internal sealed class CarePeriod : IChecked
{
    public required DateOnly From { get; init; }

    /// <summary>Included.</summary>
    public required DateOnly To { get; init; }

    public void Check(Check check)
    {
        check.Day("from", From);
        check.Day("to", To);
        check.That(From <= To, "from", "field.period-backwards");
    }
}

/// <summary>GET /api/care-satisfaction: what customers answered in a period, of those one sees.</summary>
internal static class ReadSatisfaction
{
    /// <param name="Scores">How often each of 1 to 10 was given.</param>
    public sealed record View(SatisfactionLine All, IReadOnlyList<SatisfactionLine> Months, IReadOnlyList<SatisfactionLine> Grades, IReadOnlyList<int> Scores);

    public static async Task<View> Handle([AsParameters] CarePeriod period, AppDb db, Reach reach, CancellationToken cancel)
    {
        var (from, to) = (period.From, period.To);
        var counts = (await db.CareSeen(reach).AsNoTracking().Where(item => item.State == CareState.Done && item.Score != null && item.ClosedOn >= from && item.ClosedOn <= to)
                .GroupBy(item => new { On = item.ClosedOn!.Value, item.Grade, Score = item.Score!.Value }).Select(all => new { all.Key.On, all.Key.Grade, all.Key.Score, Count = all.Count() }).ToListAsync(cancel))
            .ConvertAll(one => new ScoreCount(one.On, one.Grade, one.Score, one.Count));
        return new View(Satisfaction.All(counts), Satisfaction.ByMonth(counts, from, to), Satisfaction.ByGrade(counts), Satisfaction.ByScore(counts));
    }
}

internal enum CareCostBy
{
    Month,
    Person,
    Customer,
    Kind,
}

/// <summary>GET /api/care-costs: what care cost in a period against its budget, by month, by who did it, by customer or by kind.</summary>
internal static class ReadCareCosts
{
    private const int MostRows = 200;

    public sealed class Query : IChecked
    {
        /// <summary>Month unless told.</summary>
        public CareCostBy? By { get; init; }
    }

    /// <param name="Key">Of a month, person, customer or kind, for the list behind it.</param>
    /// <param name="Budget">Of those deeds that have one.</param>
    /// <param name="Used">Of the budget, by those deeds that have one; null where none has.</param>
    public sealed record Row(string Key, string? Name, int Deeds, Money Gift, Money Banquet, Money Travel, Money Other, Money Cost, Money Budget, Rate? Used, int Over);

    /// <param name="Items">The dearest first; of months all, in their order.</param>
    public sealed record View(Row All, IReadOnlyList<Row> Items);

    private sealed record Deed(string Key, Money Gift, Money Banquet, Money Travel, Money Other, Money? Budget)
    {
        public Money Cost => Gift + Banquet + Travel + Other;
    }

    public static async Task<View> Handle([AsParameters] CarePeriod period, [AsParameters] Query query, AppDb db, Reach reach, CancellationToken cancel)
    {
        var (from, to) = (period.From, period.To);
        var (by, none) = (query.By ?? CareCostBy.Month, Money.Zero);
        var rows = await db.CareWithCosts(reach).AsNoTracking().Where(item => item.State == CareState.Done && item.ClosedOn >= from && item.ClosedOn <= to
                && (item.Budget != null || item.GiftCost != none || item.BanquetCost != none || item.TravelCost != none || item.OtherCost != none))
            .Select(item => new { On = item.ClosedOn!.Value, item.CustomerId, item.ClosedById, item.Kind, item.GiftCost, item.BanquetCost, item.TravelCost, item.OtherCost, item.Budget }).ToListAsync(cancel);
        var deeds = rows.ConvertAll(row => new Deed(
            by switch { CareCostBy.Month => Month.Of(row.On).ToString(), CareCostBy.Person => row.ClosedById?.ToString() ?? "", CareCostBy.Customer => row.CustomerId.ToString(), _ => row.Kind },
            row.GiftCost, row.BanquetCost, row.TravelCost, row.OtherCost, row.Budget));
        List<Row> lines = [.. deeds.GroupBy(deed => deed.Key).Select(group => Sum(group.Key, [.. group]))];
        lines = by == CareCostBy.Month ? [.. lines.OrderBy(line => line.Key, StringComparer.Ordinal)]
            : [.. lines.OrderByDescending(line => line.Cost).ThenBy(line => line.Key, StringComparer.Ordinal).Take(MostRows)];
        var names = await Names(by, lines, db, cancel);
        return new View(Sum("", deeds), [.. lines.Select(line => line with { Name = names.GetValueOrDefault(line.Key) })]);
    }

    private static Row Sum(string key, IReadOnlyList<Deed> deeds)
    {
        var (cost, budget) = (Total(deed => deed.Cost), Total(deed => deed.Budget ?? Money.Zero));
        return new Row(
            key, null, deeds.Count, Total(deed => deed.Gift), Total(deed => deed.Banquet), Total(deed => deed.Travel), Total(deed => deed.Other), cost, budget,
            Total(deed => deed.Budget is null ? Money.Zero : deed.Cost).RatioTo(budget), deeds.Count(deed => deed.Cost > deed.Budget));

        Money Total(Func<Deed, Money> of) => new(deeds.Sum(deed => of(deed).Minor));
    }

    private static async Task<Dictionary<string, string>> Names(CareCostBy by, IReadOnlyList<Row> lines, AppDb db, CancellationToken cancel)
    {
        if (by == CareCostBy.Person)
        {
            var people = lines.Where(line => line.Key.Length > 0).Select(line => PersonId.From(Guid.Parse(line.Key))).ToList();
            return await db.PersonCards.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id.ToString(), person => person.Name, cancel);
        }

        if (by == CareCostBy.Customer)
        {
            var customers = lines.Select(line => CustomerId.From(Guid.Parse(line.Key))).ToList();
            return await db.Set<Customer>().AsNoTracking().Where(customer => customers.Contains(customer.Id)).Select(customer => new { customer.Id, customer.Name })
                .ToDictionaryAsync(customer => customer.Id.ToString(), customer => customer.Name, cancel);
        }

        return [];
    }
}
