using System.Text.Json;
using Yingpan.Tests.Api.Approvals;

namespace Yingpan.Tests.Api.Organization;

/// <summary>The house changes from a day on; what was before that day is told as it was.</summary>
public sealed class ReorganizationTests
{
    private const string Plans = "/api/reorganizations";
    private const string Day = "2026-08-01";

    [Theory, Databases]
    public async Task The_preview_tells_who_moves_what_follows_and_whose_superior_changes(Database database)
    {
        await using var house = await House.Open(database);
        await house.GiveHeads();
        using var hr = await house.SignIn("hr");
        using var admin = await house.SignIn("admin");
        await admin.Post("/api/goals", new { personId = house.Person("rep-a"), first = "2026-10-01", last = "2026-12-31", amount = "5000.00" }, 201);
        var before = await house.Snapshot();
        var preview = await hr.Post($"{Plans}/preview", new { day = Day, steps = Steps(house) }, 200);
        preview.Json.GetProperty("faults").GetArrayLength().ShouldBe(0, preview.Text);

        var moved = preview.Json.GetProperty("people").EnumerateArray().ToDictionary(line => line.GetProperty("name").GetString()!);
        moved.Keys.ShouldBe(["员工rep-a", "员工rep-d"], ignoreOrder: true);
        var rep = moved["员工rep-a"];
        (Text(rep, "from", "unitName"), Text(rep, "from", "superiorName"), Text(rep, "to", "unitName"), Text(rep, "to", "superiorName"))
            .ShouldBe(("上海队", "员工manager-a", "大客户队", "员工manager-c"));
        (rep.GetProperty("step").GetInt32(), rep.GetProperty("follows").GetProperty("customers").GetInt32(), rep.GetProperty("follows").GetProperty("goals").GetInt32()).ShouldBe((2, 1, 1));
        preview.Json.GetProperty("follows").EnumerateArray().Where(kind => kind.GetProperty("kind").GetString() == "customers").Select(kind => kind.GetProperty("count").GetInt32()).ShouldBe([2]);
        // rep-b stays where he is; the unit above his is another, and so is who leads it.
        preview.Json.GetProperty("superiors").EnumerateArray().Select(line => $"{line.GetProperty("name").GetString()} {line.GetProperty("fromName").GetString()}→{line.GetProperty("toName").GetString()}")
            .ShouldContain("员工rep-b 员工director-e→员工director-n");
        var units = preview.Json.GetProperty("units").EnumerateArray().ToDictionary(unit => unit.GetProperty("id").GetString()!);
        units[house.Seed.Units["team-d"]].GetProperty("after").ValueKind.ShouldBe(JsonValueKind.Null);
        Text(units[house.Seed.Units["team-b"]], "before", "name").ShouldBe("杭州队");
        Text(units[house.Seed.Units["team-b"]], "after", "name").ShouldBe("苏杭队");
        units[house.Seed.Units["team-c"]].GetProperty("after").GetProperty("people").GetInt32().ShouldBe(3);

        // Who plans need not see the customers; how many there are he is told.
        var hidden = await hr.Get($"{Plans}/following?person={house.Person("rep-a")}&kind=customers&day={Day}", 200);
        (hidden.Items.Count, hidden.Total).ShouldBe((0, 1));
        (await admin.Get($"{Plans}/following?person={house.Person("rep-a")}&kind=customers&day={Day}", 200)).Items.Count.ShouldBe(1);
        (await hr.Get($"{Plans}/following?person={house.Person("rep-a")}&kind=nothing&day={Day}", 400)).Faults.ShouldBe(["kind: field.not-one-of"]);
        (await house.Snapshot()).ShouldBe(before);
    }

