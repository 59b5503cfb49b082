using Yingpan.Tests.Api.Imports;

namespace Yingpan.Tests.Api.Catalog;

public sealed class ProductTests
{
    private const string Products = "/api/products";

    private static Dictionary<string, object?> Body(string name = "新产品") => new() { ["name"] = name, ["unit"] = "台", ["listPrice"] = "99.5000" };

    [Theory, Databases]
    public async Task Products_are_entered_listed_edited_taken_out_of_sale_and_removed(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        var made = await admin.Post(Products, Body().With(("line", "泵类")), 201);
        await admin.Post(Products, Body("旧产品").With(("number", "OLD-1"), ("line", "泵类"), ("listPrice", "0"), ("isActive", false)), 201);
        var read = await rep.Get($"{Products}/{made.Id}", 200);
        (read["number"], read["listPrice"], read["isActive"], read.Json.GetProperty("can").GetArrayLength()).ShouldBe(("G-000001", "99.50", "True", 0));
        (await rep.Get($"{Products}?line=泵类&sort=-listPrice", 200)).Column("name").ShouldBe(["新产品", "旧产品"]);
        (await rep.Get($"{Products}?line=泵类&active=true", 200)).Column("number").ShouldBe(["G-000001"]);
        (await rep.Get($"{Products}?line=泵类&active=false", 200)).Column("number").ShouldBe(["OLD-1"]);
        (await rep.Get($"{Products}?q=old-1", 200)).Column("name").ShouldBe(["旧产品"]);
        var page = await rep.Get($"{Products}?size=3&page=2&sort=name", 200);
        (page.Total, page.Items.Count).ShouldBe((4, 1));

        await admin.Put($"{Products}/{made.Id}", Body("改名").With(("listPrice", "1.2345"), ("isActive", false)), 1, 200);
        await admin.Put($"{Products}/{made.Id}", Body(), 1, 412);
        await admin.Put($"{Products}/{made.Id}", Body(), expect: 428);
        var edited = await admin.Get($"{Products}/{made.Id}", 200);
        (edited["name"], edited["listPrice"], edited["isActive"], edited.Version).ShouldBe(("改名", "1.2345", "False", 2));
        await admin.Delete($"{Products}/{made.Id}", expect: 204);
        await rep.Get($"{Products}/{made.Id}", 404);
        await admin.Put($"{Products}/{made.Id}", Body(), 2, 404);
        (await admin.Delete($"{Products}/{house.Seed.Record("products", "水泵")}", expect: 409)).Code.ShouldBe("record.referenced");
    }

    [Theory, Databases]
    public async Task What_the_house_sells_is_read_by_all_who_sell_and_kept_by_the_administrator(Database database)
    {
        await using var house = await House.Open(database);
        var pump = $"{Products}/{house.Seed.Record("products", "水泵")}";
        var before = await house.Snapshot();
        foreach (var login in new[] { "rep-a", "assistant-a", "manager-a", "director-e", "gm", "finance" })
        {
            using var client = await house.SignIn(login);
            (await client.Get(Products, 200)).Total.ShouldBe(2);
            await client.Get(pump, 200);
            await client.Post(Products, Body(), 403);
            await client.Put(pump, Body(), 1, 403);
            await client.Delete(pump, expect: 403);
            await client.Upload("products", "名称\n甲\n", 403);
        }

        foreach (var login in new[] { "hr", "guest" })
        {
            using var client = await house.SignIn(login);
            await client.Get(Products, 403);
            await client.Get(pump, 403);
        }

        (await house.Snapshot()).ShouldBe(before);
    }

    [Theory, Databases]
    public async Task All_faults_of_a_product_are_told_at_once_in_both_languages(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        (await admin.Faults(HttpMethod.Post, Products, new { number = "a\u0000", name = new string('长', 10_000), line = "\u001b", unit = "", listPrice = "-0.0001" })).ShouldBe([
            "line: field.characters", "listPrice: field.negative", "name: field.too-long", "number: field.characters", "unit: field.required",
        ]);
        foreach (var price in new[] { "922337203685477.5807", "99999999999", "0.00001", "1e3", "1,000", "NaN", "٣", "", "+1", " 1" })
        {
            (await admin.Faults(HttpMethod.Post, Products, Body().With(("listPrice", price)))).Single().ShouldStartWith("listPrice: ", customMessage: price);
        }

        var number = (await admin.Get($"{Products}?q=水泵", 200)).Column("number").Single();
        (await admin.Faults(HttpMethod.Post, Products, Body().With(("number", number)))).ShouldBe(["number: record.number-taken"]);
    }

    [Theory, Databases]
    public async Task An_import_of_products_names_each_wrong_line_and_an_export_runs_nothing(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var taken = (await admin.Get($"{Products}?q=水泵", 200)).Column("number").Single();
        var (state, written, faults) = await admin.Import("products", "编号,名称,类别,单位,标价\n"
            + "S-1,\"=HYPERLINK(\"\"http://x\"\")\",泵类,台,\"1,234.5678\"\n"
            + "S-2,,泵类,,1\n"
            + "S-1,重号,,,1\n"
            + $"{taken},占号,,,1\n"
            + "S-3,负价,,,-1\n"
            + "S-4,太细,,,1.23456\n"
            + "S-5,太大,,,1000000001\n"
            + "S-6,不是数,,,一百\n"
            + ",@没有号,,,\n");
        (state, written).ShouldBe(("Applied", 2));
        faults.ShouldBe([
            "3 名称 field.required", "4 编号 import.repeated", "5 编号 record.number-taken", "6 标价 field.negative", "7 标价 import.decimals", "8 标价 field.too-large",
            "9 标价 field.not-price",
        ], ignoreOrder: true);
        var rows = await admin.Export($"{Products}/export?format=csv&q=S-1");
        rows[1].ShouldBe(["S-1", "'=HYPERLINK(\"http://x\")", "泵类", "台", "1234.5678", "", "是"]);
        (await admin.Export($"{Products}/export?format=csv&q=没有号&columns=number,name"))[1].ShouldBe(["G-000001", "'@没有号"]);
    }

    [Theory, Databases]
    public async Task Two_who_edit_a_product_at_once_do_not_overwrite_each_other(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var path = $"{Products}/{house.Seed.Record("products", "阀门")}";
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => admin.Put(path, Body($"改{i}"), 1)));
        answers.Select(answer => answer.Status).Order().ShouldBe([200, 412, 412, 412, 412, 412]);
        (await admin.Get(path, 200))["name"].ShouldBe($"改{Array.FindIndex(answers, answer => answer.Status == 200)}");
    }
}
