namespace Yingpan.Platform.Imports.Reading;

/// <summary>
/// Where lines come from: a file, or a program that joins several. Read once for the check and once more for writing, so it must
/// give the same lines each time.
/// </summary>
public interface ILineSource
{
    IReadOnlyList<string> Headings { get; }

    IAsyncEnumerable<SourceLine> Lines(CancellationToken cancel);
}

/// <param name="Line">As people count it in the file.</param>
/// <param name="Cells">Beside the headings; fewer are empty ones.</param>
/// <param name="Fault">A code, when the line as a whole can't be used.</param>
public readonly record struct SourceLine(int Line, IReadOnlyList<string?> Cells, string? Fault = null)
{
    /// <summary>The longest text a cell of a spreadsheet can hold, in UTF-16 units.</summary>
    public const int LongestCell = 32_767;
}

/// <summary>Lines made by a program. <paramref name="read"/> is called anew for each pass.</summary>
public sealed class LineSource(IReadOnlyList<string> headings, Func<CancellationToken, IAsyncEnumerable<SourceLine>> read) : ILineSource
{
    public IReadOnlyList<string> Headings { get; } = headings;

    public IAsyncEnumerable<SourceLine> Lines(CancellationToken cancel) => read(cancel);
}
