using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;

namespace Yingpan.Approvals.Proposals;

/// <param name="Name">In the reader's language.</param>
/// <param name="Open">Proposals nobody has decided, of those the reader may see.</param>
internal sealed record ProcessRow(string Kind, string Name, PersonId? OwnerId, string? OwnerName, int Open, int Version, IReadOnlyList<string> Can);

/// <summary>GET /api/processes: what can be proposed about, and who answers for it.</summary>
internal static class ListProcesses
{
    public sealed record View(IReadOnlyList<ProcessRow> Items);

    public static async Task<View> Handle(HttpContext http, AppDb db, Caller caller, ProposalReaders readers, IPeopleNames people, IEnumerable<ApprovalKind> kinds, TextBook texts, CancellationToken cancel)
    {
        var owners = await db.Set<ProcessOwner>().AsNoTracking().ToDictionaryAsync(owner => owner.Kind, cancel);
        var names = await people.Of([.. owners.Values.Select(owner => owner.PersonId).Distinct()], cancel);
        var open = await readers.Visible().Where(proposal => proposal.State == ProposalState.Open).GroupBy(proposal => proposal.Kind)
            .Select(all => new { all.Key, Count = all.Count() }).ToDictionaryAsync(all => all.Key, all => all.Count, cancel);
        IReadOnlyList<string> can = caller.May(ApprovalsPermissions.EditRules) ? ["edit"] : [];
        return new View([.. kinds.Select(kind =>
        {
            var owner = owners.GetValueOrDefault(kind.Code);
            return new ProcessRow(kind.Code, texts.Say($"approval-kind.{kind.Code}", Languages.Of(http)), owner?.PersonId, owner is null ? null : names.GetValueOrDefault(owner.PersonId), open.GetValueOrDefault(kind.Code), owner?.Version ?? 0, can);
        })]);
    }
}

/// <summary>PUT /api/processes/{kind}: who answers for it from now on; what is open goes to him, and he is told of it. Of one that nobody answers for yet the version is 0.</summary>
internal static class EditProcess
{
    public sealed record Request(PersonId OwnerId) : IChecked;

    public static async Task<Saved<string>> Handle(
        string kind, Request request, IfMatch seen, AppDb db, ProposalWords words, IEnumerable<ApprovalKind> kinds, CompanyClock clock, CancellationToken cancel)
    {
        if (!kinds.Any(known => known.Code == kind))
        {
            throw Refusal.NotFound("record.not-found");
        }

        var (today, owner) = (clock.Today, request.OwnerId);
        var check = new Check();
        check.That(await db.PersonCards.AnyAsync(person => person.Id == owner && (person.LeftOn == null || person.LeftOn >= today), cancel), "ownerId", "approvals.has-left");
        check.ThrowIfAny();
        // Of two who name the first owner at once the second is told so.
        await db.LockCompany(cancel);
        var onFile = await db.Set<ProcessOwner>().FirstOrDefaultAsync(known => known.Kind == kind, cancel);
        if (onFile is not null)
        {
            db.Expect(onFile, seen);
        }
        else if (seen.Version != 0)
        {
            throw Refusal.Stale("version.stale");
        }

        if (onFile?.PersonId == owner)
        {
            return new Saved<string>(kind, onFile.Version);
        }

        if (onFile is null)
        {
            db.Add(onFile = new ProcessOwner { Kind = kind, PersonId = owner });
        }

        onFile.PersonId = owner;
        await db.SaveChangesAsync(cancel);
        await words.PassOn(kind, cancel);
        return new Saved<string>(kind, onFile.Version);
    }
}

/// <summary>The processes somebody answers for.</summary>
internal sealed class OwnedProcesses(AppDb db, ProposalWords words, TextBook texts) : IBelongings
{
    public string Kind => "processes";

    public Task<IReadOnlyDictionary<PersonId, int>> Counts(IQueryable<PersonId> people, DateOnly lastDay, CancellationToken cancel) =>
        db.Set<ProcessOwner>().Select(owner => (PersonId?)owner.PersonId).CountedFor(people, cancel);

    public async Task<IReadOnlyList<Belonging>> Of(PersonId person, DateOnly lastDay, int most, CancellationToken cancel) =>
        [.. (await db.Set<ProcessOwner>().AsNoTracking().Where(owner => owner.PersonId == person).OrderBy(owner => owner.Kind).Take(most).ToListAsync(cancel))
            .Select(owner => new Belonging(IdOf(owner), texts.Say($"approval-kind.{owner.Kind}", Languages.Chinese), "", "/process-proposals"))];

    public async Task<int> PassOn(Passing passing, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        var owned = (await db.Set<ProcessOwner>().Where(owner => owner.PersonId == passing.From).ToListAsync(cancel)).FindAll(owner => only is null || only.Contains(IdOf(owner)));
        owned.ForEach(owner => owner.PersonId = passing.To);
        await db.SaveChangesAsync(cancel);
        foreach (var owner in owned)
        {
            await words.PassOn(owner.Kind, cancel);
        }

        return owned.Count;
    }

    /// <summary>A process is known by its code; whoever passes on one of several names it by this.</summary>
    private static Guid IdOf(ProcessOwner owner) => new(SHA256.HashData(Encoding.UTF8.GetBytes(owner.Kind)).AsSpan(0, 16));
}
