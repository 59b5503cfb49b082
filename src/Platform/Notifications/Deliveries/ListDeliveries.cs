using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications.Robots;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.Notifications.Deliveries;

/// <summary>A delivery as the administrator sees it: to whom, of which kind, what came of it. What it says is its reader's.</summary>
internal sealed record DeliveryRow
{
    public required DeliveryId Id { get; init; }

    public required DeliveryChannel Channel { get; init; }

    public required string Kind { get; init; }

    /// <summary>In the reader's language.</summary>
    public string KindName { get; init; } = "";

    public required string Login { get; init; }

    public PersonId? PersonId { get; init; }

    public string? PersonName { get; init; }

    public string? RobotName { get; init; }

    public required DeliveryState State { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Of the next attempt, while it waits.</summary>
    public required DateTimeOffset NextAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public required int Attempts { get; init; }

    /// <summary>In the reader's language.</summary>
    public string? Reason { get; init; }

    public string? Detail { get; init; }

    public IReadOnlyList<string> Can { get; init; } = [];
}

/// <summary>GET /api/deliveries: the newest first.</summary>
internal static class ListDeliveries
{
    private static readonly ListSpec<DeliveryRow> Spec = new ListSpec<DeliveryRow>("deliveries", row => row.Id)
        .Column("createdAt", row => row.CreatedAt)
        .Column("channel", row => row.Channel)
        .Column("kind", row => row.Kind)
        .Column("login", row => row.Login)
        .Column("robotName", row => row.RobotName)
        .Column("state", row => row.State)
        .Column("attempts", row => row.Attempts)
        .Column("nextAt", row => row.NextAt)
        .Column("sentAt", row => row.SentAt)
        .SortedBy("-createdAt");

    public sealed class Filter : IChecked
    {
        public DeliveryState? State { get; init; }

        public DeliveryChannel? Channel { get; init; }

        public string? Kind { get; init; }

        public RobotId? Robot { get; init; }

        public PersonId? Person { get; init; }

        /// <summary>First and last day on which they were written.</summary>
        public DateOnly? From { get; init; }

        public DateOnly? To { get; init; }

        public void Check(Check check) => check.OptionalText("kind", Kind, 60);
    }

    public static async Task<ListPage<DeliveryRow>> Handle(
        [AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, CompanyClock clock, NotificationKinds kinds, IPeopleNames people, TextBook texts, CancellationToken cancel)
    {
        var page = await Spec.Page(Rows(query, filter, db, clock), query, db, cancel);
        var names = await people.Of([.. page.Items.Select(row => row.PersonId).OfType<PersonId>().Distinct()], cancel);
        var language = Languages.Of(http);
        return page with
        {
            Items = [.. page.Items.Select(row => row with
            {
                KindName = kinds.Name(row.Kind, language),
                PersonName = row.PersonId is { } person ? names.GetValueOrDefault(person) : null,
                Reason = row.Reason is { } reason ? texts.Say(reason, language) : null,
                Can = row.State == DeliveryState.Failed ? ["retry"] : [],
            })],
        };
    }

    private static IQueryable<DeliveryRow> Rows(ListQuery query, Filter filter, AppDb db, CompanyClock clock)
    {
        var rows = db.Set<Delivery>().AsNoTracking();
        if (filter.State is { } state)
        {
            rows = rows.Where(row => row.State == state);
        }

        if (filter.Channel is { } channel)
        {
            rows = rows.Where(row => row.Channel == channel);
        }

        if (filter.Robot is { } robot)
        {
            rows = rows.Where(row => row.RobotId == robot);
        }

        if (filter.From is { } first)
        {
            var from = clock.StartOf(first);
            rows = rows.Where(row => row.CreatedAt >= from);
        }

        if (filter.To is { } last && last < DateOnly.MaxValue)
        {
            var to = clock.StartOf(last.AddDays(1));
            rows = rows.Where(row => row.CreatedAt < to);
        }

        var found =
            from row in rows
            join notification in db.Set<Notification>() on row.NotificationId equals notification.Id
            join account in db.Users on row.AccountId equals account.Id
            select new DeliveryRow
            {
                Id = row.Id,
                Channel = row.Channel,
                Kind = notification.Kind,
                Login = account.UserName!,
                PersonId = account.PersonId,
                RobotName = db.Set<Robot>().Where(robot => robot.Id == row.RobotId).Select(robot => robot.Name).FirstOrDefault(),
                State = row.State,
                CreatedAt = row.CreatedAt,
                NextAt = row.NextAt,
                SentAt = row.SentAt,
                Attempts = row.Attempts,
                Reason = row.Reason,
                Detail = row.Detail,
            };
        if (filter.Kind.CleanOrNull() is { } kind)
        {
            found = found.Where(row => row.Kind == kind);
        }

        if (filter.Person is { } person)
        {
            found = found.Where(row => row.PersonId == person);
        }

        return query.Pattern is { } pattern
            ? found.Where(row => EF.Functions.Like(row.Login.ToLower(), pattern, @"\") || (row.Detail != null && EF.Functions.Like(row.Detail.ToLower(), pattern, @"\")))
            : found;
    }
}

/// <summary>POST /api/deliveries/{id}/retry: a failed one is sent once more, with all its attempts before it.</summary>
internal static class RetryDelivery
{
    public static async Task<NoContent> Handle(DeliveryId id, AppDb db, CompanyClock clock, DeliveryCourier courier, CancellationToken cancel)
    {
        if (!await db.Set<Delivery>().AnyAsync(row => row.Id == id, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        if (await Again(db.Set<Delivery>().Where(row => row.Id == id), db, clock, courier, cancel) == 0)
        {
            throw Refusal.Conflict("notifications.not-failed");
        }

        return TypedResults.NoContent();
    }

    public static async Task<int> Again(IQueryable<Delivery> rows, AppDb db, CompanyClock clock, DeliveryCourier courier, CancellationToken cancel)
    {
        var now = clock.Now;
        var count = await rows.Where(row => row.State == DeliveryState.Failed).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, DeliveryState.Waiting)
            .SetProperty(row => row.Attempts, 0)
            .SetProperty(row => row.DueAt, now)
            .SetProperty(row => row.NextAt, now), cancel);
        db.AfterCommit(courier.Wake);
        return count;
    }
}

/// <summary>POST /api/deliveries/retry-failed: all that failed, for when the mail server was mended.</summary>
internal static class RetryFailed
{
    public sealed record Result(int Count);

    public static async Task<Result> Handle(AppDb db, CompanyClock clock, DeliveryCourier courier, CancellationToken cancel) =>
        new(await RetryDelivery.Again(db.Set<Delivery>(), db, clock, courier, cancel));
}
