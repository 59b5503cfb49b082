using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Yingpan.Collaboration.Audiences;
using Yingpan.Collaboration.Audiences.Rules;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Notices.Rules;
using Yingpan.Collaboration.Policies;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Collaboration.Notices;

/// <summary>POST /api/notices/{id}/publish: from now on it is said. Who gets it is written down today; who comes or goes later changes nothing.</summary>
internal static class PublishNotice
{
    public static async Task<Saved<NoticeId>> Handle(
        NoticeId id, IfMatch seen, AppDb db, NoticeReaders readers, NoticeAudience audience, Notifier notifier, CompanyClock clock, CancellationToken cancel)
    {
        var notice = await readers.Own(id, cancel);
        db.Expect(notice, seen);
        if (notice.State != NoticeState.Draft)
        {
            throw Refusal.Conflict("collaboration.notice-published");
        }

        var found = await audience.Of([.. notice.Parts.Select(part => new AudiencePart(part.UnitId, part.WithSubunits, part.PositionId, part.PersonId))], cancel);
        var check = new Check();
        check.That(found.Beyond.Count == 0, "to", "collaboration.beyond-reach", ("name", found.Beyond.Count > 0 ? found.Beyond[0].Name : ""), ("count", found.Beyond.Count));
        check.That(found.People.Count > 0, "to", "collaboration.nobody-addressed");
        check.That(notice.ConfirmBy is null || notice.ConfirmBy >= clock.Today, "confirmBy", "collaboration.day-past");
        check.ThrowIfAny();
        notice.State = NoticeState.Published;
        notice.PublishedAt = clock.Now;
        db.AddRange(found.People.Select(person => new NoticeReceipt { NoticeId = id, PersonId = person.Id, UnitId = person.UnitId }));
        await db.SaveChangesAsync(cancel);
        var author = (await db.NamesOf([notice.AuthorId], cancel)).NameOf(notice.AuthorId);
        await notifier.Tell(found.People.Select(person => person.Id), notice.MustConfirm ? "notice-to-confirm" : "notice", NoticeWords.Of(notice, author), NoticeWords.Link(id), cancel);

        return new Saved<NoticeId>(id, notice.Version);
    }
}

internal static class NoticeWords
{
    public static Dictionary<string, object?> Of(Notice notice, string? author) => new() { ["title"] = notice.Title, ["author"] = author, ["day"] = notice.ConfirmBy };

    public static string Link(NoticeId id) => $"/notices?open={id}";
}

/// <summary>POST /api/notices/{id}/withdraw: it holds no more; who got it is told why.</summary>
internal static class WithdrawNotice
{
    public sealed record Request : IChecked
    {
        public required string Reason { get; init; }

        public void Check(Check check) => check.Text("reason", Reason, 500, lines: true);
    }

    public static async Task<Saved<NoticeId>> Handle(
        NoticeId id, Request request, IfMatch seen, AppDb db, NoticeReaders readers, Notifier notifier, CompanyClock clock, CancellationToken cancel)
    {
        var notice = await readers.Own(id, cancel);
        db.Expect(notice, seen);
        if (notice.State != NoticeState.Published)
        {
            throw Refusal.Conflict("collaboration.notice-not-published");
        }

        (notice.State, notice.WithdrawnAt, notice.WithdrawReason) = (NoticeState.Withdrawn, clock.Now, request.Reason.Clean());
        await db.SaveChangesAsync(cancel);
        var told = await db.Set<NoticeReceipt>().Where(receipt => receipt.NoticeId == id).Select(receipt => receipt.PersonId).ToListAsync(cancel);
        await notifier.Tell(told, "notice-withdrawn", NoticeWords.Of(notice, null), NoticeWords.Link(id), cancel);

        return new Saved<NoticeId>(id, notice.Version);
    }
}

/// <summary>POST /api/notices/{id}/read, /api/notices/{id}/confirm: the first time counts, a second changes nothing.</summary>
internal static class ReceiveNotice
{
    public sealed record View(DateTimeOffset? ReadAt, DateTimeOffset? ConfirmedAt);

    public static async Task<View> Read(NoticeId id, AppDb db, NoticeReaders readers, CompanyClock clock, CancellationToken cancel)
    {
        await readers.Find(id, cancel);
        return await Mark(id, db, readers, clock, confirms: false, cancel);
    }

    public static async Task<View> Confirm(NoticeId id, AppDb db, NoticeReaders readers, CompanyClock clock, CancellationToken cancel)
    {
        var notice = await readers.Find(id, cancel);
        if (notice is not { State: NoticeState.Published, MustConfirm: true })
        {
            throw Refusal.Conflict(notice.State == NoticeState.Published ? "collaboration.nothing-to-confirm" : "collaboration.notice-not-published");
        }

        return await Mark(id, db, readers, clock, confirms: true, cancel);
    }

