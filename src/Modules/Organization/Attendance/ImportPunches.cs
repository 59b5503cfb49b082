using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Modules;

namespace Yingpan.Organization.Attendance;

/// <summary>
/// What the machine at the door wrote down. Some write a line for each clocking (one time), some a line for each day (came and went): both
/// are taken, also mixed.
/// </summary>
internal sealed class ImportPunches(CompanyClock clock) : IImporter
{
    private static readonly string[] Formats = ["H:mm", "HH:mm", "H:mm:ss", "HH:mm:ss"];

    private readonly ImportLookup<PersonId> people = PeopleLookup.New();
    private ReachedPeople? reached;
    private HashSet<Month>? closed;

    public string Kind => "attendance";

    public Permission Permission => OrganizationPermissions.EditAttendance;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("personName", true, "姓名", "工号", "人员", "员工", "employee", "person", "staff no"),
        new("day", true, "日期", "考勤日期", "打卡日期", "date"),
        new("at", false, "打卡时间", "刷卡时间", "时间", "time", "clock time"),
        new("cameAt", false, "上班时间", "签到", "签到时间", "上班打卡", "check in", "clock in"),
        new("wentAt", false, "下班时间", "签退", "签退时间", "下班打卡", "check out", "clock out"),
        new("place", false, "地点", "设备", "打卡地点", "place", "device"),
    ];

    public async Task Take(IReadOnlyList<ImportRow> rows, ImportRun run, CancellationToken cancel)
    {
        reached ??= await new Reach(run.Db, run.Caller, clock).Among(OrganizationPermissions.EditAttendance, cancel);
        if (run.Writes)
        {
            // Whoever closes a month meanwhile waits for this batch.
            await run.Db.LockCompany(cancel);
        }

        closed = (await run.Db.Set<AttendanceMonth>().Select(month => month.Month).ToListAsync(cancel)).ToHashSet();
        await people.Load(run, rows, "personName", cancel);
        var read = rows.Select(row => (Row: row, Punches: Read(row, run))).ToList();
        var ids = read.SelectMany(one => one.Punches).Select(punch => punch.PersonId).Distinct().ToList();
        var days = read.SelectMany(one => one.Punches).Select(punch => punch.Day).Distinct().ToList();
        var there = (await run.Db.Set<AttendancePunch>().Where(punch => ids.Contains(punch.PersonId) && days.Contains(punch.Day))
            .Select(punch => new { punch.PersonId, punch.Day, punch.At }).ToListAsync(cancel)).Select(punch => (punch.PersonId, punch.Day, punch.At)).ToHashSet();
        foreach (var (row, punches) in read)
        {
            foreach (var punch in punches.Where(_ => !row.HasFaults))
            {
                var column = row.Has("at") ? "at" : punch == punches[0] && row.Has("cameAt") ? "cameAt" : "wentAt";
                if (there.Contains((punch.PersonId, punch.Day, punch.At)))
                {
                    run.Fault(row, column, "organization.punch-there", ("time", punch.At.ToString("HH:mm:ss", CultureInfo.InvariantCulture)));
                }
                else if (run.SeenBefore("punch", $"{punch.PersonId} {punch.Day.DayNumber.ToString(CultureInfo.InvariantCulture)} {punch.At.Ticks.ToString(CultureInfo.InvariantCulture)}"))
                {
                    run.Fault(row, column, "import.repeated", ("value", row[column]));
                }
            }

            foreach (var punch in punches.Where(_ => !row.HasFaults))
            {
                run.Create(row, punch, punch.Id);
            }
        }
    }

    /// <summary>None when the line has faults.</summary>
    private List<AttendancePunch> Read(ImportRow row, ImportRun run)
    {
        var person = row.Required("personName", people.Find(row, "personName", run));
        var day = row.Required("day", row.Day("day"));
        var (at, came, went) = (Time(row, "at", run), Time(row, "cameAt", run), Time(row, "wentAt", run));
        var place = row.Text("place", 120);
        if (!row.HasFaults)
        {
            Check(row, run, person, day, at, came, went);
        }

        return row.HasFaults ? [] : [.. new[] { at, came, went }.OfType<TimeOnly>().Distinct().Select(time => new AttendancePunch
        {
            Id = Id.New<AttendancePunchId>(),
            PersonId = person,
            Day = day,
            At = time,
            Source = PunchSource.Machine,
            Place = place,
            ImportId = run.ImportId,
        })];
    }

    private void Check(ImportRow row, ImportRun run, PersonId person, DateOnly day, TimeOnly? at, TimeOnly? came, TimeOnly? went)
    {
        if (!reached!.Contains(person) || person == run.Caller.Person)
        {
            run.Fault(row, "personName", person == run.Caller.Person ? "organization.own-attendance" : "record.out-of-reach");
        }
        else if (day > clock.Today)
        {
            run.Fault(row, "day", "organization.attendance-ahead");
        }
        else if (closed!.Contains(Month.Of(day)))
        {
            run.Fault(row, "day", "organization.month-closed", ("month", Month.Of(day)));
        }
        else if (at is null && came is null && went is null)
        {
            run.Fault(row, null, "organization.punch-nothing");
        }
        else if (went <= came)
        {
            run.Fault(row, "wentAt", "organization.went-before-came");
        }
    }

    /// <summary>"8:55", "08:55:31", "2026/7/1 8:55", or the fraction of a day that a spreadsheet keeps.</summary>
    private static TimeOnly? Time(ImportRow row, string column, ImportRun run)
    {
        if (row.Text(column) is not { } text)
        {
            return null;
        }

        if (TimeOnly.TryParseExact(text.Split(' ')[^1], Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part) && part is >= 0 and < 1)
        {
            return TimeOnly.FromTimeSpan(TimeSpan.FromSeconds((double)Math.Min(Math.Round(part * 86_400), 86_399)));
        }

        run.Fault(row, column, "import.not-time");
        return null;
    }
}
