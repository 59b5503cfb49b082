using Yingpan.Kernel;
using Yingpan.Organization.Attendance.Rules;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;

namespace Yingpan.Demo;

/// <summary>
/// Who came and went in the last three months, who was on leave, what was put right. The oldest of the months is closed, by the product's own
/// rule.
/// </summary>
internal sealed class Attendance
{
    private static readonly string[] Doors = ["总部前台", "总部东门"];
    private static readonly string[] Streets = ["客户现场", "地铁站旁", "展会现场", "仓库"];
    private static readonly string[] Reasons = ["忘带手机,同事可证明", "拜访客户后直接回家", "门禁机断电", "外出送样,回公司时已下班"];

    public required IReadOnlyList<WorkHours> Hours { get; init; }

    public required IReadOnlyList<LeaveKind> Kinds { get; init; }

    public required IReadOnlyList<LeaveEntry> Leaves { get; init; }

    public required IReadOnlyList<LeaveApplication> Applications { get; init; }

    public required IReadOnlyList<AttendancePunch> Punches { get; init; }

    public required IReadOnlyList<AttendanceCorrection> Corrections { get; init; }

    public required IReadOnlyList<AttendanceMonth> Months { get; init; }

    public required IReadOnlyList<AttendanceResult> Results { get; init; }

    public static Attendance Of(ulong seed, Days days, People people, IReadOnlyList<CalendarEntry> workDays)
    {
        var dice = new Dice(seed, "attendance");
        var founded = days.At(days.First.AddYears(-6), 540);
        var hours = HoursOf(dice, founded, days, people);
        var book = new HoursBook(hours.Select(one => one.From));
        var kinds = OrganizationSetup.LeaveKinds(() => dice.Id<LeaveKindId>(founded)).ToList();
        var calendar = new WorkCalendar(workDays.Select(entry => new SpecialDays(new Period(entry.First, entry.Last), entry.IsWorking, entry.IsPublic ? 0 : 1)));
        var first = days.MonthsAgo(2);
        var (leaves, punches, corrections, results) = (new List<LeaveEntry>(), new List<AttendancePunch>(), new List<AttendanceCorrection>(), new List<AttendanceResult>());
        var closed = Month.Of(first);
        foreach (var person in people.All.Where(person => person.Row.HiredOn <= days.Today && (person.Row.LeftOn is null || person.Row.LeftOn >= first)))
        {
            leaves.AddRange(LeavesOf(dice, person, kinds, first, days));
            var mine = leaves.FindAll(leave => leave.PersonId == person.Id);
            // Of today nothing: the demo knows the day it is filled on, not the hour.
            for (var day = first; day < days.Today; day = day.AddDays(1))
            {
                if (!person.WorksOn(day) || person.On(day) is null)
                {
                    continue;
                }

                var (holds, isDue) = (book.On(day, Path(people, person, day)), calendar.IsWorkingDay(day));
                var part = mine.Aggregate(DayPart.None, (sum, leave) => Judging.Together(sum, leave.PartOf(day)));
                var clocked = Clock(dice, person, day, holds, isDue, part, days, punches);
                var right = clocked is { CameAt: not null, WentAt: null } && dice.Chance(0.7) ? Correct(dice, person, people, day, holds, days, corrections) : null;
                if (Month.Of(day) == closed)
                {
                    var judged = Judging.Of(isDue, isOver: true, holds, new Clocked(clocked.CameAt, right?.WentAt ?? clocked.WentAt), part);
                    results.Add(Result(person, day, isDue, judged, mine.Find(leave => leave.PartOf(day) != DayPart.None)?.KindId));
                }
            }
        }

        return new Attendance
        {
            Hours = hours,
            Kinds = kinds,
            Leaves = leaves,
            Applications = [.. leaves.Select(leave => Asked(dice, leave, calendar, days)).OfType<LeaveApplication>(), .. Ahead(dice, people, kinds, calendar, days)],
            Punches = punches,
            Corrections = corrections,
            Months = [new AttendanceMonth { Month = closed, ClosedAt = days.At(closed.Plus(1).First.AddDays(4), 620), ClosedById = people["hr-head"].Id }],
            Results = results,
        };
    }

