using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Planning.Data;
using Yingpan.Planning.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Planning.Goals;

/// <summary>
/// The goals of a person that begin after his last day. They go to the successor, on top of his own of the same days; the running one
/// stays with him who has worked on it.
/// </summary>
internal sealed class GoalsAhead(AppDb db, Reach reach, GoalPlace place) : IBelongings, IPlacedRecords
{
    public string Kind => "goals";

    public Task<IReadOnlyDictionary<PersonId, int>> Counts(IQueryable<PersonId> people, DateOnly lastDay, CancellationToken cancel) =>
        Ahead(lastDay).Select(goal => (PersonId?)goal.PersonId).CountedFor(people, cancel);

    public async Task<IReadOnlyList<Belonging>> Of(PersonId person, DateOnly lastDay, int most, CancellationToken cancel) =>
        [.. (await Ahead(lastDay).AsNoTracking().VisibleTo(reach, PlanningPermissions.Read).Where(goal => goal.PersonId == person)
                .OrderBy(goal => goal.First).Take(most).ToListAsync(cancel))
            .Select(goal => new Belonging(goal.Id.Value, $"{goal.First:yyyy-MM-dd} – {goal.Last:yyyy-MM-dd}", goal.Amount.ToString(), $"/goals?open={goal.Id}"))];

    public async Task<int> PassOn(Passing passing, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        await db.LockPerson(passing.To, cancel);
        var goals = (await Ahead(passing.LastDay).Where(goal => goal.PersonId == passing.From).OrderBy(goal => goal.First).ToListAsync(cancel))
            .Where(goal => only is null || only.Contains(goal.Id.Value)).ToList();
        foreach (var goal in goals)
        {
            var his = await db.Set<Goal>().Where(other => other.PersonId == passing.To && other.First <= goal.Last && other.Last >= goal.First)
                .OrderBy(other => other.First).ToListAsync(cancel);
            if (his is [var same] && same.First == goal.First && same.Last == goal.Last)
            {
                same.Amount += goal.Amount;
            }
            else if (his.Count > 0)
            {
                throw Refusal.Conflict("planning.hand-over-overlap", ("first", his[0].First), ("last", his[0].Last));
            }
            else
            {
                var taken = new Goal { Id = Id.New<GoalId>(), PersonId = passing.To, First = goal.First, Last = goal.Last, Amount = goal.Amount };
                await place.Stamp(taken, cancel);
                db.Add(taken);
            }

            db.Remove(goal);
            await db.SaveChangesAsync(cancel);
        }

        return goals.Count;
    }

    public async Task Follow(IReadOnlyCollection<PersonId> people, DateOnly lastDay, CancellationToken cancel)
    {
        await place.Stamp(await Ahead(lastDay).Where(goal => people.Contains(goal.PersonId)).ToListAsync(cancel), cancel);
        await db.SaveChangesAsync(cancel);
    }

    private IQueryable<Goal> Ahead(DateOnly lastDay) => db.Set<Goal>().Where(goal => goal.First > lastDay);
}
