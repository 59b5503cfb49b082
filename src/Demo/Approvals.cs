using Yingpan.Approvals.Data;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Requests;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;

namespace Yingpan.Demo;

/// <summary>
/// What people asked for in the last half year, and who decided it: moved by the product's own rules under a live table, so that no demo
/// request could not have happened. Some wait, some are late, one came back.
/// </summary>
internal sealed partial class Approvals
{
    private static readonly (string Matter, string Title, string Text)[] Wishes =
    [
        (ApprovalsSetup.Training, "参加大客户销售课程", "两天,结束后在组内分享。"),
        (ApprovalsSetup.Training, "参加行业展会论坛", "一天,顺便拜访参展的客户。"),
        (ApprovalsSetup.Expense, "客户拜访差旅费", "高铁往返、住宿两晚,发票见附件。"),
        (ApprovalsSetup.Expense, "展会物料费", "易拉宝、样册和展位布置。"),
        (ApprovalsSetup.Expense, "客户招待费", "与采购负责人确认下季度计划。"),
        (ApprovalsSetup.Price, "大单降价申请", "对方一次订购全年用量,请批准特价。"),
        (ApprovalsSetup.Price, "老客户续约优惠", "续约两年,比照去年价格。"),
        (ApprovalsSetup.Contract, "付款条款改为三七", "客户要求预付三成,到货七成。"),
        (ApprovalsSetup.Penalty, "季度销冠奖励", "按奖惩规定第 4 条。"),
    ];

    private static readonly string[] Applicants = ["phone1-1", "phone1-2", "phone1-3", "phone2-1", "phone2-2", "east-channel-1", "east-channel-2", "south-channel-1", "pudong-1", "export-west-1", "export-new-1", "sales-assistant", "phone1-lead", "east-channel-lead"];

    private readonly List<Approval> requests = [];
    private readonly List<LogLine> log = [];
    private readonly List<Copy> copies = [];
    private StoredTable? ordersTable;

    public required IReadOnlyList<Matter> Matters { get; init; }

    public required StoredTable Table { get; init; }

    public IEnumerable<StoredTable> Tables => new[] { Table, ordersTable, leaveTable, ruleTable, creditTable }.OfType<StoredTable>();

    public required IReadOnlyList<Limit> Limits { get; init; }

    public required IReadOnlyList<Delegation> Delegations { get; init; }

    public IReadOnlyList<Approval> Requests => requests;

    public IReadOnlyList<LogLine> Log => log;

    public IReadOnlyList<Copy> Copies => copies;

    public static Approvals Of(ulong seed, Days days, People people)
    {
        var dice = new Dice(seed, "approvals");
        var began = days.At(days.MonthsAgo(7), 600);
        var matters = ApprovalsSetup.Matters(() => dice.Id<ApprovalMatterId>(began)).ToList();
        var rows = Rows(matters.ToDictionary(matter => matter.Name, matter => matter.Id), people);
        var approvals = new Approvals
        {
            Matters = matters,
            Table = Live(dice.Id<ApprovalTableId>(began), ApprovalKind.General, rows, people, began),
            Limits =
            [
                .. new (string Position, string Amount)[] { ("电话销售组长", "5000.00"), ("渠道主管", "10000.00"), ("门店主管", "5000.00"), ("外贸组长", "10000.00"), ("销售主管", "50000.00"), ("区域经理", "50000.00"), ("大区经理", "100000.00"), ("销售总监", "300000.00") }
                    .Select(limit => new Limit { Id = dice.Id<ApprovalLimitId>(began), PositionId = people.Positions.First(position => position.Name == limit.Position).Id, Amount = Money.Parse(limit.Amount) }),
            ],
            Delegations =
            [
                new Delegation
                {
                    Id = dice.Id<DelegationId>(days.At(days.Today.AddDays(-1), 600)), PersonId = people["phone1-lead"].Id, DeputyId = people["phone-head"].Id,
                    First = days.Today.AddDays(-1), Last = days.Today.AddDays(6), Kinds = "", Remark = "外出培训",
                },
            ],
        };
        var house = HouseOf(people, days, approvals.Limits);
        // Half a year of history, then the last days, in which not all is decided yet.
        for (var day = days.MonthsAgo(6); day < days.Today.AddDays(-6); day = day.AddDays(dice.Between(1, 3)))
        {
            approvals.Ask(dice, days, people, house, rows, day, dice.Between(9 * 60, 17 * 60), int.MaxValue);
        }

        foreach (var (ago, steps) in new[] { (5, 0), (4, 1), (4, 0), (3, 0), (2, 1), (2, 0), (1, 0), (1, 1), (1, 0) })
        {
            approvals.Ask(dice, days, people, house, rows, days.Today.AddDays(-ago), dice.Between(9 * 60, 17 * 60), steps);
        }

        approvals.ForSignIns(dice, days, people, house, rows);
        return approvals;
    }

