using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.Notifications;

/// <summary>One's own notifications, and nobody else's.</summary>
internal static class MyNotifications
{
    public sealed class Query : IChecked
    {
        public int? Page { get; init; }

        public int? Size { get; init; }

        /// <summary>True leaves out what was read.</summary>
        public bool? Unread { get; init; }

        public void Check(Check check)
        {
            check.That((Page ?? 1) is >= 1 and <= 1_000_000, "page", "field.range", ("min", 1), ("max", 1_000_000));
            check.That((Size ?? 20) is >= 1 and <= 200, "size", "field.range", ("min", 1), ("max", 200));
        }
    }

    public sealed record Row
    {
        public required Guid Id { get; init; }

        public required string Kind { get; init; }

        public required string Text { get; init; }

        public required string Link { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }

        public DateTimeOffset? ReadAt { get; init; }
    }

    public sealed record View(IReadOnlyList<Row> Items, int Total, int Unread);

    /// <summary>GET /api/notifications: the newest first.</summary>
    public static async Task<View> List([AsParameters] Query query, HttpContext http, AppDb db, Caller caller, TextBook texts, CancellationToken cancel)
    {
        var mine = Mine(db, caller).AsNoTracking();
        var unread = await mine.CountAsync(notification => notification.ReadAt == null, cancel);
        var shown = query.Unread == true ? mine.Where(notification => notification.ReadAt == null) : mine;
        var total = query.Unread == true ? unread : await shown.CountAsync(cancel);
        var size = query.Size ?? 20;
        var rows = await shown.OrderByDescending(notification => notification.CreatedAt).ThenByDescending(notification => notification.Id)
            .Skip(((query.Page ?? 1) - 1) * size).Take(size).ToListAsync(cancel);
        var language = Languages.Of(http);
        return new View([.. rows.Select(row => new Row
        {
            Id = row.Id,
            Kind = row.Kind,
            Text = texts.Say($"notification.{row.Kind}", language, Notification.ValuesOf(row.Params)),
            Link = row.Link,
            CreatedAt = row.CreatedAt,
            ReadAt = row.ReadAt,
        })], total, unread);
    }

    /// <summary>POST /api/notifications/{id}/read: a second time changes nothing.</summary>
    public static async Task<NoContent> Read(Guid id, AppDb db, Caller caller, CompanyClock clock, CancellationToken cancel)
    {
        var notification = await Mine(db, caller).FirstOrDefaultAsync(notification => notification.Id == id, cancel)
            ?? throw Refusal.NotFound("record.not-found");
        notification.ReadAt ??= clock.Now;
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }

    /// <summary>POST /api/notifications/read-all</summary>
    public static async Task<NoContent> ReadAll(AppDb db, Caller caller, CompanyClock clock, CancellationToken cancel)
    {
        DateTimeOffset? now = clock.Now;
        await Mine(db, caller).Where(notification => notification.ReadAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(notification => notification.ReadAt, now), cancel);
        return TypedResults.NoContent();
    }

    private static IQueryable<Notification> Mine(AppDb db, Caller caller) =>
        db.Set<Notification>().Where(notification => notification.AccountId == caller.Account.Value);
}
