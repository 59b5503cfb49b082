using System.Globalization;
using System.Text.Json;
using Yingpan.Tests.Api.Imports;

namespace Yingpan.Tests.Api.Insights;

/// <summary>It is the morning of Wednesday, 15 July 2026.</summary>
public sealed class BoardTests
{
    private const string July = "from=2026-07-01&to=2026-07-31";

    [Theory, Databases]
    public async Task Goal_actual_gap_and_pace_of_a_month(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        var board = (await rep.Get($"/api/board?{July}", 200)).Json;
        // 31 of the 92 days of a goal of 30,000.00; 11 of the 23 working days of July are gone.
        Figures(board.GetProperty("total")).ShouldBe(("10108.70", "2000.00", "8108.70", 1));
        Text(board.GetProperty("total"), "attainment").ShouldBe("0.197849");
        var pace = board.GetProperty("pace");
        new[] { "timeProgress", "workingDays", "daysLeft", "pacing", "dailyNeeded", "landing" }.Select(name => Text(pace, name))
            .ShouldBe(["0.478261", "23", "12", "0.413684", "675.73", "4181.82"]);
        (board.GetProperty("today").GetString(), board.GetProperty("by").GetString()).ShouldBe(("2026-07-15", "Person"));
        // August has 21 weekdays, and the house is closed on one of them.
        foreach (var (days, progress, left) in new[] { ("from=2026-08-01&to=2026-08-31", "0", "20"), ("from=2026-06-01&to=2026-06-30", "1", "0"), ("from=2026-07-15&to=2026-07-15", "1", "0"), ("from=2026-07-18&to=2026-07-19", "0", "0") })
        {
            pace = (await rep.Get($"/api/board?{days}", 200)).Json.GetProperty("pace");
            (Text(pace, "timeProgress"), Text(pace, "daysLeft")).ShouldBe((progress, left), days);
        }
    }

    [Theory, Databases]
    public async Task The_shares_of_a_goal_add_up_to_it_however_the_time_is_cut(Database database)
    {
        await using var house = await House.Open(database);
        using var gm = await house.SignIn("gm");
        await gm.Post("/api/goals", new { personId = house.Seed.People["manager-a"], first = "2026-07-01", last = "2026-09-30", amount = "100.00" }, 201);
        var quarter = $"person={house.Seed.People["manager-a"]}&from=2026-07-01&to=2026-09-30";
        Goal((await gm.Get($"/api/board?{quarter}", 200)).Json).ShouldBe(100m);
        foreach (var cuts in new[] { new[] { 1 }, [31, 62], [10, 45, 91], [.. Enumerable.Range(1, 91)] })
        {
            var (first, sum) = (new DateOnly(2026, 7, 1), 0m);
            foreach (var last in cuts.Append(92).Select(days => new DateOnly(2026, 7, 1).AddDays(days - 1)))
            {
                sum += Goal((await gm.Get($"/api/board?person={house.Seed.People["manager-a"]}&from={first:yyyy-MM-dd}&to={last:yyyy-MM-dd}", 200)).Json);
                first = last.AddDays(1);
            }

            sum.ShouldBe(100m, $"{cuts.Length} cuts");
        }

        var months = (await gm.Get($"/api/board/months?{quarter}", 200)).Items;
        months.Select(month => month.GetProperty("month").GetString()).ShouldBe(["2026-07", "2026-08", "2026-09"]);
        months.Sum(month => decimal.Parse(month.GetProperty("goal").GetString()!, CultureInfo.InvariantCulture)).ShouldBe(100m);
    }

