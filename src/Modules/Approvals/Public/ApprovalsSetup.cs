using Yingpan.Approvals.Data;
using Yingpan.Approvals.Requests;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Platform.Data;

namespace Yingpan.Approvals.Public;

/// <summary>What a new house starts with, and edits: so that somebody can ask for leave or an expense in its first hour.</summary>
public static class ApprovalsSetup
{
    internal const string Expense = "费用报销";
    internal const string Training = "外出培训";
    internal const string Price = "价格特批";
    internal const string Contract = "合同文本修改";
    internal const string Penalty = "奖惩";

    private static readonly RouteNode Superior = new() { Name = "直接上级", Finder = Finder.Superior, Levels = 1, Hours = 24, Late = LatePolicy.Remind };
    private static readonly RouteNode Above = new() { Name = "上级主管", Finder = Finder.Superior, Levels = 2, Hours = 48, Late = LatePolicy.Escalate };
    private static readonly RouteNode Finance = new() { Name = "财务审核", Finder = Finder.Role, Role = "finance", Mode = NodeMode.AnyOf, Hours = 48, Late = LatePolicy.Remind };

    public static void AddTo(AppDb db, DateTimeOffset now)
    {
        var matters = Matters(Id.New<ApprovalMatterId>).ToList();
        db.AddRange(matters);
        var money = matters.Where(matter => matter.NeedsAmount).Select(matter => matter.Id).ToList();
        db.Add(Live(ApprovalKind.General, now, [
            new RouteRow { Name = "费用、价格、奖惩", Matters = money, Route = [Superior, Above, Finance] },
            new RouteRow { Name = "其他", Route = [Superior] },
        ]));
        db.Add(Live(Leaves.LeaveApprovals.Kind, now, [
            new RouteRow { Name = "三天以内", DaysTo = Quantity.Parse("3.5"), Route = [Superior] },
            new RouteRow { Name = "三天以上", Route = [Superior, Above] },
        ]));
    }

    /// <summary>The table of a kind of another module, whose requests all go to those who have one role.</summary>
    public static void AddTable(AppDb db, string kind, string row, string station, string role, DateTimeOffset now) => db.Add(Live(kind, now,
        [new RouteRow { Name = row, Route = [new RouteNode { Name = station, Finder = Finder.Role, Role = role, Mode = NodeMode.AnyOf, Hours = 48, Late = LatePolicy.Remind }] }]));

    internal static IEnumerable<Matter> Matters(Func<ApprovalMatterId> id) => new (string Name, string English, bool NeedsAmount)[]
    {
        (Training, "Training outside", false), (Expense, "Expense", true), (Price, "Special price", true), (Contract, "Change of a contract text", false), (Penalty, "Reward or penalty", true),
        ("其他", "Other", false),
    }.Select((matter, order) => new Matter { Id = id(), Name = matter.Name, NameEn = matter.English, NeedsAmount = matter.NeedsAmount, Order = order });

    private static StoredTable Live(string kind, DateTimeOffset now, IReadOnlyList<RouteRow> rows) => new()
    {
        Id = Id.New<ApprovalTableId>(),
        Kind = kind,
        Number = 1,
        State = TableState.Live,
        Content = StoredFlow.Write(new RouteTable { Rows = rows }),
        EditedAt = now,
        LiveSince = now,
    };
}
