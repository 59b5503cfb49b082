using System.Text;

namespace Yingpan.Platform.Imports.Rules;

/// <summary>
/// Which heading of a file belongs to which column. Compared without blanks, case, width and remarks in brackets, so that
/// "客户名称(必填)", "客户 名称*" and "客户名称" are one heading.
/// </summary>
public static class Headings
{
    /// <summary>The heading as it is compared; empty when nothing is left of it.</summary>
    public static string Key(string heading)
    {
        var text = heading.Normalize(NormalizationForm.FormKC);
        var key = new StringBuilder(text.Length);
        var brackets = 0;
        foreach (var c in text)
        {
            brackets += c is '(' or '[' or '【' ? 1 : c is ')' or ']' or '】' ? -1 : 0;
            if (brackets <= 0 && char.IsLetterOrDigit(c))
            {
                key.Append(char.ToLowerInvariant(c));
            }
        }

        return key.ToString();
    }

    /// <summary>
    /// Heading by column, for every column with a heading it is known by. A heading serves one column only: the first column that
    /// asks gets it. Earlier names of a column go before later ones.
    /// </summary>
    public static Dictionary<string, string> Propose(IReadOnlyList<string> found, IEnumerable<(string Column, IEnumerable<string> Names)> columns)
    {
        var free = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var heading in found)
        {
            free.TryAdd(Key(heading), heading);
        }

        var mapping = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (column, names) in columns)
        {
            foreach (var key in names.Select(Key))
            {
                if (key.Length > 0 && free.Remove(key, out var heading))
                {
                    mapping[column] = heading;
                    break;
                }
            }
        }

        return mapping;
    }

    /// <summary>
    /// The best of several saved mappings for this file: the one with the most columns among those whose headings are all there;
    /// the first of equals. Null when none fits.
    /// </summary>
    public static int? BestOf(IReadOnlyList<string> found, IReadOnlyList<IReadOnlyDictionary<string, string>> saved)
    {
        int? best = null;
        for (var i = 0; i < saved.Count; i++)
        {
            if (saved[i].Count > (best is { } b ? saved[b].Count : 0) && saved[i].Values.All(found.Contains))
            {
                best = i;
            }
        }

        return best;
    }

    /// <summary>True when the first row looks like data: none of its cells is known as a heading, and one is a number or a day.</summary>
    public static bool LooksLikeData(IReadOnlyList<string> firstRow, int recognised) =>
        recognised == 0 && firstRow.Any(cell => CellText.Number(cell) is not null || CellText.Day(cell) is not null);
}
