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
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Texts;

namespace Yingpan.Approvals.Proposals;

/// <summary>A proposal is seen by who made it, by who answers for the process, and by who edits the tables.</summary>
internal sealed class ProposalReaders(AppDb db, Caller caller, CompanyClock clock)
{
    public PersonId? Me => caller.Person;

    public bool EditsRules => caller.May(ApprovalsPermissions.EditRules);

    public IQueryable<ProcessProposal> Visible()
    {
        var (me, all) = (caller.Person, EditsRules);
        return db.Set<ProcessProposal>().Where(proposal => all || (me != null && (proposal.PersonId == me || db.Set<ProcessOwner>().Any(owner => owner.Kind == proposal.Kind && owner.PersonId == me))));
    }

    public async Task<ProcessProposal> Find(ProcessProposalId id, CancellationToken cancel) =>
        await Visible().FirstOrDefaultAsync(proposal => proposal.Id == id, cancel) ?? throw Refusal.NotFound("record.not-found");

    /// <summary>Its owner decides; where a process has none who is here, or he proposed it himself, who edits the tables. Nobody decides what he proposed himself.</summary>
    public async Task<bool> MayDecide(ProcessProposal proposal, CancellationToken cancel) =>
        Me != proposal.PersonId && (await DeciderOf(proposal, cancel) is { } owner ? Me == owner : EditsRules);

    /// <summary>Null where those decide who edit the tables.</summary>
    public async Task<PersonId?> DeciderOf(ProcessProposal proposal, CancellationToken cancel)
    {
        var today = clock.Today;
        var here = db.PersonCards.Where(person => person.Id != proposal.PersonId && (person.LeftOn == null || person.LeftOn >= today)).Select(person => person.Id);
        return await db.Set<ProcessOwner>().Where(owner => owner.Kind == proposal.Kind && here.Contains(owner.PersonId)).Select(owner => (PersonId?)owner.PersonId).FirstOrDefaultAsync(cancel);
    }
}

internal sealed record ProposalRow
{
    public required ProcessProposalId Id { get; init; }

    public required string Kind { get; init; }

    /// <summary>In the reader's language.</summary>
    public string KindName { get; init; } = "";

    public required string Change { get; init; }

    public required string PersonName { get; init; }

    public required ProposalState State { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }
}

internal sealed record ProposalView : IHasVersion
{
    public required ProcessProposalId Id { get; init; }

    public required string Kind { get; init; }

    public required string KindName { get; init; }

    public required string Change { get; init; }

    public required string Reason { get; init; }

    public required PersonId PersonId { get; init; }

    public required string PersonName { get; init; }

    public string? OwnerName { get; init; }

    public required ProposalState State { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Answer { get; init; }

    public string? DecidedByName { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public required int Version { get; init; }

    public required IReadOnlyList<string> Can { get; init; }
}

/// <summary>GET /api/process-proposals, /api/process-proposals/{id}</summary>
internal static class ListProposals
{
    public sealed class Filter : IChecked
    {
        public string? Kind { get; init; }

        public ProposalState? State { get; init; }
    }

    private static readonly ListSpec<ProposalRow> Spec = new ListSpec<ProposalRow>("process-proposals", row => row.Id)
        .Column("kind", row => row.Kind)
        .NameColumn("personName", row => row.PersonName)
        .Column("state", row => row.State)
        .Column("at", row => row.At)
        .Column("decidedAt", row => row.DecidedAt)
        .SortedBy("-at");

    public static async Task<ListPage<ProposalRow>> Handle(
        [AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, ProposalReaders readers, TextBook texts, CancellationToken cancel)
    {
        var proposals = readers.Visible().AsNoTracking();
        proposals = filter.Kind is { } kind ? proposals.Where(proposal => proposal.Kind == kind) : proposals;
        proposals = filter.State is { } state ? proposals.Where(proposal => proposal.State == state) : proposals;
        if (query.Pattern is { } pattern)
        {
            proposals = proposals.Where(proposal => EF.Functions.Like(proposal.Change.ToLower(), pattern, @"\"));
        }

        var page = await Spec.Page(Rows(proposals, db.PersonCards), query, db, cancel);
        return page with { Items = [.. page.Items.Select(row => row with { KindName = texts.Say($"approval-kind.{row.Kind}", Languages.Of(http)) })] };
    }

    public static async Task<ProposalView> One(ProcessProposalId id, HttpContext http, AppDb db, ProposalReaders readers, IPeopleNames people, TextBook texts, CancellationToken cancel)
    {
        var proposal = await readers.Find(id, cancel);
        var owner = await db.Set<ProcessOwner>().Where(owner => owner.Kind == proposal.Kind).Select(owner => (PersonId?)owner.PersonId).FirstOrDefaultAsync(cancel);
        var names = await people.Of([.. new[] { proposal.PersonId, proposal.DecidedById, owner }.OfType<PersonId>().Distinct()], cancel);
        var isOpen = proposal.State == ProposalState.Open;
        return new ProposalView
        {
            Id = id,
            Kind = proposal.Kind,
            KindName = texts.Say($"approval-kind.{proposal.Kind}", Languages.Of(http)),
            Change = proposal.Change,
            Reason = proposal.Reason,
            PersonId = proposal.PersonId,
            PersonName = names.GetValueOrDefault(proposal.PersonId, ""),
            OwnerName = owner is { } answers ? names.GetValueOrDefault(answers) : null,
            State = proposal.State,
            At = proposal.At,
            Answer = proposal.Answer,
            DecidedByName = proposal.DecidedById is { } decided ? names.GetValueOrDefault(decided) : null,
            DecidedAt = proposal.DecidedAt,
            Version = proposal.Version,
            Can =
            [
                .. isOpen && await readers.MayDecide(proposal, cancel) ? new[] { "decide" } : [],
                .. isOpen && proposal.PersonId == readers.Me ? new[] { "withdraw" } : [],
            ],
        };
    }

    private static IQueryable<ProposalRow> Rows(IQueryable<ProcessProposal> proposals, IQueryable<PersonCard> people) => proposals.Select(proposal => new ProposalRow
    {
        Id = proposal.Id,
        Kind = proposal.Kind,
        Change = proposal.Change,
        PersonName = people.Where(person => person.Id == proposal.PersonId).Select(person => person.Name).FirstOrDefault() ?? "",
        State = proposal.State,
        At = proposal.At,
        DecidedAt = proposal.DecidedAt,
    });
}
