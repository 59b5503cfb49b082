using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Audiences;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Meetings.Rules;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Texts;

namespace Yingpan.Collaboration.Meetings;

internal enum MeetingBox
{
    /// <summary>Those I am invited to, or chair.</summary>
    Mine,

    All,
}

internal sealed record MeetingRow
{
    public required MeetingId Id { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Minutes from midnight.</summary>
    public required int From { get; init; }

    public required int To { get; init; }

    public string? Place { get; init; }

    public required string ChairName { get; init; }

    public required MeetingState State { get; init; }

    public required int Invited { get; init; }

    public required int Late { get; init; }

    public required int Absent { get; init; }

    public required int Decisions { get; init; }
}

/// <summary>GET /api/meetings, /api/meetings/export</summary>
internal static class ListMeetings
{
    public sealed class Filter : IChecked
    {
        public MeetingBox? Box { get; init; }

        public MeetingState? State { get; init; }

        public MeetingSeriesId? Series { get; init; }

        public DateOnly? From { get; init; }

        public DateOnly? To { get; init; }

        public void Check(Check check) => check.That(From is null || To is null || From <= To, "from", "field.period-backwards");
    }

    private static readonly ListSpec<MeetingRow> Spec = new ListSpec<MeetingRow>("meetings", row => row.Id)
        .Column("number", row => row.Number)
        .Column("title", row => row.Title)
        .Column("day", row => row.Day)
        .ExportColumn("time", row => $"{ClockTime.Text(row.From)}–{ClockTime.Text(row.To)}")
        .Column("place", row => row.Place)
        .NameColumn("chairName", row => row.ChairName)
        .Column("state", row => row.State)
        .Column("invited", row => row.Invited)
        .Column("late", row => row.Late)
        .Column("absent", row => row.Absent)
        .Column("decisions", row => row.Decisions)
        .SortedBy("day");

    public static async Task<ListPage<MeetingRow>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, MeetingReaders readers, CancellationToken cancel) =>
        await Spec.Page(Rows(query, filter, db, readers), query, db, cancel);

