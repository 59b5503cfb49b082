using Yingpan.Tests.Api.Approvals;
using Yingpan.Tests.Api.Imports;
using static Yingpan.Tests.Api.Customers.CreditTests;

namespace Yingpan.Tests.Api.Customers;

/// <summary>信用 where other things meet it: merges, files, requests that are overtaken, and who is told what.</summary>
public sealed class CreditDecisionTests
{
    [Theory, Databases]
    public async Task A_merge_takes_credit_along_does_not_end_a_hold_and_its_undoing_limits_both_again(Database database)
    {
        await using var house = await House.Open(database);
        var (one, two) = (await house.Enter("合并甲", "rep-a"), await house.Enter("合并乙", "rep-a"));
        string of(string id) => $"/api/customers/{id}";
        using var gm = await house.SignIn("gm");
        using var admin = await house.SignIn("admin");
        var set = (await gm.Put($"{of(two)}/credit", new { rating = "B", limit = "500.00", reason = "新评" }, expect: 200)).Id;
        var hold = (await gm.Post($"{of(two)}/credit-hold", new { seen = set, reason = "逾期" }, 200)).Id;
        async Task<Answer> Merge(int expect) => await admin.Post($"{of(one)}/merge", new { mergedId = two, mergedVersion = (await admin.Get(of(two), 200)).Version }, expect, seen: (await admin.Get(of(one), 200)).Version);
        (await Merge(409)).Code.ShouldBe("customers.merge-held");
        await gm.Post($"{of(two)}/credit-release", new { seen = hold, reason = "已付" }, 200);
        // A hold that was ended and nothing else decides nothing: it makes room.
        hold = (await gm.Post($"{of(one)}/credit-hold", new { reason = "查" }, 200)).Id;
        await gm.Post($"{of(one)}/credit-release", new { seen = hold, reason = "无事" }, 200);
        (await admin.Get($"{of(one)}/merge-preview?with={two}", 200)).Json.IsTold("creditDropped").ShouldBeFalse();
        var merge = (await Merge(201)).Id;
        var card = await gm.Get($"{of(one)}/credit", 200);
        (card["rating"], card["limit"], card.Of("history", "deed").Count).ShouldBe(("B", "500.00", 5));
        // Decided anew since: that stays with who was left, and what went back holds for who came back.
        await gm.Put($"{of(one)}/credit", new { seen = await Seen(gm, of(one)), rating = "C", limit = "700.00", reason = "复评" }, expect: 200);
        await admin.Post($"/api/customer-merges/{merge}/undo", expect: 200, seen: 1);
        (await gm.Get($"{of(two)}/credit", 200))["limit"].ShouldBe("500.00", "who comes back is limited as he was");
        (await gm.Get($"{of(one)}/credit", 200))["limit"].ShouldBe("700.00");

        // Both decided: that of who is left holds, and the preview says what does not.
        var dropped = (await admin.Get($"{of(one)}/merge-preview?with={two}", 200)).Json.GetProperty("creditDropped");
        (dropped.GetProperty("rating").GetString(), dropped.GetProperty("limit").GetString()).ShouldBe(("B", "500.00"));
        merge = (await Merge(201)).Id;
        (await gm.Get($"{of(one)}/credit", 200))["limit"].ShouldBe("700.00");
        await admin.Post($"/api/customer-merges/{merge}/undo", expect: 200, seen: 1);
        (await gm.Get($"{of(two)}/credit", 200))["limit"].ShouldBe("500.00");
        (await gm.Get($"{of(one)}/credit", 200))["limit"].ShouldBe("700.00");
    }

