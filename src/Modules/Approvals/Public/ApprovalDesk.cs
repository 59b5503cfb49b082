using Yingpan.Approvals.Requests;
using Yingpan.Kernel;

namespace Yingpan.Approvals.Public;

/// <summary>The one way in: any module hands its subject in here, in its own transaction, and hears the outcome through <see cref="IApprovalOutcome"/>.</summary>
public sealed class ApprovalDesk
{
    private readonly Submitting submitting;
    private readonly Moving moving;

    internal ApprovalDesk(Submitting submitting, Moving moving)
    {
        (this.submitting, this.moving) = (submitting, moving);
    }

    /// <summary>Refuses (Refusal) when no live table takes it, or nobody is found to decide.</summary>
    public async Task<ApprovalId> Submit(ApprovalSubmission submission, CancellationToken cancel) => (await submitting.Submit(submission, cancel)).Id;

    /// <summary>The subject came back, was mended, and goes in again with what it says now.</summary>
    public async Task Resubmit(ApprovalId id, ApprovalSubmission submission, CancellationToken cancel) => await submitting.Resubmit(id, submission, null, cancel);

    /// <summary>By the applicant, or in his name when his record is cancelled.</summary>
    public async Task Withdraw(ApprovalId id, PersonId applicant, CancellationToken cancel) =>
        await moving.Move(id, (progress, flow) => progress.Withdraw(flow, applicant), null, cancel);
}
