using System.Globalization;
using Yingpan.Kernel;

namespace Yingpan.Host.Samples;

/// <summary>A line of a sample file, and where it stands, for whoever must mend it.</summary>
internal sealed class SampleRow(string file, int line, IReadOnlyDictionary<string, int> headings, IReadOnlyList<string> cells)
{
    public string File { get; } = file;

    public int Line { get; } = line;

    public string this[string column] => headings.TryGetValue(column, out var at)
        ? cells[at]
        : throw Refusal.Faulty([Fault.At("", "sample.no-column", ("file", File), ("column", column))]);

    /// <summary>No larger than that two of them can be multiplied.</summary>
    public decimal Number(string column) => decimal.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= 10_000_000_000_000m
        ? number
        : throw Wrong(column, "sample.not-number");

    /// <summary>A number that another is divided by.</summary>
    public decimal Divisor(string column) => Number(column) is not 0 and var number ? number : throw Wrong(column, "sample.zero");

    /// <summary>What another file says of the one named here.</summary>
    public T In<T>(IReadOnlyDictionary<string, T> known, string column) => known.TryGetValue(this[column], out var found) ? found : throw Wrong(column, "sample.not-known");

    /// <summary>A line for the importers that comes from this one.</summary>
    public SampleLine As(params IReadOnlyList<string?> importers) => new(this, importers);

    public Refusal Wrong(string column, string code) =>
        Refusal.Faulty([Fault.At("", code, ("file", File), ("line", Line), ("column", column), ("value", this[column]))]);
}

/// <summary>A line for the importers, and the one it comes from; null where it stands in no file.</summary>
internal readonly record struct SampleLine(SampleRow? From, IReadOnlyList<string?> Cells);
