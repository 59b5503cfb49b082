using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Public;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Approvals.Proposals;

/// <summary>POST /api/process-proposals: which process, what should change, and why; who decides it is told.</summary>
internal static class ProposeChange
{
    public sealed record Request : IChecked
    {
        public required string Kind { get; init; }

        public required string Change { get; init; }

        public required string Reason { get; init; }

        public void Check(Check check)
        {
            check.Text("kind", Kind, 40);
            check.Text("change", Change, 2000, lines: true);
            check.Text("reason", Reason, 2000, lines: true);
        }
    }

    public static async Task<Created<Saved<ProcessProposalId>>> Handle(
        Request request, AppDb db, ProposalReaders readers, ProposalWords words, IEnumerable<ApprovalKind> kinds, CompanyClock clock, CancellationToken cancel)
    {
        if (!kinds.Any(kind => kind.Code == request.Kind))
        {
            throw Refusal.Faulty([Fault.At("kind", "approvals.unknown-kind")]);
        }

        var proposal = new ProcessProposal
        {
            Id = Id.New<ProcessProposalId>(),
            Kind = request.Kind,
            Change = request.Change.Clean(),
            Reason = request.Reason.Clean(),
            PersonId = readers.Me ?? throw Refusal.Conflict("approvals.no-person"),
            At = clock.Now,
            State = ProposalState.Open,
        };
        db.Add(proposal);
        await db.SaveChangesAsync(cancel);
        await words.Ask(proposal, cancel);
        return TypedResults.Created($"/api/process-proposals/{proposal.Id}", new Saved<ProcessProposalId>(proposal.Id, proposal.Version));
    }
}

/// <summary>POST /api/process-proposals/{id}/decide: what comes of it, in words; who proposed it is told.</summary>
internal static class DecideProposal
{
    public sealed record Request : IChecked
    {
        public required bool Accept { get; init; }

        public required string Answer { get; init; }

        public void Check(Check check) => check.Text("answer", Answer, 2000, lines: true);
    }

    public static async Task<Saved<ProcessProposalId>> Handle(
        ProcessProposalId id, Request request, IfMatch seen, AppDb db, ProposalReaders readers, ProposalWords words, CompanyClock clock, CancellationToken cancel)
    {
        var proposal = await readers.Find(id, cancel);
        db.Expect(proposal, seen);
        if (!await readers.MayDecide(proposal, cancel))
        {
            throw Refusal.Conflict(proposal.PersonId == readers.Me ? "approvals.own-proposal" : "approvals.not-process-owner");
        }

        ProposalWords.RefuseUnlessOpen(proposal);
        (proposal.State, proposal.Answer) = (request.Accept ? ProposalState.Accepted : ProposalState.Declined, request.Answer.Clean());
        (proposal.DecidedById, proposal.DecidedAt) = (readers.Me, clock.Now);
        await db.SaveChangesAsync(cancel);
        await words.Tell(proposal.PersonId, request.Accept ? "process-accepted" : "process-declined", proposal, cancel);
        return new Saved<ProcessProposalId>(id, proposal.Version);
    }
}

/// <summary>POST /api/process-proposals/{id}/withdraw: by who proposed it, while it is open.</summary>
internal static class WithdrawProposal
{
    public static async Task<Saved<ProcessProposalId>> Handle(ProcessProposalId id, IfMatch seen, AppDb db, ProposalReaders readers, CancellationToken cancel)
    {
        var proposal = await readers.Find(id, cancel);
        db.Expect(proposal, seen);
        if (proposal.PersonId != readers.Me)
        {
            throw Refusal.Conflict("approvals.not-proposer");
        }

        ProposalWords.RefuseUnlessOpen(proposal);
        proposal.State = ProposalState.Withdrawn;
        await db.SaveChangesAsync(cancel);
        return new Saved<ProcessProposalId>(id, proposal.Version);
    }
}

internal sealed class ProposalWords(AppDb db, ProposalReaders readers, Notifier notifier)
{
    /// <summary>Who decides it is told: its owner, or everybody who edits the tables, also with an account that is nobody's.</summary>
    public async Task Ask(ProcessProposal proposal, CancellationToken cancel)
    {
        if (await readers.DeciderOf(proposal, cancel) is { } owner)
        {
            await Tell(owner, "process-proposed", proposal, cancel);
            return;
        }

        var code = ApprovalsPermissions.EditRules.Code;
        var editors = await db.Set<Account>().Where(account => !account.IsDisabled && account.PersonId != proposal.PersonId
                && db.Set<AccountRole>().Any(link => link.AccountId == account.Id && db.Set<RoleGrant>().Any(grant => grant.RoleId == link.RoleId && grant.Permission == code)))
            .Select(account => account.Id).ToListAsync(cancel);
        foreach (var account in editors)
        {
            await notifier.Tell(new AccountId(account), "process-proposed", Said(proposal), Page(proposal), cancel);
        }
    }

    /// <summary>Somebody else answers for it: he is told of what is open.</summary>
    public async Task PassOn(string kind, CancellationToken cancel)
    {
        foreach (var proposal in await db.Set<ProcessProposal>().AsNoTracking().Where(proposal => proposal.Kind == kind && proposal.State == ProposalState.Open).ToListAsync(cancel))
        {
            await Ask(proposal, cancel);
        }
    }

    public static void RefuseUnlessOpen(ProcessProposal proposal)
    {
        if (proposal.State != ProposalState.Open)
        {
            throw Refusal.Conflict("approvals.proposal-decided");
        }
    }

    public Task Tell(PersonId person, string kind, ProcessProposal proposal, CancellationToken cancel) => notifier.Tell(person, kind, Said(proposal), Page(proposal), cancel);

    private static Dictionary<string, object?> Said(ProcessProposal proposal) =>
        new() { ["process"] = $"approval-kind.{proposal.Kind}", ["text"] = (proposal.Answer ?? proposal.Change).Shortened(100) };

    private static string Page(ProcessProposal proposal) => $"/process-proposals?open={proposal.Id}";
}
