using Yingpan.Customers.Data;
using Yingpan.Kernel;

namespace Yingpan.Customers.Care.Rules;

/// <summary>What holds in a house that has said nothing.</summary>
internal static class UsualCare
{
    public static CareSpec Spec { get; } = new()
    {
        Kinds =
        [
            new("visit", "回访", "Return visit"), new("support", "服务支持", "Service support"), new("training", "培训", "Training"), new("birthday", "生日关怀", "Birthday"),
            new("festival", "节日礼品", "Holiday gift"), new("banquet", "宴请", "Banquet"), new("survey", "满意度调查", "Satisfaction survey", IsSurvey: true), new("sponsor", "高层拜访", "Sponsor's visit"),
        ],
        Lines =
        [
            new() { Code = "sponsor", Kind = "sponsor", Trigger = CareTrigger.KeyAccount, AppearDays = 5 },
            new() { Code = "visit-a", Kind = "visit", Trigger = CareTrigger.Interval, Grades = ["A"], Every = 2, Span = CareSpan.Week, AppearDays = 3, EscalateDays = [3, 7, 14] },
            new() { Code = "visit-b", Kind = "visit", Trigger = CareTrigger.Interval, Grades = ["B"], Every = 1, AppearDays = 5 },
            new() { Code = "visit-new", Kind = "visit", Trigger = CareTrigger.Interval, States = [CustomerState.Active], BeforeMonths = 3, Every = 1, AppearDays = 5 },
            new() { Code = "visit-bought", Kind = "visit", Trigger = CareTrigger.Interval, States = [CustomerState.Active], Every = 3 },
            new() { Code = "training", Kind = "training", Trigger = CareTrigger.FirstOrder, Every = 2, Span = CareSpan.Week },
            new() { Code = "support", Kind = "support", Trigger = CareTrigger.Interval, Grades = ["A", "B"], States = [CustomerState.Active], Every = 3 },
            new() { Code = "birthday-a", Kind = "birthday", Trigger = CareTrigger.ContactDay, DayKind = ContactDayKind.Birthday, Grades = ["A"], DaysBefore = 3, Budget = new Money(50_000) },
            new() { Code = "birthday", Kind = "birthday", Trigger = CareTrigger.ContactDay, DayKind = ContactDayKind.Birthday, Grades = ["B", "C"], States = [CustomerState.Active], DaysBefore = 1, Budget = new Money(20_000) },
            new() { Code = "festival", Kind = "festival", Trigger = CareTrigger.Holiday, Grades = ["A"], Holidays = ["春节", "中秋节"], DaysBefore = 7, AppearDays = 14, Budget = new Money(80_000) },
            new() { Code = "banquet", Kind = "banquet", Trigger = CareTrigger.Interval, Grades = ["A"], Every = 6, AppearDays = 14, Budget = new Money(200_000) },
            new() { Code = "survey", Kind = "survey", Trigger = CareTrigger.Interval, States = [CustomerState.Active], Every = 6, AppearDays = 14, EscalateDays = [7] },
        ],
        OverBudgetWithReason = true,
        Next =
        [
            new(NextSignal.Dispute, 0, "尽快答复撞单,附上跟进证据。", "Answer the dispute, with evidence of what you did."),
            new(NextSignal.Warning, 0, "先问近况,再问原因:价格、服务还是换了供应商?", "Ask how things are, then why: price, service, another supplier?"),
            new(NextSignal.Recycling, 7, "联系客户并记录,否则将进入公海。", "Get in touch and record it, or the customer goes into the pool."),
            new(NextSignal.CareOverdue, 0, "客情已逾期,今天就联系并说明。", "This care is overdue: get in touch today."),
            new(NextSignal.CareDue, 1, "按计划联系,结束时约定下一次时间。", "Get in touch as planned; agree on the next time."),
            new(NextSignal.ContactDay, 3, "送上祝福,不谈生意。", "Give your best wishes, no business."),
            new(NextSignal.Review, 5, "月底前写好月评卡:趋势、判断、下一步。", "Write the card of the month: trend, judgement, next step."),
            new(NextSignal.NoContact, 60, "好久没联系了:问问使用情况和新需求。", "It has been long: ask how it works and what is needed."),
        ],
    };
}
