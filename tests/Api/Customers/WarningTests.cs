using System.Text.Json;
using System.Text.Json.Nodes;
using Yingpan.Tests.Api.Collaboration;

namespace Yingpan.Tests.Api.Customers;

public sealed class WarningTests
{
    private const string Policies = "/api/warning-policies";
    private const string Warnings = "/api/customer-warnings";

    /// <summary>Bought every ten days until the middle of April, and then no more: seen on 15 July that is nine times his interval.</summary>
    private static async Task Stop(House house, Client rep)
    {
        foreach (var day in new[] { "2026-03-02", "2026-03-12", "2026-03-22", "2026-04-01", "2026-04-11" })
        {
            await rep.Post("/api/orders", house.Order("rep-c", day).With(("confirm", true)), 201);
        }
    }

    /// <summary>Only the interval, and no seed order of the test company in the way: the seller's customer has one of July.</summary>
    private static async Task OnlyIntervals(Client admin, decimal threshold = 2m)
    {
        var spec = JsonNode.Parse((await admin.Get(Policies, 200)).Items.Last().GetProperty("spec").GetRawText())!;
        foreach (var rule in spec["indicators"]!.AsArray())
        {
            rule!["isOn"] = rule["indicator"]!.GetValue<string>() == "buying-interval";
            rule["threshold"] = threshold;
            rule["byGrade"] = new JsonArray();
        }

        await admin.Post(Policies, new { first = "2026-07-15", spec }, 201);
    }

