using Yingpan.Tests.Api.Approvals;

namespace Yingpan.Tests.Api.Organization;

/// <summary>What a leaver owns goes to those who follow, whole, and nothing is left behind.</summary>
public sealed class HandOverTests
{
    [Theory, Databases]
    public async Task All_that_belongs_to_a_leaver_is_listed_by_every_module_and_passed_on_as_it_is(Database database)
    {
        await using var house = await House.Open(database);
        using var hr = await house.SignIn("hr");
        using var gm = await house.SignIn("gm");
        using var repA = await house.SignIn("rep-a");
        var (leaver, successor) = (house.Seed.People["rep-a"], house.Seed.People["rep-a2"]);
        using var admin = await house.SignIn("admin");
        var next = (await admin.Post("/api/goals", new { personId = leaver, first = "2026-10-01", last = "2026-12-31", amount = "5000.00" }, 201)).Id;
        var before = await hr.Get($"/api/people/{leaver}/belongings?lastDay=2026-07-31", 200);
        Counts(before).ShouldContainKeyAndValue("customers", 1);
        Counts(before).ShouldContainKeyAndValue("goals", 1);
        Counts(before).Keys.ShouldBe(["units", "people", "delegations", "customers", "customer-shares", "key-accounts", "drafts", "territories", "goals", "approvals", "own-requests", "approval-rules", "tasks", "task-series", "issues", "concerns", "meetings", "customer-names", "campaigns", "processes", "document-reviews"], ignoreOrder: true);
        // Whoever hands over need not see what it is: to him it is one customer.
        var hidden = await hr.Get($"/api/people/{leaver}/belongings/items?kind=customers", 200);
        (hidden.Items.Count, hidden.Total).ShouldBe((0, 1));
        var customer = (await admin.Get($"/api/people/{leaver}/belongings/items?kind=customers", 200)).Items.Single();
        customer.GetProperty("id").GetString().ShouldBe(house.Seed.Record("customers", "客户rep-a"));
        var board = (await gm.Get("/api/board?from=2026-07-01&to=2026-07-31&by=Person", 200)).Json.GetProperty("lines").GetRawText();

        // Leaving with something left is refused, and nothing of it has happened.
        (await HandOver(hr, leaver, before.Version, new { lastDay = "2026-07-31", leaves = true, lines = new[] { new { kind = "customers", toId = successor } } }, 409)).Code.ShouldBe("organization.hand-over-left");
        await repA.Get($"/api/customers/{customer.GetProperty("id").GetString()}", 200);

        var lines = Counts(before).Where(kind => kind.Value > 0).Select(kind => new { kind = kind.Key, toId = successor });
        var done = await HandOver(hr, leaver, before.Version, new { lastDay = "2026-07-31", leaves = true, disablesAccount = true, lines }, 200);
        done.Json.GetProperty("passed").GetInt32().ShouldBe(Counts(before).Values.Sum());
        done.Json.GetProperty("left").GetArrayLength().ShouldBe(0);

        using var repA2 = await house.SignIn("rep-a2");
        var file = await repA2.Get($"/api/customers/{customer.GetProperty("id").GetString()}", 200);
        file["number"].ShouldBe(customer.GetProperty("note").GetString());
        (await repA2.Get("/api/notifications", 200)).Items.Count(item => item.GetProperty("kind").GetString() == "handed-over").ShouldBe(Counts(before).Values.Count(count => count > 0));
        (await admin.Get($"/api/goals/{next}", 404)).Code.ShouldBe("record.not-found");
        (await admin.Get($"/api/goals?person={successor}&from=2026-10-01", 200)).Items.Select(goal => goal.GetProperty("amount").GetString()).ShouldContain("5000.00");
        // The results of July are where they were.
        (await gm.Get("/api/board?from=2026-07-01&to=2026-07-31&by=Person", 200)).Json.GetProperty("lines").GetRawText().ShouldBe(board);
        // His sign-ins are dead at once.
        await repA.Get("/api/customers", 401);
        var after = await hr.Get($"/api/people/{leaver}/belongings", 200);
        Counts(after).Values.Sum().ShouldBe(0);
        after["leftOn"].ShouldBe("2026-07-31");
        after.Json.GetProperty("hasAccount").GetBoolean().ShouldBeFalse();
        after.Json.GetProperty("past").GetArrayLength().ShouldBe(1);
    }

