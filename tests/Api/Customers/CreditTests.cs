using Yingpan.Tests.Api.Approvals;
using Yingpan.Tests.Api.Imports;

namespace Yingpan.Tests.Api.Customers;

/// <summary>信用: ratings, limits, terms and holds, and what they let be sold.</summary>
public sealed class CreditTests
{
    [Theory, Databases]
    public async Task Who_is_held_is_sold_nothing_until_somebody_releases_him(Database database)
    {
        await using var house = await House.Open(database);
        var path = Customer(house);
        using var rep = await house.SignIn("rep-a");
        using var finance = await house.SignIn("finance");
        var draft = (await rep.Post("/api/orders", house.Order("rep-a"), 201)).Id;
        await rep.Post($"{path}/credit-hold", new { reason = "x" }, 403);
        (await finance.Post($"{path}/credit-release", new { reason = "x" }, 409)).Code.ShouldBe("customers.credit-not-held");
        (await finance.Faults(HttpMethod.Post, $"{path}/credit-hold", new { reason = " ", until = "2026-07-14" })).ShouldBe(["reason: field.required"]);
        (await finance.Faults(HttpMethod.Post, $"{path}/credit-hold", new { reason = "货款逾期", until = "2026-07-14" })).ShouldBe(["until: customers.day-past"]);
        await finance.Post($"{path}/credit-hold", new { seen = await Seen(finance, path), reason = "货款逾期" }, 200);
        (await rep.Get("/api/notifications?size=200", 200)).Column("kind").ShouldContain("credit-held");

        foreach (var (language, word) in new[] { ("zh", "财务"), ("en", "Finance") })
        {
            var refused = await rep.Send(HttpMethod.Post, $"/api/orders/{draft}/confirm", null, 409, seen: 1, language: language);
            (refused.Code, refused["detail"].Contains(word, StringComparison.Ordinal), refused["detail"].Contains("货款逾期", StringComparison.Ordinal)).ShouldBe(("customers.credit-held", true, true), refused["detail"]);
        }

        (await rep.Post("/api/orders", house.Order("rep-a").With(("confirm", true)), 409)).Code.ShouldBe("customers.credit-held");
        // Drafts are written down all the same, and others are sold to.
        await rep.Post("/api/orders", house.Order("rep-a"), 201);
        using (var other = await house.SignIn("rep-b"))
        {
            await house.Sell(other, "rep-b");
        }

        var card = await rep.Get($"{path}/credit", 200);
        (card["verdict"], card["heldReason"], card["heldByName"], card.Json.GetProperty("can").GetArrayLength()).ShouldBe(("Held", "货款逾期", "员工finance", 1));
        await finance.Post($"{path}/credit-release", new { seen = await Seen(finance, path), reason = "已付清" }, 200);
        await rep.Post($"/api/orders/{draft}/confirm", seen: 1, expect: 200);

        // A hold with a last day ends by itself.
        await finance.Post($"{path}/credit-hold", new { seen = await Seen(finance, path), reason = "对账", until = "2026-07-16" }, 200);
        (await rep.Post("/api/orders", house.Order("rep-a").With(("confirm", true)), 409)).Code.ShouldBe("customers.credit-held-until");
        house.Clock.Advance(TimeSpan.FromDays(2));
        using var later = await house.SignIn("rep-a");
        await house.Sell(later, "rep-a");
        (await later.Get($"{path}/credit", 200)).Of("history", "deed").ShouldBe(["Held", "Released", "Held"]);
        (await later.Get($"{path}/timeline?kind=credit", 200)).Column("what").ShouldNotBeEmpty();
        (await later.Get($"/api/customers?held=true", 200)).Items.ShouldBeEmpty();
        using var admin = await house.SignIn("admin");
        (await admin.Get("/api/audit?entity=customers_credit", 200)).Column("entity").ShouldContain("customers_credit");
    }

