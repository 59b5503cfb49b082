using System.Globalization;
using System.Text;

namespace Yingpan.Platform.Files.Rules;

/// <summary>A sender's file name as it can be kept and given out again: any language, but no path, no trick and no excess.</summary>
internal static class FileNames
{
    /// <summary>In characters a reader would count, the extension included.</summary>
    public const int Longest = 120;

    private static readonly HashSet<string> Devices = new(
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(i => new[] { $"com{i}", $"lpt{i}" })], StringComparer.OrdinalIgnoreCase);

    public static string Clean(string? given)
    {
        // Some browsers send the whole path; both kinds of slash, whatever system the sender has.
        var name = (given ?? "")[((given ?? "").LastIndexOfAny(['/', '\\']) + 1)..];
        var text = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            // Format characters turn "exe.gpj" around before the reader's eyes; half a surrogate pair has no place in a database.
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned || rune == Rune.ReplacementChar)
            {
                continue;
            }

            text.Append(rune.Value < 128 && "<>:\"|?*".Contains((char)rune.Value, StringComparison.Ordinal) ? "_" : rune.ToString());
        }

        // Windows drops dots and blanks at the end, so that "a.html." would become another file there.
        var clean = text.ToString().Normalize(NormalizationForm.FormC).Trim().TrimEnd('.', ' ').TrimStart('.', ' ');
        return clean.Length == 0 ? "file" : Shorten(Devices.Contains(Stem(clean)) ? "_" + clean : clean);
    }

    /// <summary>Small letters, without the dot; empty for none.</summary>
    public static string ExtensionOf(string name) =>
        name.LastIndexOf('.') is > 0 and var dot ? name[(dot + 1)..].ToLowerInvariant() : "";

    private static string Stem(string name) => name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? name[..dot] : name;

    private static string Shorten(string name)
    {
        var runes = name.EnumerateRunes().ToList();
        if (runes.Count <= Longest)
        {
            return name;
        }

        var dot = name.LastIndexOf('.');
        var ending = dot > 0 && name.Length - dot <= 10 ? name[dot..] : "";
        return string.Concat(runes.Take(Longest - ending.Length)) + ending;
    }
}
