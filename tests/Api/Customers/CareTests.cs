using System.Text.Json.Nodes;
using Yingpan.Tests.Api.Collaboration;

namespace Yingpan.Tests.Api.Customers;

public sealed class CareTests
{
    private const string Items = "/api/care-items";
    private const string Policies = "/api/care-policies";

    /// <summary>Visits that everybody is due within thirty days of the last, seen as early as can be; gifts and surveys by hand.</summary>
    private static JsonObject Policy(params JsonObject[] more) => new()
    {
        ["kinds"] = new JsonArray(Kind("visit"), Kind("gift"), Kind("survey", true), Kind("birthday"), Kind("sponsor")),
        ["lines"] = new JsonArray([.. more, Line("visit", "visit", "Interval", ("every", 30), ("span", "Day"), ("appearDays", 90), ("budget", "200.00"), ("escalateDays", new JsonArray(1, 3)))]),
        ["overBudgetWithReason"] = true,
        ["next"] = new JsonArray(
            new JsonObject { ["signal"] = "CareOverdue", ["days"] = 0, ["script"] = "今天联系", ["scriptEn"] = "Call today" },
            new JsonObject { ["signal"] = "CareDue", ["days"] = 1, ["script"] = "按计划联系", ["scriptEn"] = "As planned" },
            new JsonObject { ["signal"] = "NoContact", ["days"] = 5, ["script"] = "问候", ["scriptEn"] = "Say hello" }),
    };

    private static JsonObject Kind(string code, bool isSurvey = false) => new() { ["code"] = code, ["name"] = code, ["nameEn"] = code, ["isSurvey"] = isSurvey };

    private static JsonObject Line(string code, string kind, string trigger, params (string Name, JsonNode? Value)[] more)
    {
        var line = new JsonObject { ["code"] = code, ["kind"] = kind, ["trigger"] = trigger };
        foreach (var (name, value) in more)
        {
            line[name] = value;
        }

        return line;
    }

    private static async Task Hold(House house, JsonObject spec, string first = "2026-07-15")
    {
        using var admin = await house.SignIn("admin");
        await admin.Post(Policies, new { first, spec }, 201);
    }

    /// <summary>Two nights at once, and one more: what they leave is what one would.</summary>
    private static async Task Plan(House house)
    {
        await Task.WhenAll(house.Run("customers.plan-care"), house.Run("customers.plan-care"));
        await house.Run("customers.plan-care");
    }

