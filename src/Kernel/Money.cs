using System.Diagnostics.CodeAnalysis;

namespace Yingpan.Kernel;

/// <summary>
/// An amount of a currency with two decimals, in minor units (fen, 分): 1234500 is 12345.00. Any long, negative too.
/// There is no product with a decimal on purpose: whoever multiplies says how to round. Overflow throws OverflowException.
/// </summary>
public readonly record struct Money(long Minor) : IComparable<Money>, IParsable<Money>
{
    private const int Decimals = 2;

    public static Money Zero => default;

    public static Money MinValue => new(long.MinValue);

    public static Money MaxValue => new(long.MaxValue);

    /// <summary>From major units (yuan, 元).</summary>
    public static Money Of(decimal amount, Rounding rounding) => new(FixedPoint.FromDecimal(amount, Decimals, rounding));

    public static Money operator +(Money left, Money right) => new(left.Minor + right.Minor);

    public static Money operator -(Money left, Money right) => new(left.Minor - right.Minor);

    public static Money operator -(Money money) => new(-money.Minor);

    public static bool operator <(Money left, Money right) => left.Minor < right.Minor;

    public static bool operator >(Money left, Money right) => left.Minor > right.Minor;

    public static bool operator <=(Money left, Money right) => left.Minor <= right.Minor;

    public static bool operator >=(Money left, Money right) => left.Minor >= right.Minor;

    public Money Times(long factor) => new(Minor * factor);

    /// <summary>The product rounded once, to the fen.</summary>
    public Money Times(Rate rate, Rounding rounding) =>
        new((long)rounding.Divide((Int128)Minor * rate.Millionths, Rate.One.Millionths));

    /// <summary>Parts that add up to this amount to the fen; see <see cref="LargestRemainder"/> for ties and refusals.</summary>
    public IReadOnlyList<Money> Split(IReadOnlyList<decimal> weights) =>
        [.. LargestRemainder.Split(Minor, weights).Select(part => new Money(part))];

    /// <inheritdoc cref="Split(IReadOnlyList{decimal})"/>
    public IReadOnlyList<Money> Split(IReadOnlyList<long> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return Split([.. weights.Select(weight => (decimal)weight)]);
    }

    /// <summary>
    /// This amount as a share of <paramref name="whole"/>, half up at the millionth; null when the whole is zero, for then
    /// there is no share. OverflowException when the share does not fit a <see cref="Rate"/>.
    /// </summary>
    public Rate? RatioTo(Money whole) => whole.Minor == 0
        ? null
        : new Rate((long)Rounding.HalfUp.Divide((Int128)Minor * Rate.One.Millionths, whole.Minor));

    /// <summary>In major units (yuan, 元), exact, with two decimals.</summary>
    public decimal ToDecimal() => FixedPoint.ToDecimal(Minor, Decimals);

    public int CompareTo(Money other) => Minor.CompareTo(other.Minor);

    /// <summary>"12345.00", "-0.05": always two decimals, in any culture.</summary>
    public override string ToString() => FixedPoint.Format(Minor, Decimals, "0.00");

    /// <summary>FormatException where <see cref="TryParse(string?, out Money)"/> says no.</summary>
    public static Money Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out var result) ? result : throw StrictText.Unreadable<Money>(s);
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static Money Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <summary>
    /// Reads "12345", "12345.6", "-0.05": optional '-', digits, at most two decimals after a '.'. No blanks, exponents or
    /// separators; false when it does not fit.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out Money result)
    {
        var read = FixedPoint.TryParse(s, Decimals, out var minor);
        result = new Money(minor);
        return read;
    }

    /// <summary>The same in every culture: the provider is not asked.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Money result) =>
        TryParse(s, out result);
}
