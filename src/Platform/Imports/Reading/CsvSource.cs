using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Yingpan.Platform.Imports.Rules;

namespace Yingpan.Platform.Imports.Reading;

/// <summary>Separated text, line by line.</summary>
internal sealed class CsvSource : ILineSource
{
    /// <summary>A quote that is never closed would swallow the rest of the file into one cell; here is where that ends.</summary>
    private const int LongestField = 1_000_000;

    private readonly string path;
    private readonly Encoding encoding;
    private readonly char delimiter;

    private CsvSource(string path, Encoding encoding, char delimiter, IReadOnlyList<string> headings)
    {
        this.path = path;
        this.encoding = encoding;
        this.delimiter = delimiter;
        Headings = headings;
    }

    public IReadOnlyList<string> Headings { get; }

    /// <summary>Refuses files without headings, or whose first cells can't be read.</summary>
    public static async Task<CsvSource> Open(string path, string encodingName, CancellationToken cancel)
    {
        var named = TextEncodings.Named(encodingName);
        var separator = await DelimiterOf(path, named, cancel);
        var source = new CsvSource(path, named, separator, []);
        await foreach (var line in source.Records(cancel))
        {
            if (line.Fault is { } fault)
            {
                throw FileRefused.Because(fault, ("line", line.Line));
            }

            return new CsvSource(path, named, separator, HeadingRow.Read(line.Cells));
        }

        throw FileRefused.Because("import.empty");
    }

    public async IAsyncEnumerable<SourceLine> Lines([EnumeratorCancellation] CancellationToken cancel)
    {
        var first = true;
        await foreach (var line in Records(cancel))
        {
            if (first)
            {
                first = false;
                continue;
            }

            // One cell too few is a separator that got lost: its right neighbours would all be read as something else.
            yield return line.Fault is null && (line.Cells.Count < Headings.Count || line.Cells.Skip(Headings.Count).Any(cell => cell is not null))
                ? line with { Fault = "import.ragged" }
                : line;
        }
    }

    private async IAsyncEnumerable<SourceLine> Records([EnumeratorCancellation] CancellationToken cancel)
    {
        using var text = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true), encoding);
        using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            MaxFieldSize = LongestField,
            IgnoreBlankLines = true,
            BufferSize = 64 * 1024,
            // A quote in the middle of a cell is taken as it is, as spreadsheets do.
            BadDataFound = null,
        });
        while (await Next(parser))
        {
            cancel.ThrowIfCancellationRequested();
            if (Line(parser) is { } line)
            {
                yield return line;
            }
        }
    }

    private static async Task<bool> Next(CsvParser parser)
    {
        try
        {
            return await parser.ReadAsync();
        }
        catch (MaxFieldSizeException)
        {
            throw FileRefused.Because("import.quote-open", ("line", parser.RawRow));
        }
    }

    /// <summary>Null for a line without content, as spreadsheets leave them at the end.</summary>
    private static SourceLine? Line(CsvParser parser)
    {
        var cells = new string?[parser.Count];
        string? fault = null;
        var any = false;
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = Cell(parser[i]);
            any |= cells[i] is not null;
            fault ??= cells[i] is { Length: > SourceLine.LongestCell } ? "import.cell-too-large" : null;
        }

        return any ? new SourceLine(LineOf(parser), cells, fault) : null;
    }

    /// <summary>The line on which the record begins: cells may hold line breaks, and the parser counts to the end of the record.</summary>
    private static int LineOf(CsvParser parser) => parser.RawRow - parser.RawRecord.AsSpan().TrimEnd("\r\n").Count('\n');

    /// <summary>Trimmed, null when empty; the apostrophe that exports put before what a spreadsheet would run is taken off again.</summary>
    private static string? Cell(string? text)
    {
        var value = text?.Trim();
        return value switch
        {
            null or "" => null,
            ['\'', '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] => value[1..],
            _ => value,
        };
    }

    private static async Task<char> DelimiterOf(string path, Encoding encoding, CancellationToken cancel)
    {
        using var text = new StreamReader(path, encoding);
        var start = new char[16 * 1024];
        var read = await text.ReadBlockAsync(start, cancel);
        return FileKind.Delimiter(start.AsSpan(0, read));
    }
}
