namespace Yingpan.Tests.Api.Customers;

public sealed class NameWeekTests
{
    [Theory, Databases]
    public async Task Follow_ups_and_weeks_are_counted_and_judged_and_seen_by_who_leads(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        (await admin.Faults(HttpMethod.Post, "/api/name-norms", new { first = "2026-07-15", namesFrom = 0, namesTo = 0, recordsFrom = 0, recordsTo = 0, followsFrom = -1, weekNamesFrom = 1001 }))
            .ShouldBe(["followsFrom: customers.norm-range", "weekNamesFrom: customers.norm-range"]);
        await admin.Post("/api/name-norms", new { first = "2026-07-15", namesFrom = 0, namesTo = 0, recordsFrom = 0, recordsTo = 0, followsFrom = 2, weekRecordsFrom = 10, weekFollowsFrom = 5, wholeOnly = false }, 201);
        var norm = (await admin.Get("/api/name-norms", 200)).Items.Single(one => one.GetProperty("first").GetString() == "2026-07-15");
        (norm.GetProperty("followsFrom").GetInt32(), norm.GetProperty("weekFollowsFrom").GetInt32(), norm.GetProperty("weekNamesFrom").GetInt32()).ShouldBe((2, 5, 0));
        var before = (await rep.Get("/api/name-figures?mine=true", 200)).Items.Single().GetProperty("days").EnumerateArray().Last();
        var had = before.GetProperty("follows").GetInt32();

        // Two records of one customer are one follow-up; a care is another customer's.
        var (one, two) = (await house.Enter("跟进样本甲", "rep-a"), await house.Enter("联络点乙", "rep-a"));
        await rep.Post($"/api/customers/{one}/records", new { text = "上午电话" }, 201);
        await rep.Post($"/api/customers/{one}/records", new { text = "下午电话" }, 201);
        var care = (await rep.Post($"/api/customers/{two}/care-items", new { kind = "visit", dueOn = "2026-07-15" }, 201)).Id;
        await rep.Post($"/api/care-items/{care}/done", new { result = "已回访" }, 0, seen: 1);
        var mine = (await rep.Get("/api/name-figures?mine=true", 200)).Items.Single();
        var today = mine.GetProperty("days").EnumerateArray().Last();
        (today.GetProperty("follows").GetInt32(), today.GetProperty("followsState").GetString()).ShouldBe((had + 2, "Met"));
        var week = mine.GetProperty("weeks").EnumerateArray().Last();
        // The norm holds from Wednesday on: three of five days.
        (week.GetProperty("monday").GetString(), week.GetProperty("followsFrom").GetInt32(), week.GetProperty("recordsFrom").GetInt32(), week.GetProperty("namesState").GetString()).ShouldBe(("2026-07-13", 3, 6, "None"));
        (week.GetProperty("follows").GetInt32(), week.GetProperty("recordsState").GetString()).ShouldBe((had + 2, "Open"));

        foreach (var (login, sees) in new[] { ("manager-a", true), ("director-e", true), ("manager-c", false), ("rep-b", false) })
        {
            using var client = await house.SignIn(login);
            (await client.Get($"/api/name-figures?person={house.Seed.People["rep-a"]}", 200)).Items.Any().ShouldBe(sees, login);
        }

        using (var manager = await house.SignIn("manager-a"))
        {
            (await manager.Export("/api/name-figures/export?format=csv&from=2026-07-15&to=2026-07-15&columns=personName,follows,followsFrom,followsState")).ShouldContain(row => row[0] == "员工rep-a" && row[1] == $"{had + 2}" && row[2] == "2" && row[3] == "达标");
        }

        // Who came on Friday is asked for his day of the five.
        await house.Sql("UPDATE organization_person SET hired_on = '2026-07-17' WHERE number = 'P-rep-b'");
        using (var director = await house.SignIn("director-e"))
        {
            var joined = (await director.Get($"/api/name-figures?person={house.Seed.People["rep-b"]}&from=2026-07-13&to=2026-07-19", 200)).Items.Single().GetProperty("weeks").EnumerateArray().Single();
            (joined.GetProperty("recordsFrom").GetInt32(), joined.GetProperty("followsFrom").GetInt32()).ShouldBe((2, 1));
        }

        house.Clock.Advance(TimeSpan.FromDays(6));
        using var later = await house.SignIn("rep-a");
        var over = (await later.Get("/api/name-figures?mine=true&from=2026-07-17&to=2026-07-17", 200)).Items.Single();
        over.GetProperty("days").GetArrayLength().ShouldBe(1);
        over.GetProperty("weeks").EnumerateArray().Single().GetProperty("recordsState").GetString().ShouldBe("Below", "the week is told whole, and is over");
    }
}
