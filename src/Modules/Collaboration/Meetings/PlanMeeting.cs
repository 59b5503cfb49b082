using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Audiences;
using Yingpan.Collaboration.Audiences.Rules;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;
using Yingpan.Platform.Numbers;

namespace Yingpan.Collaboration.Meetings;

/// <summary>Makes meetings, single ones and those of a series, and prepares their agenda.</summary>
internal sealed class MeetingWriting(AppDb db, NumberSequences numbers, IEnumerable<IAgenda> agendas, Notifier notifier, CompanyClock clock)
{
    private const int MostOfASource = 10;

    public async Task<string> NextNumber(CancellationToken cancel) => await numbers.Take("meetings", db.Set<Meeting>().Select(meeting => meeting.Number), cancel);

    /// <summary>Those an audience means today, and the chair.</summary>
    public async Task<IReadOnlyList<PersonId>> Invited(IEnumerable<AudiencePart> parts, PersonId chair, CancellationToken cancel) =>
        [.. Audience.Of(await db.LoadChart(clock.Today, cancel), [.. parts], null, null).People.Select(person => person.Id).Prepend(chair).Distinct()];

    /// <summary>What the modules bring that is not on it yet, added at the end; what they brought before says what holds now. How many came.</summary>
    public async Task<int> Prepare(Meeting meeting, CancellationToken cancel)
    {
        var facts = new MeetingFacts(meeting.Id, meeting.Title, meeting.Day, meeting.ChairId, [.. meeting.Invitees.Select(invitee => invitee.PersonId)], meeting.Day < clock.Today ? meeting.Day : clock.Today);
        var known = meeting.Agenda.Where(item => item.Source is not null).ToDictionary(item => (item.Source!, item.Subject));
        var added = 0;
        foreach (var agenda in agendas.OrderBy(agenda => agenda.Source, StringComparer.Ordinal))
        {
            foreach (var proposal in (await agenda.Propose(facts, cancel)).Take(MostOfASource))
            {
                if (known.TryGetValue((agenda.Source, proposal.Subject), out var before))
                {
                    (before.Title, before.Text) = (proposal.Title.Shortened(200), proposal.Text);
                    continue;
                }

                Put(meeting, proposal.Title.Shortened(200), proposal.Text, null, agenda.Source, proposal.Subject, proposal.Link);
                added++;
            }
        }

        meeting.PreparedAt = clock.Now;
        return added;
    }

    public static void Put(Meeting meeting, string title, string? text, PersonId? person, string? source = null, string? subject = null, string? link = null) => meeting.Agenda.Add(new AgendaItem
    {
        MeetingId = meeting.Id,
        Line = meeting.Agenda.Select(item => item.Line).DefaultIfEmpty().Max() + 1,
        Order = meeting.Agenda.Select(item => item.Order).DefaultIfEmpty().Max() + 1,
        Title = title,
        Text = text,
        PersonId = person,
        Source = source,
        Subject = subject,
        Link = link,
    });

    public Task Tell(IEnumerable<PersonId> people, string kind, Meeting meeting, CancellationToken cancel) => notifier.Tell(people, kind, new Dictionary<string, object?>
    {
        ["title"] = meeting.Title,
        ["day"] = meeting.Day,
        ["time"] = $"{ClockTime.Text(meeting.From)}–{ClockTime.Text(meeting.To)}",
        ["place"] = meeting.Place ?? "–",
    }, $"/meetings?open={meeting.Id}", cancel);
}

