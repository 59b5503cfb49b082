using Yingpan.Tests.Api.Imports;

namespace Yingpan.Tests.Api.Customers;

public sealed class CustomerTests
{
    private const string Customers = "/api/customers";

    private static Dictionary<string, object?> Body(House house, string? owner) => new()
    {
        ["name"] = "新客户有限公司",
        ["state"] = "Prospect",
        ["ownerId"] = owner is null ? null : house.Seed.People[owner],
    };

    [Theory, Databases]
    public async Task A_card_says_what_a_line_of_the_list_does_not(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        var customer = house.Seed.Record("customers", "客户rep-a");
        (await rep.Get($"/api/customers?q={Uri.EscapeDataString("客户rep-a")}", 200)).Items.Single().GetProperty("card").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null, "only where it was asked for");
        await house.Sell(rep, "rep-a", "2025-07-15", "70");
        await house.Sell(rep, "rep-a", "2025-07-16", "300");
        await rep.Post($"/api/customers/{customer}/records", new { text = "打过电话" }, 201);
        await rep.Post($"/api/customers/{customer}/care-items", new { kind = "visit", dueOn = "2026-07-18" }, 201);
        await rep.Post($"/api/customers/{customer}/warnings", new { signal = "competitor", text = "在谈别家" }, 201);
        var page = await rep.Get($"/api/customers?cards=true&size=1&sort=name&q={Uri.EscapeDataString("客户rep-a")}", 200);
        page.Total.ShouldBe(1);
        var card = page.Items.Single().GetProperty("card");
        (card.GetProperty("lastContact").GetString(), card.GetProperty("dueOn").GetString(), card.GetProperty("isOverdue").GetBoolean(), card.GetProperty("sales").GetString())
            .ShouldBe(("2026-07-15", "2026-07-18", false, "2300.00"));
        card.GetProperty("warningId").GetString().ShouldNotBeNullOrEmpty();
        house.Clock.Advance(TimeSpan.FromDays(4));
        using var manager = await house.SignIn("manager-a");
        var cards = (await manager.Get("/api/customers?cards=true&size=200", 200)).Items;
        cards.Single(row => row.GetProperty("id").GetString() == customer).GetProperty("card").GetProperty("isOverdue").GetBoolean().ShouldBeTrue();
        cards.Select(row => row.GetProperty("card").ValueKind).Distinct().ShouldBe([System.Text.Json.JsonValueKind.Object]);
        using var other = await house.SignIn("rep-c");
        (await other.Get("/api/customers?cards=true", 200)).Items.ShouldAllBe(row => row.GetProperty("id").GetString() != customer);
    }

    [Theory, Databases]
    public async Task Everybody_lists_finds_sorts_and_exports_what_he_reaches_and_nothing_else(Database database)
    {
        await using var house = await House.Open(database);
        foreach (var (login, reached) in new[]
        {
            ("rep-a", new[] { "rep-a" }), ("manager-a", ["rep-a", "rep-a2", "manager-a"]), ("assistant-a", ["rep-a", "rep-a2", "manager-a"]),
            ("director-e", ["rep-a", "rep-a2", "rep-b", "manager-a"]), ("director-n", ["rep-c", "rep-d"]), ("gm", ["rep-a", "rep-a2", "rep-b", "rep-c", "rep-d", "manager-a", ""]),
        })
        {
            using var client = await house.SignIn(login);
            var list = await client.Get($"{Customers}?sort=-name&size=200", 200);
            list.Column("ownerName").ShouldBe(reached.Select(owner => owner.Length == 0 ? "" : $"员工{owner}"), ignoreOrder: true, customMessage: login);
            list.Total.ShouldBe(reached.Length);
            list.Column("name").ShouldBe((await client.Get($"{Customers}?sort=name&size=200", 200)).Column("name").Reverse());
            (await client.Export($"{Customers}/export?format=csv")).Count.ShouldBe(reached.Length + 1);
            var (first, second) = (await client.Get($"{Customers}?sort=number&size=1", 200), await client.Get($"{Customers}?sort=number&size=1&page=2", 200));
            (first.Total, second.Total, second.Items.Count).ShouldBe((reached.Length, reached.Length, reached.Length > 1 ? 1 : 0));
            foreach (var record in house.Seed.Records.Where(record => record.Kind == "customers"))
            {
                var isMine = reached.Contains(record.Owner ?? "");
                await client.Get($"{Customers}/{record.Id}", isMine ? 200 : 404);
                (await client.Get($"{Customers}?q={record.Canaries[0]}", 200)).Total.ShouldBe(isMine ? 1 : 0);
            }
        }

        foreach (var login in new[] { "hr", "guest" })
        {
            using var client = await house.SignIn(login);
            await client.Get(Customers, 403);
            await client.Get($"{Customers}/{house.Seed.Record("customers", "客户rep-a")}", 403);
            await client.Get($"{Customers}/export", 403);
        }
    }

    [Theory, Databases]
    public async Task A_team_sees_its_team_s_customers_and_not_those_of_a_team_below(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await house.May(admin, "director-e", ("customers.read", "Team"), ("customers.edit", "Team"));
        await house.May(admin, "rep-a", ("customers.read", "Team"));
        using var director = await house.SignIn("director-e");
        using var rep = await house.SignIn("rep-a");
        (await director.Get(Customers, 200)).Total.ShouldBe(0);
        (await rep.Get(Customers, 200)).Total.ShouldBe(3);
        var seen = await rep.Get($"{Customers}/{house.Seed.Record("customers", "客户rep-a2")}", 200);
        seen.Json.GetProperty("can").GetArrayLength().ShouldBe(0);
        (await director.Post(Customers, Body(house, "rep-a").With(), 400)).Faults.ShouldBe(["ownerId: record.out-of-reach"]);
        await director.Post(Customers, Body(house, "director-e").With(), 201);
    }

    [Theory, Databases]
    public async Task A_customer_is_entered_read_edited_and_removed(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        var id = Guid.CreateVersion7().ToString();
        var whole = Body(house, "rep-a").With(
            ("id", id), ("name", "  Ａ公司\u0301 "), ("territoryId", house.Seed.Record("territories", "上海")), ("industry", "制造"), ("city", "苏州"),
            ("contactName", "李"), ("phone", "+86 (0512) 6000-0000转8"), ("remark", "第一行\n第二行"));
        (await rep.Post(Customers, whole, 201)).Id.ShouldBe(id);
        var read = await rep.Get($"{Customers}/{id}", 200);
        (read["number"], read["name"], read["ownerName"], read["remark"], read["phone"]).ShouldBe(("C-000001", "Ａ公司\u0301", "员工rep-a", "第一行\n第二行", "+86 (0512) 6000-0000转8"));
        read["territoryName"].ShouldStartWith("上海");
        read.Json.GetProperty("can").EnumerateArray().Select(can => can.GetString()).ShouldBe(["edit", "delete"]);

        // Left out is emptied: an edit says everything.
        await rep.Put($"{Customers}/{id}", Body(house, "rep-a").With(("state", "Lost")), 1, 200);
        var edited = await rep.Get($"{Customers}/{id}", 200);
        (edited["name"], edited["state"], edited.Version, edited["number"]).ShouldBe(("新客户有限公司", "Lost", 2, "C-000001"));
        new[] { "remark", "phone", "territoryId", "city" }.Where(member => edited.Json.TryGetProperty(member, out var value) && value.ToString().Length > 0).ShouldBeEmpty();

        await rep.Put($"{Customers}/{id}", Body(house, "rep-a").With(), 1, 412);
        await rep.Put($"{Customers}/{id}", Body(house, "rep-a").With(), expect: 428);
        await rep.Delete($"{Customers}/{id}", expect: 204);
        await rep.Get($"{Customers}/{id}", 404);
        await rep.Put($"{Customers}/{id}", Body(house, "rep-a").With(), 2, 404);
        await rep.Delete($"{Customers}/{id}", expect: 404);
    }

    [Theory, Databases]
    public async Task A_customer_is_given_only_to_people_within_one_s_reach(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var manager = await house.SignIn("manager-a");
        using var finance = await house.SignIn("finance");
        var mine = $"{Customers}/{house.Seed.Record("customers", "客户rep-a")}";
        var foreign = $"{Customers}/{house.Seed.Record("customers", "客户rep-c")}";
        var nobodys = $"{Customers}/{house.Seed.Record("customers", "公海客户")}";
        var before = await house.Snapshot();
        foreach (var (client, owner) in new[] { (rep, "rep-a2"), (rep, "rep-c"), (rep, null), (manager, "rep-b"), (manager, "director-e"), (manager, (string?)null) })
        {
            (await client.Post(Customers, Body(house, owner).With(), 400)).Faults.ShouldBe(["ownerId: record.out-of-reach"], owner);
            (await client.Put(mine, Body(house, owner).With(), 1, 400)).Faults.ShouldBe(["ownerId: customers.owner-by-transfer"], owner);
        }

        (await rep.Post(Customers, Body(house, "rep-a").With(("ownerId", Guid.NewGuid())), 400)).Faults.ShouldBe(["ownerId: record.out-of-reach"]);
        foreach (var path in new[] { foreign, nobodys })
        {
            await manager.Put(path, Body(house, "rep-a").With(), 1, 404);
            await manager.Delete(path, expect: 404);
        }

        await finance.Post(Customers, Body(house, "rep-a").With(), 403);
        await finance.Put(mine, Body(house, "rep-a").With(), 1, 403);
        await finance.Delete(mine, expect: 403);
        // Within the team too it is a transfer, which asks for a reason and tells both.
        (await manager.Put(mine, Body(house, "rep-a2").With(), 1, 400)).Faults.ShouldBe(["ownerId: customers.owner-by-transfer"]);
        using var admin = await house.SignIn("admin");
        (await admin.Put(nobodys, Body(house, "rep-a").With(), 1, 400)).Faults.ShouldBe(["ownerId: customers.owner-by-transfer"]);
        (await house.Snapshot()).ShouldBe(before);
    }

    [Theory, Databases]
    public async Task All_faults_are_told_at_once_in_both_languages_and_hostile_text_is_refused(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var before = await house.Snapshot();
        (await admin.Faults(HttpMethod.Post, Customers, new
        {
            number = new string('9', 41),
            name = " ",
            state = "Nope",
            industry = "a\0b",
            city = new string('城', 61),
            contactName = "a\u001bb",
            phone = "phone",
            remark = new string('x', 10_000),
        })).ShouldBe([
            "city: field.too-long", "contactName: field.characters", "industry: field.characters", "name: field.required", "number: field.too-long", "phone: field.phone",
            "remark: field.too-long", "state: field.not-one-of",
        ]);
        (await admin.Faults(HttpMethod.Post, Customers, Body(house, null).With(("ownerId", Guid.NewGuid()), ("territoryId", Guid.NewGuid()))))
            .ShouldBe(["ownerId: record.not-found", "territoryId: record.not-found"]);
        (await admin.Faults(HttpMethod.Put, $"{Customers}/{house.Seed.Record("customers", "客户rep-a")}", Body(house, null).With(("name", new string('长', 10_000))), seen: 1))
            .ShouldBe(["name: field.too-long"]);
        foreach (var (member, value) in new (string, object)[] { ("id", "me"), ("ownerId", 7), ("name", 7), ("name", new[] { "a" }), ("version", 1), ("createdAt", "2020-01-01T00:00:00Z"), ("importId", Guid.NewGuid()) })
        {
            (await admin.Post(Customers, Body(house, null).With((member, value)))).Status.ShouldBe(400, member);
        }

        foreach (var text in new[] { "\"\\ud800\"", "\"a\\u0000\"", "\"\\u0007\"", "\"\\ufffe\"", "\"a\\uffff\"", "\"\u0085\"" })
        {
            (await admin.Post(Customers, $$"""{"name":{{text}},"state":"Prospect"}""")).Status.ShouldBe(400, text);
        }

        (await house.Snapshot()).ShouldBe(before);
        // What only looks hostile is text like any other.
        foreach (var name in new[] { "<script>alert(1)</script>", "'; DROP TABLE customers_customer; --", "{{7*7}} ${7*7}", "\u202E倒过来", "😀", "=1+1" })
        {
            var made = await admin.Post(Customers, Body(house, null).With(("name", name), ("city", "怪城")), 201);
            (await admin.Get($"{Customers}/{made.Id}", 200))["name"].ShouldBe(name);
        }

        (await admin.Get($"{Customers}/export?format=xlsx", 200)).Bytes[0].ShouldBe((byte)'P');
        (await admin.Export($"{Customers}/export?format=csv&columns=name&sort=name")).Select(row => row[0]).ShouldContain("'=1+1");
    }

    [Theory, Databases]
    public async Task A_search_finds_a_name_as_it_is_written_and_in_the_other_case(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        foreach (var name in new[] { "Ö-Straße", "ＡＢＣ公司", "ООО Ромашка", "Électricité" })
        {
            await admin.Post(Customers, Body(house, null).With(("name", name)), 201);
            foreach (var q in new[] { name, name.ToLowerInvariant(), name.ToUpperInvariant() })
            {
                (await admin.Get($"{Customers}?q={Uri.EscapeDataString(q)}", 200)).Column("name").ShouldBe([name], q);
            }
        }
    }

    [Theory, Databases]
    public async Task A_customer_with_orders_stays_until_they_are_gone(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        var customer = await rep.Post(Customers, Body(house, "rep-a").With(), 201);
        var order = await rep.Post("/api/orders", house.Order("rep-a").With(("customerId", customer.Id)), 201);
        (await rep.Delete($"{Customers}/{customer.Id}", expect: 409)).Code.ShouldBe("record.referenced");
        await rep.Get($"{Customers}/{customer.Id}", 200);
        await rep.Delete($"/api/orders/{order.Id}", expect: 204);
        await rep.Delete($"{Customers}/{customer.Id}", expect: 204);
    }

    [Theory, Databases]
    public async Task Numbers_go_on_past_those_the_house_brought_along(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await admin.Post(Customers, Body(house, null).With(("number", "C-000002"), ("name", "自带号")), 201);
        (await admin.Import("customers", "编号,客户名称\n" + string.Concat(Enumerable.Range(4, 300).Select(i => $"C-{i:000000},带来{i}\n")))).Written.ShouldBe(300);
        var given = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var made = await admin.Post(Customers, Body(house, null).With(("name", $"新客户{i}")), 201);
            given.Add((await admin.Get($"{Customers}/{made.Id}", 200))["number"]);
        }

        given.ShouldBe(["C-000001", "C-000003", "C-000304"]);
        (await admin.Post(Customers, Body(house, null).With(("number", "C-000304")), 400)).Faults.ShouldBe(["number: record.number-taken"]);
        await admin.Post(Customers, Body(house, null).With(("number", "C-000306")), 201);
        var (state, written, faults) = await admin.Import("customers", "编号,客户名称\n,甲\nC-000305,乙\n,丙\n", "AllOrNothing");
        (state, written).ShouldBe(("Applied", 3), string.Join(" / ", faults));
        (await admin.Get($"{Customers}?q=C-0003&sort=-number&size=5", 200)).Column("number").ShouldBe(["C-000308", "C-000307", "C-000306", "C-000305", "C-000304"]);
    }

    [Theory, Databases]
    public async Task One_id_made_by_the_client_makes_one_customer_however_often_and_from_wherever_it_comes(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var colleague = await house.SignIn("rep-a2");
        var id = Guid.CreateVersion7();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            (i % 2 == 0 ? rep : colleague).Post(Customers, Body(house, i % 2 == 0 ? "rep-a" : "rep-a2").With(("id", id), ("name", $"抢{i}")))));
        answers.Select(answer => answer.Status).Order().ShouldBe([201, 409, 409, 409, 409, 409]);
        answers.Where(answer => answer.Status == 409).ShouldAllBe(answer => answer.Code == "record.duplicate");
        var winner = Array.FindIndex(answers, answer => answer.Status == 201);
        (await (winner % 2 == 0 ? rep : colleague).Get($"{Customers}/{id}", 200))["name"].ShouldBe($"抢{winner}");
    }

    [Theory, Databases]
    public async Task An_import_brings_right_lines_and_names_each_wrong_one(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        using var rep = await house.SignIn("rep-a");
        var taken = house.Seed.Records.First(record => record.Name == "客户rep-c").Canaries[0];
        var shanghai = house.Seed.Records.First(record => record.Name == "上海").Canaries[1];
        var file = "编号,客户名称,状态,负责人,区域,电话,备注\n"
            + $"M-1,好客户甲,成交,P-rep-a,{shanghai},021-5555,\"两\n行\"\n"
            + "M-2,,潜在,P-rep-a,,,\n"
            + "M-3,别人的,潜在,P-rep-b,,,\n"
            + "M-4,没人的,潜在,没有这人,,,\n"
            + "M-1,重号,潜在,P-rep-a,,,\n"
            + $"{taken},占号,潜在,P-rep-a,,,\n"
            + "M-5,坏状态,不对,P-rep-a,没有区域,x,\n"
            + "M-6,无主,潜在,,,,\n"
            + ",自动编号,,员工rep-a2,,,\n"
            + $"M-7,{new string('长', 121)},,P-rep-a,,,\n"
            + "M-8,控\u0007制,,P-rep-a,,,\n"
            + "M-9,=cmd|' /C calc'!A0,,P-rep-a,,,\n";
        var faults = new[]
        {
            "4 客户名称 field.required", "5 负责人 record.out-of-reach", "6 负责人 import.not-found", "7 编号 import.repeated", "8 编号 record.number-taken",
            "9 状态 field.not-one-of", "9 区域 import.not-found", "9 电话 field.phone", "10 负责人 record.out-of-reach", "12 客户名称 field.too-long", "13 客户名称 field.characters",
        };
        var refused = await manager.Import("customers", file, "AllOrNothing");
        (refused.State, refused.Written).ShouldBe(("Refused", 0));
        refused.Faults.ShouldBe(faults, ignoreOrder: true);
        (await manager.Get(Customers, 200)).Total.ShouldBe(3);

        var applied = await manager.Import("customers", file);
        (applied.State, applied.Written).ShouldBe(("Applied", 3));
        applied.Faults.ShouldBe(faults, ignoreOrder: true);
        var first = (await manager.Get($"{Customers}?q=M-1", 200)).Items.Single();
        (first.GetProperty("name").GetString(), first.GetProperty("state").GetString(), first.GetProperty("ownerName").GetString()).ShouldBe(("好客户甲", "Active", "员工rep-a"));
        (await manager.Get($"{Customers}?q=自动编号", 200)).Column("number").Single().ShouldStartWith("C-");
        (await rep.Get(Customers, 200)).Total.ShouldBe(3);

        // A rep brings in only his own.
        (await rep.Import("customers", "客户名称,负责人\n我的,P-rep-a\n同事的,P-rep-a2\n")).Faults.ShouldBe(["3 负责人 record.out-of-reach"]);
        using var finance = await house.SignIn("finance");
        await finance.Upload("customers", "客户名称\n甲\n", 403);
    }
}
