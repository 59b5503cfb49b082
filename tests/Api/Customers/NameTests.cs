using Yingpan.Tests.Api.Imports;

namespace Yingpan.Tests.Api.Customers;

public sealed class NameTests
{
    private const string Names = "/api/customer-names";

    private static Dictionary<string, object?> Whole(string campaign, string name) => new()
    {
        ["campaignId"] = campaign,
        ["name"] = name,
        ["legalRepresentative"] = "王总",
        ["headName"] = "李工",
        ["hobbies"] = "钓鱼",
        ["strengths"] = "懂技术",
        ["phone"] = "0512-62220001",
        ["mobile"] = "13900002222",
    };

    private static Task<Answer> Campaign(Client client, House house, string name, string owner = "manager-a", object? people = null, object? units = null, object? required = null, string state = "Running") =>
        client.Post("/api/campaigns", new { name, first = "2026-07-01", state, ownerId = house.Seed.People[owner], people, units, required }.Without(), 201);

    [Theory, Databases]
    public async Task A_campaign_is_its_manager_s_to_keep_and_takes_names_of_who_takes_part(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        using var foreign = await house.SignIn("manager-c");
        using var rep = await house.SignIn("rep-a");
        using var other = await house.SignIn("rep-c");
        using var hr = await house.SignIn("hr");
        var made = await Campaign(manager, house, "秋季推广", units: new[] { house.Seed.Units["east"] });
        await rep.Post("/api/campaigns", new { name = "x", first = "2026-07-01", state = "Running" }, 403);
        await hr.Get($"/api/campaigns/{made.Id}", 403);
        (await manager.Post("/api/campaigns", new { name = " ", first = "2026-07-01", last = "2026-06-01", state = "Running" }, 400)).Faults.ShouldBe(["first: field.period-backwards", "name: field.required"]);
        (await manager.Post("/api/campaigns", new { name = "x", first = "2026-07-01", state = "Running", ownerId = house.Seed.People["rep-c"], people = new[] { Guid.NewGuid() } }, 400)).Faults
            .ShouldBe(["ownerId: record.out-of-reach", "people: record.not-found"]);
        var seen = await rep.Get($"/api/campaigns/{made.Id}", 200);
        (seen["number"].StartsWith("L-", StringComparison.Ordinal), string.Join(',', seen.Json.GetProperty("can").EnumerateArray().Select(can => can.GetString()))).ShouldBe((true, "enter"));
        seen.Json.GetProperty("required").GetArrayLength().ShouldBe(7);
        seen.Json.GetProperty("parts")[0].GetProperty("name").GetString().ShouldBe("华东");

        await rep.Post(Names, Whole(made.Id, "秋一机电"), 201);
        (await other.Post(Names, Whole(made.Id, "秋二机电"), 409)).Code.ShouldBe("customers.campaign-not-part");
        await foreign.Put($"/api/campaigns/{made.Id}", new { name = "改", first = "2026-07-01", state = "Running" }, 1, 404);
        await foreign.Delete($"/api/campaigns/{made.Id}", expect: 404);
        (await manager.Delete($"/api/campaigns/{made.Id}", expect: 409)).Code.ShouldBe("customers.campaign-has-names");
        await manager.Put($"/api/campaigns/{made.Id}", new { name = "秋季推广", first = "2026-07-01", state = "Closed", units = new[] { house.Seed.Units["east"] } }, 1, 200);
        await manager.Put($"/api/campaigns/{made.Id}", new { name = "秋季推广", first = "2026-07-01", state = "Closed" }, 1, 412);
        (await manager.Get($"/api/campaigns/{made.Id}", 200))["last"].ShouldBe("2026-07-15");
        (await rep.Post(Names, Whole(made.Id, "秋三机电"), 409)).Code.ShouldBe("customers.campaign-closed");
        var row = (await manager.Get("/api/campaigns?q=秋季", 200)).Items.Single();
        (row.GetProperty("names").GetInt32(), (await other.Get("/api/campaigns?q=秋季", 200)).Items.Single().GetProperty("names").GetInt32()).ShouldBe((1, 0));
        (await manager.Export("/api/campaigns/export?format=csv&open=false")).Count.ShouldBe(2);
        (await rep.Get("/api/campaigns?mine=true", 200)).Column("name").ShouldBe(["秋季推广", "种子项目"], ignoreOrder: true);
        (await other.Get("/api/campaigns?mine=true", 200)).Column("name").ShouldBe(["种子项目"]);
        var empty = await Campaign(manager, house, "写错的");
        await manager.Delete($"/api/campaigns/{empty.Id}", expect: 204);
        using var admin = await house.SignIn("admin");
        (await admin.Post("/api/campaigns", new { name = "无人", first = "2026-07-01", state = "Planned" }, 400)).Faults.ShouldBe(["ownerId: field.required"]);
    }