    [Theory, Databases]
    public async Task Territories_change_hands_the_day_after_and_goals_of_the_same_days_add_up(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var (leaver, successor) = (house.Seed.People["rep-a"], house.Seed.People["rep-b"]);
        foreach (var (person, amount) in new[] { (leaver, "5000.00"), (successor, "700.00") })
        {
            await admin.Post("/api/goals", new { personId = person, first = "2026-10-01", last = "2026-12-31", amount }, 201);
        }

        var territory = (await admin.Post("/api/territories", new { name = "交接区", order = 1 }, 201)).Id;
        await admin.Send(HttpMethod.Post, $"/api/territories/{territory}/holders", new { personId = leaver, isResponsible = true, first = "2026-01-01" }, 200, seen: 1);
        var later = (await admin.Post("/api/territories", new { name = "十月交接区", order = 2 }, 201)).Id;
        await admin.Send(HttpMethod.Post, $"/api/territories/{later}/holders", new { personId = leaver, isResponsible = true, first = "2026-01-01" }, 200, seen: 1);
        await admin.Send(HttpMethod.Post, $"/api/territories/{later}/holders", new { personId = successor, isResponsible = true, first = "2026-10-01" }, 200, seen: 2);
        var start = await admin.Get($"/api/people/{leaver}/belongings?lastDay=2026-08-31", 200);
        await HandOver(admin, leaver, start.Version, new { lastDay = "2026-08-31", lines = new[] { new { kind = "territories", toId = successor }, new { kind = "goals", toId = successor } } }, 200);
        var holders = (await admin.Get($"/api/territories/{territory}", 200)).Json.GetProperty("holders").EnumerateArray()
            .Select(holder => (holder.GetProperty("personId").GetString(), holder.GetProperty("first").GetString(), holder.TryGetProperty("last", out var last) ? last.GetString() : null)).ToList();
        holders.ShouldBe([(successor, "2026-09-01", null), (leaver, "2026-01-01", "2026-08-31")], ignoreOrder: true);
        // Who was to follow later follows at once: no day is nobody's.
        holders = [.. (await admin.Get($"/api/territories/{later}", 200)).Json.GetProperty("holders").EnumerateArray()
            .Select(holder => (holder.GetProperty("personId").GetString(), holder.GetProperty("first").GetString(), holder.TryGetProperty("last", out var last) ? last.GetString() : null))];
        holders.ShouldBe([(successor, "2026-10-01", null), (successor, "2026-09-01", "2026-09-30"), (leaver, "2026-01-01", "2026-08-31")], ignoreOrder: true);
        (await admin.Get($"/api/goals?person={successor}&from=2026-10-01", 200)).Items.Select(goal => goal.GetProperty("amount").GetString()).ShouldContain("5700.00");
        (await admin.Get($"/api/goals?person={leaver}&from=2026-10-01", 200)).Items.ShouldNotContain(goal => goal.GetProperty("first").GetString() == "2026-10-01");
    }

    [Theory, Databases]
    public async Task Shares_key_accounts_reports_and_requests_of_his_own_are_left_behind_by_nobody(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var director = await house.SignIn("director-e");
        var (leaver, successor) = (house.Seed.People["manager-a"], house.Seed.People["rep-a2"]);
        var customer = house.Seed.Record("customers", "客户rep-a");
        await director.Put($"/api/customers/{customer}/shares", new { shares = new[] { new { personId = house.Seed.People["rep-a"], share = "0.6" }, new { personId = leaver, share = "0.4" } } }, expect: 204);
        await director.Post("/api/key-accounts", new { customerId = customer, sponsorId = leaver, cadenceDays = 20 }, 201);
        using var rep = await house.SignIn("rep-a");
        var report = (await rep.Post("/api/concerns", new { kind = "Difficulty", title = "样机不够", text = "展厅只剩一台。" }, 201)).Id;
        var request = await house.SendIn("manager-a", "500.00");

        var before = await admin.Get($"/api/people/{leaver}/belongings?lastDay=2026-07-31", 200);
        foreach (var kind in new[] { "customer-shares", "key-accounts", "concerns", "own-requests" })
        {
            Counts(before)[kind].ShouldBeGreaterThan(0, kind);
            (await admin.Get($"/api/people/{leaver}/belongings/items?kind={kind}&lastDay=2026-07-31", 200)).Total.ShouldBe(Counts(before)[kind], kind);
        }

        var lines = Counts(before).Where(kind => kind.Value > 0).Select(kind => new { kind = kind.Key, toId = successor });
        var done = await HandOver(admin, leaver, before.Version, new { lastDay = "2026-07-31", leaves = true, lines }, 200);
        done.Json.GetProperty("left").GetArrayLength().ShouldBe(0);
        Counts(await admin.Get($"/api/people/{leaver}/belongings", 200)).Values.Sum().ShouldBe(0);
        var account = (await admin.Get($"/api/key-accounts?customer={customer}", 200)).Items.Single();
        (account.GetProperty("sponsorId").GetString(), account.GetProperty("cadenceDays").GetInt32()).ShouldBe((successor, 20));
        (await house.Read("admin", request))["state"].ShouldBe("Withdrawn");
        using var next = await house.SignIn("rep-a2");
        await next.Get($"/api/customers/{customer}", 200);
        await next.Post($"/api/concerns/{report}/answer", new { text = "明天补两台。" }, 200);
    }

