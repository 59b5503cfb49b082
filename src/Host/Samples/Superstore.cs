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
        var managers = files.ByKey("salespeople_zh.csv", "地区", row => row);
        var lines = files.Read("orders_zh.csv").ToList();
        await organization.EnsureUnits([.. managers.Keys], cancel);
        await organization.EnsurePositions(["地区经理"], cancel);
        var start = lines.Min(line => line["订单日期"]);
        await import.Lines("people", "salespeople_zh.csv", new SampleLines("name unitName positionName hiredOn",
            managers.Values.Select(row => row.As(row["地区经理"], row["地区"], "地区经理", start))), cancel);
        await import.Lines("territories", "salespeople_zh.csv", new SampleLines("name",
            managers.Values.Select(row => row.As(row["地区"]))), cancel);
        await import.Lines("holders", "salespeople_zh.csv", new SampleLines("territoryName personName first",
            managers.Values.Select(row => row.As(row["地区"], row["地区经理"], start))), cancel);
        await import.Lines("products", "orders_zh.csv", new SampleLines("number name line unit",
            lines.DistinctBy(line => line["产品 ID"]).Select(line => line.As(line["产品 ID"], line["产品名称"], line["子类别"], "件"))), cancel);
        var customers = lines.DistinctBy(line => line["客户 ID"]).ToList();
        var names = SampleFiles.NamedOnce(customers.Select(line => (line["客户名称"], line["客户 ID"])));
        await import.Lines("customers", "orders_zh.csv", new SampleLines("number name state industry city",
            customers.Zip(names, (line, name) => line.As(line["客户 ID"], name, "成交", line["细分"], line["城市"]))), cancel);
        await import.Lines("orders", "orders_zh.csv", new SampleLines(
            "number orderedOn customerName salespersonName territoryName productName quantity price discount amount",
            Orders(lines).SelectMany(order => order.Lines.Select(line => Cells(order.Number, line, managers, order.Lines.Sum(each => each.Number("销售额")))))), cancel);
    }

    /// <summary>
    /// The files give one order id to purchases of several customers, regions and days; each of those is an order here, the first under the
    /// id itself, the others with a running number behind it.
    /// </summary>
    private static IEnumerable<(string Number, List<SampleRow> Lines)> Orders(IEnumerable<SampleRow> lines) =>
        lines.GroupBy(line => line["订单 ID"]).SelectMany(id => id
            .GroupBy(line => (line["客户 ID"], line["地区"], line["订单日期"]))
            .Select((order, i) => (i == 0 ? id.Key : $"{id.Key}/{i + 1}", order.ToList())));

    private static SampleLine Cells(string number, SampleRow line, Dictionary<string, SampleRow> managers, decimal amount)
    {
        if (line.Number("折扣") >= 1)
        {
            throw line.Wrong("折扣", "sample.not-discount");
        }

        var price = line.Number("销售额") / line.Divisor("数量") / (1 - line.Number("折扣"));
        return line.As(
            number, line["订单日期"], line["客户 ID"], line.In(managers, "地区")["地区经理"], line["地区"], line["产品 ID"], line["数量"],
            Math.Round(price, 4).ToString(CultureInfo.InvariantCulture), line["折扣"], amount.ToString(CultureInfo.InvariantCulture));
    }
}
