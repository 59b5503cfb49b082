namespace Yingpan.Tests.Api.Territories;

/// <summary>
/// A role granted over territories. 上海 has the customers of rep-a, rep-a2, rep-b and manager-a and one of nobody's, 北京 those of rep-c and
/// rep-d; each of those who sell has an order and a draft, the order with a receipt of 500.00.
/// </summary>
public sealed class TerritoryScopeTests
{
    internal static readonly (string Permission, string Scope)[] Grants =
    [
        ("customers.read", "Territory"), ("customers.edit", "Territory"), ("orders.read", "Territory"), ("orders.edit", "Territory"), ("collections.read", "Territory"),
        ("collections.edit", "Territory"), ("planning.read", "Territory"), ("insights.board-read", "All"), ("organization.people-read", "Territory"), ("territories.read", "All"), ("platform.export", "All"),
    ];

    [Theory, Databases]
    public async Task Who_holds_a_territory_reads_what_lies_there_and_his_own_and_nothing_else(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await house.May(admin, "rep-a", Grants);
        using var rep = await house.SignIn("rep-a");
        (await rep.Get("/api/customers?size=200", 200)).Total.ShouldBe(5);
        (await rep.Get("/api/orders?size=200", 200)).Total.ShouldBe(8);
        (await rep.Get("/api/receipts?size=200", 200)).Total.ShouldBe(4);
        (await rep.Get("/api/receipts/totals", 200))["amount"].ShouldBe("2000.00");
        // Goals lie where their person held a territory on their first day: rep-a's in 上海, the others' of his team nowhere.
        (await rep.Get("/api/goals", 200)).Column("personId").ShouldBe([house.Seed.People["rep-a"]]);
        // People lie nowhere.
        (await rep.Get("/api/people", 200)).Column("id").ShouldBe([house.Seed.People["rep-a"]]);
        (await rep.Export("/api/customers/export?format=csv&columns=name")).Count.ShouldBe(6);
        (await rep.Export("/api/orders/export?format=csv&columns=number")).Count.ShouldBe(9);
        (await rep.Export("/api/receipts/export?format=csv&columns=number")).Count.ShouldBe(5);
        foreach (var (there, status) in new[] { ("rep-b", 200), ("manager-a", 200), ("rep-c", 404), ("rep-d", 404) })
        {
            await rep.Get($"/api/customers/{house.Seed.Record("customers", $"客户{there}")}", status);
            await rep.Get($"/api/customers/{house.Seed.Record("customers", $"客户{there}")}/contacts", status);
            await rep.Get($"/api/orders/{house.Seed.Record("orders", $"订单{there}")}", status);
            await rep.Get($"/api/receipts/{house.Seed.Record("receipts", $"回款{there}")}", status);
            var hits = (await rep.Get($"/api/search?q={Uri.EscapeDataString($"客户{there}")}", 200)).Text;
            hits.Contains(house.Seed.Record("customers", $"客户{there}"), StringComparison.Ordinal).ShouldBe(status == 200, there);
            hits.Contains(house.Seed.Record("orders", $"订单{there}"), StringComparison.Ordinal).ShouldBe(status == 200, there);
        }

        // The board and what stands behind its figures tell the same: four orders of 2,000.00.
        var board = (await rep.Get("/api/board?from=2026-07-01&to=2026-07-31&by=Territory", 200)).Text;
        board.ShouldContain("8000.00");
        board.ShouldNotContain("12000.00");
        (await rep.Get($"/api/orders/totals?state=Confirmed&from=2026-07-01&to=2026-07-31&territory={house.Seed.Record("territories", "上海")}", 200))["amount"].ShouldBe("8000.00");
        (await rep.Get($"/api/orders?state=Confirmed&territory={house.Seed.Record("territories", "北京")}", 200)).Total.ShouldBe(0);
    }

