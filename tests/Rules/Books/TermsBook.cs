using FsCheck;
using FsCheck.Fluent;
using Yingpan.Kernel;
using Yingpan.Orders.Booking.Rules;

namespace Yingpan.Tests.Rules.Books;

/// <summary>docs/rules/terms.md</summary>
public sealed class TermsBook
{
    public static TheoryData<int> Rows => RulePage.Rows("terms");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("terms")[row];
        var lines = example["lines"].Split(", ").Select(line => line.Split(' '))
            .Select(words => new TermsLine(UnitPrice.Parse(words[0]), Rate.Of(decimal.Parse(words[1].TrimEnd('%')) / 100, Rounding.HalfUp), UnitPrice.Parse(words[2]))).ToList();
        Terms.DiscountOf(lines).ShouldBe(Rate.Parse(example["discount"]));
    }

    [Fact]
    public void It_lies_between_nothing_and_all_and_a_further_line_never_makes_it_less() =>
        Prop.ForAll(Lines().ToArbitrary(), Line().ToArbitrary(), (lines, one) =>
        {
            var discount = Terms.DiscountOf(lines);
            return discount >= Rate.Zero && discount <= Rate.One && Terms.DiscountOf([.. lines, one]) >= discount;
        }).Prove();

    private static Gen<TermsLine> Line() =>
        from price in Gen.Choose(0, 200)
        from list in Gen.Choose(0, 200)
        from discount in Gen.Choose(0, 100)
        select new TermsLine(UnitPrice.Parse($"{price}"), Rate.Of(discount / 100m, Rounding.HalfUp), UnitPrice.Parse($"{list}"));

    private static Gen<List<TermsLine>> Lines() => Line().ListOf().Select(lines => lines.ToList());
}
