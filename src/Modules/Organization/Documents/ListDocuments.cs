using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;

namespace Yingpan.Organization.Documents;

internal enum DocumentState
{
    Draft,
    Published,
    Withdrawn,
}

internal sealed record DocumentRow
{
    public required HouseDocumentId Id { get; init; }

    public required DocumentKind Kind { get; init; }

    public required string Title { get; init; }

    public required DocumentState State { get; init; }

    public int? Edition { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public string? UnitName { get; init; }

    /// <summary>The last time leadership looked at its effect.</summary>
    public DateOnly? ReviewedOn { get; init; }

    /// <summary>By when it is to.</summary>
    public DateOnly? ReviewOn { get; init; }
}

/// <summary>GET /api/documents, GET /api/documents/export: the library.</summary>
internal static class ListDocuments
{
    public sealed class Filter : IChecked
    {
        public DocumentKind? Kind { get; init; }

        public DocumentState? State { get; init; }
    }

    public static readonly ListSpec<DocumentRow> Spec = new ListSpec<DocumentRow>("documents", row => row.Id)
        .NameColumn("title", row => row.Title)
        .ExportColumn("kind", row => row.Kind)
        .ExportColumn("state", row => row.State)
        .Column("edition", row => row.Edition)
        .Column("publishedAt", row => row.PublishedAt)
        .Column("unitName", row => row.UnitName)
        .Column("reviewedOn", row => row.ReviewedOn)
        .Column("reviewOn", row => row.ReviewOn)
        .SortedBy("title");

    public static async Task<ListPage<DocumentRow>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, DocumentReaders readers, CancellationToken cancel) =>
        await Spec.Page(await Rows(query, filter, db, readers, cancel), query, db, cancel);

    public static async Task Export([AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, DocumentReaders readers, CancellationToken cancel) =>
        await ExportList.Write(http, db, Spec, await Rows(query, filter, db, readers, cancel), query.Sort, cancel);

    private static async Task<IQueryable<DocumentRow>> Rows(ListQuery query, Filter filter, AppDb db, DocumentReaders readers, CancellationToken cancel)
    {
        var documents = await readers.Visible(cancel);
        documents = filter.Kind is { } kind ? documents.Where(document => document.Kind == kind) : documents;
        documents = filter.State switch
        {
            DocumentState.Draft => documents.Where(document => document.Current == null),
            DocumentState.Published => documents.Where(document => document.Current != null && document.WithdrawnAt == null),
            DocumentState.Withdrawn => documents.Where(document => document.WithdrawnAt != null),
            _ => documents,
        };
        if (query.Pattern is { } pattern)
        {
            documents = documents.Where(document => EF.Functions.Like(document.Title.ToLower(), pattern, @"\"));
        }

        var units = db.UnitCards;
        return
            from document in documents
            let edition = document.Editions.FirstOrDefault(edition => edition.Number == document.Current)
            select new DocumentRow
            {
                Id = document.Id,
                Kind = document.Kind,
                Title = document.Title,
                State = document.WithdrawnAt != null ? DocumentState.Withdrawn : document.Current != null ? DocumentState.Published : DocumentState.Draft,
                Edition = document.Current,
                PublishedAt = edition!.PublishedAt,
                UnitName = units.Where(unit => unit.Id == edition.UnitId).Select(unit => unit.Name).FirstOrDefault(),
                ReviewedOn = document.Reviews.Max(review => (DateOnly?)review.HeldOn),
                ReviewOn = document.ReviewOn,
            };
    }
}

internal sealed record MyDocument
{
    public required HouseDocumentId Id { get; init; }

    public required DocumentKind Kind { get; init; }

    public required string Title { get; init; }

    public required int Edition { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Null is still to be read.</summary>
    public DateTimeOffset? ReadAt { get; init; }
}

/// <summary>GET /api/my-documents: what the caller has to have read, the unread ones first.</summary>
internal static class ListMyDocuments
{
    public sealed record View(IReadOnlyList<MyDocument> Items, int Unread);

    public static async Task<View> Handle(AppDb db, Caller caller, DocumentReaders readers, CancellationToken cancel)
    {
        var items = await (
            from document in await readers.Mine(cancel)
            let edition = document.Editions.First(edition => edition.Number == document.Current)
            select new MyDocument
            {
                Id = document.Id,
                Kind = document.Kind,
                Title = document.Title,
                Edition = edition.Number,
                PublishedAt = edition.PublishedAt!.Value,
                ReadAt = db.Set<DocumentReceipt>().Where(receipt => receipt.DocumentId == document.Id && receipt.Edition == edition.Number && receipt.PersonId == caller.Person)
                    .Select(receipt => (DateTimeOffset?)receipt.At).FirstOrDefault(),
            }).ToListAsync(cancel);
        return new View(
            [.. items.OrderBy(item => item.ReadAt is not null).ThenByDescending(item => item.PublishedAt).ThenBy(item => item.Title, StringComparer.Ordinal)],
            items.Count(item => item.ReadAt is null));
    }
}