    [Theory, Databases]
    public async Task What_names_a_unit_that_is_closed_is_told_for_it_goes_nowhere_by_itself(Database database)
    {
        await using var house = await House.Open(database);
        await house.GiveHeads();
        using var admin = await house.SignIn("admin");
        using var hr = await house.SignIn("hr");
        var (closed, stays) = (house.Seed.Units["team-d"], house.Seed.Units["team-a"]);
        foreach (var unit in new[] { closed, stays })
        {
            await hr.Post("/api/calendar-entries", new { kind = "OwnDayOff", first = "2026-09-07", last = "2026-09-07", name = "部门活动", unitId = unit }, 201);
            await hr.Post("/api/calendar-entries", new { kind = "OwnDayOff", first = "2026-07-06", last = "2026-07-06", name = "已过去的", unitId = unit }, 201);
        }

        await house.GoLive([new { name = "该队的申请", unitId = closed, route = new[] { house.Node("gm") } }, new { name = "其他", unitId = (string?)null, route = new[] { house.Node("gm") } }]);
        var preview = await hr.Post($"{Plans}/preview", new { day = Day, steps = Steps(house) }, 200);
        preview.Json.GetProperty("mentions").EnumerateArray().Select(line => (line.GetProperty("kindName").GetString(), line.GetProperty("title").GetString()))
            .ShouldBe([("工作日历", "部门活动 2026-09-07"), ("审批规则", "该队的申请 V2"), ("客户公海", "种子公海")], ignoreOrder: true);
        preview.Json.GetProperty("faults").GetArrayLength().ShouldBe(0, preview.Text);
    }

    [Theory, Databases]
    public async Task Results_of_the_past_are_the_same_before_and_after_and_the_day_brings_the_new_house_by_itself(Database database)
    {
        await using var house = await House.Open(database);
        await house.GiveHeads();
        var request = await house.SendIn("rep-a", "10.00");
        house.Clock.Advance(TimeSpan.FromMinutes(20));
        await house.Act("manager-a", request, "approve");

        string goal, id;
        Dictionary<string, string> past;
        using (var admin = await house.SignIn("admin"))
        {
            goal = (await admin.Post("/api/goals", new { personId = house.Person("rep-a"), first = "2026-10-01", last = "2026-12-31", amount = "5000.00" }, 201)).Id;
            past = await Past(admin);
            past["Unit"].ShouldContain("上海队");
            past["times"].ShouldNotContain("\"turns\":0\n");
        }

        using (var hr = await house.SignIn("hr"))
        {
            id = (await hr.Post(Plans, Plan(house), 201)).Id;
            await Apply(hr, id, 200);
            (await hr.Get($"{Plans}/{id}", 200))["isAhead"].ShouldBe("True");
            // Written, and not yet so.
            (await Tree(hr, "2026-07-31")).ShouldBe(await Tree(hr, null));
            (await Tree(hr, null)).ShouldContain("team-d<north");
            (await Tree(hr, Day)).ShouldBe(["company<", "east<company", "north<company", "team-a<east", "team-b<north", "team-c<north", "大客户队<north"]);
        }

        using (var admin = await house.SignIn("admin"))
        {
            (await Past(admin)).ShouldBe(past);
            (await admin.Get($"/api/goals/{goal}", 200))["unitName"].ShouldBe("大客户队");
            var running = (await admin.Get($"/api/goals?person={house.Person("rep-a")}&to=2026-09-30", 200)).Items.Single();
            running.GetProperty("unitName").GetString().ShouldBe("上海队");
        }

        using (var directorE = await house.SignIn("director-e"))
        {
            await directorE.Get($"/api/customers/{house.Seed.Record("customers", "客户rep-a")}", 200);
        }

        house.Clock.Advance(TimeSpan.FromDays(25));
        using (var admin = await house.SignIn("admin"))
        {
            (await Past(admin)).ShouldBe(past);
            (await Tree(admin, null)).ShouldBe(await Tree(admin, Day));
            (await Tree(admin, "2026-07-31")).ShouldContain("team-d<north");
            await admin.Post("/api/orders", house.Order("rep-a", "2026-08-05", "700").With(("confirm", true)), 201);
            var august = (await admin.Get("/api/board?from=2026-08-01&to=2026-08-31&by=Unit", 200)).Json.GetProperty("lines").EnumerateArray()
                .ToDictionary(line => line.GetProperty("name").GetString()!, line => line.GetProperty("figures").GetProperty("actual").GetString());
            august.ShouldContainKeyAndValue("大客户队", "700.00");
            august.ShouldContainKeyAndValue("华北", "700.00");
            (await Past(admin)).ShouldBe(past);
            var stays = (await admin.Get($"/api/people/{house.Person("rep-d")}", 200)).Json.GetProperty("placements").EnumerateArray()
                .Select(stay => (stay.GetProperty("unitName").GetString(), stay.GetProperty("first").GetString(), stay.TryGetProperty("last", out var last) ? last.GetString() : null));
            stays.ShouldBe([("北京队", "2026-08-01", null), ("天津队", "2024-01-01", "2026-07-31")]);
        }

        // What he owns is seen by those above him now, and by those of before no more.
        using var directorN = await house.SignIn("director-n");
        await directorN.Get($"/api/customers/{house.Seed.Record("customers", "客户rep-a")}", 200);
        using var gone = await house.SignIn("director-e");
        await gone.Get($"/api/customers/{house.Seed.Record("customers", "客户rep-a")}", 404);
        using var moved = await house.SignIn("rep-a");
        (await moved.Get("/api/notifications?size=50", 200)).Column("kind").ShouldContain("organization.placed-anew");
        using var stayed = await house.SignIn("rep-b");
        (await stayed.Get("/api/notifications?size=50", 200)).Column("kind").ShouldContain("organization.superior-changed");
        using var leads = await house.SignIn("manager-c");
        (await leads.Get("/api/notifications?size=50", 200)).Column("kind").ShouldContain("organization.leads-unit");
        using var later = await house.SignIn("hr");
        (await later.Send(HttpMethod.Post, $"{Plans}/{id}/withdraw", null, 409, seen: 2)).Code.ShouldBe("organization.reorganization-holds");
        // What it did is still told as it was told before.
        (await later.Get($"{Plans}/{id}/preview", 200)).Json.GetProperty("people").GetArrayLength().ShouldBe(2);
    }

