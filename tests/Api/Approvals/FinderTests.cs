namespace Yingpan.Tests.Api.Approvals;

/// <summary>How a station finds who decides: rep-a → manager-a → director-e → gm, and the roles of the test company.</summary>
public sealed class FinderTests
{
    [Theory, Databases]
    public async Task A_role_finds_all_who_hold_it_on_the_day_and_never_the_applicant(Database database)
    {
        await using var house = await House.Open(database);
        await house.GiveHeads();
        await house.GoLive([new { route = new[] { new { name = "总监", finder = "Role", role = "director", mode = "AllOf" } } }]);
        var id = await house.SendIn("rep-a", "10.00");
        (await house.Read("rep-a", id)).Where().ShouldBe("Open: director-e+director-n → ");
        await house.Act("manager-a", id, "approve", expect: 404);
        await house.Act("director-n", id, "approve");
        (await house.Read("rep-a", id)).Where().ShouldBe("Open: director-e → ");
        // Who holds the role himself is left out of his own.
        (await house.Read("director-e", await house.SendIn("director-e", "10.00"))).Where().ShouldBe("Open: director-n → ");
        // Who no longer holds it is not found any more; who was asked before that still is.
        using var admin = await house.SignIn("admin");
        await admin.EditAccount(house.Seed.Accounts["director-n"], new { roles = new[] { house.Seed.Roles["manager"] }, isDisabled = false });
        (await house.Read("rep-a", await house.SendIn("rep-a", "10.00"))).Where().ShouldBe("Open: director-e → ");
    }

    [Theory, Databases]
    public async Task All_superiors_up_to_the_head_of_a_kind_of_unit(Database database)
    {
        await using var house = await House.Open(database);
        await house.GiveHeads();
        await house.GoLive(
        [
            new { amountTo = "100.00", route = new[] { new { name = "到大区", finder = "SuperiorsToUnit", unitKind = "Region" } } },
            new { route = new[] { new { name = "到公司", finder = "SuperiorsToUnit", unitKind = "Company", mode = "AnyOf" } } },
        ]);
        var id = await house.SendIn("rep-a", "10.00");
        (await house.Read("rep-a", id)).Where().ShouldBe("Open: manager-a → ");
        await house.Act("manager-a", id, "approve");
        (await house.Read("rep-a", id)).Where().ShouldBe("Open: director-e → ");
        await house.Act("director-e", id, "approve");
        (await house.Read("rep-a", id))["state"].ShouldBe("Approved");
        (await house.Read("manager-a", await house.SendIn("manager-a", "10.00"))).Where().ShouldBe("Open: director-e → ");
        // One of them is enough.
        var any = await house.SendIn("rep-a", "200.00");
        (await house.Read("rep-a", any)).Where().ShouldBe("Open: manager-a+director-e+gm → ");
        await house.Act("gm", any, "approve");
        (await house.Read("rep-a", any))["state"].ShouldBe("Approved");
    }

    [Theory, Databases]
    public async Task All_superiors_up_to_the_first_whose_authority_covers_it(Database database)
    {
        await using var house = await House.Open(database);
        await house.GiveHeads();
        using var admin = await house.SignIn("admin");
        foreach (var (login, amount) in new[] { ("manager-a", "1000.00"), ("director-e", "5000.00") })
        {
            await admin.Post("/api/approval-limits", new { personId = house.Person(login), amount }, 201);
        }

        await house.GoLive([new { route = new[] { new { name = "到权限", finder = "SuperiorsToAuthority" } } }]);
        foreach (var (amount, deciding) in new[] { ("1000.00", new[] { "manager-a" }), ("1000.01", ["manager-a", "director-e"]), ("5000.01", ["manager-a", "director-e", "gm"]) })
        {
            var request = await house.SendIn("rep-a", amount);
            foreach (var login in deciding)
            {
                (await house.Read("rep-a", request)).Where().ShouldBe($"Open: {login} → ", amount);
                await house.Act(login, request, "approve");
            }

            (await house.Read("rep-a", request))["state"].ShouldBe("Approved", amount);
        }

        // The authority of the day it is decided counts: cut meanwhile, it goes further up.
        var id = await house.SendIn("rep-a", "900.00");
        var own = (await admin.Get("/api/approval-limits?size=200", 200)).Items.First(limit => limit.TryGetProperty("personId", out var person) && person.GetString() == house.Person("manager-a"));
        await admin.Put($"/api/approval-limits/{own.GetProperty("id")}", new { amount = "100.00" }, seen: own.GetProperty("version").GetInt32(), expect: 200);
        await house.Act("manager-a", id, "approve");
        (await house.Read("rep-a", id)).Where().ShouldBe("Open: director-e → ");
    }