    [Theory, Databases]
    public async Task Approval_rules_that_name_the_leaver_name_the_successor_and_what_is_on_its_way_goes_on_as_it_began(Database database)
    {
        await using var house = await House.Open(database);
        using var hr = await house.SignIn("hr");
        using var admin = await house.SignIn("admin");
        var (leaver, successor) = (house.Seed.People["manager-a"], house.Seed.People["manager-c"]);
        var old = await house.GoLive([new { name = "大额", route = new[] { house.Node("manager-a") }, copyTo = new[] { leaver, successor } }]);
        var draft = (await admin.Post("/api/approval-tables", new { kind = "general" }, 201)).Id;
        var request = await house.SendIn("rep-a", "10.00");
        var start = await hr.Get($"/api/people/{leaver}/belongings?lastDay=2026-07-31", 200);
        Counts(start).ShouldContainKeyAndValue("approval-rules", 2);
        (await hr.Get($"/api/people/{leaver}/belongings/items?kind=approval-rules", 200)).Column("title").ShouldBe(["大额", "大额"]);
        await HandOver(hr, leaver, start.Version, new { lastDay = "2026-07-31", lines = new[] { new { kind = "approval-rules", toId = successor } } }, 200);

        var tables = (await admin.Get("/api/approval-tables?kind=general&size=200", 200)).Items.ToDictionary(table => table.GetProperty("id").GetString()!, table => table.GetProperty("state").GetString());
        (tables[old], tables[draft]).ShouldBe(("Retired", "Draft"));
        var live = tables.Single(table => table.Value == "Live").Key;
        foreach (var id in new[] { live, draft })
        {
            var row = (await admin.Get($"/api/approval-tables/{id}", 200)).Json.GetProperty("rows")[0];
            row.GetProperty("route")[0].GetProperty("people").EnumerateArray().Select(person => person.GetString()).ShouldBe([successor]);
            row.GetProperty("copyTo").EnumerateArray().Select(person => person.GetString()).ShouldBe([successor]);
        }

        (await house.Read("rep-a", request)).Where().ShouldBe("Open: manager-a → ");
        (await house.Read("rep-a", await house.SendIn("rep-a", "10.00"))).Where().ShouldBe("Open: manager-c → ");
        Counts(await hr.Get($"/api/people/{leaver}/belongings", 200)).ShouldContainKeyAndValue("approval-rules", 0);
    }

    [Theory, Databases]
    public async Task Rules_in_which_the_successor_cannot_stand_are_refused_whole(Database database)
    {
        await using var house = await House.Open(database);
        using var hr = await house.SignIn("hr");
        var (leaver, successor) = (house.Seed.People["manager-a"], house.Seed.People["manager-c"]);
        // Named at another station of the same route he would be left out there.
        var live = await house.GoLive([new { route = new[] { house.Node("manager-a"), house.Node("manager-c") } }]);
        var start = await hr.Get($"/api/people/{leaver}/belongings", 200);
        (await HandOver(hr, leaver, start.Version, new { lastDay = "2026-07-31", lines = new[] { new { kind = "approval-rules", toId = successor } } }, 409)).Code.ShouldBe("approvals.successor-faults");
        using var admin = await house.SignIn("admin");
        (await admin.Get($"/api/approval-tables/{live}", 200))["state"].ShouldBe("Live");
    }