    [Theory, Databases]
    public async Task Beyond_the_limit_the_rating_says_what_follows_and_two_at_once_do_not_both_find_room(Database database)
    {
        await using var house = await House.Open(database);
        var path = Customer(house);
        using var rep = await house.SignIn("rep-a");
        using var manager = await house.SignIn("gm");
        var used = Of(await rep.Get($"{path}/credit", 200), "used");
        (await rep.Get($"{path}/credit", 200))["verdict"].ShouldBe("NoLimit");
        await rep.Put($"{path}/credit", new { rating = "B", reason = "x" }, expect: 403);
        (await manager.Faults(HttpMethod.Put, $"{path}/credit", new { limit = "5.00", reason = "x" })).ShouldBe(["rating: customers.credit-needs-rating"]);
        (await manager.Faults(HttpMethod.Put, $"{path}/credit", new { rating = "Z", limit = "-1.00", termDays = 731, reason = "" })).ShouldBe(["limit: field.negative", "reason: field.required", "termDays: field.range"]);
        var set = (await manager.Put($"{path}/credit", new { rating = "B", limit = Text(used + 1500), termDays = 5, reason = "新评" }, expect: 200)).Id;
        (await manager.Put($"{path}/credit", new { rating = "A", reason = "没看到" }, expect: 412)).Code.ShouldBe("version.stale");

        var card = await rep.Get($"{path}/credit", 200);
        (card["rating"], Of(card, "available"), card["termDays"], card["over"]).ShouldBe(("B", 1500m, "5", "Block"));
        Of(card, "overdue").ShouldBe(used, "all of it is older than five days");
        var order = house.Order("rep-a", amount: "1000").With(("confirm", true));
        var both = await Task.WhenAll(rep.Post("/api/orders", order), rep.Post("/api/orders", order));
        both.Select(one => one.Status).Order().ShouldBe([201, 409]);
        both.Single(one => one.Status == 409).Code.ShouldBe("customers.credit-over");
        (await rep.Post("/api/orders", house.Order("rep-a", amount: "500.01").With(("confirm", true)), 409)).Code.ShouldBe("customers.credit-over");
        await rep.Post("/api/orders", house.Order("rep-a", amount: "500").With(("confirm", true)), 201);
        (await rep.Get($"{path}/credit", 200))["verdict"].ShouldBe("Near");

        // What comes in makes room.
        using var finance = await house.SignIn("finance");
        await finance.Post("/api/receipts", Deeds.Receipt(both.Single(one => one.Status == 201).Id, "200.00"), 201);
        Of(await rep.Get($"{path}/credit", 200), "available").ShouldBe(200m);
        // A goes beyond it marked.
        await manager.Put($"{path}/credit", new { seen = set, rating = "A", limit = Text(used), reason = "升级" }, expect: 200);
        var marked = (await rep.Post("/api/orders", house.Order("rep-a", amount: "300").With(("confirm", true)), 201)).Id;
        (await rep.Get($"/api/orders/{marked}", 200))["isOverCredit"].ShouldBe("True");
        (await rep.Get("/api/orders?overCredit=true", 200)).Column("id").ShouldBe([marked]);
        (await rep.Get($"{path}/credit", 200))["verdict"].ShouldBe("Over");
        (await manager.Get("/api/customer-credits?verdict=Over", 200)).Column("id").ShouldBe([house.Seed.Record("customers", "客户rep-a")]);
        (await manager.Get("/api/customer-credits?verdict=Held", 200)).Items.ShouldBeEmpty();
        (await manager.Get("/api/customers?creditRating=A", 200)).Column("creditRating").ShouldBe(["A"]);
    }

    [Theory, Databases]
    public async Task Who_sees_the_customer_sees_his_credit_and_only_who_may_give_it_reaches_it(Database database)
    {
        await using var house = await House.Open(database);
        var path = Customer(house);
        foreach (var (login, sees, gives) in new[]
        {
            ("rep-a", 200, 403), ("assistant-a", 200, 403), ("manager-a", 200, 403), ("director-e", 200, 403), ("gm", 200, 200), ("finance", 200, 200),
            ("rep-b", 404, 403), ("manager-c", 404, 403), ("director-n", 404, 403), ("hr", 403, 403), ("guest", 403, 403),
        })
        {
            using var client = await house.SignIn(login);
            (await client.Get($"{path}/credit")).Status.ShouldBe(sees, login);
            var seen = sees == 200 ? await Seen(client, path) : null;
            (await client.Post($"{path}/credit-hold", new { seen, reason = "x" })).Status.ShouldBe(gives, login);
            (await client.Post($"{path}/credit-release", new { seen = gives == 200 ? await Seen(client, path) : null, reason = "x" })).Status.ShouldBe(gives, login);
            (await client.Get("/api/credit-policies")).Status.ShouldBe(login is "gm" or "finance" ? 200 : 403, login);
            (await client.Get("/api/customer-credits")).Status.ShouldBe(sees == 403 ? 403 : 200, login);
        }
    }

