using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Meetings.Rules;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Collaboration.Meetings;

/// <summary>POST /api/meetings/{id}/agenda · agenda/remove · agenda/order · prepare</summary>
internal static class EditAgenda
{
    public sealed record ItemRequest : IChecked
    {
        public required string Title { get; init; }

        public string? Text { get; init; }

        public void Check(Check check)
        {
            check.Text("title", Title, 200);
            check.OptionalText("text", Text, 2000, lines: true);
        }
    }

    public sealed record LineRequest(int Line) : IChecked;

    public sealed record OrderRequest(IReadOnlyList<int> Lines) : IChecked
    {
        public void Check(Check check) => check.That(Lines.Count <= 200, "lines", "field.too-many", ("max", 200));
    }

    public sealed record Prepared(int Added, int Version) : IHasVersion;

    /// <summary>By anybody who is invited.</summary>
    public static async Task<Saved<MeetingId>> Add(MeetingId id, ItemRequest request, AppDb db, MeetingReaders readers, CancellationToken cancel)
    {
        var meeting = await readers.Planned(id, byHost: false, cancel);
        if (!readers.IsHost(meeting) && !meeting.Invitees.Exists(invitee => invitee.PersonId == readers.Me))
        {
            throw Refusal.Conflict("collaboration.not-invited");
        }

        MeetingWriting.Put(meeting, request.Title.Clean(), request.Text.CleanOrNull(), readers.Me);
        return await Touched(meeting, db, cancel);
    }

    /// <summary>One's own, or any by the host. One that a module brought does not come again.</summary>
    public static async Task<Saved<MeetingId>> Remove(MeetingId id, LineRequest request, AppDb db, MeetingReaders readers, CancellationToken cancel)
    {
        var meeting = await readers.Planned(id, byHost: false, cancel);
        var item = meeting.Agenda.Find(item => item.Line == request.Line) ?? throw Refusal.NotFound("record.not-found");
        if (!readers.IsHost(meeting) && item.PersonId != readers.Me)
        {
            throw Refusal.Conflict("collaboration.not-host");
        }

        meeting.Agenda.Remove(item);
        return await Touched(meeting, db, cancel);
    }

    public static async Task<Saved<MeetingId>> Order(MeetingId id, OrderRequest request, AppDb db, MeetingReaders readers, CancellationToken cancel)
    {
        var meeting = await readers.Planned(id, byHost: true, cancel);
        foreach (var item in meeting.Agenda)
        {
            var place = request.Lines.ToList().IndexOf(item.Line);
            item.Order = place < 0 ? request.Lines.Count + item.Line : place + 1;
        }

        return await Touched(meeting, db, cancel);
    }

    /// <summary>What the modules bring, now.</summary>
    public static async Task<Prepared> Prepare(MeetingId id, AppDb db, MeetingReaders readers, MeetingWriting writing, CancellationToken cancel)
    {
        var meeting = await readers.Planned(id, byHost: true, cancel);
        var added = await writing.Prepare(meeting, cancel);
        await Touched(meeting, db, cancel);
        return new Prepared(added, meeting.Version);
    }

    internal static async Task<Saved<MeetingId>> Touched(Meeting meeting, AppDb db, CancellationToken cancel)
    {
        db.Entry(meeting).Property(one => one.Version).IsModified = true;
        await db.SaveChangesAsync(cancel);
        return new Saved<MeetingId>(meeting.Id, meeting.Version);
    }
}

/// <summary>PUT /api/meetings/{id}/minutes</summary>
internal static class WriteMinutes
{
    public sealed record Request : IChecked
    {
        public string? Text { get; init; }

        public void Check(Check check) => check.OptionalText("text", Text, 20_000, lines: true);
    }

    public static async Task<Saved<MeetingId>> Handle(MeetingId id, Request request, IfMatch seen, AppDb db, MeetingReaders readers, CancellationToken cancel)
    {
        var meeting = await readers.Planned(id, byHost: true, cancel);
        db.Expect(meeting, seen);
        meeting.Minutes = request.Text.CleanOrNull();
        await db.SaveChangesAsync(cancel);
        return new Saved<MeetingId>(id, meeting.Version);
    }
}

/// <summary>POST /api/meetings/{id}/decisions: with somebody to do it, it is a task from the same moment on.</summary>
internal static class AddDecision
{
    public sealed record Request : IChecked
    {
        public required string Text { get; init; }

        /// <summary>Who does it; left out, it is only written down.</summary>
        public PersonId? OwnerId { get; init; }

        public DateOnly? DueOn { get; init; }

        public bool NeedsResult { get; init; }

        public void Check(Check check)
        {
            check.Text("text", Text, 1000, lines: true);
            check.That(DueOn is null || OwnerId is not null, "ownerId", "field.required");
            if (DueOn is { } day)
            {
                check.Day("dueOn", day);
            }
        }
    }

