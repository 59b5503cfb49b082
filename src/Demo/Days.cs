using Yingpan.Kernel;

namespace Yingpan.Demo;

/// <summary>The time the company has lived through: 24 whole months and this month up to today.</summary>
internal sealed record Days(DateOnly Today)
{
    public const int WholeMonths = 24;

    /// <summary>China has had no daylight saving time since 1991.</summary>
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    public Month ThisMonth => Month.Of(Today);

    /// <summary>The first day with sales.</summary>
    public DateOnly First => MonthsAgo(WholeMonths);

    /// <summary>The months with sales, the running one last.</summary>
    public IEnumerable<Month> Months => Enumerable.Range(-WholeMonths, WholeMonths + 1).Select(ThisMonth.Plus);

    /// <summary>The first day of that month.</summary>
    public DateOnly MonthsAgo(int months) => ThisMonth.Plus(-months).First;

    /// <summary>That day of the running quarter, or today if it is still to come.</summary>
    public DateOnly ThisQuarter(int day)
    {
        var first = new DateOnly(Today.Year, ((Today.Month - 1) / 3 * 3) + 1, 1);
        return Earlier(first.AddDays(day), Today);
    }

    /// <summary>
    /// An instant of that day. What is of today carries its first minutes, so that nothing lies in the future whenever the house is
    /// filled.
    /// </summary>
    public DateTimeOffset At(DateOnly day, int minute) => new DateTimeOffset(day, TimeOnly.MinValue, Shanghai)
        .Add(day == Today ? TimeSpan.FromSeconds(minute) : TimeSpan.FromMinutes(minute)).ToUniversalTime();

    public static DateTime WallOf(DateTimeOffset instant) => instant.ToOffset(Shanghai).DateTime;

    public static DateTimeOffset InstantOf(DateTime wall) => new DateTimeOffset(wall, Shanghai).ToUniversalTime();

    public static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    public static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
