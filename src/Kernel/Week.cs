using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Yingpan.Kernel;

/// <summary>
/// An ISO 8601 week, Monday to Sunday, of the week years 1900 to 2999: the year is that of its Thursday, so 2021-01-03 is in
/// 2020-W53. Anything else is refused with ArgumentOutOfRangeException; <c>default</c> is no week, its number is 0.
/// </summary>
public readonly record struct Week : IComparable<Week>, IParsable<Week>
{
    public Week(int year, int week)
    {
        if (!IsWeek(year, week))
            throw new ArgumentOutOfRangeException(nameof(week), $"{year}-W{week} is not a week of the years 1900 to 2999.");
        Number = (year * 100) + week;
    }

    /// <summary>Week year and week in one sortable number: 202631.</summary>
    public int Number { get; }

    /// <summary>The week year: near New Year not always the year of the day.</summary>
    public int Year => Number / 100;

    /// <summary>1 to 52 or 53.</summary>
    public int WeekOfYear => Number % 100;

    /// <summary>Monday.</summary>
    public DateOnly First => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, WeekOfYear, DayOfWeek.Monday));

    /// <summary>Sunday.</summary>
    public DateOnly Last => First.AddDays(6);

    public Period Period => new(First, Last);

    public static Week Of(DateOnly day)
    {
        var time = day.ToDateTime(TimeOnly.MinValue);
        return new Week(ISOWeek.GetYear(time), ISOWeek.GetWeekOfYear(time));
    }

    /// <summary>The inverse of <see cref="Number"/>.</summary>
    public static Week FromNumber(int number) => new(number / 100, number % 100);

    public static bool operator <(Week left, Week right) => left.Number < right.Number;

    public static bool operator >(Week left, Week right) => left.Number > right.Number;

    public static bool operator <=(Week left, Week right) => left.Number <= right.Number;

    public static bool operator >=(Week left, Week right) => left.Number >= right.Number;

    /// <summary>So many weeks later, or earlier when negative.</summary>
    public Week Plus(int weeks)
    {
        var monday = First.DayNumber + (weeks * 7L);
        if (monday < DateOnly.MinValue.DayNumber || monday > DateOnly.MaxValue.DayNumber)
            throw new ArgumentOutOfRangeException(nameof(weeks), "The week is outside the years 1900 to 2999.");
        return Of(DateOnly.FromDayNumber((int)monday));
    }

    /// <summary>The weeks to add to reach the other one, negative for an earlier one.</summary>
    public int WeeksUntil(Week other) => (other.First.DayNumber - First.DayNumber) / 7;

    public int CompareTo(Week other) => Number.CompareTo(other.Number);

    /// <summary>"2026-W31".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-W{WeekOfYear:00}");

    /// <summary>FormatException where <see cref="TryParse(string?, out Week)"/> says no.</summary>
    public static Week Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out var result) ? result : throw StrictText.Unreadable<Week>(s);
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static Week Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <summary>Exactly as <see cref="ToString"/> writes it; W53 only in the years that have one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out Week result)
    {
        result = default;
        if (s is not { Length: 8 } || s[4] != '-' || s[5] != 'W' || !StrictText.TryDigits(s.AsSpan(0, 4), out var year)
            || !StrictText.TryDigits(s.AsSpan(6), out var week) || !IsWeek(year, week))
        {
            return false;
        }

        result = new Week(year, week);
        return true;
    }

    /// <summary>The same in every culture: the provider is not asked.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Week result) =>
        TryParse(s, out result);

    private static bool IsWeek(int year, int week) =>
        CalendarYears.Contains(year) && week >= 1 && week <= ISOWeek.GetWeeksInYear(year);
}
