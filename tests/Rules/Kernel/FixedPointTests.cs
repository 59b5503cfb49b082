using Yingpan.Kernel;

namespace Yingpan.Tests.Rules.Kernel;

/// <summary>Rate, UnitPrice and Quantity: the same manners, different decimals.</summary>
public class FixedPointTests
{
    [Fact]
    public void Text_reads_back_as_the_same_value() =>
        Any.Holds(Any.Long, value =>
        {
            Rate.Parse(new Rate(value).ToString()).ShouldBe(new Rate(value));
            UnitPrice.Parse(new UnitPrice(value).ToString()).ShouldBe(new UnitPrice(value));
            Quantity.Parse(new Quantity(value).ToString()).ShouldBe(new Quantity(value));
        });

    [Fact]
    public void Decimals_go_there_and_back() =>
        Any.Holds(Any.Long, Any.Rounding, (value, rounding) =>
        {
            Rate.Of(new Rate(value).ToDecimal(), rounding).ShouldBe(new Rate(value));
            UnitPrice.Of(new UnitPrice(value).ToDecimal(), rounding).ShouldBe(new UnitPrice(value));
            Quantity.Of(new Quantity(value).ToDecimal(), rounding).ShouldBe(new Quantity(value));
        });

    [Theory]
    [InlineData(130_000, "0.13")]
    [InlineData(1_000_000, "1")]
    [InlineData(0, "0")]
    [InlineData(-1, "-0.000001")]
    public void A_rate_has_no_trailing_zeros(long millionths, string text) => new Rate(millionths).ToString().ShouldBe(text);

    [Theory]
    [InlineData(125_000, "12.50")]
    [InlineData(20_249_940, "2024.994")]
    [InlineData(-1, "-0.0001")]
    public void A_unit_price_has_at_least_two_decimals(long tenThousandths, string text) =>
        new UnitPrice(tenThousandths).ToString().ShouldBe(text);

    [Theory]
    [InlineData(3_000, "3")]
    [InlineData(-125, "-0.125")]
    public void A_quantity_has_no_trailing_zeros(long thousandths, string text) => new Quantity(thousandths).ToString().ShouldBe(text);

    [Fact]
    public void More_decimals_than_the_type_has_are_refused()
    {
        Rate.TryParse("0.123456", out var rate).ShouldBeTrue();
        rate.ShouldBe(new Rate(123_456));
        Rate.TryParse("0.1234567", out _).ShouldBeFalse();
        Rate.TryParse("13%", out _).ShouldBeFalse();
        UnitPrice.TryParse("0.1234", out var price).ShouldBeTrue();
        price.ShouldBe(new UnitPrice(1_234));
        UnitPrice.TryParse("0.12345", out _).ShouldBeFalse();
        Quantity.TryParse("0.123", out var quantity).ShouldBeTrue();
        quantity.ShouldBe(new Quantity(123));
        Quantity.TryParse("0.1234", out _).ShouldBeFalse();
    }

    [Fact]
    public void Overflow_never_passes_silently()
    {
        Should.Throw<OverflowException>(() => new Rate(long.MaxValue) + new Rate(1));
        Should.Throw<OverflowException>(() => new Rate(long.MinValue).OneMinus);
        Should.Throw<OverflowException>(() => new UnitPrice(long.MaxValue) + new UnitPrice(1));
        Should.Throw<OverflowException>(() => new Quantity(long.MinValue) - new Quantity(1));
        Should.Throw<OverflowException>(() => Rate.Of(10_000_000_000_000m, Rounding.Down));
        Rate.TryParse("10000000000000", out _).ShouldBeFalse();
    }

    [Fact]
    public void Decimals_beyond_the_last_are_rounded()
    {
        Rate.Of(0.1234565m, Rounding.HalfUp).ShouldBe(new Rate(123_457));
        Rate.Of(0.1234565m, Rounding.HalfEven).ShouldBe(new Rate(123_456));
        UnitPrice.Of(-12.34565m, Rounding.HalfUp).ShouldBe(new UnitPrice(-123_457));
        Quantity.Of(1.2341m, Rounding.Up).ShouldBe(new Quantity(1_235));
        Quantity.Of(1.2349m, Rounding.Down).ShouldBe(new Quantity(1_234));
    }

    [Fact]
    public void One_minus_a_rate_is_what_is_left()
    {
        Rate.Parse("0.13").OneMinus.ShouldBe(Rate.Parse("0.87"));
        Rate.Parse("1.2").OneMinus.ShouldBe(Rate.Parse("-0.2"));
    }

    [Fact]
    public void Order_follows_the_value() =>
        Any.Holds(Any.Long, Any.Long, (a, b) =>
        {
            (new Rate(a) < new Rate(b), new Rate(a) >= new Rate(b)).ShouldBe((a < b, a >= b));
            (new UnitPrice(a) > new UnitPrice(b), new UnitPrice(a) <= new UnitPrice(b)).ShouldBe((a > b, a <= b));
            Math.Sign(new Quantity(a).CompareTo(new Quantity(b))).ShouldBe(Math.Sign(a.CompareTo(b)));
        });
}
