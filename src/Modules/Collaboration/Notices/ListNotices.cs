using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Audiences;
using Yingpan.Collaboration.Audiences.Rules;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;

namespace Yingpan.Collaboration.Notices;

internal enum NoticeBox
{
    /// <summary>Those I got.</summary>
    Mine,

    /// <summary>Those I wrote.</summary>
    Written,

    /// <summary>All I may see.</summary>
    All,
}

internal sealed record NoticeRow
{
    public required NoticeId Id { get; init; }

    public required string Title { get; init; }

    public required PersonId AuthorId { get; init; }

    public required string AuthorName { get; init; }

    public required NoticeState State { get; init; }

    public required bool IsImportant { get; init; }

    public required bool MustConfirm { get; init; }

    public DateOnly? ConfirmBy { get; init; }

    /// <summary>When it was published; of a draft, when it was begun.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Of the caller; null when he has not, or did not get it.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>How many got, read and confirmed it: for who may see that, else null.</summary>
    public int? Recipients { get; init; }

    public int? Read { get; init; }

    public int? Confirmed { get; init; }
}

/// <summary>GET /api/notices, /api/notices/export</summary>
internal static class ListNotices
{
    public sealed class Filter : IChecked
    {
        /// <summary>What I got, unless told.</summary>
        public NoticeBox? Box { get; init; }

        public NoticeState? State { get; init; }

        public PersonId? Author { get; init; }

        /// <summary>True gives only what I have not read, or not confirmed where asked to.</summary>
        public bool? Open { get; init; }
    }

    private static readonly ListSpec<NoticeRow> Spec = new ListSpec<NoticeRow>("notices", row => row.Id)
        .Column("title", row => row.Title)
        .NameColumn("authorName", row => row.AuthorName)
        .Column("state", row => row.State)
        .Column("isImportant", row => row.IsImportant)
        .Column("at", row => row.At)
        .Column("confirmBy", row => row.ConfirmBy)
        .Column("readAt", row => row.ReadAt)
        .Column("confirmedAt", row => row.ConfirmedAt)
        .Column("recipients", row => row.Recipients)
        .Column("read", row => row.Read)
        .Column("confirmed", row => row.Confirmed)
        .SortedBy("-at");

