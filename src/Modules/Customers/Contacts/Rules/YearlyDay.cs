using System.Globalization;

namespace Yingpan.Customers.Contacts.Rules;

public enum DayCalendar
{
    /// <summary>公历</summary>
    Solar,

    /// <summary>农历</summary>
    Lunar,
}

/// <summary>A day that comes round every year: a birthday, a wedding day. docs/rules/yearly-days.md</summary>
/// <param name="Month">1 to 12; of the lunar calendar the month by its name, 闰四月 being 4.</param>
/// <param name="IsLeap">Of a leap month (闰月); lunar only.</param>
/// <param name="Year">In which it was first, where that is known; of the lunar calendar the year that begins with the Spring Festival.</param>
public sealed record YearlyDay(DayCalendar Calendar, int Month, int Day, bool IsLeap = false, int? Year = null)
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>The years whose lunar days are known.</summary>
    public const int FirstYear = 1902;

    public const int LastYear = 2099;

    private const int LongestLunarMonth = 30;

    /// <summary>False for a day no year has: 30 February, the thirty-first of a lunar month, a leap month that year did not have.</summary>
    public bool Exists =>
        Month is >= 1 and <= 12 && Day >= 1 && (Calendar == DayCalendar.Lunar || !IsLeap) && Year is null or (>= FirstYear and <= LastYear)
        && Day <= (Calendar, Year) switch
        {
            (DayCalendar.Solar, null) => DateTime.DaysInMonth(2000, Month),
            (DayCalendar.Solar, { } year) => DateTime.DaysInMonth(year, Month),
            (_, null) => LongestLunarMonth,
            (_, { } year) => !IsLeap ? Lunar.GetDaysInMonth(year, Place(year, Month, isLeap: false)) : LeapMonthOf(year) == Month ? Lunar.GetDaysInMonth(year, Place(year, Month, isLeap: true)) : 0,
        };

    /// <summary>The day itself, in the year in which it was first; null where that is not known.</summary>
    public DateOnly? First => Year is { } year ? In(year) : null;

    /// <summary>The first time it is kept from that day on, that day included, and never before its first year; null beyond the years known.</summary>
    public DateOnly? Next(DateOnly from)
    {
        // A lunar year ends in the next one of the sun, so the one before may still be running.
        var first = Math.Max(Math.Max(FirstYear, Year ?? FirstYear), from.Year - 1);
        for (var year = first; year <= Math.Min(LastYear, Math.Max(first, from.Year + 1)); year++)
        {
            var day = In(year);
            if (day >= from)
            {
                return day;
            }
        }

        return null;
    }

    /// <summary>How old or how long on that day, by years counted in its own calendar (周岁); null where the year is not known.</summary>
    public int? YearsOn(DateOnly day)
    {
        if (Year is not { } first)
        {
            return null;
        }

        var year = Calendar == DayCalendar.Solar ? day.Year : Lunar.GetYear(day.ToDateTime(TimeOnly.MinValue));
        return year - first;
    }

    /// <summary>
    /// When it is kept in that year: 29 February on the 28th of a year that has none; a day of a leap month in the month of the same name where there
    /// is no such leap month; the thirtieth of a month of twenty-nine days on its last.
    /// </summary>
    public DateOnly In(int year)
    {
        if (Calendar == DayCalendar.Solar)
        {
            return new DateOnly(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));
        }

        var place = Place(year, Month, IsLeap && LeapMonthOf(year) == Month);
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, place, Math.Min(Day, Lunar.GetDaysInMonth(year, place)), 0, 0, 0, 0));
    }

    /// <summary>The month that is doubled in that lunar year; 0 for none.</summary>
    private static int LeapMonthOf(int year) => Lunar.GetLeapMonth(year) is var place and > 0 ? place - 1 : 0;

    /// <summary>The calendar counts months through, the leap month with them: from it on each stands one further.</summary>
    private static int Place(int year, int month, bool isLeap)
    {
        var leap = LeapMonthOf(year);
        return month + (isLeap || (leap > 0 && month > leap) ? 1 : 0);
    }
}
