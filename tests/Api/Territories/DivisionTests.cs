using Microsoft.Extensions.DependencyInjection;
using Yingpan.Platform.Jobs;
using Yingpan.Tests.Api.Customers;

namespace Yingpan.Tests.Api.Territories;

/// <summary>Today is Wednesday, 15 July 2026. Of the seven customers of the house five lie in 上海, two in 北京; six have bought for 2,000.00.</summary>
public sealed class DivisionTests
{
    [Theory, Databases]
    public async Task Rules_are_previewed_then_applied_at_once_and_past_sales_stay_where_they_were(Database database)
    {
        await using var house = await House.Open(database);
        using var gm = await house.SignIn("gm");
        var (shanghai, beijing, whole) = (house.Seed.Record("territories", "上海"), house.Seed.Record("territories", "北京"), house.Seed.Record("territories", "全国"));
        var named = house.Seed.Record("customers", "客户rep-a");
        await Place(house, "客户rep-a2", "苏州");
        await Place(house, "客户rep-b", "江苏省");
        var rules = await gm.Post("/api/territory-divisions", new
        {
            first = "2026-07-01",
            defaultId = whole,
            rules = new object[]
            {
                new { name = "大客户", territoryId = shanghai, priority = 1, customers = new[] { named } },
                new { name = "江苏", territoryId = beijing, priority = 2, regions = new[] { "32" } },
                new { name = "苏州", territoryId = shanghai, priority = 2, regions = new[] { "3205" } },
                new { name = "没有人", territoryId = shanghai, priority = 3, industries = new[] { "A01" } },
            },
        }, 201);
        var path = $"/api/territory-divisions/{rules.Id}";
        var before = (await gm.Get("/api/customers?size=50&sort=number", 200)).Column("territoryId");
        var told = await gm.Get($"{path}/preview", 200);
        // rep-a stays; rep-a2 and rep-b go to 北京, the other four to the default.
        (told["customers"], told["moved"], told["amount"], told["byDefault"], told["noRegion"]).ShouldBe(("7", "6", "10000.00", "4", "5"));
        told.Json.GetProperty("dead").EnumerateArray().Select(rule => rule.GetProperty("name").GetString()).ShouldBe(["苏州", "没有人"]);
        told.Json.GetProperty("clashes").EnumerateArray().Select(clash => (clash.GetProperty("upper").GetString(), clash.GetProperty("lower").GetString(), clash.GetProperty("customers").GetInt32())).ShouldBe([("江苏", "苏州", 1)]);
        told.Json.GetProperty("flows").EnumerateArray().Sum(flow => flow.GetProperty("customers").GetInt32()).ShouldBe(6);
        (await gm.Get("/api/customers?size=50&sort=number", 200)).Column("territoryId").ShouldBe(before, "a preview writes nothing");
        var moves = await gm.Get($"{path}/moves?from={shanghai}&to={beijing}", 200);
        (moves.Total, moves.Column("rule").Distinct().Single()).ShouldBe((2, "江苏"));

        var sold = (await gm.Get($"/api/orders/totals?territory={shanghai}", 200))["amount"];
        await gm.Send(HttpMethod.Post, $"{path}/apply", null, 200, seen: 1);
        (await gm.Get("/api/customers?size=50", 200)).Items.Count(customer => customer.GetProperty("territoryId").GetString() == whole).ShouldBe(4);
        (await gm.Get($"/api/orders/totals?territory={shanghai}", 200))["amount"].ShouldBe(sold);
        var history = await gm.Get($"/api/customers/{house.Seed.Record("customers", "客户rep-b")}/territory-moves", 200);
        history.Items.Select(line => (line.GetProperty("first").GetString(), line.GetProperty("fromId").GetString(), line.GetProperty("toId").GetString(), line.GetProperty("byHand").GetBoolean())).ShouldBe([("2026-07-15", shanghai, beijing, false)]);
        (await gm.Get($"{path}/preview", 200))["moved"].ShouldBe("0");
        (await gm.Get(path, 200)).Json.GetProperty("head").GetProperty("moved").GetInt32().ShouldBe(6);
        (await gm.Send(HttpMethod.Post, $"{path}/apply", null, 409, seen: 2)).Code.ShouldBe("territories.division-live");
        await gm.Delete(path, expect: 409);

        // Who is new lies where the rules say, by hand and from a file; who is told where stays there.
        using var rep = await house.SignIn("rep-a");
        var entered = await rep.Post("/api/customers", new { name = "南京新客户", state = "Prospect", ownerId = house.Seed.People["rep-a"], city = "南京" }, 201);
        (await rep.Get($"/api/customers/{entered.Id}", 200))["territoryId"].ShouldBe(beijing);
        (await rep.Import("customers", "客户名称,负责人,城市\n无锡新客户,员工rep-a,无锡\n广州新客户,员工rep-a,广州")).Written.ShouldBe(2);
        (await rep.Get("/api/customers?q=新客户&sort=name&size=10", 200)).Column("territoryId").Order().ShouldBe(new[] { beijing, beijing, whole }.Order());

        async Task Place(House at, string customer, string city)
        {
            var id = at.Seed.Record("customers", customer);
            var now = await gm.Get($"/api/customers/{id}", 200);
            using var admin = await at.SignIn("admin");
            await admin.Put($"/api/customers/{id}", new { name = now["name"], state = now["state"], ownerId = now["ownerId"], territoryId = now["territoryId"], city }, now.Version, 200);
        }
    }

