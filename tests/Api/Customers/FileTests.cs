using Yingpan.Tests.Api.Imports;

namespace Yingpan.Tests.Api.Customers;

public sealed class FileTests
{
    private const string Customers = "/api/customers";

    private static string Of(House house, string owner, string path = "") => $"{Customers}/{house.Seed.Record("customers", $"客户{owner}")}{path}";

    [Theory, Databases]
    public async Task The_timeline_tells_how_he_stands_and_of_disputes_only_to_who_may_read_them(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var rival = await house.SignIn("rep-b");
        using var manager = await house.SignIn("manager-a");
        using var gm = await house.SignIn("gm");
        var id = house.Seed.Record("customers", "客户rep-a");
        await manager.Put(Of(house, "rep-a", "/shares"), new { shares = new[] { new { personId = house.Seed.People["rep-a"], share = "0.6" }, new { personId = house.Seed.People["rep-a2"], share = "0.4" } } }, expect: 204);
        await manager.Post("/api/key-accounts", new { customerId = id, sponsorId = house.Seed.People["gm"], cadenceDays = 14 }, 201);
        await manager.Post(Of(house, "rep-a", "/grade-overrides"), new { card = "Value", grade = "A", reason = "战略客户", until = "2026-12-31" }, 201);
        await rep.Post(Of(house, "rep-a", "/warnings"), new { signal = "competitor", text = "在谈别家" }, 201);
        var kind = (await rep.Get("/api/customer-relation-kinds", 200)).Items[0].GetProperty("id").GetString();
        var other = (await rep.Post("/api/customers", new { name = "昆仑机械", state = "Prospect", ownerId = house.Seed.People["rep-a"] }, 201)).Id;
        await rep.Post(Of(house, "rep-a", "/relations"), new { kindId = kind, otherId = other, otherFirst = true }, 201);
        var name = (await rep.Get(Of(house, "rep-a"), 200))["name"];
        var dispute = (await rival.Post("/api/customer-disputes", new { name, text = "我先联系的" }, 201)).Id;
        var division = await gm.Post("/api/territory-divisions", new { first = "2026-07-01", defaultId = house.Seed.Record("territories", "北京"), rules = Array.Empty<object>() }, 201);
        await gm.Send(HttpMethod.Post, $"/api/territory-divisions/{division.Id}/apply", null, 200, seen: 1);

        house.Clock.Advance(TimeSpan.FromDays(1));
        using var judge = await house.SignIn("director-e");
        await judge.Post($"/api/customer-disputes/{dispute}/rule", new { ruling = "Keep", cause = "no-rule", text = "有合同" }, 200);
        var told = await judge.Get(Of(house, "rep-a", "/timeline?size=100"), 200);
        foreach (var title in new[]
        {
            "共享：员工rep-a 60%、员工rep-a2 40%", "列为重点客户，高层负责人员工gm，每 14 天联系", "人工评定价值等级：A，至 2026-12-31", "流失预警", "登记与昆仑机械的关系",
        })
        {
            told.Column("title").ShouldContain(title);
        }

        told.Column("title").ShouldContain(title => title.StartsWith("按规则由上海") && title.Contains("划入北京"));
        told.Column("title").Where(title => title.Contains("撞单")).Select(title => title.Split(' ')[0]).ShouldBe(["裁决撞单", "对员工rep-a的客户提出撞单"]);
        using var admin = await house.SignIn("admin");
        await house.May(admin, "assistant-a", ("customers.read", "All"));
        using var assistant = await house.SignIn("assistant-a");
        (await assistant.Get(Of(house, "rep-a", "/timeline?size=100"), 200)).Column("title").ShouldNotContain(title => title.Contains("撞单"));
    }