    [Theory, Databases]
    public async Task What_is_planned_is_there_once_is_done_by_whose_duty_it_is_and_the_next_follows(Database database)
    {
        await using var house = await House.Open(database);
        await Hold(house, Policy());
        await Plan(house);
        using var rep = await house.SignIn("rep-a");
        using var manager = await house.SignIn("manager-a");
        using var assistant = await house.SignIn("assistant-a");
        var mine = await rep.Get($"{Items}?size=200", 200);
        mine.Total.ShouldBe((await rep.Get("/api/customers?size=200", 200)).Total, "one for each of his customers, however many nights");
        mine.Items.ShouldAllBe(item => item.GetProperty("state").GetString() == "Open" && item.GetProperty("kind").GetString() == "visit");
        var customer = house.Seed.Record("customers", "客户rep-a");
        var id = mine.Items.Single(item => item.GetProperty("customerId").GetString() == customer).GetProperty("id").GetString()!;
        foreach (var (login, status) in new[] { ("manager-a", 200), ("gm", 200), ("rep-c", 404), ("manager-c", 404), ("hr", 403), ("guest", 403) })
        {
            using var other = await house.SignIn(login);
            await other.Get($"{Items}/{id}", status);
            await other.Post($"{Items}/{id}/skip", new { reason = status == 200 ? "" : "x" }, status == 200 ? 400 : status);
            (await other.Get($"{Items}?size=200&customer={customer}")).Text.Contains(id, StringComparison.Ordinal).ShouldBe(status == 200, login);
            await other.Get("/api/care-costs?from=2026-07-01&to=2026-07-31", login is "hr" or "guest" ? 403 : 200);
        }

        using (var boss = await house.SignIn("gm"))
        {
            await boss.Post($"{Items}/{id}/skip", new { reason = "不归他办" }, 404);
        }

        (await rep.Faults(HttpMethod.Post, $"{Items}/{id}/done", new { on = "2026-07-16" })).ShouldBe(["on: customers.care-ahead"]);
        (await rep.Faults(HttpMethod.Post, $"{Items}/{id}/done", new { score = 5 })).ShouldBe(["score: customers.care-no-survey"]);
        (await rep.Faults(HttpMethod.Post, $"{Items}/{id}/done", new { costs = new { gift = "150.00", travel = "50.01" } })).ShouldBe(["overBudgetReason: customers.care-over-budget-reason"]);
        (await assistant.Post($"{Items}/{id}/done", new { costs = new { gift = "1.00" } }, 403)).Code.ShouldBe("permission.missing");
        var closed = await Task.WhenAll(
            rep.Post($"{Items}/{id}/done", new { result = "见了采购", costs = new { gift = "150.00", travel = "60.00" }, overBudgetReason = "路远" }),
            manager.Post($"{Items}/{id}/done", new { result = "见了采购", costs = new { gift = "150.00", travel = "60.00" }, overBudgetReason = "路远" }));
        closed.Select(answer => answer.Status).Order().ShouldBe([200, 409]);
        (await rep.Post($"{Items}/{id}/skip", new { reason = "x" }, 409)).Code.ShouldBe("customers.care-closed");
        (await rep.Get($"{Items}/{id}", 200)).Json.GetProperty("costs").GetProperty("sum").GetString().ShouldBe("210.00");
        (await assistant.Get($"{Items}/{id}", 200)).Json.TryGetProperty("costs", out var hidden).ShouldBe(hidden.ValueKind == System.Text.Json.JsonValueKind.Null, "what it cost is not for everybody");
        (await assistant.Get($"{Items}?state=Done", 200)).Text.ShouldNotContain("210.00");
        (await assistant.Get($"{Items}/export?format=csv", 200)).Text.ShouldNotContain("210.00");
        (await rep.Get($"{Items}/export?format=csv", 200)).Text.ShouldContain("210.00");
        (await rep.Get($"/api/customers/{customer}/timeline", 200)).Column("title").ShouldContain("完成客情：visit");
        using (var admin = await house.SignIn("admin"))
        {
            var trail = (await admin.Get("/api/audit?entity=customers_care_item", 200)).Text;
            trail.ShouldContain("giftCost");
            trail.ShouldNotContain("15000");
            trail.ShouldNotContain("150.00");
        }

        await Plan(house);
        var next = (await rep.Get($"{Items}?customer={customer}&state=Open", 200)).Items.Single();
        next.GetProperty("dueOn").GetString().ShouldBe("2026-08-14", "thirty days after it was done");
        await rep.Post($"{Items}/{next.GetProperty("id").GetString()}/done", new { nextOn = "2026-09-01" }, 200);
        await Plan(house);
        (await rep.Get($"{Items}?customer={customer}&state=Open", 200)).Column("dueOn").ShouldBe(["2026-09-01"], "by hand, and no second one by the policy");
        var days = await rep.Get($"/api/care-calendar?from=2026-07-01&to=2026-07-31&customer={customer}", 200);
        days.Json.GetProperty("days").EnumerateArray().Select(day => $"{day.GetProperty("on")} {day.GetProperty("done")}").ShouldBe(["2026-07-15 2"]);
    }

