using System.Diagnostics.CodeAnalysis;

namespace Yingpan.Kernel;

/// <summary>
/// How much of a thing, in thousandths of its unit of measure (piece, kg, m): 1500 is 1.5. Any long, for a return is
/// negative. Overflow throws OverflowException.
/// </summary>
public readonly record struct Quantity(long Thousandths) : IComparable<Quantity>, IParsable<Quantity>
{
    private const int Decimals = 3;

    public static Quantity Zero => default;

    /// <summary>From whole units of measure.</summary>
    public static Quantity Of(decimal value, Rounding rounding) => new(FixedPoint.FromDecimal(value, Decimals, rounding));

    public static Quantity operator +(Quantity left, Quantity right) => new(left.Thousandths + right.Thousandths);

    public static Quantity operator -(Quantity left, Quantity right) => new(left.Thousandths - right.Thousandths);

    public static bool operator <(Quantity left, Quantity right) => left.Thousandths < right.Thousandths;

    public static bool operator >(Quantity left, Quantity right) => left.Thousandths > right.Thousandths;

    public static bool operator <=(Quantity left, Quantity right) => left.Thousandths <= right.Thousandths;

    public static bool operator >=(Quantity left, Quantity right) => left.Thousandths >= right.Thousandths;

    /// <summary>Exact.</summary>
    public decimal ToDecimal() => FixedPoint.ToDecimal(Thousandths, Decimals);

    public int CompareTo(Quantity other) => Thousandths.CompareTo(other.Thousandths);

    /// <summary>"3", "1.5", "-0.125": no trailing zeros, in any culture.</summary>
    public override string ToString() => FixedPoint.Format(Thousandths, Decimals, "0.###");

    /// <summary>FormatException where <see cref="TryParse(string?, out Quantity)"/> says no.</summary>
    public static Quantity Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out var result) ? result : throw StrictText.Unreadable<Quantity>(s);
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static Quantity Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <summary>As <see cref="Money"/> is read, with at most three decimals.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out Quantity result)
    {
        var read = FixedPoint.TryParse(s, Decimals, out var steps);
        result = new Quantity(steps);
        return read;
    }

    /// <summary>The same in every culture: the provider is not asked.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Quantity result) =>
        TryParse(s, out result);
}