    /// <summary>What the sign-ins of the demo find: something to decide, something that came back, something taken back, something late.</summary>
    private void ForSignIns(Dice dice, Days days, People people, House house, RouteTable table)
    {
        Ask(dice, days, people, house, table, days.Today.AddDays(-3), 620, 1, ("phone1-1", 5, "18000.00"));
        Ask(dice, days, people, house, table, days.Today.AddDays(-2), 640, 1, ("phone1-2", 2, "3200.00"));
        Ask(dice, days, people, house, table, days.Today.AddDays(-1), 660, 0, ("phone-head", 3, "26000.00"));
        Ask(dice, days, people, house, table, days.Today.AddDays(-1), 680, 0, ("sales-assistant", 0, null));
        Ask(dice, days, people, house, table, days.Today.AddDays(-2), 700, 0, ("phone1-1", 4, "860.00"), back: true);
        Ask(dice, days, people, house, table, days.Today.AddDays(-4), 720, 0, ("phone1-2", 4, "1200.00"), takenBack: true);
    }

    private void Ask(Dice dice, Days days, People people, House house, RouteTable table, DateOnly day, int minute, int steps, (string Who, int Wish, string? Amount)? given = null, bool back = false, bool takenBack = false)
    {
        var who = people[given?.Who ?? dice.Of(Applicants)];
        var wish = Wishes[given?.Wish ?? dice.Below(Wishes.Length)];
        var matter = Matters.First(one => one.Name == wish.Matter);
        var amount = given is { } fixedOne ? fixedOne.Amount is { } text ? Money.Parse(text) : (Money?)null
            : matter.NeedsAmount ? new Money(dice.Between(3, 400) * 10_000L) : null;
        if (!who.WorksOn(day))
        {
            return;
        }

        // Now and then somebody thinks better of it before anybody has decided.
        var isTakenBack = steps == int.MaxValue && dice.Chance(0.05);
        var at = days.At(day, minute);
        var person = house.Chart.Person(who.Id)!;
        var facts = new Facts { Applicant = who.Id, Matter = matter.Id, Amount = amount, Unit = person.UnitId, Position = person.PositionId };
        var row = Matching.RowOf(table, facts, house.Chart)!.Value;
        var approval = new Approval
        {
            Id = dice.Id<ApprovalId>(at),
            Number = $"A-{requests.Count + 1:000000}",
            Kind = ApprovalKind.General,
            MatterId = matter.Id,
            Title = wish.Title,
            Text = wish.Text,
            ApplicantId = who.Id,
            UnitId = person.UnitId,
            PositionId = person.PositionId,
            Amount = amount,
            Chosen = "{}",
            State = FlowState.Open,
            TableId = Table.Id,
            Row = row,
            SubmittedAt = at,
        };
        var moved = At(at).Submit();
        Take(moved, null);
        for (var step = 0; step < steps && !isTakenBack && moved.Flow.State == FlowState.Open; step++)
        {
            var turn = moved.Flow.OpenTurns.First();
            var opened = turn.OpenedAt!.Value;
            // Directors let it wait longer than team leads, and everybody longer than it takes to decide.
            var waited = dice.Between(20, 600) * (house.Chart.SuperiorsOf(turn.Person).Count < 2 ? 4 : 1);
            var handled = dice.Between(2, 45);
            var decided = opened.AddMinutes(waited + handled);
            if (decided >= days.At(days.Today, 1))
            {
                break;
            }

            approval.Turns.First(one => one.Key == turn.Key).SeenAt = opened.AddMinutes(waited);
            var progress = At(decided);
            var refused = steps == int.MaxValue && dice.Chance(0.06);
            var next = refused ? progress.Refuse(moved.Flow, turn.Person, turn.Person) : progress.Approve(moved.Flow, turn.Person, turn.Person);
            if (next.Refused is not null)
            {
                break;
            }

            moved = next;
            Take(moved, refused ? "理由不充分,请与主管沟通后再提。" : dice.Chance(0.4) ? "同意" : null, decided);
        }

        if (back && moved.Flow.OpenTurns.FirstOrDefault() is { } asked)
        {
            var returned = At(at.AddHours(3)).Return(moved.Flow, asked.Person, asked.Person, null);
            Take(returned, "请补充参加人员名单。", at.AddHours(3));
        }

        if (takenBack)
        {
            Take(At(at.AddHours(1)).Withdraw(approval.Flow(), who.Id), null, at.AddHours(1));
        }

        // What was sent in long ago and never decided would be a house asleep; it is what the last days are for.
        if (steps == int.MaxValue && approval.State == FlowState.Open)
        {
            Take(At(at.AddDays(2)).Withdraw(approval.Flow(), who.Id), null, at.AddDays(2));
        }

        requests.Add(approval);

        Progress At(DateTimeOffset now) => new(table.Rows[row], table.TwiceAllowed, facts, house, ApprovalKind.General, now);

        void Take(Moved done, string? comment, DateTimeOffset? when = null) => Write(approval, table.Rows[row], done, comment, when ?? at);
    }