    [Theory, Databases]
    public async Task Who_may_not_give_credit_asks_for_it_and_hears(Database database)
    {
        await using var house = await House.Open(database);
        var path = Customer(house);
        using var rep = await house.SignIn("rep-a");
        using var finance = await house.SignIn("finance");
        (await rep.Post($"{path}/credit-requests", new { wish = "Limit", limit = "9000.00", reason = "大单" }, 409)).Code.ShouldBe("customers.credit-no-limit");
        (await rep.Post($"{path}/credit-requests", new { wish = "Release", reason = "大单" }, 409)).Code.ShouldBe("customers.credit-not-held");
        await finance.Put($"{path}/credit", new { rating = "B", limit = "2000.00", reason = "新评" }, expect: 200);
        await finance.Post($"{path}/credit-hold", new { seen = await Seen(finance, path), reason = "逾期" }, 200);
        (await rep.Faults(HttpMethod.Post, $"{path}/credit-requests", new { wish = "Limit", reason = "大单" })).ShouldBe(["limit: field.required"]);
        (await rep.Faults(HttpMethod.Post, $"{path}/credit-requests", new { wish = "Limit", limit = "2000.00", reason = "大单" })).ShouldBe(["limit: customers.credit-not-higher"]);
        // Without a table nobody is asked, and nothing stays behind.
        (await rep.Post($"{path}/credit-requests", new { wish = "Release", reason = "已付" }, 409)).Code.ShouldStartWith("approvals.");
        (await rep.Get($"{path}/credit", 200)).Of("requests", "id").ShouldBeEmpty();
        await house.GoLive([new { name = "信用", route = new[] { house.Node("finance") } }], "customers.credit");
        using (var stranger = await house.SignIn("rep-b"))
        {
            await stranger.Post($"{path}/credit-requests", new { wish = "Release", reason = "x" }, 404);
        }

        await finance.Post($"{path}/credit-requests", new { wish = "Release", reason = "x" }, 403);
        await rep.Post($"{path}/credit-requests", new { wish = "Release", reason = "已付" }, 201);
        (await rep.Post($"{path}/credit-requests", new { wish = "Limit", limit = "9000.00", reason = "x" }, 409)).Code.ShouldBe("customers.credit-asked");
        var first = await Request(rep, path);
        // Sent back, it goes in again as the same request; refused, nothing changes.
        await house.Act("finance", first.Approval, "return", new { round = 1, comment = "凭证?" });
        (await Request(rep, path)).State.ShouldBe("Returned");
        await rep.Post($"{path}/credit-requests", new { wish = "Release", reason = "已付,附凭证" }, 201);
        (await Request(rep, path)).ShouldBe((first.Id, first.Approval, "Waiting"));
        await house.Act("finance", first.Approval, "approve", new { round = 2 });
        var card = await rep.Get($"{path}/credit", 200);
        (card["verdict"], card.Of("requests", "state").Single(), card.Of("history", "deed")[0]).ShouldBe(("Within", "Approved", "Released"));
        (await rep.Get("/api/notifications?size=200", 200)).Column("kind").ShouldContain("credit-released");

        await rep.Post($"{path}/credit-requests", new { wish = "Limit", limit = "9000.00", reason = "大单" }, 201);
        var second = await Request(rep, path);
        await house.Act("finance", second.Approval, "refuse", new { round = 1, comment = "不行" });
        (await rep.Get($"{path}/credit", 200))["limit"].ShouldBe("2000.00");
        await rep.Post($"{path}/credit-requests", new { wish = "Limit", limit = "9000.00", reason = "再议" }, 201);
        var third = await Request(rep, path);
        using (var assistant = await house.SignIn("assistant-a"))
        {
            await assistant.Post($"/api/credit-requests/{third.Id}/withdraw", expect: 404);
        }

        await rep.Post($"/api/credit-requests/{third.Id}/withdraw", expect: 204);
        (await rep.Post($"/api/credit-requests/{third.Id}/withdraw", expect: 409)).Code.ShouldBe("customers.credit-request-over");
        await rep.Post($"{path}/credit-requests", new { wish = "Limit", limit = "9000.00", reason = "三议" }, 201);
        await house.Act("finance", (await Request(rep, path)).Approval, "approve");
        (await rep.Get($"{path}/credit", 200))["limit"].ShouldBe("9000.00");
    }