    [Theory, Databases]
    public async Task Before_its_day_it_is_withdrawn_as_if_it_had_never_been(Database database)
    {
        await using var house = await House.Open(database);
        await house.GiveHeads();
        using var hr = await house.SignIn("hr");
        using var admin = await house.SignIn("admin");
        var goal = (await admin.Post("/api/goals", new { personId = house.Person("rep-a"), first = "2026-10-01", last = "2026-12-31", amount = "5000.00" }, 201)).Id;
        var (tree, stays) = (await Tree(hr, "2026-12-31"), await Stays(hr, house));
        var id = (await hr.Post(Plans, Plan(house), 201)).Id;
        await Apply(hr, id, 200);
        (await Tree(hr, "2026-12-31")).ShouldNotBe(tree);
        await hr.Send(HttpMethod.Post, $"{Plans}/{id}/withdraw", null, 412, seen: 1);
        await hr.Send(HttpMethod.Post, $"{Plans}/{id}/withdraw", null, 200, seen: 2);
        (await Tree(hr, "2026-12-31")).ShouldBe(tree);
        (await Stays(hr, house)).ShouldBe(stays);
        (await admin.Get($"/api/goals/{goal}", 200))["unitName"].ShouldBe("上海队");
        var after = await hr.Get($"{Plans}/{id}", 200);
        (after["state"], after.Json.GetProperty("can").GetArrayLength()).ShouldBe(("Withdrawn", 0));
        using var rep = await house.SignIn("rep-a");
        (await rep.Get("/api/notifications?size=50", 200)).Column("kind").ShouldContain("organization.reorganization-withdrawn");
        (await hr.Send(HttpMethod.Post, $"{Plans}/{id}/withdraw", null, 409, seen: 3)).Code.ShouldBe("organization.reorganization-withdrawn");
        (await Apply(hr, id, 409)).Code.ShouldBe("organization.reorganization-withdrawn");
        // The same can be planned again.
        await Apply(hr, (await hr.Post(Plans, Plan(house), 201)).Id, 200);
    }

