using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Files;

namespace Yingpan.Collaboration.Meetings;

/// <summary>Who sees a meeting: its chair, who set it up, who is invited; and who reaches the chair.</summary>
internal sealed class MeetingReaders(AppDb db, Reach reach)
{
    public PersonId? Me => reach.Caller.Person;

    public IQueryable<Meeting> Visible()
    {
        var me = Me;
        var reached = Reached();
        return reached is null
            ? db.Set<Meeting>()
            : db.Set<Meeting>().Where(meeting => (me != null && (meeting.ChairId == me || meeting.CreatorId == me || meeting.Invitees.Any(invitee => invitee.PersonId == me)))
                || reached.Contains(meeting.ChairId));
    }

    public IQueryable<MeetingSeries> VisibleSeries()
    {
        var me = Me;
        var reached = Reached();
        return reached is null
            ? db.Set<MeetingSeries>()
            : db.Set<MeetingSeries>().Where(series => (me != null && (series.ChairId == me || series.CreatorId == me)) || reached.Contains(series.ChairId));
    }

    /// <summary>Chairs it, or set it up: may change it.</summary>
    public bool IsHost(Meeting meeting) => Me is { } me && (meeting.ChairId == me || meeting.CreatorId == me);

    public bool IsHost(MeetingSeries series) => Me is { } me && (series.ChairId == me || series.CreatorId == me);

    public async Task<Meeting> Locked(MeetingId id, CancellationToken cancel)
    {
        if (!await Visible().AnyAsync(meeting => meeting.Id == id, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        var meeting = await db.Locked<Meeting>(id.Value).FirstAsync(cancel);
        await db.Entry(meeting).Collection(one => one.Invitees).LoadAsync(cancel);
        await db.Entry(meeting).Collection(one => one.Agenda).LoadAsync(cancel);
        await db.Entry(meeting).Collection(one => one.Decisions).LoadAsync(cancel);
        return meeting;
    }

    /// <summary>To change it while it is planned.</summary>
    public async Task<Meeting> Planned(MeetingId id, bool byHost, CancellationToken cancel)
    {
        var meeting = await Locked(id, cancel);
        if (byHost && !IsHost(meeting))
        {
            throw Refusal.Conflict("collaboration.not-host");
        }

        return meeting.State == MeetingState.Planned ? meeting : throw Refusal.Conflict("collaboration.meeting-over");
    }

    /// <summary>Null is everybody.</summary>
    private IQueryable<PersonId>? Reached() => reach.Caller.May(CollaborationPermissions.ReadMeetings)
        ? reach.People(CollaborationPermissions.ReadMeetings)
        : db.PersonCards.Where(_ => false).Select(person => person.Id);
}

internal sealed class MeetingFiles(AppDb db, MeetingReaders readers) : IFileParent
{
    public const string Table = "collaboration_meeting";

    public string Entity => Table;

    public async Task<bool> MaySee(string id, Caller caller, CancellationToken cancel) =>
        Id.TryParse<MeetingId>(id, out var meeting) && await readers.Visible().AnyAsync(one => one.Id == meeting, cancel);

    public async Task<bool> MayAttach(string id, Caller caller, CancellationToken cancel)
    {
        var me = caller.Person;
        return me is not null && Id.TryParse<MeetingId>(id, out var meeting) && await db.Set<Meeting>().AnyAsync(one => one.Id == meeting && one.State == MeetingState.Planned
            && (one.ChairId == me || one.CreatorId == me || one.Invitees.Any(invitee => invitee.PersonId == me)), cancel);
    }
}
