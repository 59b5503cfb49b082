using System.Collections.Frozen;
using Yingpan.Customers.Identity.Rules;

namespace Yingpan.Customers.Identity;

/// <summary>The tables that come with the product (<c>Tables/</c>): readings, simplified characters, and what names are told by. Read once.</summary>
internal static class ShippedTables
{
    private static readonly Lazy<FrozenDictionary<char, char>> SimplifiedOf = new(() =>
        Lines("simplified.txt").SelectMany(line => line.Chunk(2)).ToFrozenDictionary(pair => pair[0], pair => pair[1]));

    private static readonly Lazy<FrozenDictionary<char, string>> ReadingOf = new(() => Lines("pinyin.txt")
        .Where(line => !line.Contains('=', StringComparison.Ordinal)).Select(line => line.Split(' '))
        .SelectMany(parts => parts[1].Select(sign => (Sign: sign, Reading: parts[0]))).ToFrozenDictionary(pair => pair.Sign, pair => pair.Reading));

    /// <summary>Words of two characters in which one is read otherwise than alone.</summary>
    private static readonly Lazy<FrozenDictionary<string, string[]>> ReadingInWord = new(() => Lines("pinyin.txt")
        .Select(line => line.Split('=')).Where(parts => parts.Length == 2)
        .ToFrozenDictionary(parts => parts[0], parts => parts[1].Split(' '), StringComparer.Ordinal));

    private static readonly Lazy<NameWords> Words = new(() => NameWords.From(Sections()));

    /// <summary>What the names of companies are told by, as shipped.</summary>
    public static NameWords NameWords => Words.Value;

    public static char Simplified(char sign) => PlainText.IsChinese(sign) && SimplifiedOf.Value.TryGetValue(sign, out var simple) ? simple : sign;

    /// <summary>Null for what is no Chinese character.</summary>
    public static string? Reading(char sign) => ReadingOf.Value.GetValueOrDefault(sign);

    public static string[]? ReadingsInWord(string word) => ReadingInWord.Value.GetValueOrDefault(word);

    /// <summary>Kind and word.</summary>
    public static IEnumerable<(NameWordKind Kind, string Word)> Sections()
    {
        var kind = NameWordKind.Form;
        foreach (var line in Lines("company-words.txt"))
        {
            if (line.StartsWith('['))
            {
                kind = Enum.Parse<NameWordKind>(line.Trim('[', ']'), ignoreCase: true);
                continue;
            }

            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return (kind, word);
            }
        }
    }

    private static IEnumerable<string> Lines(string table)
    {
        using var stream = typeof(ShippedTables).Assembly.GetManifestResourceStream(table)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
    }
}
