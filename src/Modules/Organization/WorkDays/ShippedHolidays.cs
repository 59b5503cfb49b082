using System.Globalization;
using Yingpan.Organization.Data;

namespace Yingpan.Organization.WorkDays;

internal sealed record ShippedHoliday(DateOnly First, DateOnly Last, CalendarEntryKind Kind, string Name, string NameEn)
{
    public CalendarEntry Entry(Public.CalendarEntryId id) => new() { Id = id, Kind = Kind, First = First, Last = Last, Name = Name, NameEn = NameEn };
}

/// <summary>The public calendar of China as it comes with the product; a house takes it over and from then on keeps its own.</summary>
internal static class ShippedHolidays
{
    private static readonly Lazy<IReadOnlyList<ShippedHoliday>> Known = new(Read);

    public static IReadOnlyList<ShippedHoliday> All => Known.Value;

    public static IEnumerable<ShippedHoliday> Of(int year) => All.Where(holiday => holiday.First.Year == year);

    private static List<ShippedHoliday> Read()
    {
        using var stream = typeof(ShippedHolidays).Assembly.GetManifestResourceStream("cn-holidays.csv")!;
        using var reader = new StreamReader(stream);
        // Remarks, then the headings; no cell holds a comma.
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).SkipWhile(line => line[0] == '#').Skip(1)
            .Select(line => line.Split(',')).Select(cells => new ShippedHoliday(Day(cells[0]), Day(cells[1]), Enum.Parse<CalendarEntryKind>(cells[2]), cells[3], cells[4]))];
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
