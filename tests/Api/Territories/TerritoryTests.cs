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
