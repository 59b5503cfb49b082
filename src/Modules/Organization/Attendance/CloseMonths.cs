using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Audit;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Organization.Attendance;

/// <summary>GET /api/attendance-months: which are closed, the newest first.</summary>
internal static class ListMonths
{
    public sealed record Row(Month Month, DateTimeOffset ClosedAt, string? ClosedByName);

    public sealed record View(IReadOnlyList<Row> Items, int Total);

    public static async Task<View> Handle(AppDb db, CancellationToken cancel)
    {
        var people = db.PersonCards;
        var months = await db.Set<AttendanceMonth>().AsNoTracking().OrderByDescending(month => month.Month)
            .Select(month => new Row(month.Month, month.ClosedAt, people.Where(person => person.Id == month.ClosedById).Select(person => person.Name).FirstOrDefault())).ToListAsync(cancel);
        return new View(months, months.Count);
    }
}

/// <summary>POST /api/attendance-months/close: what each day came to is written down, and changes no more.</summary>
internal static class CloseMonth
{
    public sealed record Request : IChecked
    {
        public required Month Month { get; init; }

        public void Check(Check check) => check.Day("month", Month.First);
    }

    public static async Task<ListMonths.View> Handle(Request request, AppDb db, Caller caller, CompanyClock clock, JudgeDays judge, CancellationToken cancel)
    {
        var month = request.Month;
        if (month.Last >= clock.Today)
        {
            throw Refusal.Conflict("organization.month-not-over", ("month", month));
        }

        await MonthIsOpen.Require(db, month.First, cancel);
        var (first, last) = (month.First, month.Last);
        var waiting = await db.Set<AttendanceCorrection>().CountAsync(one => one.State == CorrectionState.Open && one.Day >= first && one.Day <= last, cancel);
        if (waiting > 0)
        {
            throw Refusal.Conflict("organization.month-corrections", ("month", month), ("count", waiting));
        }

        db.Add(new AttendanceMonth { Month = month, ClosedAt = clock.Now, ClosedById = caller.Person });
        var people = await db.Set<Person>().AsNoTracking().Where(person => person.HiredOn <= last && (person.LeftOn == null || person.LeftOn >= first)).OrderBy(person => person.Id).ToListAsync(cancel);
        foreach (var some in people.Chunk(200))
        {
            var days = await judge.Of(some, month.Period, cancel);
            db.AddRange(days.SelectMany(one => one.Value.Select(day => new AttendanceResult
            {
                PersonId = one.Key,
                Day = day.Day,
                State = day.State,
                IsDue = day.IsDue,
                LateMinutes = day.LateMinutes,
                EarlyMinutes = day.EarlyMinutes,
                OvertimeMinutes = day.OvertimeMinutes,
                LeaveHalves = day.LeaveHalves,
                LeaveKindId = day.LeaveKindId,
                AbsentHalves = day.AbsentHalves,
            })));
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }

        await db.SaveChangesAsync(cancel);
        return await ListMonths.Handle(db, cancel);
    }
}

/// <summary>POST /api/attendance-months/reopen: with a reason, which the trail keeps.</summary>
internal static class ReopenMonth
{
    public sealed record Request : IChecked
    {
        public required Month Month { get; init; }

        public required string Reason { get; init; }

        public void Check(Check check)
        {
            check.Day("month", Month.First);
            check.Text("reason", Reason, 200, lines: true);
        }
    }

    public static async Task<ListMonths.View> Handle(Request request, AppDb db, AuditNotes notes, CancellationToken cancel)
    {
        await db.LockCompany(cancel);
        var month = await db.Set<AttendanceMonth>().FirstOrDefaultAsync(month => month.Month == request.Month, cancel)
            ?? throw Refusal.Conflict("organization.month-not-closed", ("month", request.Month));
        var (first, last) = (request.Month.First, request.Month.Last);
        db.Remove(month);
        await db.Set<AttendanceResult>().Where(result => result.Day >= first && result.Day <= last).ExecuteDeleteAsync(cancel);
        notes.Add("organization_attendance_month", request.Month.ToString(), "reopened", request.Reason.Clean());
        await db.SaveChangesAsync(cancel);
        return await ListMonths.Handle(db, cancel);
    }
}
