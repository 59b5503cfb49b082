using System.ComponentModel;
using FsCheck.Fluent;
using Yingpan.Kernel;

namespace Yingpan.Tests.Rules.Kernel;

public class RoundingTests
{
    [Fact]
    public void Rounding_is_symmetric_around_zero() =>
        Any.Holds(Any.Rounding, Any.Decimal, Gen.Choose(0, 28), (rounding, value, decimals) =>
            rounding.Round(-value, decimals).ShouldBe(-rounding.Round(value, decimals)));

    [Fact]
    public void Division_is_symmetric_in_both_signs() =>
        Any.Holds(Any.Rounding, Any.Long, Any.Long.Where(value => value != 0), (rounding, a, b) =>
        {
            var quotient = rounding.Divide(a, b);
            rounding.Divide(-(Int128)a, b).ShouldBe(-quotient);
            rounding.Divide(a, -(Int128)b).ShouldBe(-quotient);
        });

    [Fact]
    public void Division_rounds_as_decimals_do() =>
        // Over a power of two of at most ten the decimal quotient is exact.
        Any.Holds(Any.Rounding, Any.Long, Gen.Choose(0, 9), (rounding, numerator, power) =>
            ((decimal)rounding.Divide(numerator, 1 << power)).ShouldBe(rounding.Round(numerator / (decimal)(1 << power), 0)));

    [Theory]
    [InlineData(Rounding.HalfUp, "2.5", "3")]
    [InlineData(Rounding.HalfUp, "-2.5", "-3")]
    [InlineData(Rounding.HalfUp, "2.49", "2")]
    [InlineData(Rounding.HalfEven, "2.5", "2")]
    [InlineData(Rounding.HalfEven, "3.5", "4")]
    [InlineData(Rounding.HalfEven, "2.51", "3")]
    [InlineData(Rounding.Down, "2.9", "2")]
    [InlineData(Rounding.Down, "-2.9", "-2")]
    [InlineData(Rounding.Up, "2.1", "3")]
    [InlineData(Rounding.Up, "-2.1", "-3")]
    [InlineData(Rounding.Up, "2.0", "2")]
    public void Each_rule_rounds_as_it_says(Rounding rounding, string value, string rounded)
    {
        var hundredths = Money.Parse(value).Minor;
        rounding.Round(Money.Parse(value).ToDecimal(), 0).ToString("0").ShouldBe(rounded);
        rounding.Divide(hundredths, 100).ToString().ShouldBe(rounded);
    }

    [Fact]
    public void Division_works_at_the_ends_of_its_range()
    {
        Rounding.HalfUp.Divide(Int128.MinValue, Int128.MinValue).ShouldBe(1);
        Rounding.HalfUp.Divide(Int128.MaxValue, Int128.MinValue).ShouldBe(-1);
        Rounding.Up.Divide(1, Int128.MinValue).ShouldBe(-1);
        Should.Throw<OverflowException>(() => Rounding.Down.Divide(Int128.MinValue, -1));
        Should.Throw<DivideByZeroException>(() => Rounding.Down.Divide(1, 0));
    }

    [Fact]
    public void An_unknown_rule_is_refused()
    {
        Should.Throw<InvalidEnumArgumentException>(() => ((Rounding)9).Round(1.5m, 0));
        Should.Throw<InvalidEnumArgumentException>(() => ((Rounding)9).Divide(3, 2));
    }
}