    [Theory, Databases]
    public async Task A_name_is_once_in_a_campaign_no_customer_of_anybody_s_and_whole_by_what_its_day_required(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        using var mate = await house.SignIn("rep-a2");
        using var foreign = await house.SignIn("rep-c");
        var (one, two) = ((await Campaign(admin, house, "一期")).Id, (await Campaign(admin, house, "二期", required: new[] { "city" })).Id);
        var made = await rep.Post(Names, Whole(one, "苏州蓝汀机电有限公司"), 201);
        var taken = await foreign.Post(Names, Whole(one, "苏州蓝汀机电有限责任公司"), 409);
        (taken.Code, taken.Text).ShouldSatisfyAllConditions(pair => pair.Item1.ShouldBe("customers.name-listed"), pair => pair.Item2.ShouldContain("员工rep-a"));
        // In another campaign it may stand; there only the city is required.
        var again = await mate.Post(Names, new { campaignId = two, name = "苏州蓝汀机电有限公司", city = "苏州" }, 201);
        (await mate.Get($"{Names}/{again.Id}", 200))["missing"].ShouldBe("");
        (await rep.Get($"{Names}/{made.Id}", 200))["completeness"].ShouldBe("1");
        (await rep.Post(Names, new { campaignId = one, name = "", phone = "打不通", email = "x" }, 400)).Faults.ShouldBe(["email: field.email", "name: field.required", "phone: field.phone"]);

        // Who is a customer already is told by name and unit, and is not put on a list.
        await foreign.Post("/api/customers", new { name = "北京长帆电器有限公司", state = "Prospect", ownerId = house.Seed.People["rep-c"] }, 201);
        var customer = await rep.Post(Names, Whole(one, "北京长帆电器有限公司"), 409);
        (customer.Code, customer.Text).ShouldSatisfyAllConditions(pair => pair.Item1.ShouldBe("customers.taken"), pair => pair.Item2.ShouldContain("北京队"));
        var check = await rep.Post($"{Names}/check", new { campaignId = one, lines = new object[] { new { name = "北京长帆电器有限公司" }, new { name = "苏州蓝汀机电" }, new { name = "新汀机电", phone = "?" }, new { name = "新汀机电" } } }, 200);
        check.Items.Select(line => line.GetProperty("isFree").GetBoolean()).ShouldBe([false, false, true, false]);
        var told = check.Items[0].GetProperty("customers")[0];
        (told.GetProperty("unitName").GetString(), told.TryGetProperty("number", out var number) && number.ValueKind == System.Text.Json.JsonValueKind.String).ShouldBe(("北京队", false));
        check.Items[1].GetProperty("listed").EnumerateArray().Select(listed => listed.GetProperty("isSame").GetBoolean()).ShouldBe([true, false], ignoreOrder: true);
        check.Items[2].GetProperty("faults")[0].GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        check.Items[3].GetProperty("sameAs").GetInt32().ShouldBe(2);
        check.Items[2].GetProperty("missing").GetArrayLength().ShouldBe(5);

        // From tomorrow on the house asks for less; today's names are measured by what was asked today.
        (await admin.Post("/api/name-policies", new { first = "2026-07-15", required = new[] { "phone" } }, 400)).Faults.ShouldBe(["first: customers.day-tomorrow"]);
        (await admin.Post("/api/name-policies", new { first = "2026-07-16", required = new[] { "nonsense" } }, 400)).Faults.ShouldBe(["required: field.not-one-of"]);
        var policy = await admin.Post("/api/name-policies", new { first = "2026-07-16", required = new[] { "phone" } }, 201);
        await rep.Post("/api/name-policies", new { first = "2026-07-17", required = new[] { "phone" } }, 403);
        var poor = await rep.Post(Names, new { campaignId = one, name = "今日只有名称", phone = "1" }, 201);
        house.Clock.Advance(TimeSpan.FromDays(1));
        using var later = await house.SignIn("rep-a");
        await later.Put($"{Names}/{poor.Id}", new { name = "今日只有名称", phone = "2" }, 1, 200);
        (await later.Get($"{Names}/{poor.Id}", 200))["completeness"].ShouldBe("0.285714");
        var next = await later.Post(Names, new { campaignId = one, name = "明日只有名称", phone = "1" }, 201);
        (await later.Get($"{Names}/{next.Id}", 200))["completeness"].ShouldBe("1");
        (await later.Get($"{Names}?campaign={one}&whole=false", 200)).Column("id").ShouldBe([poor.Id]);
        using var adminLater = await house.SignIn("admin");
        (await adminLater.Delete($"/api/name-policies/{policy.Id}", expect: 409)).Code.ShouldBe("customers.policy-holds");
    }

