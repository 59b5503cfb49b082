using Yingpan.Tests.Api.Imports;

namespace Yingpan.Tests.Api.Organization;

public sealed class WorkCalendarTests
{
    [Theory, Databases]
    public async Task A_new_house_knows_the_public_days_of_its_years(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        var year = await rep.Get("/api/work-calendar?year=2026", 200, language: "en");
        // 248 public ones, and the house's own day off on a Tuesday.
        (year.Number("workingDays"), year.Json.GetProperty("months")[9].GetProperty("workingDays").GetInt32()).ShouldBe((247, 18));
        Day(year, "2026-10-10").ShouldBe("MakeUpDay True National Day");
        Day(year, "2026-08-18").ShouldBe("OwnDayOff False 厂庆");
        (await rep.Get("/api/work-calendar?year=2007", 200)).Number("workingDays").ShouldBe(249);
        (await rep.Get("/api/work-calendar?year=1800", 400)).Faults.ShouldBe(["year: field.range"]);
        (await rep.Get("/api/calendar-entries?year=2026&size=100&kind=PublicHoliday", 200)).Column("name").ShouldBe(["元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"]);
    }

    [Theory, Databases]
    public async Task A_unit_s_own_days_hold_for_it_and_below_and_nowhere_else(Database database)
    {
        await using var house = await House.Open(database);
        using var hr = await house.SignIn("hr");
        await Enter(hr, "OwnDayOff", "2026-07-20", "2026-07-21", "华东团建", house.Seed.Units["east"], 201);
        await Enter(hr, "OwnWorkingDay", "2026-07-21", "2026-07-21", "上海队加班", house.Seed.Units["team-a"], 201);
        (await July(hr, "")).ShouldBe(23);
        (await July(hr, $"&unit={house.Seed.Units["east"]}")).ShouldBe(21);
        (await July(hr, $"&unit={house.Seed.Units["team-b"]}")).ShouldBe(21);
        (await July(hr, $"&unit={house.Seed.Units["team-a"]}")).ShouldBe(22);
        (await July(hr, $"&unit={house.Seed.Units["north"]}")).ShouldBe(23);
    }

    [Theory, Databases]
    public async Task The_board_s_time_progress_goes_by_the_calendar(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        const string October = "/api/board?from=2026-10-01&to=2026-10-31";
        (await WorkingDays(admin, October)).ShouldBe(18);
        await Enter(admin, "OwnDayOff", "2026-10-12", "2026-10-13", "盘点", house.Seed.Units["east"], 201);
        (await WorkingDays(admin, October)).ShouldBe(18);
        (await WorkingDays(admin, $"{October}&unit={house.Seed.Units["team-a"]}")).ShouldBe(16);

        // A house that keeps Monday to Friday knows no public days; its own ones stay.
        var company = await admin.Get("/api/company", 200);
        await admin.Put("/api/company", new { name = "试金石", nameEn = "Touchstone", timeZone = "Asia/Shanghai", currency = "CNY", fiscalYearStart = 1, calendar = "Weekdays" }, company.Version, 200);
        (await WorkingDays(admin, October)).ShouldBe(22);
        (await WorkingDays(admin, $"{October}&unit={house.Seed.Units["team-a"]}")).ShouldBe(20);
    }

    [Theory, Databases]
    public async Task Nothing_is_said_twice_of_a_day_and_public_days_are_everybody_s(Database database)
    {
        await using var house = await House.Open(database);
        using var hr = await house.SignIn("hr");
        (await Enter(hr, "MakeUpDay", "2026-10-07", "2026-10-07", "重叠", null, 400)).Faults.ShouldBe(["first: organization.calendar-overlap"]);
        (await Enter(hr, "OwnDayOff", "2026-12-30", "2027-01-02", "跨年", null, 400)).Faults.ShouldBe(["last: organization.calendar-one-year"]);
        (await Enter(hr, "PublicHoliday", "2027-01-01", "2027-01-01", "元旦", house.Seed.Units["east"], 400)).Faults.ShouldBe(["unitId: organization.calendar-public-unit"]);
        // Of five at once one is entered.
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Enter(hr, "PublicHoliday", "2027-01-01", "2027-01-03", "元旦", null, 0)));
        answers.Count(answer => answer.Status == 201).ShouldBe(1);
        using var rep = await house.SignIn("rep-a");
        await Enter(rep, "OwnDayOff", "2027-02-01", "2027-02-01", "不许", null, 403);
    }

    [Theory, Databases]
    public async Task A_year_is_imported_undone_and_taken_over_from_the_product(Database database)
    {
        await using var house = await House.Open(database);
        using var hr = await house.SignIn("hr");
        var import = await hr.Upload("calendar-entries", "节日,类型,开始日期,结束日期\n元旦,放假,2027-01-01,2027-01-03\n春节,放假,2027-02-05,2027-02-11\n春节,调休上班,2027-01-30,\n春节,补班,2027-02-11,\n");
        (await hr.Step(import.Id, "check")).Number("faultCount").ShouldBe(1);
        (await hr.Get($"/api/imports/{import.Id}/faults", 200)).Column("code").ShouldBe(["organization.calendar-overlap"]);
        (await hr.Step(import.Id, "apply", new { mode = "ValidLines" }))["state"].ShouldBe("Applied");
        var year = await hr.Get("/api/work-calendar?year=2027", 200);
        (Day(year, "2027-01-30"), Day(year, "2027-02-08")).ShouldBe(("MakeUpDay True 春节", "PublicHoliday False 春节"));
        (await hr.Step(import.Id, "undo"))["state"].ShouldBe("Undone");
        (await hr.Get("/api/work-calendar?year=2027", 200)).Json.GetProperty("days").GetArrayLength().ShouldBe(0);

        (await hr.Post("/api/work-calendar/2027/take-over", expect: 404)).Code.ShouldBe("organization.calendar-not-shipped");
        (await hr.Post("/api/work-calendar/2026/take-over", expect: 409)).Code.ShouldBe("organization.calendar-year-there");
        foreach (var entry in (await hr.Get("/api/calendar-entries?year=2025&size=100", 200)).Column("id"))
        {
            await hr.Delete($"/api/calendar-entries/{entry}", expect: 204);
        }

        (await hr.Get("/api/work-calendar?year=2025", 200)).Json.GetProperty("canTakeOver").GetBoolean().ShouldBeTrue();
        await hr.Post("/api/work-calendar/2025/take-over", expect: 200);
        (await hr.Get("/api/work-calendar?year=2025", 200)).Number("workingDays").ShouldBe(248);
    }

    private static Task<Answer> Enter(Client client, string kind, string first, string last, string name, string? unitId, int expect) =>
        client.Post("/api/calendar-entries", new { kind, first, last, name, unitId }, expect);

    private static async Task<int> July(Client client, string unit) =>
        (await client.Get($"/api/work-calendar?year=2026{unit}", 200)).Json.GetProperty("months")[6].GetProperty("workingDays").GetInt32();

    private static async Task<int> WorkingDays(Client client, string board) =>
        (await client.Get(board, 200)).Json.GetProperty("pace").GetProperty("workingDays").GetInt32();

    private static string Day(Answer year, string day)
    {
        var found = year.Json.GetProperty("days").EnumerateArray().Single(one => one.GetProperty("day").GetString() == day);
        return $"{found.GetProperty("kind")} {found.GetProperty("isWorking")} {found.GetProperty("name")}";
    }
}