    [Theory, Databases]
    public async Task Where_nobody_is_found_the_substitute_decides_as_the_station_says(Database database)
    {
        await using var house = await House.Open(database);
        await house.GiveHeads();
        using var admin = await house.SignIn("admin");
        await admin.Post("/api/roles", new { code = "empty", name = "空角色", nameEn = "Empty", grants = Array.Empty<object>() }, 201);
        object Empty(string substitute, string? who = null) => new { name = "空", finder = "Role", role = "empty", substitute, substituteId = who is null ? null : house.Person(who) };
        // Left out for good is no station: told when the table is saved.
        await admin.Delete($"/api/approval-tables/{house.Seed.Record("approval-tables", "草稿")}", expect: 204);
        (await admin.Post("/api/approval-tables", new { kind = "general", content = new { rows = new[] { new { route = new[] { Empty("Skip") } } } } }, 400)).Faults.ShouldBe(["rows[0].route[0].role: approvals.no-approver"]);
        await house.GoLive(
        [
            new { amountTo = "10.00", route = new[] { Empty("Superior") } },
            new { amountFrom = "10.00", amountTo = "20.00", route = new[] { Empty("Person", "finance") } },
            new { amountFrom = "20.00", amountTo = "30.00", route = new[] { house.Node("^3", substitute: "Skip"), house.Node("finance") } },
            new { route = new[] { house.Node("^1") } },
        ]);
        (await house.Read("rep-a", await house.SendIn("rep-a", "5.00"))).Where().ShouldBe("Open: director-e → ");
        (await house.Read("rep-a", await house.SendIn("rep-a", "15.00"))).Where().ShouldBe("Open: finance → ");
        // The substitute is the applicant himself: the next one up.
        (await house.Read("finance", await house.SendIn("finance", "15.00"))).Where().ShouldBe("Open: gm → ");
        // Three levels up there is somebody for a rep, and nobody for a manager.
        (await house.Read("rep-a", await house.SendIn("rep-a", "25.00"))).Where().ShouldBe("Open: gm → finance");
        (await house.Read("manager-a", await house.SendIn("manager-a", "25.00"))).Where().ShouldBe("Open: finance → ");
        // Nobody stands above the head of the house, and nobody is not enough.
        using var gm = await house.SignIn("gm");
        (await gm.Post("/api/approvals", new { matterId = house.Seed.Record("approval-matters", "费用"), title = "x", amount = "50.00" }, 409)).Code.ShouldBe("approvals.nobody-decides");
    }

    [Theory, Databases]
    public async Task A_circle_of_superiors_is_named_and_no_route_goes_by_it(Database database)
    {
        await using var house = await House.Open(database);
        await house.GiveHeads();
        using var admin = await house.SignIn("admin");
        foreach (var (login, manager) in new[] { ("rep-a", "rep-a2"), ("rep-a2", "rep-a") })
        {
            var version = (await admin.Get($"/api/people/{house.Person(login)}", 200)).Version;
            await admin.Post($"/api/people/{house.Person(login)}/placements",
                new { unitId = house.Seed.Units["team-a"], positionId = house.Seed.Positions["销售代表"], managerId = house.Person(manager), first = "2026-07-10" }, 200, seen: version);
        }

        await admin.Delete($"/api/approval-tables/{house.Seed.Record("approval-tables", "草稿")}", expect: 204);
        object Table(object node) => new { kind = "general", content = new { rows = new[] { new { route = new[] { node } } } } };
        foreach (var node in new object[]
        {
            house.Node("^1"), new { name = "x", finder = "SuperiorsToUnit", unitKind = "Region" }, new { name = "x", finder = "SuperiorsToAuthority" },
        })
        {
            var refused = await admin.Post("/api/approval-tables", Table(node), 400);
            refused.Faults.ShouldBe(["rows[0].route[0].finder: approvals.superior-circle"]);
            refused.Text.ShouldContain("员工rep-a2");
        }

        await admin.Post("/api/approval-tables", Table(house.Node("gm")), 201);
    }
}
