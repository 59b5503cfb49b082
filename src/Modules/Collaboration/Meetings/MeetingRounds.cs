using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Yingpan.Collaboration.Audiences.Rules;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Policies;
using Yingpan.Collaboration.Public;
using Yingpan.Collaboration.Rhythms;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Modules;

namespace Yingpan.Collaboration.Meetings;

/// <summary>Makes the meetings of a series ahead of time, by the work calendar of its unit.</summary>
internal sealed class MeetingRounds(AppDb db, MeetingWriting writing, WorkCalendars calendars, CompanyClock clock)
{
    public async Task MakeAhead(MeetingSeriesId id, CancellationToken cancel)
    {
        var series = await db.Locked<MeetingSeries>(id.Value).FirstAsync(cancel);
        await db.Entry(series).Collection(one => one.Parts).LoadAsync(cancel);
        var policy = await db.PolicyOn(clock.Today, cancel);
        var last = clock.Today.AddDays(policy.MeetingsAhead);
        var first = series.MadeUpTo is { } made && made >= clock.Today ? made.AddDays(1) : clock.Today;
        if (series.IsStopped || first > last)
        {
            return;
        }

        var days = series.Rhythm().Between(new Period(first, last), await calendars.Of(series.UnitId, cancel));
        var known = await db.Set<Meeting>().Where(meeting => meeting.SeriesId == id && meeting.RhythmDay >= first).Select(meeting => meeting.RhythmDay).ToListAsync(cancel);
        var invited = days.Count == 0 ? [] : await writing.Invited(
            series.Parts.OrderBy(part => part.Place).Select(part => new AudiencePart(part.UnitId, part.WithSubunits, part.PositionId, part.PersonId)), series.ChairId, cancel);
        foreach (var day in days.Where(day => !known.Contains(day)))
        {
            var meeting = new Meeting
            {
                Id = Id.New<MeetingId>(),
                Number = await writing.NextNumber(cancel),
                SeriesId = id,
                RhythmDay = day,
                Title = series.Title,
                ChairId = series.ChairId,
                CreatorId = series.CreatorId,
                Day = day,
                From = series.From,
                To = series.To,
                Place = series.Place,
                NeedsMinutes = series.NeedsMinutes,
                State = MeetingState.Planned,
            };
            meeting.Invitees.AddRange(invited.Select(person => new Invitee { MeetingId = meeting.Id, PersonId = person, Attendance = Attendance.Unknown }));
            foreach (var item in (series.Standing ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                MeetingWriting.Put(meeting, item.Shortened(200), null, null);
            }

            db.Add(meeting);
        }

        series.MadeUpTo = last;
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>
/// Every hour: meetings of series are made ahead; for those of today the agenda is prepared once and whoever is invited is told. Each in a
/// transaction of its own, marked in its row, so that a second run does nothing twice.
/// </summary>
internal sealed class WatchMeetings(AppDb db, MeetingRounds rounds, MeetingWriting writing, CompanyClock clock, ILogger<WatchMeetings> log) : IRecurringJob
{
    public async Task Run(CancellationToken cancel)
    {
        var going = await db.Set<MeetingSeries>().AsNoTracking().Where(series => !series.IsStopped).Select(series => series.Id).ToListAsync(cancel);
        await db.ForEachAlone(going, id => rounds.MakeAhead(id, cancel), log, cancel);
        var today = clock.Today;
        var ofToday = await db.Set<Meeting>().AsNoTracking()
            .Where(meeting => meeting.State == MeetingState.Planned && meeting.Day == today && meeting.PreparedAt == null).Select(meeting => meeting.Id).ToListAsync(cancel);
        await db.ForEachAlone(ofToday, id => Prepare(id, cancel), log, cancel);
    }

    private async Task Prepare(MeetingId id, CancellationToken cancel)
    {
        var meeting = await db.Locked<Meeting>(id.Value).FirstAsync(cancel);
        if (meeting.PreparedAt is not null || meeting.State != MeetingState.Planned)
        {
            return;
        }

        await db.Entry(meeting).Collection(one => one.Invitees).LoadAsync(cancel);
        await db.Entry(meeting).Collection(one => one.Agenda).LoadAsync(cancel);
        await writing.Prepare(meeting, cancel);
        await db.SaveChangesAsync(cancel);
        await writing.Tell(meeting.Invitees.Where(invitee => invitee.Attendance != Attendance.Excused).Select(invitee => invitee.PersonId), "meeting-today", meeting, cancel);
    }
}
