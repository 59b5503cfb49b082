using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Audiences;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
using Yingpan.Collaboration.Tasks.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;

namespace Yingpan.Collaboration.Tasks;

internal enum TaskBox
{
    /// <summary>Those I do, or take part in.</summary>
    Mine,

    /// <summary>Those I gave to others.</summary>
    Given,

    /// <summary>Those of the people I reach, without my own.</summary>
    Team,

    All,
}

internal sealed record TaskRow
{
    public required WorkTaskId Id { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    public required PersonId OwnerId { get; init; }

    public required string OwnerName { get; init; }

    public string? GiverName { get; init; }

    public required TaskPriority Priority { get; init; }

    public DateOnly? DueOn { get; init; }

    public required WorkTaskState State { get; init; }

    public required bool NeedsResult { get; init; }

    public required bool ComesRound { get; init; }

    public string? Result { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}

/// <summary>GET /api/tasks, /api/tasks/export</summary>
internal static class ListTasks
{
    public sealed class Filter : IChecked
    {
        /// <summary>My own, unless told.</summary>
        public TaskBox? Box { get; init; }

        public WorkTaskState? State { get; init; }

        /// <summary>True leaves out what is done or called off.</summary>
        public bool? Open { get; init; }

        /// <summary>True gives only open ones whose day is past.</summary>
        public bool? Overdue { get; init; }

        public TaskPriority? Priority { get; init; }

        public PersonId? Owner { get; init; }

        /// <summary>First day it is due, included.</summary>
        public DateOnly? From { get; init; }

        public DateOnly? To { get; init; }

        public void Check(Check check) => check.That(From is null || To is null || From <= To, "from", "field.period-backwards");
    }

    private static readonly ListSpec<TaskRow> Spec = new ListSpec<TaskRow>("tasks", row => row.Id)
        .Column("number", row => row.Number)
        .Column("title", row => row.Title)
        .NameColumn("ownerName", row => row.OwnerName)
        .NameColumn("giverName", row => row.GiverName)
        .Column("priority", row => row.Priority)
        .Column("dueOn", row => row.DueOn)
        .Column("state", row => row.State)
        .Column("result", row => row.Result)
        .Column("createdAt", row => row.CreatedAt)
        .Column("finishedAt", row => row.FinishedAt)
        .SortedBy("dueOn");

    public static async Task<ListPage<TaskRow>> Handle(
        [AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, TaskReaders readers, CompanyClock clock, CancellationToken cancel) =>
        await Spec.Page(Rows(query, filter, db, readers, clock), query, db, cancel);

    public static async Task Export(
        [AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, TaskReaders readers, CompanyClock clock, CancellationToken cancel) =>
        await ExportList.Write(http, db, Spec, Rows(query, filter, db, readers, clock), query.Sort, cancel);

    private static IQueryable<TaskRow> Rows(ListQuery query, Filter filter, AppDb db, TaskReaders readers, CompanyClock clock)
    {
        var (me, people) = (readers.Me, db.PersonCards);
        var tasks = readers.Visible().AsNoTracking();
        tasks = (filter.Box ?? TaskBox.Mine) switch
        {
            TaskBox.Mine => tasks.Where(task => task.OwnerId == me || task.Participants.Any(one => one.PersonId == me)),
            TaskBox.Given => tasks.Where(task => task.GiverId == me && task.OwnerId != me),
            TaskBox.Team => tasks.Where(task => task.OwnerId != me && task.GiverId != me),
            _ => tasks,
        };
        if (query.Pattern is { } pattern)
        {
            tasks = tasks.Where(task => EF.Functions.Like(task.Title.ToLower(), pattern, @"\") || EF.Functions.Like(task.Number.ToLower(), pattern, @"\")
                || people.Any(person => person.Id == task.OwnerId && EF.Functions.Like(person.Name.ToLower(), pattern, @"\")));
        }

        tasks = filter.State is { } state ? tasks.Where(task => task.State == state) : tasks;
        tasks = filter.Priority is { } priority ? tasks.Where(task => task.Priority == priority) : tasks;
        tasks = filter.Owner is { } owner ? tasks.Where(task => task.OwnerId == owner) : tasks;
        if (filter.Open == true)
        {
            tasks = tasks.Where(task => task.State != WorkTaskState.Done && task.State != WorkTaskState.Cancelled);
        }

        if (filter.Overdue == true)
        {
            DateOnly? today = clock.Today;
            tasks = tasks.Where(task => (task.State == WorkTaskState.Open || task.State == WorkTaskState.InProgress) && task.DueOn < today);
        }

        if (filter.From is { } from)
        {
            tasks = tasks.Where(task => task.DueOn >= from);
        }

        if (filter.To is { } to)
        {
            tasks = tasks.Where(task => task.DueOn <= to);
        }

        return tasks.Select(task => new TaskRow
        {
            Id = task.Id,
            Number = task.Number,
            Title = task.Title,
            OwnerId = task.OwnerId,
            OwnerName = people.Where(person => person.Id == task.OwnerId).Select(person => person.Name).FirstOrDefault() ?? "",
            GiverName = people.Where(person => person.Id == task.GiverId).Select(person => person.Name).FirstOrDefault(),
            Priority = task.Priority,
            DueOn = task.DueOn,
            State = task.State,
            NeedsResult = task.NeedsResult,
            ComesRound = task.SeriesId != null,
            Result = task.Result,
            CreatedAt = task.CreatedAt,
            FinishedAt = task.FinishedAt,
        });
    }
}

internal sealed record TaskLineView(DateTimeOffset At, TaskLineKind Kind, string? ActorName, string? TargetName, string? Text);

internal sealed record TaskView : IHasVersion
{
    public required WorkTaskId Id { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    public string? Text { get; init; }

    public required PersonName Owner { get; init; }

    public PersonName? Giver { get; init; }

    public required IReadOnlyList<PersonName> Participants { get; init; }

    public required TaskPriority Priority { get; init; }

    public DateOnly? DueOn { get; init; }

    public required WorkTaskState State { get; init; }

    public required bool NeedsResult { get; init; }

    public required bool NeedsAcceptance { get; init; }

    public string? Result { get; init; }

    public string? Reason { get; init; }

    public string? Link { get; init; }

    public string? LinkText { get; init; }

    public TaskSeriesId? SeriesId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public DateTimeOffset? AcceptedAt { get; init; }

    public required IReadOnlyList<TaskLineView> Lines { get; init; }

    public required int Version { get; init; }

    public required IReadOnlyList<string> Can { get; init; }
}

/// <summary>GET /api/tasks/{id}</summary>
internal static class ReadTask
{
    public static async Task<TaskView> Handle(WorkTaskId id, AppDb db, TaskReaders readers, CancellationToken cancel)
    {
        var task = await readers.Visible().AsNoTracking().Include(one => one.Participants).FirstOrDefaultAsync(one => one.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        var lines = await db.Set<TaskLine>().AsNoTracking().Where(line => line.TaskId == id).OrderBy(line => line.Line).ToListAsync(cancel);
        var names = await db.NamesOf(
            [task.OwnerId, task.GiverId, .. task.Participants.Select(one => (PersonId?)one.PersonId), .. lines.SelectMany(line => new[] { line.ActorId, line.TargetId })], cancel);
        return new TaskView
        {
            Id = id,
            Number = task.Number,
            Title = task.Title,
            Text = task.Text,
            Owner = names.Named(task.OwnerId),
            Giver = names.Named(task.GiverId),
            Participants = [.. task.Participants.Select(one => names.Named(one.PersonId))],
            Priority = task.Priority,
            DueOn = task.DueOn,
            State = task.State,
            NeedsResult = task.NeedsResult,
            NeedsAcceptance = task.NeedsAcceptance,
            Result = task.Result,
            Reason = task.Reason,
            Link = task.Link,
            LinkText = task.LinkText,
            SeriesId = task.SeriesId,
            CreatedAt = task.CreatedAt,
            FinishedAt = task.FinishedAt,
            AcceptedAt = task.AcceptedAt,
            Lines = [.. lines.Select(line => new TaskLineView(line.At, line.Kind, names.NameOf(line.ActorId), names.NameOf(line.TargetId), line.Text))],
            Version = task.Version,
            Can = [.. TaskFlow.Can(await readers.Facts(task, true, cancel)), .. readers.Me is null ? Array.Empty<string>() : ["comment"]],
        };
    }
}
