using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Audiences;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
using Yingpan.Collaboration.Rhythms;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;

namespace Yingpan.Collaboration.Tasks;

/// <summary>A task that comes round, as the form sends it.</summary>
internal sealed record SeriesRequest : IChecked
{
    public required string Title { get; init; }

    public string? Text { get; init; }

    public required PersonId OwnerId { get; init; }

    public TaskPriority Priority { get; init; } = TaskPriority.Normal;

    public bool NeedsResult { get; init; }

    public bool NeedsAcceptance { get; init; }

    public SeriesMode Mode { get; init; } = SeriesMode.ByClock;

    public int LeadDays { get; init; }

    public required RhythmRequest Rhythm { get; init; }

    public void Check(Check check)
    {
        check.Text("title", Title, 200);
        check.OptionalText("text", Text, 4000, lines: true);
        check.That(LeadDays is >= 0 and <= 60, "leadDays", "field.range", ("min", 0), ("max", 60));
        Rhythm.Check(check, "rhythm.");
    }

    public void WriteTo(TaskSeries series)
    {
        (series.Title, series.Text, series.OwnerId, series.Priority) = (Title.Clean(), Text.CleanOrNull(), OwnerId, Priority);
        (series.NeedsResult, series.NeedsAcceptance, series.Mode, series.LeadDays) = (NeedsResult, NeedsAcceptance, Mode, LeadDays);
        Rhythm.Into(series);
    }

    public async Task CheckOwner(AppDb db, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var (check, today) = (new Check(), clock.Today);
        check.That(await db.PersonCards.AnyAsync(person => person.Id == OwnerId && (person.LeftOn == null || person.LeftOn >= today), cancel), "ownerId", "record.not-found");
        check.That(OwnerId == reach.Caller.Person || await reach.Covers(OwnerId, CollaborationPermissions.GiveTasks, cancel), "ownerId", "collaboration.owner-beyond-reach");
        check.ThrowIfAny();
    }
}

/// <summary>Whose series one sees: one's own, those one made, and those of the people one reaches.</summary>
internal sealed class SeriesReaders(AppDb db, Reach reach)
{
    public IQueryable<TaskSeries> Visible()
    {
        var me = reach.Caller.Person;
        var reached = reach.Caller.May(CollaborationPermissions.ReadTasks) ? reach.People(CollaborationPermissions.ReadTasks) : db.PersonCards.Where(_ => false).Select(person => person.Id);
        return reached is null
            ? db.Set<TaskSeries>()
            : db.Set<TaskSeries>().Where(series => (me != null && (series.OwnerId == me || series.GiverId == me)) || reached.Contains(series.OwnerId));
    }

    /// <summary>To change it: by who made it, or who may give its owner tasks.</summary>
    public async Task<TaskSeries> Mine(TaskSeriesId id, CancellationToken cancel)
    {
        var series = await Visible().FirstOrDefaultAsync(one => one.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        return await MayChange(series, cancel) ? series : throw Refusal.Conflict("collaboration.not-giver");
    }

    public async Task<bool> MayChange(TaskSeries series, CancellationToken cancel) => reach.Caller.Person is { } me
        && (series.GiverId == me || (series.OwnerId != me && await reach.Covers(series.OwnerId, CollaborationPermissions.GiveTasks, cancel)));
}

internal sealed record SeriesRow
{
    public required TaskSeriesId Id { get; init; }

    public required string Title { get; init; }

    public required string OwnerName { get; init; }

    public required string GiverName { get; init; }

    public DateOnly? NextOn { get; init; }

    public required bool IsStopped { get; init; }
}

/// <summary>GET /api/task-series, /api/task-series/{id}</summary>
internal static class ListSeries
{
    public sealed class Filter : IChecked
    {
        /// <summary>True shows those that were stopped too.</summary>
        public bool? Stopped { get; init; }
    }

    private static readonly ListSpec<SeriesRow> Spec = new ListSpec<SeriesRow>("task-series", row => row.Id)
        .Column("title", row => row.Title)
        .NameColumn("ownerName", row => row.OwnerName)
        .NameColumn("giverName", row => row.GiverName)
        .Column("nextOn", row => row.NextOn)
        .SortedBy("title");

