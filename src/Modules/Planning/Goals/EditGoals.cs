using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Planning.Data;
using Yingpan.Planning.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Territories.Public;

namespace Yingpan.Planning.Goals;

internal abstract record GoalRequest : IChecked
{
    /// <summary>Three years, and some days of grace.</summary>
    internal const int MostDays = 1_100;

    /// <summary>First and last day, both included.</summary>
    public required DateOnly First { get; init; }

    public required DateOnly Last { get; init; }

    public required Money Amount { get; init; }

    public virtual void Check(Check check)
    {
        check.Period("first", First, Last);
        check.That(Last.DayNumber - First.DayNumber < MostDays, "last", "planning.too-long");
        check.NotNegative("amount", Amount);
    }

    protected internal async Task CheckOverlap(AppDb db, PersonId person, GoalId? self, CancellationToken cancel)
    {
        // Two goals of one person at once must not both find the way free, so they queue at the person.
        await db.LockPerson(person, cancel);
        var other = await db.Set<Goal>().Where(goal => goal.PersonId == person && goal.Id != self && goal.First <= Last && goal.Last >= First)
            .OrderBy(goal => goal.First).Select(goal => new { goal.First, goal.Last }).FirstOrDefaultAsync(cancel);
        if (other is not null)
        {
            throw Refusal.Faulty([Fault.At("first", "planning.overlap", ("first", other.First), ("last", other.Last))]);
        }
    }
}

/// <summary>POST /api/goals</summary>
internal static class AddGoal
{
    public sealed record Request : GoalRequest
    {
        public required PersonId PersonId { get; init; }
    }

    public static async Task<Created<Saved<GoalId>>> Handle(Request request, AppDb db, Reach reach, GoalPlace place, CancellationToken cancel)
    {
        var check = new Check();
        check.That(await reach.Covers(request.PersonId, PlanningPermissions.Edit, cancel), "personId", "record.out-of-reach");
        check.That(await db.PersonCards.AnyAsync(person => person.Id == request.PersonId, cancel), "personId", "record.not-found");
        check.ThrowIfAny();
        await request.CheckOverlap(db, request.PersonId, null, cancel);
        var goal = new Goal
        {
            Id = Id.New<GoalId>(),
            PersonId = request.PersonId,
            First = request.First,
            Last = request.Last,
            Amount = request.Amount,
        };
        await place.Stamp(goal, cancel);
        db.Add(goal);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/goals/{goal.Id}", new Saved<GoalId>(goal.Id, goal.Version));
    }
}

/// <summary>PUT /api/goals/{id}</summary>
internal static class EditGoal
{
    public sealed record Request : GoalRequest;

    public static async Task<Saved<GoalId>> Handle(
        GoalId id, Request request, IfMatch seen, AppDb db, Reach reach, GoalPlace place, CancellationToken cancel)
    {
        var goal = await db.Set<Goal>().VisibleTo(reach, PlanningPermissions.Edit).FirstOrDefaultAsync(goal => goal.Id == id, cancel)
            ?? throw Refusal.NotFound("record.not-found");
        db.Expect(goal, seen);
        await request.CheckOverlap(db, goal.PersonId, id, cancel);
        goal.First = request.First;
        goal.Last = request.Last;
        goal.Amount = request.Amount;
        await place.Stamp(goal, cancel);
        await db.SaveChangesAsync(cancel);
        return new Saved<GoalId>(goal.Id, goal.Version);
    }
}

/// <summary>DELETE /api/goals/{id}</summary>
internal static class RemoveGoal
{
    public static async Task<NoContent> Handle(GoalId id, AppDb db, Reach reach, CancellationToken cancel)
    {
        db.Remove(await db.Set<Goal>().VisibleTo(reach, PlanningPermissions.Edit).FirstOrDefaultAsync(goal => goal.Id == id, cancel)
            ?? throw Refusal.NotFound("record.not-found"));
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>Where a goal belongs: the person's unit and territory on its first day.</summary>
internal sealed class GoalPlace(AppDb db)
{
    public Task Stamp(Goal goal, CancellationToken cancel) => Stamp([goal], cancel);

    public async Task Stamp(IReadOnlyCollection<Goal> goals, CancellationToken cancel)
    {
        var people = goals.Select(goal => goal.PersonId).Distinct().ToList();
        var places = await db.PlacementsOf(people, cancel);
        var holdings = (await db.Holdings.Where(holding => people.Contains(holding.PersonId)).ToListAsync(cancel)).ToLookup(holding => holding.PersonId);
        foreach (var goal in goals)
        {
            goal.UnitId = places.UnitOn(goal.PersonId, goal.First);
            // Someone who answers for one territory and supports another has his goal where he answers.
            goal.TerritoryId = holdings[goal.PersonId].Where(holding => holding.First <= goal.First && (holding.Last is null || holding.Last >= goal.First))
                .OrderByDescending(holding => holding.IsResponsible).ThenBy(holding => holding.First).FirstOrDefault()?.TerritoryId;
        }
    }
}
