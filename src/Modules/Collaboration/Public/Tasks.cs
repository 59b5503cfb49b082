using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Tasks;
using Yingpan.Kernel;
using Yingpan.Platform.Data;

namespace Yingpan.Collaboration.Public;

public enum WorkTaskState
{
    Open,
    InProgress,

    /// <summary>Finished by its owner; the giver has to say that it is.</summary>
    ToAccept,

    Done,
    Cancelled,
}

public enum TaskPriority
{
    Low,
    Normal,
    High,
    Urgent,
}

/// <summary>A task that a module wants done.</summary>
public sealed record NewTask
{
    public required string Title { get; init; }

    public string? Text { get; init; }

    /// <summary>Who does it.</summary>
    public required PersonId Owner { get; init; }

    /// <summary>Who is told when it is done, and may change it; null is nobody but those above the owner.</summary>
    public PersonId? Giver { get; init; }

    public DateOnly? DueOn { get; init; }

    public TaskPriority Priority { get; init; } = TaskPriority.Normal;

    public bool NeedsResult { get; init; }

    /// <summary>Page of the record it is about: <c>/customers?open=…</c>.</summary>
    public string? Link { get; init; }

    public string? LinkText { get; init; }

    /// <summary>Code of who makes it: <c>customers.care</c>.</summary>
    public required string Source { get; init; }

    /// <summary>By which the module knows it again; with the source it finds the task in <c>db.TaskCards</c>.</summary>
    public string? Subject { get; init; }
}

/// <summary>A task as other modules see it.</summary>
public sealed record TaskCard
{
    public required WorkTaskId Id { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    public required PersonId OwnerId { get; init; }

    public DateOnly? DueOn { get; init; }

    public required WorkTaskState State { get; init; }

    public string? Result { get; init; }

    public string? Source { get; init; }

    public string? Subject { get; init; }

    public required bool IsOpen { get; init; }
}

/// <summary>The one way in for other modules: tasks in their own transaction.</summary>
public sealed class TaskDesk
{
    private readonly TaskWriting writing;

    internal TaskDesk(TaskWriting writing)
    {
        this.writing = writing;
    }

    /// <summary>Made, and its owner told.</summary>
    public async Task<WorkTaskId> Add(NewTask task, CancellationToken cancel) => (await writing.Add(task, cancel)).Id;

    /// <summary>What was asked for is no longer wanted: every open task of that subject is called off, for that reason.</summary>
    public Task CallOff(string source, string subject, string reason, CancellationToken cancel) => writing.CallOff(source, subject, reason, cancel);
}

public static class TaskViews
{
    extension(AppDb db)
    {
        public IQueryable<TaskCard> TaskCards => db.Set<WorkTask>().Select(task => new TaskCard
        {
            Id = task.Id,
            Number = task.Number,
            Title = task.Title,
            OwnerId = task.OwnerId,
            DueOn = task.DueOn,
            State = task.State,
            Result = task.Result,
            Source = task.Source,
            Subject = task.Subject,
            IsOpen = task.State == WorkTaskState.Open || task.State == WorkTaskState.InProgress || task.State == WorkTaskState.ToAccept,
        });
    }
}