    [Theory, Databases]
    public async Task The_timeline_tells_what_happened_in_every_module_page_by_page(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var manager = await house.SignIn("manager-a");
        using var finance = await house.SignIn("finance");
        var id = house.Seed.Record("customers", "客户rep-a");
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await rep.Post(Of(house, "rep-a", "/records"), new { text = "下月要货" }, 201);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await rep.Put(Of(house, "rep-a", "/data-card"), new { fax = "0512-60000000" }, 0, 200);
        var draft = await rep.Post("/api/orders", house.Order("rep-a").With(), 201);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await rep.Post($"/api/orders/{draft.Id}/confirm", null, 200, seen: 1);
        await finance.Post("/api/receipts", Deeds.Receipt(draft.Id, "10.00"), 201);
        await manager.Post("/api/tasks", new { title = "送样品", ownerId = house.Seed.People["rep-a"], link = $"/customers/{id}" }, 201);
        await manager.Put(Of(house, "rep-a", "/exempt"), new { isExempt = true }, expect: 204);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var customer = await manager.Get(Of(house, "rep-a"), 200);
        var edit = customer.Json.EnumerateObject().Where(member => member.Name is "name" or "state" or "territoryId" or "industry" or "city" or "contactName" or "phone" or "remark").ToDictionary(member => member.Name, member => (object?)member.Value);
        await manager.Put(Of(house, "rep-a"), edit.With(("ownerId", house.Seed.People["rep-a"]), ("city", "无锡"), ("phone", "0512-61234567")), customer.Version, 200);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await manager.Post("/api/customer-transfers", new { ids = new[] { id }, toId = house.Seed.People["rep-a2"], reason = "调整" }, 200);

        var all = await manager.Get(Of(house, "rep-a", "/timeline?size=100"), 200);
        var kinds = all.Column("kind").Distinct().ToList();
        kinds.ShouldBe(["customer", "contact", "record", "order", "receipt", "task", "file"], ignoreOrder: true);
        all.Items[0].GetProperty("title").GetString().ShouldBe("负责人由员工rep-a改为员工rep-a2");
        string.Join(' ', all.Items.Take(2).Select(item => item.GetProperty("changes").ToString())).ShouldContain("无锡");
        all.Text.ShouldNotContain("0512-61234567");
        var changes = all.Items.SelectMany(item => item.GetProperty("changes").EnumerateArray()).ToList();
        changes.Select(change => change.GetProperty("field").GetString()!).ShouldAllBe(field => !field.Contains("column", StringComparison.Ordinal), "every field has a name, and what follows from another is not told");
        changes.Single(change => change.GetProperty("field").GetString() == "不回收").GetProperty("after").GetString().ShouldBe("是");
        all.Column("title").ShouldContain($"确认订单 {(await manager.Get($"/api/orders/{draft.Id}", 200))["number"]}");
        all.Column("title").ShouldContain(title => title.EndsWith("送样品"));
        var instants = all.Column("at");
        instants.ShouldBe(instants.OrderDescending(StringComparer.Ordinal));

        // Page by page it is the same, also where many things happened in one instant.
        var paged = new List<string>();
        string? next = "";
        while (next is not null)
        {
            var page = await manager.Get(Of(house, "rep-a", $"/timeline?size=2&before={next}"), 200);
            paged.AddRange(page.Items.Select(item => item.ToString()));
            next = page.Json.TryGetProperty("next", out var more) ? more.GetString() : null;
            paged.Count.ShouldBeLessThanOrEqualTo(all.Items.Count);
        }

        paged.ShouldBe(all.Items.Select(item => item.ToString()));
        (await manager.Get(Of(house, "rep-a", "/timeline?kind=record"), 200)).Column("text").ShouldContain("下月要货");
        (await manager.Get(Of(house, "rep-a", "/timeline?before=x&size=0"), 400)).Faults.ShouldBe(["before: field.not-valid", "size: field.range"]);

        // He is another's now; and who may read no orders is told of none.
        await rep.Get(Of(house, "rep-a", "/timeline"), 404);
        using var admin = await house.SignIn("admin");
        await house.May(admin, "assistant-a", ("customers.read", "All"));
        using var assistant = await house.SignIn("assistant-a");
        (await assistant.Get(Of(house, "rep-a", "/timeline?size=100"), 200)).Column("kind").Distinct().ShouldBe(["customer", "contact", "record", "file"], ignoreOrder: true);
        (await assistant.Get(Of(house, "rep-a", "/month-figures?month=2026-07"), 200)).Items.ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task A_record_is_its_author_s_on_its_day_and_everybody_s_to_read_who_sees_the_customer(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var manager = await house.SignIn("manager-a");
        using var foreign = await house.SignIn("rep-c");
        using var admin = await house.SignIn("admin");
        var body = new { text = "问了价格\n要一份样品", evasion = "要请示老板", interest = "Medium", successRate = "0.4", confirmedOn = "2026-08-01", paymentTime = "月结 30 天" };
        var made = await rep.Post(Of(house, "rep-a", "/records"), body, 201);
        await foreign.Post(Of(house, "rep-a", "/records"), body, 404);
        (await admin.Post(Of(house, "rep-a", "/records"), body, 409)).Code.ShouldBe("customers.no-person");
        (await rep.Post(Of(house, "rep-a", "/records"), new { text = " ", successRate = "1.2", contactId = Guid.NewGuid() }, 400)).Faults.ShouldBe(["successRate: field.not-fraction", "text: field.required"]);
        (await rep.Post(Of(house, "rep-a", "/records"), new { text = "x", contactId = Guid.NewGuid() }, 400)).Faults.ShouldBe(["contactId: record.not-found"]);
        var row = (await manager.Get($"/api/customer-records?author={house.Seed.People["rep-a"]}&from=2026-07-15&to=2026-07-15&interest=Medium", 200)).Items.Single();
        (row.GetProperty("day").GetString(), row.GetProperty("successRate").GetString(), row.GetProperty("canEdit").GetBoolean()).ShouldBe(("2026-07-15", "0.4", false));
        (await foreign.Get("/api/customer-records?q=问了价格", 200)).Total.ShouldBe(0);
        (await manager.Put($"/api/customer-records/{made.Id}", body, 1, 409)).Code.ShouldBe("customers.record-not-yours");
        await foreign.Put($"/api/customer-records/{made.Id}", body, 1, 404);
        await rep.Put($"/api/customer-records/{made.Id}", new { text = "问了价格和交期" }, 1, 200);
        (await rep.Export("/api/customer-records/export?format=csv&q=交期")).Count.ShouldBe(2);
        house.Clock.Advance(TimeSpan.FromDays(1));
        using var later = await house.SignIn("rep-a");
        (await later.Put($"/api/customer-records/{made.Id}", body, 2, 409)).Code.ShouldBe("customers.record-closed");
        (await later.Delete($"/api/customer-records/{made.Id}", expect: 409)).Code.ShouldBe("customers.record-closed");
    }

    [Theory, Databases]
    public async Task Cards_keep_what_they_said_and_nobody_writes_over_what_he_has_not_seen(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var foreign = await house.SignIn("rep-c");
        using var finance = await house.SignIn("finance");
        await rep.Put(Of(house, "rep-a", "/data-card"), new { legalRepresentative = "王总", employees = 120, email = "office@blue.example" }, 0, 200);
        await rep.Put(Of(house, "rep-a", "/data-card"), new { }, 0, 412);
        (await rep.Put(Of(house, "rep-a", "/data-card"), new { email = "nonsense", employees = -1 }, 1, 400)).Faults.ShouldBe(["email: field.email", "employees: field.range"]);
        (await finance.Get(Of(house, "rep-a", "/data-card"), 200))["legalRepresentative"].ShouldBe("王总");
        await finance.Put(Of(house, "rep-a", "/data-card"), new { }, 1, 403);
        await foreign.Get(Of(house, "rep-a", "/data-card"), 404);
        await foreign.Put(Of(house, "rep-a", "/data-card"), new { }, 1, 404);

        var strategies = Of(house, "rep-a", "/strategy-cards");
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => rep.Post(strategies, new { needs = $"需求{i}", profit = 4, creditRisk = "Low" })));
        both.Select(answer => answer.Status).Order().ShouldBe([200, 412, 412, 412]);
        var first = (await rep.Get(strategies, 200)).Items.Single().GetProperty("id").GetString();
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await rep.Post(strategies, new { seen = first, needs = "新的需求" }, 200);
        (await rep.Get(strategies, 200)).Column("needs")[0].ShouldBe("新的需求");
        (await rep.Get(strategies, 200)).Items.Count.ShouldBe(2);
        (await rep.Post(strategies, new { profit = 6 }, 400)).Faults.ShouldBe(["profit: field.range"]);
        await foreign.Post(strategies, new { needs = "x" }, 404);

