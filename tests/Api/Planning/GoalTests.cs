using System.Globalization;
using Yingpan.Tests.Api.Imports;

namespace Yingpan.Tests.Api.Planning;

public sealed class GoalTests
{
    private const string Goals = "/api/goals";

    private static Dictionary<string, object?> Body(House house, string? person, string first = "2027-01-01", string last = "2027-03-31", string amount = "9000.00") => new()
    {
        ["personId"] = person is null ? null : house.Seed.People[person],
        ["first"] = first,
        ["last"] = last,
        ["amount"] = amount,
    };

    [Theory, Databases]
    public async Task The_list_its_totals_and_its_export_tell_the_same_for_every_filter(Database database)
    {
        await using var house = await House.Open(database);
        using var gm = await house.SignIn("gm");
        await gm.Post(Goals, Body(house, "rep-c", "2026-10-01", "2026-12-31", "0.01"), 201);
        foreach (var (query, goals, amount) in new[]
        {
            ("", 6, "150000.01"),
            ($"person={house.Seed.People["rep-c"]}", 2, "30000.01"),
            ($"unit={house.Seed.Units["north"]}", 3, "60000.01"),
            ($"unit={house.Seed.Units["team-a"]}", 2, "60000.00"),
            ($"territory={house.Seed.Record("territories", "全国")}", 3, "60000.01"),
            ("from=2026-09-30&to=2026-09-30", 5, "150000.00"),
            ("from=2026-10-01", 1, "0.01"),
            ("to=2026-06-30", 0, "0.00"),
            ($"q={Uri.EscapeDataString("员工REP-C")}", 2, "30000.01"),
            ("q=p-rep-a2", 1, "30000.00"),
        })
        {
            var totals = await gm.Get($"{Goals}/totals?{query}", 200);
            (totals["goals"], totals["amount"]).ShouldBe((goals.ToString(CultureInfo.InvariantCulture), amount), query);
            var list = await gm.Get($"{Goals}?size=200&sort=-amount&{query}", 200);
            (list.Total, list.Items.Count).ShouldBe((goals, goals), query);
            list.Column("amount").Select(decimal.Parse).ShouldBeInOrder(SortDirection.Descending, query);
            (await gm.Export($"{Goals}/export?format=csv&{query}")).Count.ShouldBe(goals + 1, query);
        }

        (await gm.Get($"{Goals}?from=2026-07-02&to=2026-07-01", 400)).Faults.ShouldBe(["from: field.period-backwards"]);
        (await gm.Export($"{Goals}/export?format=csv&from=2026-10-01"))[1][..3].ShouldBe(["P-rep-c", "员工rep-c", "北京队"]);
    }

    [Theory, Databases]
    public async Task A_goal_is_set_moved_and_removed_and_never_overlaps_another_of_the_person(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        var made = await manager.Post(Goals, Body(house, "rep-a"), 201);
        var path = $"{Goals}/{made.Id}";
        var read = await manager.Get(path, 200);
        (read["personName"], read["unitName"], read["first"], read["last"], read["amount"]).ShouldBe(("员工rep-a", "上海队", "2027-01-01", "2027-03-31", "9000.00"));
        read["territoryName"].ShouldStartWith("上海");
        foreach (var (first, last) in new[] { ("2027-03-31", "2027-04-30"), ("2026-12-01", "2027-01-01"), ("2027-02-01", "2027-02-01"), ("2026-01-01", "2028-01-01"), ("2027-01-01", "2027-03-31") })
        {
            (await manager.Faults(HttpMethod.Post, Goals, Body(house, "rep-a", first, last))).ShouldBe(["first: planning.overlap"], $"{first} {last}");
        }

        await manager.Post(Goals, Body(house, "rep-a2", "2027-02-01", "2027-02-01"), 201);
        var next = await manager.Post(Goals, Body(house, "rep-a", "2027-04-01", "2027-04-01"), 201);
        var edit = new { first = "2027-01-15", last = "2027-03-30", amount = "0.00" };
        await manager.Put(path, edit, 1, 200);
        await manager.Put(path, edit, 1, 412);
        await manager.Put(path, edit, expect: 428);
        (await manager.Put(path, new { first = "2027-01-15", last = "2027-04-01", amount = "1.00" }, 2, 400)).Faults.ShouldBe(["first: planning.overlap"]);
        await manager.Delete($"{Goals}/{next.Id}", expect: 204);
        await manager.Get($"{Goals}/{next.Id}", 404);
        await manager.Put(path, new { first = "2027-01-15", last = "2027-04-01", amount = "1.00" }, 2, 200);
    }

