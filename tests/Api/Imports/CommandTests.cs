namespace Yingpan.Tests.Api.Imports;

/// <summary>The imports of the command line: what is broken is told where it stands, and a kill leaves nothing half done.</summary>
public sealed class CommandTests
{
    private const int Lines = 1_500;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string[] People = ["地区,地区经理", "华东,王倩"];
    private static readonly string[] Sales =
    [
        "订单 ID,订单日期,客户 ID,客户名称,细分,城市,地区,产品 ID,产品名称,子类别,销售额,数量,折扣",
        "D-1,2026-05-04,K-1,甲公司,公司,上海,华东,P-1,水泵,配件,120.00,2,0",
        "D-2,2026-05-05,K-2,乙公司,公司,上海,华东,P-2,阀门,配件,90.00,1,0.1",
    ];

    [Fact]
    public async Task A_broken_file_is_told_by_file_line_column_and_value_in_both_languages()
    {
        var template = await Template.Of(Database.Sqlite);
        await using var copy = await template.Copy();
        var before = await copy.Snapshot();

        // No folder, no file, a kind there is not.
        await Refused(copy, ["import", "superstore", Path.Combine(copy.Folder, "none")], "没有文件夹", "There is no folder");
        await Refused(copy, ["import", "people", Path.Combine(copy.Folder, "none.csv")], "没有文件", "There is no file");
        const string Headings = "工号,姓名,部门,岗位,入职日期";
        var people = Write(copy, "people.csv", Headings, "I1,新人,没有这个部门,销售代表,2024-01-05", "I2,新人乙,上海队,销售代表,2024-13-45");
        await Refused(copy, ["import", "nonsense", people], "kind: 只能是其中之一", "One of: ");
        (await copy.Snapshot()).ShouldBe(before);
        await Refused(copy, ["import", "people", people],
            "people.csv 第 2 行，“部门”列，“没有这个部门”：", "people.csv, line 2, column “部门”, “没有这个部门”: ", "people.csv 第 3 行，“入职日期”列，“2024-13-45”：");
        await Refused(copy, ["import", "people", Write(copy, "open.csv", Headings, "I1,\"没有结束")], "open.csv 第 3 行", "open.csv, line ");

        // A data set: a file that is not there, one that lacks a column, a cell that is no number.
        var folder = Directory.CreateDirectory(Path.Combine(copy.Folder, "sample")).FullName;
        await Refused(copy, ["import", "superstore", folder], "没有文件", "salespeople_zh.csv");
        Write(copy, "sample/salespeople_zh.csv", "区,地区经理", "华东,王倩");
        await Refused(copy, ["import", "superstore", folder], "salespeople_zh.csv 没有“地区”这一列", "salespeople_zh.csv has no column “地区”");
        Write(copy, "sample/salespeople_zh.csv", People);
        Write(copy, "sample/orders_zh.csv", [.. Sales, Sales[1].Replace("120.00", "一百二", StringComparison.Ordinal).Replace("D-1", "D-3", StringComparison.Ordinal)]);
        await Refused(copy, ["import", "superstore", folder], "orders_zh.csv 第 4 行，“销售额”列，“一百二”：不是可用的数字。", "orders_zh.csv, line 4, column “销售额”, “一百二”: not a usable number.");
        // What the importer refuses is told by the line of the file it came from.
        Write(copy, "sample/orders_zh.csv", [.. Sales, Sales[2].Replace("D-2,2026-05-05", "D-3,昨天", StringComparison.Ordinal)]);
        await Refused(copy, ["import", "superstore", folder], "orders_zh.csv 第 4 行，“orderedOn”列，“昨天”：", "orders_zh.csv, line 4, ");

        // Mended, the same command goes on with what is missing, and a third time finds all there.
        Write(copy, "sample/orders_zh.csv", Sales);
        var mended = await CommandProcess.Run(copy, "import", "superstore", folder);
        (mended.Code, mended.Complained).ShouldBe((0, ""));
        mended.Said.ShouldContain("people: 已有 · already there");
        mended.Said.ShouldNotContain("orders: 已有");
        (await CommandProcess.Run(copy, "import", "superstore", folder)).Said.ShouldContain("orders: 已有 · already there");

        (await CommandProcess.Run(copy, "import", "people", people, "--map")).Code.ShouldBe(2);
    }

    [Theory, Databases("ValidLines", "AllOrNothing")]
    public async Task A_killed_command_leaves_nothing_and_may_be_given_again(Database database, string mode)
    {
        var template = await Template.Of(database);
        await using var copy = await template.Copy();
        var customer = template.Seed.Records.First(record => record.Name == "客户rep-d").Canaries[0];
        var file = Write(copy, "orders.csv", ["订单号,下单日期,客户,销售员,金额", .. Enumerable.Range(0, Lines).Select(i => $"K-{i:00000},2026-05-{(i % 28) + 1:00},{customer},P-rep-d,1.00")]);
        string[] command = ["import", "orders", file, .. mode == "ValidLines" ? ["--valid-lines"] : Array.Empty<string>()];
        await using (var server = await ServerProcess.Start(copy))
        {
            using var admin = await server.SignIn("admin");
            using (var killed = CommandProcess.Start(copy, [.. command, "--Imports:BatchLines=10"]))
            {
                await Eventually.Holds(async () => await Ours(admin) is [var running] && running.GetProperty("written").GetInt32() > 200, Patience);
                killed.HasEnded.ShouldBeFalse();
                await killed.Kill();
            }

            (await Ours(admin)).ShouldHaveSingleItem().GetProperty("state").GetString().ShouldBe("Applying");
        }

        if (mode == "ValidLines")
        {
            // The next start of the server takes it back.
            await using var next = await ServerProcess.Start(copy);
            using var after = await next.SignIn("admin");
            (await after.Get("/api/orders/totals?q=K-0", 200))["orders"].ShouldBe("0");
            (await Ours(after)).ShouldHaveSingleItem().GetProperty("state").GetString().ShouldBe("Cancelled");
        }

        // Or the next command, before it begins.
        var again = await CommandProcess.Run(copy, command);
        again.Code.ShouldBe(0, again.Complained);
        again.Said.Contains("已全部撤回", StringComparison.Ordinal).ShouldBe(mode == "AllOrNothing", again.Said);
        await using var last = await ServerProcess.Start(copy);
        using var reader = await last.SignIn("admin");
        (await reader.Get("/api/orders/totals?q=K-0", 200))["orders"].ShouldBe($"{Lines}");
        (await reader.Get("/api/board?from=2026-05-01&to=2026-05-31", 200)).Json.GetProperty("total").GetProperty("actual").GetString().ShouldBe($"{Lines}.00");
        (await Ours(reader)).Select(import => import.GetProperty("state").GetString()).ShouldBe(["Applied", "Cancelled"], ignoreOrder: true);

        static async Task<IReadOnlyList<System.Text.Json.JsonElement>> Ours(Client client) =>
            [.. (await client.Get("/api/imports?size=100", 200)).Items.Where(import => import.GetProperty("fileName").GetString() == "orders.csv")];
    }

    private static async Task Refused(DatabaseCopy copy, string[] command, params string[] sentences)
    {
        var (code, said, complained) = await CommandProcess.Run(copy, command);
        code.ShouldBe(1, $"{string.Join(' ', command)}: {said}{complained}");
        foreach (var sentence in sentences)
        {
            complained.ShouldContain(sentence);
        }

        complained.ShouldNotContain("   at ");
    }

    private static string Write(DatabaseCopy copy, string name, params string[] lines)
    {
        var path = Path.Combine(copy.Folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }
}
