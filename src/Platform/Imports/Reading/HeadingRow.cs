using Yingpan.Platform.Http;

namespace Yingpan.Platform.Imports.Reading;

/// <summary>The first row with content holds the headings.</summary>
internal static class HeadingRow
{
    public const int MostColumns = 500;
    private const int LongestHeading = 200;

    /// <summary>
    /// A column without a heading is called by its place, <c>#3</c>. Refuses headings that are there twice, since a mapping could
    /// not tell them apart.
    /// </summary>
    public static IReadOnlyList<string> Read(IReadOnlyList<string?> cells)
    {
        var count = cells.Count;
        while (count > 0 && cells[count - 1] is null)
        {
            count--;
        }

        if (count > MostColumns)
        {
            throw FileRefused.Because("import.too-many-columns", ("max", MostColumns));
        }

        var headings = new List<string>(count);
        for (var i = 0; i < count; i++)
        {
            var heading = cells[i]?.ReplaceLineEndings(" ").Clean() ?? $"#{i + 1}";
            if (heading.Length > LongestHeading || !Check.IsStorable(heading))
            {
                throw FileRefused.Because("import.heading", ("column", i + 1));
            }

            if (headings.Contains(heading))
            {
                throw FileRefused.Because("import.duplicate-heading", ("heading", heading));
            }

            headings.Add(heading);
        }

        return headings;
    }
}
