using Yingpan.Kernel;

namespace Yingpan.Orders.Booking.Rules;

/// <param name="Cost">Null where it isn't known.</param>
public readonly record struct MarginLine(Money Amount, Money? Cost);

/// <summary>What was earned with something sold, as far as its cost is known.</summary>
/// <param name="Sales">All of it.</param>
/// <param name="Known">Of that, what has a known cost.</param>
/// <param name="Cost">Of what is known.</param>
public readonly record struct Margin(Money Sales, Money Known, Money Cost)
{
    /// <summary>Sold at a cost that nobody knows: no margin is told of it.</summary>
    public Money Unknown => Sales - Known;

    /// <summary>Is there anything of which it is known?</summary>
    public bool IsKnown => Known != Money.Zero || Cost != Money.Zero;

    /// <summary>Of what is known; null where nothing is.</summary>
    public Money? Earned => IsKnown ? Known - Cost : null;

    /// <summary>毛利率: of the sales whose cost is known.</summary>
    public Rate? Share => Earned?.RatioTo(Known);
}

/// <summary>Cost and margin of what was sold (docs/rules/margins.md). A cost that isn't known is never taken for nothing.</summary>
public static class Margins
{
    /// <summary>Price × quantity, rounded to the cent, half up.</summary>
    public static Money? CostOf(UnitPrice? price, Quantity quantity) =>
        price is { } one ? Money.Of(one.ToDecimal() * quantity.ToDecimal(), Rounding.HalfUp) : null;

    /// <param name="sales">Of the whole: more than its lines where an order has none.</param>
    public static Margin Of(Money sales, IEnumerable<MarginLine> lines)
    {
        var (known, cost) = (Money.Zero, Money.Zero);
        foreach (var line in lines)
        {
            if (line.Cost is { } its)
            {
                (known, cost) = (known + line.Amount, cost + its);
            }
        }

        return new Margin(sales, known, cost);
    }
}
