using Yingpan.Approvals.Public;
using Yingpan.Customers.Credit;
using Yingpan.Customers.Data;
using Yingpan.Kernel;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Public;

/// <summary>What a new house starts with, and edits.</summary>
public static class CustomersSetup
{
    public static void AddTo(AppDb db) => db.AddRange(RelationKinds(Id.New<RelationKindId>));

    /// <summary>Who agrees to a higher credit limit, or to the end of a hold.</summary>
    public static void AddTables(AppDb db, DateTimeOffset now) => ApprovalsSetup.AddTable(db, AskForCredit.Kind, "额度与解除停供", "财务审批", "finance", now);

    internal static IEnumerable<RelationKind> RelationKinds(Func<RelationKindId> id) => new (string Name, string English, string Reverse, string ReverseEnglish)[]
    {
        ("母公司", "Parent company", "子公司", "Subsidiary"), ("集团总部", "Head of the group", "集团成员", "Member of the group"), ("供应商", "Supplier", "采购方", "Buyer"),
        ("经销商", "Dealer", "厂家", "Maker"), ("同一老板", "Same boss", "同一老板", "Same boss"), ("竞争对手", "Competitor", "竞争对手", "Competitor"),
    }.Select((kind, order) => new RelationKind
    {
        Id = id(),
        Name = kind.Name,
        NameEn = kind.English,
        Reverse = kind.Reverse,
        ReverseEn = kind.ReverseEnglish,
        IsParent = order == 0,
        Order = order + 1,
    });
}