    [Theory, Databases]
    public async Task A_customer_who_stops_buying_is_told_once_followed_up_explained_and_won_back_when_he_buys_again(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using (var rep = await house.SignIn("rep-c"))
        {
            await Stop(house, rep);
        }

        await OnlyIntervals(admin);
        house.Clock.Advance(TimeSpan.FromDays(60));
        await Task.WhenAll(house.Run("customers.watch"), house.Run("customers.watch"));
        await house.Run("customers.watch");
        using var seller = await house.SignIn("rep-c");
        (await house.Told(seller, "warning-")).ShouldBe(["warning-opened"], "told once, however often it is looked at");
        var row = (await seller.Get(Warnings, 200)).Items.Single();
        var id = row.GetProperty("id").GetString()!;
        var view = await seller.Get($"{Warnings}/{id}", 200);
        view.Json.GetProperty("signals")[0].GetProperty("indicator").GetString().ShouldBe("buying-interval");
        view.Json.GetProperty("signals")[0].GetProperty("reading").GetDecimal().ShouldBeGreaterThan(2);
        (view["state"], view.Json.GetProperty("can").GetArrayLength()).ShouldBe(("Open", 1));
        foreach (var (login, status) in new[] { ("manager-c", 200), ("gm", 200), ("rep-a", 404), ("manager-a", 404), ("hr", 403), ("guest", 403) })
        {
            using var other = await house.SignIn(login);
            await other.Get($"{Warnings}/{id}", status);
            await other.Post($"{Warnings}/{id}/cause", new { cause = "none" }, status == 200 ? login == "gm" ? 403 : 400 : status);
        }

        await seller.Post($"{Warnings}/{id}/follow-up", new { text = "电话联系,对方换了采购" }, 200);
        (await seller.Post($"{Warnings}/{id}/measure", new { measure = "discount", cost = "500.00" }, 409)).Code.ShouldBe("customers.cause-first");
        (await seller.Post($"{Warnings}/{id}/close", new { result = "Lost", text = "x" }, 409)).Code.ShouldBe("customers.cause-first");
        await seller.Post($"{Warnings}/{id}/cause", new { cause = "price", text = "同行低一成" }, 200);
        await seller.Post($"{Warnings}/{id}/measure", new { measure = "discount", cost = "500.00", text = "季度返利" }, 200);
        (await seller.Post($"{Warnings}/{id}/close", new { result = "WonBack" }, 409)).Code.ShouldBe("customers.no-order-since");
        house.Clock.Advance(TimeSpan.FromDays(2));
        using var later = await house.SignIn("rep-c");
        await later.Post("/api/orders", house.Order("rep-c", "2026-09-14", "3000").With(("confirm", true)), 201);
        await house.Run("customers.watch");
        (await house.Told(later, "warning-resumed")).Count.ShouldBe(1, "won back is proposed by itself");
        var closed = await Task.WhenAll(later.Post($"{Warnings}/{id}/close", new { result = "WonBack" }), later.Post($"{Warnings}/{id}/close", new { result = "WonBack" }));
        closed.Select(answer => answer.Status).Order().ShouldBe([200, 409]);
        view = await later.Get($"{Warnings}/{id}", 200);
        (view["result"], view["wonSales"], view["cost"]).ShouldBe(("WonBack", "3000.00", "500.00"));
        view.Json.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("kind").GetString())
            .ShouldBe(["Opened", "Signal", "Followed", "CauseNamed", "Measure", "Resumed", "Closed"]);
        var figures = await later.Get("/api/customer-warning-figures?from=2026-07-01&to=2026-12-31", 200);
        figures.Json.GetProperty("funnel").GetProperty("won").GetInt32().ShouldBe(1);
        var cause = figures.Json.GetProperty("causes")[0];
        (cause.GetProperty("code").GetString(), cause.GetProperty("rate").GetString(), cause.GetProperty("sales").GetString(), cause.GetProperty("cost").GetString()).ShouldBe(("price", "1", "3000.00", "500.00"));
        (await later.Get($"{Warnings}/export?format=csv", 200)).Text.ShouldContain("已挽回");
        (await later.Export($"{Warnings}/export?format=csv&columns=cause"))[1].ShouldBe(["价格原因"]);
        await house.Run("customers.watch");
        (await later.Get(Warnings, 200))["total"].ShouldBe("1", "quiet after it was closed");
    }

    [Theory, Databases]
    public async Task What_nobody_follows_up_goes_to_one_superior_after_the_other(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        await OnlyIntervals(admin, 9999);
        var customer = house.Seed.Record("customers", "客户rep-a");
        (await rep.Faults(HttpMethod.Post, $"/api/customers/{customer}/warnings", new { signal = "none", text = "x" })).ShouldBe(["signal: field.not-valid"]);
        var id = (await rep.Post($"/api/customers/{customer}/warnings", new { signal = "competitor", text = "在谈别家" }, 201)).Id;
        (await rep.Post($"/api/customers/{customer}/warnings", new { signal = "competitor", text = "又听说" }, 409)).Code.ShouldBe("customers.signal-open");
        (await rep.Post($"/api/customers/{customer}/warnings", new { signal = "mood", text = "抱怨交期" }, 201)).Id.ShouldBe(id, "one warning, several signs");
        (await rep.Get($"{Warnings}/{id}", 200))["dueOn"].ShouldBe("2026-07-21");
        foreach (var (days, manager, boss) in new[] { (6, 0, 0), (1, 1, 0), (0, 1, 0), (3, 1, 1) })
        {
            house.Clock.Advance(TimeSpan.FromDays(days));
            await Task.WhenAll(house.Run("customers.watch"), house.Run("customers.watch"));
            using var first = await house.SignIn("manager-a");
            (await house.Told(first, "warning-escalated")).Count.ShouldBe(manager, $"{house.Clock.GetUtcNow()}");
            using var second = await house.SignIn("gm");
            (await house.Told(second, "warning-escalated")).Count.ShouldBe(boss);
        }

        using var later = await house.SignIn("rep-a");
        (await later.Get($"{Warnings}?overdue=true", 200)).Column("id").ShouldBe([id]);
        (await house.AgendaOf("manager-a", "rep-a")).ShouldContain("逾期未跟进的预警: 员工rep-a · 1");
        (await house.AgendaOf("manager-c", "rep-c")).ShouldNotContain(item => item.StartsWith("逾期未跟进的预警", StringComparison.Ordinal));
        (await later.Faults(HttpMethod.Post, $"{Warnings}/{id}/close", new { result = "FalseAlarm" })).ShouldBe(["text: field.required"]);
        await later.Post($"{Warnings}/{id}/close", new { result = "FalseAlarm", text = "误会" }, 200);
        (await later.Post($"{Warnings}/{id}/follow-up", new { text = "x" }, 409)).Code.ShouldBe("customers.warning-closed");
    }

    [Theory, Databases]
    public async Task Thresholds_are_previewed_and_the_words_of_earlier_policies_stay_readable(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using (var rep = await house.SignIn("rep-c"))
        {
            await Stop(house, rep);
            await rep.Get(Policies, 403);
            await rep.Post("/api/warning-runs", expect: 403);
        }

        var spec = JsonNode.Parse((await admin.Get(Policies, 200)).Items.Single().GetProperty("spec").GetRawText())!;
        spec["causes"] = new JsonArray(new JsonObject { ["code"] = "delivery", ["name"] = "交期", ["nameEn"] = "Delivery" });
        var preview = await admin.Post($"{Policies}/preview", new { spec }, 200);
        preview.Json.GetProperty("items").GetArrayLength().ShouldBe(preview.Json.GetProperty("customers").GetInt32());
        spec["indicators"]![0]!["indicator"] = "none";
        (await admin.Faults(HttpMethod.Post, $"{Policies}/preview", new { spec })).ShouldBe(["spec.indicators: customers.warning-indicators"]);
        spec["indicators"]![0]!["indicator"] = "buying-interval";
        (await admin.Faults(HttpMethod.Post, Policies, new { first = "2026-07-14", spec })).ShouldBe(["first: customers.day-past"]);
        var id = (await admin.Post(Policies, new { first = "2026-07-16", spec }, 201)).Id;
        await admin.Put($"{Policies}/{id}", new { first = "2026-07-17", spec }, seen: 1, expect: 200);
        await admin.Delete($"{Policies}/{id}", expect: 204);
        await admin.Post(Policies, new { first = "2026-07-15", spec }, 201);
        var words = await admin.Get("/api/warning-words", 200);
        words.Json.GetProperty("now").GetProperty("causes").EnumerateArray().Select(code => code.GetString()).ShouldBe(["delivery"]);
        words.Json.GetProperty("causes").EnumerateArray().Select(word => word.GetProperty("code").GetString()).ShouldContain("competitor");
        await admin.Post("/api/warning-runs", expect: 204);
    }
}
