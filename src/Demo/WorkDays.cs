using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;
using Yingpan.Organization.WorkDays;

namespace Yingpan.Demo;

/// <summary>The public calendar as the product brings it, and what the company adds to it.</summary>
internal static class WorkDays
{
    /// <summary>Of the house as a whole.</summary>
    public static WorkCalendar Calendar(IEnumerable<CalendarEntry> entries) => new(entries.Where(entry => entry.UnitId is null)
        .Select(entry => new SpecialDays(new Period(entry.First, entry.Last), entry.IsWorking, entry.IsPublic ? 0 : 1)));

    public static IReadOnlyList<CalendarEntry> Of(ulong seed, Days days)
    {
        var dice = new Dice(seed, "work days");
        var founded = days.At(days.First.AddYears(-6), 540);
        return
        [
            .. ShippedHolidays.All.Select(holiday => holiday.Entry(dice.Id<CalendarEntryId>(founded))),
            .. new[] { days.Today.Year - 1, days.Today.Year }.Select(year => new CalendarEntry
            {
                Id = dice.Id<CalendarEntryId>(founded),
                Kind = CalendarEntryKind.OwnDayOff,
                First = new DateOnly(year, 8, 18),
                Last = new DateOnly(year, 8, 18),
                Name = "公司成立纪念日",
                NameEn = "Foundation day",
            }),
        ];
    }
}
