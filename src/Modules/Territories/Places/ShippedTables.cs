using Yingpan.Territories.Places.Rules;

namespace Yingpan.Territories.Places;

/// <summary>The tables that come with the product (<c>Tables/</c>): administrative divisions and industries. Read once.</summary>
internal static class ShippedTables
{
    private static readonly Lazy<RegionBook> RegionsRead = new(() => new RegionBook(Lines("regions.txt").Select(line => new Region(line[0], line[1]))));
    private static readonly Lazy<IndustryBook> IndustriesRead = new(() => new IndustryBook(Lines("industries.txt").Select(line => new Industry(line[0], line[1]))));

    public static RegionBook Regions => RegionsRead.Value;

    public static IndustryBook Industries => IndustriesRead.Value;

    private static IEnumerable<string[]> Lines(string table)
    {
        using var stream = typeof(ShippedTables).Assembly.GetManifestResourceStream(table)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => line.Split(' ', 2))];
    }
}
