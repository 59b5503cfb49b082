using Yingpan.Kernel;

namespace Yingpan.Orders.Booking.Rules;

/// <summary>One line as it was agreed.</summary>
public readonly record struct PricedLine(UnitPrice Price, Quantity Quantity, Rate Discount)
{
    /// <summary>Price × quantity × (1 − discount), with every decimal: 13 at the most, so a decimal holds it exactly.</summary>
    public decimal Exact => Price.ToDecimal() * Quantity.ToDecimal() * Discount.OneMinus.ToDecimal();
}

/// <summary>
/// What an order comes to (docs/rules/pricing.md). The lines are added with every decimal and the sum is rounded once, half up; the lines
/// then share the rounded sum by largest remainder. So the order is right to the cent, and its lines always add up to it.
/// </summary>
public static class Pricing
{
    public sealed record Result
    {
        public required Money Amount { get; init; }

        /// <summary>In the order of the lines; they add up to <see cref="Amount"/>.</summary>
        public required IReadOnlyList<Money> Lines { get; init; }

        /// <summary>How far a stated amount may lie from the lines: each may have been rounded before.</summary>
        public required Money Tolerance { get; init; }

        /// <summary>The sum of the lines, rounded, when a stated amount is further from it than that; null when all is well.</summary>
        public Money? Expected { get; init; }
    }

    /// <param name="stated">An amount agreed or recorded elsewhere; within one fen a line of the exact sum it is taken as it is.</param>
    public static Result Price(IReadOnlyList<PricedLine> lines, Money? stated = null)
    {
        var exact = lines.Sum(line => line.Exact);
        var rounded = Money.Of(exact, Rounding.HalfUp);
        var tolerance = new Money(Math.Max(1, lines.Count));
        var amount = stated ?? rounded;
        var isOff = Math.Abs(amount.ToDecimal() - exact) > tolerance.ToDecimal();
        return new Result
        {
            Amount = amount,
            Lines = exact == 0 ? [.. lines.Select(_ => Money.Zero)] : amount.Split([.. lines.Select(line => line.Exact)]),
            Tolerance = tolerance,
            Expected = isOff ? rounded : null,
        };
    }
}
