namespace Yingpan.Organization.Attendance.Rules;

/// <summary>What a day of somebody's attendance comes to.</summary>
public enum DayState
{
    /// <summary>Not a day he has to work, and he did not.</summary>
    Rest,

    /// <summary>Still to come, or today and not over.</summary>
    Open,

    OnTime,
    Late,

    /// <summary>Came in time and went before the end.</summary>
    Early,

    /// <summary>Clocked once only: whether he came or went is not known.</summary>
    OneSided,

    Absent,

    /// <summary>The whole day.</summary>
    Leave,

    /// <summary>Worked on a day he did not have to.</summary>
    Overtime,
}

/// <summary>Which part of a day is on leave.</summary>
public enum DayPart
{
    None,
    Morning,
    Afternoon,
    Whole,
}

/// <summary>When the house, or a unit of it, works.</summary>
/// <param name="NoonFrom">The break, which half a day of leave ends or begins with.</param>
/// <param name="GraceMinutes">So many minutes late are still on time.</param>
/// <param name="OvertimeAfter">Counts from so many minutes on; null counts none.</param>
public sealed record Hours(TimeOnly Start, TimeOnly NoonFrom, TimeOnly NoonTo, TimeOnly End, int GraceMinutes, int? OvertimeAfter)
{
    public static readonly Hours Usual = new(new TimeOnly(9, 0), new TimeOnly(12, 0), new TimeOnly(13, 0), new TimeOnly(18, 0), 0, 60);
}

/// <summary>When he came and went; either may be unknown.</summary>
public sealed record Clocked(TimeOnly? CameAt, TimeOnly? WentAt);

/// <param name="LateMinutes">After the start; 0 when on time.</param>
/// <param name="EarlyMinutes">Before the end; 0 when he stayed.</param>
/// <param name="LeaveHalves">Half days of leave.</param>
/// <param name="AbsentHalves">Half days neither worked nor excused.</param>
public sealed record Judged(DayState State, int LateMinutes = 0, int EarlyMinutes = 0, int OvertimeMinutes = 0, int LeaveHalves = 0, int AbsentHalves = 0);

/// <summary>Attendance of one day (docs/rules/attendance.md).</summary>
public static class Judging
{
    /// <summary>The first clocking is the coming, the last the going; what was put right counts instead.</summary>
    public static Clocked ClockedOf(IReadOnlyCollection<TimeOnly> punches, TimeOnly? rightCame, TimeOnly? rightWent)
    {
        TimeOnly? first = punches.Count > 0 ? punches.Min() : null;
        TimeOnly? last = punches.Count > 1 ? punches.Max() : null;
        if (rightCame is not null && rightWent is null && last is null && first > rightCame)
        {
            // The one clocking there was turns out to be the going.
            last = first;
        }

        return new Clocked(rightCame ?? first, rightWent ?? last);
    }

    /// <param name="isDue">A working day of his unit on which he is employed.</param>
    /// <param name="isOver">The day lies before today.</param>
    public static Judged Of(bool isDue, bool isOver, Hours hours, Clocked clocked, DayPart leave)
    {
        if (!isDue)
        {
            var worked = clocked is { CameAt: { } from, WentAt: { } to } ? Worked(from, to, hours) : 0;
            return hours.OvertimeAfter is { } least && worked > 0 && worked >= least ? new Judged(DayState.Overtime, OvertimeMinutes: worked) : new Judged(DayState.Rest);
        }

        if (leave == DayPart.Whole)
        {
            return new Judged(DayState.Leave, LeaveHalves: 2);
        }

        var halves = leave == DayPart.None ? 0 : 1;
        if (clocked.CameAt is not { } came)
        {
            return isOver ? new Judged(DayState.Absent, LeaveHalves: halves, AbsentHalves: 2 - halves) : new Judged(DayState.Open, LeaveHalves: halves);
        }

        var (start, end) = (leave == DayPart.Morning ? hours.NoonTo : hours.Start, leave == DayPart.Afternoon ? hours.NoonFrom : hours.End);
        var late = Minutes(start, came) is var behind && behind > hours.GraceMinutes ? behind : 0;
        if (clocked.WentAt is not { } went)
        {
            return new Judged(isOver ? DayState.OneSided : late > 0 ? DayState.Late : DayState.OnTime, late, LeaveHalves: halves);
        }

        // Today he may come back and go again.
        var early = isOver ? Minutes(went, end) : 0;
        var after = leave == DayPart.Afternoon ? 0 : Minutes(hours.End, went);
        return new Judged(late > 0 ? DayState.Late : early > 0 ? DayState.Early : DayState.OnTime, late, early,
            hours.OvertimeAfter is { } more && after > 0 && after >= more ? after : 0, halves);
    }

    /// <summary>Of a leave, on a day within.</summary>
    /// <param name="startsAtNoon">Its first day is worked until noon.</param>
    /// <param name="endsAtNoon">Its last day is worked from noon on.</param>
    public static DayPart PartOf(DateOnly day, DateOnly first, bool startsAtNoon, DateOnly last, bool endsAtNoon) =>
        day < first || day > last ? DayPart.None
        : day == first && startsAtNoon ? (day == last && endsAtNoon ? DayPart.None : DayPart.Afternoon)
        : day == last && endsAtNoon ? DayPart.Morning
        : DayPart.Whole;

    /// <summary>Two leaves of one day, each of a half, make a whole one.</summary>
    public static DayPart Together(DayPart one, DayPart other) =>
        one == DayPart.None ? other : other == DayPart.None || one == other ? one : DayPart.Whole;

    /// <summary>From coming to going, without what of the break lies between.</summary>
    private static int Worked(TimeOnly from, TimeOnly to, Hours hours)
    {
        var (breakFrom, breakTo) = (hours.NoonFrom > from ? hours.NoonFrom : from, hours.NoonTo < to ? hours.NoonTo : to);
        return Minutes(from, to) - Minutes(breakFrom, breakTo);
    }

    /// <summary>Whole minutes from the one to the other; 0 when the other is not later.</summary>
    private static int Minutes(TimeOnly from, TimeOnly to) => to <= from ? 0 : (int)((to.Ticks - from.Ticks) / TimeSpan.TicksPerMinute);
}
