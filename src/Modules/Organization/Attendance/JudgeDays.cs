using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Attendance.Rules;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Organization.Attendance;

/// <summary>A day of somebody's attendance with what it was judged from.</summary>
internal sealed record JudgedDay
{
    public required DateOnly Day { get; init; }

    public required bool IsDue { get; init; }

    public required DayState State { get; init; }

    public TimeOnly? CameAt { get; init; }

    public TimeOnly? WentAt { get; init; }

    public string? CamePlace { get; init; }

    public string? WentPlace { get; init; }

    public required int LateMinutes { get; init; }

    public required int EarlyMinutes { get; init; }

    public required int OvertimeMinutes { get; init; }

    public required int LeaveHalves { get; init; }

    public LeaveKindId? LeaveKindId { get; init; }

    /// <summary>Which part of the day is leave by what was entered; a closed month keeps only how many halves.</summary>
    internal DayPart LeavePart { get; init; }

    public required int AbsentHalves { get; init; }

    /// <summary>A time of it was put right.</summary>
    public required bool IsCorrected { get; init; }
}

/// <summary>Brings together what a day is judged from, for many people and days at once: a handful of queries, whatever their number.</summary>
internal sealed class JudgeDays(AppDb db, CompanyClock clock, WorkCalendars calendars)
{
    private sealed record Facts(
        ILookup<PersonId, Membership> Places, ILookup<(PersonId, DateOnly), AttendancePunch> Punches, ILookup<(PersonId, DateOnly), AttendanceCorrection> Corrections,
        ILookup<PersonId, LeaveEntry> Leaves, IReadOnlyDictionary<(PersonId, DateOnly), AttendanceResult> Settled);

    private readonly Dictionary<UnitId, (WorkCalendar Calendar, IReadOnlyList<UnitId> Path)> units = [];
    private WorkCalendar? houseCalendar;
    private HoursBook? hours;

    public async Task<IReadOnlyDictionary<PersonId, IReadOnlyList<JudgedDay>>> Of(IReadOnlyList<Person> people, Period period, CancellationToken cancel)
    {
        var facts = await Load(people.Select(person => person.Id).ToList(), period, cancel);
        await Know(facts.Places.SelectMany(places => places), cancel);
        return people.ToDictionary(person => person.Id, person => (IReadOnlyList<JudgedDay>)[.. period.EachDay().Select(day => Judge(person, day, facts))]);
    }

    /// <summary>Hours and whether the day is worked, where that person stands on it.</summary>
    public async Task<(Hours Hours, bool IsDue)> For(Person person, DateOnly day, CancellationToken cancel)
    {
        var places = await db.Set<Membership>().AsNoTracking().Where(place => place.PersonId == person.Id).ToListAsync(cancel);
        await Know(places, cancel);
        return Where(person, day, places);
    }

    /// <summary>Hours and calendars of all places somebody stands in; each unit is looked up once.</summary>
    private async Task Know(IEnumerable<Membership> places, CancellationToken cancel)
    {
        hours ??= new HoursBook((await db.Set<WorkHours>().AsNoTracking().ToListAsync(cancel)).Select(one => one.From));
        houseCalendar ??= await calendars.Of(null, cancel);
        foreach (var unit in places.Select(place => place.UnitId).Distinct().Where(unit => !units.ContainsKey(unit)))
        {
            var ranks = await calendars.Ranks(unit, cancel);
            units[unit] = (await calendars.Of(ranks, null, cancel), [.. ranks.OrderByDescending(one => one.Value).Select(one => one.Key)]);
        }
    }

