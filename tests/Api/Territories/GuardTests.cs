using Yingpan.Tests.Api.Customers;

namespace Yingpan.Tests.Api.Territories;

/// <summary>rep-a holds 上海, rep-c holds 北京; nobody holds the whole.</summary>
public sealed class GuardTests
{
    [Theory, Databases]
    public async Task Outside_a_customer_is_blocked_by_hand_and_from_a_file_and_inside_he_is_not(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        await Policy(admin, "Customer", "Block");
        (await rep.Post("/api/customers", Customer(house, "rep-a", "北京", "越区甲"), 409)).Code.ShouldBe("territories.outside");
        await rep.Post("/api/customers", Customer(house, "rep-a", "上海", "本区甲"), 201);
        await rep.Post("/api/customers", Customer(house, "rep-a", null, "无区甲"), 201);
        var file = $"客户名称,负责人,区域\n越区乙,员工rep-a,{await Number(admin, house, "北京")}\n本区乙,员工rep-a,{await Number(admin, house, "上海")}";
        var (_, written, faults) = await rep.Import("customers", file);
        (written, faults.Single()).ShouldBe((1, "2 区域 territories.outside"));
        // A customer who lies outside already is not asked again, but nobody new is let near him.
        var own = house.Seed.Record("customers", "客户rep-d");
        using var other = await house.SignIn("rep-d");
        var card = await other.Get($"/api/customers/{own}", 200);
        await other.Put($"/api/customers/{own}", new { name = card["name"], state = "Active", ownerId = card["ownerId"], territoryId = card["territoryId"], remark = "改" }, card.Version, 200);
        (await other.Put($"/api/customers/{own}", new { name = card["name"], state = "Active", ownerId = card["ownerId"], territoryId = house.Seed.Record("territories", "上海") }, card.Version + 1, 409)).Code
            .ShouldBe("territories.outside");
        // The superior of who holds it, and who stands in for him, are inside.
        await admin.Post("/api/customers", Customer(house, "manager-a", "上海", "经理的客户"), 201);
        (await admin.Post("/api/customers", Customer(house, "rep-b", "上海", "代管前"), 409)).Code.ShouldBe("territories.outside");
        await rep.Post("/api/delegations", new { deputyId = house.Seed.People["rep-b"], first = "2026-07-15", last = "2026-07-20", kinds = new[] { "territories.cover" } }, 201);
        await admin.Post("/api/customers", Customer(house, "rep-b", "上海", "代管中"), 201);
    }

    [Theory, Databases]
    public async Task Who_will_have_a_customer_is_judged_when_he_is_claimed_not_when_a_superior_decides(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        using var north = await house.SignIn("rep-c");
        using var flagged = await house.SignIn("rep-d");
        await house.OpenPool();
        await Policy(admin, "Customer", "Block");
        await admin.Post("/api/territory-policies", new { act = "Customer", first = "2026-07-15", rule = "Flag", unitId = house.Seed.Units["team-d"] }, 201);
        var own = house.Seed.Record("customers", "客户rep-d");
        await admin.Post("/api/customer-transfers", new { ids = new[] { own }, toId = house.Seed.People["rep-a"], reason = "总经理决定" }, 200);

        async Task<string> Nobodys(string name) => (await admin.Post("/api/customers", new { name, state = "Prospect", territoryId = house.Seed.Record("territories", "北京") }, 201)).Id;
        var (first, second) = (await Nobodys("北京公海甲"), await Nobodys("北京公海乙"));
        (await rep.Post($"/api/pool-customers/{first}/claim", expect: 409)).Code.ShouldBe("territories.outside");
        await north.Post($"/api/pool-customers/{first}/claim", expect: 200);
        (await flagged.Get("/api/territory-outside", 200)).Total.ShouldBe(0);
        await flagged.Post($"/api/pool-customers/{second}/claim", expect: 200);
        (await flagged.Get("/api/territory-outside", 200)).Column("title").ShouldBe(["北京公海乙"]);
    }

