using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
using Yingpan.Collaboration.Tasks.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Files;
using Yingpan.Platform.Search;

namespace Yingpan.Collaboration.Tasks;

/// <summary>Who sees a task: its owner, its giver, who takes part, and who reaches its owner. The one rule for all.</summary>
internal sealed class TaskReaders(AppDb db, Reach reach)
{
    public PersonId? Me => reach.Caller.Person;

    public IQueryable<WorkTask> Visible()
    {
        var me = Me;
        if (reach.Caller.ScopeOf(CollaborationPermissions.ReadTasks) == Scope.All)
        {
            return db.Set<WorkTask>();
        }

        var own = db.Set<WorkTask>().Where(task => me != null && (task.OwnerId == me || task.GiverId == me || task.Participants.Any(one => one.PersonId == me)));
        return reach.People(CollaborationPermissions.ReadTasks) is { } people
            ? db.Set<WorkTask>().Where(task => (me != null && (task.OwnerId == me || task.GiverId == me || task.Participants.Any(one => one.PersonId == me))) || people.Contains(task.OwnerId))
            : own;
    }

    public async Task<WorkTask> Locked(WorkTaskId id, CancellationToken cancel)
    {
        if (!await Visible().AnyAsync(task => task.Id == id, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        var task = await db.Locked<WorkTask>(id.Value).FirstAsync(cancel);
        await db.Entry(task).Collection(one => one.Participants).LoadAsync(cancel);
        return task;
    }

    /// <summary>Asked for it, or may give its owner tasks without being him.</summary>
    public async Task<bool> IsGiver(WorkTask task, CancellationToken cancel) =>
        Me is not null && (task.GiverId == Me || (task.OwnerId != Me && await reach.Covers(task.OwnerId, CollaborationPermissions.GiveTasks, cancel)));

    public async Task<TaskFacts> Facts(WorkTask task, bool hasWord, CancellationToken cancel) =>
        new(task.State, Me is not null && task.OwnerId == Me, await IsGiver(task, cancel), task.NeedsResult, task.NeedsAcceptance, hasWord);
}

internal sealed class TaskFiles(TaskReaders readers) : IFileParent
{
    public const string Table = "collaboration_task";

    public string Entity => Table;

    public async Task<bool> MaySee(string id, Caller caller, CancellationToken cancel) =>
        Id.TryParse<WorkTaskId>(id, out var task) && await readers.Visible().AnyAsync(one => one.Id == task, cancel);

    public async Task<bool> MayAttach(string id, Caller caller, CancellationToken cancel)
    {
        var me = caller.Person;
        return me is not null && Id.TryParse<WorkTaskId>(id, out var task) && await readers.Visible().AnyAsync(one => one.Id == task
            && one.State != WorkTaskState.Done && one.State != WorkTaskState.Cancelled
            && (one.OwnerId == me || one.GiverId == me || one.Participants.Any(part => part.PersonId == me)), cancel);
    }
}

/// <summary>Answers the search of the whole system for tasks.</summary>
internal sealed class TaskSearch(TaskReaders readers) : ISearchSource
{
    public string Kind => "task";

    public Permission Permission => Permission.SignedIn;

    public async Task<IReadOnlyList<SearchHit>> Find(SearchWords asked, int most, CancellationToken cancel)
    {
        var pattern = asked.Pattern;
        var found = await readers.Visible().AsNoTracking()
            .Where(task => EF.Functions.Like(task.Title.ToLower(), pattern, @"\") || EF.Functions.Like(task.Number.ToLower(), pattern, @"\"))
            .OrderByDescending(task => task.CreatedAt).Take(most).Select(task => new { task.Id, task.Title, task.Number }).ToListAsync(cancel);
        return [.. found.Select(task => new SearchHit { Kind = Kind, Id = task.Id.ToString(), Title = task.Title, Subtitle = task.Number, Link = $"/tasks?box=All&open={task.Id}" })];
    }
}
