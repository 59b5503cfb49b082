using Yingpan.Approvals.Data;
using Yingpan.Approvals.Leaves;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Requests;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;

namespace Yingpan.Demo;

/// <summary>Who asked for leave: what was taken had been agreed to, and some of the days to come still wait.</summary>
internal sealed partial class Approvals
{
    private StoredTable? leaveTable;

    public void AskForLeave(ulong seed, Days days, People people, Attendance attendance)
    {
        var dice = new Dice(seed, "leave-requests");
        var began = days.At(days.MonthsAgo(7), 615);
        var table = LeaveTable(people);
        leaveTable = Live(dice.Id<ApprovalTableId>(began), LeaveApprovals.Kind, table, people, began);
        var house = HouseOf(people, days, Limits);
        foreach (var application in attendance.Applications)
        {
            var person = house.Chart.Person(application.PersonId);
            var facts = new Facts { Applicant = application.PersonId, Days = application.Days, Unit = person?.UnitId, Position = person?.PositionId };
            // Whoever has left since, and whoever has nobody above him, is not in the chart of today: his leave stands without a request.
            if (person is null || house.Chart.SuperiorsOf(application.PersonId).Count == 0 || Matching.RowOf(table, facts, house.Chart) is not { } row)
            {
                continue;
            }

            Ask(application, $"{attendance.Kinds.First(kind => kind.Id == application.KindId).Name} {application.First:yyyy-MM-dd}", facts, table, row, house, days, dice.Id<ApprovalId>(application.AskedAt));
        }
    }

    private void Ask(LeaveApplication application, string title, Facts facts, RouteTable table, int row, House house, Days days, ApprovalId id)
    {
        var at = application.AskedAt;
        var approval = new Approval
        {
            Id = id,
            Number = $"A-{requests.Count + 1:000000}",
            Kind = LeaveApprovals.Kind,
            Title = title,
            Text = application.Reason,
            Link = "/my-attendance",
            Subject = application.Id.ToString(),
            ApplicantId = facts.Applicant,
            UnitId = facts.Unit,
            PositionId = facts.Position,
            Days = facts.Days,
            Chosen = "{}",
            State = FlowState.Open,
            TableId = leaveTable!.Id,
            Row = row,
            SubmittedAt = at,
        };
        var moved = At(at).Submit();
        Write(approval, table.Rows[row], moved, null, at);
        while (application.State != LeaveApplicationState.Waiting && moved.Flow.State == FlowState.Open)
        {
            var turn = moved.Flow.OpenTurns.First();
            at = at.AddMinutes(40);
            approval.Turns.First(one => one.Key == turn.Key).SeenAt = at.AddMinutes(-3);
            moved = application.State == LeaveApplicationState.Returned ? At(at).Return(moved.Flow, turn.Person, turn.Person, null) : At(at).Approve(moved.Flow, turn.Person, turn.Person);
            Write(approval, table.Rows[row], moved, application.State == LeaveApplicationState.Returned ? "月底冲刺,请改到下周。" : null, at);
        }

        requests.Add(approval);

        Progress At(DateTimeOffset now) => new(table.Rows[row], table.TwiceAllowed, facts, house, LeaveApprovals.Kind, now);
    }

    private static StoredTable Live(ApprovalTableId id, string kind, RouteTable table, People people, DateTimeOffset began) => new()
    {
        Id = id,
        Kind = kind,
        Number = 1,
        State = TableState.Live,
        Content = StoredFlow.Write(table),
        EditedById = people["admin"].Id,
        EditedAt = began,
        LiveSince = began,
    };

    private static RouteTable LeaveTable(People people)
    {
        var superior = new RouteNode { Name = "直接上级", Finder = Finder.Superior, Levels = 1, Hours = 24, Late = LatePolicy.Escalate };
        var leader = new RouteNode { Name = "上级主管", Finder = Finder.Superior, Levels = 2, Hours = 24, Late = LatePolicy.Remind };
        var hr = new RouteNode { Name = "人事备案", Finder = Finder.People, People = [people["hr-head"].Id], Hours = 48, Late = LatePolicy.Remind };
        return new RouteTable
        {
            Rows =
            [
                new RouteRow { Name = "一天以内", DaysTo = Quantity.Parse("1.5"), Route = [superior], CopyTo = [people["hr-head"].Id] },
                new RouteRow { Name = "三天以内", DaysFrom = Quantity.Parse("1.5"), DaysTo = Quantity.Parse("3.5"), Route = [superior, leader], CopyTo = [people["hr-head"].Id] },
                new RouteRow { Name = "三天以上", DaysFrom = Quantity.Parse("3.5"), Route = [superior, leader, hr] },
            ],
        };
    }
}
