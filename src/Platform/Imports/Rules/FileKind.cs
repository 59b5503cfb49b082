using System.Text;

namespace Yingpan.Platform.Imports.Rules;

/// <summary>What the first bytes of a file say it is, whatever its name and content type claim.</summary>
public static class FileKind
{
    public enum Sort
    {
        Empty,
        Text,
        Zip,

        /// <summary>The container of .xls and of encrypted .xlsx files.</summary>
        Compound,
    }

    public static Sort Of(ReadOnlySpan<byte> start) => start switch
    {
        [] => Sort.Empty,
        [0x50, 0x4B, 0x03 or 0x05, ..] => Sort.Zip,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Sort.Compound,
        _ => Sort.Text,
    };

    /// <summary>The encoding that a byte order mark names; null without one.</summary>
    public static Encoding? ByMark(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <summary>
    /// The character between the cells of the first line, quoted parts left out: the most frequent of comma, semicolon and tab;
    /// the comma when there is none.
    /// </summary>
    public static char Delimiter(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[3];
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c is '\n' or '\r' && counts.ContainsAnyExcept(0))
            {
                break;
            }
            else if (!quoted && ",;\t".IndexOf(c, StringComparison.Ordinal) is >= 0 and var which)
            {
                counts[which]++;
            }
        }

        return counts[2] > counts[0] && counts[2] >= counts[1] ? '\t' : counts[1] > counts[0] ? ';' : ',';
    }
}
