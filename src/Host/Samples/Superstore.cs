using System.Globalization;
using Yingpan.Organization.Public;

namespace Yingpan.Host.Samples;

/// <summary>
/// 示例-超市: order lines with Chinese headings, six regions with a manager each. A line holds its amount; the price of one follows
/// from it, and an order is the sum of its lines rounded once.
/// </summary>
internal sealed class Superstore(string folder, SampleImport import, OrganizationSetup organization)
{
    private readonly SampleFiles files = new(folder);

    public async Task Run(CancellationToken cancel)
    {
        var managers = files.Read("salespeople_zh.csv").ToDictionary(row => row["地区"], row => row["地区经理"]);
        var lines = files.Read("orders_zh.csv").ToList();
        await organization.EnsureUnits([.. managers.Keys], cancel);
        await organization.EnsurePositions(["地区经理"], cancel);
        var start = lines.Min(line => line["订单日期"]);
        await import.Lines("people", "salespeople_zh.csv", SampleFiles.Lines("name unitName positionName hiredOn",
            managers.Select(pair => (IReadOnlyList<string?>)[pair.Value, pair.Key, "地区经理", start])), cancel);
        await import.Lines("territories", "salespeople_zh.csv", SampleFiles.Lines("name",
            managers.Keys.Select(region => (IReadOnlyList<string?>)[region])), cancel);
        await import.Lines("holders", "salespeople_zh.csv", SampleFiles.Lines("territoryName personName first",
            managers.Select(pair => (IReadOnlyList<string?>)[pair.Key, pair.Value, start])), cancel);
        await import.Lines("products", "orders_zh.csv", SampleFiles.Lines("number name line unit",
            lines.DistinctBy(line => line["产品 ID"]).Select(line => (IReadOnlyList<string?>)[line["产品 ID"], line["产品名称"], line["子类别"], "件"])), cancel);
        await import.Lines("customers", "orders_zh.csv", SampleFiles.Lines("number name state industry city",
            lines.DistinctBy(line => line["客户 ID"]).Select(line => (IReadOnlyList<string?>)[line["客户 ID"], line["客户名称"], "成交", line["细分"], line["城市"]])), cancel);
        await import.Lines("orders", "orders_zh.csv", SampleFiles.Lines(
            "number orderedOn customerName salespersonName territoryName productName quantity price discount amount",
            lines.GroupBy(line => line["订单 ID"]).SelectMany(order => order.Select(line => Cells(line, managers, order.Sum(each => Number(each["销售额"])))))), cancel);
    }

    private static IReadOnlyList<string?> Cells(IReadOnlyDictionary<string, string> line, Dictionary<string, string> managers, decimal amount)
    {
        var price = Number(line["销售额"]) / Number(line["数量"]) / (1 - Number(line["折扣"]));
        return
        [
            line["订单 ID"], line["订单日期"], line["客户 ID"], managers[line["地区"]], line["地区"], line["产品 ID"], line["数量"],
            Math.Round(price, 4).ToString(CultureInfo.InvariantCulture), line["折扣"], amount.ToString(CultureInfo.InvariantCulture),
        ];
    }

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
