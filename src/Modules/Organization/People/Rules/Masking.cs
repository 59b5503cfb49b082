using System.Globalization;

namespace Yingpan.Organization.People.Rules;

/// <summary>What of a person's data is shown without asking: 138****1234, l****@blue.example, ****-07-09, and of salary and address that there is one.</summary>
public static class Masking
{
    private const string Stars = "****";

    public static string? Phone(string? number) => Covered(number, 3, 4);

    public static string? Identity(string? number) => Covered(number, 3, 4);

    public static string? Email(string? address) => string.IsNullOrEmpty(address) ? address
        : address.IndexOf('@', StringComparison.Ordinal) is var at and > 0 ? address[..1] + Stars + address[at..] : Stars;

    /// <summary>Month and day stay, so that birthdays are kept; how old somebody is is his own business.</summary>
    public static string? Birthday(DateOnly? day) => day is { } born ? Stars + born.ToString("-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>Only that there is one.</summary>
    public static string? Whole(object? value) => value is null or "" ? null : Stars;

    public static bool IsMasked(string? text) => text?.Contains(Stars, StringComparison.Ordinal) == true;

    /// <summary>Whole, or covered just as it was shown.</summary>
    public static bool MayStay(string? sent, string? shown) => !IsMasked(sent) || sent!.Trim() == shown;

    /// <summary>What a form sends back as it was shown is not a new value.</summary>
    public static string? Kept(string? sent, string? onFile, Func<string?, string?> mask) => sent is not null && sent == mask(onFile) ? onFile : sent;

    private static string? Covered(string? text, int front, int back)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }

        // Of a short one so much shown would be nearly all.
        (front, back) = text.Length >= front + back + 4 ? (front, back) : text.Length >= 7 ? (2, 2) : (0, 0);
        return text[..front] + Stars + text[^back..];
    }
}
