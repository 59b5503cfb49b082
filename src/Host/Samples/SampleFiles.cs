using System.Globalization;
using CsvHelper;
using Yingpan.Platform.Imports.Reading;

namespace Yingpan.Host.Samples;

/// <summary>Reads the files of a sample data set by their headings.</summary>
internal sealed class SampleFiles(string folder)
{
    /// <summary>The rows of a file, "NULL" read as empty.</summary>
    public IEnumerable<IReadOnlyDictionary<string, string>> Read(string name)
    {
        using var text = new StreamReader(Path.Combine(folder, name));
        using var csv = new CsvReader(text, CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var headings = csv.HeaderRecord!;
        while (csv.Read())
        {
            yield return headings.Index().ToDictionary(heading => heading.Item, heading => csv.GetField(heading.Index) is { } value and not "NULL" ? value : "", StringComparer.Ordinal);
        }
    }

    /// <summary>
    /// A customer's name is let in once: who comes later by the same carries his mark behind it. Told beforehand, as lines are read more than once.
    /// </summary>
    public static IReadOnlyList<string> NamedOnce(IEnumerable<(string Name, string Mark)> all)
    {
        var named = new HashSet<string>();
        return [.. all.Select(one => named.Add(one.Name) ? one.Name : $"{one.Name} {one.Mark}")];
    }

    /// <summary>Lines under the importer's own column names.</summary>
    public static ILineSource Lines(string columns, IEnumerable<IReadOnlyList<string?>> rows) =>
        new LineSource(columns.Split(' '), _ => rows.Select((cells, i) => new SourceLine(i + 2, cells)).ToAsyncEnumerable());
}
