using FsCheck.Fluent;
using Yingpan.Kernel;

namespace Yingpan.Tests.Rules.Kernel;

public class SplitTests
{
    [Fact]
    public void O_Q1_A_hundred_seats_by_largest_remainder() =>
        LargestRemainder.Split(100, [5117, 4400, 162, 161, 160]).ShouldBe([51L, 44, 2, 2, 1]);

    [Fact]
    public void O_Q3_Twelve_seats_that_divide_evenly() =>
        LargestRemainder.Split(12, [14, 28, 7, 35]).ShouldBe([2L, 4, 1, 5]);

    [Fact]
    public void A_split_always_adds_up_to_the_whole() =>
        Any.Holds(Any.Money, Any.Weights, (whole, weights) => whole.Split(weights).Sum().ShouldBe(whole));

    [Fact]
    public void A_split_by_decimal_weights_adds_up_to_the_whole() =>
        Any.Holds(
            Any.Money,
            Any.Decimal.Select(Math.Abs).NonEmptyListOf().Where(weights => weights.Any(weight => weight > 0)),
            (whole, weights) => whole.Split([.. weights]).Sum().ShouldBe(whole));

    [Fact]
    public void Every_part_is_within_one_unit_of_its_exact_share() =>
        Any.Holds(Any.Long, Any.Weights, Gen.Choose(1, 1000), (whole, weights, unit) =>
        {
            var parts = LargestRemainder.Split(whole, [.. weights.Select(weight => (decimal)weight)], unit);
            parts.Count.ShouldBe(weights.Length);
            var total = Total(weights);
            for (var i = 0; i < weights.Length; i++)
                Int128.Abs((parts[i] * total) - ((Int128)whole * weights[i])).ShouldBeLessThan(total * unit);
        });

    [Fact]
    public void A_split_on_a_unit_adds_up_and_leaves_at_most_one_broken_part() =>
        Any.Holds(Any.Long, Any.Weights, Gen.Choose(1, 1000), (whole, weights, unit) =>
        {
            var parts = LargestRemainder.Split(whole, [.. weights.Select(weight => (decimal)weight)], unit);
            Total(parts).ShouldBe(whole);
            parts.Count(part => part % unit != 0).ShouldBe(whole % unit == 0 ? 0 : 1);
        });

    [Fact]
    public void Among_equal_weights_the_earlier_part_is_never_smaller() =>
        Any.Holds(Any.Long.Where(value => value >= 0), Gen.Choose(1, 30), (whole, count) =>
        {
            var parts = LargestRemainder.Split(whole, [.. Enumerable.Repeat(1m, count)]);
            parts.ShouldBeInOrder(SortDirection.Descending);
            (parts[0] - parts[^1]).ShouldBeLessThanOrEqualTo(1);
        });

    [Fact]
    public void A_split_of_a_negative_amount_mirrors_the_positive_one() =>
        Any.Holds(Any.Money.Where(money => money != Money.MinValue), Any.Weights, (whole, weights) =>
            (-whole).Split(weights).ShouldBe(whole.Split(weights).Select(part => -part)));

    [Fact]
    public void A_split_depends_on_proportions_only() =>
        Any.Holds(Any.Money, Any.Weights, (whole, weights) =>
            whole.Split([.. weights.Select(weight => weight * 0.0001m)]).ShouldBe(whole.Split(weights)));

    [Fact]
    public void A_part_of_weight_zero_gets_nothing() =>
        Any.Holds(Any.Money, Any.Weights, (whole, weights) => whole.Split([0L, .. weights])[0].ShouldBe(Money.Zero));

    [Fact]
    public void Weights_too_large_to_add_up_as_decimals_still_split_exactly() =>
        new Money(101).Split([decimal.MaxValue, decimal.MaxValue]).ShouldBe([new Money(51), new Money(50)]);

    [Fact]
    public void Weights_may_be_written_in_place()
    {
        new Money(100).Split([2, 1]).ShouldBe([new Money(67), new Money(33)]);
        new Money(100).Split([0.2m, 0.1m]).ShouldBe([new Money(67), new Money(33)]);
    }

    [Theory]
    [InlineData(1050, new[] { 1, 1 }, new long[] { 550, 500 })] // no unit left over: the rest goes to the first of the tie
    [InlineData(1150, new[] { 1, 1 }, new long[] { 600, 550 })] // a unit to the first, the rest to the next in line
    [InlineData(1000, new[] { 2, 1 }, new long[] { 700, 300 })]
    [InlineData(99, new[] { 1, 2 }, new long[] { 0, 99 })]
    [InlineData(-1050, new[] { 1, 1 }, new long[] { -550, -500 })]
    public void The_rest_below_one_unit_goes_to_the_largest_remainder_unserved(long whole, int[] weights, long[] parts) =>
        LargestRemainder.Split(whole, [.. weights.Select(weight => (decimal)weight)], 100).ShouldBe(parts);

    [Fact]
    public void Weights_that_say_nothing_are_refused()
    {
        Should.Throw<ArgumentException>(() => new Money(100).Split(Array.Empty<decimal>()));
        Should.Throw<ArgumentException>(() => new Money(100).Split(new long[] { 0, 0 }));
        Should.Throw<ArgumentException>(() => new Money(100).Split(new[] { 2m, -1m }));
        Should.Throw<ArgumentException>(() => LargestRemainder.Split(100, [1m], unit: 0));
    }

    private static Int128 Total(IEnumerable<long> values) => values.Aggregate((Int128)0, (sum, value) => sum + value);
}
