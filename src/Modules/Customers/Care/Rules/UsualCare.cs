using Yingpan.Customers.Data;
using Yingpan.Kernel;

namespace Yingpan.Customers.Care.Rules;

/// <summary>What holds in a house that has said nothing.</summary>
internal static class UsualCare
{
    public static IReadOnlyList<CareKind> Kinds { get; } =
    [
        new("visit", "回访", "Return visit"), new("support", "服务支持", "Service support"), new("training", "培训", "Training"), new("birthday", "生日关怀", "Birthday"),
        new("festival", "节日礼品", "Holiday gift"), new("banquet", "宴请", "Banquet"), new("survey", "满意度调查", "Satisfaction survey", IsSurvey: true), new("sponsor", "高层拜访", "Sponsor's visit"),
    ];

    /// <param name="grades">What the house calls its grades by value, the best first: its best are cared for most, and its good ones, if it tells so many apart, more than the others.</param>
    public static CareSpec Of(IReadOnlyList<string> grades)
    {
        IReadOnlyList<string> best = [.. grades.Take(1)], good = [.. grades.Skip(1).Take(1)], both = [.. grades.Take(2)], known = [.. grades.Skip(1).Take(2)];
        return new()
        {
            Kinds = Kinds,
            Lines =
            [
                new() { Code = "sponsor", Kind = "sponsor", Trigger = CareTrigger.KeyAccount, AppearDays = 5 },
                .. For(best, new() { Code = "visit-a", Kind = "visit", Trigger = CareTrigger.Interval, Every = 2, Span = CareSpan.Week, AppearDays = 3, EscalateDays = [3, 7, 14] }),
                .. For(good, new() { Code = "visit-b", Kind = "visit", Trigger = CareTrigger.Interval, Every = 1, AppearDays = 5 }),
                new() { Code = "visit-new", Kind = "visit", Trigger = CareTrigger.Interval, States = [CustomerState.Active], BeforeMonths = 3, Every = 1, AppearDays = 5 },
                new() { Code = "visit-bought", Kind = "visit", Trigger = CareTrigger.Interval, States = [CustomerState.Active], Every = 3 },
                new() { Code = "training", Kind = "training", Trigger = CareTrigger.FirstOrder, Every = 2, Span = CareSpan.Week },
                .. For(both, new() { Code = "support", Kind = "support", Trigger = CareTrigger.Interval, States = [CustomerState.Active], Every = 3 }),
                .. For(best, new() { Code = "birthday-a", Kind = "birthday", Trigger = CareTrigger.ContactDay, DayKind = ContactDayKind.Birthday, DaysBefore = 3, Budget = new Money(50_000) }),
                .. For(known, new() { Code = "birthday", Kind = "birthday", Trigger = CareTrigger.ContactDay, DayKind = ContactDayKind.Birthday, States = [CustomerState.Active], DaysBefore = 1, Budget = new Money(20_000) }),
                .. For(best, new() { Code = "festival", Kind = "festival", Trigger = CareTrigger.Holiday, Holidays = ["春节", "中秋节"], DaysBefore = 7, AppearDays = 14, Budget = new Money(80_000) }),
                .. For(best, new() { Code = "banquet", Kind = "banquet", Trigger = CareTrigger.Interval, Every = 6, AppearDays = 14, Budget = new Money(200_000) }),
                new() { Code = "survey", Kind = "survey", Trigger = CareTrigger.Interval, States = [CustomerState.Active], Every = 6, AppearDays = 14, EscalateDays = [7] },
            ],
            OverBudgetWithReason = true,
            Next = Next,
        };
    }

    /// <summary>A line without a grade would be for everybody: where there is none such, there is no line.</summary>
    private static IEnumerable<CareLine> For(IReadOnlyList<string> grades, CareLine line) => grades.Count == 0 ? [] : [line with { Grades = grades }];

    public static IReadOnlyList<NextLine> Next { get; } =
    [
        new(NextSignal.Dispute, 0, "尽快答复撞单,附上跟进证据。", "Answer the dispute, with evidence of what you did."),
        new(NextSignal.Warning, 0, "先问近况,再问原因:价格、服务还是换了供应商?", "Ask how things are, then why: price, service, another supplier?"),
        new(NextSignal.Recycling, 7, "联系客户并记录,否则将进入公海。", "Get in touch and record it, or the customer goes into the pool."),
        new(NextSignal.CareOverdue, 0, "客情已逾期,今天就联系并说明。", "This care is overdue: get in touch today."),
        new(NextSignal.CareDue, 1, "按计划联系,结束时约定下一次时间。", "Get in touch as planned; agree on the next time."),
        new(NextSignal.ContactDay, 3, "送上祝福,不谈生意。", "Give your best wishes, no business."),
        new(NextSignal.Review, 5, "月底前写好月评卡:趋势、判断、下一步。", "Write the card of the month: trend, judgement, next step."),
        new(NextSignal.NoContact, 60, "好久没联系了:问问使用情况和新需求。", "It has been long: ask how it works and what is needed."),
    ];
}
