namespace Yingpan.Tests.Api.Lists;

public sealed class ListTests
{
    [Theory, Databases]
    public async Task The_pages_hold_every_row_once_whatever_they_are_sorted_by(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        for (var i = 0; i < 18; i++)
        {
            await admin.Post("/api/customers", new { name = $"同城客户{i}", state = "Prospect", city = "苏州" }, 201);
        }

        foreach (var sort in new[] { "", "name", "-name", "city", "state", "-createdAt", "ownerName", "industry" })
        {
            var ids = new List<string>();
            for (var page = 1; page <= 4; page++)
            {
                var answer = await admin.Get($"/api/customers?page={page}&size=7&sort={sort}", 200);
                answer.Total.ShouldBe(25);
                answer.Items.Count.ShouldBe(page < 4 ? 7 : 4);
                ids.AddRange(answer.Column("id"));
            }

            ids.Distinct().Count().ShouldBe(25, sort);
        }

        var beyond = await admin.Get("/api/customers?page=99&size=7", 200);
        (beyond.Items.Count, beyond.Total).ShouldBe((0, 25));
    }

    [Theory, Databases]
    public async Task Names_sort_by_pinyin_and_a_minus_turns_the_order(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        foreach (var name in new[] { "上海甲", "安徽甲", "郑州甲", "北京甲", "广州甲", "成都甲" })
        {
            await admin.Post("/api/customers", new { name, state = "Prospect" }, 201);
        }

        string[] sorted = ["安徽甲", "北京甲", "成都甲", "广州甲", "上海甲", "郑州甲"];
        (await admin.Get("/api/customers?q=甲&sort=name", 200)).Column("name").ShouldBe(sorted);
        (await admin.Get("/api/customers?q=甲&sort=-name", 200)).Column("name").ShouldBe(sorted.Reverse());
    }

    [Theory, Databases]
    public async Task Filters_narrow_and_add_up(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var repC = house.Seed.People["rep-c"];
        (await admin.Get($"/api/customers?owner={repC}", 200)).Column("ownerId").ShouldBe([repC]);
        (await admin.Get($"/api/customers?territory={house.Seed.Record("territories", "北京")}", 200)).Total.ShouldBe(2);
        (await admin.Get($"/api/customers?territory={house.Seed.Record("territories", "全国")}", 200)).Total.ShouldBe(7);
        (await admin.Get($"/api/customers?owner={repC}&state=Prospect", 200)).Total.ShouldBe(0);
        (await admin.Get($"/api/people?unit={house.Seed.Units["east"]}", 200)).Column("number").ShouldBe(
            ["P-assistant-a", "P-director-e", "P-manager-a", "P-rep-a", "P-rep-a2", "P-rep-b"], ignoreOrder: true);
    }

    [Theory, Databases]
    public async Task A_search_takes_its_text_literally_and_in_either_case(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        foreach (var name in new[] { "百分100%纯", "下_划线", @"反\斜线", "O'Brien & \"Söhne\" <b>", "ACME Ltd" })
        {
            await admin.Post("/api/customers", new { name, state = "Prospect" }, 201);
        }

        foreach (var (q, name) in new[]
        {
            ("100%", "百分100%纯"), ("0%纯", "百分100%纯"), ("下_划", "下_划线"), (@"反\斜", @"反\斜线"), ("o'brien", "O'Brien & \"Söhne\" <b>"), ("<b>", "O'Brien & \"Söhne\" <b>"), ("acme", "ACME Ltd"),
        })
        {
            (await admin.Get($"/api/customers?q={Uri.EscapeDataString(q)}", 200)).Column("name").ShouldBe([name], q);
        }

        (await admin.Get("/api/customers?q=%25%25", 200)).Total.ShouldBe(0);
        (await admin.Get($"/api/customers?q={Uri.EscapeDataString("' OR 1=1 --")}", 200)).Total.ShouldBe(0);
        (await admin.Get($"/api/customers?q={Uri.EscapeDataString("'); DROP TABLE customers_customer; --")}", 200)).Total.ShouldBe(0);
        (await admin.Get("/api/customers?q=", 200)).Total.ShouldBe(12);
    }

    [Theory, Databases]
    public async Task What_a_list_does_not_understand_is_a_400_that_names_the_parameter(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        foreach (var (query, field) in new[]
        {
            ("page=0", "page"), ("page=-1", "page"), ("page=abc", "page"), ("page=99999999999", "page"), ("page=1.5", "page"), ("size=0", "size"), ("size=201", "size"),
            ("sort=remark", "sort"), ("sort=--name", "sort"), ("sort=name;drop", "sort"), ("sort=Name", "sort"), ("state=Nope", "state"), ("owner=me", "owner"),
            ("owner=00000000-0000-0000-0000-00000000000g", "owner"), ("q=%00", "q"), ("q=a%07b", "q"), ("q=" + new string('x', 101), "q"),
        })
        {
            var answer = await admin.Get($"/api/customers?{query}");
            answer.Status.ShouldBe(400, query);
            answer.Faults.ShouldHaveSingleItem(query).ShouldStartWith($"{field}: ", customMessage: query);
        }

        foreach (var harmless in new[] { "page=1&page=2", "q=%F0%9F%98%80", "q=%ff%fe", "page=1000000&size=200", "unknown=1", "sort=", "q=%ED%A0%80" })
        {
            (await admin.Get($"/api/customers?{harmless}")).Status.ShouldBeOneOf(200, 400);
        }
    }
}