    [Theory, Databases]
    public async Task Names_are_their_owner_s_and_his_superiors_and_the_mobile_is_masked_for_who_only_reads(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var mate = await house.SignIn("rep-a2");
        using var manager = await house.SignIn("manager-a");
        using var finance = await house.SignIn("finance");
        var campaign = house.Seed.Record("campaigns", "种子项目");
        var made = await rep.Post(Names, Whole(campaign, "翠屿器材").With(("email", "li@blue.example")), 201);
        await mate.Get($"{Names}/{made.Id}", 404);
        await mate.Put($"{Names}/{made.Id}", new { name = "抢走" }, 1, 404);
        await mate.Post($"{Names}/{made.Id}/state", new { state = "Called" }, 404);
        await finance.Post($"{Names}/{made.Id}/state", new { state = "Called" }, 403);
        (await rep.Post(Names, Whole(campaign, "别人的").With(("ownerId", house.Seed.People["rep-a2"])), 400)).Faults.ShouldBe(["ownerId: record.out-of-reach"]);
        (await manager.Get($"{Names}/{made.Id}", 200))["mobile"].ShouldBe("13900002222");
        (await finance.Get($"{Names}/{made.Id}", 200))["mobile"].ShouldNotContain("0000");
        (await finance.Get($"{Names}/{made.Id}", 200)).Text.ShouldNotContain("li@blue.example");
        (await manager.Get($"{Names}/{made.Id}", 200))["email"].ShouldBe("li@blue.example");
        (await finance.Export($"{Names}/export?format=csv&q=翠屿")).SelectMany(line => line).ShouldNotContain("13900002222");
        (await manager.Post(Names, Whole(campaign, "替他录的").With(("ownerId", house.Seed.People["rep-a"])), 201)).Id.ShouldNotBeNullOrEmpty();
        (await rep.Get($"{Names}?campaign={campaign}&owner={house.Seed.People["rep-a"]}&from=2026-07-15&to=2026-07-15", 200)).Total.ShouldBe(3);

        (await rep.Post($"{Names}/{made.Id}/state", new { state = "Dropped" }, 400)).Faults.ShouldBe(["reason: field.required"]);
        (await rep.Post($"{Names}/{made.Id}/state", new { state = "Customer" }, 400)).Faults.ShouldBe(["state: field.not-valid"]);
        await rep.Post($"{Names}/{made.Id}/state", new { state = "Dropped", reason = "号码停用" }, 200);
        (await rep.Post($"{Names}/{made.Id}/state", new { state = "Dropped", reason = "x" }, 409)).Code.ShouldBe("customers.name-state");
        (await rep.Delete($"{Names}/{made.Id}", expect: 409)).Code.ShouldBe("customers.name-settled");
        await rep.Post($"{Names}/{made.Id}/state", new { state = "New" }, 200);
        (await rep.Get($"{Names}/{made.Id}", 200)).Json.TryGetProperty("reason", out var reason).ShouldBe(reason.ValueKind == System.Text.Json.JsonValueKind.Null);
        await rep.Delete($"{Names}/{made.Id}", expect: 204);
    }