    /// <summary>The house from nine to six; the stores open later.</summary>
    private static List<WorkHours> HoursOf(Dice dice, DateTimeOffset founded, Days days, People people) =>
    [
        OrganizationSetup.Hours(dice.Id<WorkHoursId>(founded)),
        .. people.Units.Where(unit => unit.Kind == UnitKind.Store).Select(unit => new WorkHours
        {
            Id = dice.Id<WorkHoursId>(founded), UnitId = unit.UnitId, First = days.First.AddYears(-1), Start = new TimeOnly(10, 0), NoonFrom = new TimeOnly(13, 0), NoonTo = new TimeOnly(14, 0),
            End = new TimeOnly(19, 0), GraceMinutes = 5, OvertimeAfter = 60,
        }),
    ];

    private static List<UnitId> Path(People people, DemoPerson person, DateOnly day)
    {
        var path = new List<UnitId>();
        for (UnitId? next = people.UnitOf(person, day); next is { } id; next = people.Units.First(unit => unit.UnitId == id).ParentId)
        {
            path.Add(id);
        }

        return path;
    }

    private static IEnumerable<LeaveEntry> LeavesOf(Dice dice, DemoPerson person, List<LeaveKind> kinds, DateOnly first, Days days)
    {
        if (!dice.Chance(0.45))
        {
            yield break;
        }

        var from = first.AddDays(dice.Below(days.Today.DayNumber - first.DayNumber));
        var halves = dice.Below(5);
        if (person.WorksOn(from) && person.On(from) is not null && Month.Of(from.AddDays(halves / 2)) == Month.Of(from))
        {
            yield return new LeaveEntry
            {
                Id = dice.Id<LeaveEntryId>(days.At(from, 500)),
                PersonId = person.Id,
                KindId = kinds[dice.Below(4)].Id,
                First = from,
                StartsAtNoon = halves == 0,
                Last = from.AddDays(halves / 2),
                Note = halves == 0 ? "下午有事" : null,
            };
        }
    }

    /// <summary>What was asked for before it was taken; a leave in which nobody would have worked was not.</summary>
    private static LeaveApplication? Asked(Dice dice, LeaveEntry leave, WorkCalendar calendar, Days days)
    {
        var asked = days.At(leave.First.AddDays(-2), 60 * dice.Between(9, 17));
        var worked = WorkedDays(leave, calendar);
        return worked == Quantity.Zero || leave.Last >= days.Today ? null : Application(dice, leave, worked, leave.Note ?? "家中有事,工作已交接。", LeaveApplicationState.Approved, asked);
    }

    /// <summary>Of the days to come: what the superiors of the demo's sign-ins find, and one that came back.</summary>
    private static IEnumerable<LeaveApplication> Ahead(Dice dice, People people, List<LeaveKind> kinds, WorkCalendar calendar, Days days)
    {
        foreach (var (who, kind, ahead, length, reason, state) in new[]
        {
            ("phone1-1", 0, 9, 2, "陪家人体检。", LeaveApplicationState.Waiting),
            ("phone1-2", 1, 5, 0, "办理证件。", LeaveApplicationState.Returned),
            ("east-channel-1", 0, 12, 4, "回老家探亲。", LeaveApplicationState.Waiting),
            ("phone1-lead", 0, 16, 1, "孩子家长会与事务。", LeaveApplicationState.Waiting),
        })
        {
            var first = days.Today.AddDays(ahead);
            while (!calendar.IsWorkingDay(first))
            {
                first = first.AddDays(1);
            }

            var leave = new LeaveEntry { Id = default, PersonId = people[who].Id, KindId = kinds[kind].Id, First = first, Last = first.AddDays(length) };
            yield return Application(dice, leave, WorkedDays(leave, calendar), reason, state, days.At(days.Today.AddDays(-1), 60 * 10));
        }
    }

