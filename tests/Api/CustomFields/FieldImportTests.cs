using Microsoft.EntityFrameworkCore;
using Yingpan.Tests.Api.Imports;

namespace Yingpan.Tests.Api.CustomFields;

public sealed class FieldImportTests
{
    private const string Customers = "/api/customers";
    private const string Columns = "name,custom.motto,custom.story,custom.heads,custom.yearly,custom.tender,custom.isKey,custom.source,custom.channels";

    [Theory, Databases("zh", "en")]
    public async Task What_an_export_holds_an_import_brings_in_again(Database database, string language)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await admin.MakeAll();
        await admin.Post(Customers, house.Customer(null, "出去的", new
        {
            motto = "逗号,和\"引号\"",
            story = "两\n行",
            heads = "-0.5".TrimStart('-'),
            yearly = "1234.50",
            tender = "2026-02-28",
            isKey = true,
            source = "fair",
            channels = new[] { "peer", "web" },
        }), 201);
        var file = await admin.Get($"{Customers}/export?q=出去的&format=csv&columns={Columns}", 200, language);
        var (state, written, faults) = await admin.Import("customers", file.Text.Replace("出去的", "回来的", StringComparison.Ordinal), "AllOrNothing");
        (state, written).ShouldBe(("Applied", 1), string.Join(" / ", faults));
        var custom = (await admin.Get($"{Customers}?sort=createdAt&q=出去的", 200)).Items.Concat((await admin.Get($"{Customers}?q=回来的", 200)).Items).Select(row => Making.Text(row.GetProperty("custom"))).ToList();
        custom.Count.ShouldBe(2);
        custom[1].ShouldBe(custom[0]);
    }

    [Theory, Databases]
    public async Task Each_wrong_cell_is_named_by_line_and_column_and_required_fields_are_asked_for(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await admin.MakeAll();
        await admin.Make(Making.Field("must", "Text", "必填项").With(("required", new { need = "Always" })));
        await admin.Put("/api/field-rules", new { subject = "customer", field = "ownerId", required = new { need = "When", when = "state", values = new[] { "Active" } } }, 0, 204);
        var file = "客户名称,状态,负责人,En motto,heads,年采购额,招标日,重点,来源,渠道,必填项\n"
            + "甲,,,口号,\"1,200\",¥5,2026/7/1,是,Trade fair,网上；同行,有\n"
            + "乙,,,,1.25,x,7/8/2026,也许,报纸,网上、没有,有\n"
            + "丙,成交,,,,,,,,,有\n"
            + "丁,成交,P-rep-a,,,,,,,,\n"
            + "戊,成交,P-rep-a,,-1,,,,,,有\n";
        var (state, written, faults) = await admin.Import("customers", file);
        (state, written).ShouldBe(("Applied", 1));
        faults.ShouldBe([
            "3 heads import.decimals", "3 年采购额 field.not-money", "3 招标日 import.not-day", "3 重点 import.not-flag", "3 来源 field.not-one-of", "3 渠道 field.not-one-of",
            "4 负责人 field.required", "5 必填项 field.required", "6 heads fields.too-small",
        ], ignoreOrder: true);
        var row = (await admin.Get($"{Customers}?q=甲&custom.must=有", 200)).Items.Single();
        Making.Text(row.GetProperty("custom")).ShouldBe("""channels=["web","peer"] heads=1200 isKey=True motto=口号 must=有 source=fair tender=2026-07-01 yearly=5.00""");
        // Always required, so a file without the heading is not begun with.
        var without = (await admin.Upload("customers", "客户名称\n己\n")).Id;
        (await admin.Post($"/api/imports/{without}/check", expect: 400)).Faults.ShouldBe(["mapping.custom.must: field.required"]);
        var kind = (await admin.Get("/api/import-kinds", 200, "en")).Items.First(kind => kind.GetProperty("kind").GetString() == "customers");
        kind.GetProperty("columns").EnumerateArray().Last().ToString().ShouldBe("""{"name":"custom.must","heading":"En must","required":true}""");
    }

    [Theory, Databases]
    public async Task An_import_with_values_is_taken_back_whole_and_one_that_was_changed_is_not(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await admin.Make("motto", "Text", "口号");
        await admin.Make("terms", "Text", "条款", "order");
        await admin.Make("driver", "YesNo", "驾照", "person");
        foreach (var (kind, file, table) in new[]
        {
            ("customers", "客户名称,口号\n退一,x\n退二,y\n", "customer"),
            ("orders", $"订单号,下单日期,客户,订单金额,条款\nR-1,2026-07-01,{Number(house)},10,预付\n", "order"),
            ("people", "工号,姓名,部门,岗位,入职日期,驾照\nR-9,新人九,上海队,销售代表,2024-01-05,是\n", "person"),
        })
        {
            var import = (await admin.Upload(kind, file)).Id;
            var applied = await admin.Step(import, "apply", new { mode = "AllOrNothing" });
            applied["state"].ShouldBe("Applied", (await admin.Get($"/api/imports/{import}/faults", 200)).Text);
            (await Values(house, table)).ShouldBeGreaterThan(0);
            (await admin.Step(import, "undo"))["state"].ShouldBe("Undone", kind);
            (await Values(house, table)).ShouldBe(0, kind);
        }

        var again = (await admin.Upload("customers", "客户名称,口号\n改一,x\n")).Id;
        await admin.Step(again, "apply", new { mode = "AllOrNothing" });
        var made = (await admin.Get($"{Customers}?q=改一", 200)).Items.Single().GetProperty("id").GetString();
        await admin.Put($"{Customers}/{made}", house.Customer(null, "改一", new { motto = "z" }), 1, 200);
        (await admin.Step(again, "undo"))["state"].ShouldBe("Applied");
        (await admin.Get($"{Customers}/{made}", 200)).Custom().ShouldBe("motto=z");
    }

    private static string Number(House house) => house.Seed.Records.First(record => record.Kind == "customers" && record.Name == "客户rep-a").Canaries[0];

#pragma warning disable EF1002 // A table has no parameter; the subjects are this class's own.
    private static Task<int> Values(House house, string subject) => house.Inside(db => db.Database.SqlQueryRaw<int>(
        $"SELECT count(*) AS \"Value\" FROM platform_custom_value_{subject} v JOIN platform_custom_field f ON f.id = v.field_id WHERE f.code <> 'secret'").SingleAsync());
#pragma warning restore EF1002
}
