using Microsoft.EntityFrameworkCore;
using Yingpan.Organization.Public;
using Yingpan.Tests.Api.Imports;

namespace Yingpan.Tests.Api.Organization;

/// <summary>Today is Wednesday, 15 July 2026, ten in the morning; the house works from nine to six.</summary>
public sealed class AttendanceTests
{
    [Theory, Databases]
    public async Task One_checks_in_and_out_by_the_clock_of_the_server(Database database)
    {
        await using var house = await Open(database);
        using var rep = await house.SignIn("rep-b");
        var today = await rep.Get("/api/attendance/today", 200);
        (today["state"], today["isDue"], today["now"], today["start"], today["end"], today["can"]).ShouldBe(("Open", "True", "10:00", "09:00", "18:00", "[\"in\"]"));
        var came = await rep.Post("/api/attendance/check", new { place = "客户现场" }, 200);
        (came["state"], came["lateMinutes"], came["cameAt"], came["can"]).ShouldBe(("Late", "60", "10:00", "[\"out\"]"));
        (await rep.Post("/api/attendance/check", new { }, 409)).Code.ShouldBe("organization.just-checked");
        house.Clock.Advance(TimeSpan.FromHours(8) + TimeSpan.FromMinutes(30));
        (await rep.Post("/api/attendance/check", new { }, 200))["wentAt"].ShouldBe("18:30");
        house.Clock.Advance(TimeSpan.FromHours(1));
        (await rep.Post("/api/attendance/check", new { }, 200))["wentAt"].ShouldBe("19:30"); // The last counts.
        var month = await rep.Get("/api/attendance/mine?month=2026-07", 200);
        var day = month.Json.GetProperty("days")[14];
        (day.GetProperty("state").GetString(), day.GetProperty("overtimeMinutes").GetInt32(), day.GetProperty("camePlace").GetString()).ShouldBe(("Late", 90, "客户现场"));
        (await rep.Post("/api/attendance/check", new { at = "08:00" }, 400)).Faults.ShouldBe(["at: field.unknown"]);
        using var admin = await house.SignIn("admin");
        (await admin.Post("/api/attendance/check", new { }, 409)).Code.ShouldBe("organization.no-attendance");
        (await admin.Get("/api/attendance/today", 200))["can"].ShouldBe("[]");
    }

    [Theory, Databases]
    public async Task A_half_day_of_leave_is_told_as_the_half_it_is(Database database)
    {
        await using var house = await Open(database);
        using var hr = await house.SignIn("hr");
        using var rep = await house.SignIn("rep-b");
        object Leave(bool startsAtNoon, bool endsAtNoon) => new
        {
            personId = house.Seed.People["rep-b"],
            kindId = house.Seed.Record("leave-kinds", "年假"),
            first = "2026-07-15",
            last = "2026-07-15",
            startsAtNoon,
            endsAtNoon,
        };
        var half = await hr.Post("/api/leave-entries", Leave(startsAtNoon: true, endsAtNoon: false), 201);
        (await rep.Get("/api/attendance/today", 200))["leave"].ShouldBe("Afternoon");
        await hr.Put($"/api/leave-entries/{half.Id}", Leave(startsAtNoon: false, endsAtNoon: true), 1, 200);
        (await rep.Get("/api/attendance/today", 200))["leave"].ShouldBe("Morning");
    }