    [Theory, Databases]
    public async Task Of_goals_that_overlap_and_come_at_once_one_is_set(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        using var director = await house.SignIn("director-e");
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(i =>
            (i % 2 == 0 ? manager : director).Post(Goals, Body(house, "rep-a", $"2027-01-{i:00}", $"2027-0{1 + (i % 3)}-28"))));
        answers.Select(answer => answer.Status).Order().ShouldBe([201, 400, 400, 400, 400, 400, 400, 400]);
        (await manager.Get($"{Goals}?person={house.Seed.People["rep-a"]}&from=2027-01-01", 200)).Total.ShouldBe(1);
        var path = $"{Goals}/{house.Seed.Record("goals", "目标rep-a2")}";
        var edits = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => manager.Put(path, new { first = "2026-07-01", last = "2026-09-30", amount = $"{i}.00" }, 1)));
        edits.Select(answer => answer.Status).Order().ShouldBe([200, 412, 412, 412, 412, 412]);
        (await manager.Get(path, 200))["amount"].ShouldBe($"{Array.FindIndex(edits, answer => answer.Status == 200) + 1}.00");
    }

    [Theory, Databases]
    public async Task Goals_are_read_within_reach_and_set_only_by_those_who_lead(Database database)
    {
        await using var house = await House.Open(database);
        foreach (var (login, goals, leads) in new[] { ("rep-a", 1, false), ("manager-a", 2, true), ("director-e", 3, true), ("director-n", 2, true), ("gm", 5, true), ("finance", 5, false), ("hr", 5, false) })
        {
            using var client = await house.SignIn(login);
            (await client.Get(Goals, 200)).Total.ShouldBe(goals, login);
            (await client.Get($"{Goals}/totals", 200))["amount"].ShouldBe($"{goals * 30_000}.00", login);
            var foreign = $"{Goals}/{house.Seed.Record("goals", "目标rep-d")}";
            var sees = login is "director-n" or "gm" or "finance" or "hr";
            var read = await client.Get(foreign);
            read.Status.ShouldBe(sees ? 200 : 404, login);
            if (sees)
            {
                read.Json.GetProperty("can").GetArrayLength().ShouldBe(leads ? 2 : 0, login);
            }

            var before = await house.Snapshot();
            if (!leads)
            {
                await client.Post(Goals, Body(house, "rep-a"), 403);
                await client.Put(foreign, new { first = "2026-07-01", last = "2026-09-30", amount = "1.00" }, 1, 403);
                await client.Delete(foreign, expect: 403);
            }
            else if (!sees)
            {
                (await client.Post(Goals, Body(house, "rep-d"), 400)).Faults.ShouldBe(["personId: record.out-of-reach"], login);
                await client.Put(foreign, new { first = "2026-07-01", last = "2026-09-30", amount = "1.00" }, 1, 404);
                await client.Delete(foreign, expect: 404);
            }

            (await house.Snapshot()).ShouldBe(before);
        }
    }

    [Theory, Databases]
    public async Task All_faults_of_a_goal_are_told_at_once_in_both_languages(Database database)
    {
        await using var house = await House.Open(database);
        using var gm = await house.SignIn("gm");
        var before = await house.Snapshot();
        (await gm.Faults(HttpMethod.Post, Goals, Body(house, "rep-a", "1899-12-31", "1899-01-01", "-0.01"))).ShouldBe(["amount: field.negative", "first: field.year"]);
        (await gm.Faults(HttpMethod.Post, Goals, Body(house, "rep-a", "2999-12-31", "9999-12-31", "1000000000000.01")))
            .ShouldBe(["amount: field.too-large", "last: planning.too-long"]);
        (await gm.Faults(HttpMethod.Post, Goals, Body(house, "rep-a", "2027-01-01", "2030-01-06"))).ShouldBe(["last: planning.too-long"]);
        (await gm.Faults(HttpMethod.Post, Goals, Body(house, "rep-a", "2027-03-31", "2027-01-01"))).ShouldBe(["first: field.period-backwards"]);
        (await gm.Faults(HttpMethod.Post, Goals, Body(house, "rep-a").With(("personId", Guid.NewGuid())))).ShouldBe(["personId: record.not-found"]);
        foreach (var (member, value) in new (string, object)[] { ("first", "2027-02-30"), ("last", "soon"), ("amount", 9000), ("amount", "1.001"), ("amount", "1e9"), ("unitId", house.Seed.Units["north"]), ("personId", "rep-a") })
        {
            (await gm.Post(Goals, Body(house, "rep-a").With((member, value)))).Status.ShouldBe(400, member);
        }

        (await house.Snapshot()).ShouldBe(before);
    }

    [Theory, Databases]
    public async Task An_import_of_goals_never_lets_two_of_a_person_overlap_however_he_is_called(Database database)
    {
        await using var house = await House.Open(database, "Imports:BatchLines=4");
        using var manager = await house.SignIn("manager-a");
        var file = "工号,开始,结束,目标\n"
            + "P-rep-a,2027-01-01,2027-03-31,100.00\n"
            + "P-rep-a,2027-04-01,2027-06-30,\"1,000\"\n"
            + "员工rep-a,2027-03-01,2027-07-31,1\n"
            + "P-rep-b,2027-01-01,2027-03-31,1\n"
            + "没有这人,2027-01-01,2027-03-31,1\n"
            + "P-rep-a2,2026-09-30,2026-12-31,1\n"
            + "P-rep-a2,2027-03-31,2027-01-01,1\n"
            + "P-rep-a2,2028-01-01,2028-01-31,-1\n"
            + "P-rep-a2,2028-02-01,2031-12-31,1\n"
            + "P-rep-a2,2029-02-30,,x\n"
            + "P-manager-a,2027-01-01,2027-01-31,1\n"
            + "P-rep-a,2027-03-31,2027-03-31,1\n";
        var faults = new[]
        {
            "4 开始 planning.overlap", "5 工号 record.out-of-reach", "6 工号 import.not-found", "7 开始 planning.overlap", "8 结束 field.period-backwards", "9 目标 field.negative",
            "10 结束 planning.too-long", "11 开始 import.not-day", "11 目标 field.not-money", "13 开始 planning.overlap",
        };
        // What the check foretells, the real run finds: neither more nor less.
        var import = (await manager.Upload("goals", file)).Id;
        (await manager.Step(import, "check")).Number("faultCount").ShouldBe(faults.Length);
        var (state, written, found) = await manager.Import("goals", file);
        found.ShouldBe(faults, ignoreOrder: true);
        (state, written).ShouldBe(("Applied", 3));
        var spans = (await manager.Get($"{Goals}?person={house.Seed.People["rep-a"]}&from=2027-01-01&sort=first", 200)).Items.Select(goal => (goal.GetProperty("first").GetString(), goal.GetProperty("last").GetString()));
        spans.ShouldBe([("2027-01-01", "2027-03-31"), ("2027-04-01", "2027-06-30")]);
    }
}
