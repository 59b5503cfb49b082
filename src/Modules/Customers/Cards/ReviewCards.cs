using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Customers.Records;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;

namespace Yingpan.Customers.Cards;

internal sealed record ReviewCardView
{
    public required ReviewCardId Id { get; init; }

    public required Month Month { get; init; }

    public required ReviewTrend Trend { get; init; }

    public required string Judgement { get; init; }

    public string? Next { get; init; }

    public string? AuthorName { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>It was written for a customer who was merged into this one.</summary>
    public required bool IsOfMerged { get; init; }

    public required int Version { get; init; }
}

/// <param name="Name">What is counted, in the reader's language.</param>
internal sealed record MonthFigure(string What, string Name, int Count, Money Amount);

/// <summary>GET /api/customers/{id}/review-cards: all his months, the newest first.</summary>
internal static class ReadReviewCards
{
    private const int Most = 60;

    public sealed record View(IReadOnlyList<ReviewCardView> Items, IReadOnlyList<string> Can);

    public static async Task<View> Handle(CustomerId id, AppDb db, Reach reach, CancellationToken cancel)
    {
        var can = await db.MayEdit(id, reach, cancel);
        var people = db.PersonCards;
        return new View(
            await db.Set<ReviewCard>().AsNoTracking().Where(card => card.CustomerId == id).OrderByDescending(card => card.Month).ThenBy(card => card.OfId != id).ThenBy(card => card.Id).Take(Most)
                .Select(card => new ReviewCardView
                {
                    Id = card.Id,
                    Month = card.Month,
                    Trend = card.Trend,
                    Judgement = card.Judgement,
                    Next = card.Next,
                    AuthorName = people.Where(person => person.Id == card.AuthorId).Select(person => person.Name).FirstOrDefault(),
                    At = card.At,
                    IsOfMerged = card.OfId != id,
                    Version = card.Version,
                }).ToListAsync(cancel), can);
    }
}

/// <summary>GET /api/customers/{id}/month-figures?month=2026-07: what the modules know of that month with him.</summary>
internal static class ReadMonthFigures
{
    public sealed class Query : IChecked
    {
        public required Month Month { get; init; }
    }

    public sealed record View(IReadOnlyList<MonthFigure> Items);

    public static async Task<View> Handle(
        CustomerId id, [Microsoft.AspNetCore.Http.AsParameters] Query query, Microsoft.AspNetCore.Http.HttpContext http, AppDb db, Reach reach, IEnumerable<ICustomerFigures> figures, TextBook texts, CancellationToken cancel)
    {
        await db.MayEdit(id, reach, cancel);
        var language = Languages.Of(http);
        var found = new List<MonthFigure>();
        foreach (var source in figures)
        {
            found.AddRange((await source.Of([id], query.Month, cancel)).Select(figure => new MonthFigure(figure.What, texts.Say($"customer-figures.{figure.What}", language), figure.Count, figure.Amount)));
        }

        return new View(found);
    }
}

/// <summary>PUT /api/customers/{id}/review-cards: the card of a month, written, or written anew; If-Match 0 where there is none yet.</summary>
internal static class SaveReviewCard
{
    public sealed record Request : IChecked
    {
        public required Month Month { get; init; }

        public required ReviewTrend Trend { get; init; }

        public required string Judgement { get; init; }

        public string? Next { get; init; }

        public void Check(Check check)
        {
            check.Text("judgement", Judgement, 2000, lines: true);
            check.OptionalText("next", Next, 2000, lines: true);
        }
    }

    public static async Task<Saved<ReviewCardId>> Handle(CustomerId id, Request request, IfMatch seen, AppDb db, Reach reach, Caller caller, CompanyClock clock, CancellationToken cancel)
    {
        await db.CustomerToEdit(id, reach, cancel);
        var month = request.Month;
        if (month > Month.Of(clock.Today))
        {
            throw Refusal.Conflict("customers.month-ahead");
        }

        var card = await db.Set<ReviewCard>().FirstOrDefaultAsync(card => card.OfId == id && card.Month == month, cancel);
        if (card is not null)
        {
            db.Expect(card, seen);
        }
        else if (seen.Version != 0)
        {
            throw Refusal.Stale("version.stale");
        }
        else
        {
            db.Add(card = new ReviewCard { Id = Id.New<ReviewCardId>(), CustomerId = id, OfId = id, Month = month, At = clock.Now, Trend = request.Trend, Judgement = request.Judgement });
        }

        (card.Trend, card.Judgement, card.Next) = (request.Trend, request.Judgement.Clean(), request.Next.CleanOrNull());
        (card.AuthorId, card.At) = (caller.Person, clock.Now);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation(out _))
        {
            // Two wrote the month's first card at once.
            throw Refusal.Stale("version.stale");
        }

        return new Saved<ReviewCardId>(card.Id, card.Version);
    }
}
