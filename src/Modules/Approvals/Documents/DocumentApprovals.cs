using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Requests;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Approvals.Documents;

/// <summary>New editions of the rules of the house go the way the decision table of their kind says, where there is one.</summary>
internal sealed class DocumentApprovals(AppDb db, ApprovalDesk desk) : IDocumentDecisions
{
    public const string Kind = "organization.document";

    public Task<bool> Takes(DocumentAsked draft, CancellationToken cancel) => desk.Takes(Submission(draft), cancel);

    public async Task Submit(DocumentAsked draft, bool again, CancellationToken cancel)
    {
        if (again && await Of(draft.Id, draft.Edition, cancel) is { } back)
        {
            if (back.ApplicantId == draft.ById)
            {
                await desk.Resubmit(back.Id, Submission(draft), cancel);
                return;
            }

            await desk.Withdraw(back.Id, back.ApplicantId, cancel);
        }

        await desk.Submit(Submission(draft), cancel);
    }

    public async Task Withdraw(HouseDocumentId id, int edition, CancellationToken cancel)
    {
        var request = await Of(id, edition, cancel) ?? throw Refusal.NotFound("record.not-found");
        await desk.Withdraw(request.Id, request.ApplicantId, cancel);
    }

    public async Task Lock(HouseDocumentId id, int edition, CancellationToken cancel)
    {
        if (await Of(id, edition, cancel) is { } request)
        {
            await desk.Lock(request.Id, cancel);
        }
    }

    internal static string SubjectOf(HouseDocumentId id, int edition) => string.Create(CultureInfo.InvariantCulture, $"{id}/{edition}");

    private static ApprovalSubmission Submission(DocumentAsked draft) => new()
    {
        Kind = Kind,
        Title = draft.Title,
        Text = draft.Text.Shortened(4000),
        Link = draft.Link,
        Subject = SubjectOf(draft.Id, draft.Edition),
        Applicant = draft.ById ?? default,
    };

    /// <summary>The newest of them: one that was refused stays, and what was written anew is another.</summary>
    private async Task<ApprovalCard?> Of(HouseDocumentId id, int edition, CancellationToken cancel)
    {
        var subject = SubjectOf(id, edition);
        return await db.ApprovalCards.Where(card => card.Kind == Kind && card.Subject == subject).OrderByDescending(card => card.SubmittedAt).ThenByDescending(card => card.Id).FirstOrDefaultAsync(cancel);
    }
}

/// <summary>Whoever takes part in the approval of a draft while it goes on reads the draft.</summary>
internal sealed class DraftReaders(Participation participation) : IDraftReaders
{
    public async Task<IReadOnlyList<HouseDocumentId>> Of(IReadOnlyCollection<(HouseDocumentId Id, int Edition)> drafts, CancellationToken cancel)
    {
        var subjects = drafts.ToDictionary(draft => DocumentApprovals.SubjectOf(draft.Id, draft.Edition), draft => draft.Id);
        var asked = subjects.Keys.ToList();
        var seen = await (await participation.Visible(cancel))
            .Where(approval => approval.Kind == DocumentApprovals.Kind && approval.State == FlowState.Open && asked.Contains(approval.Subject!))
            .Select(approval => approval.Subject!).Distinct().ToListAsync(cancel);
        return [.. seen.Select(subject => subjects[subject])];
    }
}

internal sealed class DocumentDecided(AppDb db, DocumentOutcomes outcomes) : IApprovalOutcome
{
    public string Kind => DocumentApprovals.Kind;

    public async Task Heard(ApprovalOutcome outcome, CancellationToken cancel)
    {
        var parts = outcome.Subject!.Split('/');
        var agreed = await db.Set<LogLine>().Where(line => line.ApprovalId == outcome.Id && line.Kind == FlowEventKind.Approved && line.ActorId != null)
            .OrderBy(line => line.Line).Select(line => line.ActorId!.Value).ToListAsync(cancel);
        await outcomes.Heard(HouseDocumentId.From(Guid.Parse(parts[0])), int.Parse(parts[1], CultureInfo.InvariantCulture), outcome.Result switch
        {
            ApprovalResult.Approved => DocumentDecision.Approved,
            ApprovalResult.Refused => DocumentDecision.Refused,
            ApprovalResult.Returned => DocumentDecision.Returned,
            _ => null,
        }, agreed, cancel);
    }
}
