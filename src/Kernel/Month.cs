using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Yingpan.Kernel;

/// <summary>
/// A calendar month of the years 1900 to 2999. Anything else is refused with ArgumentOutOfRangeException;
/// <c>default</c> is no month, its number is 0.
/// </summary>
public readonly record struct Month : IComparable<Month>, IParsable<Month>
{
    public Month(int year, int month)
    {
        if (!IsMonth(year, month))
            throw new ArgumentOutOfRangeException(nameof(month), $"{year}-{month} is not a month from 1900-01 to 2999-12.");
        Number = (year * 100) + month;
    }

    /// <summary>Year and month in one sortable number: 202607.</summary>
    public int Number { get; }

    public int Year => Number / 100;

    /// <summary>1 to 12.</summary>
    public int MonthOfYear => Number % 100;

    public DateOnly First => new(Year, MonthOfYear, 1);

    public DateOnly Last => new(Year, MonthOfYear, DateTime.DaysInMonth(Year, MonthOfYear));

    public Period Period => new(First, Last);

    // Months since year 0: what month arithmetic is done on.
    private int Index => (Year * 12) + MonthOfYear - 1;

    public static Month Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>The inverse of <see cref="Number"/>.</summary>
    public static Month FromNumber(int number) => new(number / 100, number % 100);

    public static bool operator <(Month left, Month right) => left.Number < right.Number;

    public static bool operator >(Month left, Month right) => left.Number > right.Number;

    public static bool operator <=(Month left, Month right) => left.Number <= right.Number;

    public static bool operator >=(Month left, Month right) => left.Number >= right.Number;

    /// <summary>So many months later, or earlier when negative.</summary>
    public Month Plus(int months)
    {
        var index = (long)Index + months;
        return new Month((int)(index / 12), (int)(index % 12) + 1);
    }

    /// <summary>The months to add to reach the other one: 1 for the next month, negative for an earlier one.</summary>
    public int MonthsUntil(Month other) => other.Index - Index;

    public int CompareTo(Month other) => Number.CompareTo(other.Number);

    /// <summary>"2026-07".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{MonthOfYear:00}");

    /// <summary>FormatException where <see cref="TryParse(string?, out Month)"/> says no.</summary>
    public static Month Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out var result) ? result : throw StrictText.Unreadable<Month>(s);
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static Month Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <summary>Exactly as <see cref="ToString"/> writes it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out Month result)
    {
        result = default;
        if (s is not { Length: 7 } || s[4] != '-' || !StrictText.TryDigits(s.AsSpan(0, 4), out var year)
            || !StrictText.TryDigits(s.AsSpan(5), out var month) || !IsMonth(year, month))
        {
            return false;
        }

        result = new Month(year, month);
        return true;
    }

    /// <summary>The same in every culture: the provider is not asked.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Month result) =>
        TryParse(s, out result);

    private static bool IsMonth(int year, int month) => CalendarYears.Contains(year) && month is >= 1 and <= 12;
}
