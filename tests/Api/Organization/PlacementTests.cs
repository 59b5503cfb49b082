namespace Yingpan.Tests.Api.Organization;

public sealed class PlacementTests
{
    [Theory, Databases]
    public async Task A_transfer_takes_effect_on_its_day_and_yesterday_stays_as_it_was(Database database)
    {
        await using var house = await House.Open(database, "SignIn:IdleMinutes=100000", "SignIn:AbsoluteHours=10000");
        using var admin = await house.SignIn("admin");
        using var managerA = await house.SignIn("manager-a");
        using var managerC = await house.SignIn("manager-c");
        var customer = $"/api/customers/{house.Seed.Record("customers", "客户rep-a")}";
        await Place(house, admin, "rep-a", "team-c", "2026-08-01", 200);

        await managerA.Get(customer, 200);
        await managerC.Get(customer, 404);
        house.Clock.Advance(TimeSpan.FromDays(17));
        await managerA.Get(customer, 404);
        await managerC.Get(customer, 200);

        var stays = (await admin.Get($"/api/people/{house.Seed.People["rep-a"]}", 200)).Json.GetProperty("placements").EnumerateArray()
            .Select(stay => (stay.GetProperty("unitName").GetString(), stay.GetProperty("first").GetString(), stay.TryGetProperty("last", out var last) ? last.GetString() : null));
        stays.ShouldBe([("北京队", "2026-08-01", null), ("上海队", "2024-01-01", "2026-07-31")]);
    }

    [Theory, Databases]
    public async Task Goals_of_days_to_come_go_along_to_the_new_unit(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var person = house.Seed.People["rep-a"];
        var ahead = (await admin.Post("/api/goals", new { personId = person, first = "2026-10-01", last = "2026-12-31", amount = "5000.00" }, 201)).Id;
        await Place(house, admin, "rep-a", "team-c", "2026-08-01", 200);
        (await admin.Get($"/api/goals/{ahead}", 200))["unitName"].ShouldBe("北京队");
        (await admin.Get($"/api/goals?person={person}&to=2026-09-30", 200)).Items.ShouldHaveSingleItem().GetProperty("unitName").GetString().ShouldBe("上海队");
    }

    [Theory, Databases]
    public async Task The_day_changes_at_midnight_of_the_company_s_time_zone(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var managerC = await house.SignIn("manager-c");
        await Place(house, admin, "rep-a", "team-c", "2026-07-16", 200);
        // It is ten in the morning; midnight in Shanghai is fourteen hours away, in Greenwich twenty-two.
        house.Clock.Advance(new TimeSpan(0, 13, 59, 59));
        using (var late = await house.SignIn("manager-c"))
        {
            (await late.Get("/api/customers", 200)).Total.ShouldBe(1);
        }

        house.Clock.Advance(TimeSpan.FromSeconds(31));
        using var next = await house.SignIn("manager-c");
        (await next.Get("/api/customers", 200)).Total.ShouldBe(2);
    }

    [Theory, Databases]
    public async Task A_person_is_in_one_place_on_any_day(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await Place(house, admin, "rep-a", "team-b", "2026-09-01", 200);
        (await Place(house, admin, "rep-a", "team-c", "2026-08-01", 400)).Faults.ShouldBe(["first: organization.placement-in-the-way"]);
        (await Place(house, admin, "rep-a", "team-c", "2026-09-01", 400)).Faults.ShouldBe(["first: organization.placement-in-the-way"]);
        (await Place(house, admin, "rep-b", "team-c", "2023-12-31", 400)).Faults.ShouldContain("first: organization.before-hire");
        (await Place(house, admin, "rep-b", "team-c", "1800-01-01", 400)).Faults.ShouldBe(["first: field.year"]);
    }

    [Theory, Databases]
    public async Task Of_two_placements_at_once_one_is_told_that_it_came_second(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        // All who come at once have seen the same.
        var seen = (await admin.Get($"/api/people/{house.Seed.People["rep-a"]}", 200)).Version;
        var answers = await Task.WhenAll(new[] { ("team-b", "2026-08-01"), ("team-c", "2026-09-01"), ("team-d", "2026-10-01") }
            .Select(one => PlaceSeeing(house, admin, "rep-a", one.Item1, one.Item2, seen, 0)));
        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        answers.Count(answer => answer.Status == 412).ShouldBe(2);
    }

    private static async Task<Answer> Place(House house, Client admin, string login, string unit, string first, int expect = 0) =>
        await PlaceSeeing(house, admin, login, unit, first, (await admin.Get($"/api/people/{house.Seed.People[login]}", 200)).Version, expect);

    private static Task<Answer> PlaceSeeing(House house, Client admin, string login, string unit, string first, int seen, int expect) =>
        admin.Post($"/api/people/{house.Seed.People[login]}/placements",
            new { unitId = house.Seed.Units[unit], positionId = house.Seed.Positions["销售代表"], first }, expect, seen: seen);
}
