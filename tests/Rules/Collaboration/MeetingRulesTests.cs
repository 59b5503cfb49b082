using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Meetings.Rules;
using Yingpan.Kernel;

namespace Yingpan.Tests.Rules.Collaboration;

public sealed class MeetingRulesTests
{
    private static readonly DateOnly Day = new(2026, 7, 15);

    [Fact]
    public void A_meeting_is_closed_with_attendance_and_where_asked_with_minutes_and_not_before_its_day()
    {
        MeetingRules.Missing(true, true, [Attendance.Present, Attendance.Excused], Day, Day).ShouldBeEmpty();
        MeetingRules.Missing(false, false, [Attendance.Present], Day, Day).ShouldBeEmpty();
        MeetingRules.Missing(true, false, [Attendance.Unknown], Day.AddDays(1), Day)
            .ShouldBe(["collaboration.meeting-ahead", "collaboration.minutes-missing", "collaboration.attendance-missing"]);
    }

    [Fact]
    public void Who_is_excused_is_not_expected_and_who_is_late_has_come()
    {
        var (amy, bob) = (new PersonId(new Guid(1, 0, 0, new byte[8])), new PersonId(new Guid(2, 0, 0, new byte[8])));
        AttendanceFact[] facts =
        [
            new(amy, Attendance.Present, 0), new(amy, Attendance.Late, 7), new(amy, Attendance.Excused, 0), new(amy, Attendance.Absent, 0), new(amy, Attendance.Unknown, 0),
            new(bob, Attendance.Late, 9), new(bob, Attendance.Present, 0),
        ];
        var figures = MeetingRules.ByPerson(facts);
        figures.Select(figure => figure.Person).ShouldBe([bob, amy], "the latest first");
        var hers = figures[1];
        (hers.Meetings, hers.Present, hers.Late, hers.LateMinutes, hers.Excused, hers.Absent).ShouldBe((4, 1, 1, 7, 1, 1));
        hers.Rate.ShouldBe(Rate.Of(2m / 3, Rounding.HalfUp));
        MeetingRules.Of(null, []).Rate.ShouldBeNull();
    }
}
