using System.Text;

namespace Yingpan.Customers.Identity.Rules;

/// <summary>
/// A company's name taken apart: 苏州 (region) 蓝鼎 (root, the name it goes by) 科技 (trade) 有限公司 (form).
/// </summary>
/// <param name="Key">Two names with the same key are the same name.</param>
/// <param name="Root">Without region, trade and form; never empty.</param>
/// <param name="Shape">The root without its numbers, for which near matches are looked up.</param>
/// <param name="Numbers">Digits and short words of the root: 3, b, 12. Two names that differ in them are two companies.</param>
/// <param name="Trade">What it does, as one text; empty when the name does not say.</param>
/// <param name="Regions">Where it is, in the order of the name.</param>
public sealed record CompanyName(string Key, string Root, string Shape, string Numbers, string Trade, IReadOnlyList<string> Regions)
{
    /// <summary>Compatibility characters unfold to many; a key must fit into an index.</summary>
    private const int LongestKey = 118;
    private const int LongestRegion = 7;
    private const int LongestWord = 8;
    private const int ShortWord = 3;

    /// <param name="name">As entered.</param>
    public static CompanyName Of(string name, NameWords words)
    {
        var folded = PlainText.Fold(name);
        var text = Bare(PlainText.Letters(folded), words, out var kinds);
        if (text.Length == 0)
        {
            // Nothing but signs, or nothing but a form: then that is the name.
            var whole = PlainText.Letters(folded) is { Length: > 0 } letters ? letters : folded.Trim() is { Length: > 0 } signs ? signs : name.Trim();
            whole = Cut(whole);
            return new CompanyName(whole, whole, whole, "", "", []);
        }

        var regions = new List<string>();
        var inBrackets = Bracketed(folded, words);
        var core = inBrackets is null ? text : text.Replace(inBrackets.Value.Written, "", StringComparison.Ordinal);
        core = WithoutRegions(core.Length >= 2 ? core : text, words, regions);
        if (inBrackets is { } place)
        {
            regions.Add(place.Region);
        }

        var root = WithoutTrade(core, words, out var trade);
        if (root.Length == 0)
        {
            // 朝阳科技: nothing is left but what it does, so the place is the name it goes by.
            (root, regions) = (WithoutTrade(text, words, out trade), []);
        }

        root = root.Length == 0 ? text : root;
        var (shape, numbers) = Numbered(root);
        var key = Unsuffixed(text, words).Replace(" ", "", StringComparison.Ordinal) + (kinds.Count == 0 ? "" : "+" + string.Concat(kinds.Order(StringComparer.Ordinal)));
        return new CompanyName(Cut(key), root.Replace(" ", "", StringComparison.Ordinal), shape, numbers, trade, regions);
    }

    /// <summary>Without legal forms; those that make a difference are told apart.</summary>
    private static string Bare(string text, NameWords words, out List<string> kinds)
    {
        kinds = [];
        foreach (var form in words.LongForms)
        {
            if (text.Contains(form, StringComparison.Ordinal))
            {
                text = text.Replace(form, "", StringComparison.Ordinal);
                AddKind(form, kinds);
            }
        }

        while (LastWord(text, word => words.IsForm(word) || words.KindOf(word) is not null) is { } last)
        {
            AddKind(last, kinds);
            text = text[..^last.Length].TrimEnd();
        }

        return text;

        void AddKind(string form, List<string> found)
        {
            if (words.KindOf(form) is { } kind && !found.Contains(kind))
            {
                found.Add(kind);
            }
        }
    }

    /// <summary>The longest word of the list that the text ends with: some Chinese characters, or one whole word of letters.</summary>
    private static string? LastWord(string text, Func<string, bool> isWord)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (!PlainText.IsChinese(text[^1]))
        {
            var word = text[(LastBreak(text) + 1)..];
            return isWord(word) ? word : null;
        }