        var figures = (await rep.Get(Of(house, "rep-a", "/month-figures?month=2026-07"), 200)).Items.ToDictionary(figure => figure.GetProperty("what").GetString()!, figure => figure.GetProperty("amount").GetString());
        figures.ShouldBe(new Dictionary<string, string?> { ["orders"] = "2000.00", ["receipts"] = "500.00" }, ignoreOrder: true);
        var reviews = Of(house, "rep-a", "/review-cards");
        await rep.Put(reviews, new { month = "2026-07", trend = "Better", judgement = "增长" }, 0, 200);
        await rep.Put(reviews, new { month = "2026-07", trend = "Worse", judgement = "没看见" }, 0, 412);
        await rep.Put(reviews, new { month = "2026-07", trend = "Steady", judgement = "平稳\n下月再看" }, 1, 200);
        (await rep.Put(reviews, new { month = "2026-08", trend = "Steady", judgement = "早了" }, 0, 409)).Code.ShouldBe("customers.month-ahead");
        await foreign.Put(reviews, new { month = "2026-07", trend = "Steady", judgement = "x" }, 0, 404);
    }

    [Theory, Databases]
    public async Task Whose_review_of_the_month_is_missing_is_told_by_the_rule_of_the_house(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var manager = await house.SignIn("manager-a");
        using var admin = await house.SignIn("admin");
        var all = await manager.Get("/api/customer-reviews?month=2026-07", 200);
        (all.Total, all.Column("isDone").Distinct().Single()).ShouldBe((3, "False"));
        await rep.Put(Of(house, "rep-a", "/review-cards"), new { month = "2026-07", trend = "Better", judgement = "增长" }, 0, 200);
        (await manager.Get("/api/customer-reviews?done=true", 200)).Column("ownerName").ShouldBe(["员工rep-a"]);
        (await manager.Get("/api/customer-reviews?done=false", 200)).Total.ShouldBe(2);
        var completion = await manager.Get("/api/customer-reviews/completion?month=2026-07", 200);
        (completion["needed"], completion["done"]).ShouldBe(("3", "1"));
        (await rep.Get("/api/customer-reviews", 200)).Total.ShouldBe(1);
        (await manager.Export("/api/customer-reviews/export?format=csv")).Count.ShouldBe(4);

        // From September on nobody needs one; July is not touched, and cannot be.
        var policy = new { weights = new Dictionary<string, int> { ["phone"] = 1 }, reviewStates = Array.Empty<string>(), reviewOwnedOnly = false };
        (await admin.Put("/api/customer-file-policies/2026-06", policy, 0, 409)).Code.ShouldBe("customers.policy-past");
        await admin.Put("/api/customer-file-policies/2026-09", policy, 0, 200);
        await admin.Put("/api/customer-file-policies/2026-09", policy, 0, 412);
        await manager.Put("/api/customer-file-policies/2026-09", policy, 0, 403);
        (await manager.Get("/api/customer-reviews?month=2026-09", 200)).Total.ShouldBe(0);
        (await manager.Get("/api/customer-reviews?month=2026-07", 200)).Total.ShouldBe(3);
        await admin.Delete("/api/customer-file-policies/2026-09", expect: 204);
        await admin.Put("/api/customer-file-policies/2026-07", policy, 0, 200);
        (await admin.Delete("/api/customer-file-policies/2026-07", expect: 409)).Code.ShouldBe("customers.policy-holds");
        (await manager.Get("/api/customer-reviews?month=2026-07", 200)).Total.ShouldBe(0);
        // By the new weights a file with a telephone is whole.
        await Eventually.Holds(async () => (await manager.Get($"{Customers}?size=50", 200)).Column("completeness").All(score => score == "1"));
    }

    [Theory, Databases]
    public async Task How_whole_a_file_is_follows_what_is_entered_and_can_be_listed_by(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        var bare = (await rep.Post(Customers, new { name = "新开的店", state = "Prospect", ownerId = house.Seed.People["rep-a"] }, 201)).Id;
        (await rep.Get($"{Customers}/{bare}", 200))["completeness"].ShouldBe("0.086956");
        var told = await rep.Get($"{Customers}/{bare}/completeness", 200);
        (told["score"], told["reached"], told["whole"]).ShouldBe(("0.086956", "10", "115"));
        told.Items[0].GetProperty("weight").GetInt32().ShouldBe(10);
        told.Column("name").ShouldContain("策略卡");
        await rep.Post($"{Customers}/{bare}/contacts", new { name = "李", role = "Decider" }, 201);
        await rep.Put($"{Customers}/{bare}/data-card", new { fax = "0512-60000000" }, 0, 200);
        await rep.Post($"{Customers}/{bare}/strategy-cards", new { needs = "便宜" }, 200);
        (await rep.Get($"{Customers}/{bare}", 200))["completeness"].ShouldBe("0.304347");
        (await rep.Get($"{Customers}?completeBelow=0.31", 200)).Column("id").ShouldBe([bare]);
        (await rep.Get($"{Customers}?sort=completeness", 200)).Column("id")[0].ShouldBe(bare);
        await rep.Import("customers", "客户名称,负责人,法人代表,传真,员工人数\n导入的店,P-rep-a,赵总,0512-61111111,35");
        var brought = (await rep.Get($"{Customers}?q={Uri.EscapeDataString("导入的店")}", 200)).Items.Single();
        brought.GetProperty("completeness").GetString().ShouldBe("0.191304");
        (await rep.Get($"{Customers}/{brought.GetProperty("id")}/data-card", 200))["legalRepresentative"].ShouldBe("赵总");
    }

    [Theory, Databases]
    public async Task Companies_are_related_in_both_directions_never_to_themselves_and_never_in_a_circle(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        using var rep = await house.SignIn("rep-a");
        var kinds = (await manager.Get("/api/customer-relation-kinds", 200)).Items.ToDictionary(kind => kind.GetProperty("name").GetString()!, kind => kind.GetProperty("id").GetString()!);
        var (a, a2, boss) = (house.Seed.Record("customers", "客户rep-a"), house.Seed.Record("customers", "客户rep-a2"), house.Seed.Record("customers", "客户manager-a"));
        Task<Answer> Relate(Client client, string of, string other, string kind, bool otherFirst, int expect) =>
            client.Post($"{Customers}/{of}/relations", new { kindId = kinds[kind], otherId = other, otherFirst }, expect);
        await Relate(manager, a, boss, "母公司", true, 201);
        await Relate(manager, a2, a, "母公司", true, 201);
        (await Relate(manager, boss, a2, "母公司", true, 409)).Code.ShouldBe("customers.relation-circle");
        (await Relate(manager, a2, boss, "母公司", true, 409)).Code.ShouldBe("customers.has-parent");
        (await Relate(manager, a, a, "供应商", true, 400)).Faults.ShouldBe(["otherId: customers.relation-self"]);
        await Relate(manager, a, a2, "同一老板", true, 201);
        (await Relate(manager, a2, a, "同一老板", true, 409)).Code.ShouldBe("customers.relation-there");
        (await manager.Get($"{Customers}/{a}/relations", 200)).Column("what").ShouldBe(["母公司", "子公司", "同一老板"], ignoreOrder: true);
        var tree = (await manager.Get($"{Customers}/{a2}/relations", 200)).Json.GetProperty("group");
        tree.GetProperty("below")[0].GetProperty("below")[0].GetProperty("isSelf").GetBoolean().ShouldBeTrue();

        // A rep reads whom his customer belongs with, and of those he does not see only the name.
        var seen = (await rep.Get($"{Customers}/{a}/relations", 200)).Items;
        seen.Count(row => row.TryGetProperty("customerId", out var id) && id.ValueKind != System.Text.Json.JsonValueKind.Null).ShouldBe(0);
        (await Relate(rep, a, house.Seed.Record("customers", "客户rep-c"), "供应商", true, 400)).Faults.ShouldBe(["otherId: record.not-found"]);
        await Relate(rep, a2, a, "供应商", true, 404);
        var relation = seen[0].GetProperty("id").GetString();
        using var foreign = await house.SignIn("rep-c");
        await foreign.Delete($"/api/customer-relations/{relation}", expect: 404);
        await rep.Delete($"/api/customer-relations/{relation}", expect: 204);

        // Of two who put each above the other at once, one comes to be.
        using var admin = await house.SignIn("admin");
        var answers = await Task.WhenAll(admin.Post($"{Customers}/{house.Seed.Record("customers", "客户rep-c")}/relations", new { kindId = kinds["母公司"], otherId = house.Seed.Record("customers", "客户rep-d"), otherFirst = true }),
            admin.Post($"{Customers}/{house.Seed.Record("customers", "客户rep-d")}/relations", new { kindId = kinds["母公司"], otherId = house.Seed.Record("customers", "客户rep-c"), otherFirst = true }));
        answers.Select(answer => answer.Status).Order().ShouldBe([201, 409]);
        (await admin.Post("/api/customer-relation-kinds", new { name = "母公司", nameEn = "x", reverse = "x", reverseEn = "x", order = 1 }, 400)).Faults.ShouldBe(["name: customers.relation-kind-taken"]);
    }
}