    private void Write(Approval approval, RouteRow row, Moved done, string? comment, DateTimeOffset at)
    {
        approval.Take(done.Flow);
        var last = log.Count(line => line.ApprovalId == approval.Id);
        log.AddRange(done.Events.Index().Select(one => new LogLine
        {
            ApprovalId = approval.Id,
            Line = last + one.Index + 1,
            At = at,
            Kind = one.Item.Kind,
            ActorId = one.Item.Actor,
            ForId = one.Item.For,
            TargetId = one.Item.Target,
            Step = one.Item.Step,
            Comment = one.Index == 0 ? comment : null,
            Round = 1,
        }));
        if (done.Flow.State is FlowState.Approved or FlowState.Refused or FlowState.Withdrawn)
        {
            approval.FinishedAt = at;
        }

        if (done.Flow.State == FlowState.Approved)
        {
            copies.AddRange(row.CopyTo.Where(one => one != approval.ApplicantId).Select(one => new Copy { ApprovalId = approval.Id, PersonId = one, At = at }));
        }
    }

    private static RouteTable Rows(IReadOnlyDictionary<string, ApprovalMatterId> matters, People people)
    {
        var superior = new RouteNode { Name = "直接上级", Finder = Finder.Superior, Levels = 1, Hours = 24, Late = LatePolicy.Remind };
        var leader = new RouteNode { Name = "上级主管", Finder = Finder.Superior, Levels = 2, Hours = 48, Late = LatePolicy.Escalate };
        var finance = new RouteNode { Name = "财务审核", Finder = Finder.Role, Role = "finance", Mode = NodeMode.AnyOf, Hours = 48, Late = LatePolicy.Remind };
        var director = new RouteNode { Name = "总监审批", Finder = Finder.People, People = [people["director"].Id], Hours = 24, Late = LatePolicy.Remind, Later = [new TimeLimit(48, LatePolicy.Remind), new TimeLimit(72, LatePolicy.Escalate)] };
        return new RouteTable
        {
            Rows =
            [
                new RouteRow { Name = "培训", Matters = [matters[ApprovalsSetup.Training]], Route = [superior with { Late = LatePolicy.Escalate }], CopyTo = [people["hr-head"].Id] },
                new RouteRow { Name = "小额费用", Matters = [matters[ApprovalsSetup.Expense]], AmountTo = Money.Parse("2000.00"), Route = [superior, finance] },
                new RouteRow { Name = "大额费用", Matters = [matters[ApprovalsSetup.Expense]], AmountFrom = Money.Parse("2000.00"), Route = [superior, leader, finance] },
                new RouteRow { Name = "价格特批", Matters = [matters[ApprovalsSetup.Price]], Route = [new RouteNode { Name = "逐级到额度", Finder = Finder.SuperiorsToAuthority, Hours = 24, Late = LatePolicy.Escalate }] },
                new RouteRow { Name = "合同文本", Matters = [matters[ApprovalsSetup.Contract]], Route = [superior, director, finance], CopyTo = [people["finance-head"].Id] },
                new RouteRow { Name = "奖惩", Matters = [matters[ApprovalsSetup.Penalty]], Route = [superior, new RouteNode { Name = "人事会签", Finder = Finder.People, People = [people["hr-head"].Id, people["director"].Id], Mode = NodeMode.AllOf, Hours = 72, Late = LatePolicy.Remind }] },
                new RouteRow { Name = "其他", Route = [superior] },
            ],
        };
    }

    private static House HouseOf(People people, Days days, IReadOnlyList<Limit> limits) => new()
    {
        Chart = Notices.ChartOf(people, days),
        Roles = new Dictionary<string, IReadOnlyList<PersonId>> { ["finance"] = [people["finance-head"].Id] },
        Limits = [.. limits.Select(limit => new AuthorityLimit(limit.PersonId, limit.PositionId, limit.Kind, limit.Amount, limit.Discount))],
    };
}