    [Theory, Databases]
    public async Task While_the_superior_is_away_his_deputy_decides_on_corrections(Database database)
    {
        await using var house = await Open(database);
        using var manager = await house.SignIn("manager-a");
        using var rep = await house.SignIn("rep-a2");
        using var deputy = await house.SignIn("rep-b");
        var asked = (await rep.Post("/api/attendance-corrections", new { day = "2026-07-14", cameAt = "08:50", wentAt = "18:10", reason = "忘打卡" }, 201)).Id;
        (await deputy.Get("/api/attendance-corrections?box=ToDecide", 200)).Items.ShouldBeEmpty();
        await deputy.Post($"/api/attendance-corrections/{asked}/decide", new { grant = true }, 404);
        // For other work he is no deputy here.
        var away = await manager.Post("/api/delegations", new { deputyId = house.Seed.People["rep-b"], first = "2026-07-15", last = "2026-07-20", kinds = new[] { "general" } }, 201);
        await deputy.Post($"/api/attendance-corrections/{asked}/decide", new { grant = true }, 404);
        await manager.Put($"/api/delegations/{away.Id}", new { deputyId = house.Seed.People["rep-b"], first = "2026-07-15", last = "2026-07-20", kinds = new[] { "attendance.corrections" } }, 1, 200);
        (await deputy.Get("/api/attendance-corrections?box=ToDecide", 200)).Column("id").ShouldContain(asked);
        await deputy.Post($"/api/attendance-corrections/{asked}/decide", new { grant = true }, 200);
        (await rep.Get("/api/attendance-corrections", 200)).Items.First(row => row.GetProperty("id").GetString() == asked).GetProperty("state").GetString().ShouldBe("Granted");
    }

