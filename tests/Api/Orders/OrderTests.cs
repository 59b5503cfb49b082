namespace Yingpan.Tests.Api.Orders;

public sealed class OrderTests
{
    private const string Orders = "/api/orders";

    [Theory, Databases]
    public async Task The_list_its_totals_and_its_export_tell_the_same_for_every_filter(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await house.Sell(admin, "rep-c", "2026-06-30", "123.45");
        await house.Sell(admin, "rep-c", "2026-07-31", "0.01");
        await admin.Post(Orders, house.Order("rep-b").With(("salespersonId", null), ("number", "网店-1"), ("territoryId", house.Seed.Record("territories", "全国"))), 201);
        var (repC, customerC) = (house.Seed.People["rep-c"], house.Seed.Record("customers", "客户rep-c"));
        foreach (var (query, orders, amount) in new[]
        {
            ("", 15, "25123.46"),
            ("state=Confirmed", 8, "12123.46"),
            ("state=Draft", 7, "13000.00"),
            ("state=Cancelled", 0, "0.00"),
            ($"salesperson={repC}", 4, "4123.46"),
            ($"salesperson={repC}&state=Confirmed&from=2026-07-01&to=2026-07-31", 2, "2000.01"),
            ($"salesperson={repC}&to=2026-06-30", 1, "123.45"),
            ($"customer={customerC}", 4, "4123.46"),
            ($"unit={house.Seed.Units["north"]}", 6, "8123.46"),
            ($"unit={house.Seed.Units["team-d"]}", 2, "4000.00"),
            ($"territory={house.Seed.Record("territories", "北京")}", 6, "8123.46"),
            ($"territory={house.Seed.Record("territories", "全国")}", 15, "25123.46"),
            ("noSalesperson=true", 1, "1000.00"),
            ($"noSalesperson=true&salesperson={repC}", 0, "0.00"),
            ($"q={Uri.EscapeDataString("网店")}", 1, "1000.00"),
            ($"q={Uri.EscapeDataString("客户rep-c")}", 4, "4123.46"),
            ($"salesperson={Guid.NewGuid()}", 0, "0.00"),
        })
        {
            var totals = await admin.Get($"{Orders}/totals?{query}", 200);
            (totals["orders"], totals["amount"]).ShouldBe((orders.ToString(System.Globalization.CultureInfo.InvariantCulture), amount), query);
            var list = await admin.Get($"{Orders}?size=200&sort=-amount&{query}", 200);
            (list.Total, list.Items.Count).ShouldBe((orders, orders), query);
            list.Column("amount").Select(decimal.Parse).Sum().ShouldBe(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), query);
            list.Column("amount").Select(decimal.Parse).ShouldBeInOrder(SortDirection.Descending, query);
            (await admin.Export($"{Orders}/export?format=csv&sort=orderedOn&{query}")).Count.ShouldBe(orders + 1, query);
        }

        (await admin.Get($"{Orders}?from=2026-07-02&to=2026-07-01", 400)).Faults.ShouldBe(["from: field.period-backwards"]);
        foreach (var query in new[] { "from=2026-02-30", "from=1.7.2026", "to=0000-00-00", "state=draft", "state=1", "customer=x", "noSalesperson=maybe", "sort=remark" })
        {
            (await admin.Get($"{Orders}/totals?{query}")).Status.ShouldBe(query.StartsWith("sort", StringComparison.Ordinal) ? 200 : 400, query);
            (await admin.Get($"{Orders}?{query}")).Status.ShouldBe(400, query);
        }