    [Theory, Databases]
    public async Task What_was_built_on_it_keeps_it_from_being_withdrawn(Database database)
    {
        await using var house = await House.Open(database);
        await house.GiveHeads();
        using var hr = await house.SignIn("hr");
        var id = (await hr.Post(Plans, Plan(house), 201)).Id;
        await Apply(hr, id, 200);
        var file = await hr.Get($"/api/people/{house.Person("rep-a")}", 200);
        await hr.Send(HttpMethod.Post, $"/api/people/{house.Person("rep-a")}/placements",
            new { unitId = house.Seed.Units["team-c"], positionId = house.Seed.Positions["销售代表"], first = "2026-09-01" }, 200, seen: file.Version);
        var before = await house.Snapshot();
        (await hr.Send(HttpMethod.Post, $"{Plans}/{id}/withdraw", null, 409, seen: 2)).Code.ShouldBe("organization.reorganization-built-on");
        (await house.Snapshot()).ShouldBe(before);
    }

    [Theory, Databases]
    public async Task What_lies_after_its_day_is_told_in_the_preview_and_kept(Database database)
    {
        await using var house = await House.Open(database);
        await house.GiveHeads();
        using var hr = await house.SignIn("hr");
        var (rep, other) = (house.Person("rep-a"), house.Person("rep-b"));
        // Later, and on file first: rep-b goes to Beijing, and Tianjin closes when its people have gone there.
        await hr.Send(HttpMethod.Post, $"/api/people/{other}/placements",
            new { unitId = house.Seed.Units["team-c"], positionId = house.Seed.Positions["销售代表"], first = "2026-09-01" }, 200, seen: (await hr.Get($"/api/people/{other}", 200)).Version);
        object[] closing = [new { kind = "Merge", unitId = house.Seed.Units["team-d"], targetId = house.Seed.Units["team-a"] }];
        await Apply(hr, (await hr.Post(Plans, new { name = "撤销天津", day = "2026-10-01", steps = closing }, 201)).Id, 200);

        object[] steps =
        [
            new { kind = "MovePeople", targetId = house.Seed.Units["team-d"], people = new[] { rep } },
            new { kind = "MovePeople", targetId = house.Seed.Units["team-a"], people = new[] { other } },
        ];
        string[] faults = ["steps[0].targetId: organization.unit-closes", "steps[1].people: organization.reorganization-person-later"];
        var preview = await hr.Post($"{Plans}/preview", new { day = Day, steps }, 200);
        preview.Json.GetProperty("faults").EnumerateArray().Select(fault => $"{fault.GetProperty("field")}: {fault.GetProperty("code")}").ShouldBe(faults, ignoreOrder: true);
        preview.Text.ShouldContain("2026-10-01");
        var id = (await hr.Post(Plans, new { name = "来不及", day = Day, steps }, 201)).Id;
        var before = await house.Snapshot();
        (await Apply(hr, id, 400)).Faults.ShouldBe(faults, ignoreOrder: true);
        (await house.Snapshot()).ShouldBe(before);
        // Where somebody comes to later is not closed before he does.
        object[] comes = [new { kind = "Close", unitId = house.Seed.Units["team-c"] }];
        (await hr.Post($"{Plans}/preview", new { day = Day, steps = comes }, 200)).Json.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("code").GetString())
            .ShouldContain("organization.reorganization-comes-later");
    }

    [Theory, Databases]
    public async Task All_that_is_wrong_is_told_at_once_and_nothing_is_written(Database database)
    {
        await using var house = await House.Open(database);
        await house.GiveHeads();
        using var hr = await house.SignIn("hr");
        object[] steps =
        [
            new { kind = "Close", unitId = house.Seed.Units["team-d"] },
            new { kind = "MoveUnit", unitId = house.Seed.Units["east"], targetId = house.Seed.Units["team-a"] },
            new { kind = "MovePeople", targetId = house.Seed.Units["north"], people = new[] { house.Person("manager-a"), house.Person("rep-b") } },
            new { kind = "MovePeople", targetId = house.Seed.Units["team-a"], people = new[] { house.Person("rep-b") } },
            new { kind = "Rename", unitId = house.Seed.Units["team-b"], name = "上海队" },
        ];
        var id = (await hr.Post(Plans, new { name = "错的", day = Day, steps }, 201)).Id;
        var before = await house.Snapshot();
        var refused = await Apply(hr, id, 400);
        refused.Faults.ShouldBe(
        [
            "steps[0].unitId: organization.reorganization-people-left", "steps[1].targetId: organization.unit-under-itself", "steps[2].people: organization.reorganization-head-goes",
            "steps[3].people[0]: organization.reorganization-two-places", "steps[4].name: organization.unit-name-taken",
        ]);
        (await house.Snapshot()).ShouldBe(before);
        (await hr.Get($"{Plans}/{id}/preview", 200)).Json.GetProperty("faults").EnumerateArray().Select(fault => $"{fault.GetProperty("field")}: {fault.GetProperty("code")}")
            .Order(StringComparer.Ordinal).ShouldBe(refused.Faults);
        // Yesterday stays as it was, and a draft that nothing stands in is nothing to apply.
        var late = (await hr.Post(Plans, new { name = "昨天", day = "2026-07-14", steps = Array.Empty<object>() }, 201)).Id;
        (await Apply(hr, late, 400)).Faults.ShouldBe(["day: organization.reorganization-past", "steps: field.required"]);
        (await hr.Post(Plans, new { name = "", day = Day, steps = new[] { new { kind = "NewUnit", unitKind = "Company" } } }, 400)).Faults
            .ShouldBe(["name: field.required", "steps[0].name: field.required", "steps[0].unitKind: field.not-one-of"]);
    }

    [Theory, Databases]
    public async Task A_draft_is_edited_and_removed_and_what_is_applied_is_not(Database database)
    {
        await using var house = await House.Open(database);
        using var hr = await house.SignIn("hr");
        using var gm = await house.SignIn("gm");
        var id = (await hr.Post(Plans, Plan(house), 201)).Id;
        await gm.Put($"{Plans}/{id}", Rename(house, "新名", "team-c", "2026-08-02"), 1, 200);
        await hr.Put($"{Plans}/{id}", Plan(house), 1, 412);
        var read = await hr.Get($"{Plans}/{id}", 200);
        (read["name"], read["editedByName"], read["day"], read.Json.GetProperty("steps").GetArrayLength()).ShouldBe(("改名", "员工gm", "2026-08-02", 1));
        (await hr.Get($"{Plans}?state=Draft&q=改名", 200)).Column("id").ShouldContain(id);
        await Apply(hr, id, 200);
        (await hr.Put($"{Plans}/{id}", Plan(house), 3, 409)).Code.ShouldBe("organization.reorganization-applied");
        (await hr.Delete($"{Plans}/{id}", expect: 409)).Code.ShouldBe("organization.reorganization-applied");
        var second = (await hr.Post(Plans, Rename(house, "又名", "team-c", "2026-08-01"), 201)).Id;
        (await Apply(hr, second, 400)).Faults.ShouldBe(["steps[0].unitId: organization.reorganization-unit-later"]);
        await hr.Delete($"{Plans}/{second}", expect: 204);
        using var manager = await house.SignIn("manager-a");
        await manager.Get(Plans, 403);
        await manager.Post($"{Plans}/preview", new { day = Day, steps = Steps(house) }, 403);
        await Apply(manager, id, 403);
    }

    [Theory, Databases]
    public async Task Of_two_that_move_the_same_people_at_once_one_is_applied(Database database)
    {
        await using var house = await House.Open(database);
        await house.GiveHeads();
        using var hr = await house.SignIn("hr");
        using var gm = await house.SignIn("gm");
        var plans = new[] { (await hr.Post(Plans, Plan(house), 201)).Id, (await hr.Post(Plans, Plan(house), 201)).Id };
        var file = await hr.Get($"/api/people/{house.Person("rep-a")}", 200);
        var answers = await Task.WhenAll(
            Apply(hr, plans[0], 0), Apply(gm, plans[0], 0), Apply(gm, plans[1], 0),
            hr.Send(HttpMethod.Post, $"/api/people/{house.Person("rep-a")}/placements",
                new { unitId = house.Seed.Units["team-c"], positionId = house.Seed.Positions["销售代表"], first = Day }, 0, seen: file.Version));
        answers.Count(answer => answer.Status == 200).ShouldBe(1, string.Join(" / ", answers.Select(answer => answer.Text)));
        var stays = (await hr.Get($"/api/people/{house.Person("rep-a")}", 200)).Json.GetProperty("placements").EnumerateArray().ToList();
        stays.Count.ShouldBe(2);
        stays[1].GetProperty("last").GetString().ShouldBe("2026-07-31");
    }

    private static object Plan(House house) => new { name = "北上", day = Day, steps = Steps(house) };

    /// <summary>A new unit in the north takes rep-a; team-b moves there under another name; team-d goes into team-c.</summary>
    private static object[] Steps(House house)
    {
        var unit = Guid.CreateVersion7();
        return
        [
            new { kind = "NewUnit", unitId = unit, targetId = house.Seed.Units["north"], name = "大客户队", unitKind = "Team", personId = house.Person("manager-c") },
            new { kind = "MovePeople", targetId = unit, people = new[] { house.Person("rep-a") } },
            new { kind = "Rename", unitId = house.Seed.Units["team-b"], name = "苏杭队" },
            new { kind = "MoveUnit", unitId = house.Seed.Units["team-b"], targetId = house.Seed.Units["north"] },
            new { kind = "SetHead", unitId = house.Seed.Units["north"], personId = house.Person("director-n") },
            new { kind = "Merge", unitId = house.Seed.Units["team-d"], targetId = house.Seed.Units["team-c"] },
        ];
    }

    private static object Rename(House house, string to, string unit, string day) =>
        new { name = "改名", day, steps = new[] { new { kind = "Rename", unitId = house.Seed.Units[unit], name = to } } };

    private static async Task<Answer> Apply(Client client, string id, int expect) =>
        await client.Send(HttpMethod.Post, $"{Plans}/{id}/apply", null, expect, seen: expect == 403 ? 1 : (await client.Get($"{Plans}/{id}", 200)).Version);

    private static string? Text(JsonElement line, string side, string member) => line.GetProperty(side).GetProperty(member).GetString();

    /// <summary>July as the board and the approvals tell it.</summary>
    private static async Task<Dictionary<string, string>> Past(Client client)
    {
        var told = new Dictionary<string, string>();
        foreach (var by in new[] { "Unit", "Person", "Territory" })
        {
            told[by] = (await client.Get($"/api/board?from=2026-07-01&to=2026-07-31&by={by}", 200)).Json.GetProperty("lines").GetRawText();
        }

        var times = (await client.Get("/api/approval-times?from=2026-07-01&to=2026-07-31", 200)).Json;
        told["times"] = string.Join('\n', new[] { "turns", "waited", "handled", "steps", "people", "kinds", "months" }.Select(part => $"\"{part}\":{times.GetProperty(part).GetRawText()}"));
        return told;
    }

    /// <summary>Units and what they stand under, by the keys of the seed where it knows them.</summary>
    private static async Task<List<string>> Tree(Client client, string? on)
    {
        var units = (await client.Get($"/api/units{(on is null ? "" : $"?on={on}")}", 200)).Items;
        var keys = units.ToDictionary(unit => unit.GetProperty("id").GetString()!, unit =>
            Seed.Tree.FirstOrDefault(known => known.Value.Name == unit.GetProperty("name").GetString()).Key ?? (unit.GetProperty("name").GetString() == "苏杭队" ? "team-b" : unit.GetProperty("name").GetString()!));
        return [.. units.Select(unit => $"{keys[unit.GetProperty("id").GetString()!]}<{(unit.TryGetProperty("parentId", out var above) && above.GetString() is { } id ? keys[id] : "")}").Order(StringComparer.Ordinal)];
    }

    private static async Task<string> Stays(Client client, House house) => string.Join('\n', await Task.WhenAll(
        new[] { "rep-a", "rep-d" }.Select(async who => (await client.Get($"/api/people/{house.Person(who)}", 200)).Json.GetProperty("placements").GetRawText())));
}
