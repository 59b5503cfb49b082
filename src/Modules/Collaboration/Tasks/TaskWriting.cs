using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Audiences;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
using Yingpan.Collaboration.Tasks.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;
using Yingpan.Platform.Numbers;

namespace Yingpan.Collaboration.Tasks;

/// <summary>Makes tasks and moves them: state, log and notices in the one transaction, whoever asks for it.</summary>
internal sealed class TaskWriting(AppDb db, TaskReaders readers, NumberSequences numbers, TaskRounds rounds, Notifier notifier, CompanyClock clock)
{
    public async Task<WorkTask> Add(NewTask task, CancellationToken cancel)
    {
        var row = new WorkTask
        {
            Id = Id.New<WorkTaskId>(),
            Number = await NextNumber(cancel),
            Title = task.Title,
            Text = task.Text,
            OwnerId = task.Owner,
            GiverId = task.Giver,
            Priority = task.Priority,
            DueOn = task.DueOn,
            State = WorkTaskState.Open,
            NeedsResult = task.NeedsResult,
            Link = task.Link,
            LinkText = task.LinkText,
            Source = task.Source,
            Subject = task.Subject,
            CreatedAt = clock.Now,
        };
        return await Write(row, cancel);
    }

    public async Task<string> NextNumber(CancellationToken cancel) => await numbers.Take("tasks", db.Set<WorkTask>().Select(task => task.Number), cancel);

    /// <summary>A new one, saved; its owner and those who take part are told, but not who made it.</summary>
    public async Task<WorkTask> Write(WorkTask task, CancellationToken cancel)
    {
        db.Add(task);
        await db.SaveChangesAsync(cancel);
        var giver = (await db.NamesOf([task.GiverId], cancel)).NameOf(task.GiverId);
        foreach (var person in task.Participants.Select(one => one.PersonId).Prepend(task.OwnerId).Distinct().Where(person => person != readers.Me || task.GiverId != person))
        {
            await Tell(person, "task-given", task, giver, cancel);
        }

        return task;
    }

    public async Task CallOff(string source, string subject, string reason, CancellationToken cancel)
    {
        foreach (var id in await db.Set<WorkTask>().Where(task => task.Source == source && task.Subject == subject
            && task.State != WorkTaskState.Done && task.State != WorkTaskState.Cancelled).Select(task => task.Id).ToListAsync(cancel))
        {
            var task = await db.Locked<WorkTask>(id.Value).FirstAsync(cancel);
            (task.State, task.Reason) = (WorkTaskState.Cancelled, reason);
            await Log(task, TaskLineKind.Cancelled, readers.Me, null, reason, cancel);
            await Tell(task.OwnerId, "task-cancelled", task, null, cancel);
        }
    }

    /// <summary>What somebody does with a task.</summary>
    /// <param name="word">Result, reason or remark.</param>
    public async Task<Saved<WorkTaskId>> Move(WorkTaskId id, TaskDeed deed, string? word, CancellationToken cancel)
    {
        var task = await readers.Locked(id, cancel);
        word = word.CleanOrNull();
        var outcome = TaskFlow.Of(deed, await readers.Facts(task, word is not null, cancel));
        if (outcome.Refused == "collaboration.word-needed")
        {
            throw Refusal.Faulty([Fault.At("text", "field.required")]);
        }

        if (outcome.Refused is { } code)
        {
            throw Refusal.Conflict(code);
        }

        task.State = outcome.State;
        switch (deed)
        {
            case TaskDeed.Finish:
                (task.Result, task.FinishedAt) = (word ?? task.Result, clock.Now);
                task.AcceptedAt = task.NeedsAcceptance && outcome.State == WorkTaskState.Done ? clock.Now : null;
                break;
            case TaskDeed.Accept:
                task.AcceptedAt = clock.Now;
                break;
            case TaskDeed.SendBack or TaskDeed.Reopen:
                (task.FinishedAt, task.AcceptedAt, task.Reason) = (null, null, null);
                break;
            case TaskDeed.Cancel:
                task.Reason = word;
                break;
        }

        await Log(task, LineOf(deed), readers.Me, null, word, cancel);
        var actor = (await db.NamesOf([readers.Me], cancel)).NameOf(readers.Me);
        foreach (var (person, kind) in Told(task, deed))
        {
            await Tell(person, kind, task, actor, cancel);
        }

        if (task.State is WorkTaskState.Done or WorkTaskState.Cancelled && task.SeriesId is { } series)
        {
            await rounds.AfterFinishing(series, task, cancel);
        }

        return new Saved<WorkTaskId>(task.Id, task.Version);
    }

    public async Task Log(WorkTask task, TaskLineKind kind, PersonId? actor, PersonId? target, string? text, CancellationToken cancel)
    {
        var last = await db.Set<TaskLine>().Where(line => line.TaskId == task.Id).MaxAsync(line => (int?)line.Line, cancel) ?? 0;
        db.Add(new TaskLine { TaskId = task.Id, Line = last + 1, Kind = kind, ActorId = actor, TargetId = target, At = clock.Now, Text = text });
        if (db.Entry(task).State == EntityState.Unchanged)
        {
            db.Entry(task).Property(one => one.Version).IsModified = true;
        }

        await db.SaveChangesAsync(cancel);
    }

    public Task Tell(PersonId person, string kind, WorkTask task, string? by, CancellationToken cancel) => notifier.Tell(
        person, kind, new Dictionary<string, object?> { ["title"] = task.Title, ["person"] = by, ["day"] = task.DueOn }, $"/tasks?box=All&open={task.Id}", cancel);

    private IEnumerable<(PersonId Person, string Kind)> Told(WorkTask task, TaskDeed deed)
    {
        var all = deed switch
        {
            TaskDeed.Finish => task.GiverId is { } giver ? [(giver, task.State == WorkTaskState.ToAccept ? "task-to-accept" : "task-finished")] : [],
            TaskDeed.Accept => [(task.OwnerId, "task-accepted")],
            TaskDeed.SendBack => [(task.OwnerId, "task-sent-back")],
            TaskDeed.Cancel => [(task.OwnerId, "task-cancelled")],
            TaskDeed.Reopen => [(task.OwnerId, "task-reopened")],
            _ => Array.Empty<(PersonId, string)>(),
        };
        return all.Where(one => one.Item1 != readers.Me);
    }

    private static TaskLineKind LineOf(TaskDeed deed) => deed switch
    {
        TaskDeed.Start => TaskLineKind.Started,
        TaskDeed.Finish => TaskLineKind.Finished,
        TaskDeed.Accept => TaskLineKind.Accepted,
        TaskDeed.SendBack => TaskLineKind.SentBack,
        TaskDeed.Cancel => TaskLineKind.Cancelled,
        _ => TaskLineKind.Reopened,
    };
}
