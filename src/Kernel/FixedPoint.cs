using System.Globalization;

namespace Yingpan.Kernel;

/// <summary>Text and decimals of the fixed-point types: one strict reading, so that no type is laxer than another.</summary>
internal static class FixedPoint
{
    /// <summary>
    /// Reads an optional '-', ASCII digits and, after a '.', one to <paramref name="decimals"/> digits.
    /// False for anything else, overflow included; blanks, '+', exponents and separators are never guessed at.
    /// </summary>
    public static bool TryParse(string? text, int decimals, out long value)
    {
        value = 0;
        if (string.IsNullOrEmpty(text))
            return false;

        var digits = text.AsSpan();
        var negative = digits[0] == '-';
        if (negative)
            digits = digits[1..];

        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        var fraction = point < 0 ? [] : digits[(point + 1)..];
        if (whole.IsEmpty || fraction.Length > decimals || (point >= 0 && fraction.IsEmpty))
            return false;

        Int128 magnitude = 0;
        if (!Append(whole, ref magnitude) || !Append(fraction, ref magnitude))
            return false;
        for (var i = fraction.Length; i < decimals; i++)
            magnitude *= 10;

        var signed = negative ? -magnitude : magnitude;
        if (signed < long.MinValue || signed > long.MaxValue)
            return false;
        value = (long)signed;
        return true;
    }

    /// <summary>The value in steps of 10^-decimals. OverflowException when it does not fit a long.</summary>
    public static long FromDecimal(decimal value, int decimals, Rounding rounding)
    {
        // Multiplying a decimal by ten only moves the point: nothing is rounded twice.
        var steps = rounding.Round(value, decimals);
        for (var i = 0; i < decimals; i++)
            steps *= 10m;
        return (long)steps;
    }

    /// <summary>Exact, and with all decimals written: 100 at two decimals is 1.00.</summary>
    public static decimal ToDecimal(long value, int decimals)
    {
        var magnitude = (ulong)Int128.Abs(value);
        return new decimal(unchecked((int)magnitude), unchecked((int)(magnitude >> 32)), 0, value < 0, (byte)decimals);
    }

    public static string Format(long value, int decimals, string format) =>
        ToDecimal(value, decimals).ToString(format, CultureInfo.InvariantCulture);

    private static bool Append(ReadOnlySpan<char> digits, ref Int128 magnitude)
    {
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
                return false;
            magnitude = (magnitude * 10) + (digit - '0');
            // Stops long before Int128 ends, however long the text is.
            if (magnitude > (Int128)long.MaxValue + 1)
                return false;
        }

        return true;
    }
}