    public static async Task<ListPage<NoticeRow>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, NoticeReaders readers, CancellationToken cancel) =>
        await Spec.Page(Rows(query, filter, db, readers), query, db, cancel);

    public static async Task Export([AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, NoticeReaders readers, CancellationToken cancel) =>
        await ExportList.Write(http, db, Spec, Rows(query, filter, db, readers), query.Sort, cancel);

    private static IQueryable<NoticeRow> Rows(ListQuery query, Filter filter, AppDb db, NoticeReaders readers)
    {
        var (me, seesAll) = (readers.Me, readers.SeesAll);
        var (receipts, people) = (db.Set<NoticeReceipt>(), db.PersonCards);
        var mine = receipts.Where(receipt => receipt.PersonId == me);
        var notices = readers.Visible().AsNoTracking();
        notices = (filter.Box ?? NoticeBox.Mine) switch
        {
            NoticeBox.Mine => notices.Where(notice => mine.Any(receipt => receipt.NoticeId == notice.Id)),
            NoticeBox.Written => notices.Where(notice => notice.AuthorId == me),
            _ => notices,
        };
        if (query.Pattern is { } pattern)
        {
            notices = notices.Where(notice => EF.Functions.Like(notice.Title.ToLower(), pattern, @"\") || EF.Functions.Like(notice.Text.ToLower(), pattern, @"\")
                || people.Any(person => person.Id == notice.AuthorId && EF.Functions.Like(person.Name.ToLower(), pattern, @"\")));
        }

        notices = filter.State is { } state ? notices.Where(notice => notice.State == state) : notices;
        notices = filter.Author is { } author ? notices.Where(notice => notice.AuthorId == author) : notices;
        if (filter.Open == true)
        {
            notices = notices.Where(notice => notice.State == NoticeState.Published
                && mine.Any(receipt => receipt.NoticeId == notice.Id && (receipt.ReadAt == null || (notice.MustConfirm && receipt.ConfirmedAt == null))));
        }

        return notices.Select(notice => new NoticeRow
        {
            Id = notice.Id,
            Title = notice.Title,
            AuthorId = notice.AuthorId,
            AuthorName = people.Where(person => person.Id == notice.AuthorId).Select(person => person.Name).FirstOrDefault() ?? "",
            State = notice.State,
            IsImportant = notice.IsImportant,
            MustConfirm = notice.MustConfirm,
            ConfirmBy = notice.ConfirmBy,
            At = notice.PublishedAt ?? notice.CreatedAt,
            ReadAt = mine.Where(receipt => receipt.NoticeId == notice.Id).Select(receipt => receipt.ReadAt).FirstOrDefault(),
            ConfirmedAt = mine.Where(receipt => receipt.NoticeId == notice.Id).Select(receipt => receipt.ConfirmedAt).FirstOrDefault(),
            Recipients = seesAll || notice.AuthorId == me ? receipts.Count(receipt => receipt.NoticeId == notice.Id) : null,
            Read = seesAll || notice.AuthorId == me ? receipts.Count(receipt => receipt.NoticeId == notice.Id && receipt.ReadAt != null) : null,
            Confirmed = seesAll || notice.AuthorId == me ? receipts.Count(receipt => receipt.NoticeId == notice.Id && receipt.ConfirmedAt != null) : null,
        });
    }
}

internal sealed record NoticeView : IHasVersion
{
    public required NoticeId Id { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public required PersonName Author { get; init; }

    public required NoticeState State { get; init; }

    public required bool IsImportant { get; init; }

    public required bool MustConfirm { get; init; }

    public DateOnly? ConfirmBy { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public string? WithdrawReason { get; init; }

    public required IReadOnlyList<AudienceView> To { get; init; }

    /// <summary>Of the caller.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    public int? Recipients { get; init; }

    public int? Read { get; init; }

    public int? Confirmed { get; init; }

    public required int Version { get; init; }

    public required IReadOnlyList<string> Can { get; init; }
}

/// <summary>GET /api/notices/{id}</summary>
internal static class ReadNotice
{
    public static async Task<NoticeView> Handle(NoticeId id, AppDb db, NoticeReaders readers, Caller caller, CancellationToken cancel)
    {
        var notice = await readers.Visible().AsNoTracking().Include(one => one.Parts).FirstOrDefaultAsync(one => one.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        var receipts = db.Set<NoticeReceipt>().AsNoTracking().Where(receipt => receipt.NoticeId == id);
        var me = readers.Me;
        var mine = await receipts.FirstOrDefaultAsync(receipt => receipt.PersonId == me, cancel);
        var counts = readers.SeesReceipts(notice) && notice.State != NoticeState.Draft
            ? await receipts.GroupBy(_ => 1).Select(all => new { All = all.Count(), Read = all.Count(one => one.ReadAt != null), Confirmed = all.Count(one => one.ConfirmedAt != null) }).FirstOrDefaultAsync(cancel)
            : null;
        return new NoticeView
        {
            Id = id,
            Title = notice.Title,
            Text = notice.Text,
            Author = (await db.NamesOf([notice.AuthorId], cancel)).Named(notice.AuthorId),
            State = notice.State,
            IsImportant = notice.IsImportant,
            MustConfirm = notice.MustConfirm,
            ConfirmBy = notice.ConfirmBy,
            PublishedAt = notice.PublishedAt,
            WithdrawnAt = notice.WithdrawnAt,
            WithdrawReason = notice.WithdrawReason,
            To = await AudienceView.Of(notice.Parts.OrderBy(part => part.Place).Select(part => new AudiencePart(part.UnitId, part.WithSubunits, part.PositionId, part.PersonId)), db, cancel),
            ReadAt = mine?.ReadAt,
            ConfirmedAt = mine?.ConfirmedAt,
            Recipients = counts?.All,
            Read = counts?.Read,
            Confirmed = counts?.Confirmed,
            Version = notice.Version,
            Can = Can(notice, mine, readers, caller),
        };
    }

    private static IReadOnlyList<string> Can(Notice notice, NoticeReceipt? mine, NoticeReaders readers, Caller caller)
    {
        var writes = notice.AuthorId == readers.Me && caller.May(CollaborationPermissions.WriteNotices);
        return
        [
            .. writes && notice.State == NoticeState.Draft ? new[] { "edit", "publish", "delete" } : [],
            .. writes && notice.State == NoticeState.Published ? new[] { "withdraw", "remind" } : [],
            .. mine is { ConfirmedAt: null } && notice is { State: NoticeState.Published, MustConfirm: true } ? new[] { "confirm" } : [],
            .. readers.SeesReceipts(notice) && notice.State != NoticeState.Draft ? new[] { "recipients" } : [],
        ];
    }
}

internal enum ReceiptState
{
    Unread,
    Read,
    Confirmed,
}

internal sealed record RecipientRow
{
    public required PersonId Id { get; init; }

    public required string Name { get; init; }

    public string? UnitName { get; init; }

    public required ReceiptState State { get; init; }

    public DateTimeOffset? ReadAt { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    public DateOnly? RemindedOn { get; init; }

    public required int Reminders { get; init; }
}

/// <summary>GET /api/notices/{id}/recipients, …/export: who got it, and who has read and confirmed it; for its author and who may see all.</summary>
internal static class ListRecipients
{
    public sealed class Filter : IChecked
    {
        public ReceiptState? State { get; init; }

        /// <summary>True gives those still missing: unread, or unconfirmed where asked to.</summary>
        public bool? Missing { get; init; }
    }

    private static readonly ListSpec<RecipientRow> Spec = new ListSpec<RecipientRow>("notice-recipients", row => row.Id)
        .NameColumn("name", row => row.Name)
        .Column("unitName", row => row.UnitName)
        .Column("state", row => row.State)
        .Column("readAt", row => row.ReadAt)
        .Column("confirmedAt", row => row.ConfirmedAt)
        .Column("remindedOn", row => row.RemindedOn)
        .Column("reminders", row => row.Reminders)
        .SortedBy("name");

    public static async Task<ListPage<RecipientRow>> Handle(
        NoticeId id, [AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, NoticeReaders readers, CancellationToken cancel) =>
        await Spec.Page(await Rows(id, query, filter, db, readers, cancel), query, db, cancel);

    public static async Task Export(
        NoticeId id, [AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, NoticeReaders readers, CancellationToken cancel) =>
        await ExportList.Write(http, db, Spec, await Rows(id, query, filter, db, readers, cancel), query.Sort, cancel);

    private static async Task<IQueryable<RecipientRow>> Rows(NoticeId id, ListQuery query, Filter filter, AppDb db, NoticeReaders readers, CancellationToken cancel)
    {
        var notice = await readers.Find(id, cancel);
        if (!readers.SeesReceipts(notice))
        {
            throw Refusal.Conflict("collaboration.not-author");
        }

        var (people, units, mustConfirm) = (db.PersonCards, db.UnitCards, notice.MustConfirm);
        var receipts = db.Set<NoticeReceipt>().AsNoTracking().Where(receipt => receipt.NoticeId == id);
        if (query.Pattern is { } pattern)
        {
            receipts = receipts.Where(receipt => people.Any(person => person.Id == receipt.PersonId && EF.Functions.Like(person.Name.ToLower(), pattern, @"\")));
        }

        receipts = filter.State switch
        {
            ReceiptState.Unread => receipts.Where(receipt => receipt.ReadAt == null),
            ReceiptState.Read => receipts.Where(receipt => receipt.ReadAt != null && receipt.ConfirmedAt == null),
            ReceiptState.Confirmed => receipts.Where(receipt => receipt.ConfirmedAt != null),
            _ => receipts,
        };
        receipts = filter.Missing == true ? receipts.Where(receipt => mustConfirm ? receipt.ConfirmedAt == null : receipt.ReadAt == null) : receipts;
        return receipts.Select(receipt => new RecipientRow
        {
            Id = receipt.PersonId,
            Name = people.Where(person => person.Id == receipt.PersonId).Select(person => person.Name).FirstOrDefault() ?? "",
            UnitName = units.Where(unit => unit.Id == receipt.UnitId).Select(unit => unit.Name).FirstOrDefault(),
            State = receipt.ConfirmedAt != null ? ReceiptState.Confirmed : receipt.ReadAt != null ? ReceiptState.Read : ReceiptState.Unread,
            ReadAt = receipt.ReadAt,
            ConfirmedAt = receipt.ConfirmedAt,
            RemindedOn = receipt.RemindedOn,
            Reminders = receipt.Reminders,
        });
    }
}