    [Theory, Databases]
    public async Task Any_period_shows_what_its_orders_come_to_and_each_figure_opens_to_them(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var sellers = new[] { "rep-a", "rep-b", "rep-c", "rep-d" };
        var days = new[] { "2026-04-30", "2026-05-01", "2026-05-31", "2026-06-01", "2026-06-15", "2026-06-30", "2026-07-01", "2026-07-31", "2026-08-01" };
        foreach (var (i, day) in days.Index())
        {
            await house.Sell(admin, sellers[i % 4], day, $"{(i + 1) * 11}.1{i}");
        }

        await admin.Post("/api/orders", house.Order("rep-b", "2026-05-05", "7.77").With(("salespersonId", null), ("confirm", true)), 201);
        var cancelled = await house.Sell(admin, "rep-a", "2026-06-15", "999");
        await admin.Post($"/api/orders/{cancelled.Id}/cancel", new { reason = "不要了" }, 200, seen: 1);
        await admin.Post("/api/orders", house.Order("rep-a", "2026-06-15", "888").With(), 201);
        foreach (var login in new[] { "admin", "director-n", "manager-a", "rep-b", "hr" })
        {
            using var client = await house.SignIn(login);
            foreach (var (from, to) in new[]
            {
                ("2026-05-01", "2026-06-30"), ("2026-05-01", "2026-05-31"), ("2026-04-30", "2026-08-01"), ("2026-05-31", "2026-06-01"), ("2026-05-02", "2026-06-29"), ("2026-06-15", "2026-06-15"),
                ("2026-05-31", "2026-06-30"), ("2026-06-01", "2026-07-01"), ("2026-06-02", "2026-06-29"), ("1900-01-01", "1900-01-31"),
            })
            {
                var period = $"from={from}&to={to}";
                var orders = await client.Get($"/api/orders/totals?state=Confirmed&{period}", 200);
                foreach (var by in new[] { "Person", "Unit", "Territory" })
                {
                    var board = (await client.Get($"/api/board?by={by}&{period}", 200)).Json;
                    var what = $"{login} {by} {period}";
                    Figures(board.GetProperty("total")).Actual.ShouldBe(orders["amount"], what);
                    var lines = board.GetProperty("lines").EnumerateArray().ToList();
                    lines.Where(line => line.GetProperty("level").GetInt32() == 0).Sum(line => Amount(line.GetProperty("figures"), "actual"))
                        .ShouldBe(Amount(board.GetProperty("total"), "actual"), what);
                    foreach (var line in lines)
                    {
                        var filter = line.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                            ? $"{(by == "Person" ? "salesperson" : by.ToLowerInvariant())}={id}"
                            : by == "Person" ? "noSalesperson=true" : null;
                        if (filter is not null)
                        {
                            var opened = await client.Get($"/api/orders/totals?state=Confirmed&{period}&{filter}", 200);
                            var (_, actual, _, count) = Figures(line.GetProperty("figures"));
                            (actual, count).ShouldBe((opened["amount"], opened.Json.GetProperty("orders").GetInt32()), $"{what} {line}");
                        }
                    }
                }

                var months = (await client.Get($"/api/board/months?{period}", 200)).Items;
                months.Sum(month => Amount(month, "actual")).ShouldBe(decimal.Parse(orders["amount"], CultureInfo.InvariantCulture), $"{login} months {period}");
            }
        }
    }

    [Theory, Databases]
    public async Task A_board_shows_each_the_figures_of_those_he_reaches(Database database)
    {
        await using var house = await House.Open(database);
        foreach (var (login, people, goal, actual) in new[]
        {
            ("rep-a", new[] { "rep-a" }, "30000.00", "2000.00"), ("manager-a", ["manager-a", "rep-a", "rep-a2"], "60000.00", "6000.00"),
            ("director-e", ["manager-a", "rep-a", "rep-a2", "rep-b"], "90000.00", "8000.00"), ("director-n", ["rep-c", "rep-d"], "60000.00", "4000.00"),
            ("gm", ["manager-a", "rep-a", "rep-a2", "rep-b", "rep-c", "rep-d"], "150000.00", "12000.00"), ("finance", ["manager-a", "rep-a", "rep-a2", "rep-b", "rep-c", "rep-d"], "150000.00", "12000.00"),
        })
        {
            using var client = await house.SignIn(login);
            var board = (await client.Get("/api/board?from=2026-07-01&to=2026-09-30", 200)).Json;
            var (total, sold, _, _) = Figures(board.GetProperty("total"));
            (total, sold).ShouldBe((goal, actual), login);
            board.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("name").GetString()).ShouldBe(people.Select(one => $"员工{one}"), ignoreOrder: true, customMessage: login);
            // Asked for others by name, it shows nothing of them.
            var other = login == "director-n" ? "rep-a" : "rep-d";
            var asked = (await client.Get($"/api/board?from=2026-07-01&to=2026-09-30&person={house.Seed.People[other]}", 200)).Json;
            var found = people.Contains(other);
            Figures(asked.GetProperty("total")).ShouldBe(found ? ("30000.00", "2000.00", "28000.00", 1) : ("0.00", "0.00", "0.00", 0), login);
        }

