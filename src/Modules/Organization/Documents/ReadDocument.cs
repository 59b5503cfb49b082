using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Organization.Documents;

internal sealed record EditionView
{
    public required int Number { get; init; }

    public required string Title { get; init; }

    /// <summary>Whom this edition is for; none is the whole house.</summary>
    public required IReadOnlyList<DocumentUnitView> Units { get; init; }

    public required string Text { get; init; }

    public string? Rights { get; init; }

    public PersonId? AuthorId { get; init; }

    public string? AuthorName { get; init; }

    public PersonId? CheckerId { get; init; }

    public string? CheckerName { get; init; }

    public PersonId? ApproverId { get; init; }

    public string? ApproverName { get; init; }

    public UnitId? UnitId { get; init; }

    public string? UnitName { get; init; }

    public required DateOnly WrittenOn { get; init; }

    /// <summary>How far the draft is with those who have to agree; null where nobody was asked.</summary>
    public DocumentDecision? Decision { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }
}

internal sealed record ReviewView(DocumentReviewId Id, int Edition, DateOnly HeldOn, ReviewVerdict Verdict, string Finding, string? PersonName);

internal sealed record DocumentUnitView(UnitId Id, string Name);

internal sealed record DocumentView : IHasVersion
{
    public required HouseDocumentId Id { get; init; }

    public required DocumentKind Kind { get; init; }

    public required string Title { get; init; }

    public PositionId? PositionId { get; init; }

    public string? PositionName { get; init; }

    public required DocumentState State { get; init; }

    /// <summary>The one that holds; null before the first is published.</summary>
    public int? Current { get; init; }

    /// <summary>The newest first. A draft is shown only to those who may edit.</summary>
    public required IReadOnlyList<EditionView> Editions { get; init; }

    /// <summary>None is the whole house.</summary>
    public required IReadOnlyList<DocumentUnitView> Units { get; init; }

    public required IReadOnlyList<ReviewView> Reviews { get; init; }

    /// <summary>By when its effect is to be looked at, and who sees to it.</summary>
    public DateOnly? ReviewOn { get; init; }

    public PersonId? ResponsibleId { get; init; }

    public string? ResponsibleName { get; init; }

    /// <summary>When the caller acknowledged the edition that holds; null when he has not, or need not.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>How many have to read it, and how many have; only for those who may edit.</summary>
    public int? Readers { get; init; }

    public int? HaveRead { get; init; }

    /// <summary>Must somebody agree to the draft before it is published?</summary>
    public bool NeedsApproval { get; init; }

    public required int Version { get; init; }

    public IReadOnlyList<string> Can { get; init; } = [];
}

/// <summary>GET /api/documents/{id}</summary>
internal static class ReadDocument
{
    public static async Task<DocumentView> Handle(HouseDocumentId id, AppDb db, Caller caller, DocumentReaders readers, IDocumentDecisions decisions, CancellationToken cancel)
    {
        var document = await (await readers.Visible(cancel)).Include(document => document.Editions).Include(document => document.Units).Include(document => document.Reviews)
            .AsSplitQuery().FirstOrDefaultAsync(document => document.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");
        var seesDraft = readers.Edits || (await readers.ToDecide(cancel)).Contains(id);
        var editions = document.Editions.Where(edition => seesDraft || edition.PublishedAt is not null).OrderByDescending(edition => edition.Number).ToList();
        var named = editions.SelectMany(edition => new[] { edition.AuthorId, edition.CheckerId, edition.ApproverId }).Concat(document.Reviews.Select(review => review.PersonId)).Append(document.ResponsibleId)
            .OfType<PersonId>().Distinct().ToList();
        var people = await db.Set<Person>().Where(person => named.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        var units = await db.UnitCards.ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancel);
        IReadOnlyList<DocumentUnitView> Named(IEnumerable<UnitId> ids) => [.. ids.Where(units.ContainsKey).Select(unit => new DocumentUnitView(unit, units[unit])).OrderBy(unit => unit.Name, StringComparer.Ordinal)];
        string? Called(PersonId? person) => person is { } known ? people.GetValueOrDefault(known) : null;
        var isMine = await (await readers.Mine(cancel)).AnyAsync(mine => mine.Id == id, cancel);
        var receipts = db.Set<DocumentReceipt>().Where(receipt => receipt.DocumentId == id && receipt.Edition == document.Current);
        var readAt = await receipts.Where(receipt => receipt.PersonId == caller.Person).Select(receipt => (DateTimeOffset?)receipt.At).FirstOrDefaultAsync(cancel);
        var audience = readers.Edits && document.Current is not null ? await readers.Of(document, cancel) : null;
        var draft = editions.Find(edition => edition.PublishedAt is null);
        return new DocumentView
        {
            Id = id,
            Kind = document.Kind,
            Title = document.Title,
            PositionId = document.PositionId,
            PositionName = await db.Set<Position>().Where(position => position.Id == document.PositionId).Select(position => position.Name).FirstOrDefaultAsync(cancel),
            State = document.WithdrawnAt is not null ? DocumentState.Withdrawn : document.Current is not null ? DocumentState.Published : DocumentState.Draft,
            Current = document.Current,
            Editions = [.. editions.Select(edition => new EditionView
            {
                Number = edition.Number,
                Title = edition.Title,
                Units = Named(edition.Units),
                Text = edition.Text,
                Rights = edition.Rights,
                AuthorId = edition.AuthorId,
                AuthorName = Called(edition.AuthorId),
                CheckerId = edition.CheckerId,
                CheckerName = Called(edition.CheckerId),
                ApproverId = edition.ApproverId,
                ApproverName = Called(edition.ApproverId),
                UnitId = edition.UnitId,
                UnitName = edition.UnitId is { } unit ? units.GetValueOrDefault(unit) : null,
                WrittenOn = edition.WrittenOn,
                Decision = edition.Decision,
                PublishedAt = edition.PublishedAt,
            })],
            Units = Named(document.Units.Select(unit => unit.UnitId)),
            Reviews = [.. document.Reviews.OrderByDescending(review => review.HeldOn).ThenByDescending(review => review.Id.Value)
                .Select(review => new ReviewView(review.Id, review.Edition, review.HeldOn, review.Verdict, review.Finding, Called(review.PersonId)))],
            ReviewOn = document.ReviewOn,
            ResponsibleId = document.ResponsibleId,
            ResponsibleName = Called(document.ResponsibleId),
            ReadAt = readAt,
            Readers = audience is null ? null : await audience.CountAsync(cancel),
            HaveRead = audience is null ? null : await audience.CountAsync(person => receipts.Any(receipt => receipt.PersonId == person.Id), cancel),
            NeedsApproval = draft is not null && await decisions.Takes(Publishing.Asked(document, draft, caller.Person), cancel),
            Version = document.Version,
            Can =
            [
                .. isMine && readAt is null ? ["acknowledge"] : Array.Empty<string>(),
                .. readers.Edits && draft?.Decision != DocumentDecision.Waiting ? ["edit"] : Array.Empty<string>(),
                .. readers.Edits && draft is { Decision: not (DocumentDecision.Waiting or DocumentDecision.Refused) } ? ["publish"] : Array.Empty<string>(),
                .. readers.Edits && draft is { Decision: DocumentDecision.Waiting or DocumentDecision.Returned } ? ["recall"] : Array.Empty<string>(),
                .. readers.Edits && document is { Current: not null, WithdrawnAt: null } ? ["remind", "planReview", "withdraw"] : Array.Empty<string>(),
                .. document.Current is not null && readers.Reviews(document) ? ["review"] : Array.Empty<string>(),
            ],
        };
    }
}
