using System.ComponentModel;

namespace Yingpan.Kernel;

/// <summary>Rounding of decimals and of exact quotients.</summary>
public static class RoundingExtensions
{
    /// <summary>Rounds to 0..28 <paramref name="decimals"/>; ArgumentOutOfRangeException beyond that.</summary>
    public static decimal Round(this Rounding rounding, decimal value, int decimals) => rounding switch
    {
        Rounding.HalfUp => decimal.Round(value, decimals, MidpointRounding.AwayFromZero),
        Rounding.HalfEven => decimal.Round(value, decimals, MidpointRounding.ToEven),
        Rounding.Down => decimal.Round(value, decimals, MidpointRounding.ToZero),
        Rounding.Up => decimal.Round(
            value, decimals, value < 0 ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity),
        _ => throw Unknown(rounding),
    };

    /// <summary>The quotient as a whole number. DivideByZeroException for a zero denominator.</summary>
    public static Int128 Divide(this Rounding rounding, Int128 numerator, Int128 denominator)
    {
        var quotient = numerator / denominator;
        var rest = Magnitude(numerator - (quotient * denominator));
        // The rest against what is missing to the next whole: twice the rest could overflow.
        var missing = Magnitude(denominator) - rest;
        var awayFromZero = rounding switch
        {
            Rounding.HalfUp => rest >= missing,
            Rounding.HalfEven => rest > missing || (rest == missing && Int128.IsOddInteger(quotient)),
            Rounding.Down => false,
            Rounding.Up => rest > 0,
            _ => throw Unknown(rounding),
        };
        if (!awayFromZero)
            return quotient;
        return Int128.IsNegative(numerator) == Int128.IsNegative(denominator) ? quotient + 1 : quotient - 1;
    }

    // Int128.Abs refuses Int128.MinValue.
    private static UInt128 Magnitude(Int128 value) => value >= 0 ? (UInt128)value : (UInt128)(-(value + 1)) + 1;

    private static InvalidEnumArgumentException Unknown(Rounding rounding) =>
        new(nameof(rounding), (int)rounding, typeof(Rounding));
}
