using Microsoft.EntityFrameworkCore;
using Yingpan.Tests.Api.Imports;

namespace Yingpan.Tests.Api.Orders;

public sealed class OrderImportTests
{
    private const string Heading = "订单号,下单日期,客户,销售员,产品,数量,单价,折扣,金额\n";

    [Theory, Databases]
    public async Task Lines_of_an_order_come_together_or_stay_away_together(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        var (mine, foreign) = (NumberOf(house, "客户rep-a"), NumberOf(house, "客户rep-c"));
        var taken = house.Seed.Records.First(record => record.Name == "订单rep-c").Canaries[0];
        var pump = (await manager.Get("/api/products?q=水泵", 200)).Column("number").Single();
        var file = Heading
            + $"A-1,2026-07-03,{mine},P-rep-a,{pump},2,100,10%,\n"
            + $"A-1,2026-07-03,{mine},P-rep-a,{pump},1,0.005,,\n"
            + $"A-2,2026-07-03,{mine},P-rep-a,{pump},2,100,,\n"
            + $"A-2,2026-07-03,{mine},P-rep-a,没有产品,1,1,,\n"
            + $"A-3,2026-07-03,{foreign},P-rep-a,{pump},1,1,,\n"
            + $"A-4,2026-07-03,{mine},P-rep-b,{pump},1,1,,\n"
            + $"A-5,2026-13-03,{mine},P-rep-a,{pump},0,-1,2,\n"
            + $"{taken},2026-07-03,{mine},P-rep-a,{pump},1,1,,\n"
            + $"A-6,2026-07-03,{mine},P-rep-a,,,,,500.00\n"
            + $"A-7,2026-07-03,{mine},P-rep-a,{pump},1,1,,3.00\n"
            + $"A-8,2026-07-03,{mine},P-rep-a,,,,,\n"
            + $"A-1,2026-07-03,{mine},P-rep-a,{pump},1,1,,\n"
            + $"A-9,1899-12-31,{mine},,{pump},1,1,,\n";
        var (state, written, faults) = await manager.Import("orders", file);
        faults.ShouldBe([
            "5 产品 import.not-found", "6 客户 import.not-found", "7 销售员 record.out-of-reach", "8 下单日期 import.not-day", "8 数量 field.not-positive", "8 单价 field.negative",
            "8 折扣 field.not-fraction", "9 订单号 record.number-taken", "11 金额 orders.amount-off", "12 金额 field.required", "13 订单号 orders.lines-apart",
            "14 下单日期 field.year", "14 销售员 record.out-of-reach",
        ], ignoreOrder: true);
        (state, written).ShouldBe(("Applied", 3));
        var a1 = (await manager.Get("/api/orders?q=A-1", 200)).Items.Single();
        (a1.GetProperty("amount").GetString(), a1.GetProperty("state").GetString(), a1.GetProperty("unitName").GetString()).ShouldBe(("180.01", "Confirmed", "上海队"));
        (await manager.Get($"/api/orders/{a1.GetProperty("id")}", 200)).Json.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("amount").GetString())
            .ShouldBe(["180.00", "0.01"]);
        var total = (await manager.Get("/api/board?from=2026-07-01&to=2026-07-31", 200)).Json.GetProperty("total");
        (total.GetProperty("actual").GetString(), total.GetProperty("orders").GetInt32()).ShouldBe(("6680.01", 5));
    }

    [Theory, Databases]
    public async Task Amounts_no_order_could_have_are_faults_of_their_lines(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var customer = NumberOf(house, "客户rep-a");
        var pump = (await admin.Get("/api/products?q=水泵", 200)).Column("number").Single();
        var (state, written, faults) = await admin.Import("orders", Heading
            + $"B-1,2026-07-03,{customer},P-rep-a,{pump},1000000000,1000000000,,\n"
            + $"B-2,2026-07-03,{customer},P-rep-a,{pump},10000000,1000000000,,\n"
            + $"B-3,2026-07-03,{customer},P-rep-a,,,,,-500.00\n"
            + $"B-4,2026-07-03,{customer},P-rep-a,{pump},1,0,,-0.01\n"
            + $"B-5,2026-07-03,{customer},P-rep-a,,,,,1000000000000.01\n"
            + $"B-6,2026-07-03,{customer},P-rep-a,,,,,0.01\n");
        faults.ShouldBe(["2 单价 field.too-large", "3 单价 field.too-large", "4 金额 field.negative", "5 金额 field.negative", "6 金额 field.too-large"], ignoreOrder: true);
        (state, written).ShouldBe(("Applied", 1));
    }

    [Theory, Databases]
    public async Task An_import_counts_its_sales_and_its_undo_takes_them_away_unless_one_was_touched(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var customer = NumberOf(house, "客户rep-d");
        var file = Heading + string.Concat(Enumerable.Range(0, 40).Select(i => $"U-{i:00},2026-05-{(i % 28) + 1:00},{customer},{(i % 2 == 0 ? "P-rep-d" : "")},,,,,1.00\n"));
        var import = (await admin.Upload("orders", file)).Id;
        (await admin.Step(import, "apply", new { mode = "AllOrNothing" }))["state"].ShouldBe("Applied");
        await IsSold(admin, "40.00", 40);

        // Somebody cancels one of them while all are being taken back: whoever comes first, each sale leaves the month once.
        var one = (await admin.Get("/api/orders?q=U-07", 200)).Column("id").Single();
        var cancel = admin.Post($"/api/orders/{one}/cancel", new { reason = "并发" }, seen: 1);
        var undo = admin.Step(import, "undo");
        await Task.WhenAll(cancel, undo);
        var isCancelled = (await cancel).Status == 200;
        (await undo)["state"].ShouldBe(isCancelled ? "Applied" : "Undone");
        await IsSold(admin, isCancelled ? "39.00" : "0.00", isCancelled ? 39 : 0);
    }

    [Theory, Databases]
    public async Task An_edit_on_its_way_is_not_deleted_unseen_by_an_undo(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var import = (await admin.Upload("orders", Heading + $"U-1,2026-05-02,{NumberOf(house, "客户rep-d")},P-rep-d,,,,,1.00\nU-2,2026-05-02,{NumberOf(house, "客户rep-d")},P-rep-d,,,,,1.00\n")).Id;
        await admin.Step(import, "apply", new { mode = "AllOrNothing" });
        Task<Answer>? undo = null;
        await house.Inside(db => db.InTransaction(async () =>
        {
            var edited = await db.Database.ExecuteSqlAsync($"UPDATE orders_order SET version = version + 1 WHERE number = 'U-2'");
            undo = admin.Step(import, "undo");
            // Time enough for the undo to look at the order, and to wait for it.
            await Task.Delay(TimeSpan.FromSeconds(1));
            return edited;
        }, CancellationToken.None));
        var refused = await undo!;
        (refused["state"], refused.Json.GetProperty("failure").GetProperty("code").GetString()).ShouldBe(("Applied", "import.undo-changed"));
        await IsSold(admin, "2.00", 2);
    }

    private static async Task IsSold(Client client, string amount, int orders)
    {
        foreach (var days in new[] { "from=2026-05-01&to=2026-05-31", "from=2026-05-01&to=2026-05-30" })
        {
            var total = (await client.Get($"/api/board?{days}", 200)).Json.GetProperty("total");
            (total.GetProperty("actual").GetString(), total.GetProperty("orders").GetInt32()).ShouldBe((amount, orders), days);
        }
    }

    private static string NumberOf(House house, string customer) => house.Seed.Records.First(record => record.Name == customer).Canaries[0];
}
