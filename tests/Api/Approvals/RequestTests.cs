using Yingpan.Tests.Api.Operations;

namespace Yingpan.Tests.Api.Approvals;

public sealed class RequestTests
{
    [Theory, Databases]
    public async Task A_request_goes_from_one_to_the_next_and_everybody_is_told(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a2");
        var body = new { matterId = house.Seed.Record("approval-matters", "费用"), title = "样机", text = "两台", amount = "2000.00" };
        var preview = await rep.Post("/api/approvals/preview", body, 200);
        preview.Json.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("turns")[0].GetProperty("person").GetProperty("name").GetString()).ShouldBe(["员工manager-a", "员工director-e"]);
        preview["row"].ShouldBe("2");

        var id = (await rep.Post("/api/approvals", body, 201)).Id;
        var mine = (await rep.Get("/api/approvals?box=Mine", 200)).Items.ShouldHaveSingleItem();
        (mine.GetProperty("withName").GetString(), mine.GetProperty("state").GetString(), mine.GetProperty("since").GetString()).ShouldBe(("员工manager-a", "Open", "2026-07-15T02:00:00+00:00"));
        (await house.Read("rep-a2", id)).Where().ShouldBe("Open: manager-a → director-e");
        (await house.Told("manager-a")).ShouldContain("approval-asked");
        (await house.Told("director-e")).ShouldBeEmpty();
        await house.Read("director-e", id, 404);