    [Theory, Databases]
    public async Task What_is_overdue_goes_up_once_for_each_level_and_follows_the_customer_to_his_next_owner(Database database)
    {
        await using var house = await House.Open(database);
        var spec = Policy();
        // Plans nothing by itself, so that only the one planned by hand is told of.
        spec["lines"] = new JsonArray(Line("visit", "visit", "Interval", ("states", new JsonArray("Lost")), ("escalateDays", new JsonArray(1, 3))));
        await Hold(house, spec);
        using var rep = await house.SignIn("rep-a");
        var customer = house.Seed.Record("customers", "客户rep-a");
        (await rep.Faults(HttpMethod.Post, $"/api/customers/{customer}/care-items", new { kind = "none", dueOn = "2026-07-14" })).ShouldBe(["kind: field.not-valid", "dueOn: customers.day-past"], ignoreOrder: true);
        using (var other = await house.SignIn("rep-c"))
        {
            await other.Post($"/api/customers/{customer}/care-items", new { kind = "visit", dueOn = "2026-07-15" }, 404);
        }

        var id = (await rep.Post($"/api/customers/{customer}/care-items", new { kind = "visit", dueOn = "2026-07-15", note = "送样册" }, 201)).Id;
        foreach (var (days, due, overdue, first, second) in new[] { (0, 1, 0, 0, 0), (1, 1, 1, 1, 0), (1, 1, 1, 1, 0), (1, 1, 2, 1, 1), (5, 1, 2, 1, 1) })
        {
            house.Clock.Advance(TimeSpan.FromDays(days));
            await Plan(house);
            using var own = await house.SignIn("rep-a");
            (await own.Get($"{Items}/{id}", 200))["level"].ShouldBe((first + second).ToString(null, null));
            (await Mine(own)).ShouldBe((due, overdue), $"{house.Clock.GetUtcNow()}");
            using var manager = await house.SignIn("manager-a");
            (await house.Told(manager, "care-escalated")).Count.ShouldBe(first);
            using var director = await house.SignIn("gm");
            (await house.Told(director, "care-escalated")).Count.ShouldBe(second);
        }

        (await house.AgendaOf("manager-a", "rep-a")).ShouldContain("逾期的客情事项: 员工rep-a · 1");
        using (var manager = await house.SignIn("manager-a"))
        {
            await manager.Post("/api/customer-transfers", new { ids = new[] { customer }, toId = house.Seed.People["rep-a2"], reason = "换人" }, 200);
        }

        await Plan(house);
        using var taker = await house.SignIn("rep-a2");
        (await taker.Get($"{Items}?mine=true&due=Overdue", 200)).Column("id").ShouldContain(id);
        (await house.Told(taker, "care-due")).ShouldNotBeEmpty("the next owner hears of it too");
        using var giver = await house.SignIn("rep-a");
        await giver.Get($"{Items}/{id}", 404);

        async Task<(int, int)> Mine(Client client) => ((await house.Told(client, "care-due")).Count, (await house.Told(client, "care-overdue")).Count);
    }

