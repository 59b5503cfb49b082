namespace Yingpan.Tests.Api.Territories;

public sealed class TerritoryTests
{
    [Theory, Databases]
    public async Task One_answers_for_a_territory_on_any_day_and_the_past_keeps_its_holder(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var path = $"/api/territories/{house.Seed.Record("territories", "上海")}";
        await Hold(house, admin, path, "rep-b", responsible: true, "2026-08-01", null, 200);
        var holders = (await admin.Get(path, 200)).Json.GetProperty("holders").EnumerateArray()
            .Select(holder => (holder.GetProperty("personName").GetString(), holder.GetProperty("first").GetString(), holder.TryGetProperty("last", out var last) ? last.GetString() : null));
        holders.ShouldBe([("员工rep-b", "2026-08-01", null), ("员工rep-a", "2024-01-01", "2026-07-31")]);
        (await admin.Get($"/api/territories?q={house.Seed.Records.First(record => record.Name == "上海").Canaries[0]}", 200)).Column("holderName").ShouldBe(["员工rep-a"]);
    }

    [Theory, Databases]
    public async Task A_holder_is_not_put_before_or_over_another(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var path = $"/api/territories/{house.Seed.Record("territories", "上海")}";
        (await Hold(house, admin, path, "rep-b", true, "2023-01-01", null, 400)).Faults.ShouldBe(["first: territories.responsible-in-the-way"]);
        (await Hold(house, admin, path, "rep-a", false, "2026-01-01", null, 400)).Faults.ShouldBe(["personId: territories.holds-already"]);
        (await Hold(house, admin, path, "rep-b", false, "2026-08-01", "2026-07-01", 400)).Faults.ShouldBe(["first: field.period-backwards"]);
        await Hold(house, admin, path, "rep-b", false, "2026-01-01", "2026-12-31", 200);
    }

    [Theory, Databases]
    public async Task A_territory_is_not_put_under_itself_also_by_two_at_once(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var (shanghai, beijing) = (house.Seed.Record("territories", "上海"), house.Seed.Record("territories", "北京"));
        (await Move(admin, shanghai, shanghai)).Faults.ShouldBe(["parentId: territories.under-itself"]);
        for (var round = 0; round < 5; round++)
        {
            var answers = await Task.WhenAll(Move(admin, shanghai, beijing), Move(admin, beijing, shanghai));
            answers.Count(answer => answer.Status == 200).ShouldBe(1, string.Join(" / ", answers.Select(answer => answer.Text)));
            await Move(admin, shanghai, null);
            await Move(admin, beijing, null);
        }
    }

    [Theory, Databases]
    public async Task A_territory_with_customers_stays(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await admin.Delete($"/api/territories/{house.Seed.Record("territories", "上海")}", expect: 409);
        await admin.Delete($"/api/territories/{house.Seed.Record("territories", "全国")}", expect: 409);
    }

    [Theory, Databases]
    public async Task A_territory_stays_while_rules_or_plans_name_it(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var (shanghai, beijing) = (house.Seed.Record("territories", "上海"), house.Seed.Record("territories", "北京"));
        var place = (await admin.Post("/api/territories", new { name = "规则里的区域", order = 9 }, 201)).Id;
        var draft = (await admin.Post("/api/territory-divisions", new
        {
            first = "2026-08-01",
            defaultId = shanghai,
            rules = new object[] { new { name = "江苏", territoryId = place, priority = 1, regions = new[] { "32" } } },
        }, 201)).Id;
        var plan = (await admin.Post("/api/territory-scenarios", new { name = "腾挪", moves = new[] { new { from = beijing, to = place, area = "32" } } }, 201)).Id;
        var refused = await admin.Delete($"/api/territories/{place}", expect: 409);
        (refused.Code, refused.Json.GetProperty("params").GetProperty("number").GetInt32() > 0).ShouldBe(("territories.named-in-division", true));
        await admin.Send(HttpMethod.Post, $"/api/territory-divisions/{draft}/apply", null, 200, seen: 1);
        (await admin.Delete($"/api/territories/{place}", expect: 409)).Code.ShouldBe("territories.named-in-division");
        await admin.Send(HttpMethod.Post, $"/api/territory-divisions/{draft}/withdraw", null, 200, seen: 2);
        refused = await admin.Delete($"/api/territories/{place}", expect: 409);
        if (refused.Code == "territories.named-in-division")
        {
            await admin.Delete($"/api/territory-divisions/{draft}", expect: 204);
            refused = await admin.Delete($"/api/territories/{place}", expect: 409);
        }

        (refused.Code, refused.Json.GetProperty("params").GetProperty("name").GetString()).ShouldBe(("territories.named-in-scenario", "腾挪"));
        await admin.Delete($"/api/territory-scenarios/{plan}", expect: 204);
        await admin.Delete($"/api/territories/{place}", expect: 204);
    }

    [Theory, Databases]
    public async Task A_time_ends_without_a_successor_and_after_a_stand_in_who_was_there_goes_on(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var path = $"/api/territories/{house.Seed.Record("territories", "上海")}";
        await Hold(house, admin, path, "rep-b", responsible: true, "2026-08-01", "2026-08-31", 200);
        (await Times()).ShouldBe(["员工rep-a 2026-09-01 ", "员工rep-b 2026-08-01 2026-08-31", "员工rep-a 2024-01-01 2026-07-31"]);
        var seen = await admin.Get(path, 200);
        var ids = seen.Json.GetProperty("holders").EnumerateArray().Select(holder => holder.GetProperty("id").GetString()).ToList();
        (await admin.Put($"{path}/holders/{ids[2]}", new { last = "2026-08-05" }, seen.Version, 400)).Faults.ShouldBe(["last: territories.responsible-in-the-way"]);
        (await admin.Put($"{path}/holders/{ids[0]}", new { last = "2026-08-31" }, seen.Version, 400)).Faults.ShouldBe(["last: field.period-backwards"]);
        await admin.Put($"{path}/holders/{ids[0]}", new { last = "2026-12-31" }, seen.Version - 1, 412);
        await admin.Put($"{path}/holders/{ids[0]}", new { last = "2026-12-31" }, seen.Version, 200);
        (await Times())[0].ShouldBe("员工rep-a 2026-09-01 2026-12-31");
        await admin.Put($"{path}/holders/{ids[0]}", new { last = (string?)null }, seen.Version + 1, 200);
        (await Times())[0].ShouldBe("员工rep-a 2026-09-01 ");
        using var rep = await house.SignIn("rep-a");
        await rep.Put($"{path}/holders/{ids[0]}", new { last = "2026-12-31" }, seen.Version + 2, 403);

        async Task<List<string>> Times() => [.. (await admin.Get(path, 200)).Json.GetProperty("holders").EnumerateArray()
            .Select(holder => $"{holder.GetProperty("personName").GetString()} {holder.GetProperty("first").GetString()} {(holder.TryGetProperty("last", out var last) ? last.GetString() : "")}")];
    }

    private static async Task<Answer> Hold(House house, Client admin, string path, string login, bool responsible, string first, string? last, int expect)
    {
        var seen = (await admin.Get(path, 200)).Version;
        return await admin.Post($"{path}/holders", new { personId = house.Seed.People[login], isResponsible = responsible, first, last }, expect, seen: seen);
    }

    private static async Task<Answer> Move(Client admin, string id, string? parent)
    {
        var seen = await admin.Get($"/api/territories/{id}", 200);
        return await admin.Put($"/api/territories/{id}", new { name = seen["name"], parentId = parent, order = 0 }, seen.Version);
    }
}
