using System.Diagnostics.CodeAnalysis;

namespace Yingpan.Kernel;

/// <summary>
/// The price of one piece (or kilogram, metre, …) in ten-thousandths of the major unit: 20249940 is 2024.994. Finer than
/// <see cref="Money"/>, for a price without tax seldom ends at the fen. Any long. Overflow throws OverflowException.
/// </summary>
public readonly record struct UnitPrice(long TenThousandths) : IComparable<UnitPrice>, IParsable<UnitPrice>
{
    private const int Decimals = 4;

    public static UnitPrice Zero => default;

    /// <summary>From major units (yuan, 元).</summary>
    public static UnitPrice Of(decimal value, Rounding rounding) => new(FixedPoint.FromDecimal(value, Decimals, rounding));

    public static UnitPrice operator +(UnitPrice left, UnitPrice right) => new(left.TenThousandths + right.TenThousandths);

    public static UnitPrice operator -(UnitPrice left, UnitPrice right) => new(left.TenThousandths - right.TenThousandths);

    public static bool operator <(UnitPrice left, UnitPrice right) => left.TenThousandths < right.TenThousandths;

    public static bool operator >(UnitPrice left, UnitPrice right) => left.TenThousandths > right.TenThousandths;

    public static bool operator <=(UnitPrice left, UnitPrice right) => left.TenThousandths <= right.TenThousandths;

    public static bool operator >=(UnitPrice left, UnitPrice right) => left.TenThousandths >= right.TenThousandths;

    /// <summary>Exact.</summary>
    public decimal ToDecimal() => FixedPoint.ToDecimal(TenThousandths, Decimals);

    public int CompareTo(UnitPrice other) => TenThousandths.CompareTo(other.TenThousandths);

    /// <summary>"12.50", "2024.994": two to four decimals, in any culture.</summary>
    public override string ToString() => FixedPoint.Format(TenThousandths, Decimals, "0.00##");

    /// <summary>FormatException where <see cref="TryParse(string?, out UnitPrice)"/> says no.</summary>
    public static UnitPrice Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out var result) ? result : throw StrictText.Unreadable<UnitPrice>(s);
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static UnitPrice Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <summary>As <see cref="Money"/> is read, with at most four decimals.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out UnitPrice result)
    {
        var read = FixedPoint.TryParse(s, Decimals, out var steps);
        result = new UnitPrice(steps);
        return read;
    }

    /// <summary>The same in every culture: the provider is not asked.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out UnitPrice result) =>
        TryParse(s, out result);
}