    private static async Task<View> Mark(NoticeId id, AppDb db, NoticeReaders readers, CompanyClock clock, bool confirms, CancellationToken cancel)
    {
        var me = readers.Me;
        DateTimeOffset? now = clock.Now;
        var mine = db.Set<NoticeReceipt>().Where(receipt => receipt.NoticeId == id && receipt.PersonId == me);
        // One statement for each, so that of two at once only the first writes its time.
        await mine.Where(receipt => receipt.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(receipt => receipt.ReadAt, now), cancel);
        if (confirms)
        {
            await mine.Where(receipt => receipt.ConfirmedAt == null).ExecuteUpdateAsync(set => set.SetProperty(receipt => receipt.ConfirmedAt, now), cancel);
        }

        return await mine.Select(receipt => new View(receipt.ReadAt, receipt.ConfirmedAt)).FirstOrDefaultAsync(cancel)
            ?? (confirms ? throw Refusal.Conflict("collaboration.not-addressed") : new View(null, null));
    }
}

/// <summary>POST /api/notices/{id}/remind: those who have not read or confirmed it are asked again, each at most once a day.</summary>
internal static class RemindOfNotice
{
    public sealed record View(int Reminded);

    public static async Task<View> Handle(NoticeId id, AppDb db, NoticeReaders readers, NoticeReminders reminders, CancellationToken cancel)
    {
        var notice = await readers.Own(id, cancel);
        return notice.State == NoticeState.Published ? new View(await reminders.Remind(id, cancel)) : throw Refusal.Conflict("collaboration.notice-not-published");
    }
}

/// <summary>Asks again those who are missing, by hand or by the clock.</summary>
internal sealed class NoticeReminders(AppDb db, Notifier notifier, CompanyClock clock)
{
    /// <param name="among">Left out, all who are missing.</param>
    public async Task<int> Remind(NoticeId id, CancellationToken cancel, Func<NoticeReceipt, bool>? among = null)
    {
        // Two at once would both find the same people: the second waits here and finds them reminded.
        var notice = await db.Locked<Notice>(id.Value).AsNoTracking().FirstAsync(cancel);
        DateOnly today = clock.Today;
        DateOnly? day = today;
        var gone = db.PersonCards.Where(person => person.LeftOn != null && person.LeftOn < today).Select(person => person.Id);
        var missing = await db.Set<NoticeReceipt>()
            .Where(receipt => receipt.NoticeId == id && (receipt.RemindedOn == null || receipt.RemindedOn < day) && !gone.Contains(receipt.PersonId))
            .Where(receipt => notice.MustConfirm ? receipt.ConfirmedAt == null : receipt.ReadAt == null)
            .ToListAsync(cancel);
        missing = among is null ? missing : [.. missing.Where(among)];
        var author = (await db.NamesOf([notice.AuthorId], cancel)).NameOf(notice.AuthorId);
        foreach (var receipt in missing)
        {
            (receipt.RemindedOn, receipt.Reminders) = (day, receipt.Reminders + 1);
        }

        await notifier.Tell(missing.Select(receipt => receipt.PersonId), notice.MustConfirm ? "notice-confirm-reminder" : "notice-reminder", NoticeWords.Of(notice, author), NoticeWords.Link(id), cancel);
        await db.SaveChangesAsync(cancel);
        return missing.Count;
    }
}

/// <summary>
/// Every morning, by the policy of the house: who has not confirmed is reminded once some working days before the last day, on that day, and
/// every so many days after it. A run that is broken off goes on where it was; one that was missed is made good by the next.
/// </summary>
internal sealed class WatchNotices(AppDb db, NoticeReminders reminders, WorkCalendars calendars, CompanyClock clock, ILogger<WatchNotices> log) : IRecurringJob
{
    public async Task Run(CancellationToken cancel)
    {
        var today = clock.Today;
        var (policy, calendar) = (await db.PolicyOn(today, cancel), await calendars.Of(null, cancel));
        DateOnly? soon = calendar.Add(today, policy.RemindBefore), day = today;
        // Who is told of it today need not be reminded of it today.
        DateTimeOffset? begun = clock.StartOf(today);
        var due = await db.Set<Notice>().AsNoTracking()
            .Where(notice => notice.State == NoticeState.Published && notice.MustConfirm && (notice.ConfirmBy <= day || (notice.ConfirmBy <= soon && notice.PublishedAt < begun)))
            .Where(notice => db.Set<NoticeReceipt>().Any(receipt => receipt.NoticeId == notice.Id && receipt.ConfirmedAt == null && (receipt.RemindedOn == null || receipt.RemindedOn < day)))
            .Select(notice => new { notice.Id, notice.ConfirmBy }).ToDictionaryAsync(notice => notice.Id, notice => notice.ConfirmBy!.Value, cancel);
        await db.ForEachAlone(due.Keys, id => reminders.Remind(id, cancel, receipt => NoticeRules.IsDue(due[id], receipt.RemindedOn, today, policy.RemindBefore, policy.RemindEvery, calendar)), log, cancel);
    }
}
