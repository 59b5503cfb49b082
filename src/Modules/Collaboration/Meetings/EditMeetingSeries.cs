using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Audiences;
using Yingpan.Collaboration.Audiences.Rules;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
using Yingpan.Collaboration.Rhythms;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Collaboration.Meetings;

/// <summary>A regular meeting, as the form sends it.</summary>
internal sealed record MeetingSeriesRequest : IChecked
{
    public required string Title { get; init; }

    public required PersonId ChairId { get; init; }

    /// <summary>By whose work calendar it is held.</summary>
    public UnitId? UnitId { get; init; }

    /// <summary>"17:00"</summary>
    public required string From { get; init; }

    public required string To { get; init; }

    public string? Place { get; init; }

    /// <summary>What is on the agenda each time, a line for each.</summary>
    public string? Standing { get; init; }

    public bool NeedsMinutes { get; init; }

    public required RhythmRequest Rhythm { get; init; }

    public IReadOnlyList<AudienceLine> Invited { get; init; } = [];

    public void Check(Check check)
    {
        check.Text("title", Title, 120);
        check.Times(From, To);
        check.OptionalText("place", Place, 200);
        check.OptionalText("standing", Standing, 2000, lines: true);
        check.Audience("invited", Invited);
        Rhythm.Check(check, "rhythm.");
    }

    public async Task WriteTo(MeetingSeries series, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var check = new Check();
        await check.Chair(ChairId, db, clock, cancel);
        await check.KnownAudience("invited", Invited, db, cancel);
        check.That(UnitId is null || await db.UnitCards.AnyAsync(unit => unit.Id == UnitId, cancel), "unitId", "record.not-found");
        check.ThrowIfAny();
        (series.Title, series.ChairId, series.UnitId, series.Place) = (Title.Clean(), ChairId, UnitId, Place.CleanOrNull());
        (series.From, series.To) = (ClockTime.Parse(From)!.Value, ClockTime.Parse(To)!.Value);
        (series.Standing, series.NeedsMinutes) = (Standing.CleanOrNull(), NeedsMinutes);
        Rhythm.Into(series);
        series.Parts.AddRange(Invited.Select(line => line.Part).Distinct().Index().Select(part => new MeetingSeriesPart
        {
            SeriesId = series.Id,
            Place = part.Index,
            UnitId = part.Item.UnitId,
            WithSubunits = part.Item.WithSubunits,
            PositionId = part.Item.PositionId,
            PersonId = part.Item.PersonId,
        }));
    }
}

internal sealed record MeetingSeriesRow
{
    public required MeetingSeriesId Id { get; init; }

    public required string Title { get; init; }

    public required string ChairName { get; init; }

    public required string Time { get; init; }

    public string? Place { get; init; }

    public DateOnly? NextOn { get; init; }

    public required bool IsStopped { get; init; }
}

/// <summary>GET /api/meeting-series, /api/meeting-series/{id}</summary>
internal static class ListMeetingSeries
{
    public sealed class Filter : IChecked
    {
        public bool? Stopped { get; init; }
    }

    /// <summary>As the database gives it; times become text afterwards.</summary>
    private sealed record Found
    {
        public required MeetingSeriesId Id { get; init; }

        public required string Title { get; init; }

        public required string ChairName { get; init; }

        public required int From { get; init; }

        public required int To { get; init; }

        public string? Place { get; init; }

        public DateOnly? NextOn { get; init; }

        public required bool IsStopped { get; init; }
    }

    private static readonly ListSpec<Found> Spec = new ListSpec<Found>("meeting-series", row => row.Id)
        .Column("title", row => row.Title)
        .NameColumn("chairName", row => row.ChairName)
        .Column("nextOn", row => row.NextOn)
        .SortedBy("title");

