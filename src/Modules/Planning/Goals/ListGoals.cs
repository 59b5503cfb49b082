using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Planning.Data;
using Yingpan.Planning.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Territories.Public;

namespace Yingpan.Planning.Goals;

internal sealed record GoalView : IHasVersion
{
    public required GoalId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required string PersonNumber { get; init; }

    public required string PersonName { get; init; }

    public UnitId? UnitId { get; init; }

    public string? UnitName { get; init; }

    public TerritoryId? TerritoryId { get; init; }

    public string? TerritoryName { get; init; }

    public required DateOnly First { get; init; }

    public required DateOnly Last { get; init; }

    public required Money Amount { get; init; }

    public required int Version { get; init; }

    public IReadOnlyList<string> Can { get; init; } = [];
}

/// <summary>GET /api/goals, /api/goals/totals, /api/goals/export</summary>
internal static class ListGoals
{
    public sealed class Filter : IChecked
    {
        public PersonId? Person { get; init; }

        /// <summary>That unit and all below it, as they were on the goal's first day.</summary>
        public UnitId? Unit { get; init; }

        /// <summary>That territory and all below it.</summary>
        public TerritoryId? Territory { get; init; }

        /// <summary>Goals that touch the period from this day …</summary>
        public DateOnly? From { get; init; }

        /// <summary>… to this one, both included.</summary>
        public DateOnly? To { get; init; }

        public void Check(Check check)
        {
            check.That(From is null || To is null || From <= To, "from", "field.period-backwards");
        }
    }

    /// <param name="Amount">The goals found, whole.</param>
    public sealed record Sums(int Goals, Money Amount);

    private static readonly ListSpec<GoalView> Spec = new ListSpec<GoalView>("goals", row => row.Id)
        .Column("personNumber", row => row.PersonNumber)
        .NameColumn("personName", row => row.PersonName)
        .NameColumn("unitName", row => row.UnitName)
        .NameColumn("territoryName", row => row.TerritoryName)
        .Column("first", row => row.First)
        .Column("last", row => row.Last)
        .Column("amount", row => row.Amount)
        .SortedBy("-first");

    public static async Task<ListPage<GoalView>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, Reach reach, CancellationToken cancel) =>
        await Spec.Page(await Rows(query, filter, db, reach, cancel), query, db, cancel);

    /// <summary>How many goals the same filters find, and what they come to: the foot of the list.</summary>
    public static async Task<Sums> Totals([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, Reach reach, CancellationToken cancel)
    {
        var sums = await (await Rows(query, filter, db, reach, cancel)).GroupBy(_ => 1)
            .Select(all => new { Goals = all.Count(), Minor = all.Sum(row => (long)(object)row.Amount) })
            .FirstOrDefaultAsync(cancel);
        return new Sums(sums?.Goals ?? 0, new Money(sums?.Minor ?? 0));
    }

    public static async Task Export([AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, Reach reach, CancellationToken cancel) =>
        await ExportList.Write(http, db, Spec, await Rows(query, filter, db, reach, cancel), query.Sort, cancel);

    private static async Task<IQueryable<GoalView>> Rows(ListQuery query, Filter filter, AppDb db, Reach reach, CancellationToken cancel)
    {
        var goals = db.Set<Goal>().AsNoTracking().VisibleTo(reach, PlanningPermissions.Read);
        var people = db.PersonCards;
        if (query.Pattern is { } pattern)
        {
            goals = goals.Where(goal => people.Any(person => person.Id == goal.PersonId
                && (EF.Functions.Like(person.Name.ToLower(), pattern, @"\") || EF.Functions.Like(person.Number.ToLower(), pattern, @"\"))));
        }

        if (filter.Person is { } who)
        {
            goals = goals.Where(goal => goal.PersonId == who);
        }

        if (filter.From is { } from)
        {
            goals = goals.Where(goal => goal.Last >= from);
        }

        if (filter.To is { } to)
        {
            goals = goals.Where(goal => goal.First <= to);
        }

        if (filter.Unit is { } unit)
        {
            var below = await db.UnitsUnder(unit, cancel);
            goals = goals.Where(goal => goal.UnitId != null && below.Contains(goal.UnitId.Value));
        }

        if (filter.Territory is { } territory)
        {
            var below = await db.TerritoriesUnder(territory, cancel);
            goals = goals.Where(goal => goal.TerritoryId != null && below.Contains(goal.TerritoryId.Value));
        }

        return Views(goals, db);
    }

    internal static IQueryable<GoalView> Views(IQueryable<Goal> goals, AppDb db)
    {
        var people = db.PersonCards;
        var units = db.UnitCards;
        var territories = db.TerritoryCards;
        return goals.Select(goal => new GoalView
        {
            Id = goal.Id,
            PersonId = goal.PersonId,
            PersonNumber = people.Where(person => person.Id == goal.PersonId).Select(person => person.Number).FirstOrDefault()!,
            PersonName = people.Where(person => person.Id == goal.PersonId).Select(person => person.Name).FirstOrDefault()!,
            UnitId = goal.UnitId,
            UnitName = units.Where(unit => unit.Id == goal.UnitId).Select(unit => unit.Name).FirstOrDefault(),
            TerritoryId = goal.TerritoryId,
            TerritoryName = territories.Where(place => place.Id == goal.TerritoryId).Select(place => place.Name).FirstOrDefault(),
            First = goal.First,
            Last = goal.Last,
            Amount = goal.Amount,
            Version = goal.Version,
        });
    }
}

/// <summary>GET /api/goals/{id}</summary>
internal static class ReadGoal
{
    public static async Task<GoalView> Handle(GoalId id, AppDb db, Reach reach, CancellationToken cancel)
    {
        var goals = db.Set<Goal>().AsNoTracking().VisibleTo(reach, PlanningPermissions.Read).Where(goal => goal.Id == id);
        var view = await ListGoals.Views(goals, db).FirstOrDefaultAsync(cancel) ?? throw Refusal.NotFound("record.not-found");
        return await reach.Covers(view.PersonId, view.TerritoryId, PlanningPermissions.Edit, cancel) ? view with { Can = ["edit", "delete"] } : view;
    }
}