    [Theory, Databases]
    public async Task The_plan_follows_grade_state_unit_sponsor_birthday_and_merging_and_the_policy_is_seen_beforehand(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var manager = await house.SignIn("manager-a");
        using var rep = await house.SignIn("rep-a");
        var customer = house.Seed.Record("customers", "客户rep-a");
        await rep.Post($"/api/customers/{customer}/contacts", new { name = "王工", days = new[] { new { kind = "Birthday", calendar = "Solar", month = 7, day = 22 } } }, 201);
        await manager.Post("/api/key-accounts", new { customerId = customer, sponsorId = house.Seed.People["gm"], cadenceDays = 5 }, 201);
        var spec = Policy(
            Line("a", "visit", "Interval", ("grades", new JsonArray("A")), ("every", 7), ("span", "Day"), ("appearDays", 60)),
            Line("north", "visit", "Interval", ("unitId", house.Seed.Units["north"]), ("every", 60), ("span", "Day"), ("appearDays", 90)),
            Line("birthday", "birthday", "ContactDay", ("dayKind", "Birthday"), ("daysBefore", 2), ("appearDays", 30), ("budget", "100.00")),
            Line("sponsor", "sponsor", "KeyAccount", ("appearDays", 30)));
        await rep.Post($"{Policies}/preview", new { spec }, 403);
        var preview = await admin.Post($"{Policies}/preview", new { spec }, 200);
        preview.Json.GetProperty("kinds").EnumerateArray().Select(kind => kind.GetProperty("kind").GetString()).ShouldBe(["visit", "birthday", "sponsor"]);
        preview.Json.GetProperty("customers").GetInt32().ShouldBe(preview.Json.GetProperty("of").GetInt32());
        var boss = preview.Json.GetProperty("people").EnumerateArray().Single(person => person.GetProperty("personId").GetString() == house.Seed.People["gm"]);
        (boss.GetProperty("perWeek").GetDecimal(), boss.GetProperty("customers").GetInt32()).ShouldBe((1.4m, 1));
        (await admin.Get($"{Items}?size=200", 200)).Total.ShouldBe(0, "a preview writes nothing");
        var wrong = Policy(Line("x", "none", "ContactDay", ("escalateDays", new JsonArray(3, 3))));
        (await admin.Faults(HttpMethod.Post, Policies, new { first = "2026-07-14", spec = wrong }))
            .ShouldBe(["spec.lines[0].kind: customers.care-no-kind", "spec.lines[0].dayKind: field.required", "spec.lines[0].escalateDays: customers.care-escalation"], ignoreOrder: true);
        (await admin.Faults(HttpMethod.Post, Policies, new { first = "2026-07-14", spec })).ShouldBe(["first: customers.day-past"]);
        var ahead = (await admin.Post(Policies, new { first = "2026-07-16", spec }, 201)).Id;
        await admin.Put($"{Policies}/{ahead}", new { first = "2026-07-17", spec }, seen: 1, expect: 200);
        await admin.Delete($"{Policies}/{ahead}", expect: 204);
        await Hold(house, spec);
        await Plan(house);

        (await Open("birthday")).ShouldBe(["2026-07-20"]);
        (await Open("sponsor")).ShouldBe(["2026-07-20"]);
        using var gm = await house.SignIn("gm");
        var sponsored = (await gm.Get($"{Items}?mine=true", 200)).Items.Single();
        sponsored.GetProperty("kind").GetString().ShouldBe("sponsor");
        await gm.Post($"{Items}/{sponsored.GetProperty("id").GetString()}/done", new { result = "登门拜访" }, 200);
        var visit = (await rep.Get($"{Items}?customer={customer}&kind=visit", 200)).Items.Single().GetProperty("id").GetString();
        await manager.Post($"/api/customers/{customer}/grade-overrides", new { card = "Value", grade = "A", reason = "集团", until = "2026-12-31" }, 201);
        await Plan(house);
        var graded = (await rep.Get($"{Items}?customer={customer}&kind=visit", 200)).Items.Single();
        (graded.GetProperty("id").GetString(), graded.GetProperty("grade").GetString()).ShouldBe((visit, "A"), "the same one, now as an A has it");

        // Lost: in peace, but for what somebody planned.
        var lost = await house.Enter("流失客户", "rep-a", "Lost");
        await Plan(house);
        (await rep.Get($"{Items}?customer={lost}", 200)).Total.ShouldBe(0);

        // Two who are one: what was done goes along, what is open is planned anew.
        var twin = await house.Enter("同一家的另一份", "rep-a", "Active");
        await Plan(house);
        var done = (await rep.Get($"{Items}?customer={twin}&kind=visit", 200)).Items.Single().GetProperty("id").GetString();
        await rep.Post($"{Items}/{done}/done", new { result = "旧档案里的回访" }, 200);
        await Plan(house);
        await manager.Post($"/api/customers/{customer}/merge", new { mergedId = twin, mergedVersion = 1, take = Array.Empty<string>(), reason = "同一家" }, 201, seen: (await manager.Get($"/api/customers/{customer}", 200)).Version);
        await Plan(house);
        (await rep.Get($"{Items}?customer={customer}&kind=visit&state=Done", 200)).Column("id").ShouldBe([done!]);
        (await rep.Get($"{Items}?customer={customer}&kind=visit&state=Open", 200)).Total.ShouldBe(1);
        (await admin.Get(Policies, 200)).Json.GetProperty("runs")[0].GetProperty("customers").GetInt32().ShouldBeGreaterThan(0);
        (await admin.Post("/api/care-runs", expect: 200))["made"].ShouldBe("0");

        async Task<IReadOnlyList<string>> Open(string kind) => (await rep.Get($"{Items}?customer={customer}&kind={kind}&state=Open", 200)).Column("dueOn");
    }

