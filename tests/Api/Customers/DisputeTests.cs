using Yingpan.Tests.Api.Collaboration;

namespace Yingpan.Tests.Api.Customers;

/// <summary>Two who say that a customer is theirs: from the refusal at entry to the ruling that moves him.</summary>
public sealed class DisputeTests
{
    [Theory, Databases]
    public async Task From_a_refused_entry_to_a_ruling_each_side_is_heard_and_sees_its_own(Database database)
    {
        await using var house = await House.Open(database);
        using var claimant = await house.SignIn("rep-b");
        using var holder = await house.SignIn("rep-a");
        using var stranger = await house.SignIn("rep-c");
        using var judge = await house.SignIn("director-e");
        using var other = await house.SignIn("director-n");
        var customer = house.Seed.Record("customers", "客户rep-a");
        var name = (await holder.Get($"/api/customers/{customer}", 200))["name"];
        (await claimant.Post("/api/customers", new { name, state = "Prospect", ownerId = house.Seed.People["rep-b"] }, 409)).Code.ShouldBe("customers.taken");
        // Whom he may not see he can name, not point at.
        await claimant.Post("/api/customer-disputes", new { customerId = customer, text = "是我的" }, 404);
        (await claimant.Post("/api/customer-disputes", new { name = "没有这家公司有限公司", text = "是我的" }, 409)).Code.ShouldBe("customers.dispute-nobody");
        (await holder.Post("/api/customer-disputes", new { customerId = customer, text = "是我的" }, 409)).Code.ShouldBe("customers.dispute-own");
        var id = (await claimant.Post("/api/customer-disputes", new { name, text = "去年展会我先联系的" }, 201)).Id;
        (await claimant.Post("/api/customer-disputes", new { name, text = "再提一次" }, 409)).Code.ShouldBe("customers.dispute-running");
        (await house.Told(holder, "dispute")).ShouldBe(["dispute-raised"]);
        // To be ruled by the nearest who may: the holder's manager does not reach the claimant.
        using var manager = await house.SignIn("manager-a");
        (await house.Told(manager, "dispute")).ShouldBeEmpty();
        using var top = await house.SignIn("gm");
        (await house.Told(top, "dispute")).ShouldContain("dispute-to-rule");

        // The customer stays where he is until the ruling.
        (await holder.Post($"/api/customers/{customer}/release", new { reason = "算了" }, 409)).Code.ShouldBe("customers.disputed");
        foreach (var nobody in new[] { stranger, other })
        {
            await nobody.Get($"/api/customer-disputes/{id}", 404);
            await nobody.Post($"/api/customer-disputes/{id}/answer", new { text = "插话" }, 404);
            (await nobody.Get("/api/customer-disputes?size=200", 200)).Column("id").ShouldNotContain(id);
        }

        var mine = await claimant.Get($"/api/customer-disputes/{id}", 200);
        (mine["customerId"], mine["holderFacts"], mine["proposal"]).ShouldBe(("", "", ""));
        (mine["claimantFacts"].Length > 0, string.Join(' ', mine.Json.GetProperty("can").EnumerateArray())).ShouldBe((true, "withdraw"));
        await claimant.Get($"/api/customers/{customer}", 404);

        // What a side shows to prove it is not told to the rival.
        var proof = await claimant.Send(HttpMethod.Post, "/api/files", Seed.Form(("entity", "customers_dispute"), ("entityId", $"{id}-claimant"), ("file", "名片.txt\n名片")), 201, contentType: Seed.FormType);
        await claimant.Send(HttpMethod.Post, "/api/files", Seed.Form(("entity", "customers_dispute"), ("entityId", $"{id}-holder"), ("file", "假.txt\n假")), 404, contentType: Seed.FormType);
        await holder.Get($"/api/files/{proof.Id}", 404);
        await stranger.Get($"/api/files/{proof.Id}", 404);
        await judge.Get($"/api/files/{proof.Id}", 200);

        (await claimant.Post($"/api/customer-disputes/{id}/answer", new { text = "我替他答" }, 409)).Code.ShouldBe("customers.dispute-not-yours");
        await holder.Post($"/api/customer-disputes/{id}/answer", new { text = "有订单" }, 200);
        (await house.Told(claimant, "dispute")).ShouldBe(["dispute-answered"]);
        (await holder.Post($"/api/customer-disputes/{id}/answer", new { text = "再答" }, 409)).Code.ShouldBe("customers.dispute-closed");

        var proposed = (await judge.Get($"/api/customer-disputes/{id}", 200)).Json.GetProperty("proposal");
        proposed.GetProperty("ruling").GetString().ShouldBe("Keep");
        proposed.GetProperty("reasons").EnumerateArray().Select(reason => $"{reason.GetProperty("ground").GetString()} {reason.GetProperty("side").GetString()}")
            .ShouldBe(["Protection Holder", "Order Holder", "FollowUp Holder", "FirstEntry Holder", "Territory Holder"]);
        await holder.Post($"/api/customer-disputes/{id}/rule", new { ruling = "Keep", cause = "no-rule", text = "我自己判" }, 403);
        (await manager.Post($"/api/customer-disputes/{id}/rule", new { ruling = "Keep", cause = "no-rule", text = "只管一边" }, 409)).Code.ShouldBe("customers.dispute-not-yours");
        (await judge.Post($"/api/customer-disputes/{id}/rule", new { ruling = "Split", cause = "没有", claimantShare = "0.3", text = "分" }, 400)).Faults.ShouldBe(["cause: field.not-valid"]);
        await judge.Post($"/api/customer-disputes/{id}/rule", new { ruling = "Split", cause = "no-rule", claimantShare = "0.3", text = "两边都有功,三七开" }, 200);

        await claimant.Get($"/api/customers/{customer}", 200);
        var owned = await holder.Get($"/api/customers/{customer}/ownership", 200);
        (string.Join(' ', owned.Of("shares", "name")), string.Join(' ', owned.Of("shares", "share"))).ShouldBe(("员工rep-a 员工rep-b", "0.7 0.3"));
        (await house.Told(claimant, "dispute")).ShouldBe(["dispute-ruled", "dispute-answered"], ignoreOrder: true);
        (await house.Told(holder, "dispute")).ShouldBe(["dispute-ruled", "dispute-raised"], ignoreOrder: true);
        var figures = await judge.Get("/api/customer-dispute-figures?from=2026-07-01&to=2026-07-31", 200);
        (figures["opened"], figures["ruled"], string.Join(' ', figures.Of("causes", "name")), string.Join(' ', figures.Of("rulers", "name"))).ShouldBe(("2", "1", "没有规则", "员工director-e"));
        (await stranger.Get("/api/customer-dispute-figures?from=2026-07-01&to=2026-07-31", 200))["opened"].ShouldBe("0");
    }

