using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Requests;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Approvals.Leaves;

/// <summary>Applications for leave go the way the decision table of their kind says.</summary>
internal sealed class LeaveApprovals(AppDb db, ApprovalDesk desk) : ILeaveDecisions
{
    public const string Kind = "organization.leave";

    public async Task Submit(LeaveAsked leave, bool again, CancellationToken cancel)
    {
        var submission = new ApprovalSubmission
        {
            Kind = Kind,
            Title = leave.Title,
            Text = leave.Reason,
            Link = leave.Link,
            Subject = leave.Id.ToString(),
            Applicant = leave.PersonId,
            Days = leave.Days,
        };
        if (again)
        {
            await desk.Resubmit(await Of(leave.Id, cancel), submission, cancel);
        }
        else
        {
            await desk.Submit(submission, cancel);
        }
    }

    public async Task Withdraw(LeaveApplicationId id, PersonId applicant, CancellationToken cancel) => await desk.Withdraw(await Of(id, cancel), applicant, cancel);

    public async Task Lock(LeaveApplicationId id, CancellationToken cancel) => await desk.Lock(await Of(id, cancel), cancel);

    private async Task<ApprovalId> Of(LeaveApplicationId id, CancellationToken cancel)
    {
        var subject = id.ToString();
        return await db.Set<Approval>().Where(approval => approval.Kind == Kind && approval.Subject == subject).Select(approval => (ApprovalId?)approval.Id).FirstOrDefaultAsync(cancel)
            ?? throw Refusal.NotFound("record.not-found");
    }
}

internal sealed class LeaveDecided(LeaveOutcomes outcomes) : IApprovalOutcome
{
    public string Kind => LeaveApprovals.Kind;

    public Task Heard(ApprovalOutcome outcome, CancellationToken cancel) =>
        outcomes.Heard(LeaveApplicationId.From(Guid.Parse(outcome.Subject!)), outcome.Result switch
        {
            ApprovalResult.Approved => LeaveApplicationState.Approved,
            ApprovalResult.Refused => LeaveApplicationState.Refused,
            ApprovalResult.Returned => LeaveApplicationState.Returned,
            _ => LeaveApplicationState.Withdrawn,
        }, cancel);
}

/// <summary>What is with somebody now; what others stand in for him with is not told apart.</summary>
internal sealed class WaitingDecisions(AppDb db, HeldRequests held) : IWaitingDecisions
{
    public Task Hold(PersonId person, CancellationToken cancel) => held.Hold(person, cancel);

    public Task<int> For(PersonId person, CancellationToken cancel) =>
        db.Set<ApprovalTurn>().CountAsync(turn => turn.PersonId == person && turn.State == Routing.Rules.TurnState.Open, cancel);
}