    [Theory, Databases]
    public async Task Single_things_go_to_others_and_bad_requests_name_every_fault(Database database)
    {
        await using var house = await House.Open(database);
        using var hr = await house.SignIn("hr");
        using var admin = await house.SignIn("admin");
        var (leaver, one, two) = (house.Seed.People["rep-a"], house.Seed.People["rep-a2"], house.Seed.People["rep-b"]);
        var extra = (await admin.Post("/api/customers", new { name = "另一家", state = "Prospect", ownerId = leaver }, 201)).Id;
        var start = await hr.Get($"/api/people/{leaver}/belongings", 200);
        (await HandOver(hr, leaver, start.Version, new
        {
            lastDay = "2026-07-31",
            lines = new object[] { new { kind = "nothing", toId = one }, new { kind = "customers", toId = leaver }, new { kind = "customers", toId = Guid.CreateVersion7() } },
        }, 400)).Faults.ShouldBe(["lines[0].kind: field.not-one-of", "lines[1].toId: organization.hand-over-himself", "lines[2].toId: organization.successor-gone"]);
        (await HandOver(hr, leaver, start.Version + 7, new { lastDay = "2026-07-31", lines = Array.Empty<object>() }, 412)).Code.ShouldBe("version.stale");
        await HandOver(hr, leaver, start.Version, new { lastDay = "2026-07-31", lines = new object[] { new { kind = "customers", toId = two, ids = new[] { extra } }, new { kind = "customers", toId = one } } }, 200);
        (await admin.Get($"/api/customers/{extra}", 200))["ownerId"].ShouldBe(two);
        (await admin.Get($"/api/customers/{house.Seed.Record("customers", "客户rep-a")}", 200))["ownerId"].ShouldBe(one);
    }

    [Theory, Databases]
    public async Task Two_who_hand_over_at_once_pass_each_thing_on_once(Database database)
    {
        await using var house = await House.Open(database);
        using var hr = await house.SignIn("hr");
        using var admin = await house.SignIn("admin");
        var (leaver, one, two) = (house.Seed.People["rep-a"], house.Seed.People["rep-a2"], house.Seed.People["rep-b"]);
        var start = await hr.Get($"/api/people/{leaver}/belongings", 200);
        var answers = await Task.WhenAll(
            HandOver(hr, leaver, start.Version, new { lastDay = "2026-07-31", lines = new[] { new { kind = "customers", toId = one } } }, 0),
            HandOver(admin, leaver, start.Version, new { lastDay = "2026-07-31", lines = new[] { new { kind = "customers", toId = two } } }, 0));
        answers.Select(answer => answer.Status).Order().ShouldBe([200, 412]);
        var owner = (await admin.Get($"/api/customers/{house.Seed.Record("customers", "客户rep-a")}", 200))["ownerId"];
        owner.ShouldBe(answers[0].Status == 200 ? one : two);
    }

    [Theory, Databases]
    public async Task Whoever_left_and_still_owns_something_heads_the_list(Database database)
    {
        await using var house = await House.Open(database);
        using var hr = await house.SignIn("hr");
        using var managerC = await house.SignIn("manager-c");
        var leaver = house.Seed.People["rep-a"];
        var file = await hr.Get($"/api/people/{leaver}", 200);
        await hr.Put($"/api/people/{leaver}", new { name = file["name"], hiredOn = file["hiredOn"], leftOn = "2026-07-10" }, file.Version, 200);
        var row = (await hr.Get("/api/leavers", 200)).Items[0];
        row.GetProperty("id").GetString().ShouldBe(leaver);
        row.GetProperty("hasLeft").GetBoolean().ShouldBeTrue();
        row.GetProperty("total").GetInt32().ShouldBeGreaterThan(0);
        (await managerC.Get("/api/leavers", 200)).Items.ShouldBeEmpty();
        await managerC.Get($"/api/people/{leaver}/belongings", 404);
    }

    [Theory, Databases]
    public async Task Whoever_named_him_his_deputy_gets_the_successor_and_a_unit_he_led_another_head_from_the_day_after(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var (leaver, one) = (house.Seed.People["rep-a2"], house.Seed.People["rep-b"]);
        await admin.Post("/api/delegations", new { personId = house.Seed.People["manager-a"], deputyId = leaver, first = "2026-07-20", last = "2026-08-20" }, 201);
        await admin.Post("/api/delegations", new { personId = one, deputyId = leaver, first = "2026-08-10", last = "2026-08-12" }, 201);
        await admin.Put($"/api/units/{house.Seed.Units["team-b"]}", new { name = "杭州队", kind = "Team", parentId = house.Seed.Units["east"], headId = leaver }, 1, 200);
        var start = await admin.Get($"/api/people/{leaver}/belongings?lastDay=2026-07-31", 200);
        (Counts(start)["delegations"], Counts(start)["units"]).ShouldBe((2, 1));
        await HandOver(admin, leaver, start.Version, new { lastDay = "2026-07-31", lines = new[] { new { kind = "delegations", toId = one }, new { kind = "units", toId = one } } }, 200);
        var rows = (await admin.Get("/api/delegations?size=200", 200)).Items
            .Select(row => (row.GetProperty("deputyId").GetString(), row.GetProperty("first").GetString(), row.GetProperty("last").GetString())).ToList();
        rows.ShouldContain((leaver, "2026-07-20", "2026-07-31"));
        rows.ShouldContain((one, "2026-08-01", "2026-08-20"));
        rows.ShouldNotContain(row => row.Item2 == "2026-08-10");
        async Task<string?> HeadOn(string day) => (await admin.Get($"/api/units?on={day}", 200)).Items.Single(unit => unit.GetProperty("id").GetString() == house.Seed.Units["team-b"]).GetProperty("headId").GetString();
        (await HeadOn("2026-07-31")).ShouldBe(leaver);
        (await HeadOn("2026-08-01")).ShouldBe(one);
        (await HeadOn("2026-07-14")).ShouldBeNull();
    }

