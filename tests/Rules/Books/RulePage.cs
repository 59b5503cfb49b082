namespace Yingpan.Tests.Rules.Books;

/// <summary>The example tables of a page in docs/rules: what a reader sees is what the tests run.</summary>
internal static class RulePage
{
    /// <summary>Rows of the page's only table, by heading. A page without examples is a fault of the page.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Examples(string page)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "rules", $"{page}.md"))
            .Where(line => line.StartsWith('|')).Select(Cells).ToList();
        lines.Count.ShouldBeGreaterThan(2, $"docs/rules/{page}.md has no examples");
        return [.. lines.Skip(2).Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    public static TheoryData<int> Rows(string page)
    {
        var rows = new TheoryData<int>();
        for (var i = 0; i < Examples(page).Count; i++)
        {
            rows.Add(i);
        }

        return rows;
    }

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
}
