namespace Yingpan.Tests.Api.Customers;

/// <summary>Pools, disputes and reviews are searched as customers are, and a pool is chosen from by what its list tells.</summary>
public sealed class PoolListTests
{
    [Theory, Databases]
    public async Task Pools_disputes_and_reviews_find_by_initials_and_pinyin(Database database)
    {
        await using var house = await House.Open(database);
        using var director = await house.SignIn("director-e");
        using var rep = await house.SignIn("rep-a");
        using var admin = await house.SignIn("admin");
        await admin.Post("/api/customer-pools", new { name = "试公海", order = 1, access = new[] { new { unitId = house.Seed.Units["company"], mayClaim = true } } }, 201);
        var waiting = await house.Enter("蓝鼎样本", "rep-a");
        var kept = await house.Enter("黎星样本", "rep-a", "Active");
        await rep.Post($"/api/customers/{waiting}/release", new { reason = "不跟了" }, 204);
        foreach (var words in new[] { "ldyb", "landing", "蓝鼎", "LDYB" })
        {
            (await rep.Get($"/api/pool-customers?q={Uri.EscapeDataString(words)}", 200)).Column("id").ShouldBe([waiting], words);
        }

        (await rep.Get("/api/pool-customers?q=lxyb", 200)).Items.ShouldBeEmpty("he is somebody's");
        (await rep.Get("/api/customer-reviews?q=lxyb", 200)).Column("id").ShouldBe([kept]);
        using var claimant = await house.SignIn("rep-b");
        var dispute = (await claimant.Post("/api/customer-disputes", new { name = "黎星样本", text = "我先谈的" }, 201)).Id;
        (await claimant.Get("/api/customer-disputes?q=lxyb", 200)).Column("id").ShouldBe([dispute]);
        var number = (await claimant.Get($"/api/customer-disputes/{dispute}", 200))["number"];
        (await claimant.Get($"/api/customer-disputes?q={number}", 200)).Column("id").ShouldContain(dispute);
        (await claimant.Get("/api/customer-disputes?q=ldyb", 200)).Items.ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task A_pool_is_filtered_by_grade_territory_industry_cause_and_day(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var manager = await house.SignIn("manager-a");
        using var admin = await house.SignIn("admin");
        await admin.Post("/api/customer-pools", new { name = "试公海", order = 1, access = new[] { new { unitId = house.Seed.Units["company"], mayClaim = true } } }, 201);
        var one = (await rep.Post("/api/customers", new { name = "筛选甲", state = "Prospect", ownerId = house.Seed.People["rep-a"], industry = "泵业制造", territoryId = house.Seed.Record("territories", "上海") }, 201)).Id;
        var two = await house.Enter("筛选乙", "rep-a");
        await manager.Post($"/api/customers/{one}/grade-overrides", new { card = "Value", grade = "A", reason = "大", until = "2026-12-31" }, 201);
        await rep.Post($"/api/customers/{one}/release", new { reason = "不跟了" }, 204);
        house.Clock.Advance(TimeSpan.FromDays(3));
        using var later = await house.SignIn("rep-a");
        await later.Post($"/api/customers/{two}/release", new { reason = "不跟了" }, 204);
        foreach (var (query, found) in new[]
        {
            ("grade=A", new[] { one }), ("grade=B", []), ($"territory={house.Seed.Record("territories", "上海")}&industry={Uri.EscapeDataString("泵业")}", [one]), ("industry=%25", []),
            ("cause=Released&sinceFrom=2026-07-18", [two]), ("cause=Released&sinceTo=2026-07-17", [one]), ("cause=Recycled", []), ("recycledFor=NoDeal", []),
        })
        {
            var rows = await later.Get($"/api/pool-customers?q={Uri.EscapeDataString("筛选")}&{query}", 200);
            rows.Column("id").ShouldBe(found, query);
            rows.Total.ShouldBe(found.Length, query);
        }

        (await later.Get($"/api/pool-customers?grade=A", 200)).Column("grade").ShouldBe(["A"]);
        (await later.Get("/api/pool-customers?sinceFrom=2026-07-18&sinceTo=2026-07-17", 400)).Faults.ShouldBe(["sinceFrom: field.period-backwards"]);
    }
}
