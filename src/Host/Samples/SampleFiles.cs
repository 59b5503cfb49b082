using System.Globalization;
using CsvHelper;
using Yingpan.Kernel;
using Yingpan.Platform.Imports.Reading;

namespace Yingpan.Host.Samples;

/// <summary>Reads the files of a sample data set by their headings.</summary>
internal sealed class SampleFiles(string folder)
{
    /// <summary>The rows of a file, "NULL" read as empty.</summary>
    public IEnumerable<SampleRow> Read(string name)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            throw Refusal.Faulty([Fault.At("", "sample.no-file", ("file", path))]);
        }

        using var text = new StreamReader(path);
        using var csv = new CsvReader(text, CultureInfo.InvariantCulture);
        if (!Next(csv, name) || !csv.ReadHeader())
        {
            throw Refusal.Faulty([Fault.At("", "sample.empty", ("file", name))]);
        }

        var names = csv.HeaderRecord!;
        var headings = names.Index().DistinctBy(heading => heading.Item).ToDictionary(heading => heading.Item, heading => heading.Index, StringComparer.Ordinal);
        while (Next(csv, name))
        {
            if (csv.Parser.Count < names.Length)
            {
                throw Refusal.Faulty([Fault.At("", "sample.too-short", ("file", name), ("line", csv.Parser.RawRow), ("cells", csv.Parser.Count), ("headings", names.Length))]);
            }

            yield return new SampleRow(name, csv.Parser.RawRow, headings, [.. names.Select((_, at) => csv.GetField(at) is { } value and not "NULL" ? value : "")]);
        }
    }

    /// <summary>What a file says of each that it names in a column, once.</summary>
    public Dictionary<string, T> ByKey<T>(string name, string column, Func<SampleRow, T> value)
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var row in Read(name))
        {
            if (!found.TryAdd(row[column], value(row)))
            {
                throw row.Wrong(column, "sample.repeated");
            }
        }

        return found;
    }

    /// <summary>
    /// A customer's name is let in once: who comes later by the same carries his mark behind it. Told beforehand, as lines are read more than once.
    /// </summary>
    public static IReadOnlyList<string> NamedOnce(IEnumerable<(string Name, string Mark)> all)
    {
        var named = new HashSet<string>();
        return [.. all.Select(one => named.Add(one.Name) ? one.Name : $"{one.Name} {one.Mark}")];
    }

    private static bool Next(CsvReader csv, string name)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvHelperException)
        {
            throw Refusal.Faulty([Fault.At("", "sample.broken", ("file", name), ("line", csv.Parser.RawRow))]);
        }
    }
}

/// <summary>Lines under the importer's own column names. The importer counts them through; the files they come from may be several.</summary>
internal sealed class SampleLines(string columns, IEnumerable<SampleLine> lines) : ILineSource
{
    private const int First = 2;

    public IReadOnlyList<string> Headings { get; } = columns.Split(' ');

    public IAsyncEnumerable<SourceLine> Lines(CancellationToken cancel) => lines.Select((line, i) => new SourceLine(i + First, line.Cells)).ToAsyncEnumerable();

    /// <summary>The line of the file behind a line the importer speaks of.</summary>
    public SampleRow? Behind(int line) => lines.ElementAtOrDefault(line - First).From;
}