    public static async Task Export([AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, MeetingReaders readers, CancellationToken cancel) =>
        await ExportList.Write(http, db, Spec, Rows(query, filter, db, readers), query.Sort, cancel);

    private static IQueryable<MeetingRow> Rows(ListQuery query, Filter filter, AppDb db, MeetingReaders readers)
    {
        var (me, people) = (readers.Me, db.PersonCards);
        var meetings = readers.Visible().AsNoTracking();
        if ((filter.Box ?? MeetingBox.Mine) == MeetingBox.Mine)
        {
            meetings = meetings.Where(meeting => meeting.ChairId == me || meeting.CreatorId == me || meeting.Invitees.Any(invitee => invitee.PersonId == me));
        }

        if (query.Pattern is { } pattern)
        {
            meetings = meetings.Where(meeting => EF.Functions.Like(meeting.Title.ToLower(), pattern, @"\") || EF.Functions.Like(meeting.Number.ToLower(), pattern, @"\")
                || people.Any(person => person.Id == meeting.ChairId && EF.Functions.Like(person.Name.ToLower(), pattern, @"\")));
        }

        meetings = filter.State is { } state ? meetings.Where(meeting => meeting.State == state) : meetings;
        meetings = filter.Series is { } series ? meetings.Where(meeting => meeting.SeriesId == series) : meetings;
        meetings = filter.From is { } from ? meetings.Where(meeting => meeting.Day >= from) : meetings;
        meetings = filter.To is { } to ? meetings.Where(meeting => meeting.Day <= to) : meetings;
        return meetings.Select(meeting => new MeetingRow
        {
            Id = meeting.Id,
            Number = meeting.Number,
            Title = meeting.Title,
            Day = meeting.Day,
            From = meeting.From,
            To = meeting.To,
            Place = meeting.Place,
            ChairName = people.Where(person => person.Id == meeting.ChairId).Select(person => person.Name).FirstOrDefault() ?? "",
            State = meeting.State,
            Invited = meeting.Invitees.Count,
            Late = meeting.Invitees.Count(invitee => invitee.Attendance == Attendance.Late),
            Absent = meeting.Invitees.Count(invitee => invitee.Attendance == Attendance.Absent || invitee.Attendance == Attendance.Excused),
            Decisions = meeting.Decisions.Count,
        });
    }
}

internal sealed record InviteeView(PersonName Person, Attendance Attendance, int LateMinutes, string? Excuse);

/// <param name="Source">What brought it, in the reader's language; null for a person's.</param>
internal sealed record AgendaView(int Line, string Title, string? Text, string? PersonName, string? Source, string? Link, bool CanRemove);

internal sealed record DecisionView(int Line, string Text, WorkTaskId? TaskId, string? TaskOwnerName, DateOnly? DueOn, WorkTaskState? TaskState);

internal sealed record MeetingView : IHasVersion
{
    public required MeetingId Id { get; init; }

    public required string Number { get; init; }

    public MeetingSeriesId? SeriesId { get; init; }

    public required string Title { get; init; }

    public required PersonName Chair { get; init; }

    public required DateOnly Day { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public string? Place { get; init; }

    public required bool NeedsMinutes { get; init; }

    public required MeetingState State { get; init; }

    public string? Minutes { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset? PreparedAt { get; init; }

    public required IReadOnlyList<InviteeView> Invitees { get; init; }

    public required IReadOnlyList<AgendaView> Agenda { get; init; }

    public required IReadOnlyList<DecisionView> Decisions { get; init; }

    /// <summary>Codes of what is missing before it can be closed.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    public required int Version { get; init; }

    public required IReadOnlyList<string> Can { get; init; }
}

/// <summary>GET /api/meetings/{id}</summary>
internal static class ReadMeeting
{
    public static async Task<MeetingView> Handle(
        MeetingId id, HttpContext http, AppDb db, MeetingReaders readers, TextBook texts, Platform.Modules.CompanyClock clock, CancellationToken cancel)
    {
        var meeting = await readers.Visible().AsNoTracking().Include(one => one.Invitees).Include(one => one.Agenda).Include(one => one.Decisions).AsSplitQuery()
            .FirstOrDefaultAsync(one => one.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        var tasks = meeting.Decisions.Select(decision => decision.TaskId).OfType<WorkTaskId>().ToList();
        var cards = await db.TaskCards.Where(task => tasks.Contains(task.Id)).ToDictionaryAsync(task => task.Id, cancel);
        var names = await db.NamesOf(
            [meeting.ChairId, .. meeting.Invitees.Select(invitee => (PersonId?)invitee.PersonId), .. meeting.Agenda.Select(item => item.PersonId), .. cards.Values.Select(card => (PersonId?)card.OwnerId)], cancel);
        var (isHost, isPlanned) = (readers.IsHost(meeting), meeting.State == MeetingState.Planned);
        var mine = meeting.Invitees.Find(invitee => invitee.PersonId == readers.Me);
        return new MeetingView
        {
            Id = id,
            Number = meeting.Number,
            SeriesId = meeting.SeriesId,
            Title = meeting.Title,
            Chair = names.Named(meeting.ChairId),
            Day = meeting.Day,
            From = ClockTime.Text(meeting.From),
            To = ClockTime.Text(meeting.To),
            Place = meeting.Place,
            NeedsMinutes = meeting.NeedsMinutes,
            State = meeting.State,
            Minutes = meeting.Minutes,
            Reason = meeting.Reason,
            PreparedAt = meeting.PreparedAt,
            Invitees = [.. meeting.Invitees.OrderBy(invitee => invitee.PersonId != meeting.ChairId).ThenBy(invitee => names.NameOf(invitee.PersonId), StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("zh-CN"), false))
                .Select(invitee => new InviteeView(names.Named(invitee.PersonId), invitee.Attendance, invitee.LateMinutes, invitee.Excuse))],
            Agenda = [.. meeting.Agenda.OrderBy(item => item.Order).ThenBy(item => item.Line)
                .Select(item => new AgendaView(item.Line, item.Title, item.Text, names.NameOf(item.PersonId), item.Source is null ? null : texts.Say($"agenda.{item.Source}", Languages.Of(http)), item.Link, isPlanned && (isHost || (item.PersonId is not null && item.PersonId == readers.Me))))],
            Decisions = [.. meeting.Decisions.OrderBy(decision => decision.Line).Select(decision =>
            {
                var card = decision.TaskId is { } task ? cards.GetValueOrDefault(task) : null;
                return new DecisionView(decision.Line, decision.Text, decision.TaskId, names.NameOf(card?.OwnerId), card?.DueOn, card?.State);
            })],
            Missing = isPlanned ? MeetingRules.Missing(meeting.NeedsMinutes, meeting.Minutes is not null, meeting.Invitees.Select(invitee => invitee.Attendance), meeting.Day, clock.Today) : [],
            Version = meeting.Version,
            Can =
            [
                .. isHost && isPlanned ? new[] { "edit", "cancel", "prepare", "minutes", "decide", "attendance", "close" } : [],
                .. isPlanned && (isHost || mine is not null) ? new[] { "agenda" } : [],
                .. isPlanned && mine is { Attendance: Attendance.Unknown } && meeting.ChairId != readers.Me ? new[] { "excuse" } : [],
            ],
        };
    }
}

/// <summary>GET /api/meeting-attendance: who came, who was late and by how much; at meetings that were held, of people the caller reaches.</summary>
internal static class ReadAttendance
{
    public sealed class Query : IChecked
    {
        public required DateOnly From { get; init; }

        public required DateOnly To { get; init; }

        public MeetingSeriesId? Series { get; init; }

        public void Check(Check check)
        {
            check.Period("from", From, To);
            check.That(To.DayNumber - From.DayNumber < 1100, "to", "collaboration.period-too-long");
        }
    }

    public sealed record Line(PersonId? PersonId, string Name, string? UnitName, int Meetings, int Present, int Late, int LateMinutes, int Excused, int Absent, Rate? Rate);

    public sealed record MonthLine(Month Month, int Meetings, int Late, int Absent, Rate? Rate);

    /// <param name="Held">Meetings.</param>
    public sealed record View(int Held, Line All, IReadOnlyList<Line> People, IReadOnlyList<MonthLine> Months);

    public static async Task<View> Handle([AsParameters] Query query, AppDb db, Reach reach, Platform.Modules.CompanyClock clock, CancellationToken cancel)
    {
        var (invitees, today) = (db.Set<Invitee>().AsNoTracking(), clock.Today);
        if (reach.People(CollaborationPermissions.ReadMeetings) is { } people)
        {
            invitees = invitees.Where(invitee => people.Contains(invitee.PersonId));
        }

        var facts = await (
            from invitee in invitees
            join meeting in db.Set<Meeting>() on invitee.MeetingId equals meeting.Id
            where meeting.State == MeetingState.Closed && meeting.Day >= query.From && meeting.Day <= query.To && (query.Series == null || meeting.SeriesId == query.Series)
            select new { meeting.Id, meeting.Day, invitee.PersonId, invitee.Attendance, invitee.LateMinutes }).ToListAsync(cancel);
        var all = facts.ConvertAll(fact => (fact.Day, Fact: new AttendanceFact(fact.PersonId, fact.Attendance, fact.LateMinutes)));
        var figures = MeetingRules.ByPerson(all.Select(one => one.Fact));
        var ids = figures.Select(figure => figure.Person!.Value).ToList();
        var names = await db.NamesOf(ids.Cast<PersonId?>(), cancel);
        var units = db.UnitCards;
        var places = (await db.Placements.Where(place => ids.Contains(place.PersonId) && place.First <= today && (place.Last == null || place.Last >= today))
            .Select(place => new { place.PersonId, Name = units.Where(unit => unit.Id == place.UnitId).Select(unit => unit.Name).FirstOrDefault() }).ToListAsync(cancel))
            .DistinctBy(place => place.PersonId).ToDictionary(place => place.PersonId, place => place.Name);
        return new View(
            facts.Select(fact => fact.Id).Distinct().Count(),
            Said(MeetingRules.Of(null, all.Select(one => one.Fact)), "", null),
            [.. figures.Select(figure => Said(figure, names.NameOf(figure.Person) ?? "", places.GetValueOrDefault(figure.Person!.Value)))],
            [.. new Period(query.From, query.To).Months().Select(month =>
            {
                var figure = MeetingRules.Of(null, all.Where(one => Month.Of(one.Day) == month).Select(one => one.Fact));
                return new MonthLine(month, facts.Where(fact => Month.Of(fact.Day) == month).Select(fact => fact.Id).Distinct().Count(), figure.Late, figure.Absent, figure.Rate);
            })]);
    }

    private static Line Said(AttendanceFigure figure, string name, string? unit) =>
        new(figure.Person, name, unit, figure.Meetings, figure.Present, figure.Late, figure.LateMinutes, figure.Excused, figure.Absent, figure.Rate);
}
