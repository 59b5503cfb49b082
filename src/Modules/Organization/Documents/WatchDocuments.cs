using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Documents.Rules;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Organization.Documents;

/// <summary>
/// Every morning, by the policy of the house: who has come to have to read what is published is asked, who has not read it is reminded, and
/// who is responsible for a review that is due is told. Each document in a transaction of its own; a second run on the same day does nothing twice.
/// </summary>
internal sealed class WatchDocuments(AppDb db, DocumentReaders readers, Publishing publishing, Notifier notifier, CompanyClock clock, ILogger<WatchDocuments> log) : IRecurringJob
{
    public async Task Run(CancellationToken cancel)
    {
        var policy = await db.DocumentPolicyOn(clock.Today, cancel);
        var holding = await db.Set<HouseDocument>().AsNoTracking().Where(document => document.Current != null && document.WithdrawnAt == null)
            .OrderBy(document => document.Id).Select(document => document.Id).ToListAsync(cancel);
        await db.ForEachAlone(holding, id => Look(id, policy, cancel), log, cancel);
    }

    private async Task Look(HouseDocumentId id, DocumentPolicy policy, CancellationToken cancel)
    {
        var document = await db.Locked<HouseDocument>(id.Value).FirstAsync(cancel);
        if (document is not { Current: { } edition, WithdrawnAt: null })
        {
            return;
        }

        await db.Entry(document).Collection(one => one.Units).LoadAsync(cancel);
        var today = clock.Today;
        var unread = await readers.Unread(document, cancel);
        var asked = await db.Set<DocumentAsking>().Where(asking => asking.DocumentId == id && asking.Edition == edition).ToDictionaryAsync(asking => asking.PersonId, cancel);
        await publishing.Ask([.. unread.Where(person => !asked.ContainsKey(person))], document, cancel);
        var late = unread.Where(person => asked.TryGetValue(person, out var asking) && Reminding.OfReading(asking.AskedOn, asking.RemindedOn, today, policy.RemindAfter, policy.RemindEvery)).ToList();
        await publishing.Remind(late, document, cancel);
        if (document is { ReviewOn: { } due, ResponsibleId: { } responsible } && Reminding.OfReview(due, document.ReviewToldOn, today, policy.ReviewAhead, policy.RemindEvery))
        {
            // Told, and no edit: whoever has it open is not turned away.
            await db.Set<HouseDocument>().Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.ReviewToldOn, (DateOnly?)today), cancel);
            await notifier.Tell(responsible, "organization.document-review-due", new Dictionary<string, object?> { ["title"] = document.Title, ["day"] = due }, $"/documents/{id}", cancel);
        }
    }
}
