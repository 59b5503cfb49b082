using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Organization.Documents;

/// <summary>How a draft comes to hold: at once, or once those have agreed whom the house names for it.</summary>
internal sealed class Publishing(AppDb db, DocumentReaders readers, Notifier notifier, CompanyClock clock)
{
    /// <summary>With its draft; where it is with those who decide, that is held first.</summary>
    public async Task<(HouseDocument Document, DocumentEdition Draft)> Draft(HouseDocumentId id, IDocumentDecisions decisions, CancellationToken cancel)
    {
        if (await db.Set<DocumentEdition>().Where(edition => edition.DocumentId == id && edition.PublishedAt == null).Select(edition => (int?)edition.Number).FirstOrDefaultAsync(cancel) is { } number)
        {
            await decisions.Lock(id, number, cancel);
        }

        var document = await Find(id, cancel) ?? throw Refusal.NotFound("record.not-found");
        return (document, document.Editions.Find(edition => edition.PublishedAt is null) ?? throw Refusal.Conflict("organization.document-no-draft"));
    }

    public Task<HouseDocument?> Find(HouseDocumentId id, CancellationToken cancel) =>
        db.Set<HouseDocument>().Include(document => document.Editions).Include(document => document.Units).AsSplitQuery().FirstOrDefaultAsync(document => document.Id == id, cancel);

    /// <summary>The draft holds from now on, and everybody it is for is asked to read it.</summary>
    public async Task Publish(HouseDocument document, DocumentEdition draft, CancellationToken cancel)
    {
        document.Put(draft.Title, draft.Units);
        draft.PublishedAt = clock.Now;
        document.Current = draft.Number;
        document.WithdrawnAt = null;
        await db.SaveChangesAsync(cancel);
        await Ask(await (await readers.Of(document, cancel)).Select(person => person.Id).ToListAsync(cancel), document, cancel);
    }

    /// <summary>For the first time: from today on they are reminded by the policy of the house.</summary>
    public async Task Ask(IReadOnlyCollection<PersonId> people, HouseDocument document, CancellationToken cancel)
    {
        var edition = document.Current!.Value;
        db.AddRange(people.Select(person => new DocumentAsking { DocumentId = document.Id, Edition = edition, PersonId = person, AskedOn = clock.Today }));
        await db.SaveChangesAsync(cancel);
        await Tell(people, document, "organization.document-to-read", cancel);
    }

    /// <summary>Again. Whoever had not been asked yet has been with that.</summary>
    public async Task Remind(IReadOnlyCollection<PersonId> people, HouseDocument document, CancellationToken cancel)
    {
        var (id, edition, today) = (document.Id, document.Current!.Value, clock.Today);
        var asked = await db.Set<DocumentAsking>().Where(asking => asking.DocumentId == id && asking.Edition == edition && people.Contains(asking.PersonId)).ToDictionaryAsync(asking => asking.PersonId, cancel);
        foreach (var person in people)
        {
            if (!asked.TryGetValue(person, out var asking))
            {
                asking = new DocumentAsking { DocumentId = id, Edition = edition, PersonId = person, AskedOn = today };
                db.Add(asking);
            }

            asking.RemindedOn = today;
        }

        await db.SaveChangesAsync(cancel);
        await Tell(people, document, "organization.document-reminder", cancel);
    }

    private Task Tell(IEnumerable<PersonId> people, HouseDocument document, string kind, CancellationToken cancel) => notifier.Tell(
        people, kind, new Dictionary<string, object?> { ["title"] = document.Title, ["edition"] = document.Current }, $"/documents/{document.Id}", cancel);

    public static DocumentAsked Asked(HouseDocument document, DocumentEdition draft, PersonId? by) => new(
        document.Id, draft.Number, by, draft.Title,
        string.IsNullOrEmpty(draft.Rights) ? draft.Text : $"{draft.Text}\n\n{draft.Rights}", $"/documents/{document.Id}");
}

/// <summary>POST /api/documents/{id}/publish: at once, or, where the house names somebody to agree first, by him.</summary>
internal static class PublishDocument
{
    public static async Task<Saved<HouseDocumentId>> Handle(
        HouseDocumentId id, IfMatch seen, AppDb db, Caller caller, Publishing publishing, IDocumentDecisions decisions, CancellationToken cancel)
    {
        var (document, draft) = await publishing.Draft(id, decisions, cancel);
        db.Expect(document, seen);
        if (draft.Decision == DocumentDecision.Waiting)
        {
            throw Refusal.Conflict("organization.document-waits");
        }

        var asked = Publishing.Asked(document, draft, caller.Person);
        if (!await decisions.Takes(asked, cancel))
        {
            await publishing.Publish(document, draft, cancel);
            return new Saved<HouseDocumentId>(id, document.Version);
        }

        if (asked.ById is null)
        {
            throw Refusal.Conflict("organization.no-person");
        }

        if (draft.Decision == DocumentDecision.Refused)
        {
            throw Refusal.Conflict("organization.document-refused");
        }

        await decisions.Submit(asked, draft.Decision == DocumentDecision.Returned, cancel);
        // Where nobody is left to ask it may hold already.
        if (draft.PublishedAt is null)
        {
            draft.Decision = DocumentDecision.Waiting;
            db.Entry(document).Property(one => one.Version).IsModified = true;
            await db.SaveChangesAsync(cancel);
        }

        return new Saved<HouseDocumentId>(id, document.Version);
    }
}

/// <summary>POST /api/documents/{id}/recall: takes the draft back from those who are to decide.</summary>
internal static class RecallDocument
{
    public static async Task<Saved<HouseDocumentId>> Handle(
        HouseDocumentId id, IfMatch seen, AppDb db, Publishing publishing, IDocumentDecisions decisions, CancellationToken cancel)
    {
        var (document, draft) = await publishing.Draft(id, decisions, cancel);
        db.Expect(document, seen);
        if (draft.Decision is not (DocumentDecision.Waiting or DocumentDecision.Returned))
        {
            throw Refusal.Conflict("organization.document-not-asked");
        }

        await decisions.Withdraw(id, draft.Number, cancel);
        return new Saved<HouseDocumentId>(id, document.Version);
    }
}
