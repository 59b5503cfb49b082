using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Organization.Documents;

/// <summary>Whom a document is for, and who may look at it.</summary>
internal sealed class DocumentReaders(AppDb db, Caller caller, IDraftReaders drafts, CompanyClock clock)
{
    private IReadOnlyList<HouseDocumentId>? toDecide;

    public bool Edits => caller.May(OrganizationPermissions.EditDocuments);

    /// <summary>May he say what he finds of its effect?</summary>
    public bool Reviews(HouseDocument document) => caller.May(OrganizationPermissions.ReviewDocuments) || (caller.Person is { } me && document.ResponsibleId == me);

    /// <summary>
    /// Editors see all of it. Everybody else sees what is published: the duties of any position, and the rules that bind him or units below
    /// his own, for which he may have to answer; and a draft, where he is to decide about it.
    /// </summary>
    public async Task<IQueryable<HouseDocument>> Visible(CancellationToken cancel)
    {
        var documents = db.Set<HouseDocument>().AsNoTracking();
        if (Edits)
        {
            return documents;
        }

        var units = (await Above(cancel)).Union(caller.SubtreeUnits).ToList();
        var asked = await ToDecide(cancel);
        var me = caller.Person;
        return documents.Where(document => asked.Contains(document.Id) || (me != null && document.ResponsibleId == me && document.WithdrawnAt == null) || (document.Current != null && document.WithdrawnAt == null
            && (document.Kind == DocumentKind.Position || !document.Units.Any() || document.Units.Any(unit => units.Contains(unit.UnitId)))));
    }

    /// <summary>Those about whose draft the caller is to decide.</summary>
    public async Task<IReadOnlyList<HouseDocumentId>> ToDecide(CancellationToken cancel)
    {
        if (toDecide is not null)
        {
            return toDecide;
        }

        var waiting = await db.Set<DocumentEdition>().AsNoTracking().Where(edition => edition.PublishedAt == null && edition.Decision == DocumentDecision.Waiting)
            .Select(edition => new { edition.DocumentId, edition.Number }).ToListAsync(cancel);
        return toDecide = waiting.Count == 0 ? [] : await drafts.Of([.. waiting.Select(edition => (edition.DocumentId, edition.Number))], cancel);
    }

    /// <summary>What the caller himself has to have read.</summary>
    public async Task<IQueryable<HouseDocument>> Mine(CancellationToken cancel)
    {
        var (me, today) = (caller.Person, clock.Today);
        var units = await Above(cancel);
        var positions = db.Set<Membership>().Where(place => place.PersonId == me && place.First <= today && (place.Last == null || place.Last >= today)).Select(place => place.PositionId);
        return db.Set<HouseDocument>().AsNoTracking().Where(document => me != null && document.Current != null && document.WithdrawnAt == null
            && (document.Kind == DocumentKind.Position
                ? positions.Contains(document.PositionId!.Value)
                : !document.Units.Any() || document.Units.Any(unit => units.Contains(unit.UnitId))));
    }

    /// <summary>The people who have to read a document: those at work today, in its units or in its position.</summary>
    public async Task<IQueryable<Person>> Of(HouseDocument document, CancellationToken cancel)
    {
        var today = clock.Today;
        var people = db.Set<Person>().AsNoTracking().Where(person => person.HiredOn <= today && (person.LeftOn == null || person.LeftOn >= today));
        if (document.PositionId is { } position)
        {
            return people.Where(person => person.Memberships.Any(place => place.PositionId == position && place.First <= today && (place.Last == null || place.Last >= today)));
        }

        if (document.Units.Count == 0)
        {
            return people;
        }

        var units = new HashSet<UnitId>();
        foreach (var unit in document.Units)
        {
            units.UnionWith(await db.UnitsUnder(unit.UnitId, cancel));
        }

        var list = units.ToList();
        return people.Where(person => person.Memberships.Any(place => list.Contains(place.UnitId) && place.First <= today && (place.Last == null || place.Last >= today)));
    }

    /// <summary>Those of them who have not said that they have read the edition that holds.</summary>
    public async Task<IReadOnlyList<PersonId>> Unread(HouseDocument document, CancellationToken cancel)
    {
        var receipts = db.Set<DocumentReceipt>().Where(receipt => receipt.DocumentId == document.Id && receipt.Edition == document.Current);
        return await (await Of(document, cancel)).Where(person => !receipts.Any(receipt => receipt.PersonId == person.Id)).Select(person => person.Id).ToListAsync(cancel);
    }

    /// <summary>The caller's unit of today and every one above it.</summary>
    private async Task<IReadOnlyList<UnitId>> Above(CancellationToken cancel) => caller.Unit is { } unit ? (await db.UnitPaths(cancel)).Of(unit) : [];
}