    [Theory, Databases]
    public async Task Scores_and_costs_add_up_and_each_customer_has_one_next_deed_with_its_reason(Database database)
    {
        await using var house = await House.Open(database);
        var spec = Policy();
        spec["lines"] = new JsonArray(Line("gift", "gift", "Interval", ("every", 12), ("states", new JsonArray("Lost")), ("budget", "100.00")));
        spec["overBudgetWithReason"] = false;
        await Hold(house, spec);
        using var rep = await house.SignIn("rep-a");
        var customer = house.Seed.Record("customers", "客户rep-a");
        var gift = await Add("gift");
        (await rep.Post($"{Items}/{gift}/done", new { costs = new { gift = "100.01" } }, 409)).Code.ShouldBe("customers.care-over-budget");
        await rep.Post($"{Items}/{gift}/done", new { costs = new { gift = "60.00", banquet = "30.00" } }, 200);
        foreach (var score in new[] { 10, 9, 7 })
        {
            var survey = await Add("survey");
            (await rep.Faults(HttpMethod.Post, $"{Items}/{survey}/done", new { result = "x" })).ShouldBe(["score: field.required"]);
            await rep.Post($"{Items}/{survey}/done", new { score, remark = "还行" }, 200);
        }

        var satisfaction = await rep.Get("/api/care-satisfaction?from=2026-06-01&to=2026-07-31", 200);
        satisfaction.Json.GetProperty("all").GetProperty("average").GetDecimal().ShouldBe(8.67m);
        satisfaction.Json.GetProperty("months").EnumerateArray().Select(month => $"{month.GetProperty("key")} {month.GetProperty("answers")}").ShouldBe(["2026-06 0", "2026-07 3"]);
        satisfaction.Json.GetProperty("scores")[8].GetInt32().ShouldBe(1);
        foreach (var by in new[] { "Month", "Person", "Customer", "Kind" })
        {
            var costs = await rep.Get($"/api/care-costs?from=2026-07-01&to=2026-07-31&by={by}", 200);
            var line = costs.Items.Single();
            (line.GetProperty("cost").GetString(), line.GetProperty("gift").GetString(), line.GetProperty("budget").GetString(), line.GetProperty("used").GetString(), line.GetProperty("over").GetInt32())
                .ShouldBe(("90.00", "60.00", "100.00", "0.9", 0), by);
            costs.Json.GetProperty("all").GetProperty("cost").GetString().ShouldBe("90.00");
        }

        using (var other = await house.SignIn("rep-c"))
        {
            (await other.Get("/api/care-satisfaction?from=2026-06-01&to=2026-07-31", 200)).Json.GetProperty("all").GetProperty("answers").GetInt32().ShouldBe(0);
            (await other.Get("/api/care-costs?from=2026-07-01&to=2026-07-31", 200)).Items.ShouldBeEmpty();
            await other.Get($"/api/customers/{customer}/next-action", 404);
        }

        await rep.Post($"/api/customers/{customer}/care-items", new { kind = "gift", dueOn = "2026-07-16" }, 201);
        var next = await rep.Get("/api/next-actions", 200, language: "en");
        var row = next.Items.Single(one => one.GetProperty("customerId").GetString() == customer);
        (row.GetProperty("signal").GetString(), row.GetProperty("what").GetString(), row.GetProperty("on").GetString(), row.GetProperty("script").GetString()).ShouldBe(("CareDue", "gift", "2026-07-16", "As planned"));
        next.Items.Select(one => one.GetProperty("customerId").GetString()).Distinct().Count().ShouldBe(next.Total, "one for each customer");
        (await rep.Get($"/api/customers/{customer}/next-action", 200)).Json.GetProperty("next").GetProperty("script").GetString().ShouldBe("按计划联系");
        using var nobody = await house.SignIn("admin");
        (await nobody.Get("/api/next-actions", 200)).Total.ShouldBe(0, "an account without a person has no customers");

        async Task<string> Add(string kind) => (await rep.Post($"/api/customers/{customer}/care-items", new { kind, dueOn = "2026-07-15" }, 201)).Id;
    }
}
