using Yingpan.Collaboration.Data;
using Yingpan.Kernel;
using Yingpan.Platform.Data;

namespace Yingpan.Collaboration.Public;

/// <summary>What a new house starts with, and edits.</summary>
public static class CollaborationSetup
{
    public static void AddTo(AppDb db) => db.AddRange(FeedbackCategories(Id.New<FeedbackCategoryId>));

    internal static IEnumerable<FeedbackCategory> FeedbackCategories(Func<FeedbackCategoryId> id) => new (string Name, string English)[]
    {
        ("制度流程", "Rules and processes"), ("薪酬激励", "Pay"), ("工作环境", "Workplace"), ("管理方式", "Leadership"), ("其他", "Other"),
    }.Select((category, order) => new FeedbackCategory { Id = id(), Name = category.Name, NameEn = category.English, Order = order + 1 });
}
