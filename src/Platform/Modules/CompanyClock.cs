namespace Yingpan.Platform.Modules;

/// <summary>What every module must know of the house. Organization owns it and keeps it here up to date.</summary>
/// <param name="TimeZone">IANA name; the business day is a day of this zone.</param>
/// <param name="FiscalYearStart">Month, 1 to 12.</param>
/// <param name="IsDemo">The made-up company: sign-ins may be shown before sign-in.</param>
public sealed record CompanyFacts(string Name, string NameEn, string TimeZone, string Currency, int FiscalYearStart, bool IsDemo)
{
    public static readonly CompanyFacts Unnamed = new("营盘", "Yingpan", "Asia/Shanghai", "CNY", 1, IsDemo: false);
}

/// <summary>The business day of the company.</summary>
public sealed class CompanyClock(TimeProvider clock)
{
    private TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(CompanyFacts.Unnamed.TimeZone);

    public CompanyFacts Facts { get; private set; } = CompanyFacts.Unnamed;

    public DateOnly Today => DayOf(clock.GetUtcNow());

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>What the clock on the company's wall shows.</summary>
    public DateTime WallOf(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary>The same, without the day, to the second.</summary>
    public TimeOnly TimeOf(DateTimeOffset instant)
    {
        var wall = TimeOnly.FromDateTime(WallOf(instant));
        return new TimeOnly(wall.Hour, wall.Minute, wall.Second);
    }

    /// <summary>The instant at which that clock shows this; where a clock put forward leaves it out, the first that comes after.</summary>
    public DateTimeOffset InstantOf(DateTime wall)
    {
        while (zone.IsInvalidTime(wall))
        {
            wall = wall.AddMinutes(15);
        }

        return new DateTimeOffset(wall, zone.GetUtcOffset(wall)).ToUniversalTime();
    }

    /// <summary>The first instant of that business day. Where midnight does not exist (a clock put forward), the first that does.</summary>
    public DateTimeOffset StartOf(DateOnly day) => InstantOf(day.ToDateTime(TimeOnly.MinValue));

    public void Set(CompanyFacts facts)
    {
        zone = TimeZoneInfo.FindSystemTimeZoneById(facts.TimeZone);
        Facts = facts;
    }
}