        house.Clock.Advance(TimeSpan.FromHours(2));
        await house.Act("manager-a", id, "approve", new { round = 1, comment = "同意" });
        (await house.Read("rep-a2", id)).Where().ShouldBe("Open: director-e → ");
        (await house.Told("director-e")).ShouldBe(["approval-asked"]);
        (await house.Told("rep-a2")).ShouldBeEmpty();
        await house.Act("director-e", id, "approve");
        var done = await house.Read("rep-a2", id);
        done["state"].ShouldBe("Approved");
        (await house.Told("rep-a2")).ShouldBe(["approval-approved"]);
        done.Json.GetProperty("log").EnumerateArray().Select(line => $"{line.GetProperty("kind")} {line.GetProperty("actorName")} {line.GetProperty("comment")}".Trim())
            .ShouldBe(["Submitted 员工rep-a2", "Asked", "Approved 员工manager-a 同意", "Asked", "Approved 员工director-e", "Finished"]);
        using var manager = await house.SignIn("manager-a");
        (await manager.Get("/api/approvals?box=Done", 200)).Column("title").ShouldBe(["样机"]);
        (await manager.Export("/api/approvals/export?box=Done&format=csv&columns=kind,matterName"))[1].ShouldBe(["通用申请", "费用"]);
        (await manager.Get("/api/approvals?box=Todo&q=样机", 200)).Total.ShouldBe(0);
    }

    [Theory, Databases]
    public async Task Who_takes_no_part_sees_nothing_of_it_by_any_way(Database database)
    {
        await using var house = await House.Open(database);
        var id = await house.SendIn("rep-a2", "10.00", "保密申请");
        using var rep = await house.SignIn("rep-a2");
        var file = (await rep.Upload("合同.pdf", Uploads.Pdf, 201, "approvals_request", id)).Id;
        foreach (var login in new[] { "rep-a", "director-e", "finance", "hr" })
        {
            using var other = await house.SignIn(login);
            await other.Get($"/api/approvals/{id}", 404);
            await other.Get($"/api/files/{file}", 404);
            await other.Upload("x.pdf", Uploads.Pdf, 404, "approvals_request", id);
            (await other.Get("/api/approvals?box=All&size=200", 200)).Column("title").ShouldNotContain("保密申请");
            (await other.Get("/api/search?q=保密", 200)).Items.ShouldBeEmpty();
            (await other.Get("/api/approvals/export?box=All&format=csv", 200)).Text.ShouldNotContain("保密申请");
            await other.Post($"/api/approvals/{id}/approve", new { round = 1 }, 404);
        }

        using var manager = await house.SignIn("manager-a");
        (await manager.Get($"/api/files/{file}", 200)).Bytes.ShouldBe(Uploads.Pdf);
        (await manager.Get("/api/search?q=保密", 200)).Column("kind").ShouldBe(["approval"]);
        using var gm = await house.SignIn("gm");
        await gm.Get($"/api/approvals/{id}", 200);
        // Who reads everything decides nothing by it.
        (await gm.Post($"/api/approvals/{id}/approve", new { round = 1 }, 409)).Code.ShouldBe("approvals.not-yours");
    }

    [Theory, Databases]
    public async Task What_came_back_is_mended_and_goes_in_again_under_the_table_it_started_under(Database database)
    {
        await using var house = await House.Open(database);
        var id = await house.SendIn("rep-a", "500.00");
        await house.Act("manager-a", id, "return", new { round = 1 }, 400);
        await house.Act("manager-a", id, "return", new { round = 1, comment = "金额不对" });
        // Somebody has commented on another of his.
        (await house.Told("rep-a")).ShouldBe(["approval-returned", "approval-commented"]);
        (await house.Act("manager-a", id, "approve", expect: 409)).Code.ShouldBe("approvals.not-open");
        var matterId = house.Seed.Record("approval-matters", "费用");
        await house.Act("rep-a2", id, "resubmit", new { matterId, title = "x" }, 404);

        await house.GoLive([new { route = new[] { house.Node("gm") } }]);
        await house.Act("rep-a", id, "resubmit", new { matterId, title = "申请", amount = "3000.00", comment = "已改" });
        var again = await house.Read("rep-a", id);
        (again["round"], again["row"], again.Where()).ShouldBe(("2", "2", "Open: manager-a → director-e"));
        // The manager still looks at what it said before.
        (await house.Act("manager-a", id, "approve", new { round = 1 }, 412)).Code.ShouldBe("version.stale");
        await house.Act("manager-a", id, "approve", new { round = 2 });
        await house.Act("director-e", id, "return", new { round = 2, comment = "请经理再看", step = again.Json.GetProperty("steps").EnumerateArray().First(step => step.GetProperty("state").GetString() == "Running").GetProperty("key").GetInt32() });
        (await house.Read("rep-a", id)).Where().ShouldBe("Open: manager-a → director-e");
        await house.Act("manager-a", id, "refuse", new { round = 2, comment = "不办了" });
        (await house.Read("rep-a", id))["state"].ShouldBe("Refused");
        (await house.Act("rep-a", id, "withdraw", expect: 409)).Code.ShouldBe("approvals.not-open");
    }

    [Theory, Databases]
    public async Task Who_mends_it_says_anew_who_gets_a_copy(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        object Body(params string[] copyTo) => new { matterId = house.Seed.Record("approval-matters", "费用"), title = "抄送", amount = "500.00", copyTo = copyTo.Select(house.Person) };
        var id = (await rep.Post("/api/approvals", Body("rep-b", "rep-c"), 201)).Id;
        await house.Act("manager-a", id, "return", new { round = 1, comment = "抄错人了" });
        await rep.Post($"/api/approvals/{id}/resubmit", Body("rep-c", "finance"), 200);
        (await house.Read("rep-a", id)).Json.GetProperty("copies").EnumerateArray().Select(one => one.GetProperty("name").GetString()).ShouldBe(["员工rep-c", "员工finance"], ignoreOrder: true);
        (await house.Told("finance")).ShouldContain("approval-copied");
        (await house.Told("rep-c")).Count(kind => kind == "approval-copied").ShouldBe(1);
        await house.Read("rep-b", id, 404);
        await house.Act("manager-a", id, "return", new { round = 2, comment = "再改" });
        await rep.Post($"/api/approvals/{id}/resubmit", new { matterId = house.Seed.Record("approval-matters", "费用"), title = "抄送", amount = "500.00" }, 200);
        (await house.Read("finance", id))["round"].ShouldBe("3");
    }

    [Theory, Databases]
    public async Task A_withdrawn_request_is_with_nobody(Database database)
    {
        await using var house = await House.Open(database);
        house.Clock.Step = TimeSpan.FromMicroseconds(1);
        var id = await house.SendIn("rep-a", "500.00");
        (await house.Act("manager-a", id, "withdraw", expect: 409)).Code.ShouldBe("approvals.not-applicant");
        await house.Act("rep-a", id, "withdraw");
        (await house.Told("manager-a")).ShouldContain("approval-withdrawn");
        (await house.Act("manager-a", id, "approve", expect: 409)).Code.ShouldBe("approvals.not-open");
    }

    [Theory, Databases]
    public async Task An_approver_hands_on_adds_others_and_everybody_comments(Database database)
    {
        await using var house = await House.Open(database);
        var id = await house.SendIn("rep-a", "500.00");
        (await house.Act("manager-a", id, "hand-on", new { round = 1, personId = house.Person("rep-a") }, 409)).Code.ShouldBe("approvals.own-request");
        await house.Act("manager-a", id, "hand-on", new { round = 1, personId = house.Person("director-e") });
        (await house.Read("rep-a", id)).Where().ShouldBe("Open: director-e → ");
        (await house.Act("manager-a", id, "approve", expect: 409)).Code.ShouldBe("approvals.not-yours");
        await house.Act("director-e", id, "add", new { round = 1, personId = house.Person("finance"), where = "Before" });
        (await house.Read("rep-a", id)).Where().ShouldBe("Open: finance → director-e");
        await house.Act("finance", id, "comment", new { text = "在核" });
        // The applicant and all who had to decide hear it, who said it does not.
        foreach (var (login, hears) in new[] { ("rep-a", true), ("manager-a", true), ("finance", false), ("hr", false) })
        {
            (await house.Told(login)).Contains("approval-commented").ShouldBe(hears, login);
        }

        await house.Act("finance", id, "approve");
        await house.Act("director-e", id, "add", new { round = 1, personId = house.Person("gm"), where = "After" });
        await house.Act("director-e", id, "approve");
        (await house.Read("rep-a", id)).Where().ShouldBe("Open: gm → ");
        await house.Act("gm", id, "approve");
        (await house.Read("rep-a", id))["state"].ShouldBe("Approved");
        (await house.Read("rep-a", id)).Json.GetProperty("log").EnumerateArray().Count(line => line.GetProperty("comment").GetString() == "在核").ShouldBe(1);
    }

    [Theory, Databases]
    public async Task A_deputy_decides_for_the_one_who_is_away_and_it_is_recorded_so(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        var delegation = await manager.Post("/api/delegations", new { deputyId = house.Person("rep-a2"), first = "2026-07-15", last = "2026-07-16", kinds = new[] { "general" } }, 201);
        var id = await house.SendIn("rep-a", "500.00");
        (await house.Told("rep-a2")).ShouldContain("approval-asked-for");
        (await house.Told("rep-a2")).ShouldNotContain("approval-asked");
        using var deputy = await house.SignIn("rep-a2");
        (await deputy.Get("/api/approvals", 200)).Total.ShouldBeGreaterThan(0);
        (await deputy.Get($"/api/approvals/{id}", 200)).Json.GetProperty("as")[0].GetProperty("name").GetString().ShouldBe("员工manager-a");
        await deputy.Post($"/api/approvals/{id}/approve", new { round = 1 }, 200);
        var line = (await house.Read("rep-a", id)).Json.GetProperty("log").EnumerateArray().First(one => one.GetProperty("kind").GetString() == "Approved");
        (line.GetProperty("actorName").GetString(), line.GetProperty("forName").GetString()).ShouldBe(("员工rep-a2", "员工manager-a"));

        // His own request he decides in nobody's place.
        var own = await house.SendIn("rep-a2", "500.00");
        (await deputy.Get("/api/approvals?box=Todo&size=200", 200)).Column("id").ShouldNotContain(own);
        (await deputy.Post($"/api/approvals/{own}/approve", new { round = 1 }, 409)).Code.ShouldBe("approvals.own-request");

        var late = await house.SendIn("rep-a", "500.00");
        house.Clock.Advance(TimeSpan.FromDays(2));
        using var after = await house.SignIn("rep-a2");
        await after.Get($"/api/approvals/{late}", 404);
        await house.Act("manager-a", late, "approve");
        await manager.Delete($"/api/delegations/{delegation.Id}", expect: 401);
    }

    [Theory, Databases]
    public async Task Who_decided_for_a_colleague_of_his_own_station_is_not_asked_for_himself_again(Database database)
    {
        await using var house = await House.Open(database);
        await house.GoLive([new { route = new[] { house.Node("manager-a+director-e", "AllOf") } }]);
        using var manager = await house.SignIn("manager-a");
        await manager.Post("/api/delegations", new { deputyId = house.Person("director-e"), first = "2026-07-15", last = "2026-07-16" }, 201);
        var id = await house.SendIn("rep-a", "500.00");
        await house.Act("director-e", id, "approve", new { round = 1, forPersonId = house.Person("manager-a") });
        (await house.Read("rep-a", id))["state"].ShouldBe("Approved");
    }

    [Theory, Databases]
    public async Task Delegations_are_checked(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-b");
        object Body(string deputy, string first, string last, params string[] kinds) => new { deputyId = house.Person(deputy), first, last, kinds };
        (await rep.Post("/api/delegations", Body("rep-b", "2026-08-01", "2026-08-02"), 400)).Faults.ShouldBe(["deputyId: organization.own-deputy"]);
        (await rep.Post("/api/delegations", Body("rep-a", "2026-07-01", "2026-07-02"), 400)).Faults.ShouldBe(["last: organization.delegation-over"]);
        (await rep.Post("/api/delegations", Body("rep-a", "2026-08-01", "2026-08-02", "nothing"), 400)).Faults.ShouldBe(["kinds[0]: organization.delegation-kind"]);
        (await rep.Post("/api/delegations", new { personId = house.Person("rep-a"), deputyId = house.Person("rep-c"), first = "2026-08-01", last = "2026-08-02" }, 400)).Faults.ShouldBe(["personId: record.out-of-reach"]);
        var one = await rep.Post("/api/delegations", Body("rep-a", "2026-08-01", "2026-08-10"), 201);
        (await rep.Post("/api/delegations", Body("rep-a", "2026-08-10", "2026-08-12"), 400)).Faults.ShouldBe(["first: organization.delegation-overlap"]);
        await rep.Put($"/api/delegations/{one.Id}", Body("rep-c", "2026-08-01", "2026-08-05"), seen: 1, expect: 200);
        (await rep.Get("/api/delegations", 200)).Column("deputyName").ShouldBe(["员工rep-c"]);
        using var deputy = await house.SignIn("rep-c");
        (await deputy.Get("/api/delegations", 200)).Column("personName").ShouldContain("员工rep-b");
        await deputy.Delete($"/api/delegations/{one.Id}", expect: 404);
        using var other = await house.SignIn("rep-d");
        (await other.Get("/api/delegations", 200)).Total.ShouldBe(0);
        await rep.Delete($"/api/delegations/{one.Id}", expect: 204);
        // Each hears when his time begins, and when it is his no longer.
        (await Heard("rep-a")).ShouldBe(["deputy-released", "deputy-named"]);
        (await Heard("rep-c")).ShouldBe(["deputy-released", "deputy-named"]);

        async Task<IReadOnlyList<string>> Heard(string login)
        {
            using var client = await house.SignIn(login);
            return [.. (await client.Get("/api/notifications?size=200", 200)).Column("kind").Where(kind => kind.StartsWith("deputy", StringComparison.Ordinal))];
        }
    }

    [Theory, Databases]
    public async Task Many_are_decided_at_once_each_for_itself(Database database)
    {
        await using var house = await House.Open(database);
        var (one, two, own) = (await house.SendIn("rep-a", "1.00"), await house.SendIn("rep-a2", "2.00"), await house.SendIn("rep-a", "3.00"));
        await house.Act("rep-a", own, "withdraw");
        using var manager = await house.SignIn("manager-a");
        var foreign = house.Seed.Record("approvals", "申请rep-c");
        var answer = await manager.Post("/api/approvals/decide", new
        {
            items = new[] { one, two, own, foreign }.Select(id => new { id, round = 1 }),
            approve = true,
            comment = "一并同意",
        }, 200);
        answer["decided"].ShouldBe("2");
        answer.Items.ToDictionary(item => item.GetProperty("id").GetString()!, item => item.GetProperty("code").GetString()).ShouldBe(new Dictionary<string, string?>
        {
            [one] = null,
            [two] = null,
            [own] = "approvals.not-open",
            [foreign] = "record.not-found",
        }, ignoreOrder: true);
        (await house.Read("rep-a", one))["state"].ShouldBe("Approved");
        (await manager.Post("/api/approvals/decide", new { items = new[] { new { id = one, round = 1 } }, approve = false }, 400)).Faults.ShouldBe(["comment: field.required"]);
    }

    [Theory, Databases]
    public async Task Copies_are_seen_and_counted_until_they_are_read(Database database)
    {
        await using var house = await House.Open(database);
        using var hr = await house.SignIn("hr");
        var before = int.Parse((await hr.Get("/api/approvals/counts", 200))["copied"], null);
        before.ShouldBe(2);
        var id = house.Seed.Record("approvals", "申请rep-a");
        (await hr.Get("/api/approvals?box=Copied", 200)).Column("id").ShouldContain(id);
        await hr.Post($"/api/approvals/{id}/seen", expect: 204);
        (await hr.Get("/api/approvals/counts", 200))["copied"].ShouldBe("1");
        using var manager = await house.SignIn("manager-a");
        (await manager.Get("/api/approvals/counts", 200))["todo"].ShouldBe("1");
    }
}
