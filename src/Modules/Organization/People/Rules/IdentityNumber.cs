using System.Globalization;

namespace Yingpan.Organization.People.Rules;

/// <summary>Citizen identity number (GB 11643-1999): six digits of the place, the birthday, three of the sequence, and a check digit.</summary>
public static class IdentityNumber
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static bool IsValid(string number) =>
        number.Length == 18
        && number[..17].All(char.IsAsciiDigit)
        && DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        && number[17] == CheckDigit(number[..17]);

    /// <param name="first">The seventeen digits in front of it.</param>
    public static char CheckDigit(string first) => "10X98765432"[first.Select((digit, i) => (digit - '0') * Weights[i]).Sum() % 11];
}