    public static async Task<ListPage<MeetingSeriesRow>> Handle(
        [AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, MeetingReaders readers, CompanyClock clock, CancellationToken cancel)
    {
        var (people, meetings, today) = (db.PersonCards, db.Set<Meeting>(), clock.Today);
        var all = readers.VisibleSeries().AsNoTracking();
        all = filter.Stopped == true ? all : all.Where(series => !series.IsStopped);
        if (query.Pattern is { } pattern)
        {
            all = all.Where(series => EF.Functions.Like(series.Title.ToLower(), pattern, @"\"));
        }

        var page = await Spec.Page(all.Select(series => new Found
        {
            Id = series.Id,
            Title = series.Title,
            ChairName = people.Where(person => person.Id == series.ChairId).Select(person => person.Name).FirstOrDefault() ?? "",
            From = series.From,
            To = series.To,
            Place = series.Place,
            NextOn = meetings.Where(meeting => meeting.SeriesId == series.Id && meeting.State == MeetingState.Planned && meeting.Day >= today).Min(meeting => (DateOnly?)meeting.Day),
            IsStopped = series.IsStopped,
        }), query, db, cancel);
        return new ListPage<MeetingSeriesRow>
        {
            Total = page.Total,
            Items = [.. page.Items.Select(row => new MeetingSeriesRow
            {
                Id = row.Id, Title = row.Title, ChairName = row.ChairName, Time = $"{ClockTime.Text(row.From)}–{ClockTime.Text(row.To)}", Place = row.Place, NextOn = row.NextOn, IsStopped = row.IsStopped,
            })],
        };
    }

    public sealed record View : IHasVersion
    {
        public required MeetingSeriesId Id { get; init; }

        public required string Title { get; init; }

        public required PersonName Chair { get; init; }

        public UnitId? UnitId { get; init; }

        public string? UnitName { get; init; }

        public required string From { get; init; }

        public required string To { get; init; }

        public string? Place { get; init; }

        public string? Standing { get; init; }

        public required bool NeedsMinutes { get; init; }

        public required RhythmRequest Rhythm { get; init; }

        public required IReadOnlyList<AudienceView> Invited { get; init; }

        public required bool IsStopped { get; init; }

        public required int Version { get; init; }

        public required IReadOnlyList<string> Can { get; init; }
    }

    public static async Task<View> One(MeetingSeriesId id, AppDb db, MeetingReaders readers, CancellationToken cancel)
    {
        var series = await readers.VisibleSeries().AsNoTracking().Include(one => one.Parts).FirstOrDefaultAsync(one => one.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        return new View
        {
            Id = id,
            Title = series.Title,
            Chair = (await db.NamesOf([series.ChairId], cancel)).Named(series.ChairId),
            UnitId = series.UnitId,
            UnitName = await db.UnitCards.Where(unit => unit.Id == series.UnitId).Select(unit => unit.Name).FirstOrDefaultAsync(cancel),
            From = ClockTime.Text(series.From),
            To = ClockTime.Text(series.To),
            Place = series.Place,
            Standing = series.Standing,
            NeedsMinutes = series.NeedsMinutes,
            Rhythm = RhythmRequest.Of(series),
            Invited = await AudienceView.Of(series.Parts.OrderBy(part => part.Place).Select(part => new AudiencePart(part.UnitId, part.WithSubunits, part.PositionId, part.PersonId)), db, cancel),
            IsStopped = series.IsStopped,
            Version = series.Version,
            Can = readers.IsHost(series) ? series.IsStopped ? ["edit"] : ["edit", "stop"] : [],
        };
    }
}

/// <summary>POST /api/meeting-series: its next meetings are made at once, and whoever is invited is told once.</summary>
internal static class AddMeetingSeries
{
    public static async Task<Created<Saved<MeetingSeriesId>>> Handle(
        MeetingSeriesRequest request, AppDb db, MeetingReaders readers, MeetingRounds rounds, MeetingWriting writing, Notifier notifier, CompanyClock clock, CancellationToken cancel)
    {
        var me = readers.Me ?? throw Refusal.Conflict("collaboration.no-person");
        var series = new MeetingSeries { Id = Id.New<MeetingSeriesId>(), Title = "", ChairId = request.ChairId, CreatorId = me, From = 0, To = 0 };
        await request.WriteTo(series, db, clock, cancel);
        db.Add(series);
        await db.SaveChangesAsync(cancel);
        await rounds.MakeAhead(series.Id, cancel);
        var invited = await writing.Invited(request.Invited.Select(line => line.Part), request.ChairId, cancel);
        await EditMeetingSeries.TellOf(series, "meeting-series-invited", invited, readers, notifier, cancel);
        return TypedResults.Created($"/api/meeting-series/{series.Id}", new Saved<MeetingSeriesId>(series.Id, series.Version));
    }
}

/// <summary>
/// PUT /api/meeting-series/{id}: meetings still to come that nobody has touched are made anew; it goes on if it was stopped. Who comes to them
/// is told what changed, who is new that he belongs to it, who is not wanted any more that he does not, unless he stays invited to a meeting of it.
/// </summary>
internal static class EditMeetingSeries
{
    public static async Task<Saved<MeetingSeriesId>> Handle(
        MeetingSeriesId id, MeetingSeriesRequest request, IfMatch seen, AppDb db, MeetingReaders readers, MeetingRounds rounds, MeetingWriting writing, Notifier notifier, CompanyClock clock, CancellationToken cancel)
    {
        var series = await Mine(id, readers, cancel);
        db.Expect(series, seen);
        var (before, came) = (Said(series), await Coming(series, db, writing, clock, cancel));
        series.Parts.Clear();
        await db.SaveChangesAsync(cancel);
        await request.WriteTo(series, db, clock, cancel);
        await RemoveUntouched(id, db, clock, cancel);
        (series.IsStopped, series.MadeUpTo) = (false, null);
        db.Entry(series).Property(one => one.Version).IsModified = true;
        await db.SaveChangesAsync(cancel);
        await rounds.MakeAhead(id, cancel);
        var come = (await writing.Invited(request.Invited.Select(line => line.Part), request.ChairId, cancel)).ToHashSet();
        if (before != Said(series))
        {
            await TellOf(series, "meeting-series-changed", come.Where(came.Contains), readers, notifier, cancel);
        }

        await TellOf(series, "meeting-series-invited", come.Where(person => !came.Contains(person)), readers, notifier, cancel);
        await TellOf(series, "meeting-series-left", came.Except(await Staying(id, db, clock, cancel)).Where(person => !come.Contains(person)), readers, notifier, cancel);
        return new Saved<MeetingSeriesId>(id, series.Version);
    }

    /// <summary>What those who come must know of it.</summary>
    private static (string, PersonId, int, int, string?, string, bool) Said(MeetingSeries series) =>
        (series.Title, series.ChairId, series.From, series.To, series.Place, JsonSerializer.Serialize(RhythmRequest.Of(series)), series.IsStopped);

    /// <summary>Who belongs to it, also while its next meeting is too far off to be made, and who is asked to those made already that go with it.</summary>
    public static async Task<IReadOnlySet<PersonId>> Coming(MeetingSeries series, AppDb db, MeetingWriting writing, CompanyClock clock, CancellationToken cancel)
    {
        var belong = series.IsStopped ? [] : await writing.Invited(series.Parts.Select(part => new AudiencePart(part.UnitId, part.WithSubunits, part.PositionId, part.PersonId)), series.ChairId, cancel);
        return (await InviteesOf(ToCome(series.Id, db, clock).Where(meeting => meeting.Version == 1), cancel)).Concat(belong).ToHashSet();
    }

    /// <summary>Who is asked to meetings of it that stay, because somebody has touched them.</summary>
    public static Task<List<PersonId>> Staying(MeetingSeriesId id, AppDb db, CompanyClock clock, CancellationToken cancel) =>
        InviteesOf(ToCome(id, db, clock).Where(meeting => meeting.Version != 1), cancel);

    private static IQueryable<Meeting> ToCome(MeetingSeriesId id, AppDb db, CompanyClock clock)
    {
        var today = clock.Today;
        return db.Set<Meeting>().Where(meeting => meeting.SeriesId == id && meeting.Day > today && meeting.State == MeetingState.Planned);
    }

    private static Task<List<PersonId>> InviteesOf(IQueryable<Meeting> meetings, CancellationToken cancel) =>
        meetings.SelectMany(meeting => meeting.Invitees).Select(invitee => invitee.PersonId).Distinct().ToListAsync(cancel);

    public static Task TellOf(MeetingSeries series, string kind, IEnumerable<PersonId> people, MeetingReaders readers, Notifier notifier, CancellationToken cancel) =>
        notifier.Tell(people.Where(person => person != readers.Me), kind, new Dictionary<string, object?>
        {
            ["title"] = series.Title,
            ["time"] = $"{ClockTime.Text(series.From)}–{ClockTime.Text(series.To)}",
            ["place"] = series.Place ?? "–",
        }, "/meetings", cancel);

    public static async Task<MeetingSeries> Mine(MeetingSeriesId id, MeetingReaders readers, CancellationToken cancel)
    {
        var series = await readers.VisibleSeries().Include(one => one.Parts).FirstOrDefaultAsync(one => one.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        return readers.IsHost(series) ? series : throw Refusal.Conflict("collaboration.not-host");
    }

    /// <summary>What somebody has put on the agenda of, moved or prepared, stays.</summary>
    public static async Task RemoveUntouched(MeetingSeriesId id, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var untouched = await ToCome(id, db, clock).Where(meeting => meeting.Version == 1).Include(meeting => meeting.Invitees).Include(meeting => meeting.Agenda).AsSplitQuery().ToListAsync(cancel);
        db.RemoveRange(untouched);
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>POST /api/meeting-series/{id}/stop: meetings still to come that nobody has touched go with it, and who was to come is told.</summary>
internal static class StopMeetingSeries
{
    public static async Task<Saved<MeetingSeriesId>> Handle(
        MeetingSeriesId id, IfMatch seen, AppDb db, MeetingReaders readers, MeetingWriting writing, Notifier notifier, CompanyClock clock, CancellationToken cancel)
    {
        var series = await EditMeetingSeries.Mine(id, readers, cancel);
        db.Expect(series, seen);
        var came = await EditMeetingSeries.Coming(series, db, writing, clock, cancel);
        series.IsStopped = true;
        await EditMeetingSeries.RemoveUntouched(id, db, clock, cancel);
        await EditMeetingSeries.TellOf(series, "meeting-series-stopped", came.Except(await EditMeetingSeries.Staying(id, db, clock, cancel)), readers, notifier, cancel);
        return new Saved<MeetingSeriesId>(id, series.Version);
    }
}