    [Theory, Databases]
    public async Task Recent_orders_of_a_file_are_asked_about_credit_as_if_they_were_entered(Database database)
    {
        await using var house = await House.Open(database);
        var path = Customer(house);
        using var rep = await house.SignIn("rep-a");
        using var finance = await house.SignIn("finance");
        using var admin = await house.SignIn("admin");
        var used = Of(await rep.Get($"{path}/credit", 200), "used");
        await finance.Put($"{path}/credit", new { rating = "B", limit = Text(used + 1000), reason = "新评" }, expect: 200);
        const string head = "订单号,下单日期,客户,销售员,金额\n";
        var buyer = (await rep.Get(path, 200))["number"];
        // The second finds the room that the first has left; what is old is history.
        (await rep.Import("orders", $"{head}信-1,2026-07-14,{buyer},P-rep-a,600.00\n信-2,2026-07-14,{buyer},P-rep-a,400.01\n信-3,2026-06-13,{buyer},P-rep-a,5000.00\n")).Faults.ShouldBe(["3 客户 customers.credit-over"]);
        await finance.Post($"{path}/credit-hold", new { seen = await Seen(finance, path), reason = "逾期" }, 200);
        (await rep.Import("orders", $"{head}信-4,2026-07-15,{buyer},P-rep-a,1.00\n")).Faults.ShouldBe(["2 客户 customers.credit-held"]);
        (await rep.Get("/api/orders?q=信-", 200)).Column("number").ShouldBe(["信-1", "信-3"], ignoreOrder: true);
        // Who may give credit is not refused; and what goes beyond it is marked.
        await finance.Post($"{path}/credit-release", new { seen = await Seen(finance, path), reason = "已付" }, 200);
        (await admin.Import("orders", $"{head}信-5,2026-07-15,{buyer},P-rep-a,9000.00\n")).Faults.ShouldBeEmpty();
        await finance.Put($"{path}/credit", new { seen = await Seen(finance, path), rating = "A", limit = "1.00", reason = "放行" }, expect: 200);
        (await rep.Import("orders", $"{head}信-6,2026-07-15,{buyer},P-rep-a,9000.00\n")).Faults.ShouldBeEmpty();
        (await rep.Get("/api/orders?overCredit=true", 200)).Column("number").ShouldBe(["信-5", "信-6"], ignoreOrder: true);
    }

    [Theory, Databases]
    public async Task What_holds_by_now_decides_what_becomes_of_a_request(Database database)
    {
        await using var house = await House.Open(database);
        var path = Customer(house);
        await house.GoLive([new { name = "信用", route = new[] { house.Node("gm") } }], "customers.credit");
        using var rep = await house.SignIn("rep-a");
        using var finance = await house.SignIn("finance");
        var first = (await finance.Put($"{path}/credit", new { rating = "B", limit = "2000.00", reason = "新评" }, expect: 200)).Id;
        (await rep.Get("/api/notifications?size=200", 200)).Column("kind").ShouldContain("credit-set");
        // What is seen is what is held and released.
        (await finance.Post($"{path}/credit-hold", new { reason = "没看到" }, 412)).Code.ShouldBe("version.stale");
        var hold = (await finance.Post($"{path}/credit-hold", new { seen = first, reason = "对账", until = "2026-07-16" }, 200)).Id;
        (await finance.Post($"{path}/credit-release", new { seen = first, reason = "没看到" }, 412)).Code.ShouldBe("version.stale");

        // A direct decision answers what was asked.
        await rep.Post($"{path}/credit-requests", new { wish = "Release", reason = "已付" }, 201);
        var asked = await Request(rep, path);
        await finance.Post($"{path}/credit-hold", new { seen = hold, reason = "又逾期", until = "2026-07-16" }, 200);
        (await Request(rep, path)).State.ShouldBe("Overtaken");
        (await rep.Get("/api/notifications?size=200", 200)).Column("kind").ShouldContain("credit-overtaken");
        (await rep.Get($"/api/approvals/{asked.Approval}", 200))["state"].ShouldBe("Withdrawn");
        await rep.Post($"{path}/credit-requests", new { wish = "Limit", limit = "3000.00", reason = "大单" }, 201);
        await finance.Put($"{path}/credit", new { seen = await Seen(finance, path), rating = "B", limit = "5000.00", reason = "复评" }, expect: 200);
        (await Request(rep, path)).State.ShouldBe("Overtaken");
        // From a file nobody is answered; the request then lowers nothing.
        await rep.Post($"{path}/credit-requests", new { wish = "Limit", limit = "6000.00", reason = "大单" }, 201);
        (await finance.Import("customer-credits", $"客户,信用等级,单独额度\n{(await rep.Get(path, 200))["number"]},B,8000\n")).Faults.ShouldBeEmpty();
        await house.Act("gm", (await Request(rep, path)).Approval, "approve");
        var card = await rep.Get($"{path}/credit", 200);
        ((await Request(rep, path)).State, card["ownLimit"]).ShouldBe(("Overtaken", "8000.00"));
        // A hold that has ended by itself needs no release.
        await rep.Post($"{path}/credit-requests", new { wish = "Release", reason = "已付" }, 201);
        house.Clock.Advance(TimeSpan.FromDays(2));
        await house.Act("gm", (await Again()).Approval, "approve");
        var over = await Again();
        over.State.ShouldBe("Overtaken");

        async Task<(string Id, string Approval, string State)> Again()
        {
            using var later = await house.SignIn("rep-a");
            return await Request(later, path);
        }
    }

