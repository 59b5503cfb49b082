using Yingpan.Kernel;

namespace Yingpan.Orders.Booking.Rules;

/// <param name="ListPrice">Of one unit, today; zero is a product without one.</param>
public readonly record struct TermsLine(UnitPrice Price, Rate Discount, UnitPrice ListPrice);

/// <summary>What of an order others must agree to (docs/rules/terms.md): how much it is, and how far it goes below the list.</summary>
public static class Terms
{
    /// <summary>
    /// The deepest of its lines: what is taken off the list price, whether it was entered as a discount or as a lower price. Without a list
    /// price the discount alone; a price above the list is no discount.
    /// </summary>
    public static Rate DiscountOf(IReadOnlyList<TermsLine> lines) => lines.Select(Of).DefaultIfEmpty(Rate.Zero).Max();

    private static Rate Of(TermsLine line)
    {
        var asked = line.Price.ToDecimal() * line.Discount.OneMinus.ToDecimal();
        var list = line.ListPrice.ToDecimal();
        return list <= 0 ? line.Discount : Rate.Of(Math.Max(0, 1 - (asked / list)), Rounding.HalfUp);
    }
}
