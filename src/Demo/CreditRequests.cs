using Yingpan.Approvals.Data;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Requests;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Customers.Credit;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;

namespace Yingpan.Demo;

/// <summary>A higher limit, asked for yesterday; finance has it before them.</summary>
internal sealed partial class Approvals
{
    private StoredTable? creditTable;

    public CreditRequest AskForCredit(Dice dice, Days days, People people, Customer customer, CustomerCredit now, Money limit)
    {
        var began = days.At(days.MonthsAgo(7), 630);
        var table = new RouteTable { Rows = [new RouteRow { Name = "额度与解除停供", Route = [new RouteNode { Name = "财务审批", Finder = Finder.Role, Role = "finance", Mode = NodeMode.AnyOf, Hours = 48, Late = LatePolicy.Remind }] }] };
        creditTable = Live(dice.Id<ApprovalTableId>(began), Yingpan.Customers.Credit.AskForCredit.Kind, table, people, began);
        var (house, applicant, at) = (HouseOf(people, days, Limits), customer.OwnerId!.Value, days.At(days.Today.AddDays(-1), 650));
        var place = house.Chart.Person(applicant);
        var facts = new Facts { Applicant = applicant, Unit = place?.UnitId, Position = place?.PositionId, Amount = limit, Grade = now.Rating };
        const string why = "对方签了全年框架,下月起按月要货。";
        var request = new CreditRequest
        {
            Id = dice.Id<CreditRequestId>(at), CustomerId = customer.Id, OpenFor = customer.Id, Wish = CreditWish.Limit, Limit = limit, Reason = why, ById = applicant, At = at, ApprovalId = dice.Id<ApprovalId>(at),
        };
        var approval = new Approval
        {
            Id = request.ApprovalId.Value,
            Number = $"A-{requests.Count + 1:000000}",
            Kind = creditTable.Kind,
            Title = customer.Name,
            Text = $"申请信用额度 {now.Limit} → {limit}\n{why}",
            Link = $"/customers/{customer.Id}",
            Subject = request.Id.ToString(),
            ApplicantId = applicant,
            UnitId = facts.Unit,
            PositionId = facts.Position,
            Amount = limit,
            Grade = now.Rating,
            Chosen = "{}",
            State = FlowState.Open,
            TableId = creditTable.Id,
            Row = 0,
            SubmittedAt = at,
        };
        Write(approval, table.Rows[0], new Progress(table.Rows[0], table.TwiceAllowed, facts, house, creditTable.Kind, at).Submit(), null, at);
        requests.Add(approval);
        return request;
    }
}