    [Theory, Databases]
    public async Task Rules_about_units_hold_for_who_is_entered_and_who_is_moved_waits_in_another_pool(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        var (shanghai, beijing) = (house.Seed.Record("territories", "上海"), house.Seed.Record("territories", "北京"));
        foreach (var (name, place) in new[] { ("上海公海", shanghai), ("北京公海", beijing) })
        {
            await admin.Post("/api/customer-pools", new { name, territoryId = place, order = 1 }, 201);
        }

        var placeless = (await rep.Post("/api/customers", new { name = "无区客户", state = "Prospect", ownerId = house.Seed.People["rep-a"] }, 201)).Id;
        (await admin.Get("/api/pool-customers", 200)).Column("poolName").ShouldBe(["上海公海"]);
        var rules = await admin.Post("/api/territory-divisions", new
        {
            first = "2026-07-01",
            defaultId = beijing,
            rules = new object[] { new { name = "上海队", territoryId = shanghai, priority = 1, units = new[] { house.Seed.Units["team-a"] } } },
        }, 201);
        await admin.Send(HttpMethod.Post, $"/api/territory-divisions/{rules.Id}/apply", null, 200, seen: 1);
        (await admin.Get("/api/pool-customers", 200)).Column("poolName").ShouldBe(["北京公海"]);
        (await rep.Get($"/api/customers/{placeless}", 200))["territoryId"].ShouldBe(shanghai);
        await admin.IsWholeAsTold(placeless);

        foreach (var (login, place) in new[] { ("rep-a", shanghai), ("rep-b", beijing) })
        {
            using var seller = await house.SignIn(login);
            var entered = (await seller.Post("/api/customers", new { name = $"{login}的新客户", state = "Prospect", ownerId = house.Seed.People[login] }, 201)).Id;
            (await seller.Get($"/api/customers/{entered}", 200))["territoryId"].ShouldBe(place, login);
        }
    }

    [Theory, Databases]
    public async Task Rules_of_a_day_to_come_wait_for_it_and_can_be_taken_back(Database database)
    {
        await using var house = await House.Open(database);
        using var gm = await house.SignIn("gm");
        var whole = house.Seed.Record("territories", "全国");
        var rules = await gm.Post("/api/territory-divisions", new { first = "2026-07-17", defaultId = whole, rules = Array.Empty<object>() }, 201);
        var path = $"/api/territory-divisions/{rules.Id}";
        await gm.Send(HttpMethod.Post, $"{path}/apply", null, 200, seen: 1);
        (await gm.Put(path, new { first = "2026-07-17", defaultId = whole, rules = Array.Empty<object>() }, 2, 409)).Code.ShouldBe("territories.division-planned");
        await gm.Send(HttpMethod.Post, $"{path}/withdraw", null, 200, seen: 2);
        await gm.Send(HttpMethod.Post, $"{path}/apply", null, 200, seen: 3);
        await Night();
        (await gm.Get(path, 200)).Json.GetProperty("head").GetProperty("state").GetString().ShouldBe("Planned");
        house.Clock.Advance(TimeSpan.FromDays(2));
        await Night();
        using var again = await house.SignIn("gm");
        var head = (await again.Get(path, 200)).Json.GetProperty("head");
        (head.GetProperty("state").GetString(), head.GetProperty("moved").GetInt32()).ShouldBe(("Live", 7));

        Task<bool> Night() => house.Inside(async (_, services) =>
        {
            await services.GetServices<JobKind>().First(kind => kind.Name == "territories.apply-divisions").Run(services, "null", CancellationToken.None);
            return true;
        });
    }

