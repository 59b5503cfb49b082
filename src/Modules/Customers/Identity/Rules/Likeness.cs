namespace Yingpan.Customers.Identity.Rules;

/// <summary>How alike two texts are, 0 to 1.</summary>
public static class Likeness
{
    private const double PrefixWeight = 0.1;
    private const int LongestPrefix = 4;

    /// <summary>
    /// Of the roots of two names. Words of letters by Jaro and Winkler; Chinese by changes or by pairs of characters, whichever is
    /// kinder, and kinder still when both are read alike, as 阿里 and 阿理.
    /// </summary>
    public static double OfRoots(string a, string b)
    {
        if (a == b)
        {
            return 1;
        }

        if (!Pinyin.HasChinese(a) && !Pinyin.HasChinese(b))
        {
            return JaroWinkler(a, b);
        }

        var alike = Math.Max(1 - (Changes(a, b) / (double)Math.Max(a.Length, b.Length)), Pairs(a, b));
        return Pinyin.Of(a).Whole == Pinyin.Of(b).Whole ? 0.5 + (alike / 2) : alike;
    }

    /// <summary>Winkler 1990: agreeing beginnings count more.</summary>
    public static double JaroWinkler(string a, string b)
    {
        var jaro = Jaro(a, b);
        var prefix = 0;
        while (prefix < Math.Min(LongestPrefix, Math.Min(a.Length, b.Length)) && a[prefix] == b[prefix])
        {
            prefix++;
        }

        return jaro + (prefix * PrefixWeight * (1 - jaro));
    }

    public static double Jaro(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return a.Length == b.Length ? 1 : 0;
        }

        var reach = Math.Max(0, (Math.Max(a.Length, b.Length) / 2) - 1);
        var (ofA, ofB) = (new bool[a.Length], new bool[b.Length]);
        var matches = 0;
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = Math.Max(0, i - reach); j < Math.Min(b.Length, i + reach + 1); j++)
            {
                if (!ofB[j] && a[i] == b[j])
                {
                    (ofA[i], ofB[j]) = (true, true);
                    matches++;
                    break;
                }
            }
        }

        if (matches == 0)
        {
            return 0;
        }

        var (crossed, next) = (0, 0);
        for (var i = 0; i < a.Length; i++)
        {
            if (!ofA[i])
            {
                continue;
            }

            while (!ofB[next])
            {
                next++;
            }

            crossed += a[i] == b[next] ? 0 : 1;
            next++;
        }

        double found = matches;
        return ((found / a.Length) + (found / b.Length) + ((found - (crossed / 2)) / found)) / 3;
    }

    /// <summary>Fewest characters put in, left out, changed, or two neighbours changed over.</summary>
    public static int Changes(string a, string b)
    {
        var (before, last, now) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                now[j] = Math.Min(Math.Min(now[j - 1], last[j]) + 1, last[j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
                }
            }

            (before, last, now) = (last, now, before);
        }

        return last[b.Length];
    }

    /// <summary>Shared pairs of neighbours, the ends counting as neighbours of the first and the last character (Dice).</summary>
    public static double Pairs(string a, string b)
    {
        var ofB = PairsOf(b).ToList();
        var all = ofB.Count + a.Length + 1;
        var shared = PairsOf(a).Count(ofB.Remove);
        return 2.0 * shared / all;
    }

    /// <summary>Shared characters, wherever they stand (Dice).</summary>
    public static double Signs(string a, string b)
    {
        var ofB = b.ToList();
        var all = a.Length + b.Length;
        return all == 0 ? 1 : 2.0 * a.Count(ofB.Remove) / all;
    }

    private static IEnumerable<(char, char)> PairsOf(string text) => Enumerable.Range(0, text.Length + 1)
        .Select(i => (i == 0 ? '\0' : text[i - 1], i == text.Length ? '\0' : text[i]));
}
