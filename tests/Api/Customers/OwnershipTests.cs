namespace Yingpan.Tests.Api.Customers;

/// <summary>Whose a customer is, whose he was, and who sees him for it.</summary>
public sealed class OwnershipTests
{
    [Theory, Databases]
    public async Task The_past_of_ownership_is_told_and_a_transfer_moves_nothing_else(Database database)
    {
        await using var house = await House.Open(database);
        var (id, secondId) = (house.Seed.Record("customers", "客户rep-a"), await house.Enter("转移样本公司", "rep-a"));
        using var rep = await house.SignIn("rep-a");
        using var manager = await house.SignIn("manager-a");
        var before = await rep.Get($"/api/customers/{id}", 200);
        object To(string login, params string[] ids) => new { ids, toId = house.Seed.People[login], reason = "区域调整" };
        await rep.Post("/api/customer-transfers", To("rep-a2", id), 403);
        (await manager.Post("/api/customer-transfers", To("rep-c", id), 400)).Faults.ShouldBe(["toId: record.out-of-reach"]);
        // All or nothing: one of them is not his to pass on.
        await manager.Post("/api/customer-transfers", To("rep-a2", id, house.Seed.Record("customers", "客户rep-c")), 404);
        (await manager.Post("/api/customer-transfers", To("rep-a2", id, secondId), 200))["count"].ShouldBe("2");
        // Once more is nothing more.
        (await manager.Post("/api/customer-transfers", To("rep-a2", id), 200))["count"].ShouldBe("0");

        await rep.Get($"/api/customers/{id}", 404);
        using var next = await house.SignIn("rep-a2");
        var after = await next.Get($"/api/customers/{id}", 200);
        (after["state"], after["number"], after["ownerName"]).ShouldBe((before["state"], before["number"], "员工rep-a2"));
        (await next.Get($"/api/customers/{id}/contacts", 200)).Total.ShouldBe(1);
        var owned = await next.Get($"/api/customers/{id}/ownership", 200);
        owned.Of("history", "cause").ShouldBe(["Transferred", "Entered"]);
        owned.Of("history", "ownerName").ShouldBe(["员工rep-a2", "员工rep-a"]);
        owned.Of("history", "reason").ShouldBe(["区域调整", ""]);
        owned.Of("history", "byName").ShouldBe(["员工manager-a", ""]);
        owned.Of("history", "until")[1].ShouldBe(owned.Of("history", "since")[0]);
        (await next.Get("/api/notifications?size=200", 200)).Column("kind").ShouldContain("customers-given");
        (await rep.Get("/api/notifications?size=200", 200)).Column("kind").ShouldContain("customers-taken");

        // Who may pass on beyond his reach does.
        using var director = await house.SignIn("director-e");
        await director.Post("/api/customer-transfers", To("rep-c", id), 200);
        await next.Get($"/api/customers/{id}/ownership", 404);
    }