    public static async Task<Saved<MeetingId>> Handle(
        MeetingId id, Request request, AppDb db, MeetingReaders readers, Reach reach, TaskDesk desk, CompanyClock clock, CancellationToken cancel)
    {
        var meeting = await readers.Planned(id, byHost: true, cancel);
        var today = clock.Today;
        var check = new Check();
        if (request.OwnerId is { } asked)
        {
            check.That(await db.PersonCards.AnyAsync(person => person.Id == asked && (person.LeftOn == null || person.LeftOn >= today), cancel), "ownerId", "record.not-found");
            // Who sits at the table can be given it there; anybody else only by who may give him tasks anyhow.
            check.That(
                asked == readers.Me || meeting.Invitees.Exists(invitee => invitee.PersonId == asked)
                    || (reach.Caller.May(CollaborationPermissions.GiveTasks) && await reach.Covers(asked, CollaborationPermissions.GiveTasks, cancel)),
                "ownerId", "collaboration.owner-beyond-reach");
        }

        check.ThrowIfAny();
        var text = request.Text.Clean();
        WorkTaskId? task = request.OwnerId is not { } owner ? null : await desk.Add(new NewTask
        {
            Title = text.Shortened(200),
            Text = text.Length <= 200 ? null : text,
            Owner = owner,
            Giver = readers.Me,
            DueOn = request.DueOn,
            NeedsResult = request.NeedsResult,
            Link = $"/meetings?open={id}",
            LinkText = meeting.Title.Shortened(100),
            Source = "collaboration.meeting",
            Subject = id.ToString(),
        }, cancel);
        meeting.Decisions.Add(new Decision { MeetingId = id, Line = meeting.Decisions.Count + 1, Text = text, TaskId = task, PersonId = readers.Me!.Value, At = clock.Now });
        return await EditAgenda.Touched(meeting, db, cancel);
    }
}

/// <summary>PUT /api/meetings/{id}/attendance by the host; POST /api/meetings/{id}/excuse by who will not come.</summary>
internal static class KeepAttendance
{
    public sealed record Line : IChecked
    {
        public required PersonId PersonId { get; init; }

        public required Attendance Attendance { get; init; }

        public int LateMinutes { get; init; }

        public string? Excuse { get; init; }
    }

    public sealed record Request : IChecked
    {
        public required IReadOnlyList<Line> Items { get; init; }

        public void Check(Check check)
        {
            check.That(Items.Count is >= 1 and <= 500, "items", "field.range", ("min", 1), ("max", 500));
            foreach (var (i, line) in Items.Index())
            {
                check.That(line.Attendance == Attendance.Late ? line.LateMinutes is >= 1 and <= 600 : line.LateMinutes == 0, $"items[{i}].lateMinutes", "collaboration.late-minutes");
                check.That(line.Attendance != Attendance.Excused || !string.IsNullOrWhiteSpace(line.Excuse), $"items[{i}].excuse", "field.required");
                check.OptionalText($"items[{i}].excuse", line.Excuse, 500, lines: true);
            }
        }
    }

    public sealed record ExcuseRequest : IChecked
    {
        public required string Reason { get; init; }

        public void Check(Check check) => check.Text("reason", Reason, 500, lines: true);
    }

    public static async Task<Saved<MeetingId>> Handle(MeetingId id, Request request, AppDb db, MeetingReaders readers, CancellationToken cancel)
    {
        var meeting = await readers.Planned(id, byHost: true, cancel);
        var check = new Check();
        foreach (var (i, line) in request.Items.Index())
        {
            var invitee = meeting.Invitees.Find(one => one.PersonId == line.PersonId);
            check.That(invitee is not null, $"items[{i}].personId", "collaboration.not-invited");
            if (invitee is not null)
            {
                (invitee.Attendance, invitee.LateMinutes, invitee.Excuse) = (line.Attendance, line.LateMinutes, line.Attendance == Attendance.Excused ? line.Excuse.CleanOrNull() : null);
            }
        }

        check.ThrowIfAny();
        return await EditAgenda.Touched(meeting, db, cancel);
    }

    public static async Task<Saved<MeetingId>> Excuse(MeetingId id, ExcuseRequest request, AppDb db, MeetingReaders readers, MeetingWriting writing, CancellationToken cancel)
    {
        var meeting = await readers.Planned(id, byHost: false, cancel);
        var mine = meeting.Invitees.Find(invitee => invitee.PersonId == readers.Me) ?? throw Refusal.Conflict("collaboration.not-invited");
        (mine.Attendance, mine.LateMinutes, mine.Excuse) = (Attendance.Excused, 0, request.Reason.Clean());
        var saved = await EditAgenda.Touched(meeting, db, cancel);
        await writing.Tell(new[] { meeting.ChairId }.Where(person => person != readers.Me), "meeting-excused", meeting, cancel);
        return saved;
    }
}

/// <summary>POST /api/meetings/{id}/close: with its attendance, and with minutes where they are asked for; those invited can read them.</summary>
internal static class CloseMeeting
{
    public static async Task<Saved<MeetingId>> Handle(
        MeetingId id, IfMatch seen, AppDb db, MeetingReaders readers, MeetingWriting writing, CompanyClock clock, CancellationToken cancel)
    {
        var meeting = await readers.Planned(id, byHost: true, cancel);
        db.Expect(meeting, seen);
        var missing = MeetingRules.Missing(meeting.NeedsMinutes, meeting.Minutes is not null, meeting.Invitees.Select(invitee => invitee.Attendance), meeting.Day, clock.Today);
        if (missing.Count > 0)
        {
            throw Refusal.Conflict(missing[0]);
        }

        (meeting.State, meeting.ClosedAt) = (MeetingState.Closed, clock.Now);
        await db.SaveChangesAsync(cancel);
        if (meeting.Minutes is not null)
        {
            await writing.Tell(meeting.Invitees.Select(invitee => invitee.PersonId).Where(person => person != readers.Me), "meeting-minutes", meeting, cancel);
        }

        return new Saved<MeetingId>(id, meeting.Version);
    }
}