    [Theory, Databases]
    public async Task A_release_is_asked_of_the_superior_and_lets_one_on_until_its_day(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a2");
        await Policy(admin, "Order", "Release");
        var order = house.Order("rep-a2");
        var refused = await rep.Post("/api/orders", order, 409);
        (refused.Code, refused.Json.GetProperty("params").GetProperty("territoryId").GetString()).ShouldBe(("territories.release-needed", house.Seed.Record("territories", "上海")));
        // What the form that asks for leave begins with.
        (refused.Json.GetProperty("params").GetProperty("act").GetString(), refused.Json.GetProperty("params").GetProperty("subject").GetString()).ShouldBe(("Order", "O-000001"));
        object Ask() => new { territoryId = house.Seed.Record("territories", "上海"), act = "Order", subject = "客户rep-a2", reason = "老客户点名" };
        var release = await rep.Post("/api/territory-releases", Ask(), 201);
        (await rep.Post("/api/territory-releases", Ask(), 409)).Code.ShouldBe("territories.release-asked");
        var path = $"/api/territory-releases/{release.Id}/decide";
        await rep.Post(path, new { grant = true, last = "2026-08-15" }, 403);
        using var stranger = await house.SignIn("manager-c");
        await stranger.Post(path, new { grant = true, last = "2026-08-15" }, 404);
        using var manager = await house.SignIn("manager-a");
        (await manager.Get("/api/notifications", 200)).Items[0].GetProperty("kind").GetString().ShouldBe("territories.release-asked");
        (await manager.Get("/api/territory-releases?state=Asked", 200)).Items.Single(row => row.GetProperty("id").GetString() == release.Id).GetProperty("can").ToString().ShouldBe("[\"decide\"]");
        (await manager.Faults(HttpMethod.Post, path, new { grant = true })).ShouldBe(["last: field.required"]);
        (await manager.Faults(HttpMethod.Post, path, new { grant = true, last = "2026-07-14" })).ShouldBe(["last: territories.release-last"]);
        await manager.Post(path, new { grant = true, last = "2026-07-16" }, 200);
        (await manager.Post(path, new { grant = false, comment = "不" }, 409)).Code.ShouldBe("territories.release-decided");
        await rep.Post("/api/orders", order, 201);
        // It is for orders, not for customers, and ends with its day.
        await Policy(admin, "Customer", "Release");
        (await rep.Post("/api/customers", Customer(house, "rep-a2", "上海", "放行外"), 409)).Code.ShouldBe("territories.release-needed");
        house.Clock.Advance(TimeSpan.FromDays(2));
        using var later = await house.SignIn("rep-a2");
        (await later.Post("/api/orders", order, 409)).Code.ShouldBe("territories.release-needed");
        using var leader = await house.SignIn("manager-a");
        (await leader.Post($"/api/territory-releases/{release.Id}/end", null, 409)).Code.ShouldBe("territories.release-over");
    }

    [Theory, Databases]
    public async Task What_is_flagged_is_done_and_listed_for_the_superior(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a2");
        await Policy(admin, "Order", "Flag");
        await Policy(admin, "Customer", "Flag");
        await rep.Post("/api/orders", house.Order("rep-a2").With(("number", "越-1")), 201);
        (await rep.Import("customers", $"客户名称,负责人,区域\n越区丙,员工rep-a2,{await Number(admin, house, "北京")}")).Written.ShouldBe(1);
        (await rep.Import("orders", $"订单号,客户,销售员,订单日期,金额\n越-2,越区丙,员工rep-a2,2026-07-10,100")).Written.ShouldBe(1);
        using var manager = await house.SignIn("manager-a");
        var listed = await manager.Get("/api/territory-outside?sort=title", 200);
        listed.Column("title").Order(StringComparer.Ordinal).ShouldBe(new[] { "越-1", "越-2", "越区丙" }.Order(StringComparer.Ordinal));
        var first = listed.Items[0].GetProperty("id").GetString();
        await rep.Post($"/api/territory-outside/{first}/seen", null, 403);
        await manager.Post($"/api/territory-outside/{first}/seen", null, 204);
        // Who looks again does not take the place of who looked first.
        using var director = await house.SignIn("director-e");
        await director.Post($"/api/territory-outside/{first}/seen", null, 204);
        (await manager.Get("/api/territory-outside?open=false", 200)).Column("seenByName").ShouldBe(["员工manager-a"]);
        (await manager.Get("/api/territory-outside?open=true", 200)).Total.ShouldBe(2);
        using var stranger = await house.SignIn("manager-c");
        (await stranger.Get("/api/territory-outside", 200)).Total.ShouldBe(0);
        (await rep.Get("/api/territory-outside", 200)).Total.ShouldBe(3);
    }

    [Theory, Databases]
    public async Task A_policy_begins_today_at_the_earliest_and_is_not_changed_once_it_holds(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        (await admin.Faults(HttpMethod.Post, "/api/territory-policies", new { act = "Visit", first = "2026-07-14", rule = "Block" })).ShouldBe(["first: territories.policy-past"]);
        var today = await Policy(admin, "Visit", "Block");
        (await admin.Faults(HttpMethod.Post, "/api/territory-policies", new { act = "Visit", first = "2026-07-15", rule = "Flag" })).ShouldBe(["first: territories.policy-day-taken"]);
        (await admin.Delete($"/api/territory-policies/{today.Id}", expect: 409)).Code.ShouldBe("territories.policy-holds");
        await admin.Delete($"/api/territory-policies/{house.Seed.Record("territory-policies", "商机")}", expect: 204);
    }

    private static Task<Answer> Policy(Client admin, string act, string rule) => admin.Post("/api/territory-policies", new { act, first = "2026-07-15", rule }, 201);

    private static object Customer(House house, string owner, string? territory, string name) =>
        new { name, state = "Prospect", ownerId = house.Seed.People[owner], territoryId = territory is null ? null : house.Seed.Record("territories", territory) };

    private static async Task<string> Number(Client admin, House house, string territory) => (await admin.Get($"/api/territories/{house.Seed.Record("territories", territory)}", 200))["number"];
}