    [Theory, Databases]
    public async Task Who_shares_a_customer_sees_him_by_every_route_and_nobody_else_does(Database database)
    {
        await using var house = await House.Open(database);
        var (id, contact) = (house.Seed.Record("customers", "客户rep-a"), house.Seed.Record("customer-contacts", "联系人rep-a"));
        using var director = await house.SignIn("director-e");
        using var partner = await house.SignIn("rep-c");
        object Parts(params (string Login, string Share)[] parts) => new { shares = parts.Select(part => new { personId = house.Seed.People[part.Login], share = part.Share }) };
        using var manager = await house.SignIn("manager-a");
        (await manager.Put($"/api/customers/{id}/shares", Parts(("rep-a", "0.6"), ("rep-c", "0.4")), expect: 400)).Faults.ShouldBe(["shares: record.out-of-reach"]);
        foreach (var (parts, code) in new[]
        {
            (Parts(("rep-a", "0.6"), ("rep-c", "0.5")), "customers.shares-sum"), (Parts(("rep-a", "1")), "customers.shares-count"),
            (Parts(("rep-b", "0.6"), ("rep-c", "0.4")), "customers.shares-owner"), (Parts(("rep-a", "0.5"), ("rep-a", "0.5")), "customers.shares-twice"),
        })
        {
            (await director.Put($"/api/customers/{id}/shares", parts, expect: 400)).Faults.ShouldBe([$"shares: {code}"]);
        }

        var mine = (await partner.Get("/api/customers?size=200", 200)).Total;
        await director.Put($"/api/customers/{id}/shares", Parts(("rep-a", "0.6"), ("rep-c", "0.4")), expect: 204);
        // Own, a team's, a subtree's: by each way to look, once.
        foreach (var login in new[] { "rep-c", "manager-c", "director-n" })
        {
            using var client = await house.SignIn(login);
            await client.Get($"/api/customers/{id}", 200);
            (await client.Get("/api/customers?size=200", 200)).Column("id").Count(one => one == id).ShouldBe(1, login);
            (await client.Get("/api/customers?q=客户rep-a", 200)).Column("id").ShouldContain(id);
            (await client.Get("/api/customer-contacts?size=200", 200)).Column("id").ShouldContain(contact);
            (await client.Export("/api/customers/export?format=csv")).Count(row => row.Any(cell => cell.StartsWith("客户rep-a", StringComparison.Ordinal) && !cell.StartsWith("客户rep-a2", StringComparison.Ordinal))).ShouldBe(1);
        }

        (await partner.Get("/api/customers?size=200", 200)).Total.ShouldBe(mine + 1);
        (await partner.Get("/api/customers?size=1&sort=-createdAt", 200)).Total.ShouldBe(mine + 1);
        foreach (var login in new[] { "rep-d", "rep-b" })
        {
            using var stranger = await house.SignIn(login);
            await stranger.Get($"/api/customers/{id}", 404);
            await stranger.Get($"/api/customers/{id}/ownership", 404);
        }

        // By the rule of the house he may edit, but not give him away or remove him.
        var file = await partner.Get($"/api/customers/{id}", 200);
        var warning = (await partner.Post($"/api/customers/{id}/warnings", new { signal = "competitor", text = "在谈别家" }, 201)).Id;
        foreach (var (path, deed) in new[]
        {
            ($"/api/customers/{id}/data-card", "edit"), ($"/api/customers/{id}/strategy-cards", "edit"), ($"/api/customers/{id}/relations", "edit"),
            ($"/api/customers/{id}/grades", "mark"), ($"/api/customer-warnings/{warning}", "act"),
        })
        {
            (await partner.Get(path, 200)).Json.GetProperty("can").EnumerateArray().Select(one => one.GetString()).ShouldBe([deed], path);
        }

        var body = new { name = file["name"], state = "Active", ownerId = house.Seed.People["rep-a"], city = "昆山" };
        await partner.Put($"/api/customers/{id}", body, seen: file.Version, expect: 200);
        foreach (var other in new object?[] { house.Seed.People["rep-c"], null })
        {
            (await partner.Put($"/api/customers/{id}", new { name = file["name"], state = "Active", ownerId = other }, seen: file.Version + 1, expect: 400)).Faults.ShouldBe(["ownerId: customers.owner-by-transfer"]);
        }

        (await partner.Delete($"/api/customers/{id}", seen: file.Version + 1)).Code.ShouldBe("customers.owner-only");
    }

