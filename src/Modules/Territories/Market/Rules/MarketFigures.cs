using Yingpan.Kernel;

namespace Yingpan.Territories.Market.Rules;

public enum MarketUnit
{
    Sets,
    Yuan,

    /// <summary>How many brands there are in the market.</summary>
    Brands,
}

/// <summary>Shares, growth and what follows from them.</summary>
public static class MarketFigures
{
    /// <summary>A part of a whole, half up at the millionth; null where there is no whole.</summary>
    public static Rate? Share(Quantity part, Quantity whole) => whole <= Quantity.Zero ? null : Rate.Of(part.ToDecimal() / whole.ToDecimal(), Rounding.HalfUp);

    /// <summary>What the year before must have been, when this year is so much and grew by so much; half up at the fourth decimal. Null where it shrank to nothing.</summary>
    public static decimal? YearBefore(decimal amount, Rate growth) => growth <= Rate.Zero - Rate.One ? null : Rounding.HalfUp.Round(amount / (1 + growth.ToDecimal()), 4);

    /// <summary>The same change in each year: (to ÷ from)^(1 ÷ years) − 1. Null where it starts from nothing.</summary>
    public static Rate? YearlyChange(Quantity from, Quantity to, int years) => from <= Quantity.Zero || to < Quantity.Zero || years < 1 ? null
        : years == 1 ? Rate.Of((to.ToDecimal() / from.ToDecimal()) - 1, Rounding.HalfUp)
        : Rate.Of((decimal)Math.Pow((double)(to.ToDecimal() / from.ToDecimal()), 1.0 / years) - 1, Rounding.HalfUp);
}