    [Theory, Databases]
    public async Task A_name_becomes_a_customer_once_with_all_that_is_known_and_by_the_rules_for_customers(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var manager = await house.SignIn("manager-a");
        var campaign = house.Seed.Record("campaigns", "种子项目");
        var made = await rep.Post(Names, Whole(campaign, "苏州澄坞电机有限公司").With(("fax", "0512-1"), ("email", "a@b.example")), 201);
        var me = house.Seed.People["rep-a"];
        var body = new { name = "苏州澄坞电机有限公司", state = "Prospect", ownerId = me, nameId = made.Id, phone = "0512-62220001", contactName = "李工" };
        (await manager.Post("/api/customers", new { name = "x", state = "Prospect", ownerId = me, nameId = Guid.NewGuid() }, 404)).Code.ShouldBe("record.not-found");
        // Somebody else entered him meanwhile: the rules for customers refuse, and the name stays one.
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => rep.Post("/api/customers", body)));
        both.Count(answer => answer.Status == 201).ShouldBe(1);
        var id = both.Single(answer => answer.Status == 201).Id;
        (await rep.Get($"{Names}/{made.Id}", 200)).ShouldSatisfyAllConditions(name => name["state"].ShouldBe("Customer"), name => name["customerId"].ShouldBe(id));
        var contact = (await rep.Get($"/api/customers/{id}/contacts", 200)).Items.Single();
        (contact.GetProperty("name").GetString(), contact.GetProperty("mobile").GetString(), contact.GetProperty("hobbies").GetString()).ShouldBe(("李工", "13900002222", "钓鱼"));
        var card = await rep.Get($"/api/customers/{id}/data-card", 200);
        (card["legalRepresentative"], card["fax"], card["email"]).ShouldBe(("王总", "0512-1", "a@b.example"));
        var told = await rep.Get($"/api/customers/{id}/timeline?kind=name", 200);
        told.Column("title").ShouldBe(["录入项目“种子项目”的名录"]);
        (await rep.Post("/api/customers", new { name = "别的公司一", state = "Prospect", ownerId = me, nameId = made.Id }, 409)).Code.ShouldBe("customers.name-settled");
        (await rep.Post($"{Names}/{made.Id}/state", new { state = "New" }, 409)).Code.ShouldBe("customers.name-state");

        // Merged, the name goes along; of a customer entered by mistake it is a name again.
        var other = (await rep.Post("/api/customers", new { name = "苏州另一家泵业", state = "Prospect", ownerId = me }, 201)).Id;
        await manager.Post($"/api/customers/{other}/merge", new { mergedId = id, mergedVersion = 1 }, 201, seen: 1);
        (await rep.Get($"{Names}/{made.Id}", 200))["customerId"].ShouldBe(other);
        var mistaken = await rep.Post(Names, Whole(campaign, "将被删的单位"), 201);
        var gone = (await rep.Post("/api/customers", new { name = "将被删的单位", state = "Prospect", ownerId = me, nameId = mistaken.Id }, 201)).Id;
        await rep.Delete($"/api/customers/{gone}", expect: 204);
        (await rep.Get($"{Names}/{mistaken.Id}", 200))["state"].ShouldBe("Called");
    }

    [Theory, Databases]
    public async Task A_pasted_block_and_a_file_are_looked_through_before_anything_is_saved(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var finance = await house.SignIn("finance");
        var campaign = house.Seed.Record("campaigns", "种子项目");
        var paste = new { campaignId = campaign, text = "单位名称\t法人\t来源\t手机\r\n粘贴一厂\t王总\t展会\t１３９０００００００１\r\n粘贴二厂\t\t\t不是号码\r\n粘贴一厂\t李总\t\t\r\n" };
        var before = await house.Snapshot();
        var block = await rep.Post($"{Names}/paste", paste, 200);
        (await house.Snapshot()).ShouldBe(before);
        await finance.Post($"{Names}/paste", paste, 403);
        (block["hasHeadings"], block.Json.GetProperty("unknown")[0].GetString(), block.Items.Count).ShouldBe(("True", "来源", 3));
        (block.Items[0].GetProperty("facts").GetProperty("mobile").GetString(), block.Items[0].GetProperty("isFree").GetBoolean()).ShouldBe(("13900000001", true));
        block.Items[1].GetProperty("faults")[0].GetProperty("field").GetString().ShouldBe("mobile");
        block.Items[2].GetProperty("sameAs").GetInt32().ShouldBe(0);
        (await rep.Post($"{Names}/paste", new { campaignId = campaign, text = "x", from = "nonsense" }, 400)).Faults.ShouldBe(["from: field.not-one-of"]);
        (await rep.Post($"{Names}/check", new { campaignId = Guid.NewGuid(), lines = Array.Empty<object>() }, 400)).Faults.ShouldBe(["campaignId: record.not-found"]);

        var told = await rep.Import("customer-names",
            "项目,单位名称,法人或总经理,主管部门经理的姓名,爱好,特长,办公室电话,手机,负责人\n"
            + "种子项目,导入一厂,王总,李工,钓鱼,懂技术,0512-1,13900000001,\n种子项目,导入一厂有限公司,王总,,,,,,\n没有的项目,导入二厂,,,,,,,\n种子项目,导入三厂,,,,,,,P-rep-c\n种子项目,导入四厂,,,,,打不通,,\n种子项目,导入五厂,,,,,,,P-rep-a");
        told.Faults.ShouldBe(["3 单位名称 import.repeated", "4 项目 import.not-found", "5 负责人 record.out-of-reach", "6 办公室电话 field.phone"]);
        told.Written.ShouldBe(2);
        var listed = await rep.Get($"{Names}?q=导入&sort=name", 200);
        listed.Column("name").ShouldBe(["导入五厂", "导入一厂"]);
        listed.Column("completeness").ShouldBe(["0.142857", "1"]);
        (await rep.Import("customer-names", "项目,单位名称\n种子项目,导入一厂")).Faults.ShouldBe(["2 单位名称 customers.name-listed"]);
        (await rep.Export($"{Names}/export?format=csv&q=导入&columns=name,mobile")).Count.ShouldBe(3);
    }

    [Theory, Databases]
    public async Task A_day_is_counted_by_who_prepared_and_judged_by_the_norm_of_that_day(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        using var manager = await house.SignIn("manager-a");
        using var foreign = await house.SignIn("manager-c");
        var (me, campaign) = (house.Seed.People["rep-a"], house.Seed.Record("campaigns", "种子项目"));
        var norm = new { unitId = house.Seed.Units["east"], first = "2026-07-15", namesFrom = 3, namesTo = 4, recordsFrom = 1, recordsTo = 2 };
        (await admin.Post("/api/name-norms", new { first = "2026-07-14", namesFrom = 5, namesTo = 3, recordsFrom = 0, recordsTo = 0 }, 400)).Faults.ShouldBe(["namesFrom: customers.norm-range"]);
        (await admin.Post("/api/name-norms", new { first = "2026-07-14", namesFrom = 1, namesTo = 3, recordsFrom = 0, recordsTo = 0 }, 400)).Faults.ShouldBe(["first: customers.day-past"]);
        var made = await admin.Post("/api/name-norms", norm, 201);
        (await admin.Post("/api/name-norms", norm, 400)).Faults.ShouldBe(["first: customers.policy-day-taken"]);
        await manager.Post("/api/name-norms", norm, 403);
        (await admin.Delete($"/api/name-norms/{made.Id}", expect: 409)).Code.ShouldBe("customers.policy-holds");

        // Two whole ones beside the one of the seed that is not; a record of the seed.
        await rep.Post(Names, Whole(campaign, "计数一厂"), 201);
        var handed = await manager.Post(Names, Whole(campaign, "计数二厂").With(("ownerId", me)), 201);
        var open = await Today(rep, "mine=true");
        (open.GetProperty("names").GetInt32(), open.GetProperty("counted").GetInt32(), open.GetProperty("records").GetInt32()).ShouldBe((3, 2, 1));
        (open.GetProperty("namesState").GetString(), open.GetProperty("recordsState").GetString(), open.GetProperty("norm").GetProperty("namesFrom").GetInt32()).ShouldBe(("Open", "Met", 3));
        await rep.Post(Names, Whole(campaign, "计数三厂"), 201);
        (await Today(rep, "mine=true")).GetProperty("namesState").GetString().ShouldBe("Met");
        // Whose it becomes does not change for whom it counts.
        var name = await manager.Get($"{Names}/{handed.Id}", 200);
        await manager.Put($"{Names}/{handed.Id}", new { name = "计数二厂", legalRepresentative = "王总", headName = "李工", hobbies = "x", strengths = "x", phone = "1", mobile = "1", ownerId = house.Seed.People["rep-a2"] }, name.Version, 200);
        (await Today(rep, "mine=true")).GetProperty("counted").GetInt32().ShouldBe(3);

        var team = await manager.Get("/api/name-figures?from=2026-07-13&to=2026-07-21", 200);
        team.Column("name").ShouldBe(["员工assistant-a", "员工manager-a", "员工rep-a", "员工rep-a2"], ignoreOrder: true);
        (await foreign.Get($"/api/name-figures?person={me}", 200)).Items.ShouldBeEmpty();
        (await manager.Get($"/api/name-figures?unit={house.Seed.Units["team-b"]}", 200)).Items.ShouldBeEmpty();
        (await manager.Export("/api/name-figures/export?format=csv&from=2026-07-13&to=2026-07-15")).Count.ShouldBe(1 + (4 * 3));
        (await manager.Get("/api/name-figures?from=2026-01-01&to=2026-07-15", 400)).Faults.ShouldBe(["from: customers.figures-long"]);
        using var hr = await house.SignIn("hr");
        await hr.Get("/api/name-figures", 403);

        // The day over, a free day, and the leave of the seed on the 20th and 21st.
        house.Clock.Advance(TimeSpan.FromDays(7));
        using var later = await house.SignIn("manager-a");
        var days = (await later.Get($"/api/name-figures?from=2026-07-14&to=2026-07-21&person={me}", 200)).Items.Single();
        days.GetProperty("days").EnumerateArray().Select(day => day.GetProperty("namesState").GetString()).ShouldBe(["None", "Met", "Below", "Below", "Rest", "Rest", "Excused", "Excused"]);
        (days.GetProperty("namesDue").GetInt32(), days.GetProperty("namesMet").GetInt32()).ShouldBe((3, 1));

        async Task<System.Text.Json.JsonElement> Today(Client client, string query) =>
            (await client.Get($"/api/name-figures?{query}", 200)).Items.Single().GetProperty("days").EnumerateArray().Last();
    }
}

internal static class Leaving
{
    /// <summary>The members that are not null.</summary>
    public static Dictionary<string, object> Without(this object body) =>
        body.GetType().GetProperties().Select(member => (member.Name, Value: member.GetValue(body))).Where(member => member.Value is not null).ToDictionary(member => member.Name, member => member.Value!);
}
