using Yingpan.Kernel;

namespace Yingpan.Orders.Booking.Rules;

/// <summary>One line as it was agreed.</summary>
public readonly record struct PricedLine(UnitPrice Price, Quantity Quantity, Rate Discount)
{
    /// <summary>Price × quantity × (1 − discount), with every decimal: 13 at the most, so a decimal holds it exactly.</summary>
    public decimal Exact => Price.ToDecimal() * Quantity.ToDecimal() * Discount.OneMinus.ToDecimal();
}

/// <summary>
/// What an order comes to (docs/rules/pricing.md). The lines are added with every decimal and the sum is rounded once, half up; each line
/// is its own value rounded down, and the cents left over go to the lines that lost most. So the order is right to the cent, its lines
/// always add up to it, and each lies within a cent of its value.
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
        // Lines that are all free have no proportion in which to share anything.
        var isOff = Math.Abs(amount.ToDecimal() - exact) > tolerance.ToDecimal() || (exact == 0 && amount != Money.Zero);
        return new Result
        {
            Amount = amount,
            Lines = amount == rounded || isOff ? Shares(lines, rounded) : amount.Split([.. lines.Select(line => line.Exact)]),
            Tolerance = tolerance,
            Expected = isOff ? rounded : null,
        };
    }

    private static IReadOnlyList<Money> Shares(IReadOnlyList<PricedLine> lines, Money whole)
    {
        var parts = lines.Select(line => Money.Of(line.Exact, Rounding.Down)).ToArray();
        var left = (whole - parts.Sum()).Minor;
        // OrderByDescending is stable: of equal losses the first line is made good first.
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => lines[i].Exact - parts[i].ToDecimal()).Take((int)left))
        {
            parts[i] += new Money(1);
        }

        return parts;
    }
}
