using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Yingpan.Kernel;

/// <summary>
/// A calendar quarter of the years 1900 to 2999; the quarters of a shifted year are periods of <see cref="FiscalYear"/>.
/// Anything else is refused with ArgumentOutOfRangeException; <c>default</c> is no quarter, its number is 0.
/// </summary>
public readonly record struct Quarter : IComparable<Quarter>, IParsable<Quarter>
{
    public Quarter(int year, int quarter)
    {
        if (!IsQuarter(year, quarter))
            throw new ArgumentOutOfRangeException(nameof(quarter), $"{year}-Q{quarter} is not a quarter from 1900-Q1 to 2999-Q4.");
        Number = (year * 10) + quarter;
    }

    /// <summary>Year and quarter in one sortable number: 20263.</summary>
    public int Number { get; }

    public int Year => Number / 10;

    /// <summary>1 to 4.</summary>
    public int QuarterOfYear => Number % 10;

    public DateOnly First => FirstMonth.First;

    public DateOnly Last => FirstMonth.Plus(2).Last;

    public Period Period => new(First, Last);

    /// <summary>Its three months, in order.</summary>
    public IReadOnlyList<Month> Months => [FirstMonth, FirstMonth.Plus(1), FirstMonth.Plus(2)];

    private Month FirstMonth => new(Year, (QuarterOfYear * 3) - 2);

    // Quarters since year 0: what quarter arithmetic is done on.
    private int Index => (Year * 4) + QuarterOfYear - 1;

    public static Quarter Of(DateOnly day) => Of(Month.Of(day));

    public static Quarter Of(Month month) => new(month.Year, (month.MonthOfYear + 2) / 3);

    /// <summary>The inverse of <see cref="Number"/>.</summary>
    public static Quarter FromNumber(int number) => new(number / 10, number % 10);

    public static bool operator <(Quarter left, Quarter right) => left.Number < right.Number;

    public static bool operator >(Quarter left, Quarter right) => left.Number > right.Number;

    public static bool operator <=(Quarter left, Quarter right) => left.Number <= right.Number;

    public static bool operator >=(Quarter left, Quarter right) => left.Number >= right.Number;

    /// <summary>So many quarters later, or earlier when negative.</summary>
    public Quarter Plus(int quarters)
    {
        var index = (long)Index + quarters;
        return new Quarter((int)(index / 4), (int)(index % 4) + 1);
    }

    /// <summary>The quarters to add to reach the other one, negative for an earlier one.</summary>
    public int QuartersUntil(Quarter other) => other.Index - Index;

    public int CompareTo(Quarter other) => Number.CompareTo(other.Number);

    /// <summary>"2026-Q3".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{QuarterOfYear}");

    /// <summary>FormatException where <see cref="TryParse(string?, out Quarter)"/> says no.</summary>
    public static Quarter Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out var result) ? result : throw StrictText.Unreadable<Quarter>(s);
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static Quarter Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <summary>Exactly as <see cref="ToString"/> writes it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out Quarter result)
    {
        result = default;
        if (s is not { Length: 7 } || s[4] != '-' || s[5] != 'Q' || !StrictText.TryDigits(s.AsSpan(0, 4), out var year)
            || !StrictText.TryDigits(s.AsSpan(6), out var quarter) || !IsQuarter(year, quarter))
        {
            return false;
        }

        result = new Quarter(year, quarter);
        return true;
    }

    /// <summary>The same in every culture: the provider is not asked.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Quarter result) =>
        TryParse(s, out result);

    private static bool IsQuarter(int year, int quarter) => CalendarYears.Contains(year) && quarter is >= 1 and <= 4;
}
