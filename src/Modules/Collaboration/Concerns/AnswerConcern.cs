using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Audiences;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Collaboration.Concerns;

/// <summary>What a superior or the author says to it.</summary>
internal sealed record WordRequest : IChecked
{
    public required string Text { get; init; }

    public void Check(Check check)
    {
        check.Text("text", Text, 4000, lines: true);
    }
}

/// <summary>Each deed upon a concern: who may do it, what it becomes, whom it is told.</summary>
internal sealed class ConcernDeeds(AppDb db, ConcernReaders readers, Notifier notifier, CompanyClock clock)
{
    public async Task<Saved<ConcernId>> Acknowledge(ConcernId id, CancellationToken cancel)
    {
        var (concern, me) = await AsReceiver(id, cancel);
        var mine = concern.Receivers.Find(receiver => receiver.PersonId == me)!;
        if (mine.AcknowledgedAt is not null)
        {
            return new Saved<ConcernId>(id, concern.Version);
        }

        mine.AcknowledgedAt = clock.Now;
        if (concern.State == ConcernState.Sent)
        {
            (concern.State, concern.AcknowledgedAt) = (ConcernState.Acknowledged, clock.Now);
        }

        return await Write(concern, ConcernLineKind.Acknowledged, me, null, null, [concern.AuthorId], cancel);
    }

    /// <summary>Whoever answers knows of it.</summary>
    public async Task<Saved<ConcernId>> Answer(ConcernId id, string text, CancellationToken cancel)
    {
        var (concern, me) = await AsReceiver(id, cancel);
        concern.Receivers.Find(receiver => receiver.PersonId == me)!.AcknowledgedAt ??= clock.Now;
        concern.AcknowledgedAt ??= clock.Now;
        concern.AnsweredAt ??= clock.Now;
        concern.State = ConcernState.Answered;
        return await Write(concern, ConcernLineKind.Answer, me, null, text, [concern.AuthorId], cancel);
    }

    /// <summary>To the superior of whoever passes it on; he stays in it himself.</summary>
    public async Task<Saved<ConcernId>> PassOn(ConcernId id, string text, CancellationToken cancel)
    {
        var (concern, me) = await AsReceiver(id, cancel);
        var chart = await db.LoadChart(clock.Today, cancel);
        var next = chart.SuperiorsOf(me).Cast<PersonId?>().FirstOrDefault(person => person != concern.AuthorId && concern.Receivers.TrueForAll(receiver => receiver.PersonId != person))
            ?? throw Refusal.Conflict("collaboration.nobody-above");
        concern.Receivers.Find(receiver => receiver.PersonId == me)!.AcknowledgedAt ??= clock.Now;
        concern.AcknowledgedAt ??= clock.Now;
        if (concern.State == ConcernState.Sent)
        {
            concern.State = ConcernState.Acknowledged;
        }

        concern.Receivers.Add(new ConcernReceiver { ConcernId = id, PersonId = next, At = clock.Now, FromId = me });
        var saved = await Write(concern, ConcernLineKind.PassedOn, me, next, text, [concern.AuthorId], cancel);
        await notifier.Tell(next, "concern-sent", ConcernWords.Of(concern, chart.Person(concern.AuthorId)?.Name), ConcernWords.Link(id), cancel);
        return saved;
    }

    /// <summary>In the place of one who leaves; what the successor has reported himself goes to his superior.</summary>
    public async Task HandOver(ConcernId id, PersonId from, PersonId to, CancellationToken cancel)
    {
        var concern = await ConcernReaders.Locked(db, id, cancel);
        var chart = await db.LoadChart(clock.Today, cancel);
        var next = to != concern.AuthorId ? to : chart.SuperiorsOf(to).Cast<PersonId?>().FirstOrDefault(person => person != from) ?? throw Refusal.Conflict("collaboration.nobody-above");
        concern.Receivers.RemoveAll(receiver => receiver.PersonId == from);
        if (!concern.Receivers.Exists(receiver => receiver.PersonId == next))
        {
            concern.Receivers.Add(new ConcernReceiver { ConcernId = id, PersonId = next, At = clock.Now, FromId = from });
        }

        await Write(concern, ConcernLineKind.PassedOn, from, next, null, [concern.AuthorId], cancel);
        await notifier.Tell(next, "concern-sent", ConcernWords.Of(concern, chart.Person(concern.AuthorId)?.Name), ConcernWords.Link(id), cancel);
    }