    [Theory, Databases]
    public async Task Policies_hold_from_a_day_and_those_that_hold_stay(Database database)
    {
        await using var house = await House.Open(database);
        var path = Customer(house);
        using var finance = await house.SignIn("finance");
        const string policies = "/api/credit-policies";
        (await finance.Get(policies, 200)).Column("holds").ShouldBe(["True"]);
        object Spec(string limit) => new { nearFrom = "0.5", ratings = new[] { new { code = "B", name = "乙", nameEn = "Second", limit, termDays = 10, over = "Block" } } };
        (await finance.Faults(HttpMethod.Post, policies, new { first = "2026-07-14", spec = Spec("1.00") })).ShouldBe(["first: customers.day-past"]);
        (await finance.Faults(HttpMethod.Post, policies, new { first = "2026-08-01", spec = new { nearFrom = "2", ratings = Array.Empty<object>() } }))
            .ShouldBe(["spec.nearFrom: field.not-fraction", "spec.ratings: customers.credit-ratings"]);
        await finance.Put($"{path}/credit", new { rating = "B", reason = "新评" }, expect: 200);
        (await finance.Get($"{path}/credit", 200))["limit"].ShouldBe("200000.00");
        await finance.Post(policies, new { first = "2026-07-15", spec = Spec("700.00") }, 201);
        (await finance.Get($"{path}/credit", 200))["limit"].ShouldBe("700.00");
        (await finance.Send(HttpMethod.Get, $"{path}/credit", null, 200, language: "en")).Of("ratings", "name").ShouldBe(["Second"]);
        (await finance.Faults(HttpMethod.Post, policies, new { first = "2026-07-15", spec = Spec("1.00") })).ShouldBe(["first: customers.policy-day-taken"]);
        // Nobody is left without a limit because his rating goes.
        object Renamed(string code) => new { nearFrom = "0.5", ratings = new[] { new { code, name = "新", nameEn = "New", limit = "1.00", termDays = 10, over = "Block" } } };
        var lost = await finance.Post(policies, new { first = "2026-08-01", spec = Renamed("N") }, 400);
        (lost.Faults.Single(), lost.Json.GetProperty("faults")[0].GetProperty("message").GetString()!.Contains("1 个客户", StringComparison.Ordinal)).ShouldBe(("spec.ratings: customers.credit-rating-used", true), lost.Text);
        await finance.Put($"{path}/credit", new { seen = await Seen(finance, path), rating = "B", limit = "700.00", reason = "单独" }, expect: 200);
        var renamed = (await finance.Post(policies, new { first = "2026-09-01", spec = Renamed("N") }, 201)).Id;
        (await finance.Faults(HttpMethod.Put, $"{path}/credit", new { seen = await Seen(finance, path), rating = "B", reason = "x" })).ShouldBe(["rating: customers.credit-rating-ends"]);
        await finance.Delete($"{policies}/{renamed}", expect: 204);
        await finance.Put($"{path}/credit", new { seen = await Seen(finance, path), rating = "B", reason = "照等级" }, expect: 200);
        var next = (await finance.Post(policies, new { first = "2026-08-01", spec = Spec("800.00") }, 201)).Id;
        await finance.Put($"{policies}/{next}", new { first = "2026-08-02", spec = Spec("900.00") }, 1, 200);
        var now = (await finance.Get(policies, 200)).Items.First(one => one.GetProperty("holds").GetBoolean()).GetProperty("id").GetString();
        (await finance.Put($"{policies}/{now}", new { first = "2026-08-03", spec = Spec("1.00") }, 1, 409)).Code.ShouldBe("customers.policy-holds");
        house.Clock.Advance(TimeSpan.FromDays(18));
        using var later = await house.SignIn("finance");
        (await later.Get($"{path}/credit", 200))["limit"].ShouldBe("900.00");
        (await later.Delete($"{policies}/{next}", expect: 409)).Code.ShouldBe("customers.policy-holds");
    }

