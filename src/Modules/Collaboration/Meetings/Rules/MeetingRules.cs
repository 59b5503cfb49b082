using Yingpan.Collaboration.Data;
using Yingpan.Kernel;

namespace Yingpan.Collaboration.Meetings.Rules;

/// <summary>What somebody did at meetings that were held.</summary>
internal sealed record AttendanceFact(PersonId Person, Attendance Attendance, int LateMinutes);

/// <param name="Rate">Present or late of all but the excused; null when there were none.</param>
internal sealed record AttendanceFigure(PersonId? Person, int Meetings, int Present, int Late, int LateMinutes, int Excused, int Absent, Rate? Rate);

internal static class MeetingRules
{
    /// <summary>Why a meeting can't be closed now: the codes; empty when it can.</summary>
    public static IReadOnlyList<string> Missing(bool needsMinutes, bool hasMinutes, IEnumerable<Attendance> attendance, DateOnly day, DateOnly today) =>
    [
        .. day > today ? new[] { "collaboration.meeting-ahead" } : [],
        .. needsMinutes && !hasMinutes ? new[] { "collaboration.minutes-missing" } : [],
        .. attendance.Contains(Attendance.Unknown) ? new[] { "collaboration.attendance-missing" } : [],
    ];

    /// <summary>The latest minute in all first, then who was absent most.</summary>
    public static IReadOnlyList<AttendanceFigure> ByPerson(IEnumerable<AttendanceFact> facts) =>
    [
        .. facts.GroupBy(fact => fact.Person).Select(group => Of(group.Key, group))
            .OrderByDescending(figure => figure.LateMinutes).ThenByDescending(figure => figure.Late).ThenByDescending(figure => figure.Absent).ThenBy(figure => figure.Person!.Value.Value),
    ];

    public static AttendanceFigure Of(PersonId? person, IEnumerable<AttendanceFact> facts)
    {
        var all = facts.Where(fact => fact.Attendance != Attendance.Unknown).ToList();
        int Count(Attendance attendance) => all.Count(fact => fact.Attendance == attendance);
        var (came, expected) = (Count(Attendance.Present) + Count(Attendance.Late), all.Count - Count(Attendance.Excused));
        return new AttendanceFigure(
            person, all.Count, Count(Attendance.Present), Count(Attendance.Late), all.Sum(fact => fact.LateMinutes), Count(Attendance.Excused), Count(Attendance.Absent),
            expected == 0 ? null : Rate.Of((decimal)came / expected, Rounding.HalfUp));
    }
}
