namespace Yingpan.Organization.Public.Rules;

/// <summary>From when to when is worked, by the clock on the wall.</summary>
public sealed record WorkSpan(TimeOnly From, TimeOnly To);

/// <summary>Hours of work (docs/rules/working-hours.md): only what lies within the hours of a working day counts.</summary>
/// <param name="spans">Of a working day, in order.</param>
/// <param name="wallOf">What the clock on the wall shows at an instant, and back.</param>
public sealed class WorkingTime(WorkCalendar calendar, Func<DateOnly, IReadOnlyList<WorkSpan>> spans, Func<DateTimeOffset, DateTime> wallOf, Func<DateTime, DateTimeOffset> instantOf)
{
    /// <summary>A year without an hour of work: calendar or hours were filled in wrongly, and then hours are hours of the clock.</summary>
    private const int Longest = 366;

    /// <summary>When so many hours of work, at least one, have gone by; at the end of a day that is its end, not the start of the next.</summary>
    public DateTimeOffset After(DateTimeOffset from, int hours)
    {
        var (wall, left) = (wallOf(from), TimeSpan.FromHours(hours));
        var day = DateOnly.FromDateTime(wall);
        for (var idle = 0; idle <= Longest; day = day.AddDays(1))
        {
            if (!calendar.IsWorkingDay(day))
            {
                idle++;
                continue;
            }

            var before = left;
            foreach (var span in spans(day))
            {
                var (begin, end) = (day.ToDateTime(span.From), day.ToDateTime(span.To));
                begin = begin < wall ? wall : begin;
                if (end - begin >= left)
                {
                    return instantOf(begin + left);
                }

                left -= end > begin ? end - begin : TimeSpan.Zero;
            }

            idle = left < before ? 0 : idle + 1;
        }

        return from.AddHours(hours);
    }
}