    [Theory, Databases]
    public async Task Limits_come_from_a_file_go_out_in_its_columns_and_are_taken_back(Database database)
    {
        await using var house = await House.Open(database);
        var path = $"/api/customers/{await house.Enter("甲样本", "rep-a")}";
        foreach (var (name, owner) in new[] { ("乙样本", "rep-b"), ("丙样本", "rep-c"), ("丁样本", "rep-d") })
        {
            await house.Enter(name, owner);
        }

        using var finance = await house.SignIn("finance");
        await finance.Put($"{path}/credit", new { rating = "C", reason = "新评" }, expect: 200);
        await finance.Post($"{path}/credit-hold", new { seen = await Seen(finance, path), reason = "对账" }, 200);
        const string head = "客户,信用等级,单独额度,单独账期（天）\n";
        var file = $"{head}甲样本,A,120000,15\n乙样本,B,,\n丙样本,Z,1,\n乙样本,B,,\n没有这家,A,,\n丁样本,B,-5,\n";
        string[] faults = ["4 信用等级 field.not-valid", "5 客户 customers.credit-twice", "6 客户 import.not-found", "7 单独额度 field.negative"];
        var import = (await finance.Upload("customer-credits", file)).Id;
        (await finance.Step(import, "apply", new { mode = "ValidLines" }))["state"].ShouldBe("Applied");
        (await finance.Get($"/api/imports/{import}/faults?size=200", 200)).Items.Select(fault => $"{fault.GetProperty("line")} {fault.GetProperty("heading")} {fault.GetProperty("code")}").ShouldBe(faults, ignoreOrder: true);
        var card = await finance.Get($"{path}/credit", 200);
        (card["rating"], card["limit"], card["termDays"], card["verdict"]).ShouldBe(("A", "120000.00", "15", "Held"), "a file leaves the hold as it is");

        var rows = await finance.Export("/api/customer-credits/export?format=csv&columns=customerName,rating,limit,termDays");
        string.Join(',', rows[0]).ShouldBe(head.Trim());
        rows.Skip(1).Select(row => string.Join(',', row)).ShouldBe(["甲样本,A,120000.00,15", "乙样本,B,,"], ignoreOrder: true);
        // What says what holds already decides nothing.
        var same = await finance.Import("customer-credits", head + string.Concat(rows.Skip(1).Select(row => $"{string.Join(',', row)}\n")), "AllOrNothing");
        (same.State, same.Faults.Count).ShouldBe(("Applied", 0));
        (await finance.Get($"{path}/credit", 200)).Of("history", "deed").Count.ShouldBe(3);
        // Nor does the whole list as it goes out, with the limits of the ratings beside the own ones; and what a file has no column for stays.
        var whole = await finance.Export("/api/customer-credits/export?format=csv&columns=customerName,rating,limit,termDays,holdingLimit");
        (await finance.Import("customer-credits", string.Concat(whole.Select(row => $"{string.Join(',', row)}\n")), "AllOrNothing")).Faults.ShouldBeEmpty();
        (await finance.Import("customer-credits", "客户,信用等级\n甲样本,A\n乙样本,B\n", "AllOrNothing")).Faults.ShouldBeEmpty();
        (await finance.Get($"{path}/credit", 200)).Of("history", "deed").Count.ShouldBe(3);
        using (var rep = await house.SignIn("rep-a"))
        {
            await rep.Upload("customer-credits", file, 403);
            (await rep.Export("/api/customer-credits/export?format=csv")).Count.ShouldBe(2, "his own");
        }

        using (var manager = await house.SignIn("manager-a"))
        {
            await manager.Upload("customer-credits", file, 403);
        }

        (await finance.Step(import, "undo"))["state"].ShouldBe("Undone");
        card = await finance.Get($"{path}/credit", 200);
        (card["rating"], card["verdict"]).ShouldBe(("C", "Held"));
        (await finance.Get("/api/customer-credits", 200)).Column("customerName").ShouldBe(["甲样本"]);
        // What was decided since is not undone with it.
        import = (await finance.Upload("customer-credits", $"{head}甲样本,A,,\n")).Id;
        await finance.Step(import, "apply", new { mode = "AllOrNothing" });
        await finance.Post($"{path}/credit-release", new { seen = await Seen(finance, path), reason = "对清" }, 200);
        (await finance.Step(import, "undo"))["state"].ShouldBe("Applied");
    }

    internal static async Task<string?> Seen(Client client, string path) => (await client.Get($"{path}/credit", 200)).Json.TryGetProperty("id", out var id) ? id.GetString() : null;

    internal static string Customer(House house) => $"/api/customers/{house.Seed.Record("customers", "客户rep-a")}";

    internal static async Task<(string Id, string Approval, string State)> Request(Client client, string path)
    {
        var newest = (await client.Get($"{path}/credit", 200)).Json.GetProperty("requests")[0];
        return (newest.GetProperty("id").GetString()!, newest.GetProperty("approvalId").GetString()!, newest.GetProperty("state").GetString()!);
    }

    internal static decimal Of(Answer card, string what) => decimal.Parse(card[what], System.Globalization.CultureInfo.InvariantCulture);

    internal static string Text(decimal amount) => amount.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