    [Theory, Databases]
    public async Task Two_thumbs_at_once_clock_once(Database database)
    {
        await using var house = await Open(database);
        using var rep = await house.SignIn("rep-b");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => rep.Post("/api/attendance/check", new { })));
        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        answers.Count(answer => answer.Status == 409).ShouldBe(7);
    }

    [Theory, Databases]
    public async Task The_month_sheet_adds_up_and_shows_whom_one_reaches(Database database)
    {
        await using var house = await Open(database);
        using var hr = await house.SignIn("hr");
        await hr.Import("attendance", "工号,日期,上班时间,下班时间\nP-rep-b,2026-07-13,8:55,18:00\nP-rep-b,2026-07-14,9:20,17:00\nP-rep-c,2026-07-14,9:00,18:00\n");
        using var chief = await house.SignIn("director-e");
        var rows = (await chief.Get("/api/attendance?month=2026-07&size=200", 200)).Items;
        rows.ShouldNotContain(row => row.GetProperty("name").GetString() == "员工rep-c");
        var row = rows.Single(row => row.GetProperty("name").GetString() == "员工rep-b");
        // The 1st to the 14th of July has ten working days; two of them he came.
        (row.GetProperty("due").GetInt32(), row.GetProperty("attended").GetInt32(), row.GetProperty("late").GetInt32(), row.GetProperty("lateMinutes").GetInt32(), row.GetProperty("early").GetInt32(), row.GetProperty("absentDays").GetString())
            .ShouldBe((10, 2, 1, 20, 1, "8"));
        await chief.Get($"/api/attendance/{house.Seed.People["rep-c"]}", 404);
        using var rep = await house.SignIn("rep-b");
        (await rep.Get("/api/attendance", 200)).Column("name").ShouldBe(["员工rep-b"]);
        await rep.Get($"/api/attendance/{house.Seed.People["rep-a"]}", 404);
        var file = await chief.Get("/api/attendance/export?format=csv&month=2026-07", 200);
        file.Text.ShouldContain("员工rep-b");
        file.Text.ShouldNotContain("员工rep-c");
    }

    [Theory, Databases]
    public async Task Leave_excuses_and_nobody_enters_his_own(Database database)
    {
        await using var house = await Open(database);
        using var hr = await house.SignIn("hr");
        using var manager = await house.SignIn("manager-a");
        var kind = (await hr.Get("/api/leave-kinds", 200)).Items.Single(kind => kind.GetProperty("name").GetString() == "年假").GetProperty("id").GetString();
        object Leave(string login, string first = "2026-07-13", string last = "2026-07-14", bool startsAtNoon = false, bool endsAtNoon = true) =>
            new { personId = house.Seed.People[login], kindId = kind, first, startsAtNoon, last, endsAtNoon };
        (await manager.Post("/api/leave-entries", Leave("manager-a"), 409)).Code.ShouldBe("organization.own-attendance");
        (await manager.Post("/api/leave-entries", Leave("rep-c"), 400)).Faults.ShouldBe(["personId: record.out-of-reach"]);
        var entry = await manager.Post("/api/leave-entries", Leave("rep-a2"), 201);
        (await manager.Post("/api/leave-entries", Leave("rep-a2", "2026-07-14", "2026-07-14", startsAtNoon: false, endsAtNoon: true), 400)).Faults.ShouldBe(["first: organization.leave-overlap"]);
        await manager.Post("/api/leave-entries", Leave("rep-a2", "2026-07-14", "2026-07-14", startsAtNoon: true, endsAtNoon: false), 201); // The other half.
        (await manager.Post("/api/leave-entries", Leave("rep-a2", "2026-07-20", "2026-07-20", startsAtNoon: true, endsAtNoon: true), 400)).Faults.ShouldBe(["endsAtNoon: organization.leave-nothing"]);
        var sheet = await manager.Get($"/api/attendance/{house.Seed.People["rep-a2"]}?month=2026-07", 200);
        var days = sheet.Json.GetProperty("days");
        (days[12].GetProperty("state").GetString(), days[13].GetProperty("state").GetString()).ShouldBe(("Leave", "Leave"));
        sheet.Json.GetProperty("leaves")[0].GetProperty("days").GetString().ShouldBe("2");
        await manager.Put($"/api/leave-entries/{entry.Id}", Leave("rep-a2", "2026-07-13", "2026-07-13", endsAtNoon: false), seen: 1, expect: 200);
        await manager.Put($"/api/leave-entries/{entry.Id}", Leave("rep-a2"), seen: 1, expect: 412);
        using var other = await house.SignIn("manager-c");
        await other.Delete($"/api/leave-entries/{entry.Id}", expect: 404);
        await manager.Delete($"/api/leave-entries/{entry.Id}", expect: 204);
    }

    [Theory, Databases]
    public async Task A_correction_is_decided_by_the_superior_and_by_nobody_for_himself(Database database)
    {
        await using var house = await Open(database);
        using var rep = await house.SignIn("rep-a2");
        using var other = await house.SignIn("rep-c");
        using var hr = await house.SignIn("hr");
        (await rep.Post("/api/attendance-corrections", new { day = "2026-07-16", cameAt = "09:00", reason = " " }, 400)).Faults.ShouldBe(["reason: field.required"]);
        (await rep.Post("/api/attendance-corrections", new { day = "2026-07-15", cameAt = "11:00", wentAt = "12:00", reason = "忘打卡" }, 400)).Faults.ShouldBe(["cameAt: organization.attendance-ahead", "wentAt: organization.attendance-ahead"]);
        (await rep.Post("/api/attendance-corrections", new { day = "2026-07-14", reason = "忘打卡" }, 400)).Faults.ShouldBe(["cameAt: organization.some-time"]);
        var asked = (await rep.Post("/api/attendance-corrections", new { day = "2026-07-14", cameAt = "08:50", wentAt = "18:10", reason = "忘打卡" }, 201)).Id;
        (await rep.Post("/api/attendance-corrections", new { day = "2026-07-14", cameAt = "08:40", reason = "又" }, 409)).Code.ShouldBe("organization.correction-open");
        (await rep.Post($"/api/attendance-corrections/{asked}/decide", new { grant = true }, 409)).Code.ShouldBe("organization.own-attendance");
        await other.Post($"/api/attendance-corrections/{asked}/decide", new { grant = true }, 404);
        (await hr.Post($"/api/attendance-corrections/{asked}/decide", new { grant = false }, 400)).Faults.ShouldBe(["comment: field.required"]);
        (await hr.Get("/api/attendance-corrections?box=ToDecide", 200)).Column("id").ShouldContain(asked);
        (await other.Get("/api/attendance-corrections?box=ToDecide", 200)).Total.ShouldBe(0);
        using var again = await house.SignIn("hr");
        var answers = await Task.WhenAll(hr.Post($"/api/attendance-corrections/{asked}/decide", new { grant = true }), again.Post($"/api/attendance-corrections/{asked}/decide", new { grant = false, comment = "不" }));
        answers.Select(answer => answer.Status).Order().ShouldBe([200, 409]);
        if (answers[0].Status == 200)
        {
            var day = (await rep.Get("/api/attendance/mine?month=2026-07", 200)).Json.GetProperty("days")[13];
            (day.GetProperty("state").GetString(), day.GetProperty("cameAt").GetString(), day.GetProperty("isCorrected").GetBoolean()).ShouldBe(("OnTime", "08:50", true));
        }

        (await rep.Get("/api/notifications", 200)).Column("kind").ShouldContain(answers[0].Status == 200 ? "organization.correction-granted" : "organization.correction-refused");
        (await rep.Post($"/api/attendance-corrections/{asked}/withdraw", expect: 409)).Code.ShouldBe("organization.correction-decided");
    }

    [Theory, Databases]
    public async Task Other_hours_hold_from_a_day_on_and_a_unit_may_have_its_own(Database database)
    {
        await using var house = await Open(database);
        using var hr = await house.SignIn("hr");
        object Hours(string first, string start, string? unit = null, bool followsHouse = false) =>
            new { first, start, noonFrom = "12:00", noonTo = "13:00", end = "18:00", graceMinutes = 0, unitId = unit, followsHouse };
        (await hr.Post("/api/work-hours", Hours("2026-07-14", "08:00"), 400)).Faults.ShouldBe(["first: organization.hours-past"]);
        (await hr.Post("/api/work-hours", Hours("2026-07-15", "12:30"), 400)).Faults.ShouldBe(["end: organization.hours-order"]);
        (await hr.Post("/api/work-hours", Hours("2026-07-15", "08:00", followsHouse: true), 400)).Faults.ShouldBe(["followsHouse: organization.hours-house"]);
        await hr.Post("/api/work-hours", Hours("2026-07-15", "10:30", house.Seed.Units["team-b"]), 201);
        (await hr.Post("/api/work-hours", Hours("2026-07-15", "10:00", house.Seed.Units["team-b"]), 400)).Faults.ShouldBe(["first: organization.hours-day-taken"]);
        using var rep = await house.SignIn("rep-b");
        (await rep.Get("/api/attendance/today", 200))["start"].ShouldBe("10:30");
        using var other = await house.SignIn("rep-c");
        (await other.Get("/api/attendance/today", 200))["start"].ShouldBe("09:00");
        var future = (await hr.Post("/api/work-hours", Hours("2026-08-01", "08:30"), 201)).Id;
        await hr.Delete($"/api/work-hours/{future}", expect: 204);
        var holds = (await hr.Get("/api/work-hours", 200)).Items.First(row => row.GetProperty("can").GetArrayLength() == 0).GetProperty("id").GetString();
        (await hr.Delete($"/api/work-hours/{holds}", expect: 409)).Code.ShouldBe("organization.hours-hold");
        await rep.Post("/api/work-hours", Hours("2026-08-01", "08:30"), 403);
    }

    [Theory, Databases]
    public async Task A_closed_month_changes_no_more_until_it_is_opened_with_a_reason(Database database)
    {
        await using var house = await Open(database);
        using var hr = await house.SignIn("hr");
        using var rep = await house.SignIn("rep-b");
        await hr.Import("attendance", "姓名,日期,打卡时间\nP-rep-b,2026-06-30,9:30\nP-rep-b,2026-06-30,2026/6/30 18:00\n");
        (await hr.Post("/api/attendance-months/close", new { month = "2026-07" }, 409)).Code.ShouldBe("organization.month-not-over");
        var asked = (await rep.Post("/api/attendance-corrections", new { day = "2026-06-30", cameAt = "08:50", reason = "堵车" }, 201)).Id;
        (await hr.Post("/api/attendance-months/close", new { month = "2026-06" }, 409)).Code.ShouldBe("organization.month-corrections");
        await rep.Post($"/api/attendance-corrections/{asked}/withdraw", expect: 200);
        var closers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => hr.Post("/api/attendance-months/close", new { month = "2026-06" })));
        closers.Count(answer => answer.Status == 200).ShouldBe(1);
        (await rep.Post("/api/attendance-corrections", new { day = "2026-06-30", cameAt = "08:50", reason = "堵车" }, 409)).Code.ShouldBe("organization.month-closed");
        (await hr.Import("attendance", "姓名,日期,打卡时间\nP-rep-b,2026-06-29,9:00\n")).Faults.ShouldBe(["2 日期 organization.month-closed"]);
        var kind = (await hr.Get("/api/leave-kinds", 200)).Items[0].GetProperty("id").GetString();
        (await hr.Post("/api/leave-entries", new { personId = house.Seed.People["rep-b"], kindId = kind, first = "2026-06-30", last = "2026-07-01" }, 409)).Code.ShouldBe("organization.month-closed");
        // What pay reads, whatever happens to calendars and hours.
        var late = await house.Inside(db => db.AttendanceCards.Where(card => card.PersonId == new Kernel.PersonId(Guid.Parse(house.Seed.People["rep-b"]))).SumAsync(card => card.LateMinutes));
        late.ShouldBe(30);
        await hr.Post("/api/calendar-entries", new { kind = "OwnDayOff", first = "2026-06-30", last = "2026-06-30", name = "补休" }, 201);
        var day = (await rep.Get("/api/attendance/mine?month=2026-06", 200)).Json.GetProperty("days")[29];
        (day.GetProperty("state").GetString(), day.GetProperty("lateMinutes").GetInt32()).ShouldBe(("Late", 30));
        (await hr.Post("/api/attendance-months/reopen", new { month = "2026-06", reason = " " }, 400)).Faults.ShouldBe(["reason: field.required"]);
        await rep.Post("/api/attendance-months/reopen", new { month = "2026-06", reason = "我要" }, 403);
        await hr.Post("/api/attendance-months/reopen", new { month = "2026-06", reason = "门禁时间错了" }, 200);
        (await rep.Get("/api/attendance/mine?month=2026-06", 200)).Json.GetProperty("days")[29].GetProperty("state").GetString().ShouldBe("Overtime");
        using var admin = await house.SignIn("admin");
        (await admin.Get("/api/audit?entity=organization_attendance_month", 200)).Text.ShouldContain("门禁时间错了");
    }

    [Theory, Databases]
    public async Task What_is_wrong_with_a_file_of_the_machine_is_told_line_by_line(Database database)
    {
        await using var house = await Open(database);
        using var hr = await house.SignIn("hr");
        var (_, written, faults) = await hr.Import("attendance", "姓名,日期,上班时间,下班时间\nP-rep-b,2026-07-14,8:55,18:00\nP-rep-b,2026-07-14,8:55,18:30\nP-rep-c,2026-07-14,25:00,\nP-rep-c,2026-07-13,18:00,9:00\nP-rep-c,2026-07-16,9:00,\nP-rep-d,2026-07-14,,\nP-hr,2026-07-14,9:00,18:00\n没有这人,2026-07-14,9:00,\n");
        written.ShouldBe(1); // The one line that is right, its coming and its going.
        faults.ShouldBe(
        [
            "3 上班时间 import.repeated", "4 上班时间 import.not-time", "5 下班时间 organization.went-before-came", "6 日期 organization.attendance-ahead",
            "7  organization.punch-nothing", "8 姓名 organization.own-attendance", "9 姓名 import.not-found",
        ]);
        using var manager = await house.SignIn("manager-a");
        (await manager.Import("attendance", "姓名,日期,打卡时间\nP-rep-c,2026-07-14,9:00\n")).Faults.ShouldBe(["2 姓名 record.out-of-reach"]);
    }

    /// <summary>Without the hours and clockings that the test company itself has.</summary>
    private static async Task<House> Open(Database database) => await House.Open(database, "SignIn:IdleMinutes=100000");
}
