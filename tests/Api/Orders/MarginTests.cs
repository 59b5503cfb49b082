using System.Text.Json;
using Yingpan.Tests.Api.Imports;

namespace Yingpan.Tests.Api.Orders;

public sealed class MarginTests
{
    private const string Year = "from=2026-01-01&to=2026-12-31";

    [Theory, Databases]
    public async Task What_a_thing_costs_is_seen_and_changed_by_whom_it_is_told_and_by_nobody_else(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var pump = $"/api/products/{house.Seed.Record("products", "水泵")}";
        var was = (await admin.Get(pump, 200)).Json;
        Dictionary<string, object?> Body(string? cost) => new Dictionary<string, object?> { ["name"] = was.GetProperty("name").GetString(), ["unit"] = "台", ["listPrice"] = "1000.00", ["costPrice"] = cost };
        (await admin.Faults(HttpMethod.Put, pump, Body("-0.01"), 1)).ShouldBe(["costPrice: field.negative"]);
        await admin.Put(pump, Body("613.7500"), 1, 200);
        foreach (var login in new[] { "admin", "gm", "finance" })
        {
            using var client = await house.SignIn(login);
            (await client.Get(pump, 200))["costPrice"].ShouldBe("613.75", login);
            (await client.Export("/api/products/export?format=csv&columns=name,costPrice")).Select(row => row[1]).ShouldContain("613.75", login);
        }

        foreach (var login in new[] { "rep-a", "assistant-a", "manager-a", "director-e" })
        {
            using var client = await house.SignIn(login);
            foreach (var path in new[] { pump, "/api/products", "/api/search?q=水泵" })
            {
                (await client.Get(path, 200)).Text.ShouldNotContain("613.75", customMessage: $"{login} {path}");
            }

            (await client.Export("/api/products/export?format=csv&columns=name,costPrice")).Skip(1).Select(row => row[1]).Distinct().ShouldBe([""], login);
            (await client.Get("/api/products?sort=costPrice")).Status.ShouldBe(400, login);
        }

        var trail = (await admin.Get("/api/audit?entity=catalog_product&size=50", 200)).Text;
        trail.ShouldContain("costPrice");
        trail.ShouldNotContain("613.75");
        // Who keeps products and is not told what they cost leaves the cost as it is, and brings in none.
        await house.May(admin, "rep-b", ("catalog.read", "All"), ("catalog.edit", "All"), ("catalog.import", "All"));
        using var keeper = await house.SignIn("rep-b");
        await keeper.Put(pump, Body(null).With(("listPrice", "1001.00")), 2, 200);
        await keeper.Put(pump, Body("1.00"), 3, 403);
        await keeper.Post("/api/products", Body("1.00"), 403);
        var (_, _, notHis) = await keeper.Import("products", "产品名称,单位,成本价\n新泵,台,5\n");
        notHis.ShouldBe(["2 成本价 catalog.cost-not-yours"]);
        (await admin.Get(pump, 200))["costPrice"].ShouldBe("613.75");
        var (state, written, faults) = await admin.Import("products", "产品名称,单位,成本价\n新泵甲,台,5.25\n新泵乙,台,\n新泵丙,台,-1\n");
        faults.ShouldBe(["4 成本价 field.negative"]);
        (state, written).ShouldBe(("Applied", 2));
        (await admin.Get("/api/products?q=新泵甲", 200)).Items.Single().GetProperty("costPrice").GetString().ShouldBe("5.25");
        (await admin.Get("/api/products?q=新泵乙", 200)).Items.Single().GetProperty("costPrice").ValueKind.ShouldBe(JsonValueKind.Null, "not known is not nothing");
        // And taken back.
        await admin.Put(pump, Body(null), 3, 200);
        (await admin.Get(pump, 200)).Json.GetProperty("costPrice").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory, Databases]
    public async Task An_order_keeps_what_its_products_cost_when_it_was_confirmed_and_its_margin_is_told_to_whom_it_may(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        await Cost(house, admin, "水泵", "600.5", 1);
        var lines = new[] { house.Line("水泵", "2", "1000", "0.1"), house.Line("阀门", "1", "500") };
        var draft = await rep.Post("/api/orders", house.Order("rep-a").With(("lines", lines)), 201);
        (await admin.Get($"/api/orders/{draft.Id}", 200)).Json.GetProperty("margin").ValueKind.ShouldBe(JsonValueKind.Null, "a draft is booked by nobody");
        await Cost(house, admin, "水泵", "700", 2);
        await rep.Post($"/api/orders/{draft.Id}/confirm", seen: 1, expect: 200);
        await Cost(house, admin, "水泵", "1", 3);
        await Cost(house, admin, "阀门", "1", 1);
        var told = await admin.Get($"/api/orders/{draft.Id}", 200);
        Told(told.Json.GetProperty("margin")).ShouldBe(("2300.00", "500.00", "1400.00", "400.00", "0.222222"));
        told.Json.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("cost").GetString()).ShouldBe(["1400.00", null]);
        var hidden = (await rep.Get($"/api/orders/{draft.Id}", 200)).Json;
        hidden.GetProperty("margin").ValueKind.ShouldBe(JsonValueKind.Null);
        hidden.GetProperty("lines").EnumerateArray().All(line => line.GetProperty("cost").ValueKind == JsonValueKind.Null && line.GetProperty("costPrice").ValueKind == JsonValueKind.Null).ShouldBeTrue();
        var trail = (await admin.Get("/api/audit?entity=orders_line&size=50", 200)).Text;
        trail.ShouldNotContain("1400.00");

