using System.Globalization;
using Yingpan.Tests.Api.Imports;

namespace Yingpan.Tests.Api.Collections;

public sealed class ReceiptTests
{
    private const string Receipts = "/api/receipts";

    [Theory, Databases]
    public async Task The_list_its_totals_and_its_export_tell_the_same_for_every_filter(Database database)
    {
        await using var house = await House.Open(database);
        using var finance = await house.SignIn("finance");
        var order = house.Seed.Record("orders", "订单rep-c");
        await finance.Post(Receipts, Deeds.Receipt(order, "0.01", "2026-06-30").With(("number", "=R-1"), ("reference", "@ref"), ("method", "Cash")), 201);
        foreach (var (query, receipts, amount) in new[]
        {
            ("", 7, "3000.01"),
            ($"order={order}", 2, "500.01"),
            ($"customer={house.Seed.Record("customers", "客户rep-c")}", 2, "500.01"),
            ($"salesperson={house.Seed.People["rep-c"]}", 2, "500.01"),
            ("method=Cash", 1, "0.01"),
            ("method=Bill", 0, "0.00"),
            ("from=2026-07-10&to=2026-07-10", 6, "3000.00"),
            ("to=2026-07-09", 1, "0.01"),
            ($"q={Uri.EscapeDataString("客户rep-c")}", 2, "500.01"),
            ("q==r-1", 1, "0.01"),
            ($"order={Guid.NewGuid()}", 0, "0.00"),
        })
        {
            var totals = await finance.Get($"{Receipts}/totals?{query}", 200);
            (totals["receipts"], totals["amount"]).ShouldBe((receipts.ToString(CultureInfo.InvariantCulture), amount), query);
            var list = await finance.Get($"{Receipts}?size=200&sort=amount&{query}", 200);
            (list.Total, list.Items.Count).ShouldBe((receipts, receipts), query);
            list.Column("amount").Select(decimal.Parse).ShouldBeInOrder(SortDirection.Ascending, query);
            (await finance.Export($"{Receipts}/export?format=csv&{query}")).Count.ShouldBe(receipts + 1, query);
        }

        var row = (await finance.Export($"{Receipts}/export?format=csv&columns=number,receivedOn,amount,method,reference&method=Cash"))[1];
        row.ShouldBe(["'=R-1", "2026-06-30", "0.01", "现金", "'@ref"]);
        (await finance.Get($"{Receipts}?from=2026-07-02&to=2026-07-01", 400)).Faults.ShouldBe(["from: field.period-backwards"]);
        (await finance.Get($"{Receipts}?page=2&size=5", 200)).Items.Count.ShouldBe(2);
    }

    [Theory, Databases]
    public async Task Receipts_are_read_along_with_their_orders_and_kept_by_finance(Database database)
    {
        await using var house = await House.Open(database);
        var (foreign, receipt) = (house.Seed.Record("orders", "订单rep-c"), house.Seed.Record("receipts", "回款rep-c"));
        foreach (var (login, receipts) in new[] { ("rep-a", 1), ("manager-a", 3), ("director-e", 4), ("director-n", 2), ("gm", 6), ("finance", 6) })
        {
            using var client = await house.SignIn(login);
            (await client.Get(Receipts, 200)).Total.ShouldBe(receipts, login);
            (await client.Get($"{Receipts}/totals", 200))["amount"].ShouldBe($"{receipts * 500}.00", login);
            (await client.Get($"{Receipts}/{receipt}")).Status.ShouldBe(receipts is 2 or 6 ? 200 : 404, login);
            (await client.Get($"/api/orders/{foreign}/collected")).Status.ShouldBe(receipts is 2 or 6 ? 200 : 404, login);
            if (login != "finance")
            {
                await client.Post(Receipts, Deeds.Receipt(foreign, "1.00").With(), 403);
                await client.Put($"{Receipts}/{receipt}", Deeds.Receipt(foreign, "1.00").With(("orderId", null)), 1, 403);
                await client.Delete($"{Receipts}/{receipt}", expect: 403);
            }
        }

        foreach (var login in new[] { "hr", "guest" })
        {
            using var client = await house.SignIn(login);
            await client.Get($"{Receipts}/totals", 403);
            await client.Get($"/api/orders/{foreign}/collected", 403);
        }
    }