    [Theory, Databases]
    public async Task A_split_begins_with_the_part_that_the_rules_of_the_dispute_give(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        foreach (var wrong in new[] { "0", "1", "-0.1" })
        {
            (await admin.Faults(HttpMethod.Post, "/api/ownership-rules", new { first = "2026-08-01", rules = Owning.Rules(splitShare: wrong) })).ShouldBe(["rules.splitShare: customers.split-share"]);
        }

        using var claimant = await house.SignIn("rep-b");
        await house.Enter("海丰机械有限公司", "rep-a");
        var before = (await claimant.Post("/api/customer-disputes", new { name = "海丰机械有限公司", text = "是我的" }, 201)).Id;
        await house.Decide(Owning.Rules(splitShare: "0.45"));
        await house.Enter("云山食品有限公司", "rep-a");
        var after = (await claimant.Post("/api/customer-disputes", new { name = "云山食品有限公司", text = "是我的" }, 201)).Id;
        (await claimant.Get($"/api/customer-disputes/{before}", 200))["splitShare"].ShouldBe("0.3", "an old case keeps its rules");
        (await claimant.Get($"/api/customer-disputes/{after}", 200))["splitShare"].ShouldBe("0.45");
        (await admin.Get("/api/ownership-rules", 200)).Items[0].GetProperty("rules").GetProperty("splitShare").GetString().ShouldNotBeNull();
    }

    [Theory, Databases]
    public async Task Judged_is_what_stood_when_it_was_raised_and_what_the_ruler_saw_stays(Database database)
    {
        await using var house = await House.Open(database);
        using var claimant = await house.SignIn("rep-b");
        using var holder = await house.SignIn("rep-a");
        using var manager = await house.SignIn("manager-a");
        var customer = house.Seed.Record("customers", "客户rep-a");
        var name = (await holder.Get($"/api/customers/{customer}", 200))["name"];
        var id = (await claimant.Post("/api/customer-disputes", new { name, text = "我先联系的" }, 201)).Id;
        var raised = await Seen();
        // On the same day, but after it: he writes that he called, and is given more time.
        await holder.Post($"/api/customers/{customer}/records", new { text = "赶紧补一条" }, 201);
        await manager.Post($"/api/customers/{customer}/protection", new { until = "2026-09-30" }, 204);
        (await Seen()).ShouldBe(raised);
        house.Clock.Advance(TimeSpan.FromDays(1));
        using (var judge = await house.SignIn("director-e"))
        {
            await judge.Post($"/api/customer-disputes/{id}/rule", new { ruling = "Transfer", cause = "no-rule", text = "转" }, 200);
        }

        (await Seen()).ShouldBe(raised);
        // As it was told to who ruled, whatever is made of the facts later.
        await house.Sql("UPDATE customers_dispute SET facts = NULL");
        (await Seen()).Proposal.ShouldBe(raised.Proposal);

        async Task<(string Claimant, string Holder, string Proposal)> Seen()
        {
            using var judge = await house.SignIn("director-e");
            var view = await judge.Get($"/api/customer-disputes/{id}", 200);
            return (view["claimantFacts"], view["holderFacts"], view["proposal"]);
        }
    }

