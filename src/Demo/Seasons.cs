using System.Globalization;

namespace Yingpan.Demo;

/// <summary>How many orders a day is good for, before luck: the trade's pace, the season, the weekday, the holidays, the growth.</summary>
internal static class Seasons
{
    private static readonly ChineseLunisolarCalendar Moon = new();

    /// <summary>Orders of an average seller on an average weekday; the part of it on a Saturday or Sunday; January to December.</summary>
    private static readonly Dictionary<Trade, (double Pace, double Weekend, double[] Months)> Trades = new()
    {
        [Trade.Phone] = (1.17, 0.03, [0.85, 0.5, 1.1, 1.15, 1.05, 1.0, 0.95, 0.95, 1.15, 1.1, 1.15, 1.05]),
        [Trade.Channel] = (0.7, 0.05, [0.6, 0.45, 0.75, 1.0, 1.45, 1.7, 1.7, 1.35, 0.8, 0.65, 0.65, 0.8]),
        [Trade.Store] = (1.22, 0.45, [0.6, 0.5, 0.65, 0.85, 1.4, 1.75, 1.85, 1.5, 0.8, 0.7, 0.65, 0.75]),
        [Trade.Export] = (0.42, 0.02, [0.9, 0.7, 1.05, 1.25, 1.15, 0.95, 0.9, 0.9, 1.05, 1.25, 1.1, 0.9]),
    };

    /// <summary>The orders to expect of him on that day.</summary>
    public static double Expected(DemoPerson person, DateOnly day, Days days)
    {
        if (person.Sells(day) is not { } sells)
        {
            return 0;
        }

        var (pace, weekend, months) = Trades[sells.Trade];
        var weekday = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? weekend : 1;
        // One per cent more every month.
        var growth = 1 + (0.01 * (Days.WholeMonths + ((day.Year - days.Today.Year) * 12) + day.Month - days.Today.Month));
        return pace * sells.Time * person.Strength * months[day.Month - 1] * weekday * Holiday(day) * growth * Learning(person, day);
    }

    /// <summary>A newcomer sells a third at first, and all he can after half a year.</summary>
    private static double Learning(DemoPerson person, DateOnly day) => Math.Min(1, 0.35 + (0.65 * (day.DayNumber - person.Row.HiredOn.DayNumber) / 180));

    /// <summary>New Year, the week of the Spring Festival, Labour Day, the National Day week.</summary>
    private static double Holiday(DateOnly day)
    {
        var isOff = (day.Month, day.Day) is (1, 1) or (5, >= 1 and <= 3) or (10, >= 1 and <= 7)
            || day.DayNumber - SpringFestival(day.Year).DayNumber is >= -1 and <= 6;
        return isOff ? 0.12 : 1;
    }

    private static DateOnly SpringFestival(int year) => DateOnly.FromDateTime(Moon.ToDateTime(year, 1, 1, 0, 0, 0, 0));
}
