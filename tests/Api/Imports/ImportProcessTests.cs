using System.Text;

namespace Yingpan.Tests.Api.Imports;

public sealed class ImportProcessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory, Databases("ValidLines", "AllOrNothing")]
    public async Task A_server_killed_again_and_again_ends_with_every_line_exactly_once(Database database, string mode)
    {
        const int Lines = 1_500;
        var template = await Template.Of(database);
        await using var copy = await template.Copy();
        var customer = template.Seed.Records.First(record => record.Name == "客户rep-d").Canaries[0];
        var file = "订单号,下单日期,客户,销售员,金额\n" + string.Concat(Enumerable.Range(0, Lines).Select(i =>
            $"K-{i:00000},2026-05-{(i % 28) + 1:00},{(mode == "ValidLines" && i % 100 == 7 ? "没有" : customer)},P-rep-d,1.00\n"));
        var good = mode == "ValidLines" ? Lines - (Lines / 100) : Lines;
        string? import = null;
        for (var (kills, written) = (0, 0); kills < 2; kills++)
        {
            await using var server = await ServerProcess.Start(copy, "Imports:BatchLines=10");
            using var admin = await server.SignIn("admin");
            if (import is null)
            {
                import = (await admin.Upload("orders", file)).Id;
                await admin.Post($"/api/imports/{import}/apply", new { mode }, 202);
            }

            // Well into it, and further than the last time: each process has done some of the work.
            await Eventually.Holds(async () => (await admin.Get($"/api/imports/{import}", 200)).Number("written") > written + 200, Patience);
            await server.Kill();
            written = 400;
        }

        await using var last = await ServerProcess.Start(copy);
        using var again = await last.SignIn("admin");
        var ended = await again.Ended(import!, Patience);
        (ended["state"], ended.Number("total"), ended.Number("done"), ended.Number("written"), ended.Number("created"), ended.Number("faultCount"))
            .ShouldBe(("Applied", Lines, Lines, good, good, Lines - good));
        (await again.Get($"/api/imports/{import}/faults?size=1", 200)).Total.ShouldBe(Lines - good);
        (await again.Get("/api/orders/totals?q=K-", 200))["orders"].ShouldBe($"{good}");
        // What was sold was counted along with each batch, neither lost nor doubled by the kills.
        foreach (var days in new[] { "from=2026-05-01&to=2026-05-31", "from=2026-05-01&to=2026-05-30" })
        {
            var total = (await again.Get($"/api/board?{days}", 200)).Json.GetProperty("total");
            (total.GetProperty("actual").GetString(), total.GetProperty("orders").GetInt32()).ShouldBe(($"{good}.00", good), days);
        }

        // And what is there can be taken back as if nothing had happened.
        await again.Post($"/api/imports/{import}/undo", null, 202);
        (await again.Ended(import!, Patience))["state"].ShouldBe("Undone");
        (await again.Get("/api/orders/totals?q=K-", 200))["orders"].ShouldBe("0");
        (await again.Get("/api/board?from=2026-05-01&to=2026-05-31", 200)).Json.GetProperty("total").GetProperty("actual").GetString().ShouldBe("0.00");
    }

    [Theory, Databases]
    public async Task A_hundred_thousand_lines_pass_through_little_memory(Database database)
    {
        var template = await Template.Of(database);
        await using var copy = await template.Copy();
        await using var server = await ServerProcess.Start(copy);
        using var admin = await server.SignIn("admin");
        // A small import first: what any import needs once is not what the large one is measured by.
        await admin.Step((await admin.Upload("customers", File(1_000))).Id, "check");
        var before = server.PeakMegabytes;
        var import = (await admin.Upload("customers", File(100_000))).Id;
        await admin.Post($"/api/imports/{import}/check", null, 202);
        (await admin.Ended(import, Patience)).Number("total").ShouldBe(100_000);
        var more = server.PeakMegabytes - before;
        TestContext.Current.TestOutputHelper?.WriteLine($"{before} MB before, {more} MB more");
        more.ShouldBeLessThan(150, $"megabytes more than the {before} of a small one");

        static string File(int lines)
        {
            var text = new StringBuilder("编号,客户名称,负责人,城市,备注\n");
            for (var i = 0; i < lines; i++)
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"L-{i:000000},第{i}号客户有限公司,P-rep-a,苏州,{i} 号客户的备注,和别的一样长\n");
            }

            return text.ToString();
        }
    }
}
