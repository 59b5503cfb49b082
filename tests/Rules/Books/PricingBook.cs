using FsCheck;
using FsCheck.Fluent;
using Yingpan.Kernel;
using Yingpan.Orders.Booking.Rules;

namespace Yingpan.Tests.Rules.Books;

public sealed class PricingBook
{
    public static TheoryData<int> Rows => RulePage.Rows("pricing");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("pricing")[row];
        var lines = example["lines (price × quantity, discount)"].Split(';').Select(Line).ToList();
        Money? stated = example["stated"].Length == 0 ? null : Money.Parse(example["stated"]);
        var priced = Pricing.Price(lines, stated);
        if (example["amount"].StartsWith("refused", StringComparison.Ordinal))
        {
            priced.Expected.ShouldBe(Money.Parse(example["amount"].Split(' ')[^1]));
            return;
        }

        priced.Expected.ShouldBeNull();
        priced.Amount.ShouldBe(Money.Parse(example["amount"]));
        priced.Lines.ShouldBe(example["lines"].Split(", ").Select(text => Money.Parse(text)));
    }

    [Fact]
    public void Lines_always_add_up_to_the_order() =>
        Prop.ForAll(Orders, lines => Pricing.Price(lines).Lines.Sum() == Pricing.Price(lines).Amount).Prove();

    [Fact]
    public void An_order_is_within_half_a_fen_of_its_exact_sum() =>
        Prop.ForAll(Orders, lines => Math.Abs(Pricing.Price(lines).Amount.ToDecimal() - lines.Sum(line => line.Exact)) <= 0.005m).Prove();

    [Fact]
    public void A_line_is_within_a_fen_of_its_exact_value() =>
        Prop.ForAll(Orders, lines => Pricing.Price(lines).Lines.Zip(lines).All(pair => Math.Abs(pair.First.ToDecimal() - pair.Second.Exact) < 0.01m)).Prove();

    [Fact]
    public void The_amount_does_not_depend_on_the_order_of_the_lines() =>
        Prop.ForAll(Orders, lines => Pricing.Price(lines).Amount == Pricing.Price([.. lines.Reverse()]).Amount).Prove();

    private static Arbitrary<PricedLine[]> Orders => (
        from price in Gen.Choose(0, 100_000_000)
        from quantity in Gen.Choose(1, 5_000_000)
        from discount in Gen.Choose(0, 1_000_000)
        select new PricedLine(new UnitPrice(price), new Quantity(quantity), new Rate(discount)))
        .NonEmptyListOf().Select(list => list.ToArray()).ToArbitrary();

    private static PricedLine Line(string text)
    {
        var parts = text.Split([" × ", ", "], StringSplitOptions.TrimEntries);
        return new PricedLine(UnitPrice.Parse(parts[0]), Quantity.Parse(parts[1]), Rate.Parse(parts[2]));
    }
}
