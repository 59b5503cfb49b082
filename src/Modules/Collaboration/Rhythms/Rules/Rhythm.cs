using Yingpan.Kernel;
using Yingpan.Organization.Public.Rules;

namespace Yingpan.Collaboration.Rhythms.Rules;

internal enum RhythmKind
{
    Daily,
    Weekly,
    Monthly,
}

/// <summary>What becomes of an occurrence that falls on a day that is not worked.</summary>
internal enum OffDay
{
    Keep,
    Skip,

    /// <summary>The last working day before it.</summary>
    Before,

    /// <summary>The next working day.</summary>
    After,
}

/// <summary>What comes round by the calendar: a task, a meeting (docs/rules/rhythm.md).</summary>
/// <param name="Every">Each day, week or month; 2 is every second, counted from that of the first day.</param>
/// <param name="Weekdays">Of a weekly one.</param>
/// <param name="DayOfMonth">Of a monthly one; a month that is shorter has it on its last day.</param>
/// <param name="Last">No occurrence comes of a day after it; null is until further notice.</param>
internal sealed record Rhythm(RhythmKind Kind, int Every, IReadOnlyList<DayOfWeek> Weekdays, int DayOfMonth, OffDay OffDay, DateOnly First, DateOnly? Last)
{
    /// <summary>The longest run of days off that an occurrence is moved over.</summary>
    private const int Margin = 60;

    /// <summary>Ten years without an occurrence: there is none.</summary>
    private const int Longest = 3700;

    /// <summary>The first occurrence after that day; null when there is none any more.</summary>
    public DateOnly? Next(DateOnly after, WorkCalendar calendar)
    {
        var from = after < First ? First.AddDays(-Margin) : after.AddDays(1);
        var end = Last?.AddDays(Margin) ?? from.AddDays(Longest);
        // Year by year: one that skips days off may skip many in a row.
        for (var start = from > after ? from : after.AddDays(1); start <= end && start <= from.AddDays(Longest); start = start.AddDays(367))
        {
            if (Between(new Period(start, start.AddDays(366)), calendar) is [var next, ..])
            {
                return next;
            }
        }

        return null;
    }

    /// <summary>All occurrences in the period, each once.</summary>
    public IReadOnlyList<DateOnly> Between(Period span, WorkCalendar calendar)
    {
        var found = new SortedSet<DateOnly>();
        var (first, last) = (Later(First, span.First.AddDays(-Margin)), Earlier(Last ?? DateOnly.MaxValue, span.Last.AddDays(Margin)));
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (Falls(day) && Moved(day, calendar) is { } moved && moved >= span.First && moved <= span.Last)
            {
                found.Add(moved);
            }
        }

        return [.. found];
    }

    /// <summary>By the rule alone, whatever the calendar says.</summary>
    private bool Falls(DateOnly day) => Kind switch
    {
        RhythmKind.Daily => (day.DayNumber - First.DayNumber) % Every == 0,
        RhythmKind.Weekly => Weekdays.Contains(day.DayOfWeek) && (Monday(day) - Monday(First)) / 7 % Every == 0,
        _ => day.Day == Math.Min(DayOfMonth, DateTime.DaysInMonth(day.Year, day.Month)) && ((day.Year - First.Year) * 12 + day.Month - First.Month) % Every == 0,
    };

    private DateOnly? Moved(DateOnly day, WorkCalendar calendar) => OffDay switch
    {
        _ when calendar.IsWorkingDay(day) => day,
        OffDay.Keep => day,
        OffDay.Skip => null,
        OffDay.Before => calendar.Add(day, -1),
        _ => calendar.Add(day, 1),
    };

    private static int Monday(DateOnly day) => day.DayNumber - (((int)day.DayOfWeek + 6) % 7);

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