    /// <summary>A further word of the author, who is not content or has more to say: it is open again.</summary>
    public async Task<Saved<ConcernId>> Say(ConcernId id, string text, CancellationToken cancel)
    {
        var concern = await AsAuthor(id, cancel);
        if (concern.State == ConcernState.Answered)
        {
            concern.State = ConcernState.Acknowledged;
        }

        return await Write(concern, ConcernLineKind.Word, concern.AuthorId, null, text, concern.Receivers.Select(receiver => receiver.PersonId), cancel);
    }

    public async Task<Saved<ConcernId>> Close(ConcernId id, CancellationToken cancel)
    {
        var concern = await AsAuthor(id, cancel);
        (concern.State, concern.ClosedAt) = (ConcernState.Closed, clock.Now);
        return await Write(concern, ConcernLineKind.Closed, concern.AuthorId, null, null, concern.Receivers.Select(receiver => receiver.PersonId), cancel);
    }

    private async Task<(Concern Concern, PersonId Me)> AsReceiver(ConcernId id, CancellationToken cancel)
    {
        var concern = await Open(id, cancel);
        return readers.Me is { } me && concern.Receivers.Exists(receiver => receiver.PersonId == me)
            ? (concern, me)
            : throw Refusal.Conflict("collaboration.not-receiver");
    }

    private async Task<Concern> AsAuthor(ConcernId id, CancellationToken cancel)
    {
        var concern = await Open(id, cancel);
        return readers.Me == concern.AuthorId ? concern : throw Refusal.Conflict("collaboration.not-author");
    }

    private async Task<Concern> Open(ConcernId id, CancellationToken cancel)
    {
        var concern = await readers.Locked(id, cancel);
        return concern.State == ConcernState.Closed ? throw Refusal.Conflict("collaboration.concern-closed") : concern;
    }

    private async Task<Saved<ConcernId>> Write(
        Concern concern, ConcernLineKind kind, PersonId actor, PersonId? target, string? text, IEnumerable<PersonId> told, CancellationToken cancel)
    {
        concern.Lines.Add(new ConcernLine
        {
            ConcernId = concern.Id,
            Line = concern.Lines.Count + 1,
            Kind = kind,
            ActorId = actor,
            TargetId = target,
            At = clock.Now,
            Text = text?.Clean(),
        });
        db.Entry(concern).Property(one => one.Version).IsModified = true;
        await db.SaveChangesAsync(cancel);
        var name = (await db.NamesOf([actor], cancel)).NameOf(actor);
        await notifier.Tell(told.Where(person => person != actor), NoticeOf(kind), ConcernWords.Of(concern, name), ConcernWords.Link(concern.Id), cancel);
        return new Saved<ConcernId>(concern.Id, concern.Version);
    }

    private static string NoticeOf(ConcernLineKind kind) => kind switch
    {
        ConcernLineKind.Acknowledged => "concern-acknowledged",
        ConcernLineKind.Answer => "concern-answered",
        ConcernLineKind.PassedOn => "concern-passed-on",
        ConcernLineKind.Word => "concern-word",
        _ => "concern-closed",
    };
}

/// <summary>POST /api/concerns/{id}/acknowledge · answer · pass-on · say · close</summary>
internal static class ActOnConcern
{
    public static Task<Saved<ConcernId>> Acknowledge(ConcernId id, ConcernDeeds deeds, CancellationToken cancel) => deeds.Acknowledge(id, cancel);

    public static Task<Saved<ConcernId>> Answer(ConcernId id, WordRequest request, ConcernDeeds deeds, CancellationToken cancel) => deeds.Answer(id, request.Text, cancel);

    public static Task<Saved<ConcernId>> PassOn(ConcernId id, WordRequest request, ConcernDeeds deeds, CancellationToken cancel) => deeds.PassOn(id, request.Text, cancel);

    public static Task<Saved<ConcernId>> Say(ConcernId id, WordRequest request, ConcernDeeds deeds, CancellationToken cancel) => deeds.Say(id, request.Text, cancel);

    public static Task<Saved<ConcernId>> Close(ConcernId id, ConcernDeeds deeds, CancellationToken cancel) => deeds.Close(id, cancel);
}