    [Theory, Databases]
    public async Task What_a_co_owner_may_is_the_rule_of_the_house_and_ends_with_his_part(Database database)
    {
        await using var house = await House.Open(database);
        await house.Decide(Owning.Rules(coOwnersEdit: false));
        var id = house.Seed.Record("customers", "客户rep-a");
        using var director = await house.SignIn("director-e");
        using var partner = await house.SignIn("rep-c");
        await director.Put($"/api/customers/{id}/shares", new { shares = new[] { new { personId = house.Seed.People["rep-a"], share = "0.7" }, new { personId = house.Seed.People["rep-c"], share = "0.3" } } }, expect: 204);
        var file = await partner.Get($"/api/customers/{id}", 200);
        file.Json.GetProperty("can").GetArrayLength().ShouldBe(0);
        (await partner.Get($"/api/customers/{id}/data-card", 200)).Json.GetProperty("can").GetArrayLength().ShouldBe(0);
        await partner.Put($"/api/customers/{id}", new { name = file["name"], state = "Active", ownerId = house.Seed.People["rep-a"] }, seen: file.Version, expect: 404);
        await partner.Post($"/api/customers/{id}/release", new { reason = "不要了" }, 404);
        // His part goes with the owner's when the owner changes hands, and with himself when it ends.
        await director.Post("/api/customer-transfers", new { ids = new[] { id }, toId = house.Seed.People["rep-b"], reason = "调整" }, 200);
        var owned = await partner.Get($"/api/customers/{id}/ownership", 200);
        owned.Of("shares", "name").ShouldBe(["员工rep-b", "员工rep-c"]);
        owned.Of("shares", "share").ShouldBe(["0.7", "0.3"]);
        await director.Put($"/api/customers/{id}/shares", new { shares = Array.Empty<object>() }, expect: 204);
        await partner.Get($"/api/customers/{id}", 404);
        (await partner.Get("/api/customers?size=200", 200)).Column("id").ShouldNotContain(id);
    }

    [Theory, Databases]
    public async Task His_page_warns_from_the_day_on_which_the_rules_remind(Database database)
    {
        await using var house = await House.Open(database);
        await house.Decide(Owning.Rules(recycling: [new { cause = "NoFollowUp", days = 30, remindDays = 5 }]));
        var id = await house.Enter("提醒样本公司", "rep-a");
        foreach (var (days, due) in new[] { (0, false), (24, false), (1, true) })
        {
            house.Clock.Advance(TimeSpan.FromDays(days));
            using var rep = await house.SignIn("rep-a");
            var owned = await rep.Get($"/api/customers/{id}/ownership", 200);
            (owned["dueOn"], owned["isDueSoon"]).ShouldBe(("2026-08-14", due.ToString()), $"{days} days later");
        }
    }

    [Theory, Databases]
    public async Task Protection_is_given_extended_by_what_is_done_and_granted_by_a_superior(Database database)
    {
        await using var house = await House.Open(database);
        await house.Decide(Owning.Rules(
            recycling: [new { cause = "NoFollowUp", days = 10, remindDays = 0 }], protection: [new { state = "Prospect", days = 20, extendDays = 5 }, new { days = 0, extendDays = 0 }]));
        var id = await house.Enter("保护期样本公司", "rep-a");
        using var rep = await house.SignIn("rep-a");
        using var manager = await house.SignIn("manager-a");
        var owned = await rep.Get($"/api/customers/{id}/ownership", 200);
        (owned["protectedUntil"], owned["dueOn"], owned["dueCause"]).ShouldBe(("2026-08-04", "2026-08-05", "NoFollowUp"));
        await rep.Post($"/api/customers/{id}/protection", new { until = "2026-09-30" }, 403);
        await rep.Post($"/api/customers/{id}/protection-request", new { until = "2026-09-30", reason = "招标延期" }, 202);
        (await manager.Get("/api/notifications?size=200", 200)).Column("kind").ShouldContain("protection-asked");
        (await manager.Post($"/api/customers/{id}/protection", new { until = "2028-01-01" }, 400)).Faults.ShouldBe(["until: customers.protection-days"]);
        await manager.Post($"/api/customers/{id}/protection", new { until = "2026-09-30" }, 204);
        (await rep.Get($"/api/customers/{id}/ownership", 200))["dueOn"].ShouldBe("2026-10-01");
        (await rep.Get("/api/customers?dueWithin=30", 200)).Column("id").ShouldNotContain(id);
        await manager.Put($"/api/customers/{id}/exempt", new { isExempt = true }, expect: 204);
        (await rep.Get($"/api/customers/{id}/ownership", 200))["dueOn"].ShouldBe("");
        // The one who is active came with the protection of the rules before: thirty days.
        var active = await rep.Get("/api/customers?dueWithin=31", 200);
        (active.Column("name").Single()[..7], active.Column("dueOn").Single()).ShouldBe(("客户rep-a", "2026-08-15"));
        (await rep.Get("/api/customers?dueWithin=30", 200)).Total.ShouldBe(0);
    }
}
