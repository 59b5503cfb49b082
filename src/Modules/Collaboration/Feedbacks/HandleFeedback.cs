using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Collaboration.Feedbacks;

/// <summary>Who sees feedback: handlers all of it, everybody what he gave under his name.</summary>
internal sealed class FeedbackReaders(AppDb db, Caller caller)
{
    public PersonId? Me => caller.Person;

    public bool Handles => caller.May(CollaborationPermissions.HandleFeedback);

    public IQueryable<Feedback> Visible()
    {
        var me = caller.Person;
        return Handles ? db.Set<Feedback>() : db.Set<Feedback>().Where(feedback => me != null && feedback.PersonId == me);
    }

    public async Task<Feedback> Locked(FeedbackId id, CancellationToken cancel)
    {
        if (!await Visible().AnyAsync(feedback => feedback.Id == id, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        return await db.Locked<Feedback>(id.Value).FirstAsync(cancel);
    }
}

internal sealed record FeedbackRow
{
    public required FeedbackId Id { get; init; }

    public required string CategoryName { get; init; }

    public required string CategoryNameEn { get; init; }

    /// <summary>Its first words.</summary>
    public required string Text { get; init; }

    /// <summary>Null is anonymous.</summary>
    public string? PersonName { get; init; }

    public required FeedbackState State { get; init; }

    public required DateOnly Day { get; init; }

    public DateOnly? AnsweredOn { get; init; }
}

/// <summary>GET /api/feedback, /api/feedback/export, /api/feedback/{id}</summary>
internal static class ListFeedback
{
    public sealed class Filter : IChecked
    {
        /// <summary>True gives only one's own.</summary>
        public bool? Mine { get; init; }

        public FeedbackState? State { get; init; }

        public FeedbackCategoryId? Category { get; init; }

        /// <summary>True leaves out what is answered or closed.</summary>
        public bool? Open { get; init; }
    }

    private static readonly ListSpec<FeedbackRow> Spec = new ListSpec<FeedbackRow>("feedback", row => row.Id)
        .Column("text", row => row.Text)
        .Column("categoryName", row => row.CategoryName)
        .NameColumn("personName", row => row.PersonName)
        .Column("state", row => row.State)
        .Column("day", row => row.Day)
        .Column("answeredOn", row => row.AnsweredOn)
        .SortedBy("-day");

    public static async Task<ListPage<FeedbackRow>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, FeedbackReaders readers, CancellationToken cancel) =>
        await Spec.Page(Rows(query, filter, db, readers), query, db, cancel);

    public static async Task Export([AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, FeedbackReaders readers, CancellationToken cancel) =>
        await ExportList.Write(http, db, Spec, Rows(query, filter, db, readers), query.Sort, cancel);

    public sealed record View : IHasVersion
    {
        public required FeedbackId Id { get; init; }

        public required FeedbackCategoryId CategoryId { get; init; }

        public required string CategoryName { get; init; }

        public required string CategoryNameEn { get; init; }

        public required string Text { get; init; }

        public string? PersonName { get; init; }

        public required FeedbackState State { get; init; }

        public required DateOnly Day { get; init; }

        public required IReadOnlyList<WordView> Words { get; init; }

        public required int Version { get; init; }

        public required IReadOnlyList<string> Can { get; init; }
    }

    public static async Task<View> One(FeedbackId id, AppDb db, FeedbackReaders readers, CancellationToken cancel)
    {
        var feedback = await readers.Visible().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        var category = await db.Set<FeedbackCategory>().AsNoTracking().FirstAsync(one => one.Id == feedback.CategoryId, cancel);
        var isOpen = feedback.State != FeedbackState.Closed;
        return new View
        {
            Id = id,
            CategoryId = feedback.CategoryId,
            CategoryName = category.Name,
            CategoryNameEn = category.NameEn,
            Text = feedback.Text,
            PersonName = await db.PersonCards.Where(person => person.Id == feedback.PersonId).Select(person => person.Name).FirstOrDefaultAsync(cancel),
            State = feedback.State,
            Day = feedback.Day,
            Words = await WordView.Of(id, db, cancel),
            Version = feedback.Version,
            Can =
            [
                .. readers.Handles && isOpen ? new[] { "answer", "close" } : [],
                .. readers.Handles && feedback.State == FeedbackState.New ? new[] { "take" } : [],
                .. isOpen && feedback.PersonId is not null && feedback.PersonId == readers.Me ? new[] { "say" } : [],
            ],
        };
    }

    private static IQueryable<FeedbackRow> Rows(ListQuery query, Filter filter, AppDb db, FeedbackReaders readers)
    {
        var (me, people, categories) = (readers.Me, db.PersonCards, db.Set<FeedbackCategory>());
        var all = readers.Visible().AsNoTracking();
        all = filter.Mine == true ? all.Where(feedback => me != null && feedback.PersonId == me) : all;
        all = filter.State is { } state ? all.Where(feedback => feedback.State == state) : all;
        all = filter.Category is { } category ? all.Where(feedback => feedback.CategoryId == category) : all;
        all = filter.Open == true ? all.Where(feedback => feedback.State == FeedbackState.New || feedback.State == FeedbackState.InHand) : all;
        if (query.Pattern is { } pattern)
        {
            all = all.Where(feedback => EF.Functions.Like(feedback.Text.ToLower(), pattern, @"\"));
        }

        return all.Select(feedback => new FeedbackRow
        {
            Id = feedback.Id,
            CategoryName = categories.Where(one => one.Id == feedback.CategoryId).Select(one => one.Name).First(),
            CategoryNameEn = categories.Where(one => one.Id == feedback.CategoryId).Select(one => one.NameEn).First(),
            Text = feedback.Text.Length > 120 ? feedback.Text.Substring(0, 120) : feedback.Text,
            PersonName = people.Where(person => person.Id == feedback.PersonId).Select(person => person.Name).FirstOrDefault(),
            State = feedback.State,
            Day = feedback.Day,
            AnsweredOn = feedback.AnsweredOn,
        });
    }
}

/// <summary>POST /api/feedback/{id}/take · answer · close by a handler, /say by who gave it under his name.</summary>
internal static class ActOnFeedback
{
    public sealed record WordRequest : IChecked
    {
        public required string Text { get; init; }

        public void Check(Check check)
        {
            check.Text("text", Text, 4000, lines: true);
        }
    }

    public static Task<Saved<FeedbackId>> Take(FeedbackId id, AppDb db, FeedbackReaders readers, Notifier notifier, CompanyClock clock, CancellationToken cancel) =>
        Move(id, FeedbackState.InHand, null, db, readers, notifier, clock, cancel);

    public static Task<Saved<FeedbackId>> Answer(FeedbackId id, WordRequest request, AppDb db, FeedbackReaders readers, Notifier notifier, CompanyClock clock, CancellationToken cancel) =>
        Move(id, FeedbackState.Answered, request.Text, db, readers, notifier, clock, cancel);

    public static Task<Saved<FeedbackId>> Close(FeedbackId id, AppDb db, FeedbackReaders readers, Notifier notifier, CompanyClock clock, CancellationToken cancel) =>
        Move(id, FeedbackState.Closed, null, db, readers, notifier, clock, cancel);

    public static async Task<Saved<FeedbackId>> Say(FeedbackId id, WordRequest request, AppDb db, FeedbackReaders readers, CompanyClock clock, CancellationToken cancel)
    {
        var feedback = await readers.Locked(id, cancel);
        if (feedback.PersonId is null || feedback.PersonId != readers.Me)
        {
            throw Refusal.Conflict("collaboration.not-author");
        }

        await FeedbackWords.Say(feedback, request.Text, db, clock, cancel);
        return new Saved<FeedbackId>(id, feedback.Version);
    }

    private static async Task<Saved<FeedbackId>> Move(
        FeedbackId id, FeedbackState state, string? answer, AppDb db, FeedbackReaders readers, Notifier notifier, CompanyClock clock, CancellationToken cancel)
    {
        var feedback = await readers.Locked(id, cancel);
        var me = readers.Me ?? throw Refusal.Conflict("collaboration.no-person");
        if (feedback.State == FeedbackState.Closed)
        {
            throw Refusal.Conflict("collaboration.feedback-closed");
        }

        if (state == FeedbackState.InHand && feedback.State != FeedbackState.New)
        {
            throw Refusal.Conflict("collaboration.feedback-taken");
        }

        feedback.State = state;
        feedback.IsTold = true;
        feedback.Version++;
        if (answer is not null)
        {
            feedback.AnsweredOn ??= clock.Today;
            await FeedbackWords.Add(feedback, me, answer, db, clock, cancel);
        }

        var last = await db.Set<FeedbackDeed>().Where(deed => deed.FeedbackId == id).MaxAsync(deed => (int?)deed.Line, cancel) ?? 0;
        db.Add(new FeedbackDeed { FeedbackId = id, Line = last + 1, HandlerId = me, State = state, At = clock.Now });
        await db.SaveChangesAsync(cancel);
        // Only who gave his name can be told; the others look with their code.
        if (answer is not null && feedback.PersonId is { } author)
        {
            await notifier.Tell(author, "feedback-answered", new Dictionary<string, object?>(), $"/feedback?open={id}", cancel);
        }

        return new Saved<FeedbackId>(id, feedback.Version);
    }
}

/// <summary>
/// Twice a day: handlers are told how much is new. Not at once, so that nobody can lay the minute of a message beside who was at work in that minute.
/// </summary>
internal sealed class WatchFeedback(AppDb db, Notifier notifier) : IRecurringJob
{
    public Task Run(CancellationToken cancel) => db.InTransaction(async () =>
    {
        // Marked first: of two runs at once the second waits here, and finds nothing left to tell.
        var count = await db.Set<Feedback>().Where(feedback => !feedback.IsTold).ExecuteUpdateAsync(set => set.SetProperty(feedback => feedback.IsTold, true), cancel);
        if (count == 0)
        {
            return;
        }

        var code = CollaborationPermissions.HandleFeedback.Code;
        var handlers = await (from link in db.Set<AccountRole>()
                              where db.Set<Role>().Any(role => role.Id == link.RoleId && role.Grants.Any(grant => grant.Permission == code))
                              select link.AccountId).Distinct().ToListAsync(cancel);
        foreach (var account in handlers)
        {
            await notifier.Tell(new AccountId(account), "feedback-new", new Dictionary<string, object?> { ["count"] = count }, "/feedback?box=All", cancel);
        }
    }, cancel);
}
