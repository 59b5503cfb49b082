using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Territories.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Standards;

internal record StandardRequest : IChecked
{
    public required DateOnly First { get; init; }

    public required int SpanFew { get; init; }

    public required int SpanMany { get; init; }

    public required int TouchedDays { get; init; }

    public required int ChangesMost { get; init; }

    public required int NeverMonths { get; init; }

    public required Money ClassA { get; init; }

    public required Money ClassB { get; init; }

    public required int VisitsA { get; init; }

    public required int VisitsB { get; init; }

    public required int VisitsC { get; init; }

    public required int MinutesA { get; init; }

    public required int MinutesB { get; init; }

    public required int MinutesC { get; init; }

    public void Check(Check check)
    {
        check.Day("first", First);
        Range("spanFew", SpanFew, 0, 100);
        Range("spanMany", SpanMany, Math.Max(1, SpanFew), 1_000);
        Range("touchedDays", TouchedDays, 1, 1_000);
        Range("changesMost", ChangesMost, 0, 100);
        Range("neverMonths", NeverMonths, 1, 600);
        check.NotNegative("classB", ClassB);
        check.InRange("classA", ClassA);
        check.That(ClassA >= ClassB, "classA", "territories.classes-backwards");
        Range("visitsA", VisitsA, 0, 1_000);
        Range("visitsB", VisitsB, 0, 1_000);
        Range("visitsC", VisitsC, 0, 1_000);
        Range("minutesA", MinutesA, 0, 10_000);
        Range("minutesB", MinutesB, 0, 10_000);
        Range("minutesC", MinutesC, 0, 10_000);

        void Range(string field, int value, int min, int max) => check.That(value >= min && value <= max, field, "field.range", ("min", min), ("max", max));
    }
}

internal sealed record StandardRow : StandardRequest
{
    public required TerritoryStandardId Id { get; init; }

    public required IReadOnlyList<string> Can { get; init; }
}

/// <summary>GET /api/territory-standards: the newest first, and what holds where a house has said nothing.</summary>
internal static class ListStandards
{
    public sealed record View(IReadOnlyList<StandardRow> Items, int Total, StandardRow Usual);

    public static async Task<View> Handle(AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var rows = await db.Set<TerritoryStandard>().AsNoTracking().OrderByDescending(standard => standard.First).ToListAsync(cancel);
        return new View([.. rows.Select(row => Row(row, clock.Today))], rows.Count, Row(TerritoryStandard.Usual, clock.Today));
    }

    private static StandardRow Row(TerritoryStandard standard, DateOnly today) => new()
    {
        Id = standard.Id,
        First = standard.First,
        SpanFew = standard.SpanFew,
        SpanMany = standard.SpanMany,
        TouchedDays = standard.TouchedDays,
        ChangesMost = standard.ChangesMost,
        NeverMonths = standard.NeverMonths,
        ClassA = standard.ClassA,
        ClassB = standard.ClassB,
        VisitsA = standard.VisitsA,
        VisitsB = standard.VisitsB,
        VisitsC = standard.VisitsC,
        MinutesA = standard.MinutesA,
        MinutesB = standard.MinutesB,
        MinutesC = standard.MinutesC,
        Can = standard.First > today ? ["delete"] : [],
    };
}

/// <summary>POST /api/territory-standards: from a day on, today at the earliest.</summary>
internal static class AddStandard
{
    public static async Task<Created<Saved<TerritoryStandardId>>> Handle(StandardRequest request, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var check = new Check();
        await check.FirstDay(request.First, clock.Today, "territories.policy-past", db.Set<TerritoryStandard>(), "territories.policy-day-taken", cancel);
        check.ThrowIfAny();
        var standard = new TerritoryStandard
        {
            Id = Id.New<TerritoryStandardId>(),
            First = request.First,
            SpanFew = request.SpanFew,
            SpanMany = request.SpanMany,
            TouchedDays = request.TouchedDays,
            ChangesMost = request.ChangesMost,
            NeverMonths = request.NeverMonths,
            ClassA = request.ClassA,
            ClassB = request.ClassB,
            VisitsA = request.VisitsA,
            VisitsB = request.VisitsB,
            VisitsC = request.VisitsC,
            MinutesA = request.MinutesA,
            MinutesB = request.MinutesB,
            MinutesC = request.MinutesC,
        };
        db.Add(standard);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/territory-standards/{standard.Id}", new Saved<TerritoryStandardId>(standard.Id, 1));
    }
}

/// <summary>DELETE /api/territory-standards/{id}: only one that does not hold yet.</summary>
internal static class RemoveStandard
{
    public static Task<NoContent> Handle(TerritoryStandardId id, AppDb db, CompanyClock clock, CancellationToken cancel) =>
        db.RemoveToCome<TerritoryStandard>(standard => standard.Id == id, clock.Today, "territories.policy-holds", cancel);
}

internal static class StandardOfToday
{
    public static async Task<TerritoryStandard> StandardOn(this AppDb db, DateOnly day, CancellationToken cancel) =>
        await db.HoldingOn<TerritoryStandard>(day, cancel) ?? TerritoryStandard.Usual;
}