    private JudgedDay Judge(Person person, DateOnly day, Facts facts)
    {
        var (holds, isDue) = Where(person, day, facts.Places[person.Id]);
        var punches = facts.Punches[(person.Id, day)].OrderBy(punch => punch.At).ToList();
        var corrections = facts.Corrections[(person.Id, day)].OrderBy(one => one.DecidedAt).ToList();
        var (came, went) = (corrections.LastOrDefault(one => one.CameAt is not null)?.CameAt, corrections.LastOrDefault(one => one.WentAt is not null)?.WentAt);
        var clocked = Judging.ClockedOf([.. punches.Select(punch => punch.At)], came, went);
        var leaves = facts.Leaves[person.Id].Where(leave => leave.PartOf(day) != DayPart.None).ToList();
        var part = leaves.Aggregate(DayPart.None, (sum, leave) => Judging.Together(sum, leave.PartOf(day)));
        var settled = facts.Settled.GetValueOrDefault((person.Id, day));
        var judged = settled is null
            ? Judging.Of(isDue, day < clock.Today, holds, clocked, part)
            : new Judged(settled.State, settled.LateMinutes, settled.EarlyMinutes, settled.OvertimeMinutes, settled.LeaveHalves, settled.AbsentHalves);
        return new JudgedDay
        {
            Day = day,
            IsDue = settled?.IsDue ?? isDue,
            State = judged.State,
            CameAt = clocked.CameAt,
            WentAt = clocked.WentAt,
            CamePlace = punches.Find(punch => punch.At == clocked.CameAt)?.Place,
            WentPlace = punches.Find(punch => punch.At == clocked.WentAt)?.Place,
            LateMinutes = judged.LateMinutes,
            EarlyMinutes = judged.EarlyMinutes,
            OvertimeMinutes = judged.OvertimeMinutes,
            LeaveHalves = judged.LeaveHalves,
            LeaveKindId = settled is null ? (judged.LeaveHalves > 0 ? leaves[0].KindId : null) : settled.LeaveKindId,
            LeavePart = part,
            AbsentHalves = judged.AbsentHalves,
            IsCorrected = corrections.Count > 0,
        };
    }

    /// <summary>Where he was on that day decides: a transfer changes nothing before it.</summary>
    private (Hours Hours, bool IsDue) Where(Person person, DateOnly day, IEnumerable<Membership> places)
    {
        var place = places.FirstOrDefault(place => place.First <= day && (place.Last is null || place.Last >= day));
        var (calendar, path) = place is null ? (houseCalendar!, []) : units[place.UnitId];
        var isEmployed = day >= person.HiredOn && (person.LeftOn is null || day <= person.LeftOn);
        return (hours!.On(day, path), isEmployed && calendar.IsWorkingDay(day));
    }

    private async Task<Facts> Load(IReadOnlyList<PersonId> ids, Period period, CancellationToken cancel)
    {
        var (first, last) = (period.First, period.Last);
        return new Facts(
            (await db.Set<Membership>().AsNoTracking().Where(place => ids.Contains(place.PersonId)).ToListAsync(cancel)).ToLookup(place => place.PersonId),
            (await db.Set<AttendancePunch>().AsNoTracking().Where(punch => ids.Contains(punch.PersonId) && punch.Day >= first && punch.Day <= last).ToListAsync(cancel))
                .ToLookup(punch => (punch.PersonId, punch.Day)),
            (await db.Set<AttendanceCorrection>().AsNoTracking()
                .Where(one => ids.Contains(one.PersonId) && one.Day >= first && one.Day <= last && one.State == CorrectionState.Granted).ToListAsync(cancel))
                .ToLookup(one => (one.PersonId, one.Day)),
            (await db.Set<LeaveEntry>().AsNoTracking().Where(leave => ids.Contains(leave.PersonId) && leave.First <= last && leave.Last >= first).ToListAsync(cancel))
                .OrderBy(leave => leave.First).ToLookup(leave => leave.PersonId),
            (await db.Set<AttendanceResult>().AsNoTracking().Where(result => ids.Contains(result.PersonId) && result.Day >= first && result.Day <= last).ToListAsync(cancel))
                .ToDictionary(result => (result.PersonId, result.Day)));
    }
}
