using System.Globalization;
using System.Text;

namespace Yingpan.Customers.Identity.Rules;

/// <summary>Two spellings a reader takes for the same become the same text.</summary>
public static class PlainText
{
    /// <summary>Half width, lower case, simplified characters, no accents. Punctuation and blanks stay.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var sign in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(ShippedTables.Simplified(sign)));
            }
        }

        return folded.ToString();
    }

    /// <summary>
    /// Of a folded text letters and digits only. What stood between two words of letters becomes one blank, so that words stay words; between
    /// Chinese characters nothing is left.
    /// </summary>
    public static string Letters(string folded)
    {
        var letters = new StringBuilder(folded.Length);
        var gap = false;
        foreach (var sign in folded)
        {
            if (!char.IsLetterOrDigit(sign))
            {
                gap = letters.Length > 0;
                continue;
            }

            if (gap && !IsChinese(letters[^1]) && !IsChinese(sign))
            {
                letters.Append(' ');
            }

            letters.Append(sign);
            gap = false;
        }

        return letters.ToString();
    }

    /// <summary>No longer than that, and without half a character, which no database takes.</summary>
    public static string Cut(string text, int most)
    {
        var cut = text.Length <= most ? text : text[..most];
        for (var i = 0; i < cut.Length; i++)
        {
            if (char.IsHighSurrogate(cut[i]) && i + 1 < cut.Length && char.IsLowSurrogate(cut[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(cut[i]))
            {
                cut = cut.Remove(i--, 1);
            }
        }

        return cut;
    }

    public static bool IsChinese(char sign) => sign is >= '\u3400' and <= '\u9FFF';
}