    public static async Task<ListPage<SeriesRow>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, SeriesReaders readers, CancellationToken cancel)
    {
        var people = db.PersonCards;
        var all = readers.Visible().AsNoTracking();
        all = filter.Stopped == true ? all : all.Where(series => !series.IsStopped);
        if (query.Pattern is { } pattern)
        {
            all = all.Where(series => EF.Functions.Like(series.Title.ToLower(), pattern, @"\"));
        }

        return await Spec.Page(all.Select(series => new SeriesRow
        {
            Id = series.Id,
            Title = series.Title,
            OwnerName = people.Where(person => person.Id == series.OwnerId).Select(person => person.Name).FirstOrDefault() ?? "",
            GiverName = people.Where(person => person.Id == series.GiverId).Select(person => person.Name).FirstOrDefault() ?? "",
            NextOn = series.NextOn,
            IsStopped = series.IsStopped,
        }), query, db, cancel);
    }

    public sealed record View : IHasVersion
    {
        public required TaskSeriesId Id { get; init; }

        public required string Title { get; init; }

        public string? Text { get; init; }

        public required PersonName Owner { get; init; }

        public required TaskPriority Priority { get; init; }

        public required bool NeedsResult { get; init; }

        public required bool NeedsAcceptance { get; init; }

        public required SeriesMode Mode { get; init; }

        public required int LeadDays { get; init; }

        public required RhythmRequest Rhythm { get; init; }

        public DateOnly? NextOn { get; init; }

        public required bool IsStopped { get; init; }

        public required int Version { get; init; }

        public required IReadOnlyList<string> Can { get; init; }
    }

    public static async Task<View> One(TaskSeriesId id, AppDb db, SeriesReaders readers, CancellationToken cancel)
    {
        var series = await readers.Visible().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        return new View
        {
            Id = id,
            Title = series.Title,
            Text = series.Text,
            Owner = (await db.NamesOf([series.OwnerId], cancel)).Named(series.OwnerId),
            Priority = series.Priority,
            NeedsResult = series.NeedsResult,
            NeedsAcceptance = series.NeedsAcceptance,
            Mode = series.Mode,
            LeadDays = series.LeadDays,
            Rhythm = RhythmRequest.Of(series),
            NextOn = series.NextOn,
            IsStopped = series.IsStopped,
            Version = series.Version,
            Can = await readers.MayChange(series, cancel) ? series.IsStopped ? ["edit"] : ["edit", "stop"] : [],
        };
    }
}

/// <summary>POST /api/task-series: what is due of it already is made at once.</summary>
internal static class AddSeries
{
    public static async Task<Created<Saved<TaskSeriesId>>> Handle(SeriesRequest request, AppDb db, Reach reach, TaskRounds rounds, CompanyClock clock, CancellationToken cancel)
    {
        var me = reach.Caller.Person ?? throw Refusal.Conflict("collaboration.no-person");
        await request.CheckOwner(db, reach, clock, cancel);
        var series = new TaskSeries { Id = Id.New<TaskSeriesId>(), Title = "", OwnerId = request.OwnerId, GiverId = me, Priority = request.Priority, Mode = request.Mode };
        request.WriteTo(series);
        series.NextOn = series.Rhythm().Next(clock.Today.AddDays(-1), await rounds.CalendarOf(series.OwnerId, cancel));
        db.Add(series);
        await db.SaveChangesAsync(cancel);
        await rounds.CatchUp(series.Id, cancel);
        return TypedResults.Created($"/api/task-series/{series.Id}", new Saved<TaskSeriesId>(series.Id, series.Version));
    }
}

/// <summary>PUT /api/task-series/{id}: for the tasks still to come; those that there are stay as they are. It goes on if it was stopped.</summary>
internal static class EditSeries
{
    public static async Task<Saved<TaskSeriesId>> Handle(
        TaskSeriesId id, SeriesRequest request, IfMatch seen, AppDb db, Reach reach, SeriesReaders readers, TaskRounds rounds, CompanyClock clock, CancellationToken cancel)
    {
        var series = await readers.Mine(id, cancel);
        db.Expect(series, seen);
        await request.CheckOwner(db, reach, clock, cancel);
        request.WriteTo(series);
        series.IsStopped = false;
        DateOnly? made = await db.Set<WorkTask>().Where(task => task.SeriesId == id).MaxAsync(task => task.DueOn, cancel);
        var isRunning = await db.Set<WorkTask>().AnyAsync(task => task.SeriesId == id && task.State != WorkTaskState.Done && task.State != WorkTaskState.Cancelled, cancel);
        var after = made is { } day && day >= clock.Today ? day : clock.Today.AddDays(-1);
        series.NextOn = request.Mode == SeriesMode.OnFinishing && isRunning ? null : series.Rhythm().Next(after, await rounds.CalendarOf(series.OwnerId, cancel));
        await db.SaveChangesAsync(cancel);
        await rounds.CatchUp(id, cancel);
        return new Saved<TaskSeriesId>(id, series.Version);
    }
}

/// <summary>POST /api/task-series/{id}/stop: no further ones; those that there are stay.</summary>
internal static class StopSeries
{
    public static async Task<Saved<TaskSeriesId>> Handle(TaskSeriesId id, IfMatch seen, AppDb db, SeriesReaders readers, CancellationToken cancel)
    {
        var series = await readers.Mine(id, cancel);
        db.Expect(series, seen);
        (series.IsStopped, series.NextOn) = (true, null);
        await db.SaveChangesAsync(cancel);
        return new Saved<TaskSeriesId>(id, series.Version);
    }
}
