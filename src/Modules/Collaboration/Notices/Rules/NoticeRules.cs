using Yingpan.Organization.Public.Rules;

namespace Yingpan.Collaboration.Notices.Rules;

internal static class NoticeRules
{
    /// <summary>
    /// Is somebody who has not confirmed to be reminded today? Once in the working days before the last day, on that day, and every so many
    /// days after it.
    /// </summary>
    /// <param name="confirmBy">The last day to confirm.</param>
    /// <param name="reminded">The last day on which he was.</param>
    public static bool IsDue(DateOnly confirmBy, DateOnly? reminded, DateOnly today, int before, int every, WorkCalendar calendar)
    {
        if (today > confirmBy)
        {
            return reminded is not { } last || last <= confirmBy || last.AddDays(every) <= today;
        }

        return today == confirmBy
            ? reminded is null || reminded < today
            : calendar.Add(today, before) >= confirmBy && (reminded is not { } earlier || calendar.Add(earlier, before) < confirmBy);
    }
}
