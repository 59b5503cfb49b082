using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Files;

namespace Yingpan.Organization.Documents;

/// <summary>
/// The files of an edition, known by <c>{document}-{number}</c>, are seen by whoever sees its wording, and fixed with it when it is published
/// or put before those who decide.
/// </summary>
internal sealed class DocumentFiles(AppDb db, DocumentReaders readers) : IFileParent
{
    public const string Table = "organization_document_edition";

    public string Entity => Table;

    public async Task<bool> MaySee(string id, Caller caller, CancellationToken cancel)
    {
        if (Parse(id) is not var (document, number) || !await (await readers.Visible(cancel)).AnyAsync(one => one.Id == document, cancel))
        {
            return false;
        }

        return await db.Set<DocumentEdition>().Where(edition => edition.DocumentId == document && edition.Number == number)
                .Select(edition => new { edition.PublishedAt }).FirstOrDefaultAsync(cancel) is { } found
            && (found.PublishedAt is not null || readers.Edits || (await readers.ToDecide(cancel)).Contains(document));
    }

    public async Task<bool> MayAttach(string id, Caller caller, CancellationToken cancel) =>
        readers.Edits && Parse(id) is var (document, number) && await db.Set<DocumentEdition>().AnyAsync(
            edition => edition.DocumentId == document && edition.Number == number && edition.PublishedAt == null && edition.Decision != DocumentDecision.Waiting, cancel);

    private static (HouseDocumentId Document, int Number)? Parse(string id) =>
        id.LastIndexOf('-') is var dash and > 0 && Id.TryParse<HouseDocumentId>(id[..dash], out var document)
        && int.TryParse(id[(dash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (document, number) : null;
}
