using System.Globalization;
using FsCheck.Fluent;
using Yingpan.Kernel;

namespace Yingpan.Tests.Rules.Kernel;

public class MoneyTests
{
    private static readonly Money Fen = new(1);

    [Fact]
    public void Money_beyond_the_range_throws_and_never_wraps()
    {
        Should.Throw<OverflowException>(() => Money.MaxValue + Fen);
        Should.Throw<OverflowException>(() => Money.MinValue - Fen);
        Should.Throw<OverflowException>(() => -Money.MinValue);
        Should.Throw<OverflowException>(() => Money.MaxValue.Times(2));
        Should.Throw<OverflowException>(() => Money.MaxValue.Times(new Rate(1_000_001), Rounding.Down));
        Should.Throw<OverflowException>(() => Money.MaxValue.RatioTo(Fen));
        Should.Throw<OverflowException>(() => new[] { Money.MaxValue, Fen }.Sum());
        Should.Throw<OverflowException>(() => Money.Of(decimal.MaxValue, Rounding.Down));
        Should.Throw<OverflowException>(() => Money.Of(92233720368547758.08m, Rounding.Down));
        Money.Of(92233720368547758.07m, Rounding.Down).ShouldBe(Money.MaxValue);
    }

    [Fact]
    public void Sums_differences_and_products_are_exact_or_throw() =>
        Any.Holds(Any.Long, Any.Long, (a, b) =>
        {
            ExactOrThrows((Int128)a + b, () => new Money(a) + new Money(b));
            ExactOrThrows((Int128)a - b, () => new Money(a) - new Money(b));
            ExactOrThrows((Int128)a * b, () => new Money(a).Times(b));
        });

    [Fact]
    public void A_rate_of_one_changes_nothing_and_of_zero_leaves_nothing() =>
        Any.Holds(Any.Money, Any.Rounding, (money, rounding) =>
        {
            money.Times(Rate.One, rounding).ShouldBe(money);
            money.Times(Rate.Zero, rounding).ShouldBe(Money.Zero);
        });

    [Theory]
    [InlineData("0.05", "0.5", Rounding.HalfUp, "0.03")]
    [InlineData("-0.05", "0.5", Rounding.HalfUp, "-0.03")]
    [InlineData("0.05", "0.5", Rounding.HalfEven, "0.02")]
    [InlineData("0.07", "0.5", Rounding.HalfEven, "0.04")]
    [InlineData("0.99", "0.1", Rounding.Down, "0.09")]
    [InlineData("-0.99", "0.1", Rounding.Down, "-0.09")]
    [InlineData("0.91", "0.1", Rounding.Up, "0.10")]
    [InlineData("-0.91", "0.1", Rounding.Up, "-0.10")]
    [InlineData("2024.99", "0.13", Rounding.HalfUp, "263.25")]
    public void A_product_with_a_rate_is_rounded_once_to_the_fen(string money, string rate, Rounding rounding, string product) =>
        Money.Parse(money).Times(Rate.Parse(rate), rounding).ToString().ShouldBe(product);

    [Theory]
    [InlineData(1, 3, 333_333L)]
    [InlineData(2, 3, 666_667L)]
    [InlineData(-2, 3, -666_667L)]
    [InlineData(1, 2_000_000, 1L)]
    [InlineData(3, 2, 1_500_000L)]
    public void A_ratio_is_half_up_at_the_millionth(long part, long whole, long millionths) =>
        new Money(part).RatioTo(new Money(whole)).ShouldBe(new Rate(millionths));

    [Fact]
    public void There_is_no_ratio_to_nothing() => Fen.RatioTo(Money.Zero).ShouldBeNull();

    [Fact]
    public void A_sum_does_not_depend_on_the_order_even_near_the_limit()
    {
        new[] { Money.MaxValue, Fen, -Fen }.Sum().ShouldBe(Money.MaxValue);
        Array.Empty<Money>().Sum().ShouldBe(Money.Zero);
    }

    [Fact]
    public void Order_follows_the_amount() =>
        Any.Holds(Any.Long, Any.Long, (a, b) =>
        {
            var (x, y) = (new Money(a), new Money(b));
            (x < y, x <= y, x > y, x >= y).ShouldBe((a < b, a <= b, a > b, a >= b));
            Math.Sign(x.CompareTo(y)).ShouldBe(Math.Sign(a.CompareTo(b)));
        });

    [Fact]
    public void Decimals_go_there_and_back() =>
        Any.Holds(Any.Money, Any.Rounding, (money, rounding) => Money.Of(money.ToDecimal(), rounding).ShouldBe(money));

    [Theory]
    [InlineData("1.0050", Rounding.HalfUp, "1.01")]
    [InlineData("-1.0050", Rounding.HalfUp, "-1.01")]
    [InlineData("1.0049", Rounding.HalfUp, "1.00")]
    [InlineData("1.0050", Rounding.HalfEven, "1.00")]
    [InlineData("1.0150", Rounding.HalfEven, "1.02")]
    [InlineData("1.0099", Rounding.Down, "1.00")]
    [InlineData("-1.0001", Rounding.Up, "-1.01")]
    public void A_decimal_is_rounded_to_the_fen(string amount, Rounding rounding, string money) =>
        Money.Of(UnitPrice.Parse(amount).ToDecimal(), rounding).ToString().ShouldBe(money);

    [Fact]
    public void Text_reads_back_as_the_same_money() =>
        Any.Holds(Any.Money, money => Money.Parse(money.ToString()).ShouldBe(money));

    [Theory]
    [InlineData(1_234_500, "12345.00")]
    [InlineData(-5, "-0.05")]
    [InlineData(0, "0.00")]
    [InlineData(long.MinValue, "-92233720368547758.08")]
    public void Text_always_has_two_decimals(long minor, string text) => new Money(minor).ToString().ShouldBe(text);

    [Theory]
    [InlineData("12345", 1_234_500)]
    [InlineData("0.5", 50)]
    [InlineData("-0", 0)]
    [InlineData("007.10", 710)]
    [InlineData("92233720368547758.07", long.MaxValue)]
    public void Shorter_text_is_read_too(string text, long minor) => Money.Parse(text).ShouldBe(new Money(minor));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1.005")]
    [InlineData("1.000")]
    [InlineData("1,000")]
    [InlineData("1e3")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("+1")]
    [InlineData("--1")]
    [InlineData("1.-5")]
    [InlineData("1.2.3")]
    [InlineData("１２")]
    [InlineData("1\0")]
    [InlineData("92233720368547758.08")]
    [InlineData("999999999999999999999999999999999999999999999999999999999999")]
    public void Text_that_is_not_plainly_money_is_refused(string? text)
    {
        Money.TryParse(text, out var money).ShouldBeFalse();
        money.ShouldBe(Money.Zero);
        if (text is not null)
            Should.Throw<FormatException>(() => Money.Parse(text));
    }

    [Fact]
    public void Text_is_the_same_in_every_culture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "~";
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            new Money(-150).ToString().ShouldBe("-1.50");
            Money.TryParse("-1.50", culture, out var money).ShouldBeTrue();
            money.ShouldBe(new Money(-150));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void ExactOrThrows(Int128 exact, Func<Money> calculate)
    {
        if (exact < long.MinValue || exact > long.MaxValue)
            Should.Throw<OverflowException>(() => calculate());
        else
            calculate().ShouldBe(new Money((long)exact));
    }
}
