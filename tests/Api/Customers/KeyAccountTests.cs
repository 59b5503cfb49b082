namespace Yingpan.Tests.Api.Customers;

public sealed class KeyAccountTests
{
    [Theory, Databases]
    public async Task The_few_who_make_most_are_told_of_the_customers_one_sees(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        var order = (await rep.Post("/api/orders", house.Order("rep-a", "2026-06-02", "900000").With(("confirm", true)), 201)).Id;
        await admin.Post("/api/receipts", Deeds.Receipt(order, "1000.00"), 201);
        const string period = "from=2026-01-01&to=2026-12-31";
        var all = (await admin.Get($"/api/pareto?{period}", 200)).Json;
        (all.GetProperty("cut").GetString(), all.GetProperty("key").GetInt32()).ShouldBe(("0.8", 1));
        all.GetProperty("customers").GetInt32().ShouldBeGreaterThan(1);
        all.GetProperty("lines").EnumerateArray().Sum(line => decimal.Parse(line.GetProperty("amount").GetString()!, System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(decimal.Parse(all.GetProperty("total").GetString()!, System.Globalization.CultureInfo.InvariantCulture));
        all.GetProperty("lines")[0].GetProperty("customerId").GetString().ShouldBe(house.Seed.Record("customers", "客户rep-a"));
        (await rep.Get($"/api/pareto?{period}", 200))["customers"].ShouldBe("1", "a rep sees his own");
        (await rep.Get($"/api/pareto?{period}&by=Collections", 200)).Json.GetProperty("lines").GetArrayLength().ShouldBe(1);
        (await admin.Faults(HttpMethod.Post, "/api/key-account-policies", new { first = "2026-07-14", cut = "0.5", cadenceDays = 20 })).ShouldBe(["first: customers.day-past"]);
        await admin.Post("/api/key-account-policies", new { first = "2026-07-15", cut = "0.999999", cadenceDays = 20 }, 204);
        await admin.Post("/api/key-account-policies", new { first = "2026-08-01", cut = "0.5", cadenceDays = 9 }, 204);
        (await admin.Get("/api/key-account-policies", 200)).Column("can").ShouldBe(["[\"delete\"]", "[]"]);
        (await admin.Delete("/api/key-account-policies/2026-07-15", expect: 409)).Code.ShouldBe("customers.policy-holds");
        await rep.Delete("/api/key-account-policies/2026-08-01", expect: 403);
        await admin.Delete("/api/key-account-policies/2026-08-01", expect: 204);
        (await admin.Get("/api/key-account-policies", 200)).Column("first").ShouldBe(["2026-07-15"]);
        (await admin.Get($"/api/pareto?{period}", 200)).Json.GetProperty("key").GetInt32().ShouldBeGreaterThan(1);
        using var hr = await house.SignIn("hr");
        await hr.Get($"/api/pareto?{period}", 403);
    }

    [Theory, Databases]
    public async Task A_key_account_has_a_sponsor_and_a_rhythm_and_who_is_due_is_seen_by_sponsor_and_superior(Database database)
    {
        await using var house = await House.Open(database);
        var customer = house.Seed.Record("customers", "客户rep-a");
        using var manager = await house.SignIn("manager-a");
        using (var rep = await house.SignIn("rep-a"))
        {
            await rep.Post("/api/key-accounts", new { customerId = customer, sponsorId = house.Seed.People["gm"] }, 403);
        }

        await manager.Post("/api/key-accounts", new { customerId = house.Seed.Record("customers", "客户rep-c"), sponsorId = house.Seed.People["gm"] }, 404);
        // Who has left sponsors nobody.
        await house.Sql("UPDATE organization_person SET left_on = '2026-07-14' WHERE number = 'P-rep-d'");
        (await manager.Post("/api/key-accounts", new { customerId = customer, sponsorId = house.Seed.People["rep-d"] }, 400)).Faults.ShouldBe(["sponsorId: record.not-found"]);
        // A director of the other side sponsors him: he sees the account though not the customer.
        var body = new { customerId = customer, sponsorId = house.Seed.People["director-n"], cadenceDays = 10 };
        var made = await Task.WhenAll(manager.Post("/api/key-accounts", body), manager.Post("/api/key-accounts", body));
        made.Select(answer => answer.Status).ShouldBe([201, 201], "one after the other");
        using (var sponsor = await house.SignIn("director-n"))
        {
            (await sponsor.Get("/api/notifications?size=200", 200)).Column("kind").ShouldContain("key-account-sponsor");
        }

        house.Clock.Advance(TimeSpan.FromDays(11));
        foreach (var (login, seen) in new[] { ("director-n", 1), ("director-e", 1), ("manager-a", 1), ("rep-a", 1), ("rep-c", 0), ("manager-c", 0) })
        {
            using var client = await house.SignIn(login);
            var items = (await client.Get("/api/key-accounts", 200)).Items;
            items.Count().ShouldBe(seen, login);
            items.All(item => item.GetProperty("isOverdue").GetBoolean()).ShouldBeTrue();
        }

        using var seller = await house.SignIn("rep-a");
        await seller.Post("/api/orders", house.Order("rep-a", "2026-07-26").With(("confirm", true)), 201);
        using var later = await house.SignIn("manager-a");
        var row = (await later.Get("/api/key-accounts", 200)).Items.Single();
        (row.GetProperty("isOverdue").GetBoolean(), row.GetProperty("lastContact").GetString(), row.GetProperty("dueOn").GetString()).ShouldBe((false, "2026-07-26", "2026-08-05"));
        await later.Post("/api/key-accounts", new { customerId = customer, sponsorId = house.Seed.People["gm"], cadenceDays = 30 }, 201);
        (await later.Get($"/api/key-accounts?history=true&customer={customer}", 200)).Items.Count().ShouldBe(2);
        var rows = await later.Export("/api/key-accounts/export?format=csv&columns=customerName,cadenceDays,dueOn,isOverdue&history=true");
        rows[0].ShouldBe(["客户", "联系间隔（天）", "应联系日", "已逾期"]);
        rows.Count.ShouldBe(3);
        rows[1][1..3].ShouldBe(["30", "2026-08-25"]);
        using (var other = await house.SignIn("rep-c"))
        {
            (await other.Export("/api/key-accounts/export?format=csv")).Count.ShouldBe(1, "its heading alone");
        }

        using (var hr = await house.SignIn("hr"))
        {
            await hr.Get("/api/key-accounts/export", 403);
        }

        var id = (await later.Get("/api/key-accounts", 200)).Items.Single().GetProperty("id").GetString();
        await later.Post($"/api/key-accounts/{id}/end", expect: 428);
        await later.Post($"/api/key-accounts/{id}/end", seen: 1, expect: 204);
        (await later.Get("/api/key-accounts", 200)).Items.ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task Who_has_never_bought_is_kept_in_sight_until_he_buys(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        var big = (await rep.Post("/api/customers", new { name = "恒河重工集团", state = "Prospect", ownerId = house.Seed.People["rep-a"] }, 201)).Id;
        (await rep.Post($"/api/customers/{house.Seed.Record("customers", "客户rep-a")}/watch", new { reason = "x" }, 409)).Code.ShouldBe("customers.has-bought");
        await rep.Post($"/api/customers/{house.Seed.Record("customers", "客户rep-c")}/watch", new { reason = "x" }, 404);
        await rep.Post($"/api/customers/{big}/watch", new { reason = "行业龙头" }, 204);
        (await rep.Post($"/api/customers/{big}/watch", new { reason = "行业龙头" }, 409)).Code.ShouldBe("customers.watched");
        await rep.Post($"/api/customers/{big}/records", new { text = "见了设备部" }, 201);
        var row = (await rep.Get("/api/watched-customers", 200)).Items.Single();
        (row.GetProperty("reason").GetString(), row.GetProperty("lastContact").GetString()).ShouldBe(("行业龙头", "2026-07-15"));
        using (var other = await house.SignIn("rep-c"))
        {
            (await other.Get("/api/watched-customers", 200)).Items.ShouldBeEmpty();
        }

        await rep.Post("/api/orders", house.Order("rep-a").With(("customerId", big), ("confirm", true)), 201);
        (await rep.Get("/api/watched-customers", 200)).Items.ShouldBeEmpty();
        await rep.Delete($"/api/customers/{big}/watch", expect: 204);
        await rep.Delete($"/api/customers/{big}/watch", expect: 404);
    }
}
