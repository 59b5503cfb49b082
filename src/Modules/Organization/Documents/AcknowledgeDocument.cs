using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Organization.Documents;

/// <summary>POST /api/documents/{id}/acknowledge: "I have read this edition". A second time changes nothing.</summary>
internal static class AcknowledgeDocument
{
    public sealed record Request : IChecked
    {
        /// <summary>The one that was on screen, so that nobody acknowledges a wording he did not see.</summary>
        public required int Edition { get; init; }

        public void Check(Check check) => check.That(Edition is >= 1 and <= 100_000, "edition", "field.range", ("min", 1), ("max", 100_000));
    }

    public sealed record View(DateTimeOffset ReadAt);

    public static async Task<View> Handle(
        HouseDocumentId id, Request request, AppDb db, Caller caller, DocumentReaders readers, CompanyClock clock, CancellationToken cancel)
    {
        var document = await (await readers.Visible(cancel)).FirstOrDefaultAsync(document => document.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        if (caller.Person is not { } me || !await (await readers.Mine(cancel)).AnyAsync(mine => mine.Id == id, cancel))
        {
            throw Refusal.Conflict("organization.document-not-for-you");
        }

        if (document.Current != request.Edition)
        {
            throw Refusal.Conflict("organization.document-newer", ("edition", document.Current));
        }

        await db.LockPerson(me, cancel);
        var earlier = await db.Set<DocumentReceipt>().FirstOrDefaultAsync(receipt => receipt.DocumentId == id && receipt.Edition == request.Edition && receipt.PersonId == me, cancel);
        if (earlier is not null)
        {
            return new View(earlier.At);
        }

        var receipt = new DocumentReceipt { DocumentId = id, Edition = request.Edition, PersonId = me, At = clock.Now };
        db.Add(receipt);
        await db.SaveChangesAsync(cancel);
        return new View(receipt.At);
    }
}

internal sealed record ReaderRow
{
    public required PersonId Id { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public string? UnitName { get; init; }

    public DateTimeOffset? ReadAt { get; init; }
}

/// <summary>
/// GET /api/documents/{id}/readers?unread=true: who has to read the edition that holds, and who has. Editors see everybody, others those whose
/// files they may see.
/// </summary>
internal static class ListReaders
{
    public sealed class Filter : IChecked
    {
        /// <summary>True leaves out who has read it.</summary>
        public bool? Unread { get; init; }
    }

    public static readonly ListSpec<ReaderRow> Spec = new ListSpec<ReaderRow>("document-readers", row => row.Id)
        .Column("number", row => row.Number)
        .NameColumn("name", row => row.Name)
        .Column("unitName", row => row.UnitName)
        .Column("readAt", row => row.ReadAt)
        .SortedBy("number");

