using FsCheck;
using FsCheck.Fluent;
using Yingpan.Kernel;
using Yingpan.Planning.Public.Rules;

namespace Yingpan.Tests.Rules.Books;

public sealed class GoalShareBook
{
    public static TheoryData<int> Rows => RulePage.Rows("goal-share");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("goal-share")[row];
        GoalShare.Of(Money.Parse(example["goal"]), Period.Parse(example["over"]), Period.Parse(example["wanted"]))
            .ShouldBe(Money.Parse(example["share"]));
    }

    [Fact]
    public void However_a_goal_is_cut_the_parts_add_up_to_it() =>
        Prop.ForAll((from minor in Gen.Choose(0, int.MaxValue) from days in Gen.Choose(1, 800) from cut in Gen.Choose(0, 798) select (minor, days, cut)).ToArbitrary(), sample =>
        {
            var first = new DateOnly(2026, 1, 1);
            var over = new Period(first, first.AddDays(sample.days - 1));
            var goal = new Money(sample.minor);
            if (sample.cut >= sample.days - 1)
            {
                return GoalShare.Of(goal, over, over) == goal;
            }

            var left = new Period(first.AddDays(-10), first.AddDays(sample.cut));
            var right = new Period(first.AddDays(sample.cut + 1), over.Last.AddDays(10));
            return GoalShare.Of(goal, over, left) + GoalShare.Of(goal, over, right) == goal;
        }).Prove();
}
