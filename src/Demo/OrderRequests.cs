using Yingpan.Approvals.Data;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Requests;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Orders.Booking;
using Yingpan.Orders.Booking.Rules;
using Yingpan.Orders.Data;

namespace Yingpan.Demo;

/// <summary>Drafts of the last days whose discount or amount the house does not allow without asking: waiting, approved, sent back, refused.</summary>
internal sealed partial class Approvals
{
    private enum Fate
    {
        Waiting,
        Approved,
        Returned,
        Refused,
    }

    private static readonly Fate[] Fates = [Fate.Waiting, Fate.Approved, Fate.Returned, Fate.Waiting, Fate.Approved, Fate.Refused];

    public void AskAboutOrders(ulong seed, Days days, People people, IReadOnlyList<DemoProduct> products, IReadOnlyList<DemoOrder> orders)
    {
        var dice = new Dice(seed, "order-requests");
        var began = days.At(days.MonthsAgo(7), 610);
        var table = TermsTable(people);
        ordersTable = Live(dice.Id<ApprovalTableId>(began), OrderTerms.Kind, table, people, began);
        var house = HouseOf(people, days, Limits);
        var prices = products.ToDictionary(product => product.Row.Id, product => product.Row.ListPrice);
        var asked = 0;
        // What was entered today is still being written.
        foreach (var order in orders.Where(order => order.Row.State == OrderState.Draft && order.Seller.WorksOn(days.Today) && order.Row.CreatedAt.AddMinutes(20) < days.At(days.Today, 1)))
        {
            var discount = Terms.DiscountOf([.. order.Row.Lines.Select(line => new TermsLine(line.Price, line.Discount, prices[line.ProductId]))]);
            var person = house.Chart.Person(order.Seller.Id)!;
            var facts = new Facts { Applicant = order.Seller.Id, Amount = order.Row.Amount, Discount = discount, Unit = person.UnitId, Position = person.PositionId };
            if (Matching.RowOf(table, facts, house.Chart) is not { } row || dice.Chance(0.2))
            {
                continue;
            }

            Ask(order, facts, table, row, house, days, dice.Id<ApprovalId>(order.Row.CreatedAt.AddMinutes(20)), Fates[asked++ % Fates.Length]);
        }
    }

    private void Ask(DemoOrder order, Facts facts, RouteTable table, int row, House house, Days days, ApprovalId id, Fate fate)
    {
        var at = order.Row.CreatedAt.AddMinutes(20);
        var approval = new Approval
        {
            Id = id,
            Number = $"A-{requests.Count + 1:000000}",
            Kind = OrderTerms.Kind,
            Title = $"{order.Row.Number} {order.Customer.Row.Name}",
            Link = $"/orders?open={order.Row.Id}",
            Subject = order.Row.Id.ToString(),
            ApplicantId = facts.Applicant,
            UnitId = facts.Unit,
            PositionId = facts.Position,
            Amount = facts.Amount,
            Discount = facts.Discount,
            Chosen = "{}",
            State = FlowState.Open,
            TableId = ordersTable!.Id,
            Row = row,
            SubmittedAt = at,
        };
        var moved = At(at).Submit();
        Write(approval, table.Rows[row], moved, null, at);
        while (fate != Fate.Waiting && moved.Flow.State == FlowState.Open)
        {
            var turn = moved.Flow.OpenTurns.First();
            at = at.AddMinutes(35);
            if (at >= days.At(days.Today, 1))
            {
                break;
            }

            approval.Turns.First(one => one.Key == turn.Key).SeenAt = at.AddMinutes(-5);
            moved = fate switch
            {
                Fate.Approved => At(at).Approve(moved.Flow, turn.Person, turn.Person),
                Fate.Refused => At(at).Refuse(moved.Flow, turn.Person, turn.Person),
                _ => At(at).Return(moved.Flow, turn.Person, turn.Person, null),
            };
            Write(approval, table.Rows[row], moved, fate switch { Fate.Refused => "毛利太低,不能接受。", Fate.Returned => "请补充客户的采购计划。", _ => null }, at);
        }

        requests.Add(approval);
        order.Row.ApprovalId = approval.Id;
        order.Row.Approval = approval.State switch
        {
            FlowState.Approved => OrderApproval.Approved,
            FlowState.Refused => OrderApproval.Refused,
            FlowState.Returned => OrderApproval.Returned,
            _ => OrderApproval.Waiting,
        };

        Progress At(DateTimeOffset now) => new(table.Rows[row], table.TwiceAllowed, facts, house, OrderTerms.Kind, now);
    }

    private static RouteTable TermsTable(People people)
    {
        var superior = new RouteNode { Name = "直接上级", Finder = Finder.Superior, Levels = 1, Hours = 24, Late = LatePolicy.Remind };
        var leader = new RouteNode { Name = "上级主管", Finder = Finder.Superior, Levels = 2, Hours = 48, Late = LatePolicy.Remind };
        var director = new RouteNode { Name = "总监审批", Finder = Finder.People, People = [people["director"].Id], Hours = 48, Late = LatePolicy.Remind };
        return new RouteTable
        {
            Rows =
            [
                new RouteRow { Name = "折扣一成以上", DiscountFrom = Rate.Parse("0.1"), Route = [superior, director] },
                new RouteRow { Name = "折扣五个点以上", DiscountFrom = Rate.Parse("0.05"), Route = [superior] },
                new RouteRow { Name = "大单", AmountFrom = Money.Parse("300000.00"), Route = [superior, leader] },
            ],
        };
    }
}
