using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Organization.Documents;

/// <summary>The wording and the head of an edition: who wrote, checked and approved it, where and when.</summary>
internal sealed record EditionRequest : IChecked
{
    public required string Text { get; init; }

    public string? Rights { get; init; }

    public PersonId? AuthorId { get; init; }

    public PersonId? CheckerId { get; init; }

    public PersonId? ApproverId { get; init; }

    public UnitId? UnitId { get; init; }

    public required DateOnly WrittenOn { get; init; }

    public void Check(Check check) => Check(check, "");

    public void Check(Check check, string prefix)
    {
        check.Text($"{prefix}text", Text, 50_000, lines: true);
        check.OptionalText($"{prefix}rights", Rights, 20_000, lines: true);
        check.Day($"{prefix}writtenOn", WrittenOn);
    }

    public async Task CheckReferences(AppDb db, Check check, string prefix, CancellationToken cancel)
    {
        foreach (var (field, person) in new[] { ("authorId", AuthorId), ("checkerId", CheckerId), ("approverId", ApproverId) })
        {
            check.That(person is null || await db.Set<Person>().AnyAsync(known => known.Id == person, cancel), prefix + field, "record.not-found");
        }

        check.That(UnitId is null || await db.UnitCards.AnyAsync(known => known.Id == UnitId, cancel), $"{prefix}unitId", "record.not-found");
    }

    public DocumentEdition Edition(HouseDocumentId document, int number, string title, IEnumerable<UnitId> units)
    {
        var edition = new DocumentEdition { DocumentId = document, Number = number, Title = title, ForUnits = DocumentEdition.Listed(units), Text = Text, WrittenOn = WrittenOn };
        Into(edition);
        return edition;
    }

    public void Into(DocumentEdition edition)
    {
        edition.Text = Text.Clean();
        edition.Rights = Rights.CleanOrNull();
        edition.AuthorId = AuthorId;
        edition.CheckerId = CheckerId;
        edition.ApproverId = ApproverId;
        edition.UnitId = UnitId;
        edition.WrittenOn = WrittenOn;
    }
}

/// <summary>POST /api/documents: a document with the draft of its first edition.</summary>
internal static class AddDocument
{
    public sealed record Request : IChecked
    {
        public required DocumentKind Kind { get; init; }

        public required string Title { get; init; }

        public PositionId? PositionId { get; init; }

        /// <summary>None is the whole house.</summary>
        public IReadOnlyList<UnitId> Units { get; init; } = [];

        public required EditionRequest Draft { get; init; }

        public void Check(Check check)
        {
            check.Text("title", Title, 120);
            check.That((PositionId is null) == (Kind == DocumentKind.Rule), "positionId", Kind == DocumentKind.Rule ? "organization.document-no-position" : "field.required");
            check.That(Kind == DocumentKind.Rule || Units.Count == 0, "units", "organization.document-no-units");
            Draft.Check(check, "draft.");
        }
    }

    public static async Task<Created<Saved<HouseDocumentId>>> Handle(Request request, AppDb db, CancellationToken cancel)
    {
        var check = new Check();
        check.That(request.PositionId is null || await db.Set<Position>().AnyAsync(position => position.Id == request.PositionId, cancel), "positionId", "record.not-found");
        check.That(request.PositionId is null || !await db.Set<HouseDocument>().AnyAsync(other => other.PositionId == request.PositionId, cancel),
            "positionId", "organization.document-of-position");
        await DocumentUnits.Check(request.Units, db, check, cancel);
        await request.Draft.CheckReferences(db, check, "draft.", cancel);
        check.ThrowIfAny();
        var document = new HouseDocument { Id = Id.New<HouseDocumentId>(), Kind = request.Kind, Title = request.Title.Clean(), PositionId = request.PositionId };
        document.Editions.Add(request.Draft.Edition(document.Id, 1, document.Title, request.Units));
        document.Put(document.Title, request.Units);
        db.Add(document);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/documents/{document.Id}", new Saved<HouseDocumentId>(document.Id, document.Version));
    }
}