    private static LeaveApplication Application(Dice dice, LeaveEntry leave, Quantity worked, string reason, LeaveApplicationState state, DateTimeOffset asked) => new()
    {
        Id = dice.Id<LeaveApplicationId>(asked),
        PersonId = leave.PersonId,
        KindId = leave.KindId,
        First = leave.First,
        StartsAtNoon = leave.StartsAtNoon,
        Last = leave.Last,
        EndsAtNoon = leave.EndsAtNoon,
        Days = worked,
        Reason = reason,
        State = state,
        AskedAt = asked,
    };

    private static Quantity WorkedDays(LeaveEntry leave, WorkCalendar calendar) =>
        new(new Period(leave.First, leave.Last).EachDay().Where(calendar.IsWorkingDay).Sum(day => leave.PartOf(day) == DayPart.Whole ? 1000L : 500L));

    /// <summary>Most come in time; some run, some forget to clock out, few stay late. Now and then somebody comes on a Saturday.</summary>
    private static Clocked Clock(Dice dice, DemoPerson person, DateOnly day, Hours hours, bool isDue, DayPart leave, Days days, List<AttendancePunch> punches)
    {
        var outdoors = person.Sells(day) is not null && dice.Chance(0.25);
        var (from, to) = (leave == DayPart.Morning ? hours.NoonTo : hours.Start, leave == DayPart.Afternoon ? hours.NoonFrom : hours.End);
        if (leave == DayPart.Whole || (isDue ? dice.Chance(0.004) : !dice.Chance(0.01)))
        {
            return new Clocked(null, null);
        }

        var came = Add(from.AddMinutes(dice.Chance(0.06) ? dice.Between(1, 35) : -dice.Between(1, 25)));
        if (dice.Chance(0.015))
        {
            return new Clocked(came, null);
        }

        return new Clocked(came, Add(to.AddMinutes(dice.Chance(0.03) ? -dice.Between(5, 60) : dice.Chance(0.08) ? dice.Between(60, 150) : dice.Between(0, 40))));

        TimeOnly Add(TimeOnly minute)
        {
            var at = minute.Add(TimeSpan.FromSeconds(dice.Below(60)));
            punches.Add(new AttendancePunch
            {
                Id = dice.Id<AttendancePunchId>(days.At(day, (int)at.ToTimeSpan().TotalMinutes)),
                PersonId = person.Id,
                Day = day,
                At = at,
                Source = outdoors ? PunchSource.Phone : PunchSource.Machine,
                Place = outdoors ? dice.Of(Streets) : dice.Of(Doors),
            });
            return at;
        }
    }

    private static AttendanceCorrection? Correct(Dice dice, DemoPerson person, People people, DateOnly day, Hours hours, Days days, List<AttendanceCorrection> corrections)
    {
        var asked = days.At(day.AddDays(1), dice.Between(560, 700));
        var isOpen = day > days.Today.AddDays(-4);
        var correction = new AttendanceCorrection
        {
            Id = dice.Id<AttendanceCorrectionId>(asked),
            PersonId = person.Id,
            Day = day,
            WentAt = hours.End.AddMinutes(dice.Between(0, 20)),
            Reason = dice.Of(Reasons),
            State = isOpen ? CorrectionState.Open : CorrectionState.Granted,
            AskedAt = asked,
            DecidedById = isOpen ? null : people["hr-head"].Id,
            DecidedAt = isOpen ? null : asked.AddHours(3),
        };
        // Nobody decides on his own, the head of personnel neither.
        if (correction.DecidedById == person.Id)
        {
            return null;
        }

        corrections.Add(correction);
        return isOpen ? null : correction;
    }

    private static AttendanceResult Result(DemoPerson person, DateOnly day, bool isDue, Judged judged, LeaveKindId? kind) => new()
    {
        PersonId = person.Id,
        Day = day,
        State = judged.State,
        IsDue = isDue,
        LateMinutes = judged.LateMinutes,
        EarlyMinutes = judged.EarlyMinutes,
        OvertimeMinutes = judged.OvertimeMinutes,
        LeaveHalves = judged.LeaveHalves,
        LeaveKindId = judged.LeaveHalves > 0 ? kind : null,
        AbsentHalves = judged.AbsentHalves,
    };
}
