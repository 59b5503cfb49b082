using System.Globalization;
using System.Text.Json;
using Yingpan.Host.Samples;

namespace Yingpan.Tests.Api.Samples;

/// <summary>One import for each database serves all tests: none of them changes anything.</summary>
public sealed class AdventureWorksHouses : IAsyncDisposable
{
    private readonly Dictionary<Database, SampleHouse> houses = [];

    internal string Folder { get; private set; } = "";

    internal async Task<SampleHouse> Of(Database database)
    {
        Folder = SampleData.Folder("adventureworks");
        return houses.TryGetValue(database, out var house)
            ? house
            : houses[database] = await SampleHouse.With(database, (import, organization) => new AdventureWorks(Folder, import, organization).Run(CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var house in houses.Values)
        {
            await house.DisposeAsync();
        }
    }
}

public sealed class AdventureWorksTests(AdventureWorksHouses houses) : IClassFixture<AdventureWorksHouses>
{
    private const string Whole = "from=2011-05-31&to=2013-05-29";

    [Theory, Databases]
    public async Task Goals_and_sales_of_AdventureWorks_come_out_to_the_cent(Database database)
    {
        var house = await houses.Of(database);

        var board = await house.Get($"/api/board?{Whole}&by=Person");
        var total = board.GetProperty("total");
        total.GetProperty("actual").GetString().ShouldBe("57044331.73");
        total.GetProperty("orders").GetInt32().ShouldBe(7422);
        total.GetProperty("goal").GetString().ShouldBe("52474000.00");

        var lines = board.GetProperty("lines").EnumerateArray().Where(line => line.GetProperty("id").ValueKind == JsonValueKind.String)
            .ToDictionary(line => line.GetProperty("id").GetString()!, line => line.GetProperty("figures"));
        var sellers = lines.Values.Where(figures => figures.GetProperty("orders").GetInt32() > 0).ToList();
        sellers.Sum(figures => figures.GetProperty("orders").GetInt32()).ShouldBe(1994);
        sellers.Sum(figures => decimal.Parse(figures.GetProperty("actual").GetString()!, CultureInfo.InvariantCulture)).ShouldBe(44210112.52m);

        var expected = File.ReadLines(Path.Combine(houses.Folder, "README.md")).Where(line => line.StartsWith("| 2", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()).ToList();
        expected.Count.ShouldBe(14);
        foreach (var row in expected)
        {
            var person = await house.Get($"/api/people?q={row[0]}");
            var id = person.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("number").GetString() == row[0]).GetProperty("id").GetString()!;
            var figures = lines[id];
            figures.GetProperty("orders").GetInt32().ToString(CultureInfo.InvariantCulture).ShouldBe(row[1], row[0]);
            figures.GetProperty("actual").GetString().ShouldBe(row[2], row[0]);
            figures.GetProperty("goal").GetString().ShouldBe($"{row[3]}.00", row[0]);
            Percent(figures.GetProperty("attainment").GetString()!).ShouldBe(row[4], row[0]);

            // The figure opens to its orders, and they come to the same.
            var behind = await house.Get($"/api/orders/totals?{Whole}&state=Confirmed&salesperson={id}");
            behind.GetProperty("amount").GetString().ShouldBe(row[2], row[0]);
        }
    }

    [Theory, Databases]
    public async Task Every_way_of_cutting_AdventureWorks_adds_up_and_moved_people_keep_their_sales_where_they_were_made(Database database)
    {
        var house = await houses.Of(database);
        foreach (var by in new[] { "Person", "Unit", "Territory" })
        {
            // Neither edge is a month's: whole months and single days must meet without a gap.
            foreach (var period in new[] { Whole, "from=2011-06-15&to=2012-02-10", "from=2012-03-01&to=2012-03-31", "from=2012-03-05&to=2012-03-20" })
            {
                var board = await house.Get($"/api/board?{period}&by={by}");
                var orders = await house.Get($"/api/orders/totals?{period}&state=Confirmed");
                board.GetProperty("total").GetProperty("actual").GetString().ShouldBe(orders.GetProperty("amount").GetString());
                board.GetProperty("total").GetProperty("orders").GetInt32().ShouldBe(orders.GetProperty("orders").GetInt32());
                board.GetProperty("lines").EnumerateArray().Where(line => line.GetProperty("level").GetInt32() == 0)
                    .Sum(line => decimal.Parse(line.GetProperty("figures").GetProperty("actual").GetString()!, CultureInfo.InvariantCulture))
                    .ShouldBe(decimal.Parse(orders.GetProperty("amount").GetString()!, CultureInfo.InvariantCulture));
            }
        }

        // 282 moved from Canada (6) to the United Kingdom (10) on 2012-05-30; what he sold before stays in Canada.
        var mover = (await house.Get("/api/people?q=282")).GetProperty("items")[0].GetProperty("id").GetString();
        var territories = (await house.Get("/api/territories?size=200")).GetProperty("items").EnumerateArray()
            .ToDictionary(item => item.GetProperty("number").GetString()!, item => item.GetProperty("id").GetString()!);
        (await Actual(house, "from=2011-05-31&to=2012-05-29", mover, territories["6"])).ShouldBeGreaterThan(0);
        (await Actual(house, "from=2011-05-31&to=2012-05-29", mover, territories["10"])).ShouldBe(0);
        (await Actual(house, "from=2012-05-30&to=2013-05-29", mover, territories["10"])).ShouldBeGreaterThan(0);
    }

    private static async Task<decimal> Actual(SampleHouse house, string period, string? person, string territory)
    {
        var board = await house.Get($"/api/board?{period}&by=Territory&person={person}&territory={territory}");
        return decimal.Parse(board.GetProperty("total").GetProperty("actual").GetString()!, CultureInfo.InvariantCulture);
    }

    private static string Percent(string rate) =>
        decimal.Round(decimal.Parse(rate, CultureInfo.InvariantCulture) * 100, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture);
}
