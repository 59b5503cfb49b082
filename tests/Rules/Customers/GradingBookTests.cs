using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Yingpan.Customers.Grading.Rules;
using Yingpan.Kernel;
using Yingpan.Tests.Rules.Books;

namespace Yingpan.Tests.Rules.Customers;

/// <summary>docs/rules/customer-grading.md</summary>
public sealed class GradingBookTests
{
    private static readonly DateOnly Day = new(2026, 7, 15);
    private static readonly ScoreCard Value = UsualGrading.Spec.Cards[0];

    public static TheoryData<int> Rows => RulePage.Rows("customer-grading");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("customer-grading")[row];
        var before = new Standing(example["before"] == "–" ? null : example["before"], DayOf(example["below since"]));
        int? tenths = example["score"] == "–" ? null : (int)(decimal.Parse(example["score"], CultureInfo.InvariantCulture) * 10);
        var now = Steadying.Next(before, tenths, Value, DayOf(example["day"])!.Value);
        (now.Grade ?? "–").ShouldBe(example["grade"]);
        now.Below.ShouldBe(DayOf(example["below since then"]));
    }

    [Fact]
    public void The_usual_policy_has_no_faults_and_all_faults_are_told_at_once()
    {
        GradingFaults.Of(UsualGrading.Spec).ShouldBeEmpty();
        var broken = UsualGrading.Spec with
        {
            Months = 0,
            Rfm = new RfmSpec(RfmMethod.Fixed, new RfmCuts([1, 2, 3, 4], [1, 2, 2, 3], [1, 2, 3, 4])),
            Cards = [Value with { Bands = [new("A", 50), new("B", 60)], Criteria = [.. Value.Criteria.Select(criterion => criterion with { Weight = 0, Steps = [] })] }],
        };
        GradingFaults.Of(broken).Select(fault => fault.Path).Distinct().ShouldBe(
            ["months", "rfm", "cards[0].bands", .. Enumerable.Range(0, Value.Criteria.Count).SelectMany(i => new[] { $"cards[0].criteria[{i}].weight", $"cards[0].criteria[{i}].steps" })]);
    }

    [Fact]
    public void What_is_entered_counts_on_one_card()
    {
        var entered = new Criterion { Code = "visits", Name = "来访", Measure = Measure.Entered, Weight = 10 };
        var twice = UsualGrading.Spec with { Cards = [.. UsualGrading.Spec.Cards.Select(card => card with { Criteria = [.. card.Criteria, entered] })] };
        GradingFaults.Of(twice).ShouldBe([new SpecFault("cards", "customers.grading-entered-twice")]);
        var once = UsualGrading.Spec with { Cards = [.. UsualGrading.Spec.Cards.Select((card, i) => i > 0 ? card : card with { Criteria = [.. card.Criteria, entered] })] };
        GradingFaults.Of(once).ShouldBeEmpty();
    }

    [Fact]
    public void More_sales_never_make_the_score_of_value_lower() =>
        Prop.ForAll(Any().ToArbitrary(), Gen.Choose(1, 100_000_00).ToArbitrary(), (figures, more) =>
        {
            var before = Scoring.Of(Value, figures, null, Day).Tenths;
            figures.Sales += new Money(more);
            return Scoring.Of(Value, figures, null, Day).Tenths >= before;
        }).Prove();

    [Fact]
    public void A_further_order_never_makes_a_buyers_score_of_value_lower() =>
        Prop.ForAll(Any().ToArbitrary(), Gen.Choose(0, 300).ToArbitrary(), (figures, back) =>
        {
            var before = Scoring.Of(Value, figures, null, Day).Tenths;
            figures.Add(Day.AddDays(-back), new Money(50_000), GradingWindow.Of(Day, 12));
            return Scoring.Of(Value, figures, null, Day).Tenths >= before;
        }).Prove();

    [Fact]
    public void A_score_lies_between_the_least_and_the_most_points_of_its_parts() =>
        Prop.ForAll(Any().ToArbitrary(), figures =>
        {
            var score = Scoring.Of(Value, figures, null, Day);
            var points = score.Parts.Where(part => part.Points is not null).Select(part => part.Points!.Value * 10).ToList();
            return score.Tenths is null || (score.Tenths >= points.Min() && score.Tenths <= points.Max());
        }).Prove();

    [Fact]
    public void The_order_of_customers_does_not_matter_and_a_second_run_of_the_day_says_the_same() =>
        Prop.ForAll(Any().ListOf().Select(list => list.ToList()).ToArbitrary(), customers =>
        {
            var first = GradingBook.Of(UsualGrading.Spec, customers, (_, _) => default, Day);
            var stood = first.Customers.ToDictionary(one => one.Customer, one => one.Cards.ToDictionary(card => card.Card, card => card.Standing));
            customers.Reverse();
            var second = GradingBook.Of(UsualGrading.Spec, customers, (id, card) => stood[id][card], Day);
            return second.Customers.All(one => one.Cards.All(card => card.Standing == stood[one.Customer][card.Card]));
        }).Prove();

    [Fact]
    public void A_grade_that_falls_within_the_margin_falls_only_after_its_days() =>
        Prop.ForAll(Gen.Choose(750, 799).ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(), (tenths, days) =>
            Steadying.Next(new Standing("A", Day), tenths, Value, Day.AddDays(days)).Grade == (days >= Value.Days ? "B" : "A")).Prove();

    [Fact]
    public void What_was_entered_grows_old_and_what_is_not_known_is_not_counted()
    {
        var intent = UsualGrading.Spec.Cards[1];
        var figures = new CustomerFigures { Id = Guid.Empty, Marks = new Dictionary<string, EnteredMark> { ["intention"] = new(90, Day.AddDays(-90)), ["enquiry"] = new(10, Day.AddDays(-91)) } };
        var score = Scoring.Of(intent, figures, null, Day);
        score.Tenths.ShouldBeNull("45 of 100 are less than half of the weights");
        (score.Parts[0].Points, score.Parts[1].Points).ShouldBe((null, 90));
        Scoring.Of(intent with { Known = 45 }, figures, null, Day).Tenths.ShouldBe(900);
        Scoring.Of(Value, new CustomerFigures { Id = Guid.Empty }, null, Day).Tenths.ShouldBeNull("who never bought is not of little value, nobody knows yet");
    }

    private static Gen<CustomerFigures> Any() =>
        from orders in Gen.Choose(1, 20)
        from sales in Gen.Choose(0, 60_000_000)
        from back in Gen.Choose(0, 700)
        from due in Gen.Choose(0, 1000)
        from paid in Gen.Choose(0, 1000)
        from id in Gen.Choose(1, int.MaxValue)
        select new CustomerFigures
        {
            Id = new Guid(id, (short)(sales % 30_000), (short)back, new byte[8]),
            FirstOn = Day.AddDays(-back - 100),
            LastOn = Day.AddDays(-back),
            Orders = orders,
            Sales = new Money(sales),
            Due = new Money(due),
            PaidInTime = new Money(Math.Min(due, paid)),
        };

    private static DateOnly? DayOf(string text) => text == "–" ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