    [Theory, Databases]
    public async Task Of_two_rulings_at_once_one_is_the_ruling(Database database)
    {
        await using var house = await House.Open(database);
        using var director = await house.SignIn("director-e");
        using var gm = await house.SignIn("gm");
        using var claimant = await house.SignIn("rep-b");
        for (var round = 0; round < 4; round++)
        {
            var customer = await house.Enter($"双裁样本{round}号公司", "rep-a");
            var id = (await claimant.Post("/api/customer-disputes", new { name = $"双裁样本{round}号公司", text = "是我的" }, 201)).Id;
            var answers = await Owning.AtOnce([
                () => director.Post($"/api/customer-disputes/{id}/rule", new { ruling = "Transfer", cause = "no-rule", text = "转" }),
                () => gm.Post($"/api/customer-disputes/{id}/rule", new { ruling = "Pool", cause = "deliberate", text = "入公海" }),
            ]);
            answers.Select(answer => answer.Status).Order().ShouldBe([200, 409]);
            answers.Single(answer => answer.Status == 409).Code.ShouldBe("customers.dispute-closed");
            var owned = await gm.Get($"/api/customers/{customer}/ownership", 200);
            owned.Of("history", "cause").ShouldBe(["Ruling", "Entered"]);
            owned.Of("history", "ownerName")[0].ShouldBe(answers[0].Status == 200 ? "员工rep-b" : "");
        }
    }

    [Theory, Databases]
    public async Task Who_is_argued_about_is_not_merged_away_at_the_same_instant(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        using var claimant = await house.SignIn("rep-b");
        for (var round = 0; round < 6; round++)
        {
            var (left, gone) = (await house.Enter($"并入样本{round}号公司", "rep-a"), await house.Enter($"{round}号争议工厂", "rep-a"));
            var answers = await Owning.AtOnce([
                () => claimant.Post("/api/customer-disputes", new { name = $"{round}号争议工厂", text = "是我的" }),
                () => manager.Post($"/api/customers/{left}/merge", new { mergedId = gone, mergedVersion = 1 }, seen: 1),
            ]);
            // Merged first, he may still be argued about: as the one he is now.
            var isMerged = answers[1].Status == 201;
            (isMerged || answers[1].Code == "customers.disputed", answers[0].Status).ShouldBeOneOf((true, 201), (isMerged, 404));
            if (answers[0].Status == 201)
            {
                (await manager.Get($"/api/customer-disputes/{answers[0].Id}", 200))["customerId"].ShouldBe(isMerged ? left : gone);
            }
        }
    }

    [Theory, Databases]
    public async Task What_is_not_ruled_goes_up_once_and_an_old_case_keeps_its_rules(Database database)
    {
        await using var house = await House.Open(database);
        using var claimant = await house.SignIn("rep-a2");
        var customer = await house.Enter("久拖样本公司", "rep-a");
        var id = (await claimant.Post("/api/customer-disputes", new { name = "久拖样本公司", text = "是我的" }, 201)).Id;
        house.Clock.Advance(TimeSpan.FromDays(1));
        await house.Decide(Owning.Rules());
        using (var gm = await house.SignIn("gm"))
        {
            // Of the day it began: five grounds of the house's first rules, three causes.
            (await gm.Get($"/api/customer-disputes/{id}", 200)).Json.GetProperty("causes").GetArrayLength().ShouldBe(3);
        }

        house.Clock.Advance(TimeSpan.FromDays(5));
        await Task.WhenAll(house.Run("customers.watch-disputes"), house.Run("customers.watch-disputes"));
        using var director = await house.SignIn("director-e");
        var level = int.Parse((await director.Get($"/api/customer-disputes/{id}", 200))["level"], System.Globalization.CultureInfo.InvariantCulture);
        level.ShouldBe(1);
        using var manager = await house.SignIn("manager-a");
        (await house.Told(manager, "dispute")).ShouldBe(["dispute-unanswered", "dispute-to-rule"], ignoreOrder: true);
        using var top = await house.SignIn("gm");
        (await house.Told(top, "dispute")).ShouldContain("dispute-late");
        await claimant.Post("/api/session", new { login = "rep-a2", password = Seed.Password }, 200);
        await claimant.Post($"/api/customer-disputes/{id}/withdraw", expect: 200);
        (await claimant.Post($"/api/customer-disputes/{id}/withdraw", expect: 409)).Code.ShouldBe("customers.dispute-closed");
        using var holder = await house.SignIn("rep-a");
        await holder.Post($"/api/customers/{customer}/release", new { reason = "不做了" }, 204);
    }
}
