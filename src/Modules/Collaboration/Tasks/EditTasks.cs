using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Audiences;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
using Yingpan.Collaboration.Rhythms;
using Yingpan.Collaboration.Tasks.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Collaboration.Tasks;

/// <summary>A task as the form sends it.</summary>
internal sealed record TaskRequest : IChecked
{
    public required string Title { get; init; }

    public string? Text { get; init; }

    public required PersonId OwnerId { get; init; }

    public IReadOnlyList<PersonId> Participants { get; init; } = [];

    public TaskPriority Priority { get; init; } = TaskPriority.Normal;

    public DateOnly? DueOn { get; init; }

    public bool NeedsResult { get; init; }

    public bool NeedsAcceptance { get; init; }

    /// <summary>A page of the application: <c>/customers?open=…</c>.</summary>
    public string? Link { get; init; }

    public string? LinkText { get; init; }

    public void Check(Check check)
    {
        check.Text("title", Title, 200);
        check.OptionalText("text", Text, 4000, lines: true);
        check.That(Participants.Count <= 50, "participants", "field.too-many", ("max", 50));
        check.OptionalText("link", Link, 200);
        check.OptionalText("linkText", LinkText, 100);
        check.That(Link.CleanOrNull() is null or ['/', not '/', ..] or "/", "link", "collaboration.link-inside");
        check.That(LinkText.CleanOrNull() is null || Link.CleanOrNull() is not null, "link", "field.required");
        if (DueOn is { } day)
        {
            check.Day("dueOn", day);
        }
    }

    /// <summary>The owner must be somebody the caller may give tasks to; who takes part must work here.</summary>
    public async Task CheckPeople(AppDb db, Reach reach, bool isNewOwner, CompanyClock clock, CancellationToken cancel)
    {
        var (check, today, people) = (new Check(), clock.Today, Participants.Append(OwnerId).Distinct().ToList());
        var known = await db.PersonCards.Where(person => people.Contains(person.Id) && (person.LeftOn == null || person.LeftOn >= today)).Select(person => person.Id).ToListAsync(cancel);
        check.That(known.Contains(OwnerId), "ownerId", "record.not-found");
        check.That(!isNewOwner || OwnerId == reach.Caller.Person || await reach.Covers(OwnerId, CollaborationPermissions.GiveTasks, cancel), "ownerId", "collaboration.owner-beyond-reach");
        check.That(Participants.All(known.Contains), "participants", "record.not-found");
        check.ThrowIfAny();
    }

    public void WriteTo(WorkTask task)
    {
        (task.Title, task.Text, task.Priority, task.DueOn, task.NeedsResult, task.NeedsAcceptance) =
            (Title.Clean(), Text.CleanOrNull(), Priority, DueOn, NeedsResult, NeedsAcceptance);
        (task.Link, task.LinkText) = (Link.CleanOrNull(), LinkText.CleanOrNull());
        var wanted = Participants.Where(person => person != OwnerId).Distinct().ToList();
        task.Participants.RemoveAll(one => !wanted.Contains(one.PersonId));
        task.Participants.AddRange(wanted.Except(task.Participants.ConvertAll(one => one.PersonId)).Select(person => new TaskParticipant { TaskId = task.Id, PersonId = person }).ToList());
    }
}

/// <summary>POST /api/tasks</summary>
internal static class AddTask
{
    public static async Task<Created<Saved<WorkTaskId>>> Handle(TaskRequest request, AppDb db, Reach reach, TaskWriting writing, CompanyClock clock, CancellationToken cancel)
    {
        var me = reach.Caller.Person ?? throw Refusal.Conflict("collaboration.no-person");
        await request.CheckPeople(db, reach, isNewOwner: true, clock, cancel);
        var task = new WorkTask
        {
            Id = Id.New<WorkTaskId>(),
            Number = await writing.NextNumber(cancel),
            Title = "",
            OwnerId = request.OwnerId,
            GiverId = me,
            Priority = request.Priority,
            State = WorkTaskState.Open,
            CreatedAt = clock.Now,
        };
        request.WriteTo(task);
        await writing.Write(task, cancel);
        return TypedResults.Created($"/api/tasks/{task.Id}", new Saved<WorkTaskId>(task.Id, task.Version));
    }
}

/// <summary>PUT /api/tasks/{id}: by its giver. Another owner and another day stand in its log.</summary>
internal static class EditTask
{
    public static async Task<Saved<WorkTaskId>> Handle(
        WorkTaskId id, TaskRequest request, IfMatch seen, AppDb db, Reach reach, TaskReaders readers, TaskWriting writing, CompanyClock clock, CancellationToken cancel)
    {
        var task = await readers.Locked(id, cancel);
        db.Expect(task, seen);
        if (TaskFlow.Of(TaskDeed.Edit, await readers.Facts(task, true, cancel)).Refused is { } code)
        {
            throw Refusal.Conflict(code);
        }

        var (owner, day) = (task.OwnerId, task.DueOn);
        await request.CheckPeople(db, reach, isNewOwner: owner != request.OwnerId, clock, cancel);
        request.WriteTo(task);
        task.OwnerId = request.OwnerId;
        if (day != request.DueOn)
        {
            task.RemindedOn = null;
        }

        db.Entry(task).Property(one => one.Version).IsModified = true;
        var actor = (await db.NamesOf([readers.Me], cancel)).NameOf(readers.Me);
        if (day != request.DueOn)
        {
            await writing.Log(task, TaskLineKind.Moved, readers.Me, null, $"{day:yyyy-MM-dd} → {request.DueOn:yyyy-MM-dd}", cancel);
        }

        if (owner != request.OwnerId)
        {
            await writing.Log(task, TaskLineKind.HandedOver, readers.Me, request.OwnerId, null, cancel);
            await writing.Tell(request.OwnerId, "task-given", task, actor, cancel);
        }
        else if (day != request.DueOn && owner != readers.Me)
        {
            await writing.Tell(owner, "task-moved", task, actor, cancel);
        }

        await db.SaveChangesAsync(cancel);
        return new Saved<WorkTaskId>(id, task.Version);
    }
}

