using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Collaboration.Feedbacks;

internal sealed record FeedbackRequest : IChecked
{
    public required FeedbackCategoryId CategoryId { get; init; }

    public required string Text { get; init; }

    public void Check(Check check)
    {
        check.Text("text", Text, 4000, lines: true);
    }

    public async Task CheckCategory(AppDb db, CancellationToken cancel)
    {
        var check = new Check();
        check.That(await db.Set<FeedbackCategory>().AnyAsync(category => category.Id == CategoryId && !category.IsClosed, cancel), "categoryId", "record.not-found");
        check.ThrowIfAny();
    }
}

/// <summary>POST /api/feedback: under one's name.</summary>
internal static class GiveFeedback
{
    public static async Task<Created<Saved<FeedbackId>>> Handle(FeedbackRequest request, AppDb db, Caller caller, CompanyClock clock, CancellationToken cancel)
    {
        var me = caller.Person ?? throw Refusal.Conflict("collaboration.no-person");
        await request.CheckCategory(db, cancel);
        var feedback = new Feedback { Id = Id.New<FeedbackId>(), CategoryId = request.CategoryId, Text = request.Text.Clean(), PersonId = me, State = FeedbackState.New, Day = clock.Today };
        db.Add(feedback);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/feedback/{feedback.Id}", new Saved<FeedbackId>(feedback.Id, feedback.Version));
    }
}

/// <summary>
/// POST /api/anonymous-feedback · /read · /say. Routes without the idempotency store, which keeps the account of whoever asks: the same request
/// twice is two pieces of feedback. Who is signed in is looked at to let him in, and nowhere else.
/// </summary>
internal static class GiveAnonymously
{
    /// <param name="Code">Told this once; nobody can tell it again.</param>
    public sealed record Given(string Code);

    public sealed record CodeRequest : IChecked
    {
        public required string Code { get; init; }

        public void Check(Check check) => check.Text("code", Code, 40);
    }

    public sealed record SayRequest : IChecked
    {
        public required string Code { get; init; }

        public required string Text { get; init; }

        public void Check(Check check)
        {
            check.Text("code", Code, 40);
            check.Text("text", Text, 4000, lines: true);
        }
    }

    public sealed record View(string CategoryName, string CategoryNameEn, string Text, FeedbackState State, DateOnly Day, IReadOnlyList<WordView> Words);

    public static async Task<IResult> Give(FeedbackRequest request, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        await request.CheckCategory(db, cancel);
        var code = FeedbackCodes.New();
        var feedback = new Feedback
        {
            Id = FeedbackId.From(FeedbackCodes.IdOf(clock.StartOf(clock.Today))),
            CategoryId = request.CategoryId,
            Text = request.Text.Clean(),
            CodeHash = FeedbackCodes.HashOf(code),
            State = FeedbackState.New,
            Day = clock.Today,
        };
        await db.InTransaction(async () =>
        {
            db.Add(feedback);
            await db.SaveChangesAsync(cancel);
        }, cancel);
        return Results.Ok(new Given(code));
    }

    public static async Task<View> Read(CodeRequest request, AppDb db, CancellationToken cancel)
    {
        var feedback = await Find(request.Code, db, cancel);
        var category = await db.Set<FeedbackCategory>().AsNoTracking().FirstAsync(one => one.Id == feedback.CategoryId, cancel);
        return new View(category.Name, category.NameEn, feedback.Text, feedback.State, feedback.Day, await WordView.Of(feedback.Id, db, cancel));
    }

    public static async Task<View> Say(SayRequest request, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        await db.InTransaction(async () =>
        {
            var found = await Find(request.Code, db, cancel);
            var feedback = await db.Locked<Feedback>(found.Id.Value).FirstAsync(cancel);
            await FeedbackWords.Say(feedback, request.Text, db, clock, cancel);
        }, cancel);
        return await Read(new CodeRequest { Code = request.Code }, db, cancel);
    }

    private static async Task<Feedback> Find(string code, AppDb db, CancellationToken cancel) =>
        FeedbackCodes.HashOf(code) is { } hash && await db.Set<Feedback>().AsNoTracking().FirstOrDefaultAsync(feedback => feedback.CodeHash == hash, cancel) is { } found
            ? found
            : throw Refusal.NotFound("collaboration.code-unknown");
}

internal sealed record WordView(int Line, string? HandlerName, string Text, DateOnly Day)
{
    public static async Task<IReadOnlyList<WordView>> Of(FeedbackId id, AppDb db, CancellationToken cancel)
    {
        var people = db.PersonCards;
        return await db.Set<FeedbackWord>().AsNoTracking().Where(word => word.FeedbackId == id).OrderBy(word => word.Line)
            .Select(word => new WordView(word.Line, people.Where(person => person.Id == word.HandlerId).Select(person => person.Name).FirstOrDefault(), word.Text, word.Day)).ToListAsync(cancel);
    }
}

internal static class FeedbackWords
{
    /// <summary>A further word of the author: it is open again.</summary>
    public static async Task Say(Feedback feedback, string text, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        if (feedback.State == FeedbackState.Closed)
        {
            throw Refusal.Conflict("collaboration.feedback-closed");
        }

        await Add(feedback, null, text, db, clock, cancel);
        feedback.State = feedback.State == FeedbackState.New ? FeedbackState.New : FeedbackState.InHand;
        feedback.IsTold = false;
        feedback.Version++;
        await db.SaveChangesAsync(cancel);
    }

    public static async Task Add(Feedback feedback, PersonId? handler, string text, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var last = await db.Set<FeedbackWord>().Where(word => word.FeedbackId == feedback.Id).MaxAsync(word => (int?)word.Line, cancel) ?? 0;
        db.Add(new FeedbackWord { FeedbackId = feedback.Id, Line = last + 1, HandlerId = handler, Text = text.Clean(), Day = clock.Today });
    }
}