internal static class DocumentUnits
{
    public static async Task Check(IReadOnlyList<UnitId> units, AppDb db, Check check, CancellationToken cancel) =>
        check.That(await db.UnitCards.CountAsync(unit => units.Contains(unit.Id), cancel) == units.Distinct().Count(), "units", "record.not-found");

    /// <summary>Its title, and whom it is for, from now on.</summary>
    public static void Put(this HouseDocument document, string title, IReadOnlyCollection<UnitId> units)
    {
        document.Title = title;
        document.Units.RemoveAll(unit => !units.Contains(unit.UnitId));
        document.Units.AddRange(units.Distinct().Except(document.Units.ConvertAll(unit => unit.UnitId)).Select(unit => new DocumentUnit { DocumentId = document.Id, UnitId = unit }).ToList());
    }
}

/// <summary>
/// PUT /api/documents/{id}: the draft, with its title and whom it is for; without one, the next edition is begun. What is published stays as it
/// is until that is published too.
/// </summary>
internal static class EditDocument
{
    public sealed record Request : IChecked
    {
        public required string Title { get; init; }

        public IReadOnlyList<UnitId> Units { get; init; } = [];

        /// <summary>Left out, the wording stays.</summary>
        public EditionRequest? Draft { get; init; }

        public void Check(Check check)
        {
            check.Text("title", Title, 120);
            Draft?.Check(check, "draft.");
        }
    }

    public static async Task<Saved<HouseDocumentId>> Handle(HouseDocumentId id, Request request, IfMatch seen, AppDb db, CancellationToken cancel)
    {
        var document = await db.Set<HouseDocument>().Include(document => document.Editions).Include(document => document.Units).AsSplitQuery()
            .FirstOrDefaultAsync(document => document.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(document, seen);
        var check = new Check();
        check.That(document.Kind == DocumentKind.Rule || request.Units.Count == 0, "units", "organization.document-no-units");
        await DocumentUnits.Check(request.Units, db, check, cancel);
        await (request.Draft?.CheckReferences(db, check, "draft.", cancel) ?? Task.CompletedTask);
        check.ThrowIfAny();
        var (title, units) = (request.Title.Clean(), DocumentEdition.Listed(request.Units));
        var newest = document.Editions.MaxBy(edition => edition.Number)!;
        if (newest.PublishedAt is null)
        {
            if (newest.Decision == DocumentDecision.Waiting)
            {
                throw Refusal.Conflict("organization.document-waits");
            }

            // What was refused is asked about anew once it says something else.
            newest.Decision = newest.Decision == DocumentDecision.Refused ? null : newest.Decision;
            (newest.Title, newest.ForUnits) = (title, units);
            request.Draft?.Into(newest);
        }
        else if (request.Draft is { } draft)
        {
            db.Add(draft.Edition(id, newest.Number + 1, title, request.Units));
        }
        else if (newest.Title != title || newest.ForUnits != units)
        {
            throw Refusal.Conflict("organization.document-needs-edition");
        }

        if (document.Current is null)
        {
            document.Put(title, request.Units);
        }

        db.Entry(document).Property(document => document.Version).IsModified = true;
        await db.SaveChangesAsync(cancel);
        return new Saved<HouseDocumentId>(id, document.Version);
    }
}

/// <summary>POST /api/documents/{id}/withdraw: binds nobody any more; the receipts stay, no review is planned.</summary>
internal static class WithdrawDocument
{
    public static async Task<Saved<HouseDocumentId>> Handle(HouseDocumentId id, IfMatch seen, AppDb db, CompanyClock clock, CancellationToken cancel)
    {
        var document = await db.Set<HouseDocument>().FirstOrDefaultAsync(document => document.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        db.Expect(document, seen);
        if (document.Current is null || document.WithdrawnAt is not null)
        {
            throw Refusal.Conflict("organization.document-not-published");
        }

        document.WithdrawnAt = clock.Now;
        (document.ReviewOn, document.ResponsibleId, document.ReviewToldOn) = (null, null, null);
        await db.SaveChangesAsync(cancel);
        return new Saved<HouseDocumentId>(id, document.Version);
    }
}