/// <summary>What somebody says to a task: its result, a reason, a remark.</summary>
internal sealed record TaskWord : IChecked
{
    public string? Text { get; init; }

    public void Check(Check check) => check.OptionalText("text", Text, 4000, lines: true);
}

/// <summary>POST /api/tasks/{id}/start · finish · accept · send-back · cancel · reopen · comment</summary>
internal static class ActOnTask
{
    public static Task<Saved<WorkTaskId>> Start(WorkTaskId id, TaskWriting writing, CancellationToken cancel) => writing.Move(id, TaskDeed.Start, null, cancel);

    public static Task<Saved<WorkTaskId>> Finish(WorkTaskId id, TaskWord word, TaskWriting writing, CancellationToken cancel) => writing.Move(id, TaskDeed.Finish, word.Text, cancel);

    public static Task<Saved<WorkTaskId>> Accept(WorkTaskId id, TaskWord word, TaskWriting writing, CancellationToken cancel) => writing.Move(id, TaskDeed.Accept, word.Text, cancel);

    public static Task<Saved<WorkTaskId>> SendBack(WorkTaskId id, TaskWord word, TaskWriting writing, CancellationToken cancel) => writing.Move(id, TaskDeed.SendBack, word.Text, cancel);

    public static Task<Saved<WorkTaskId>> Reopen(WorkTaskId id, TaskWord word, TaskWriting writing, CancellationToken cancel) => writing.Move(id, TaskDeed.Reopen, word.Text, cancel);

    public static Task<Saved<WorkTaskId>> Cancel(WorkTaskId id, TaskWord word, TaskWriting writing, CancellationToken cancel)
    {
        var check = new Check();
        check.OptionalText("text", word.Text, 500);
        check.ThrowIfAny();
        return writing.Move(id, TaskDeed.Cancel, word.Text, cancel);
    }

    public static async Task<Saved<WorkTaskId>> Comment(WorkTaskId id, TaskWord word, AppDb db, TaskReaders readers, TaskWriting writing, CancellationToken cancel)
    {
        var check = new Check();
        check.That(!string.IsNullOrWhiteSpace(word.Text), "text", "field.required");
        check.ThrowIfAny();
        var task = await readers.Locked(id, cancel);
        var me = readers.Me ?? throw Refusal.Conflict("collaboration.no-person");
        await writing.Log(task, TaskLineKind.Comment, me, null, word.Text!.Clean(), cancel);
        var actor = (await db.NamesOf([me], cancel)).NameOf(me);
        foreach (var person in task.Participants.Select(one => (PersonId?)one.PersonId).Append(task.OwnerId).Append(task.GiverId).OfType<PersonId>().Distinct().Where(person => person != me))
        {
            await writing.Tell(person, "task-commented", task, actor, cancel);
        }

        return new Saved<WorkTaskId>(id, task.Version);
    }
}

/// <summary>POST /api/tasks/finish: several at once, each for itself; what can't be finished says why and holds nothing up.</summary>
internal static class FinishTasks
{
    public sealed record Request : IChecked
    {
        public required IReadOnlyList<WorkTaskId> Ids { get; init; }

        /// <summary>What came of them, the same for all.</summary>
        public string? Text { get; init; }

        public void Check(Check check)
        {
            check.That(Ids.Count is >= 1 and <= 100, "ids", "field.range", ("min", 1), ("max", 100));
            check.OptionalText("text", Text, 4000, lines: true);
        }
    }

    /// <param name="Code">Null when it was finished.</param>
    public sealed record Result(WorkTaskId Id, string? Code);

    public sealed record View(IReadOnlyList<Result> Items, int Finished);

    public static async Task<View> Handle(Request request, AppDb db, TaskWriting writing, CancellationToken cancel)
    {
        var results = new List<Result>();
        // In the order of their ids, so that two such requests never wait for each other.
        foreach (var id in request.Ids.Distinct().OrderBy(id => id.Value))
        {
            await db.Database.CurrentTransaction!.CreateSavepointAsync("one", cancel);
            try
            {
                await writing.Move(id, TaskDeed.Finish, request.Text, cancel);
                results.Add(new Result(id, null));
            }
            catch (Refusal refusal)
            {
                await db.Database.CurrentTransaction!.RollbackToSavepointAsync("one", cancel);
                db.ChangeTracker.Clear();
                results.Add(new Result(id, refusal.Kind == RefusalKind.Faulty ? "collaboration.word-needed" : refusal.Code));
            }
        }

        return new View(results, results.Count(result => result.Code is null));
    }
}
