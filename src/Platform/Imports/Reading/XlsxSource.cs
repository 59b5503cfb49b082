using System.Globalization;
using System.Runtime.CompilerServices;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Yingpan.Platform.Imports.Reading;

/// <summary>
/// One sheet of a workbook, row by row. Formulas are never worked out: a cell is what the program that wrote the file last saw in
/// it. Only behind <see cref="ZipGuard"/>.
/// </summary>
internal sealed class XlsxSource : ILineSource
{
    private readonly string path;
    private readonly string sheet;

    private XlsxSource(string path, string sheet, IReadOnlyList<string> headings)
    {
        this.path = path;
        this.sheet = sheet;
        Headings = headings;
    }

    public IReadOnlyList<string> Headings { get; }

    public static IReadOnlyList<string> SheetsOf(string path)
    {
        var names = new List<string>();
        Guarded(() =>
        {
            using var reader = Reader(path);
            do
            {
                if (reader.VisibleState == "visible")
                {
                    names.Add(reader.Name);
                }
            }
            while (names.Count < 200 && reader.NextResult());
            return true;
        });
        return names.Count > 0 ? names : throw FileRefused.Because("import.empty");
    }

    /// <param name="sheet">Its name; null takes the first one.</param>
    public static XlsxSource Open(string path, string? sheet)
    {
        var name = sheet ?? SheetsOf(path)[0];
        return Guarded(() =>
        {
            using var reader = At(path, name);
            while (reader.Read())
            {
                var cells = Cells(reader, Math.Min(reader.FieldCount, HeadingRow.MostColumns + 1), out _);
                if (cells.Any(cell => cell is not null))
                {
                    return new XlsxSource(path, name, HeadingRow.Read(cells));
                }
            }

            throw FileRefused.Because("import.empty");
        });
    }

    public async IAsyncEnumerable<SourceLine> Lines([EnumeratorCancellation] CancellationToken cancel)
    {
        using var reader = At(path, sheet);
        var width = Math.Min(reader.FieldCount, Headings.Count + 1);
        var isHeading = true;
        for (var row = 1; Guarded(reader.Read); row++)
        {
            // Reading a workbook is synchronous; now and then the thread is given back.
            if (row % 1_000 == 0)
            {
                cancel.ThrowIfCancellationRequested();
                await Task.Yield();
            }

            var cells = Cells(reader, width, out var fault);
            if (Array.TrueForAll(cells, cell => cell is null) && fault is null)
            {
                continue;
            }

            if (isHeading)
            {
                isHeading = false;
                continue;
            }

            yield return new SourceLine(row, cells, fault ?? (cells.Length > Headings.Count && cells[Headings.Count] is not null ? "import.ragged" : null));
        }
    }

    private static string?[] Cells(IExcelDataReader reader, int width, out string? fault)
    {
        fault = null;
        var cells = new string?[width];
        for (var i = 0; i < width; i++)
        {
            cells[i] = Text(reader.GetValue(i));
            fault ??= cells[i] is { Length: > SourceLine.LongestCell } ? "import.cell-too-large" : null;
        }

        return cells;
    }

    /// <summary>As it would stand in a text file. Fifteen digits are all that a number in a sheet really has.</summary>
    private static string? Text(object? value)
    {
        var text = value switch
        {
            null => null,
            double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString(CultureInfo.InvariantCulture),
            DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    private static IExcelDataReader At(string path, string sheet)
    {
        var reader = Guarded(() => Reader(path));
        while (reader.Name != sheet)
        {
            if (!reader.NextResult())
            {
                reader.Dispose();
                throw FileRefused.Because("import.no-sheet", ("sheet", sheet));
            }
        }

        return reader;
    }

    private static IExcelDataReader Reader(string path)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        return ExcelReaderFactory.CreateOpenXmlReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024));
    }

    /// <summary>Whatever goes wrong inside a workbook is the file's fault, not ours.</summary>
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (failure is ExcelReaderException or System.Xml.XmlException or InvalidDataException or FormatException
            or ArgumentException or IndexOutOfRangeException or NullReferenceException or OverflowException or InvalidOperationException or KeyNotFoundException)
        {
            throw FileRefused.Because("import.damaged");
        }
    }
}