    [Theory, Databases]
    public async Task He_edits_there_without_taking_a_record_from_its_owner(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await house.May(admin, "rep-a", Grants);
        using var rep = await house.SignIn("rep-a");
        var (there, elsewhere) = (house.Seed.Record("customers", "客户rep-b"), house.Seed.Record("customers", "客户rep-c"));
        var (owner, me, shanghai) = (house.Seed.People["rep-b"], house.Seed.People["rep-a"], house.Seed.Record("territories", "上海"));
        var seen = await rep.Get($"/api/customers/{there}", 200);
        seen.Json.GetProperty("can").EnumerateArray().Select(one => one.GetString()).ShouldBe(["edit", "delete"]);
        await rep.Put($"/api/customers/{there}", new { name = "新名字", state = "Active", ownerId = owner, territoryId = shanghai }, seen.Version, 200);
        (await rep.Put($"/api/customers/{there}", new { name = "新名字", state = "Active", ownerId = house.Seed.People["rep-a2"], territoryId = shanghai }, seen.Version + 1, 400)).Faults.ShouldBe(["ownerId: customers.owner-by-transfer"]);
        await rep.Put($"/api/customers/{elsewhere}", new { name = "新名字", state = "Active", ownerId = me }, 1, 404);
        await rep.Delete($"/api/customers/{elsewhere}", expect: 404);

        var draft = house.Seed.Record("orders", "草稿rep-b");
        var order = await rep.Get($"/api/orders/{draft}", 200);
        order.Json.GetProperty("can").GetArrayLength().ShouldBeGreaterThan(0);
        await rep.Put($"/api/orders/{draft}", house.Order("rep-b").With(("customerId", there)), order.Version, 200);
        (await rep.Put($"/api/orders/{draft}", house.Order("rep-a2").With(("customerId", there)), order.Version + 1, 400)).Faults.ShouldBe(["salespersonId: record.out-of-reach"]);
        await rep.Put($"/api/orders/{house.Seed.Record("orders", "草稿rep-c")}", house.Order("rep-c"), 1, 404);

        (await rep.Get($"/api/receipts/{house.Seed.Record("receipts", "回款rep-b")}", 200)).Json.GetProperty("can").GetArrayLength().ShouldBe(2);
        await rep.Post("/api/receipts", Deeds.Receipt(house.Seed.Record("orders", "订单rep-b"), "1.00"), 201);
        (await rep.Post("/api/receipts", Deeds.Receipt(house.Seed.Record("orders", "订单rep-c"), "1.00"), 400)).Faults.ShouldBe(["orderId: record.not-found"]);
        await rep.Delete($"/api/receipts/{house.Seed.Record("receipts", "回款rep-c")}", 1, 404);
    }

    [Theory, Databases]
    public async Task The_reach_passes_to_the_next_holder_on_his_day_and_to_who_covers_for_him(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await house.May(admin, "rep-a", Grants);
        await house.May(admin, "rep-d", Grants);
        using var before = await house.SignIn("rep-a");
        using var after = await house.SignIn("rep-d");
        var path = $"/api/territories/{house.Seed.Record("territories", "上海")}";
        await admin.Post($"{path}/holders", new { personId = house.Seed.People["rep-d"], isResponsible = true, first = "2026-07-16" }, 200, seen: (await admin.Get(path, 200)).Version);
        (await before.Get("/api/customers", 200)).Total.ShouldBe(5);
        (await after.Get("/api/customers", 200)).Total.ShouldBe(1);
        house.Clock.Advance(TimeSpan.FromDays(1));
        // His own stays his own.
        (await Count("rep-a")).ShouldBe(1);
        (await Count("rep-d")).ShouldBe(6);

        using var holder = await house.SignIn("rep-d");
        await holder.Post("/api/delegations", new { deputyId = house.Seed.People["rep-a"], first = "2026-07-16", last = "2026-07-16", kinds = new[] { "territories.cover" } }, 201);
        (await Count("rep-a")).ShouldBe(5);
        house.Clock.Advance(TimeSpan.FromDays(1));
        (await Count("rep-a")).ShouldBe(1);

        async Task<int> Count(string login)
        {
            using var client = await house.SignIn(login);
            return (await client.Get("/api/customers", 200)).Total;
        }
    }

    [Theory, Databases]
    public async Task It_reaches_below_the_territory_held_and_adds_to_what_another_role_grants(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var path = $"/api/territories/{house.Seed.Record("territories", "全国")}";
        await admin.Post($"{path}/holders", new { personId = house.Seed.People["rep-b"], isResponsible = true, first = "2026-07-01" }, 200, seen: (await admin.Get(path, 200)).Version);
        await house.May(admin, "rep-b", ("customers.read", "Territory"));
        using var rep = await house.SignIn("rep-b");
        (await rep.Get("/api/customers", 200)).Total.ShouldBe(7);

        var role = await admin.Post("/api/roles", new { code = "place", name = "区域", nameEn = "Place", grants = new[] { new { permission = "customers.read", scope = "Territory" } } }, 201);
        await admin.EditAccount(house.Seed.Accounts["rep-c"], new { roles = new[] { role.Id }, isDisabled = false });
        using var one = await house.SignIn("rep-c");
        (await one.Get("/api/customers", 200)).Total.ShouldBe(2);
        await admin.EditAccount(house.Seed.Accounts["manager-a"], new { roles = new[] { role.Id, house.Seed.Roles["manager"] }, isDisabled = false });
        using var both = await house.SignIn("manager-a");
        // Of his team; he holds no territory.
        (await both.Get("/api/customers", 200)).Total.ShouldBe(3);
    }
}
