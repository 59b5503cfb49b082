using Yingpan.Catalog.Data;
using Yingpan.Catalog.Public;
using Yingpan.Kernel;

namespace Yingpan.Demo;

/// <param name="Trades">Who sells it.</param>
/// <param name="From">First day on which it is sold; null has always been.</param>
/// <param name="Until">Last day.</param>
internal sealed record DemoProduct(Product Row, IReadOnlyList<Trade> Trades, DateOnly? From, DateOnly? Until)
{
    public bool IsSoldOn(DateOnly day) => (From is not { } from || from <= day) && (Until is not { } until || until >= day);
}

/// <summary>Three lines; some came in the two years, some went.</summary>
internal static class Products
{
    private static readonly Trade[] Courses = [Trade.Phone];
    private static readonly Trade[] Home = [Trade.Store, Trade.Channel];
    private static readonly Trade[] Sites = [Trade.Channel];
    private static readonly Trade[] Sets = [Trade.Export];

    /// <summary>Name, line, unit, price in yuan, trades, new since and gone since (months ago; 0 is neither).</summary>
    private static readonly (string Name, string Line, string Unit, int Price, Trade[] Trades, int New, int Gone)[] List =
    [
        ("电话销售实战班", "培训课程", "人次", 1980, Courses, 0, 0),
        ("销售主管训练营", "培训课程", "人次", 3980, Courses, 0, 0),
        ("大客户谈判技巧", "培训课程", "人次", 2980, Courses, 0, 0),
        ("回款与信用管理", "培训课程", "人次", 2680, Courses, 0, 0),
        ("目标分解工作坊", "培训课程", "人次", 4680, Courses, 10, 0),
        ("销售新人七日通", "培训课程", "人次", 1280, Courses, 0, 0),
        ("总裁营销研修班", "培训课程", "人次", 12800, Courses, 0, 0),
        ("企业内训(一天)", "培训课程", "场", 18000, Courses, 0, 0),
        ("网络课程年卡", "培训课程", "套", 998, Courses, 14, 0),
        ("光盘教材套装", "培训课程", "套", 680, Courses, 0, 9),
        ("壁挂机 1 匹", "空调", "台", 2399, Home, 0, 0),
        ("壁挂机 1.5 匹", "空调", "台", 2899, Home, 0, 0),
        ("壁挂机 1.5 匹 一级能效", "空调", "台", 3499, Home, 13, 0),
        ("壁挂机 1.5 匹 三级能效", "空调", "台", 2599, Home, 0, 7),
        ("立柜机 2 匹", "空调", "台", 5299, Home, 0, 0),
        ("立柜机 3 匹", "空调", "台", 6999, Home, 0, 0),
        ("风管机 3 匹", "空调", "台", 7800, Home, 0, 0),
        ("移动空调", "空调", "台", 1899, Home, 0, 4),
        ("多联机 5 匹", "空调", "套", 23800, Sites, 0, 0),
        ("多联机 8 匹", "空调", "套", 36500, Sites, 0, 0),
        ("天花机 5 匹", "空调", "台", 9800, Sites, 0, 0),
        ("安装辅材包", "空调", "套", 260, Home, 0, 0),
        ("出口分体机 9000 BTU", "出口整机", "套", 1180, Sets, 0, 0),
        ("出口分体机 12000 BTU", "出口整机", "套", 1380, Sets, 0, 0),
        ("出口分体机 18000 BTU", "出口整机", "套", 2150, Sets, 0, 0),
        ("出口变频机 12000 BTU", "出口整机", "套", 1760, Sets, 11, 0),
        ("出口窗式机 10000 BTU", "出口整机", "套", 880, Sets, 0, 5),
        ("出口散件套 CKD", "出口整机", "套", 760, Sets, 0, 0),
        ("出口备件箱", "出口整机", "箱", 3200, Sets, 0, 0),
    ];

    /// <summary>Courses earn most, exported sets least; of two things nobody has found out what they cost.</summary>
    private static UnitPrice? Cost(string line, int price, int i) => i is 9 or 21 ? null : UnitPrice.Of(price * (line switch
    {
        "培训课程" => 38 + (i * 5 % 17),
        "空调" => 66 + (i * 5 % 11),
        _ => 78 + (i * 5 % 9),
    }) / 100m, Rounding.HalfUp);

    public static IReadOnlyList<DemoProduct> Of(ulong seed, Days days)
    {
        var dice = new Dice(seed, "products");
        return [.. List.Select((entry, i) => new DemoProduct(
            new Product
            {
                Id = dice.Id<ProductId>(days.At(entry.New == 0 ? days.First.AddYears(-2) : days.MonthsAgo(entry.New), 600)),
                Number = $"G-{i + 1:000000}",
                Name = entry.Name,
                Line = entry.Line,
                Unit = entry.Unit,
                ListPrice = UnitPrice.Of(entry.Price, Rounding.HalfUp),
                CostPrice = Cost(entry.Line, entry.Price, i),
                IsActive = entry.Gone == 0,
            },
            entry.Trades,
            entry.New == 0 ? null : days.MonthsAgo(entry.New),
            entry.Gone == 0 ? null : days.MonthsAgo(entry.Gone).AddDays(-1)))];
    }
}
