using Yingpan.Approvals.Data;
using Yingpan.Approvals.Documents;
using Yingpan.Approvals.Leaves;
using Yingpan.Approvals.Public;
using Yingpan.Kernel;

namespace Yingpan.Demo;

/// <summary>Who answers for which process, and what people would change about it.</summary>
internal sealed record Proposals(IReadOnlyList<ProcessOwner> Owners, IReadOnlyList<ProcessProposal> All)
{
    private static readonly (string Kind, string By, int DaysAgo, string Change, string Reason, bool? Accepted, string? Answer)[] Made =
    [
        (ApprovalKind.General, "phone1-lead", 34, "两千元以内的样品费由部门负责人一人批。", "样品费一般几百元,现在要走两步,客户等不及。", true, "同意,下一版规则把样品费单列一行。"),
        (LeaveApprovals.Kind, "shanghai-lead", 21, "半天的事假由店长批准即可,不再报人事备案。", "周末排班临时调整多,备案常常晚于请假当天。", false, "备案用于考勤核对,仍需保留;可以事后当天补。"),
        (ApprovalKind.General, "export-west-lead", 3, "合同文本修改先由法务看,再到财务。", "财务看完后法务又改,等于批两遍。", null, null),
    ];

    public static Proposals Of(ulong seed, Days days, People people)
    {
        var dice = new Dice(seed, "proposals");
        ProcessOwner[] owners =
        [
            new() { Kind = ApprovalKind.General, PersonId = people["director"].Id },
            new() { Kind = LeaveApprovals.Kind, PersonId = people["hr-head"].Id },
            new() { Kind = DocumentApprovals.Kind, PersonId = people["hr-head"].Id },
        ];
        return new Proposals(owners, [.. Made.Select(made =>
        {
            var at = days.At(days.Today.AddDays(-made.DaysAgo), dice.Between(560, 1050));
            return new ProcessProposal
            {
                Id = dice.Id<ProcessProposalId>(at),
                Kind = made.Kind,
                Change = made.Change,
                Reason = made.Reason,
                PersonId = people[made.By].Id,
                At = at,
                State = made.Accepted switch { true => ProposalState.Accepted, false => ProposalState.Declined, null => ProposalState.Open },
                Answer = made.Answer,
                DecidedById = made.Accepted is null ? null : owners.First(owner => owner.Kind == made.Kind).PersonId,
                DecidedAt = made.Accepted is null ? null : at.AddDays(2),
            };
        })]);
    }
}