        (await admin.Get($"{Orders}/totals?from=0001-01-01&to=9999-12-31", 200))["orders"].ShouldBe("15");
    }

    [Theory, Databases]
    public async Task Everybody_reads_the_orders_he_reaches_and_no_name_he_may_not_read(Database database)
    {
        await using var house = await House.Open(database);
        foreach (var (login, orders) in new[] { ("rep-a", 2), ("manager-a", 6), ("director-e", 8), ("director-n", 4), ("gm", 12), ("finance", 12) })
        {
            using var client = await house.SignIn(login);
            (await client.Get($"{Orders}/totals", 200))["orders"].ShouldBe(orders.ToString(System.Globalization.CultureInfo.InvariantCulture), login);
            (await client.Get($"{Orders}?size=1", 200)).Total.ShouldBe(orders, login);
            (await client.Get($"{Orders}/{house.Seed.Record("orders", "订单rep-c")}")).Status.ShouldBe(orders is 4 or 12 ? 200 : 404, login);
            (await client.Get($"{Orders}/totals?salesperson={house.Seed.People["rep-c"]}", 200))["orders"].ShouldBe(orders is 4 or 12 ? "2" : "0", login);
        }

        // Appraisal reads orders, but who buys is no business of it.
        using var hr = await house.SignIn("hr");
        (await hr.Get($"{Orders}?size=200", 200)).Column("customerName").Distinct().ShouldBe([""]);
        (await hr.Get($"{Orders}?q={Uri.EscapeDataString("客户rep")}", 200)).Total.ShouldBe(0);
        (await hr.Get($"{Orders}/totals?q={Uri.EscapeDataString("客户rep")}", 200))["orders"].ShouldBe("0");
        (await hr.Export($"{Orders}/export?format=csv&columns=number,customerName")).Skip(1).Select(row => row[1]).Distinct().ShouldBe([""]);
        var read = await hr.Get($"{Orders}/{house.Seed.Record("orders", "订单rep-c")}", 200);
        (read["customerName"], read.Json.GetProperty("can").GetArrayLength()).ShouldBe(("", 0));
        using var guest = await house.SignIn("guest");
        await guest.Get($"{Orders}/totals", 403);
    }

    [Theory, Databases]
    public async Task An_order_goes_from_draft_to_confirmed_to_cancelled_and_not_back(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        var id = Guid.CreateVersion7().ToString();
        var lines = new[] { house.Line("水泵", "1", "0.3333"), house.Line("阀门", "1", "0.3333"), house.Line("水泵", "0.5", "0.6667", "0.00015") };
        (await rep.Post(Orders, house.Order("rep-a").With(("id", id), ("lines", lines), ("remark", "第一行\n第二行")), 201)).Id.ShouldBe(id);
        var path = $"{Orders}/{id}";
        var draft = await rep.Get(path, 200);
        (draft["number"], draft["state"], draft["amount"], draft["unitName"], draft["salespersonName"]).ShouldBe(("O-000001", "Draft", "1.00", "上海队", "员工rep-a"));
        draft["territoryName"].ShouldStartWith("上海");
        Amounts(draft).Sum().ShouldBe(1.00m);
        Can(draft).ShouldBe(["edit", "confirm", "delete"]);

        await rep.Put(path, house.Order("rep-a").With(("lines", new[] { house.Line("水泵", "2", "50") })), 1, 200);
        await rep.Put(path, house.Order("rep-a").With(), 1, 412);
        await rep.Put(path, house.Order("rep-a").With(), expect: 428);
        await rep.Post($"{path}/confirm", expect: 428);
        await rep.Post($"{path}/confirm", expect: 412, seen: 1);
        (await rep.Post($"{path}/cancel", new { reason = "x" }, 409, seen: 2)).Code.ShouldBe("orders.is-draft");
        await rep.Post($"{path}/confirm", expect: 200, seen: 2);
        Can(await rep.Get(path, 200)).ShouldBe(["cancel"]);

        (await rep.Put(path, house.Order("rep-a").With(), 3, 409)).Code.ShouldBe("orders.is-confirmed");
        (await rep.Post($"{path}/confirm", expect: 409, seen: 3)).Code.ShouldBe("orders.is-confirmed");
        (await rep.Delete(path, expect: 409)).Code.ShouldBe("orders.is-confirmed");
        await rep.Post($"{path}/cancel", new { reason = "x" }, 428);
        (await rep.Faults(HttpMethod.Post, $"{path}/cancel", new { reason = " " }, seen: 3)).ShouldBe(["reason: field.required"]);
        (await rep.Faults(HttpMethod.Post, $"{path}/cancel", new { reason = new string('因', 201) }, seen: 3)).ShouldBe(["reason: field.too-long"]);
        await rep.Post($"{path}/cancel", new { reason = " 客户改主意 " }, 200, seen: 3);

        var cancelled = await rep.Get(path, 200);
        (cancelled["state"], cancelled["cancelReason"], cancelled["amount"], cancelled.Version).ShouldBe(("Cancelled", "客户改主意", "100.00", 4));
        Can(cancelled).ShouldBeEmpty();
        foreach (var refused in new[]
        {
            await rep.Put(path, house.Order("rep-a").With(), 4, 409), await rep.Post($"{path}/confirm", expect: 409, seen: 4),
            await rep.Post($"{path}/cancel", new { reason = "x" }, 409, seen: 4), await rep.Delete(path, expect: 409),
        })
        {
            refused.Code.ShouldBe("orders.is-cancelled");
        }

        var mistake = await rep.Post(Orders, house.Order("rep-a").With(), 201);
        await rep.Delete($"{Orders}/{mistake.Id}", expect: 204);
        await rep.Get($"{Orders}/{mistake.Id}", 404);
    }

    [Theory, Databases]
    public async Task An_order_is_booked_only_on_customers_one_sees_and_for_people_one_reaches(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var manager = await house.SignIn("manager-a");
        using var finance = await house.SignIn("finance");
        var (people, foreign) = (house.Seed.People, house.Seed.Record("customers", "客户rep-c"));
        var mine = $"{Orders}/{house.Seed.Record("orders", "草稿rep-a")}";
        var before = await house.Snapshot();
        foreach (var (client, body, fault) in new[]
        {
            (rep, house.Order("rep-a").With(("customerId", foreign)), "customerId: record.not-found"),
            (rep, house.Order("rep-a").With(("customerId", house.Seed.Record("customers", "公海客户"))), "customerId: record.not-found"),
            (rep, house.Order("rep-a").With(("customerId", Guid.NewGuid())), "customerId: record.not-found"),
            (rep, house.Order("rep-a").With(("salespersonId", people["rep-a2"])), "salespersonId: record.out-of-reach"),
            (rep, house.Order("rep-a").With(("salespersonId", null)), "salespersonId: record.out-of-reach"),
            (manager, house.Order("rep-a").With(("salespersonId", people["rep-b"])), "salespersonId: record.out-of-reach"),
            (manager, house.Order("rep-a").With(("customerId", foreign)), "customerId: record.not-found"),
        })
        {
            (await client.Post(Orders, body, 400)).Faults.ShouldBe([fault]);
            (await client.Post(Orders, body.With(("confirm", true)), 400)).Faults.ShouldBe([fault]);
            (await client.Put(mine, body, 1, 400)).Faults.ShouldBe([fault]);
        }

        foreach (var name in new[] { "草稿rep-c", "草稿rep-a2" })
        {
            var path = $"{Orders}/{house.Seed.Record("orders", name)}";
            await rep.Put(path, house.Order("rep-a").With(), 1, 404);
            await rep.Post($"{path}/confirm", expect: 404, seen: 1);
            await rep.Post($"{path}/cancel", new { reason = "x" }, 404, seen: 1);
            await rep.Delete(path, expect: 404);
        }

        await finance.Post(Orders, house.Order("rep-a").With(), 403);
        await finance.Post($"{mine}/confirm", expect: 403, seen: 1);
        (await house.Snapshot()).ShouldBe(before);
        await manager.Put(mine, house.Order("rep-a").With(("salespersonId", people["rep-a2"])), 1, 200);
        await rep.Get(mine, 404);
    }

    [Theory, Databases]
    public async Task All_faults_of_an_order_are_told_at_once_with_their_lines_in_both_languages(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var before = await house.Snapshot();
        (await admin.Faults(HttpMethod.Post, Orders, house.Order("rep-a").With(
            ("number", new string('长', 10_000)), ("orderedOn", "0001-01-01"), ("remark", "a\0b"),
            ("lines", new[] { house.Line("水泵", "0", "-1", "1.1"), house.Line("水泵", "-1", "1", "-0.1"), house.Line("水泵", "100000000", "100000") })))).ShouldBe([
            "lines[0].discount: field.not-fraction", "lines[0].price: field.negative", "lines[0].quantity: field.not-positive",
            "lines[1].discount: field.not-fraction", "lines[1].quantity: field.not-positive", "lines[2].price: field.too-large",
            "number: field.too-long", "orderedOn: field.year", "remark: field.characters",
        ]);
        await admin.Put($"/api/products/{house.Seed.Record("products", "阀门")}", new { name = "停售", unit = "台", listPrice = "1", isActive = false }, 1, 200);
        before = await house.Snapshot();
        (await admin.Faults(HttpMethod.Post, Orders, house.Order("rep-a").With(
            ("customerId", Guid.NewGuid()), ("salespersonId", Guid.NewGuid()), ("territoryId", Guid.NewGuid()), ("number", house.Seed.Records.First(record => record.Name == "订单rep-a").Canaries[0]),
            ("lines", new[] { house.Line("水泵", "1", "1").With(("productId", Guid.NewGuid())), house.Line("阀门", "1", "1") })))).ShouldBe([
            "customerId: record.not-found", "lines[0].productId: record.not-found", "lines[1].productId: orders.product-not-sold", "number: record.number-taken",
            "salespersonId: record.not-found", "territoryId: record.not-found",
        ]);
        (await admin.Faults(HttpMethod.Post, Orders, house.Order("rep-a").With(("lines", Array.Empty<object>())))).ShouldBe(["lines: field.required"]);
        (await admin.Faults(HttpMethod.Post, Orders, house.Order("rep-a").With(("lines", Enumerable.Repeat(house.Line("水泵", "1", "1"), 501)))))
            .ShouldBe(["lines: orders.most-lines"]);
        foreach (var (member, value) in new (string, object)[]
        {
            ("orderedOn", "9999-12-31"), ("orderedOn", "2026-02-29"), ("orderedOn", "2026-07-01T00:00:00Z"), ("orderedOn", 20260701), ("amount", "1.00"), ("state", "Confirmed"), ("unitId", house.Seed.Units["north"]),
            ("lines", "none"), ("lines", new[] { house.Line("水泵", "0.0001", "1") }), ("lines", new[] { house.Line("水泵", "1", "0.00001") }), ("lines", new[] { house.Line("水泵", "1", "1", "0.0000001") }),
            ("lines", new[] { house.Line("水泵", "1", "99999999999999999999999999") }), ("lines", new[] { house.Line("水泵", "1e3", "1") }), ("lines", new object?[] { null }),
        })
        {
            (await admin.Post(Orders, house.Order("rep-a").With((member, value)))).Status.ShouldBe(400, $"{member} {System.Text.Json.JsonSerializer.Serialize(value)}");
        }

        (await house.Snapshot()).ShouldBe(before);
        // The largest order there can be still adds up with others of its size.
        var largest = Enumerable.Repeat(house.Line("水泵", "1", "2000000000"), 500).ToArray();
        for (var i = 0; i < 3; i++)
        {
            await admin.Post(Orders, house.Order("rep-a").With(("lines", largest), ("confirm", true)), 201);
        }

        (await admin.Get($"{Orders}/totals?from=2026-07-02", 200))["amount"].ShouldBe("3000000000000.00");
    }

    [Theory, Databases]
    public async Task An_export_of_orders_runs_nothing(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        await rep.Post(Orders, house.Order("rep-a").With(("number", "=1+1"), ("confirm", true)), 201);
        var rows = await rep.Export($"{Orders}/export?format=csv&q==1");
        rows[0].ShouldBe(["订单号", "下单日期", "状态", "审批", "客户", "销售员", "部门", "区域", "金额"]);
        (rows[1][0], rows[1][1], rows[1][2], rows[1][8]).ShouldBe(("'=1+1", "2026-07-02", "已确认", "1000.00"));
    }

    private static IEnumerable<decimal> Amounts(Answer order) => order.Json.GetProperty("lines").EnumerateArray()
        .Select(line => decimal.Parse(line.GetProperty("amount").GetString()!, System.Globalization.CultureInfo.InvariantCulture));

    private static IEnumerable<string?> Can(Answer order) => order.Json.GetProperty("can").EnumerateArray().Select(can => can.GetString());
}
