namespace Yingpan.Customers.Grading.Rules;

/// <summary>What holds in a house that has said nothing. A house of other sizes changes the steps first.</summary>
internal static class UsualGrading
{
    private static readonly GradeBand[] Bands = [new("A", 80), new("B", 60), new("C", 40), new("D", 0)];

    public static GradingSpec Spec { get; } = new()
    {
        Months = 12,
        PaymentDays = 30,
        Rfm = new RfmSpec(RfmMethod.Quantile, null),
        Cards =
        [
            Card(Scorecard.Value,
            [
                Computed("sales", "年销售额", "Sales of the year", Measure.Sales, 40, (1, 15), (20_000, 35), (50_000, 55), (100_000, 75), (200_000, 90), (500_000, 100)),
                Computed("orders", "年购买次数", "Orders of the year", Measure.Orders, 25, (1, 20), (3, 50), (6, 75), (12, 100)),
                Computed("recent", "距上次购买天数", "Days since the last order", Measure.DaysSinceOrder, 15, (0, 100), (31, 80), (91, 50), (181, 20), (366, 0)),
                Computed("on-time", "按时付款比例", "Paid in time, %", Measure.OnTime, 20, (0, 0), (50, 30), (70, 60), (90, 85), (98, 100)),
            ]),
            Card(Scorecard.Intent,
            [
                Entered("enquiry", "咨询", "Enquiries", 35, 90),
                Entered("intention", "购买意向", "Wants to buy", 45, 90),
                Entered("events", "参与活动", "Events attended", 20, 180),
            ]),
            Card(Scorecard.Risk,
            [
                new Criterion { Code = "industry", Name = "行业风险", NameEn = "Risk of the industry", Measure = Measure.Field, Weight = 30, Field = "industry", Otherwise = 75, Values = [new("房地产", 30), new("工程承包", 45), new("建材", 50), new("餐饮", 55)] },
                Computed("finance", "财务风险(逾期天数)", "Days overdue", Measure.OverdueDays, 40, (0, 100), (1, 70), (31, 45), (61, 20), (91, 0)),
                Entered("supply", "供应链风险", "Risk of supply", 30, 365),
            ]),
            Card(Scorecard.Partner,
            [
                Entered("strategy", "战略契合", "Fits our strategy", 60, 730),
                Computed("relation", "合作月数", "Months with us", Measure.Relation, 20, (0, 20), (6, 40), (12, 60), (24, 80), (36, 100)),
                Computed("trend", "销售增长", "Growth of sales, %", Measure.SalesTrend, 20, (0, 0), (60, 30), (90, 60), (110, 80), (150, 100)),
            ]),
        ],
    };

    private static ScoreCard Card(Scorecard card, IReadOnlyList<Criterion> criteria) =>
        new() { Card = card, Criteria = criteria, Bands = Bands, Margin = 5, Days = 14, Known = 50 };

    private static Criterion Computed(string code, string name, string nameEn, Measure measure, int weight, params (decimal From, int Points)[] steps) =>
        new() { Code = code, Name = name, NameEn = nameEn, Measure = measure, Weight = weight, Steps = [.. steps.Select(step => new ScoreStep(step.From, step.Points))] };

    private static Criterion Entered(string code, string name, string nameEn, int weight, int days) =>
        new() { Code = code, Name = name, NameEn = nameEn, Measure = Measure.Entered, Weight = weight, ValidDays = days };
}