/// <summary>POST /api/meetings</summary>
internal static class AddMeeting
{
    public static async Task<Created<Saved<MeetingId>>> Handle(MeetingRequest request, AppDb db, MeetingReaders readers, MeetingWriting writing, CompanyClock clock, CancellationToken cancel)
    {
        var me = readers.Me ?? throw Refusal.Conflict("collaboration.no-person");
        var check = new Check();
        check.That(request.Day >= clock.Today, "day", "collaboration.day-past");
        await check.Chair(request.ChairId, db, clock, cancel);
        await check.KnownAudience("invited", request.Invited, db, cancel);
        check.ThrowIfAny();
        var meeting = new Meeting
        {
            Id = Id.New<MeetingId>(),
            Number = await writing.NextNumber(cancel),
            Title = request.Title.Clean(),
            ChairId = request.ChairId,
            CreatorId = me,
            Day = request.Day,
            From = ClockTime.Parse(request.From)!.Value,
            To = ClockTime.Parse(request.To)!.Value,
            Place = request.Place.CleanOrNull(),
            NeedsMinutes = request.NeedsMinutes,
            State = MeetingState.Planned,
        };
        meeting.Invitees.AddRange((await writing.Invited(request.Invited.Select(line => line.Part), request.ChairId, cancel))
            .Select(person => new Invitee { MeetingId = meeting.Id, PersonId = person, Attendance = Attendance.Unknown }));
        db.Add(meeting);
        await db.SaveChangesAsync(cancel);
        await writing.Tell(meeting.Invitees.Select(invitee => invitee.PersonId).Where(person => person != me), "meeting-invited", meeting, cancel);
        return TypedResults.Created($"/api/meetings/{meeting.Id}", new Saved<MeetingId>(meeting.Id, meeting.Version));
    }
}

/// <summary>PUT /api/meetings/{id}: another time, place, chair, other people; who is invited is told, who no longer is too.</summary>
internal static class EditMeeting
{
    public static async Task<Saved<MeetingId>> Handle(
        MeetingId id, MeetingRequest request, IfMatch seen, AppDb db, MeetingReaders readers, MeetingWriting writing, CompanyClock clock, CancellationToken cancel)
    {
        var meeting = await readers.Planned(id, byHost: true, cancel);
        db.Expect(meeting, seen);
        var check = new Check();
        check.That(request.Day >= clock.Today || request.Day == meeting.Day, "day", "collaboration.day-past");
        await check.Chair(request.ChairId, db, clock, cancel);
        await check.KnownAudience("invited", request.Invited, db, cancel);
        check.ThrowIfAny();
        var before = (meeting.Day, meeting.From, meeting.To, meeting.Place);
        (meeting.Title, meeting.Day, meeting.Place, meeting.ChairId, meeting.NeedsMinutes) = (request.Title.Clean(), request.Day, request.Place.CleanOrNull(), request.ChairId, request.NeedsMinutes);
        (meeting.From, meeting.To) = (ClockTime.Parse(request.From)!.Value, ClockTime.Parse(request.To)!.Value);
        var wanted = await writing.Invited(request.Invited.Select(line => line.Part), request.ChairId, cancel);
        var fresh = wanted.Except(meeting.Invitees.ConvertAll(invitee => invitee.PersonId)).ToList();
        var gone = meeting.Invitees.ConvertAll(invitee => invitee.PersonId).Except(wanted).ToList();
        meeting.Invitees.RemoveAll(invitee => gone.Contains(invitee.PersonId));
        meeting.Invitees.AddRange(fresh.ConvertAll(person => new Invitee { MeetingId = id, PersonId = person, Attendance = Attendance.Unknown }));
        db.Entry(meeting).Property(one => one.Version).IsModified = true;
        await db.SaveChangesAsync(cancel);
        await writing.Tell(fresh.Where(person => person != readers.Me), "meeting-invited", meeting, cancel);
        await writing.Tell(gone.Where(person => person != readers.Me), "meeting-uninvited", meeting, cancel);
        if (before != (meeting.Day, meeting.From, meeting.To, meeting.Place))
        {
            await writing.Tell(wanted.Except(fresh).Where(person => person != readers.Me), "meeting-moved", meeting, cancel);
        }

        return new Saved<MeetingId>(id, meeting.Version);
    }
}

/// <summary>POST /api/meetings/{id}/cancel: with the reason; whoever was invited is told.</summary>
internal static class CancelMeeting
{
    public sealed record Request : IChecked
    {
        public required string Reason { get; init; }

        public void Check(Check check) => check.Text("reason", Reason, 500, lines: true);
    }

    public static async Task<Saved<MeetingId>> Handle(MeetingId id, Request request, AppDb db, MeetingReaders readers, MeetingWriting writing, CancellationToken cancel)
    {
        var meeting = await readers.Planned(id, byHost: true, cancel);
        (meeting.State, meeting.Reason) = (MeetingState.Cancelled, request.Reason.Clean());
        await db.SaveChangesAsync(cancel);
        await writing.Tell(meeting.Invitees.Select(invitee => invitee.PersonId).Where(person => person != readers.Me), "meeting-cancelled", meeting, cancel);
        return new Saved<MeetingId>(id, meeting.Version);
    }
}
