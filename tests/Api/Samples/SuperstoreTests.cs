using System.Globalization;
using Yingpan.Host.Samples;

namespace Yingpan.Tests.Api.Samples;

public sealed class SuperstoreTests
{
    /// <summary>
    /// The published sums keep three decimals a line; ours round each order once, so a region of some hundred orders may lie up to half a
    /// fen an order away, and in truth lies within a few fen.
    /// </summary>
    [Theory, Databases]
    public async Task Sales_by_region_agree_with_the_published_sums(Database database)
    {
        var folder = SampleData.Folder("cn-superstore");
        await using var house = await SampleHouse.With(database, (import, organization) => new Superstore(folder, import, organization).Run(CancellationToken.None));
        var board = await house.Get("/api/board?from=2015-01-01&to=2018-12-31&by=Territory");
        // 2,770 order ids, some of which stand for purchases of several customers, regions and days: each of those is an order.
        board.GetProperty("total").GetProperty("orders").GetInt32().ShouldBe(new SampleFiles(folder).Read("orders_zh.csv")
            .Select(line => (line["订单 ID"], line["客户 ID"], line["地区"], line["订单日期"])).Distinct().Count());
        var actual = board.GetProperty("lines").EnumerateArray().ToDictionary(
            line => line.GetProperty("name").GetString()!, line => decimal.Parse(line.GetProperty("figures").GetProperty("actual").GetString()!, CultureInfo.InvariantCulture));
        var published = File.ReadLines(Path.Combine(folder, "ORACLE.md")).SkipWhile(line => !line.Contains("region: lines", StringComparison.Ordinal))
            .Skip(1).Take(6).Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray()).ToDictionary(cells => cells[0], cells => decimal.Parse(cells[2], CultureInfo.InvariantCulture));
        published.Count.ShouldBe(6);
        foreach (var (region, sales) in published)
        {
            Math.Abs(actual[region] - sales).ShouldBeLessThan(0.5m, region);
        }
    }
}