    [Theory, Databases]
    public async Task Figures_are_told_to_who_reads_what_is_owed_and_what_is_available_to_who_sells(Database database)
    {
        await using var house = await House.Open(database);
        var path = Customer(house);
        using (var finance = await house.SignIn("finance"))
        {
            await finance.Put($"{path}/credit", new { rating = "B", limit = "1.00", termDays = 1, reason = "新评" }, expect: 200);
        }

        var draft = "";
        using (var rep = await house.SignIn("rep-a"))
        {
            draft = (await rep.Post("/api/orders", house.Order("rep-a"), 201)).Id;
            var card = await rep.Get($"{path}/credit", 200);
            foreach (var member in new[] { "used", "overdue", "available", "verdict" })
            {
                card.Json.IsTold(member).ShouldBeTrue(member);
            }
        }

        await house.Sql("DELETE FROM platform_role_grant WHERE permission = 'collections.read' AND role_id IN (SELECT id FROM platform_role WHERE code = 'rep')");
        using (var rep = await house.SignIn("rep-a"))
        {
            var card = await rep.Get($"{path}/credit", 200);
            (card.Json.IsTold("used"), card.Json.IsTold("overdue"), card["verdict"], Of(card, "available") < 0).ShouldBe((false, false, "Over", true));
            var row = (await rep.Get("/api/customer-credits?verdict=Over", 200)).Items.Single().GetProperty("standing");
            (row.IsTold("used"), row.IsTold("available")).ShouldBe((false, true));
        }

        // He no longer sees the customer, but his draft.
        using (var gm = await house.SignIn("gm"))
        {
            await gm.Post("/api/customer-transfers", new { ids = new[] { house.Seed.Record("customers", "客户rep-a") }, toId = house.Seed.People["rep-b"], reason = "调整" }, 200);
        }

        using (var rep = await house.SignIn("rep-a"))
        {
            await rep.Get($"{path}/credit", 404);
            var refused = await rep.Post($"/api/orders/{draft}/confirm", seen: 1, expect: 409);
            (refused.Code, refused["detail"].Contains("1.00", StringComparison.Ordinal), refused["detail"].Contains("客户rep-a", StringComparison.Ordinal)).ShouldBe(("customers.credit-refused", false, false), refused["detail"]);
        }

        // Who neither sells nor reads receipts is told what was decided, and no more.
        await house.Sql("DELETE FROM platform_role_grant WHERE permission IN ('orders.edit', 'customers.edit') AND role_id IN (SELECT id FROM platform_role WHERE code = 'rep')");
        using (var rep = await house.SignIn("rep-b"))
        {
            var card = await rep.Get($"{path}/credit", 200);
            (card["limit"], card.Json.IsTold("available"), card.Json.IsTold("verdict")).ShouldBe(("1.00", false, false));
            (await rep.Get("/api/customer-credits?verdict=Over", 200)).Items.ShouldBeEmpty();
            (await rep.Get("/api/customer-credits?verdict=Within", 200)).Items.ShouldBeEmpty();
            (await rep.Get("/api/customer-credits", 200)).Total.ShouldBe(1);
        }
    }
}