    public static async Task<ListPage<ReaderRow>> Handle(
        HouseDocumentId id, [AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, DocumentReaders readers, Reach reach, CompanyClock clock, CancellationToken cancel) =>
        await Spec.Page(await Rows(id, query, filter, db, readers, reach, clock, cancel), query, db, cancel);

    public static async Task Export(
        HouseDocumentId id, [AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, DocumentReaders readers, Reach reach, CompanyClock clock, CancellationToken cancel) =>
        await ExportList.Write(http, db, Spec, await Rows(id, query, filter, db, readers, reach, clock, cancel), query.Sort, cancel);

    private static async Task<IQueryable<ReaderRow>> Rows(
        HouseDocumentId id, ListQuery query, Filter filter, AppDb db, DocumentReaders readers, Reach reach, CompanyClock clock, CancellationToken cancel)
    {
        var today = clock.Today;
        var document = await (await readers.Visible(cancel)).Include(document => document.Units).FirstOrDefaultAsync(document => document.Id == id, cancel)
            ?? throw Refusal.NotFound("record.not-found");
        var people = await readers.Of(document, cancel);
        people = readers.Edits ? people : people.VisibleTo(reach, OrganizationPermissions.ReadPeople);
        if (query.Pattern is { } pattern)
        {
            people = people.Where(person => EF.Functions.Like(person.Name.ToLower(), pattern, @"\") || EF.Functions.Like(person.Number.ToLower(), pattern, @"\"));
        }

        var receipts = db.Set<DocumentReceipt>().Where(receipt => receipt.DocumentId == id && receipt.Edition == document.Current);
        people = filter.Unread == true ? people.Where(person => !receipts.Any(receipt => receipt.PersonId == person.Id)) : people;
        var units = db.UnitCards;
        return people.Select(person => new ReaderRow
        {
            Id = person.Id,
            Number = person.Number,
            Name = person.Name,
            UnitName = units.Where(unit => unit.Id == person.Memberships.First(place => place.First <= today && (place.Last == null || place.Last >= today)).UnitId)
                .Select(unit => unit.Name).FirstOrDefault(),
            ReadAt = receipts.Where(receipt => receipt.PersonId == person.Id).Select(receipt => (DateTimeOffset?)receipt.At).FirstOrDefault(),
        });
    }
}

/// <summary>POST /api/documents/{id}/remind: those who have not read it are asked again; of two who do so at once the second waits.</summary>
internal static class RemindReaders
{
    public sealed record View(int Reminded);

    public static async Task<View> Handle(HouseDocumentId id, AppDb db, DocumentReaders readers, Publishing publishing, CancellationToken cancel)
    {
        var document = await db.Locked<HouseDocument>(id.Value).FirstOrDefaultAsync(cancel) ?? throw Refusal.NotFound("record.not-found");
        await db.Entry(document).Collection(one => one.Units).LoadAsync(cancel);
        if (document.Current is null || document.WithdrawnAt is not null)
        {
            throw Refusal.Conflict("organization.document-not-published");
        }

        var unread = await readers.Unread(document, cancel);
        await publishing.Remind(unread, document, cancel);
        return new View(unread.Count);
    }
}

/// <summary>
/// POST /api/documents/{id}/reviews: what is found of its effect, by who may review them all or is responsible for this one. A review that is
/// planned is done by one held since it is told of; one that was held before that leaves the plan as it is, unless it says when the next is due.
/// </summary>
internal static class ReviewDocument
{
    public sealed record Request : IChecked
    {
        public required DateOnly HeldOn { get; init; }

        public required ReviewVerdict Verdict { get; init; }

        public required string Finding { get; init; }

        /// <summary>When it is to be looked at again; left out, a plan that is not due yet stays.</summary>
        public DateOnly? NextOn { get; init; }

        public void Check(Check check)
        {
            check.Day("heldOn", HeldOn);
            if (NextOn is { } next)
            {
                check.Day("nextOn", next);
                check.That(next > HeldOn, "nextOn", "organization.review-next");
            }

            check.Text("finding", Finding, 2000, lines: true);
        }
    }

    public static async Task<Created<Saved<DocumentReviewId>>> Handle(
        HouseDocumentId id, Request request, AppDb db, Caller caller, DocumentReaders readers, CompanyClock clock, CancellationToken cancel)
    {
        var document = await (await readers.Visible(cancel)).AsTracking().FirstOrDefaultAsync(document => document.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        if (!readers.Reviews(document))
        {
            throw OrganizationPermissions.ReviewDocuments.Missing();
        }

        if (document.Current is not { } edition)
        {
            throw Refusal.Conflict("organization.document-not-published");
        }

        var (check, today) = (new Check(), clock.Today);
        check.That(request.HeldOn <= today, "heldOn", "organization.review-ahead");
        check.That(request.NextOn is null || await db.Set<Person>().AnyAsync(person => person.Id == document.ResponsibleId && (person.LeftOn == null || person.LeftOn >= today), cancel),
            "nextOn", "organization.review-nobody");
        check.ThrowIfAny();
        var review = new DocumentReview
        {
            Id = Id.New<DocumentReviewId>(),
            DocumentId = id,
            Edition = edition,
            HeldOn = request.HeldOn,
            Verdict = request.Verdict,
            Finding = request.Finding.Clean(),
            PersonId = caller.Person,
        };
        db.Add(review);
        if (request.NextOn is not null || request.HeldOn >= document.ReviewOn?.AddDays(-(await db.DocumentPolicyOn(today, cancel)).ReviewAhead))
        {
            (document.ReviewOn, document.ReviewToldOn) = (request.NextOn, null);
        }

        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/documents/{id}", new Saved<DocumentReviewId>(review.Id, 1));
    }
}
