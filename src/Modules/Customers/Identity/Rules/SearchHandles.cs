using System.Text;

namespace Yingpan.Customers.Identity.Rules;

/// <summary>
/// By what a customer is found while somebody types: any part of his name; or the beginning of a handle, that is of his number, the digits of
/// it, or how his name is read, in full or by initials, from its beginning or from its root on.
/// </summary>
/// <param name="Text">The folded name.</param>
/// <param name="Handles">Each behind a line break.</param>
/// <param name="Tokens">Pairs of neighbours of the text and beginnings of the handles, as numbers: an index of them finds both.</param>
public sealed record SearchHandles(string Text, string Handles, int[] Tokens)
{
    /// <summary>One sign begins too many handles to be looked up by.</summary>
    public const int ShortestBeginning = 2;

    private const int LongestBeginning = 6;
    private const int LongestHandle = 60;

    public static SearchHandles Of(string name, string number, CompanyName parts)
    {
        var text = PlainText.Fold(name);
        var handles = new List<string> { PlainText.Fold(number) };
        var digits = string.Concat(number.Where(char.IsAsciiDigit)).TrimStart('0');
        if (digits.Length > 0)
        {
            handles.Add(digits);
        }

        if (Pinyin.HasChinese(text))
        {
            // 深圳市蓝鼎科技 is looked for as szsldkj and as ldkj.
            var letters = PlainText.Letters(text);
            var root = letters.IndexOf(parts.Root[..Math.Min(2, parts.Root.Length)], StringComparison.Ordinal);
            foreach (var spoken in new[] { letters, root > 0 ? letters[root..] : letters })
            {
                var (whole, initials) = Pinyin.Of(spoken);
                handles.Add(whole);
                handles.Add(initials);
            }
        }

        var kept = handles.Select(handle => PlainText.Cut(handle, LongestHandle)).Distinct().ToList();
        var tokens = PairsOf(text).Concat(kept.SelectMany(Beginnings)).Distinct().Order();
        return new SearchHandles(text, string.Concat(kept.Select(handle => "\n" + handle)), [.. tokens]);
    }

    /// <summary>All of these are among the tokens of whatever has the folded words in its name.</summary>
    public static int[] PairsIn(string folded) => [.. PairsOf(folded).Distinct()];

    /// <summary>This is among the tokens of whatever has a handle that begins with the folded words.</summary>
    public static int BeginningOf(string folded) => Number(folded[..Math.Min(LongestBeginning, folded.Length)]);

    private static IEnumerable<int> PairsOf(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            yield return unchecked((text[i - 1] << 16) | text[i]);
        }
    }

    private static IEnumerable<int> Beginnings(string handle)
    {
        for (var length = ShortestBeginning; length <= Math.Min(LongestBeginning, handle.Length); length++)
        {
            yield return Number(handle[..length]);
        }
    }

    /// <summary>FNV-1a. Two beginnings with the same number cost a look at the text, which decides.</summary>
    private static int Number(string text)
    {
        unchecked
        {
            var hash = 2166136261u;
            foreach (var b in Encoding.UTF8.GetBytes(text))
            {
                hash = (hash ^ b) * 16777619u;
            }

            return (int)hash;
        }
    }
}
