namespace Yingpan.Tests.Api.Organization;

public sealed class UnitTests
{
    [Theory, Databases]
    public async Task A_unit_is_not_put_under_itself_or_below(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        foreach (var below in new[] { "east", "team-a" })
        {
            (await Move(house, admin, "east", below)).Faults.ShouldBe(["parentId: organization.unit-under-itself"]);
        }

        (await Move(house, admin, "east", "north")).Status.ShouldBe(200);
    }

    [Theory, Databases]
    public async Task Two_moves_that_would_make_a_circle_together_do_not_both_happen(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        for (var round = 0; round < 5; round++)
        {
            var answers = await Task.WhenAll(Move(house, admin, "east", "north"), Move(house, admin, "north", "east"));
            answers.Count(answer => answer.Status == 200).ShouldBe(1, string.Join(" / ", answers.Select(answer => answer.Text)));
            await EveryUnitHangsOnTheRoot(admin);
            await Move(house, admin, "east", "company");
            await Move(house, admin, "north", "company");
        }
    }

    [Theory, Databases]
    public async Task The_root_stays_and_a_unit_in_use_stays(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await admin.Delete($"/api/units/{house.Seed.Units["company"]}", expect: 409);
        await admin.Delete($"/api/units/{house.Seed.Units["team-a"]}", expect: 409);
        (await Move(house, admin, "company", "east")).Status.ShouldBe(400);
        var empty = await admin.Post("/api/units", new { name = "新队", kind = "Team", parentId = house.Seed.Units["east"] }, 201);
        await admin.Delete($"/api/units/{empty.Id}", expect: 204);
    }

    [Theory, Databases]
    public async Task Siblings_have_different_names_also_when_added_at_once(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        object unit = new { name = "同名队", kind = "Team", parentId = house.Seed.Units["east"] };
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => admin.Post("/api/units", unit)));
        answers.Count(answer => answer.Status == 201).ShouldBe(1);
        answers.Where(answer => answer.Status != 201).ShouldAllBe(answer => answer.Status == 400 || answer.Status == 409);
    }

    [Theory, Databases]
    public async Task A_unit_that_moves_takes_its_people_s_records_along_at_once(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var director = await house.SignIn("director-n");
        (await director.Get("/api/customers", 200)).Total.ShouldBe(2);
        await Move(house, admin, "team-b", "north");
        (await director.Get("/api/customers", 200)).Total.ShouldBe(3);
    }

    [Theory, Databases]
    public async Task A_change_of_today_does_not_close_a_circle_with_one_that_is_to_come(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        (await Move(house, admin, "east", "north", "2026-09-01")).Status.ShouldBe(200);
        (await Move(house, admin, "north", "east")).Faults.ShouldBe(["parentId: organization.unit-under-itself"]);
        (await Move(house, admin, "north", "team-b", "2026-10-01")).Faults.ShouldBe(["parentId: organization.unit-under-itself"]);
        (await Move(house, admin, "team-c", "team-d")).Status.ShouldBe(200);
    }

    [Theory, Databases]
    public async Task Nothing_is_put_under_a_unit_that_is_to_close(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var (closing, version) = (house.Seed.Units["team-d"], (await admin.Get($"/api/people/{house.Seed.People["rep-b"]}", 200)).Version);
        object plan = new { name = "并队", day = "2026-10-01", steps = new[] { new { kind = "Merge", unitId = closing, targetId = house.Seed.Units["team-c"] } } };
        await admin.Post($"/api/reorganizations/{(await admin.Post("/api/reorganizations", plan, 201)).Id}/apply", expect: 200, seen: 1);
        (await Move(house, admin, "team-b", "team-d")).Faults.ShouldBe(["parentId: organization.unit-closes"]);
        (await admin.Post("/api/units", new { name = "新队", kind = "Team", parentId = closing }, 400)).Faults.ShouldBe(["parentId: organization.unit-closes"]);
        object place = new { unitId = closing, positionId = house.Seed.Positions.Values.First(), first = "2026-08-01" };
        (await admin.Send(HttpMethod.Post, $"/api/people/{house.Seed.People["rep-b"]}/placements", place, 400, seen: version)).Faults.ShouldBe(["unitId: organization.unit-closes"]);
    }

    private static async Task<Answer> Move(House house, Client admin, string unit, string parent, string? first = null)
    {
        var node = (await admin.Get("/api/units", 200)).Items.Single(item => item.GetProperty("id").GetString() == house.Seed.Units[unit]);
        return await admin.Put($"/api/units/{house.Seed.Units[unit]}", new
        {
            name = node.GetProperty("name").GetString(),
            kind = node.GetProperty("kind").GetString(),
            parentId = house.Seed.Units[parent],
            first,
        }, node.GetProperty("version").GetInt32());
    }

    private static async Task EveryUnitHangsOnTheRoot(Client admin)
    {
        var parents = (await admin.Get("/api/units", 200)).Items.ToDictionary(
            item => item.GetProperty("id").GetString()!,
            item => item.TryGetProperty("parentId", out var parent) ? parent.GetString() : null);
        foreach (var unit in parents.Keys)
        {
            var (node, steps) = (unit, 0);
            while (parents[node] is { } above)
            {
                (node, steps) = (above, steps + 1);
                steps.ShouldBeLessThanOrEqualTo(parents.Count, "a circle");
            }
        }
    }
}
