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
    /// <summary>What a rate can say: figures that stand a million million to one are a mistake, and no share.</summary>
    private const decimal Most = long.MaxValue / 1_000_000;

    /// <summary>A part of a whole, half up at the millionth; null where there is no whole, or one too small to be it.</summary>
    public static Rate? Share(Quantity part, Quantity whole) => whole <= Quantity.Zero ? null : Told(part.ToDecimal() / whole.ToDecimal());

    /// <summary>What the year before must have been, when this year is so much and grew by so much; half up at the fourth decimal. Null where it shrank to nothing.</summary>
    public static decimal? YearBefore(decimal amount, Rate growth) => growth <= Rate.Zero - Rate.One ? null : Rounding.HalfUp.Round(amount / (1 + growth.ToDecimal()), 4);

    /// <summary>The same change in each year: (to ÷ from)^(1 ÷ years) − 1. Null where it starts from nothing, or from next to nothing.</summary>
    public static Rate? YearlyChange(Quantity from, Quantity to, int years) => from <= Quantity.Zero || to < Quantity.Zero || years < 1 ? null
        : years == 1 ? Told((to.ToDecimal() / from.ToDecimal()) - 1)
        : Told((decimal)Math.Pow((double)(to.ToDecimal() / from.ToDecimal()), 1.0 / years) - 1);

    private static Rate? Told(decimal value) => value is > Most or < -Most ? null : Rate.Of(value, Rounding.HalfUp);
}
