using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Documents;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Public;

/// <summary>Told what became of a draft, in the transaction in which it was decided.</summary>
public sealed class DocumentOutcomes
{
    private readonly AppDb db;
    private readonly Publishing publishing;

    internal DocumentOutcomes(AppDb db, Publishing publishing) => (this.db, this.publishing) = (db, publishing);

    /// <summary>Once agreed to it holds, and its head names who did: the first checked it, the last approved it.</summary>
    /// <param name="decision">Null: it was taken back.</param>
    /// <param name="by">Who agreed, in order.</param>
    public async Task Heard(HouseDocumentId id, int edition, DocumentDecision? decision, IReadOnlyList<PersonId> by, CancellationToken cancel)
    {
        var document = await publishing.Find(id, cancel);
        if (document?.Editions.Find(one => one.Number == edition && one.PublishedAt is null) is not { } draft)
        {
            return;
        }

        draft.Decision = decision;
        db.Entry(document).Property(one => one.Version).IsModified = true;
        if (decision != DocumentDecision.Approved)
        {
            await db.SaveChangesAsync(cancel);
            return;
        }

        draft.CheckerId = by.Count > 1 ? by[0] : draft.CheckerId;
        draft.ApproverId = by is [.., var last] ? last : draft.ApproverId;
        await publishing.Publish(document, draft, cancel);
    }
}
