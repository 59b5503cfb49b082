using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Collaboration.Feedbacks;

internal sealed record CategoryRequest : IChecked
{
    public required string Name { get; init; }

    public required string NameEn { get; init; }

    public int Order { get; init; }

    public bool IsClosed { get; init; }

    public void Check(Check check)
    {
        check.Text("name", Name, 40);
        check.Text("nameEn", NameEn, 60);
        check.That(Order is >= 0 and <= 10_000, "order", "field.range", ("min", 0), ("max", 10_000));
    }

    public async Task WriteTo(FeedbackCategory category, AppDb db, CancellationToken cancel)
    {
        var name = Name.Clean();
        if (await db.Set<FeedbackCategory>().AnyAsync(other => other.Name == name && other.Id != category.Id, cancel))
        {
            throw Refusal.Faulty([Fault.At("name", "collaboration.category-taken")]);
        }

        (category.Name, category.NameEn, category.Order, category.IsClosed) = (name, NameEn.Clean(), Order, IsClosed);
    }
}

internal sealed record CategoryView(FeedbackCategoryId Id, string Name, string NameEn, int Order, bool IsClosed, int Version);

/// <summary>GET, POST /api/feedback-categories, PUT, DELETE /api/feedback-categories/{id}</summary>
internal static class EditCategories
{
    public sealed record View(IReadOnlyList<CategoryView> Items);

    public static async Task<View> List(AppDb db, CancellationToken cancel) => new(await db.Set<FeedbackCategory>().AsNoTracking().OrderBy(one => one.Order).ThenBy(one => one.Id)
        .Select(one => new CategoryView(one.Id, one.Name, one.NameEn, one.Order, one.IsClosed, one.Version)).ToListAsync(cancel));

    public static async Task<Created<Saved<FeedbackCategoryId>>> Add(CategoryRequest request, AppDb db, CancellationToken cancel)
    {
        var category = new FeedbackCategory { Id = Id.New<FeedbackCategoryId>(), Name = "", NameEn = "" };
        await request.WriteTo(category, db, cancel);
        db.Add(category);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/feedback-categories/{category.Id}", new Saved<FeedbackCategoryId>(category.Id, category.Version));
    }

    public static async Task<Saved<FeedbackCategoryId>> Edit(FeedbackCategoryId id, CategoryRequest request, IfMatch seen, AppDb db, CancellationToken cancel)
    {
        var category = await db.Set<FeedbackCategory>().FirstOrDefaultAsync(one => one.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(category, seen);
        await request.WriteTo(category, db, cancel);
        await db.SaveChangesAsync(cancel);
        return new Saved<FeedbackCategoryId>(id, category.Version);
    }

    /// <summary>Only one that was never used; others are closed.</summary>
    public static async Task<NoContent> Remove(FeedbackCategoryId id, AppDb db, CancellationToken cancel)
    {
        var category = await db.Set<FeedbackCategory>().FirstOrDefaultAsync(one => one.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        if (await db.Set<Feedback>().AnyAsync(feedback => feedback.CategoryId == id, cancel))
        {
            throw Refusal.Conflict("collaboration.category-in-use", ("name", category.Name));
        }

        db.Remove(category);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>GET /api/feedback-figures: how much came, of what, and how soon it was answered.</summary>
internal static class ReadFeedbackFigures
{
    public sealed class Query : IChecked
    {
        public required DateOnly From { get; init; }

        public required DateOnly To { get; init; }

        public void Check(Check check)
        {
            check.Period("from", From, To);
            check.That(To.DayNumber - From.DayNumber < 1100, "to", "collaboration.period-too-long");
        }
    }

    /// <param name="Days">From given to first answered, on average; null when nothing is answered.</param>
    public sealed record Line(FeedbackCategoryId? CategoryId, string Name, string NameEn, int Given, int Anonymous, int Answered, int Open, decimal? Days);

    public sealed record MonthLine(Month Month, int Given, int Answered);

    public sealed record View(Line All, IReadOnlyList<Line> Categories, IReadOnlyList<MonthLine> Months);

    public static async Task<View> Handle([AsParameters] Query query, AppDb db, CancellationToken cancel)
    {
        var rows = await db.Set<Feedback>().AsNoTracking().Where(feedback => feedback.Day >= query.From && feedback.Day <= query.To)
            .Select(feedback => new { feedback.CategoryId, IsAnonymous = feedback.PersonId == null, feedback.Day, feedback.AnsweredOn, feedback.State }).ToListAsync(cancel);
        var categories = await db.Set<FeedbackCategory>().AsNoTracking().OrderBy(one => one.Order).ToListAsync(cancel);
        Line Of(FeedbackCategory? category)
        {
            var own = rows.Where(row => category is null || row.CategoryId == category.Id).ToList();
            var answered = own.Where(row => row.AnsweredOn is not null).ToList();
            return new Line(
                category?.Id, category?.Name ?? "", category?.NameEn ?? "", own.Count, own.Count(row => row.IsAnonymous), answered.Count, own.Count(row => row.State is FeedbackState.New or FeedbackState.InHand),
                answered.Count == 0 ? null : Math.Round((decimal)answered.Sum(row => row.AnsweredOn!.Value.DayNumber - row.Day.DayNumber) / answered.Count, 1, MidpointRounding.AwayFromZero));
        }

        return new View(Of(null), [.. categories.Select(Of).Where(line => line.Given > 0)], [.. new Period(query.From, query.To).Months()
            .Select(month => new MonthLine(month, rows.Count(row => Month.Of(row.Day) == month), rows.Count(row => row.AnsweredOn is { } day && Month.Of(day) == month)))]);
    }
}