    [Theory, Databases]
    public async Task Who_keeps_his_team_s_receipts_keeps_no_others(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await house.May(admin, "manager-a", ("collections.read", "Team"), ("collections.edit", "Team"), ("collections.import", "Team"));
        using var keeper = await house.SignIn("manager-a");
        var (mine, foreign) = (house.Seed.Record("orders", "订单rep-a"), house.Seed.Record("orders", "订单rep-b"));
        var number = house.Seed.Records.First(record => record.Name == "订单rep-b").Canaries[0];
        var before = await house.Snapshot();
        (await keeper.Post(Receipts, Deeds.Receipt(foreign, "1.00").With(), 400)).Faults.ShouldBe(["orderId: record.not-found"]);
        await keeper.Put($"{Receipts}/{house.Seed.Record("receipts", "回款rep-b")}", Deeds.Receipt("", "1.00").With(("orderId", null)), 1, 404);
        await keeper.Delete($"{Receipts}/{house.Seed.Record("receipts", "回款rep-b")}", expect: 404);
        (await house.Snapshot()).ShouldBe(before);
        (await keeper.Import("receipts", $"订单号,到账日期,金额\n{number},2026-07-12,1.00\n")).Faults.ShouldBe(["2 订单号 import.not-found"]);
        var made = await keeper.Post(Receipts, Deeds.Receipt(mine, "1.00").With(), 201);
        var read = await keeper.Get($"{Receipts}/{made.Id}", 200);
        // Without the right to read customers there is a receipt, but no name of whom it came from.
        (read.Json.TryGetProperty("customerName", out var name) ? name.GetString() ?? "" : "").ShouldBe("");
        (await keeper.Get($"{Receipts}?q={Uri.EscapeDataString("客户rep")}", 200)).Total.ShouldBe(0);
        read.Json.GetProperty("can").GetArrayLength().ShouldBe(2);
    }

    [Theory, Databases]
    public async Task Money_comes_in_up_to_what_the_order_comes_to_and_not_a_cent_more(Database database)
    {
        await using var house = await House.Open(database);
        using var finance = await house.SignIn("finance");
        var order = house.Seed.Record("orders", "订单rep-a");
        await IsOpen(finance, order, "2000.00", "500.00", "1500.00");
        (await finance.Post(Receipts, Deeds.Receipt(order, "1500.01").With(), 400)).Faults.ShouldBe(["amount: collections.over"]);
        var made = await finance.Post(Receipts, Deeds.Receipt(order, "1500.00").With(("reference", " 流水号 ")), 201);
        var path = $"{Receipts}/{made.Id}";
        var read = await finance.Get(path, 200);
        (read["number"], read["reference"], read["salespersonName"], read["method"]).ShouldBe(("R-000001", "流水号", "员工rep-a", "BankTransfer"));
        await IsOpen(finance, order, "2000.00", "2000.00", "0.00");
        (await finance.Faults(HttpMethod.Post, Receipts, Deeds.Receipt(order, "0.01").With())).ShouldBe(["amount: collections.over"]);

        var edit = Deeds.Receipt(order, "1499.99").With(("orderId", null), ("method", "Bill"));
        await finance.Put(path, edit, 1, 200);
        await finance.Put(path, edit, 1, 412);
        await finance.Put(path, edit, expect: 428);
        (await finance.Put(path, edit.With(("amount", "1500.01")), 2, 400)).Faults.ShouldBe(["amount: collections.over"]);
        await IsOpen(finance, order, "2000.00", "1999.99", "0.01");
        (await finance.Put(path, edit.With(("orderId", house.Seed.Record("orders", "订单rep-b"))), 2, 400)).Faults.Single().ShouldStartWith("orderId: ");
        await finance.Delete(path, expect: 204);
        await finance.Get(path, 404);
        await finance.Put(path, edit, 2, 404);
        await IsOpen(finance, order, "2000.00", "500.00", "1500.00");
    }

    [Theory, Databases]
    public async Task All_faults_of_a_receipt_are_told_at_once_in_both_languages(Database database)
    {
        await using var house = await House.Open(database);
        using var finance = await house.SignIn("finance");
        var order = house.Seed.Record("orders", "订单rep-a");
        var before = await house.Snapshot();
        (await finance.Faults(HttpMethod.Post, Receipts, new { orderId = order, number = "a\0", receivedOn = "3000-01-01", amount = "-1.00", method = "Gold", reference = new string('x', 10_000) }))
            .ShouldBe(["amount: field.not-positive", "method: field.not-one-of", "number: field.characters", "receivedOn: field.year", "reference: field.too-long"]);
        (await finance.Faults(HttpMethod.Post, Receipts, Deeds.Receipt(house.Seed.Record("orders", "草稿rep-a"), "1.00")
            .With(("number", house.Seed.Records.First(record => record.Name == "回款rep-a").Canaries[0])))).ShouldBe(["number: record.number-taken", "orderId: collections.not-confirmed"]);
        (await finance.Faults(HttpMethod.Post, Receipts, Deeds.Receipt(Guid.NewGuid().ToString(), "1.00").With())).ShouldBe(["orderId: record.not-found"]);
        foreach (var (amount, fault) in new[]
        {
            ("0.00", "field.not-positive"), ("1000000000000.01", "field.too-large"), ("92233720368547758.07", "field.too-large"), ("1000000000000.00", "collections.over"),
            ("92233720368547758.08", ""), ("0.001", ""), ("1e2", ""), ("-0", "field.not-positive"), ("¥1", ""), ("", ""),
        })
        {
            (await finance.Faults(HttpMethod.Post, Receipts, Deeds.Receipt(order, amount).With())).Single().ShouldStartWith($"amount: {fault}", customMessage: amount);
        }

        (await house.Snapshot()).ShouldBe(before);
    }