        for (var length = Math.Min(LongestWord, text.Length); length > 0; length--)
        {
            var word = text[^length..];
            if (isWord(word))
            {
                return word;
            }
        }

        return null;
    }

    /// <summary>Where the last word of letters begins: behind a blank or a Chinese character.</summary>
    private static int LastBreak(string text)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (text[i] == ' ' || PlainText.IsChinese(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static string WithoutTrade(string core, NameWords words, out string trade)
    {
        trade = "";
        while (LastWord(core, words.IsTrade) is { } last)
        {
            var rest = core[..^last.Length].TrimEnd();
            // One character is no name to go by: 金贸易 is told by all of it. Nothing at all tells that this is not the name.
            if (rest.Length == 1)
            {
                return core;
            }

            (core, trade) = (rest, last + trade);
        }

        return core;
    }

    private static string WithoutRegions(string core, NameWords words, List<string> regions)
    {
        while (FirstRegion(core, words) is { } first)
        {
            regions.Add(first.Region);
            core = core[first.Length..].TrimStart();
        }

        // 某某科技深圳(分公司)
        while (LastWord(core, words.IsRegion) is { } last && core.Length - last.Length >= 2)
        {
            regions.Add(last);
            core = core[..^last.Length].TrimEnd();
        }

        return core;
    }

    /// <summary>A place the text begins with, with the 市 or 省 behind it, unless fewer than two characters would be left.</summary>
    private static (string Region, int Length)? FirstRegion(string text, NameWords words)
    {
        for (var length = Math.Min(LongestRegion, text.Length - 2); length >= 2; length--)
        {
            var region = text[..length];
            if (words.IsRegion(region))
            {
                return (region, IsSuffixed(text, length) && text.Length - length - 1 >= 2 ? length + 1 : length);
            }
        }

        return null;
    }

    private static bool IsSuffixed(string text, int at) => at < text.Length && text[at] is '市' or '省' or '县';

    /// <summary>(深圳), (中国): a place in brackets inside the name.</summary>
    private static (string Region, string Written)? Bracketed(string folded, NameWords words)
    {
        var open = folded.IndexOf('(', StringComparison.Ordinal);
        var close = open < 0 ? -1 : folded.IndexOf(')', open);
        if (close < 0)
        {
            return null;
        }

        var inside = PlainText.Letters(folded[(open + 1)..close]);
        var region = inside.Length > 2 && IsSuffixed(inside, inside.Length - 1) ? inside[..^1] : inside;
        return inside.Length >= 2 && words.IsRegion(region) ? (region, inside) : null;
    }

    /// <summary>深圳市某某 and 深圳某某 are one name.</summary>
    private static string Unsuffixed(string text, NameWords words)
    {
        var plain = new StringBuilder();
        while (FirstRegion(text, words) is { } first)
        {
            plain.Append(first.Region);
            text = text[first.Length..];
        }

        return plain.Append(text).ToString();
    }

    private static string Cut(string key) => PlainText.Cut(key, LongestKey);

    private static (string Shape, string Numbers) Numbered(string root)
    {
        var shape = new StringBuilder();
        var numbers = new List<string>();
        for (var i = 0; i < root.Length;)
        {
            var end = i + 1;
            while (end < root.Length && Same(root[i], root[end]))
            {
                end++;
            }

            var run = root[i..end];
            if (char.IsDigit(run[0]) || (char.IsLetter(run[0]) && !PlainText.IsChinese(run[0]) && run.Length <= ShortWord))
            {
                numbers.Add(run);
            }
            else if (run[0] != ' ')
            {
                shape.Append(run);
            }

            i = end;
        }

        return shape.Length == 0 ? (root.Replace(" ", "", StringComparison.Ordinal), "") : (shape.ToString(), string.Join(',', numbers));

        static bool Same(char a, char b) =>
            a != ' ' && b != ' ' && char.IsDigit(a) == char.IsDigit(b) && PlainText.IsChinese(a) == PlainText.IsChinese(b);
    }
}
