using Yingpan.Platform.Lists;

namespace Yingpan.Platform.Search;

/// <summary>
/// All numbers that begin with what was typed, as a stretch of their index: from <paramref name="From"/>, included, up to
/// <paramref name="Before"/>. Of the stretch those fit that are like <paramref name="Pattern"/>.
/// </summary>
/// <remarks>
/// A LIKE alone uses the index of a text column in one collation only. That a text lies between two others, once these end in plain letters
/// or digits, every collation sees alike.
/// </remarks>
public readonly record struct NumberRange(string From, string Before, string Pattern)
{
    /// <summary>As it was typed, and in capitals: o-0012 finds O-001234. None for words that no number begins with.</summary>
    public static IReadOnlyList<NumberRange> Of(string words) =>
        [.. new[] { words, words.ToUpperInvariant() }.Distinct(StringComparer.Ordinal).Select(Beginning).OfType<NumberRange>()];

    private static NumberRange? Beginning(string words)
    {
        var from = words.TrimEnd('-', '_', '/', '.', ' ', '#');
        if (from.Length == 0 || !words.All(char.IsAscii) || !char.IsAsciiLetterOrDigit(from[^1]))
        {
            return null;
        }

        // Letters come behind digits, and Greek behind Latin, in every collation; capitals and small letters do not keep one order.
        var before = from[..^1] + from[^1] switch { '9' => 'A', 'z' or 'Z' => 'α', var last => (char)(last + 1) };
        return new NumberRange(from, before, LikePattern.Literal(words) + "%");
    }
}
