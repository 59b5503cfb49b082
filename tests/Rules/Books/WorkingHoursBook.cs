using System.Globalization;
using Yingpan.Kernel;
using Yingpan.Organization.Attendance.Rules;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;

namespace Yingpan.Tests.Rules.Books;

public sealed class WorkingHoursBook
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    public static TheoryData<int> Rows => RulePage.Rows("working-hours");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int number)
    {
        var example = RulePage.Examples("working-hours")[number];
        Time(WorkCalendarBook.China).After(At(example["from"]), int.Parse(example["hours"], CultureInfo.InvariantCulture)).ShouldBe(At(example["over"]));
    }

    [Fact]
    public void A_calendar_without_working_days_counts_by_the_clock()
    {
        var never = new WorkCalendar([new SpecialDays(new Period(new DateOnly(2026, 1, 1), new DateOnly(2029, 1, 1)), IsWorking: false, 1)]);
        Time(never).After(At("2026-07-15 10:00"), 5).ShouldBe(At("2026-07-15 15:00"));
    }

    private static WorkingTime Time(WorkCalendar calendar) => new(calendar, _ => WorkingTimes.Spans(Hours.Usual), instant => instant.ToOffset(Zone).DateTime, wall => new DateTimeOffset(wall, Zone));

    private static DateTimeOffset At(string wall) => new(DateTime.ParseExact(wall, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), Zone);
}