        // The customer over twelve months: his order of 2,000.00 of the seed has no known cost.
        var customer = $"/api/customers/{house.Seed.Record("customers", "客户rep-a")}/margin";
        var year = (await admin.Get(customer, 200)).Json;
        (year.GetProperty("from").GetString(), year.GetProperty("to").GetString()).ShouldBe(("2025-07-16", "2026-07-15"));
        Told(year.GetProperty("margin")).ShouldBe(("4300.00", "2500.00", "1400.00", "400.00", "0.222222"));
        Told((await admin.Get($"/api/customers/{house.Seed.Record("customers", "客户rep-c")}/margin", 200)).Json.GetProperty("margin")).ShouldBe(("2000.00", "2000.00", null, null, null));
        await rep.Get(customer, 403);
        await house.May(admin, "rep-b", ("customers.read", "Own"), ("orders.read", "Own"), ("catalog.costs", "All"));
        using var other = await house.SignIn("rep-b");
        await other.Get(customer, 404);
        await other.Get($"/api/customers/{house.Seed.Record("customers", "客户rep-b")}/margin", 200);
    }

    [Theory, Databases]
    public async Task Imported_orders_take_the_cost_of_their_file_or_of_the_product_and_the_few_who_earn_most_are_told(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await Cost(house, admin, "水泵", "900", 1);
        var number = (await admin.Get($"/api/products/{house.Seed.Record("products", "水泵")}", 200))["number"];
        string Customer(string login) => house.Seed.Records.First(record => record.Name == $"客户{login}").Id;
        var names = new Dictionary<string, string?>();
        foreach (var login in new[] { "rep-a", "rep-b", "rep-c" })
        {
            names[login] = (await admin.Get($"/api/customers/{Customer(login)}", 200))["number"];
        }

        const string head = "订单号,下单日期,客户,销售员,产品,数量,单价,成本价,金额\n";
        var (state, written, _) = await admin.Import("orders", head
            + $"M-1,2026-07-03,{names["rep-a"]},P-rep-a,{number},10,1000,,\n"
            + $"M-2,2026-07-03,{names["rep-b"]},P-rep-b,{number},10,1000,400,\n"
            + $"M-3,2026-07-03,{names["rep-c"]},P-rep-c,{number},1,1000,2000,\n"
            + $"M-4,2026-07-03,{names["rep-c"]},P-rep-c,,,,,50000\n");
        (state, written).ShouldBe(("Applied", 4));
        var pareto = (await admin.Get($"/api/pareto?{Year}&by=Margin", 200)).Json;
        pareto.GetProperty("lines").EnumerateArray().Select(line => (line.GetProperty("customerId").GetString(), line.GetProperty("amount").GetString(), line.GetProperty("unknown").GetString()))
            .ShouldBe([(Customer("rep-b"), "6000.00", "2000.00"), (Customer("rep-a"), "1000.00", "2000.00")], "who earns less than nothing is not among them");
        (pareto.GetProperty("by").GetString(), pareto.GetProperty("total").GetString(), pareto.GetProperty("key").GetInt32()).ShouldBe(("Margin", "7000.00", 1));
        // Six sold to in the seed, 2,000.00 each, at a cost that nobody knows; and the order that came by its amount alone.
        (pareto.GetProperty("unknown").GetProperty("customers").GetInt32(), pareto.GetProperty("unknown").GetProperty("sales").GetString()).ShouldBe((6, "62000.00"));
        (await admin.Get($"/api/pareto?{Year}&by=Sales", 200)).Json.GetProperty("unknown").ValueKind.ShouldBe(JsonValueKind.Null);
        using var manager = await house.SignIn("manager-a");
        (await manager.Get($"/api/pareto?{Year}&by=Margin", 403)).Code.ShouldBe("permission.missing");
        var (_, _, refused) = await manager.Import("orders", head + $"M-5,2026-07-03,{names["rep-a"]},P-rep-a,{number},1,1000,1,\n");
        refused.ShouldBe(["2 成本价 catalog.cost-not-yours"]);

        // The house compares by margin: who may not know it compares by sales.
        await admin.Post("/api/key-account-policies", new { first = "2026-07-15", cut = "0.5", basis = "Margin", cadenceDays = 20 }, 204);
        (await admin.Get("/api/key-account-policies", 200)).Json.GetProperty("now").GetProperty("basis").GetString().ShouldBe("Margin");
        (await admin.Get($"/api/pareto?{Year}", 200))["by"].ShouldBe("Margin");
        (await manager.Get($"/api/pareto?{Year}", 200))["by"].ShouldBe("Sales");
    }

    [Theory, Databases]
    public async Task The_list_and_its_file_tell_margins_to_whom_they_may_and_have_no_such_column_for_anybody_else(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        await Cost(house, admin, "水泵", "600", 1);
        async Task<string> Sold(string price, bool confirm = true) =>
            (await rep.Post("/api/orders", house.Order("rep-a").With(("lines", new[] { house.Line("水泵", "1", price), house.Line("阀门", "1", "500") }), ("confirm", confirm)), 201)).Id;
        var (much, less, loss, draft, gone) = (await Sold("1000"), await Sold("750"), await Sold("500"), await Sold("990", confirm: false), await Sold("980"));
        await rep.Post($"/api/orders/{gone}/cancel", new { reason = "不要了" }, seen: 1, expect: 200);
        foreach (var login in new[] { "admin", "gm", "finance" })
        {
            using var client = await house.SignIn(login);
            string Row(Answer page, string id) => page.Items.Where(row => row.GetProperty("id").GetString() == id).Select(row => $"{row.GetProperty("margin")} {row.GetProperty("marginRate")}").Single();
            var page = await client.Get("/api/orders?size=200&sort=-margin", 200);
            new[] { much, less, loss, draft, gone }.Select(id => Row(page, id)).ShouldBe(["400.00 0.4", "150.00 0.2", "-100.00 -0.2", " ", " "], login);
            page.Column("id").Take(3).ShouldBe([much, less, loss], login);
            (await client.Get("/api/orders?size=200&sort=-marginRate", 200)).Column("id").Take(3).ShouldBe([much, less, loss], login);
            (await client.Get("/api/orders?size=200&sort=margin", 200)).Column("id").TakeLast(3).ShouldBe([loss, less, much], login);
            foreach (var id in new[] { much, less, loss, draft, gone })
            {
                // As the page of the order tells it.
                var margin = (await client.Get($"/api/orders/{id}", 200)).Json.GetProperty("margin");
                Row(page, id).ShouldBe(margin.ValueKind == JsonValueKind.Null ? " " : $"{margin.GetProperty("earned")} {margin.GetProperty("share")}", login);
            }

            var file = await client.Export("/api/orders/export?format=csv&columns=number,margin,marginRate&sort=-margin");
            file[0].ShouldBe(["订单号", "毛利", "毛利率"]);
            file.Skip(1).Take(3).Select(row => $"{row[1]} {row[2]}").ShouldBe(["400.00 0.4", "150.00 0.2", "-100.00 -0.2"], login);
        }

        foreach (var login in new[] { "rep-a", "manager-a", "director-e" })
        {
            using var client = await house.SignIn(login);
            var page = await client.Get("/api/orders?size=200", 200);
            page.Items.All(row => row.GetProperty("margin").ValueKind == JsonValueKind.Null && row.GetProperty("marginRate").ValueKind == JsonValueKind.Null).ShouldBeTrue(login);
            foreach (var sort in new[] { "margin", "-marginRate" })
            {
                (await client.Get($"/api/orders?sort={sort}", 400)).Faults.ShouldBe(["sort: field.not-one-of"], login);
                await client.Get($"/api/orders/export?format=csv&sort={sort}", 400);
            }

            (await client.Export("/api/orders/export?format=csv"))[0].ShouldNotContain("毛利", login);
            await client.Get("/api/orders/export?format=csv&columns=number,margin", 400);
        }
    }

    private static (string?, string?, string?, string?, string?) Told(JsonElement margin) =>
        (margin.GetProperty("sales").GetString(), margin.GetProperty("unknown").GetString(), margin.GetProperty("cost").GetString(), margin.GetProperty("earned").GetString(), margin.GetProperty("share").GetString());

    private static async Task Cost(House house, Client admin, string product, string cost, int seen)
    {
        var path = $"/api/products/{house.Seed.Record("products", product)}";
        var name = (await admin.Get(path, 200))["name"];
        await admin.Put(path, new { name, unit = "台", listPrice = "1000.00", costPrice = cost }, seen, 200);
    }
}
