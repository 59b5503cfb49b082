using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Yingpan.Kernel;

namespace Yingpan.Platform.Imports.Rules;

/// <summary>
/// What people write into cells, read as values. Laxer than the API, which refuses blanks and signs, but never a guess: what could
/// be meant in two ways ("7/8/2026", "1.234,50") is not read at all. Methods answer null when the text is no such value.
/// </summary>
public static partial class CellText
{
    /// <summary>"1,234.50", "¥1234.5", "1234元", "(12.00)" for minus twelve; full-width digits too. No exponents, which have lost digits.</summary>
    public static decimal? Number(string text)
    {
        var plain = Plain(text);
        var negative = plain is ['(', .., ')'];
        if (negative)
        {
            plain = plain[1..^1].Trim();
        }

        plain = plain.Trim('¥', '$', '€', '£', ' ', '元', '+');
        if (plain.StartsWith('-'))
        {
            negative = !negative;
            plain = plain[1..].TrimStart('¥', '$', '€', '£', ' ');
        }

        if (!NumberShape().IsMatch(plain) || plain.Length > 30)
        {
            return null;
        }

        return decimal.TryParse(plain.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? negative ? -value : value
            : null;
    }

    /// <summary>"13%", "13 %", "0.13": thirteen percent either way; "13" is 1300 %, as it is in a spreadsheet.</summary>
    public static decimal? Fraction(string text)
    {
        var plain = Plain(text);
        return plain.EndsWith('%') ? Number(plain[..^1]) / 100m : Number(plain);
    }

    /// <summary>2026-07-31, 2026/7/31, 2026.7.31, 20260731, 2026年7月31日; a time of day after it is left out.</summary>
    public static DateOnly? Day(string text)
    {
        var match = DayShape().Match(Plain(text));
        return match.Success ? DayOf(match) : null;
    }

    /// <summary>A day by its serial number in a spreadsheet, for a cell that holds a date without being formatted as one.</summary>
    public static DateOnly? SerialDay(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is > 60 and < 402_000
            ? new DateOnly(1899, 12, 30).AddDays(serial)
            : null;

    /// <summary>2026-07, 2026/7, 202607, 2026年7月, or any day of the month.</summary>
    public static Month? Month(string text)
    {
        var match = MonthShape().Match(Plain(text));
        if (!match.Success)
        {
            return Day(text) is { Year: >= 1900 and <= 2999 } day ? Kernel.Month.Of(day) : null;
        }

        var year = int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture);
        var month = int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture);
        return year is >= 1900 and <= 2999 && month is >= 1 and <= 12 ? new Month(year, month) : null;
    }

    public static bool? Flag(string text) => Plain(text).ToLowerInvariant() switch
    {
        "是" or "有" or "y" or "yes" or "true" or "1" or "√" => true,
        "否" or "无" or "n" or "no" or "false" or "0" or "×" => false,
        _ => null,
    };

    /// <summary>How many decimals it has, zeros at the end not counted.</summary>
    public static int Decimals(decimal value)
    {
        var bits = decimal.GetBits(value / 1.0000000000000000000000000000m);
        return (bits[3] >> 16) & 0xFF;
    }

    /// <summary>Half-width, without the kinds of blanks that spreadsheets and web pages leave behind.</summary>
    private static string Plain(string text) => text.Normalize(NormalizationForm.FormKC).Trim().Trim('\u00A0', '\u200B', '\uFEFF');

    private static DateOnly? DayOf(Match match)
    {
        var year = int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture);
        var month = int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture);
        var day = int.Parse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture);
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    [GeneratedRegex(@"^(\d+|\d{1,3}(,\d{3})+)?(\.\d+)?(?<=\d)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberShape();

    [GeneratedRegex(
        @"^((?<y>\d{4})(?<s>[-/.])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})|(?<y>\d{4})年(?<m>\d{1,2})月(?<d>\d{1,2})日|(?<y>\d{4})(?<m>\d{2})(?<d>\d{2}))([T ]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DayShape();

    [GeneratedRegex(@"^((?<y>\d{4})[-/.](?<m>\d{1,2})|(?<y>\d{4})年(?<m>\d{1,2})月|(?<y>\d{4})(?<m>\d{2}))$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MonthShape();
}
