namespace Yingpan.Tests.Api.Territories;

/// <summary>Six confirmed orders of two pumps for 2,000.00 each, four of them in 上海; all in July 2026.</summary>
public sealed class MarketTests
{
    [Theory, Databases]
    public async Task A_figure_tells_own_share_needed_share_and_the_year_before(Database database)
    {
        await using var house = await House.Open(database);
        using var gm = await house.SignIn("gm");
        var (shanghai, whole) = (house.Seed.Record("territories", "上海"), house.Seed.Record("territories", "全国"));
        await gm.Post("/api/market-figures", With(Figure(shanghai, 2026, "Sets", "400"), ("target", "50"), ("saidShare", "0.13")), 201);
        await gm.Post("/api/market-figures", With(Figure(whole, 2026, "Yuan", "120000"), ("growth", "0.114")), 201);
        var rows = (await gm.Get("/api/market-figures?year=2026&sort=unit", 200)).Items;
        (rows[0].GetProperty("sold").GetString(), rows[0].GetProperty("ownShare").GetString(), rows[0].GetProperty("neededShare").GetString()).ShouldBe(("8", "0.02", "0.125"));
        (rows[1].GetProperty("sold").GetString(), rows[1].GetProperty("ownShare").GetString(), rows[1].GetProperty("yearBefore").GetDecimal()).ShouldBe(("12000", "0.1", 107719.9282m));
        var faults = (await gm.Get("/api/market-checks", 200)).Items;
        (faults.Single().GetProperty("kind").GetString(), faults.Single().GetProperty("said").GetString(), faults.Single().GetProperty("exact").GetString()).ShouldBe(("Share", "0.13", "0.125"));
        (await gm.Faults(HttpMethod.Post, "/api/market-figures", Figure(shanghai, 2026, "Sets", "1"))).ShouldBe(["year: territories.market-there"]);
        (await gm.Faults(HttpMethod.Post, "/api/market-figures", With(Figure(shanghai, 2027, "Sets", "-1"), ("growth", "-1"), ("saidShare", "2"))))
            .ShouldBe(["amount: field.negative", "growth: territories.market-growth", "saidShare: field.not-fraction"]);
        using var rep = await house.SignIn("rep-a");
        await rep.Get("/api/market-figures", 403);
        using var manager = await house.SignIn("manager-a");
        await manager.Post("/api/market-figures", Figure(shanghai, 2027, "Sets", "1"), 403);
    }

    [Theory, Databases]
    public async Task Figures_come_from_a_file_and_go_out_as_one(Database database)
    {
        await using var house = await House.Open(database);
        using var gm = await house.SignIn("admin");
        var number = (await gm.Get($"/api/territories/{house.Seed.Record("territories", "北京")}", 200))["number"];
        var (_, written, faults) = await gm.Import("market-figures", $"年份,区域,单位,市场容量,增长率,来源\n2004,{number},套,19500000,11.4%,行业协会\n2004,{number},套,1,,再来一次\n2003,{number},套,-5,,负数");
        (written, string.Join(" / ", faults)).ShouldBe((1, "3 年份 territories.market-there / 4 市场容量 field.negative"));
        var rows = await gm.Export("/api/market-figures/export?year=2004&format=csv");
        rows[0].Take(2).ShouldBe(["年份", "区域"]);
        rows[1][6].ShouldBe("19500000");
        // All that a file may say goes out, and comes in again as it went.
        await gm.Post("/api/market-figures", With(Figure(house.Seed.Record("territories", "上海"), 2010, "Yuan", "120000"), ("upper", "130000"), ("growth", "0.114"), ("target", "15000"), ("saidShare", "0.125"), ("industry", "水泵"), ("line", "离心泵"), ("brand", "")), 201);
        var out2010 = await gm.Export("/api/market-figures/export?year=2010&format=csv");
        var (_, back, wrong) = await gm.Import("market-figures", string.Join('\n', out2010.Select((row, i) => string.Join(',', i == 0 ? row : [.. row.Select((cell, at) => at == 0 ? "2011" : cell)]))));
        (back, wrong.Count).ShouldBe((1, 0), string.Join(" / ", wrong));
        var out2011 = await gm.Export("/api/market-figures/export?year=2011&format=csv");
        out2011[1].Skip(1).ShouldBe(out2010[1].Skip(1));
        out2010[1].Count(cell => cell.Length > 0).ShouldBeGreaterThanOrEqualTo(11);
    }

