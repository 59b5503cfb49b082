using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Organization.Documents;

/// <summary>PUT /api/documents/{id}/review-plan: by when its effect is to be looked at, and who sees to it. No new edition: the wording stays.</summary>
internal static class PlanReview
{
    public sealed record Request : IChecked
    {
        /// <summary>Left out: none is planned.</summary>
        public DateOnly? ReviewOn { get; init; }

        public PersonId? ResponsibleId { get; init; }

        public void Check(Check check)
        {
            check.That(ReviewOn is null || ResponsibleId is not null, "responsibleId", "field.required");
            if (ReviewOn is { } day)
            {
                check.Day("reviewOn", day);
            }
        }
    }

    public static async Task<Saved<HouseDocumentId>> Handle(HouseDocumentId id, Request request, IfMatch seen, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var document = await db.Set<HouseDocument>().FirstOrDefaultAsync(document => document.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(document, seen);
        if (document.Current is null || document.WithdrawnAt is not null)
        {
            throw Refusal.Conflict("organization.document-not-published");
        }

        var today = clock.Today;
        var check = new Check();
        check.That(request.ReviewOn is null || request.ReviewOn >= today || request.ReviewOn == document.ReviewOn, "reviewOn", "organization.review-past");
        check.That(request.ResponsibleId is null || await db.Set<Person>().AnyAsync(person => person.Id == request.ResponsibleId && (person.LeftOn == null || person.LeftOn >= today), cancel),
            "responsibleId", "record.not-found");
        check.ThrowIfAny();
        if ((document.ReviewOn, document.ResponsibleId) != (request.ReviewOn, request.ResponsibleId))
        {
            (document.ReviewOn, document.ResponsibleId, document.ReviewToldOn) = (request.ReviewOn, request.ResponsibleId, null);
        }

        await db.SaveChangesAsync(cancel);
        return new Saved<HouseDocumentId>(id, document.Version);
    }
}

/// <summary>Reviews that are planned and that he is to see to.</summary>
internal sealed class PlannedReviews(AppDb db) : IBelongings
{
    public string Kind => "document-reviews";

    public Task<IReadOnlyDictionary<PersonId, int>> Counts(IQueryable<PersonId> people, DateOnly lastDay, CancellationToken cancel) =>
        Planned.Select(document => document.ResponsibleId).CountedFor(people, cancel);

    public async Task<IReadOnlyList<Belonging>> Of(PersonId person, DateOnly lastDay, int most, CancellationToken cancel) =>
        [.. (await Planned.AsNoTracking().Where(document => document.ResponsibleId == person).OrderBy(document => document.Title).Take(most)
                .Select(document => new { document.Id, document.Title, document.ReviewOn }).ToListAsync(cancel))
            .Select(document => new Belonging(document.Id.Value, document.Title, document.ReviewOn is { } day ? $"{day:yyyy-MM-dd}" : "", $"/documents/{document.Id}"))];

    public async Task<int> PassOn(Passing passing, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        var planned = (await Planned.Where(document => document.ResponsibleId == passing.From).ToListAsync(cancel)).FindAll(document => only is null || only.Contains(document.Id.Value));
        planned.ForEach(document => (document.ResponsibleId, document.ReviewToldOn) = (passing.To, null));
        await db.SaveChangesAsync(cancel);
        return planned.Count;
    }

    private IQueryable<HouseDocument> Planned => db.Set<HouseDocument>().Where(document => document.ReviewOn != null && document.WithdrawnAt == null);
}
