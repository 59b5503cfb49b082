using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Attendance.Rules;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Organization.Attendance;

/// <summary>GET /api/attendance/today: the caller's own day so far.</summary>
internal static class ReadToday
{
    public sealed record View
    {
        public required DateOnly Day { get; init; }

        /// <summary>By the clock of the server, which is the one that counts.</summary>
        public required TimeOnly Now { get; init; }

        public required bool IsDue { get; init; }

        public required TimeOnly Start { get; init; }

        public required TimeOnly End { get; init; }

        public required DayState State { get; init; }

        public TimeOnly? CameAt { get; init; }

        public TimeOnly? WentAt { get; init; }

        public required int LateMinutes { get; init; }

        public required DayPart Leave { get; init; }

        /// <summary>"in" or "out": what the button does now. Going can be pressed again, the last counts.</summary>
        public IReadOnlyList<string> Can { get; init; } = [];
    }

    public static async Task<View> Handle(AppDb db, Caller caller, CompanyClock clock, JudgeDays judge, CancellationToken cancel)
    {
        var (today, now) = (clock.Today, clock.TimeOf(clock.Now));
        if (caller.Person is not { } me || await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(person => person.Id == me, cancel) is not { } person)
        {
            return new View { Day = today, Now = now, IsDue = false, Start = Hours.Usual.Start, End = Hours.Usual.End, State = DayState.Rest, LateMinutes = 0, Leave = DayPart.None };
        }

        var day = (await judge.Of([person], new Period(today, today), cancel))[me][0];
        var (hours, _) = await judge.For(person, today, cancel);
        return new View
        {
            Day = today,
            Now = now,
            IsDue = day.IsDue,
            Start = hours.Start,
            End = hours.End,
            State = day.State,
            CameAt = day.CameAt,
            WentAt = day.WentAt,
            LateMinutes = day.LateMinutes,
            Leave = day.LeaveHalves switch { 2 => DayPart.Whole, 1 => day.LeavePart, _ => DayPart.None },
            Can = person.LeftOn < today ? [] : day.CameAt is null ? ["in"] : ["out"],
        };
    }
}

/// <summary>POST /api/attendance/check: I am here, or I go. Now, by the clock of the server, and only for oneself.</summary>
internal static class CheckIn
{
    public sealed record Request : IChecked
    {
        /// <summary>Where he says he is.</summary>
        public string? Place { get; init; }

        public void Check(Check check) => check.OptionalText("place", Place, 120);
    }

    public static async Task<ReadToday.View> Handle(Request request, AppDb db, Caller caller, CompanyClock clock, JudgeDays judge, CancellationToken cancel)
    {
        if (caller.Person is not { } me)
        {
            throw Refusal.Conflict("organization.no-attendance");
        }

        // Two phones of one person wait for each other.
        await db.LockPerson(me, cancel);
        var (today, now) = (clock.Today, clock.TimeOf(clock.Now));
        if (await db.Set<Person>().AnyAsync(person => person.Id == me && (person.LeftOn < today || person.HiredOn > today), cancel))
        {
            throw Refusal.Conflict("organization.no-attendance");
        }

        var minute = now > TimeOnly.MinValue.AddMinutes(1) ? now.AddMinutes(-1) : TimeOnly.MinValue;
        var last = await db.Set<AttendancePunch>().Where(punch => punch.PersonId == me && punch.Day == today && punch.At > minute && punch.At <= now).Select(punch => (TimeOnly?)punch.At).MaxAsync(cancel);
        if (last is { } before)
        {
            // A thumb that presses twice has not come and gone.
            throw Refusal.Conflict("organization.just-checked", ("time", before.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        }

        db.Add(new AttendancePunch { Id = Id.New<AttendancePunchId>(), PersonId = me, Day = today, At = now, Source = PunchSource.Phone, Place = request.Place.CleanOrNull() });
        await db.SaveChangesAsync(cancel);
        return await ReadToday.Handle(db, caller, clock, judge, cancel);
    }
}

internal static class MonthIsOpen
{
    public static async Task<bool> Is(AppDb db, DateOnly day, CancellationToken cancel)
    {
        var month = Month.Of(day);
        return !await db.Set<AttendanceMonth>().AnyAsync(closed => closed.Month == month, cancel);
    }

    public static Task Require(AppDb db, DateOnly day, CancellationToken cancel) => Require(db, new Period(day, day), cancel);

    /// <summary>Nothing of a closed month changes silently. Whoever closes one meanwhile waits, or is waited for.</summary>
    public static async Task Require(AppDb db, Period period, CancellationToken cancel)
    {
        await db.LockCompany(cancel);
        var months = period.Months().ToList();
        var closed = await db.Set<AttendanceMonth>().Where(month => months.Contains(month.Month)).Select(month => (Month?)month.Month).FirstOrDefaultAsync(cancel);
        if (closed is { } month)
        {
            throw Refusal.Conflict("organization.month-closed", ("month", month));
        }
    }
}