    [Theory, Databases]
    public async Task What_is_wrong_with_rules_is_told_and_only_who_may_divide_does(Database database)
    {
        await using var house = await House.Open(database);
        using var gm = await house.SignIn("gm");
        (await gm.Faults(HttpMethod.Post, "/api/territory-divisions", new
        {
            first = "2026-07-01",
            defaultId = house.Seed.Record("territories", "全国"),
            rules = new object[]
            {
                new { name = "空", territoryId = house.Seed.Record("territories", "全国"), priority = 1 },
                new { name = "错", territoryId = house.Seed.Record("territories", "全国"), priority = 0, regions = new[] { "99" }, from = "2.00", below = "1.00" },
            },
        })).ShouldBe(["rules[0].name: territories.rule-asks-nothing", "rules[1].below: territories.size-backwards", "rules[1].priority: field.range", "rules[1].regions: territories.region-unknown"]);
        using var rep = await house.SignIn("rep-a");
        var draft = house.Seed.Record("territory-divisions", "草稿");
        await rep.Get($"/api/territory-divisions/{draft}", 200);
        await rep.Get($"/api/territory-divisions/{draft}/preview", 403);
        await rep.Send(HttpMethod.Post, $"/api/territory-divisions/{draft}/apply", null, 403, seen: 1);
    }

    [Theory, Databases]
    public async Task A_scenario_is_compared_before_and_after_and_applied_once(Database database)
    {
        await using var house = await House.Open(database);
        using var gm = await house.SignIn("gm");
        var (shanghai, beijing) = (house.Seed.Record("territories", "上海"), house.Seed.Record("territories", "北京"));
        var balance = await gm.Get("/api/territory-balance", 200);
        balance.Json.GetProperty("loads").EnumerateArray().Sum(load => load.GetProperty("customers").GetInt32()).ShouldBe(7);
        await gm.Post("/api/territory-balance/suggest", expect: 200);
        var made = await gm.Post("/api/territory-scenarios", new { name = "挪一户", moves = new[] { new { from = shanghai, to = beijing, customers = new[] { house.Seed.Record("customers", "客户rep-b") } } } }, 201);
        var path = $"/api/territory-scenarios/{made.Id}";
        var seen = await gm.Get(path, 200);
        (seen["moved"], Minutes(seen, "before"), Customers(seen, "after", beijing)).ShouldBe(("1", Minutes(seen, "after"), Customers(seen, "before", beijing) + 1));
        await gm.Send(HttpMethod.Post, $"{path}/apply", null, 200, seen: 1);
        (await gm.Get($"/api/customers/{house.Seed.Record("customers", "客户rep-b")}", 200))["territoryId"].ShouldBe(beijing);
        (await gm.Send(HttpMethod.Post, $"{path}/apply", null, 409, seen: 2)).Code.ShouldBe("territories.scenario-applied");
        (await gm.Faults(HttpMethod.Post, "/api/territory-scenarios", new { name = "x", moves = new[] { new { from = shanghai, to = shanghai } } })).ShouldBe(["moves[0].area: field.required", "moves[0].to: territories.move-nowhere"]);
        using var manager = await house.SignIn("manager-a");
        await manager.Get(path, 403);

        static long Minutes(Answer answer, string when) => answer.Json.GetProperty(when).EnumerateArray().Sum(load => load.GetProperty("minutes").GetInt64());
        static int Customers(Answer answer, string when, string territory) => answer.Json.GetProperty(when).EnumerateArray().First(load => load.GetProperty("territoryId").GetString() == territory).GetProperty("customers").GetInt32();
    }
}
