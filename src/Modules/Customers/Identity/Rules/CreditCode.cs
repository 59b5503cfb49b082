namespace Yingpan.Customers.Identity.Rules;

/// <summary>
/// Unified social credit code (GB 32100-2015): eighteen of the digits and letters below, the last one a check digit. Companies that were never
/// changed over still have the business registration number of fifteen digits (GB/T 17710, MOD 11,10).
/// </summary>
public static class CreditCode
{
    // Without I, O, S, V and Z, which are mistaken for digits and for each other.
    private const string Signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int Length = 18;
    private const int OldLength = 15;
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>As it is written on the licence: no blanks or dashes, capitals, half width. Null for nothing.</summary>
    public static string? Clean(string? code)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return null;
        }

        var plain = string.Concat(PlainText.Fold(code).Where(sign => !char.IsWhiteSpace(sign) && sign != '-'));
        return plain.Length == 0 ? null : plain.ToUpperInvariant();
    }

    /// <param name="code">Cleaned.</param>
    public static bool IsValid(string code) => code.Length switch
    {
        Length => code.All(sign => Signs.Contains(sign, StringComparison.Ordinal)) && code.AsSpan(2, 6).IndexOfAnyExceptInRange('0', '9') < 0 && code[^1] == CheckDigit(code[..^1]),
        OldLength => code.All(char.IsAsciiDigit) && code[^1] == OldCheckDigit(code[..^1]),
        _ => false,
    };

    /// <param name="first">The seventeen signs in front of it.</param>
    public static char CheckDigit(string first)
    {
        var sum = first.Select((sign, i) => Signs.IndexOf(sign, StringComparison.Ordinal) * Weights[i]).Sum();
        return Signs[(31 - (sum % 31)) % 31];
    }

    /// <param name="first">The fourteen digits in front of it.</param>
    public static char OldCheckDigit(string first)
    {
        var carried = 10;
        foreach (var digit in first)
        {
            var sum = (carried + digit - '0') % 10;
            carried = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (char)('0' + ((11 - carried) % 10));
    }
}