    [Theory, Databases]
    public async Task Receipts_that_race_for_what_is_open_never_take_more_than_the_order_comes_to(Database database)
    {
        await using var house = await House.Open(database);
        using var finance = await house.SignIn("finance");
        using var admin = await house.SignIn("admin");
        var order = house.Seed.Record("orders", "订单rep-a");
        // 1,500.00 are open: room for two of 600.00, whoever they come from, and each sent twice under its key.
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i =>
            (i % 2 == 0 ? finance : admin).Post(Receipts, Deeds.Receipt(order, "600.00").With(("reference", $"第{i / 2 % 5}笔")), key: $"pay-{i / 2 % 5}")));
        var made = answers.Where(answer => answer.Status == 201).Select(answer => answer.Id).Distinct().ToList();
        made.Count.ShouldBe(2, string.Join(" / ", answers.Select(answer => answer.Text)));
        answers.Where(answer => answer.Status != 201).ShouldAllBe(answer => answer.Code == "request.in-progress" || answer.Faults.Single() == "amount: collections.over");
        await IsOpen(finance, order, "2000.00", "1700.00", "300.00");

        // Two edits of different receipts race for the rest, beside an import.
        var edits = new[] { made[0], made[1] }.Select(id => finance.Put($"{Receipts}/{id}", Deeds.Receipt(order, "850.00").With(("orderId", null)), 1)).ToList();
        var number = house.Seed.Records.First(record => record.Name == "订单rep-a").Canaries[0];
        var import = finance.Import("receipts", $"订单号,到账日期,金额\n{number},2026-07-12,200.00\n");
        await Task.WhenAll(edits.Append<Task>(import));
        var collected = decimal.Parse((await finance.Get($"/api/orders/{order}/collected", 200))["collected"], CultureInfo.InvariantCulture);
        collected.ShouldBeOneOf([1950m, 1900m]);
        (1700m + (250m * edits.Count(edit => edit.Result.Status == 200)) + (200m * (await import).Written)).ShouldBe(collected);
    }

    [Theory, Databases]
    public async Task An_import_of_receipts_counts_earlier_lines_of_the_file_too(Database database)
    {
        await using var house = await House.Open(database, "Imports:BatchLines=3");
        using var finance = await house.SignIn("finance");
        string Number(string name) => house.Seed.Records.First(record => record.Name == name).Canaries[0];
        var file = "回款编号,订单号,到账日期,金额,方式,凭证号\n"
            + $"I-1,{Number("订单rep-a")},2026-07-11,1000.00,现金,=ref\n"
            + $"I-2,{Number("订单rep-a")},2026-07-11,-1,现金,\n"
            + $"I-1,{Number("订单rep-c")},2026-07-11,1,,\n"
            + $"{Number("回款rep-b")},{Number("订单rep-c")},2026-07-11,1,,\n"
            + $"I-3,没有订单,2026-07-11,1,,\n"
            + $"I-4,{Number("草稿rep-a")},2026-07-11,1,,\n"
            + $"I-5,{Number("订单rep-a")},2026-07-11,500.01,,\n"
            + $"I-6,{Number("订单rep-a")},20260711,\"￥500.00\",Bank transfer,\n"
            + $"I-7,{Number("订单rep-a")},2026-07-11,0.01,,\n"
            + $"I-8,{Number("订单rep-a")},,,金子,\n"
            + $"I-9,{Number("订单rep-a")},2999-12-31,1000000000000.01,,\n";
        var faults = new[]
        {
            "3 金额 field.not-positive", "4 回款编号 import.repeated", "5 回款编号 record.number-taken", "6 订单号 import.not-found", "7 订单号 collections.not-confirmed",
            "8 金额 collections.over", "10 金额 collections.over", "11 到账日期 field.required", "11 金额 field.required", "11 方式 field.not-one-of", "12 金额 field.too-large",
        };
        var import = (await finance.Upload("receipts", file)).Id;
        (await finance.Step(import, "check")).Number("faultyLines").ShouldBe(9);
        var (state, written, found) = await finance.Import("receipts", file);
        found.ShouldBe(faults, ignoreOrder: true);
        (state, written).ShouldBe(("Applied", 2));
        await IsOpen(finance, house.Seed.Record("orders", "订单rep-a"), "2000.00", "2000.00", "0.00");
    }

    private static async Task IsOpen(Client client, string order, string amount, string collected, string open)
    {
        var answer = await client.Get($"/api/orders/{order}/collected", 200);
        (answer["amount"], answer["collected"], answer["open"]).ShouldBe((amount, collected, open));
    }
}
