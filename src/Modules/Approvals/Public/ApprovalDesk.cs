using Yingpan.Approvals.Requests;
using Yingpan.Kernel;

namespace Yingpan.Approvals.Public;

/// <summary>The one way in: any module hands its subject in here, in its own transaction, and hears the outcome through <see cref="IApprovalOutcome"/>.</summary>
public sealed class ApprovalDesk
{
    private readonly Submitting submitting;
    private readonly Moving moving;
    private readonly ApprovalRoad road;

    internal ApprovalDesk(Submitting submitting, Moving moving, ApprovalRoad road)
    {
        (this.submitting, this.moving, this.road) = (submitting, moving, road);
    }

    /// <summary>Is there a row of the live table that takes it? Asked of an optional kind before its subject goes on without a decision.</summary>
    public Task<bool> Takes(ApprovalSubmission submission, CancellationToken cancel) => submitting.Takes(submission, cancel);

    /// <summary>
    /// Locks the request until the transaction ends. Whoever changes the subject does so before he locks the subject itself: a decision
    /// comes by the same way, so neither waits for the other in a circle.
    /// </summary>
    public async Task Lock(ApprovalId id, CancellationToken cancel) => await moving.Locked(id, cancel);

    /// <summary>The stations of a request, in order.</summary>
    public Task<IReadOnlyList<ApprovalStation>> Road(ApprovalId id, CancellationToken cancel) => road.Of(id, cancel);

    /// <summary>Refuses (Refusal) when no live table takes it, or nobody is found to decide.</summary>
    public async Task<ApprovalId> Submit(ApprovalSubmission submission, CancellationToken cancel) => (await submitting.Submit(submission, cancel)).Id;

    /// <summary>The subject came back, was mended, and goes in again with what it says now.</summary>
    public async Task Resubmit(ApprovalId id, ApprovalSubmission submission, CancellationToken cancel) => await submitting.Resubmit(id, submission, null, null, cancel);

    /// <summary>By the applicant, or in his name when his record is cancelled.</summary>
    public async Task Withdraw(ApprovalId id, PersonId applicant, CancellationToken cancel) =>
        await moving.Move(id, (progress, flow) => progress.Withdraw(flow, applicant), null, cancel);
}
