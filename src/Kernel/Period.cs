using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Yingpan.Kernel;

/// <summary>
/// Business days from <paramref name="First"/> to <paramref name="Last"/>, both included, so at least one day.
/// A Last before the First is refused (ArgumentException).
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Period(DateOnly First, DateOnly Last) : IParsable<Period>
{
    private const string DayFormat = "yyyy-MM-dd";

    public DateOnly First { get; } = First;

    public DateOnly Last { get; } = Last >= First
        ? Last
        : throw new ArgumentException("A period must not end before it begins.", nameof(Last));

    /// <summary>Number of days, 1 or more.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;

    public bool Contains(DateOnly day) => First <= day && day <= Last;

    /// <summary>Every day of the other one; a period contains itself.</summary>
    public bool Contains(Period other) => First <= other.First && other.Last <= Last;

    /// <summary>At least one common day.</summary>
    public bool Overlaps(Period other) => First <= other.Last && other.First <= Last;

    /// <summary>The common days; null when there are none.</summary>
    public Period? Intersect(Period other) => Overlaps(other)
        ? new Period(First > other.First ? First : other.First, Last < other.Last ? Last : other.Last)
        : null;

    /// <summary>The months with at least one day in it, in order. Refuses days outside the years of <see cref="Month"/>.</summary>
    public IEnumerable<Month> Months()
    {
        var first = Month.Of(First);
        return Enumerable.Range(0, first.MonthsUntil(Month.Of(Last)) + 1).Select(first.Plus);
    }

    public IEnumerable<DateOnly> EachDay() => Enumerable.Range(First.DayNumber, Days).Select(DateOnly.FromDayNumber);

    /// <summary>"2026-07-01/2026-07-31" (ISO 8601), in any culture.</summary>
    public override string ToString() =>
        First.ToString(DayFormat, CultureInfo.InvariantCulture) + "/" + Last.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>FormatException where <see cref="TryParse(string?, out Period)"/> says no.</summary>
    public static Period Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out var result) ? result : throw StrictText.Unreadable<Period>(s);
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static Period Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <summary>Exactly as <see cref="ToString"/> writes it; false for days that do not exist and for an end before the start.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out Period result)
    {
        result = default;
        if (s is not { Length: 21 } || s[10] != '/' || !TryDay(s.AsSpan(0, 10), out var first)
            || !TryDay(s.AsSpan(11), out var last) || last < first)
        {
            return false;
        }

        result = new Period(first, last);
        return true;
    }

    /// <summary>The same in every culture: the provider is not asked.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Period result) =>
        TryParse(s, out result);

    private static bool TryDay(ReadOnlySpan<char> text, out DateOnly day) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
