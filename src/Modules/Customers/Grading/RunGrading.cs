using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Grading.Rules;
using Yingpan.Customers.Public;
using Yingpan.Organization.Public;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Customers.Grading;

/// <summary>POST /api/grading-policies/preview: who would stand otherwise by that policy today. Nothing is written.</summary>
internal static class PreviewGrading
{
    private const int MostShown = 200;

    public sealed record Request : IChecked
    {
        public required GradingSpec Spec { get; init; }

        public void Check(Check check) => GradingPolicyRequest.CheckSpec(check, Spec);
    }

    /// <summary>How many customers have that grade on that card, now and then; the empty grade is none.</summary>
    public sealed record Count(Scorecard Card, string Grade, int Before, int After);

    public sealed record Move(CustomerId CustomerId, string Name, Scorecard Card, string? From, string? To, int? Tenths);

    public sealed record View(int Customers, int Changed, IReadOnlyList<Count> Counts, IReadOnlyList<Move> Moves);

    public static async Task<View> Handle(
        Request request, AppDb db, Reach reach, GradeCustomers grading, CustomValues<CustomerId> fields, CompanyClock clock, CancellationToken cancel)
    {
        var check = new Check();
        await GradingPolicyRequest.Known(check, request.Spec, fields, cancel);
        check.ThrowIfAny();
        var (house, before) = await grading.Compute(request.Spec, clock.Today, cancel);
        var all = house.Customers.SelectMany(graded => graded.Cards.Select(card =>
            (Id: new CustomerId(graded.Customer), card.Card, From: before.GetValueOrDefault(new CustomerId(graded.Customer))?[card.Card], To: card.Standing.Grade, card.Score.Tenths))).ToList();
        var moved = all.Where(one => one.From != one.To).ToList();
        // Numbers are of the whole house; by name only those are told whom the caller may see.
        var shown = moved.Take(5_000).Select(one => one.Id).Distinct().ToList();
        var names = await db.CustomersVisibleTo(reach, CustomersPermissions.Read).Where(customer => shown.Contains(customer.Id))
            .ToDictionaryAsync(customer => customer.Id, customer => customer.Name, cancel);
        return new View(
            house.Customers.Length,
            moved.Select(one => one.Id).Distinct().Count(),
            [.. all.SelectMany(one => new[] { (one.Card, Grade: one.From ?? "", Before: 1, After: 0), (one.Card, Grade: one.To ?? "", Before: 0, After: 1) })
                .GroupBy(one => (one.Card, one.Grade)).OrderBy(group => group.Key.Card).ThenBy(group => group.Key.Grade, StringComparer.Ordinal)
                .Select(group => new Count(group.Key.Card, group.Key.Grade, group.Sum(one => one.Before), group.Sum(one => one.After)))],
            [.. moved.Where(one => names.ContainsKey(one.Id)).Take(MostShown).Select(one => new Move(one.Id, names[one.Id], one.Card, one.From, one.To, one.Tenths))]);
    }
}

internal sealed record GradingRunRow(int Number, DateOnly On, DateTimeOffset At, int Customers, int Changed, int Milliseconds);

/// <summary>GET /api/grading-runs: the latest.</summary>
internal static class ListGradingRuns
{
    private const int Shown = 30;

    public sealed record View(IReadOnlyList<GradingRunRow> Items);

    public static async Task<View> Handle(AppDb db, CancellationToken cancel) => new(await db.Set<GradingRun>().AsNoTracking().OrderByDescending(run => run.Number).Take(Shown)
        .Select(run => new GradingRunRow(run.Number, run.On, run.At, run.Customers, run.Changed, run.Milliseconds)).ToListAsync(cancel));
}

/// <summary>POST /api/grading-runs: the run of the night, now.</summary>
internal static class GradeNow
{
    public static async Task<GradingRunRow> Handle(GradeCustomers grading, CompanyClock clock, CancellationToken cancel)
    {
        var run = await grading.Run(clock.Today, cancel);
        return new GradingRunRow(run.Number, run.On, run.At, run.Customers, run.Changed, run.Milliseconds);
    }
}

/// <summary>GET /api/customer-segments: the customers one sees by recency, frequency and monetary value.</summary>
internal static class ReadSegments
{
    public sealed record Segment(RfmSegment Name, int Customers, Kernel.Money Sales);

    /// <summary>How many customers lie at that recency and frequency.</summary>
    public sealed record Cell(int Recency, int Frequency, int Customers, Kernel.Money Sales);

    public sealed record View(DateOnly? AsOf, int Months, int Customers, Kernel.Money Sales, IReadOnlyList<Segment> Segments, IReadOnlyList<Cell> Cells);

    public static async Task<View> Handle(AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var mine = db.Set<Customer>().VisibleTo(reach, CustomersPermissions.Read);
        var rows = await db.Set<CustomerGrade>().AsNoTracking().Where(grade => grade.Rfm != null && mine.Any(customer => customer.Id == grade.CustomerId))
            .GroupBy(grade => new { grade.Segment, grade.Rfm })
            .Select(all => new { all.Key.Segment, Rfm = all.Key.Rfm!.Value, Customers = all.Count(), Minor = all.Sum(grade => (long)(object)grade.Sales) }).ToListAsync(cancel);
        var run = await db.Set<GradingRun>().AsNoTracking().OrderByDescending(run => run.Number).FirstOrDefaultAsync(cancel);
        return new View(
            run?.On,
            (await db.GradingOn(run?.On ?? clock.Today, cancel)).Spec.Months,
            rows.Sum(row => row.Customers),
            new Kernel.Money(rows.Sum(row => row.Minor)),
            [.. rows.GroupBy(row => row.Segment!.Value).OrderBy(group => group.Key).Select(group => new Segment(group.Key, group.Sum(row => row.Customers), new Kernel.Money(group.Sum(row => row.Minor))))],
            [.. rows.GroupBy(row => (R: row.Rfm / 100, F: row.Rfm / 10 % 10)).OrderBy(group => group.Key)
                .Select(group => new Cell(group.Key.R, group.Key.F, group.Sum(row => row.Customers), new Kernel.Money(group.Sum(row => row.Minor))))]);
    }
}