    [Theory, Databases]
    public async Task A_late_hand_over_leaves_the_days_that_have_gone_by_as_they_were(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var (leaver, successor, led) = (house.Seed.People["rep-a2"], house.Seed.People["rep-b"], house.Seed.People["rep-a"]);
        var file = await admin.Get($"/api/people/{led}", 200);
        await admin.Send(HttpMethod.Post, $"/api/people/{led}/placements",
            new { unitId = house.Seed.Units["team-a"], positionId = house.Seed.Positions.Values.First(), managerId = leaver, first = "2026-06-01" }, 200, seen: file.Version);
        await admin.Post("/api/delegations", new { personId = house.Seed.People["manager-a"], deputyId = leaver, first = "2026-07-01", last = "2026-08-20" }, 201);
        var start = await admin.Get($"/api/people/{leaver}/belongings?lastDay=2026-06-30", 200);
        (Counts(start)["people"], Counts(start)["delegations"]).ShouldBe((1, 1));
        await HandOver(admin, leaver, start.Version, new { lastDay = "2026-06-30", lines = new[] { new { kind = "people", toId = successor }, new { kind = "delegations", toId = successor } } }, 200);
        var stays = (await admin.Get($"/api/people/{led}", 200)).Json.GetProperty("placements").EnumerateArray()
            .Select(stay => (stay.GetProperty("first").GetString(), stay.TryGetProperty("last", out var last) ? last.GetString() : null)).ToList();
        stays.ShouldContain(("2026-07-15", null));
        stays.ShouldContain(("2026-06-01", "2026-07-14"));
        (await admin.Get("/api/delegations?size=200", 200)).Items.Select(row => (row.GetProperty("deputyId").GetString(), row.GetProperty("first").GetString(), row.GetProperty("last").GetString()))
            .Where(row => row.Item1 == leaver || row.Item1 == successor).ShouldBe([(leaver, "2026-07-01", "2026-07-14"), (successor, "2026-07-15", "2026-08-20")], ignoreOrder: true);
    }

    [Theory, Databases]
    public async Task What_waits_for_him_is_passed_on_by_whomever_and_past_a_successor_who_may_not_have_it(Database database)
    {
        await using var house = await House.Open(database);
        await house.GiveHeads();
        await house.GoLive([new { route = new[] { house.Node("hr"), house.Node("manager-a") } }]);
        var (leaver, successor) = (house.Seed.People["manager-a"], house.Seed.People["rep-a"]);
        var (his, other) = (await house.SendIn("rep-a", "10.00"), await house.SendIn("rep-a2", "10.00"));
        foreach (var id in new[] { his, other })
        {
            await house.Act("hr", id, "approve");
        }

        using var hr = await house.SignIn("hr");
        var start = await hr.Get($"/api/people/{leaver}/belongings", 200);
        await HandOver(hr, leaver, start.Version, new { lastDay = "2026-07-31", lines = new[] { new { kind = "approvals", toId = successor } } }, 200);
        (await house.Read("rep-a2", other)).Where().ShouldBe("Open: rep-a → ");
        // His own request goes to the superior.
        (await house.Read("rep-a", his)).Where().ShouldBe("Open: director-e → ");
        (await house.Read("rep-a", his)).Json.GetProperty("log").EnumerateArray().Last(line => line.GetProperty("kind").GetString() == "HandedOn").GetProperty("targetName").GetString().ShouldBe("员工director-e");
        Counts(await hr.Get($"/api/people/{leaver}/belongings", 200))["approvals"].ShouldBe(0);
    }

    private static Dictionary<string, int> Counts(Answer answer) => answer.Json.GetProperty("kinds").EnumerateArray()
        .ToDictionary(kind => kind.GetProperty("kind").GetString()!, kind => kind.GetProperty("count").GetInt32());

    private static Task<Answer> HandOver(Client client, string person, int seen, object request, int expect) =>
        client.Send(HttpMethod.Post, $"/api/people/{person}/hand-over", request, expect, seen: seen);
}
