using System.Text;

namespace Yingpan.Platform.Identity.Rules;

/// <summary>
/// What makes a long password easy to guess all the same: a word everybody takes, rows of keys, a year, one character over and over. They
/// are taken out of it, also when written with digits for letters, and what is left must still be something.
/// </summary>
internal static class PasswordStrength
{
    /// <summary>Different characters that must be left.</summary>
    public const int Left = 4;

    private const int ShortestName = 3;
    private const int ShortestRun = 3;

    private static readonly string[] Words =
    [
        .. """
        password passwort passw0rd passwd pass word admin administrator root user guest test login welcome letmein hello master secret access
        system manager office company sales server default changeme change please dragon monkey football baseball basketball soccer hockey
        sunshine princess flower love lovely forever iloveyou loveyou baby angel happy lucky money shadow superman batman starwars pokemon
        freedom whatever trustno michael jordan jennifer jessica daniel thomas summer winter spring autumn monday friday january february
        november december china beijing shanghai shenzhen guangzhou hangzhou mima wodemima woaini woaiwo aini zhongguo nihao gongsi xiaoshou
        guanli ceshi laoban laopo laogong baobao tianshi xingfu facai taobao alibaba tencent weixin wechat huawei google microsoft windows
        5201314 1314520 520 1314
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).OrderByDescending(word => word.Length),
    ];

    /// <summary>Read forwards and backwards, three and more of them side by side.</summary>
    private static readonly string[] Rows = BothWays(
        "01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol", "!@#$%^&*()", "qazwsxedcrfvtgbyhnujm", "147258369");

    public static bool IsCommon(string password)
    {
        var plain = password.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return Different(WithoutRows(WithoutWords(plain))) < Left || Different(WithoutWords(Unmasked(WithoutRows(plain)))) < Left;
    }

    /// <summary>The name of its owner, or how he signs in, is what is tried first.</summary>
    public static bool Holds(string password, string? name)
    {
        var plain = name?.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Trim() ?? "";
        // A Chinese name has two characters; of Latin letters two say nothing.
        return plain.Length >= (plain.Any(char.IsAscii) ? ShortestName : 2)
            && password.Normalize(NormalizationForm.FormKC).Contains(plain, StringComparison.OrdinalIgnoreCase);
    }

    private static string[] BothWays(params string[] rows) => [.. rows, .. rows.Select(row => new string([.. row.Reverse()]))];

    private static int Different(string text) => text.Where(char.IsLetterOrDigit).Distinct().Count();

    private static string WithoutWords(string text) => Words.Aggregate(text, (rest, word) => rest.Replace(word, " ", StringComparison.Ordinal));

    private static string WithoutRows(string text)
    {
        var rest = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Max(RunAt(text, at), YearAt(text, at));
            rest.Append(length == 0 ? text[at] : ' ');
            at += Math.Max(length, 1);
        }

        return rest.ToString();
    }

    /// <summary>How many characters from here on are one row of keys, or one character again and again; 0 for none.</summary>
    private static int RunAt(string text, int at)
    {
        var same = 1;
        while (at + same < text.Length && text[at + same] == text[at])
        {
            same++;
        }

        var longest = same >= ShortestRun ? same : 0;
        foreach (var row in Rows)
        {
            var length = ShortestRun;
            while (at + length <= text.Length && row.Contains(text.Substring(at, length), StringComparison.Ordinal))
            {
                length++;
            }

            longest = length > ShortestRun ? Math.Max(longest, length - 1) : longest;
        }

        return longest;
    }

    /// <summary>1950 to 2049.</summary>
    private static int YearAt(string text, int at) =>
        at + 4 <= text.Length && int.TryParse(text.AsSpan(at, 4), System.Globalization.NumberStyles.None, null, out var year) && year is >= 1950 and < 2050 ? 4 : 0;

    private static string Unmasked(string text) => string.Concat(text.Select(c => c switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => c,
    }));
}
