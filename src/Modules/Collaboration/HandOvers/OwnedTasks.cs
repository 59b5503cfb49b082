using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
using Yingpan.Collaboration.Tasks;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Collaboration.HandOvers;

/// <summary>The tasks a person has not finished. What was said about them stays, and the log says who has them now.</summary>
internal sealed class OwnedTasks(AppDb db, TaskReaders readers, TaskWriting writing) : IBelongings
{
    public string Kind => "tasks";

    public Task<IReadOnlyDictionary<PersonId, int>> Counts(IQueryable<PersonId> people, DateOnly lastDay, CancellationToken cancel) =>
        Unfinished(db.Set<WorkTask>()).Select(task => (PersonId?)task.OwnerId).CountedFor(people, cancel);

    public async Task<IReadOnlyList<Belonging>> Of(PersonId person, DateOnly lastDay, int most, CancellationToken cancel) =>
        [.. (await Unfinished(readers.Visible()).AsNoTracking().Where(task => task.OwnerId == person).OrderBy(task => task.Number).Take(most)
                .Select(task => new { task.Id, task.Title, task.Number }).ToListAsync(cancel))
            .Select(task => new Belonging(task.Id.Value, task.Title, task.Number, $"/tasks?box=All&open={task.Id}"))];

    public async Task<int> PassOn(Passing passing, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        var tasks = (await Unfinished(db.Set<WorkTask>()).Include(task => task.Participants).Where(task => task.OwnerId == passing.From).ToListAsync(cancel))
            .Where(task => only is null || only.Contains(task.Id.Value)).ToList();
        foreach (var task in tasks)
        {
            task.OwnerId = passing.To;
            task.Participants.RemoveAll(participant => participant.PersonId == passing.To);
            await writing.Log(task, TaskLineKind.HandedOver, passing.By, passing.To, null, cancel);
        }

        return tasks.Count;
    }

    private static IQueryable<WorkTask> Unfinished(IQueryable<WorkTask> tasks) =>
        tasks.Where(task => task.State != WorkTaskState.Done && task.State != WorkTaskState.Cancelled);
}

/// <summary>The tasks that come round to him.</summary>
internal sealed class OwnedTaskSeries(AppDb db, SeriesReaders readers) : IBelongings
{
    public string Kind => "task-series";

    public Task<IReadOnlyDictionary<PersonId, int>> Counts(IQueryable<PersonId> people, DateOnly lastDay, CancellationToken cancel) =>
        GoingOn(db.Set<TaskSeries>(), lastDay).Select(series => (PersonId?)series.OwnerId).CountedFor(people, cancel);

    public async Task<IReadOnlyList<Belonging>> Of(PersonId person, DateOnly lastDay, int most, CancellationToken cancel) =>
        [.. (await GoingOn(readers.Visible(), lastDay).AsNoTracking().Where(series => series.OwnerId == person).OrderBy(series => series.Title).Take(most).ToListAsync(cancel))
            .Select(series => new Belonging(series.Id.Value, series.Title, "", "/tasks"))];

    public async Task<int> PassOn(Passing passing, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        var all = (await GoingOn(db.Set<TaskSeries>(), passing.LastDay).Where(series => series.OwnerId == passing.From).ToListAsync(cancel))
            .Where(series => only is null || only.Contains(series.Id.Value)).ToList();
        all.ForEach(series => series.OwnerId = passing.To);
        await db.SaveChangesAsync(cancel);
        return all.Count;
    }

    private static IQueryable<TaskSeries> GoingOn(IQueryable<TaskSeries> all, DateOnly lastDay) =>
        all.Where(series => !series.IsStopped && (series.Last == null || series.Last > lastDay));
}