    [Theory, Databases]
    public async Task Headcount_span_and_coverage_are_told_from_what_the_house_is(Database database)
    {
        await using var house = await House.Open(database);
        using var gm = await house.SignIn("gm");
        var result = await gm.Post("/api/sizing-plans/calculate", new
        {
            classes = new[] { new { name = "A", customers = 1000, callsAYear = 36 }, new { name = "B", customers = 2000, callsAYear = 12 } },
            callsPerPerson = 1000,
            goal = "10000000",
            perPerson = "250000",
            a = "1000000",
            cost = "100000",
        }, 200);
        (People("byWorkload"), People("byBreakdown"), People("byMarginalReturn")).ShouldBe((60, 40, 25));
        result.Json.GetProperty("byMarginalReturn").GetProperty("profit").GetDecimal().ShouldBe(2_500_000m);
        (await gm.Faults(HttpMethod.Post, "/api/sizing-plans/calculate", new { callsPerPerson = 0, share = "2" })).ShouldBe(["callsPerPerson: field.range", "share: field.not-fraction"]);
        var facts = await gm.Get("/api/sizing-facts", 200);
        facts.Json.GetProperty("classes").EnumerateArray().Select(one => one.GetProperty("customers").GetInt32()).ShouldBe([0, 0, 7]);
        var span = await gm.Get("/api/span-of-control", 200);
        span.Json.GetProperty("years").GetArrayLength().ShouldBeGreaterThan(0);

        using var rep = await house.SignIn("rep-a");
        var card = await rep.Get($"/api/customers/{house.Seed.Record("customers", "客户rep-a")}", 200);
        await rep.Put($"/api/customers/{house.Seed.Record("customers", "客户rep-a")}", new { name = card["name"], state = "Active", ownerId = card["ownerId"], territoryId = card["territoryId"], city = "苏州" }, card.Version, 200);
        var counties = await rep.Get("/api/territory-coverage?by=City&under=32", 200);
        counties.Items.Count.ShouldBe(13);
        counties.Items.Where(line => line.GetProperty("state").GetString() != "Empty").Select(line => (line.GetProperty("key").GetString(), line.GetProperty("state").GetString(), line.GetProperty("customers").GetInt32(), line.GetProperty("sales").GetString()))
            .ShouldBe([("3205", "Done", 1, "2000.00")]);
        // He sees but his own customers here; the general manager all seven.
        (await rep.Get("/api/territory-coverage?by=State", 200)).Items.Single().GetProperty("customers").GetInt32().ShouldBe(1);
        (await gm.Get("/api/territory-coverage?by=State&days=5", 200)).Items.Single().GetProperty("state").GetString().ShouldBe("Undone");
        (await gm.Get("/api/territory-coverage?by=Industry", 200)).Items.Count(line => line.GetProperty("state").GetString() == "Empty").ShouldBe(20);
        var figures = await gm.Get("/api/territory-figures", 200);
        figures.Items.Sum(line => line.GetProperty("customers").GetInt32()).ShouldBe(7);

        int People(string way) => result.Json.GetProperty(way).GetProperty("people").GetInt32();
    }

    private static Dictionary<string, object?> Figure(string territory, int year, string unit, string amount) => new() { ["territoryId"] = territory, ["year"] = year, ["unit"] = unit, ["amount"] = amount, ["source"] = "年鉴" };

    private static Dictionary<string, object?> With(Dictionary<string, object?> body, params (string Name, object? Value)[] members) => Deeds.With(body, members);
}