        using var guest = await house.SignIn("guest");
        await guest.Get($"/api/board?{July}", 403);
        await guest.Get($"/api/board/months?{July}", 403);
        // Seeing boards is not seeing figures: those come with the rights to orders and to goals, each for itself.
        using var admin = await house.SignIn("admin");
        await house.May(admin, "guest", ("insights.board-read", "All"), ("planning.read", "All"));
        using var planner = await house.SignIn("guest");
        Figures((await planner.Get("/api/board?from=2026-07-01&to=2026-09-30", 200)).Json.GetProperty("total")).ShouldBe(("150000.00", "0.00", "150000.00", 0));
        (await planner.Get("/api/board/months?from=2026-07-01&to=2026-09-30", 200)).Items.Sum(month => Amount(month, "actual")).ShouldBe(0m);
    }

    [Theory, Databases]
    public async Task A_tree_of_units_or_territories_adds_up_and_a_part_of_it_can_be_looked_at(Database database)
    {
        await using var house = await House.Open(database);
        using var gm = await house.SignIn("gm");
        var units = (await gm.Get($"/api/board?by=Unit&{July}", 200)).Json.GetProperty("lines").EnumerateArray().ToList();
        units.Select(line => $"{line.GetProperty("level")} {line.GetProperty("name").GetString()} {Figures(line.GetProperty("figures")).Actual}").ShouldBe([
            "0 试金石公司 12000.00", "1 华东 8000.00", "2 上海队 6000.00", "2 杭州队 2000.00", "1 华北 4000.00", "2 北京队 2000.00", "2 天津队 2000.00",
        ], ignoreOrder: true);
        foreach (var parent in units.Where(line => line.GetProperty("hasChildren").GetBoolean()))
        {
            var children = units.Where(line => line.TryGetProperty("parentId", out var above) && above.ToString() == parent.GetProperty("id").GetString()).ToList();
            children.Sum(line => Amount(line.GetProperty("figures"), "actual")).ShouldBe(Amount(parent.GetProperty("figures"), "actual"));
            children.Sum(line => Amount(line.GetProperty("figures"), "goal")).ShouldBe(Amount(parent.GetProperty("figures"), "goal"));
        }

        var places = (await gm.Get($"/api/board?by=Territory&{July}", 200)).Json.GetProperty("lines").EnumerateArray().ToList();
        places.Select(line => (line.GetProperty("level").GetInt32(), Figures(line.GetProperty("figures")).Actual)).ShouldBe([(0, "12000.00"), (1, "8000.00"), (1, "4000.00"), (0, "0.00")], ignoreOrder: true);
        // The goals of those who hold no territory stand in a line of their own.
        places.Single(line => !line.TryGetProperty("id", out var id) || id.ValueKind == JsonValueKind.Null).GetProperty("name").GetString().ShouldBe("未归区域");
        foreach (var (part, actual) in new[]
        {
            ($"unit={house.Seed.Units["east"]}", "8000.00"), ($"unit={house.Seed.Units["team-d"]}", "2000.00"), ($"territory={house.Seed.Record("territories", "北京")}", "4000.00"),
            ($"unit={house.Seed.Units["team-b"]}&territory={house.Seed.Record("territories", "上海")}", "2000.00"), ($"unit={house.Seed.Units["east"]}&person={house.Seed.People["rep-c"]}", "0.00"),
        })
        {
            foreach (var days in new[] { July, "from=2026-07-01&to=2026-07-30" })
            {
                Figures((await gm.Get($"/api/board?{days}&{part}", 200)).Json.GetProperty("total")).Actual.ShouldBe(actual, $"{days} {part}");
            }
        }
    }

    [Theory, Databases]
    public async Task Sales_and_goals_stay_where_they_were_made_when_people_move(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var person = $"/api/people/{house.Seed.People["rep-a"]}";
        var seen = (await admin.Get(person, 200)).Version;
        await admin.Post($"{person}/placements", new { unitId = house.Seed.Units["team-c"], positionId = house.Seed.Positions["销售代表"], first = "2026-07-10" }, 200, seen: seen);
        await house.Sell(admin, "rep-a", "2026-07-09", "100");
        await house.Sell(admin, "rep-a", "2026-07-10", "10");
        await Sold(("team-a", "6100.00"), ("team-c", "2010.00"), ("east", "8100.00"), ("north", "4010.00"));

        // A customer who moves takes no past sale along either.
        var customer = $"/api/customers/{house.Seed.Record("customers", "客户rep-a")}";
        await admin.Put(customer, new { name = "搬家", state = "Active", ownerId = house.Seed.People["rep-a"], territoryId = house.Seed.Record("territories", "北京") }, 1, 200);
        var beijing = $"/api/board?{July}&territory={house.Seed.Record("territories", "北京")}";
        Figures((await admin.Get(beijing, 200)).Json.GetProperty("total")).Actual.ShouldBe("4000.00");
        await house.Sell(admin, "rep-a", "2026-07-11", "1");
        Figures((await admin.Get(beijing, 200)).Json.GetProperty("total")).Actual.ShouldBe("4001.00");

        // The goal of the quarter began in Shanghai; who leads him now sees him, and where his figures belong.
        Goal((await admin.Get($"/api/board?{July}&unit={house.Seed.Units["team-a"]}", 200)).Json).ShouldBe(20217.40m);
        using var managerC = await house.SignIn("manager-c");
        using var managerA = await house.SignIn("manager-a");
        Figures((await managerC.Get($"/api/board?{July}&person={house.Seed.People["rep-a"]}", 200)).Json.GetProperty("total")).Actual.ShouldBe("2111.00");
        Figures((await managerA.Get($"/api/board?{July}&person={house.Seed.People["rep-a"]}", 200)).Json.GetProperty("total")).Actual.ShouldBe("0.00");

        async Task Sold(params (string Unit, string Actual)[] expected)
        {
            foreach (var (unit, actual) in expected)
            {
                foreach (var days in new[] { July, "from=2026-07-01&to=2026-07-30" })
                {
                    Figures((await admin.Get($"/api/board?{days}&unit={house.Seed.Units[unit]}", 200)).Json.GetProperty("total")).Actual.ShouldBe(actual, $"{unit} {days}");
                }
            }
        }
    }

    [Theory, Databases]
    public async Task The_board_follows_each_step_of_an_order(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        var order = await rep.Post("/api/orders", house.Order("rep-a").With(), 201);
        var path = $"/api/orders/{order.Id}";
        await IsSold("2000.00", 1, "0.00");
        await rep.Put(path, house.Order("rep-a", "2026-06-30", "300").With(), 1, 200);
        await IsSold("2000.00", 1, "0.00");
        await rep.Post($"{path}/confirm", expect: 200, seen: 2);
        await IsSold("2000.00", 1, "300.00");
        (await rep.Put(path, house.Order("rep-a").With(), 3)).Status.ShouldBe(409);
        await rep.Post($"{path}/cancel", new { reason = "改主意" }, 200, seen: 3);
        await IsSold("2000.00", 1, "0.00");
        var draft = await rep.Post("/api/orders", house.Order("rep-a").With(), 201);
        await rep.Delete($"/api/orders/{draft.Id}", expect: 204);
        await IsSold("2000.00", 1, "0.00");
        // A refused order leaves nothing in the month either.
        await rep.Post("/api/orders", house.Order("rep-a").With(("id", order.Id), ("confirm", true)), 409);
        await IsSold("2000.00", 1, "0.00");

        async Task IsSold(string july, int orders, string june)
        {
            foreach (var (days, actual) in new[] { (July, july), ("from=2026-07-01&to=2026-07-30", july), ("from=2026-06-01&to=2026-06-30", june), ("from=2026-06-02&to=2026-06-30", june) })
            {
                Figures((await rep.Get($"/api/board?{days}", 200)).Json.GetProperty("total")).Actual.ShouldBe(actual, days);
            }

            Figures((await rep.Get($"/api/board?{July}", 200)).Json.GetProperty("total")).Orders.ShouldBe(orders);
        }
    }

    [Theory, Databases]
    public async Task What_a_board_does_not_understand_is_refused_and_no_figure_breaks_it(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        foreach (var route in new[] { "/api/board", "/api/board/months" })
        {
            foreach (var (query, fault) in new[]
            {
                ("", "from: field.required"), ("from=2026-07-01", "to: field.required"), ("from=2026-07-02&to=2026-07-01", "from: field.period-backwards"),
                ("from=1899-12-31&to=1900-01-01", "from: field.year"), ("from=2999-12-01&to=3000-01-31", "to: field.year"), ("from=2999-12-01&to=9999-12-31", "to: "),
                ("from=2000-01-01&to=2026-01-01", "to: insights.too-long"), ("from=2026-02-30&to=2026-03-01", "from: field.not-valid"), ($"{July}&by=Product", "by: "), ($"{July}&by=person", "by: "),
                ($"{July}&person=me", "person: field.not-valid"), ($"{July}&unit=1", "unit: field.not-valid"),
            })
            {
                (await admin.Get($"{route}?{query}", 400)).Faults.ShouldContain(found => found.StartsWith(fault, StringComparison.Ordinal), $"{route}?{query}");
            }

            await admin.Get($"{route}?from=1900-01-01&to=1909-12-31", 200);
            await admin.Get($"{route}?from=2990-01-01&to=2999-12-31", 200);
            await admin.Get($"{route}?{July}&person={Guid.NewGuid()}&unit={Guid.NewGuid()}&territory={Guid.NewGuid()}", 200);
        }

        // A goal of a cent that stands for "none yet", and the largest sale there can be.
        await admin.Post("/api/goals", new { personId = house.Seed.People["manager-a"], first = "2027-01-01", last = "2027-01-31", amount = "0.01" }, 201);
        var largest = Enumerable.Repeat(house.Line("水泵", "1", "2000000000"), 500).ToArray();
        await admin.Post("/api/orders", house.Order("manager-a", "2027-01-04").With(("lines", largest), ("confirm", true)), 201);
        house.Clock.Advance(TimeSpan.FromDays(175));
        using var later = await house.SignIn("admin");
        foreach (var by in new[] { "Person", "Unit", "Territory" })
        {
            var board = (await later.Get($"/api/board?by={by}&from=2027-01-01&to=2027-01-31", 200)).Json;
            Figures(board.GetProperty("total")).ShouldBe(("0.01", "1000000000000.00", "-999999999999.99", 1));
        }
    }

    private static (string Goal, string Actual, string Gap, int Orders) Figures(JsonElement figures) => (Text(figures, "goal"), Text(figures, "actual"), Text(figures, "gap"), figures.GetProperty("orders").GetInt32());

    private static decimal Goal(JsonElement board) => Amount(board.GetProperty("total"), "goal");

    private static decimal Amount(JsonElement figures, string member) => decimal.Parse(figures.GetProperty(member).GetString()!, CultureInfo.InvariantCulture);

    private static string Text(JsonElement figures, string member) => figures.TryGetProperty(member, out var value) ? value.ToString() : "";
}
