using System.Text;

namespace Yingpan.Customers.Identity.Rules;

/// <summary>How a name is read: 腾讯 is tengxun, and tx for short. Letters and digits in it stay as they are.</summary>
public static class Pinyin
{
    /// <param name="folded">A folded text; anything but letters and digits is left out.</param>
    public static (string Whole, string Initials) Of(string folded)
    {
        var (whole, initials) = (new StringBuilder(folded.Length * 4), new StringBuilder(folded.Length));
        for (var i = 0; i < folded.Length; i++)
        {
            if (i + 1 < folded.Length && ShippedTables.ReadingsInWord(folded.Substring(i, 2)) is { } readings)
            {
                Add(readings[0]);
                Add(readings[1]);
                i++;
            }
            else if (ShippedTables.Reading(folded[i]) is { } reading)
            {
                Add(reading);
            }
            else if (char.IsLetterOrDigit(folded[i]))
            {
                whole.Append(folded[i]);
                initials.Append(folded[i]);
            }
        }

        return (whole.ToString(), initials.ToString());

        void Add(string reading)
        {
            whole.Append(reading);
            initials.Append(reading[0]);
        }
    }

    public static bool HasChinese(string text) => text.Any(PlainText.IsChinese);
}
