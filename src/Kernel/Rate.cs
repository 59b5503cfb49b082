using System.Diagnostics.CodeAnalysis;

namespace Yingpan.Kernel;

/// <summary>
/// A rate, percentage or share in millionths: 130000 is 0.13 is 13 %. Any long; above one and below zero are rates too.
/// Overflow throws OverflowException.
/// </summary>
public readonly record struct Rate(long Millionths) : IComparable<Rate>, IParsable<Rate>
{
    private const int Decimals = 6;

    public static Rate Zero => default;

    public static Rate One => new(1_000_000);

    /// <summary>What is left of the whole: 0.87 for 0.13; below zero for a rate above one.</summary>
    public Rate OneMinus => One - this;

    /// <summary>From a fraction, not from percents: 0.13m is 13 %.</summary>
    public static Rate Of(decimal value, Rounding rounding) => new(FixedPoint.FromDecimal(value, Decimals, rounding));

    public static Rate operator +(Rate left, Rate right) => new(left.Millionths + right.Millionths);

    public static Rate operator -(Rate left, Rate right) => new(left.Millionths - right.Millionths);

    public static bool operator <(Rate left, Rate right) => left.Millionths < right.Millionths;

    public static bool operator >(Rate left, Rate right) => left.Millionths > right.Millionths;

    public static bool operator <=(Rate left, Rate right) => left.Millionths <= right.Millionths;

    public static bool operator >=(Rate left, Rate right) => left.Millionths >= right.Millionths;

    /// <summary>Exact.</summary>
    public decimal ToDecimal() => FixedPoint.ToDecimal(Millionths, Decimals);

    public int CompareTo(Rate other) => Millionths.CompareTo(other.Millionths);

    /// <summary>"0.13", "1", "0": no trailing zeros, in any culture.</summary>
    public override string ToString() => FixedPoint.Format(Millionths, Decimals, "0.######");

    /// <summary>FormatException where <see cref="TryParse(string?, out Rate)"/> says no.</summary>
    public static Rate Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out var result) ? result : throw StrictText.Unreadable<Rate>(s);
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static Rate Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <summary>As <see cref="Money"/> is read, with at most six decimals: "0.13" is 13 %; "13%" is refused.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out Rate result)
    {
        var read = FixedPoint.TryParse(s, Decimals, out var steps);
        result = new Rate(steps);
        return read;
    }

    /// <summary>The same in every culture: the provider is not asked.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Rate result) =>
        TryParse(s, out result);
}
