using System.Text;
using Yingpan.Platform.Imports.Rules;

namespace Yingpan.Customers.Names.Rules;

/// <param name="HasHeadings">The first line said what stands in which column.</param>
/// <param name="Columns">Field of each column of the block; null is left out.</param>
/// <param name="Unknown">Headings nobody knows.</param>
/// <param name="Rows">Field → text, of cells that are not blank.</param>
/// <param name="Left">Lines beyond the most that are taken at once.</param>
public sealed record PastedBlock(
    bool HasHeadings, IReadOnlyList<string?> Columns, IReadOnlyList<string> Unknown, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows, int Left);

/// <summary>A block copied out of a spreadsheet (docs/rules/name-paste.md).</summary>
public static class PastedNames
{
    public const int Most = 200;

    private static readonly HashSet<string> Numbers = ["phone", "mobile", "fax"];

    /// <param name="headings">A heading as <see cref="Headings.Key"/> compares it → field.</param>
    /// <param name="from">Where a block without headings begins.</param>
    public static PastedBlock Read(string text, IReadOnlyDictionary<string, string> headings, string from)
    {
        var lines = Cells(text).Where(line => line.Exists(cell => !string.IsNullOrWhiteSpace(cell))).ToList();
        if (lines.Count == 0)
        {
            return new PastedBlock(false, [], [], [], 0);
        }

        var known = lines[0].ConvertAll(cell => headings.GetValueOrDefault(Headings.Key(cell)));
        var written = lines[0].Count(cell => !string.IsNullOrWhiteSpace(cell));
        var hasHeadings = known.Count(field => field is not null) * 2 > written;
        var start = NameFields.All.Index().First(field => field.Item == from).Index;
        var widest = lines.Max(line => line.Count);
        List<string?> columns = hasHeadings ? Once(known) : [.. Enumerable.Range(start, widest).Select(place => place < NameFields.All.Count ? NameFields.All[place] : null)];
        var body = hasHeadings ? lines[1..] : lines;
        return new PastedBlock(
            hasHeadings,
            columns,
            hasHeadings ? [.. lines[0].Where((cell, i) => known[i] is null && !string.IsNullOrWhiteSpace(cell)).Select(Clean)] : [],
            [.. body.Take(Most).Select(line => Row(line, columns))],
            Math.Max(0, body.Count - Most));
    }

    /// <summary>A field told twice is told by its first column.</summary>
    private static List<string?> Once(List<string?> fields) => [.. fields.Select((field, i) => field is not null && fields.IndexOf(field) == i ? field : null)];

    private static Dictionary<string, string> Row(List<string> line, List<string?> columns)
    {
        var row = new Dictionary<string, string>();
        foreach (var (i, cell) in line.Index())
        {
            var field = i < columns.Count ? columns[i] : null;
            if (field is not null && (Numbers.Contains(field) ? Number(cell) : Clean(cell)) is { Length: > 0 } value)
            {
                row[field] = value;
            }
        }

        return row;
    }

    /// <summary>One line, without blanks around it.</summary>
    private static string Clean(string cell) =>
        string.Join(' ', cell.Split(['\r', '\n', '\t', '\u00A0', '\u3000', ' '], StringSplitOptions.RemoveEmptyEntries)).Normalize(NormalizationForm.FormC);

    /// <summary>Full-width digits become plain ones; of a number that a spreadsheet took for one, its mark and its ".0" go.</summary>
    private static string Number(string cell)
    {
        var number = Clean(cell).Normalize(NormalizationForm.FormKC).TrimStart('\'');
        return number.EndsWith(".0", StringComparison.Ordinal) ? number[..^2] : number;
    }

    /// <summary>Tab between cells, line break between lines; a cell in quotes may hold both, and a quote written twice.</summary>
    private static List<List<string>> Cells(string text)
    {
        var (lines, line, cell, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            if (quoted && sign == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append(text[i++]);
            }
            else if (sign == '"' && (quoted || (cell.Length == 0 && Closes(text, i))))
            {
                quoted = !quoted;
            }
            else if (quoted || sign is not ('\t' or '\n' or '\r'))
            {
                cell.Append(sign);
            }
            else if (sign == '\t')
            {
                End();
            }
            else if (sign == '\n' || i + 1 == text.Length || text[i + 1] != '\n')
            {
                End();
                lines.Add(line);
                line = [];
            }
        }

        End();
        lines.Add(line);
        return lines;

        void End()
        {
            line.Add(cell.ToString());
            cell.Clear();
        }
    }

    /// <summary>A quote that begins a cell begins a quoted one only where another one ends it: 12" is twelve inches.</summary>
    private static bool Closes(string text, int at)
    {
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                if (i + 1 == text.Length || text[i + 1] is '\t' or '\n' or '\r')
                {
                    return true;
                }

                if (text[i + 1] == '"')
                {
                    i++;
                }
            }
        }

        return false;
    }
}
