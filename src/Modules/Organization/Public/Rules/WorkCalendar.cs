using Yingpan.Kernel;

namespace Yingpan.Organization.Public.Rules;

/// <summary>Days that are not what their weekday says: a holiday, a Saturday that is worked, a day off of the house's own.</summary>
/// <param name="Rank">Whose word it is: where two speak of the same day the higher rank holds. 0 is the public calendar's.</param>
public sealed record SpecialDays(Period Days, bool IsWorking, int Rank);

/// <summary>
/// Which days are worked (docs/rules/work-calendar.md): Monday to Friday, unless something special is said of a day.
/// </summary>
public sealed class WorkCalendar
{
    /// <summary>Ten years without a single working day: no house, but a calendar that was filled in wrongly.</summary>
    private const int Longest = 3700;

    private readonly Dictionary<DateOnly, bool> special = [];

    public WorkCalendar(IEnumerable<SpecialDays> days)
    {
        foreach (var one in days.OrderBy(one => one.Rank))
        {
            foreach (var day in one.Days.EachDay())
            {
                special[day] = one.IsWorking;
            }
        }
    }

    /// <summary>Monday to Friday, and nothing else known.</summary>
    public static WorkCalendar Weekdays { get; } = new([]);

    public bool IsWorkingDay(DateOnly day) =>
        special.TryGetValue(day, out var isWorking) ? isWorking : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>Of the period, both ends included.</summary>
    public int WorkingDays(Period period) => period.EachDay().Count(IsWorkingDay);

    /// <summary>
    /// The day that many working days later; earlier when negative. With 0 the day itself, or the next working day when it is none.
    /// Throws InvalidOperationException where ten years hold no working day.
    /// </summary>
    public DateOnly Add(DateOnly day, int workingDays)
    {
        var (step, left, idle) = (workingDays < 0 ? -1 : 1, Math.Abs(workingDays), 0);
        if (workingDays == 0 && IsWorkingDay(day))
        {
            return day;
        }

        for (left = Math.Max(left, 1); left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorkingDay(day))
            {
                (left, idle) = (left - 1, 0);
            }
            else if (++idle > Longest)
            {
                throw new InvalidOperationException("The work calendar has no working day for ten years.");
            }
        }

        return day;
    }
}
