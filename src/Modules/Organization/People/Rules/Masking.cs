namespace Yingpan.Organization.People.Rules;

/// <summary>What of a number that leads to a person is shown without asking: 138****1234.</summary>
public static class Masking
{
    private const string Stars = "****";

    public static string? Phone(string? number) => Covered(number, 3, 4);

    public static string? Identity(string? number) => Covered(number, 3, 4);

    public static bool IsMasked(string? text) => text?.Contains(Stars, StringComparison.Ordinal) == true;

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
