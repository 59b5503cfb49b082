using Yingpan.Tests.Api.Collaboration;

namespace Yingpan.Tests.Api.Customers;

/// <summary>Nobody's customers: who sees them, who gets them, and how they come to be nobody's.</summary>
public sealed class PoolTests
{
    private static readonly string[] Claimants = ["rep-a", "rep-a2", "rep-b", "rep-c", "rep-d", "manager-a", "manager-c", "director-e", "director-n", "assistant-a"];

    [Theory, Databases]
    public async Task Of_a_hundred_who_claim_at_once_one_has_him_and_the_others_are_told_who(Database database)
    {
        await using var house = await House.Open(database);
        await house.OpenPool();
        var id = await house.Enter("百人抢领公司", null);
        var clients = new List<Client>();
        foreach (var login in Claimants)
        {
            clients.Add(await house.SignIn(login));
        }

        var answers = await Owning.AtOnce(Enumerable.Range(0, 100).Select(i => (Func<Task<Answer>>)(() => clients[i % clients.Count].Post($"/api/pool-customers/{id}/claim"))));
        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        using var gm = await house.SignIn("gm");
        var owner = (await gm.Get($"/api/customers/{id}", 200))["ownerName"];
        foreach (var loser in answers.Where(answer => answer.Status != 200))
        {
            (loser.Status, loser.Code).ShouldBe((409, "customers.claimed"));
            (loser.Json.GetProperty("params").GetProperty("person").GetString(), loser.Json.GetProperty("params").GetProperty("unit").GetString()!.Length > 0).ShouldBe((owner, true));
        }

        (await gm.Get($"/api/customers/{id}/ownership", 200)).Of("history", "cause").ShouldBe(["Claimed", "Entered"]);
        clients.ForEach(client => client.Dispose());
    }

    [Theory, Databases]
    public async Task A_claim_sent_twice_is_one_and_limits_hold(Database database)
    {
        await using var house = await House.Open(database);
        await house.OpenPool();
        await house.Decide(Owning.Rules(claims: [new { positionId = house.Seed.Positions["主管"], perDay = 9, held = 99, looksPerDay = 99 }, new { perDay = 2, held = 4, looksPerDay = 1 }]));
        List<string> ids = [];
        for (var i = 0; i < 4; i++)
        {
            ids.Add(await house.Enter($"领取样本{i}号公司", null));
        }

        using var rep = await house.SignIn("rep-a");
        var list = await rep.Get("/api/pool-customers?size=200", 200);
        list.Column("id").ShouldBe([.. ids, house.Seed.Record("customers", "公海客户")], ignoreOrder: true);
        list.Text.ShouldNotContain("phone");
        // Looks are counted by customer, and there is one a day.
        (await rep.Post($"/api/pool-customers/{ids[0]}/look", expect: 200)).Json.GetProperty("room").GetProperty("looked").GetInt32().ShouldBe(1);
        await rep.Post($"/api/pool-customers/{ids[0]}/look", expect: 200);
        (await rep.Post($"/api/pool-customers/{ids[1]}/look", expect: 409)).Code.ShouldBe("customers.looks-used");

        var first = await rep.Post($"/api/pool-customers/{ids[0]}/claim", expect: 200, key: "one");
        (await rep.Post($"/api/pool-customers/{ids[0]}/claim", expect: 200, key: "one")).Text.ShouldBe(first.Text);
        (await rep.Post($"/api/pool-customers/{ids[0]}/claim", expect: 409)).Code.ShouldBe("customers.claimed");
        // Two of his at once: the day has room for one more.
        var both = await Owning.AtOnce([() => rep.Post($"/api/pool-customers/{ids[1]}/claim"), () => rep.Post($"/api/pool-customers/{ids[2]}/claim")]);
        both.Select(answer => answer.Status).Order().ShouldBe([200, 409]);
        both.Single(answer => answer.Status == 409).Code.ShouldBe("customers.claims-used");
        var room = (await rep.Get("/api/customer-pools", 200)).Json.GetProperty("room");
        (room.GetProperty("claimed").GetInt32(), room.GetProperty("perDay").GetInt32(), room.GetProperty("holds").GetInt32()).ShouldBe((2, 2, 3));

        // The next day: released into the pool, he may not take him back for seven days; and four is all he may hold.
        house.Clock.Advance(TimeSpan.FromDays(1));
        using var again = await house.SignIn("rep-a");
        await again.Post($"/api/customers/{ids[0]}/release", new { reason = "无意向\n换了采购" }, 204);
        using (var admin = await house.SignIn("admin"))
        {
            await admin.IsWholeAsTold(ids[0]);
        }

        await again.Get($"/api/customers/{ids[0]}", 404);
        (await again.Post($"/api/pool-customers/{ids[0]}/claim", expect: 409)).Code.ShouldBe("customers.claim-locked");
        using var other = await house.SignIn("rep-b");
        await other.Post($"/api/pool-customers/{ids[0]}/claim", expect: 200);
        await other.IsWholeAsTold(ids[0]);
        await again.Post($"/api/pool-customers/{ids[3]}/claim", expect: 200);
        (await again.Get("/api/customers?size=200", 200)).Total.ShouldBe(3);
        await house.Enter("又一家样本公司", "rep-a");
        var last = await house.Enter("最后一家样本公司", null);
        (await again.Post($"/api/pool-customers/{last}/claim", expect: 409)).Code.ShouldBe("customers.holds-full");
        // Another position has another line.
        using var manager = await house.SignIn("manager-a");
        await manager.Post($"/api/pool-customers/{last}/claim", expect: 200);
    }

    [Theory, Databases]
    public async Task A_pool_is_open_to_whom_the_house_says_and_a_superior_gives_out_of_it(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var id = house.Seed.Record("customers", "公海客户");
        // The seed's pool opens to one team.
        using var inside = await house.SignIn("rep-d");
        using var outside = await house.SignIn("rep-a");
        (await inside.Get("/api/pool-customers", 200)).Column("id").ShouldBe([id]);
        (await outside.Get("/api/pool-customers", 200)).Total.ShouldBe(0);
        await outside.Post($"/api/pool-customers/{id}/look", expect: 404);
        await outside.Post($"/api/pool-customers/{id}/claim", expect: 404);
        // A nearer pool takes him over: Shanghai's, which the reps of the east see and only the heads may claim from.
        var pool = await admin.Post("/api/customer-pools", new
        {
            name = "上海公海",
            territoryId = house.Seed.Record("territories", "上海"),
            order = 1,
            access = new object[] { new { unitId = house.Seed.Units["east"], mayClaim = false }, new { unitId = house.Seed.Units["east"], positionId = house.Seed.Positions["主管"], mayClaim = true } },
        }, 201);
        (await inside.Get("/api/pool-customers", 200)).Total.ShouldBe(0);
        (await outside.Get("/api/pool-customers", 200)).Column("poolName").ShouldBe(["上海公海"]);
        (await outside.Post($"/api/pool-customers/{id}/look", expect: 200)).Json.GetProperty("can").GetArrayLength().ShouldBe(0);
        await outside.Post($"/api/pool-customers/{id}/claim", expect: 404);
        await outside.Post($"/api/pool-customers/{id}/assign", new { personId = house.Seed.People["rep-a"] }, 403);
        // Where he lies decides where he waits, also when it is changed by hand.
        var card = await admin.Get($"/api/customers/{id}", 200);
        foreach (var (place, seen, waits) in new[] { ("北京", 0, 0), ("上海", 1, 1) })
        {
            await admin.Put($"/api/customers/{id}", new { name = card["name"], state = "Active", territoryId = house.Seed.Record("territories", place) }, card.Version + seen, 200);
            (await outside.Get("/api/pool-customers", 200)).Total.ShouldBe(waits, place);
        }

        using var manager = await house.SignIn("manager-a");
        (await manager.Post($"/api/pool-customers/{id}/assign", new { personId = house.Seed.People["rep-c"] }, 400)).Faults.ShouldBe(["personId: record.out-of-reach"]);
        await manager.Post($"/api/pool-customers/{id}/assign", new { personId = house.Seed.People["rep-a"] }, 200);
        (await outside.Get($"/api/customers/{id}/ownership", 200)).Of("history", "cause").ShouldBe(["Assigned", "Entered"]);
        (await admin.Delete($"/api/customer-pools/{pool.Id}", seen: 1)).Status.ShouldBe(204);
        await outside.Post("/api/customer-pools", new { name = "私设", order = 1 }, 403);
    }

    [Theory, Databases]
    public async Task Rules_take_back_what_the_preview_says_once_whoever_runs_them(Database database)
    {
        await using var house = await House.Open(database);
        var rules = Owning.Rules(recycling: [new { cause = "NoFollowUp", state = "Prospect", days = 10, remindDays = 3 }, new { cause = "NoDeal", state = "Active", days = 40, remindDays = 0 }]);
        await house.Decide(rules);
        var pool = await house.OpenPool();
        var (quiet, busy, key) = (await house.Enter("无人跟进公司", "rep-a"), await house.Enter("有人跟进公司", "rep-a"), await house.Enter("重点客户公司", "rep-a"));
        var spoken = await house.Enter("通过电话公司", "rep-a");
        using var manager = await house.SignIn("manager-a");
        await manager.Put($"/api/customers/{key}/exempt", new { isExempt = true }, expect: 204);
        house.Clock.Advance(TimeSpan.FromDays(7));
        using (var rep = await house.SignIn("rep-a"))
        {
            await rep.Post($"/api/customers/{busy}/contacts", new { name = "新联系人" }, 201);
            await rep.Post($"/api/customers/{spoken}/records", new { text = "电话联系\n下周再谈" }, 201);
        }

        await Task.WhenAll(house.Run("customers.recycle"), house.Run("customers.recycle"));
        using (var rep = await house.SignIn("rep-a"))
        {
            (await house.Told(rep, "recycling")).ShouldBe(["recycling-ahead"]);
            await rep.Get($"/api/customers/{quiet}", 200);
        }

        house.Clock.Advance(TimeSpan.FromDays(3));
        using var admin = await house.SignIn("admin");
        var preview = await admin.Post("/api/ownership-rules/preview", new { day = "2026-07-25", rules }, 200);
        preview.Column("id").ShouldBe([quiet]);
        await Task.WhenAll(house.Run("customers.recycle"), house.Run("customers.recycle"));
        await house.Run("customers.recycle");
        using var owner = await house.SignIn("rep-a");
        await owner.Get($"/api/customers/{quiet}", 404);
        await owner.Get($"/api/customers/{busy}", 200);
        await owner.Get($"/api/customers/{spoken}", 200);
        await owner.Get($"/api/customers/{key}", 200);
        (await house.Told(owner, "customers-recycled")).ShouldBe(["customers-recycled"]);
        using var chief = await house.SignIn("manager-a");
        (await house.Told(chief, "customers-recycled")).ShouldBe(["customers-recycled-team"]);
        var runs = await admin.Get("/api/recycling-runs", 200);
        (runs.Total, runs.Column("day")[0], runs.Column("noFollowUp")[0], runs.Column("total")[0], runs.Column("reminded")[1]).ShouldBe((2, "2026-07-25", "1", "1", "1"));
        var taken = await admin.Get($"/api/recycling-runs/{runs.Column("id")[0]}/customers", 200);
        (taken.Column("id").Single(), taken.Column("ownerName").Single(), taken.Column("cause").Single(), taken.Column("poolName").Single()).ShouldBe((quiet, "员工rep-a", "NoFollowUp", "公司公海"));
        (await admin.Get($"/api/pool-customers?pool={pool}", 200)).Column("cause").ShouldContain("Recycled");
        (await admin.Get($"/api/customers/{quiet}/ownership", 200)).Of("history", "cause").ShouldBe(["Recycled", "Entered"]);
        await admin.IsWholeAsTold(quiet);
        (await admin.Get($"/api/customers/{quiet}/timeline", 200)).Column("title").ShouldContain("按规则由员工rep-a收回");
        await owner.Get("/api/recycling-runs", 403);
        // What was last done with whom was taken back is told to who looks.
        await admin.Post("/api/customer-transfers", new { ids = new[] { spoken }, toId = house.Seed.People["rep-b"], reason = "调整" }, 200);
        using var next = await house.SignIn("rep-b");
        await next.Post($"/api/customers/{spoken}/release", new { reason = "不做" }, 204);
        (await next.Post($"/api/pool-customers/{spoken}/look", expect: 200)).Json.GetProperty("last").GetProperty("records").GetString().ShouldBe("2026-07-22");
    }

    [Theory, Databases]
    public async Task A_pool_that_is_only_called_otherwise_lets_wait_who_waits(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var pool = (await admin.Post("/api/customer-pools", new { name = "小公海", order = 77 }, 201)).Id;
        var id = await house.Enter("久候公司", null);
        var all = (await admin.Get("/api/pool-customers?size=200", 200)).Total;
        // Done past the product: only who goes over the whole house anew puts him back.
        await house.Sql("UPDATE customers_customer SET pool_id = NULL WHERE name = '久候公司'");
        await admin.Put($"/api/customer-pools/{pool}", new { name = "大公海", order = 77, access = new object[] { new { unitId = house.Seed.Units["east"], mayClaim = true } } }, 1, 200);
        (await admin.Get("/api/pool-customers?size=200", 200)).Total.ShouldBe(all - 1);
        await admin.Put($"/api/customer-pools/{pool}", new { name = "大公海", order = 78 }, 2, 200);
        (await admin.Get("/api/pool-customers?size=200", 200)).Column("id").ShouldContain(id);
    }

    [Theory, Databases]
    public async Task Each_is_told_of_once_with_the_day_on_which_he_goes(Database database)
    {
        await using var house = await House.Open(database);
        await house.Decide(Owning.Rules(recycling: [new { cause = "NoFollowUp", state = "Prospect", days = 10, remindDays = 3 }]));
        var first = await house.Enter("十五日公司", "rep-a");
        await house.Enter("十五日工厂", "rep-a");
        house.Clock.Advance(TimeSpan.FromDays(1));
        await house.Enter("十六日公司", "rep-a");
        house.Clock.Advance(TimeSpan.FromDays(7));
        // Only now, so that some go in two days and some in three; and again on the mornings after.
        string[] words = ["您的 1 个客户将于 2026-07-26 回收到公海", "您的 2 个客户将于 2026-07-25 回收到公海"];
        await Told(words);
        house.Clock.Advance(TimeSpan.FromDays(1));
        await Told(words);
        // One of them was spoken with: his day is another, and he is told of for that one.
        using (var rep = await house.SignIn("rep-a"))
        {
            await rep.Post($"/api/customers/{first}/records", new { text = "电话联系" }, 201);
        }

        house.Clock.Advance(TimeSpan.FromDays(7));
        await Told(["您的 1 个客户将于 2026-08-03 回收到公海", .. words]);
        using var admin = await house.SignIn("admin");
        (await admin.Get("/api/recycling-runs", 200)).Column("reminded").ShouldBe(["1", "0", "1"]);

        async Task Told(string[] expected)
        {
            await house.Run("customers.recycle");
            using var rep = await house.SignIn("rep-a");
            (await rep.Get("/api/notifications?size=200", 200)).Items.Where(one => one.GetProperty("kind").GetString() == "recycling-ahead").Select(one => one.GetProperty("text").GetString())
                .ShouldBe(expected, ignoreOrder: true);
        }
    }

    /// <summary>More than SQLite takes parameters in a statement.</summary>
    [Fact]
    public async Task However_many_go_they_are_listed_previewed_and_told_of()
    {
        await using var house = await House.Open(Database.Sqlite);
        var rules = Owning.Rules(recycling: [new { cause = "NoFollowUp", state = "Prospect", days = 10, remindDays = 3 }]);
        await house.Decide(rules);
        await house.Sql($"""
            INSERT INTO customers_customer (id, number, name, owner_id, owned_on, is_exempt, state, completeness_ppm, created_at, version)
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 33000)
            SELECT printf('019F0000-0000-7000-8000-%012X', i), 'M-' || i, '大宗' || i, '{house.Seed.People["rep-a"].ToString()!.ToUpperInvariant()}', '2026-07-15', 0, 'Prospect', 0, '2026-07-15 00:00:00', 1 FROM n
            """);
        using var admin = await house.SignIn("admin");
        (await admin.Post("/api/ownership-rules/preview", new { day = "2026-07-25", rules }, 200)).Total.ShouldBe(33_000);
        (await admin.Get("/api/customers?dueWithin=10&size=20", 200)).Total.ShouldBe(33_000);
        house.Clock.Advance(TimeSpan.FromDays(7));
        await house.Run("customers.recycle");
        using var rep = await house.SignIn("rep-a");
        (await house.Told(rep, "recycling")).ShouldBe(["recycling-ahead"]);
    }

    /// <summary>The queries over the house and the rule for one customer are the same rule.</summary>
    [Theory, Databases]
    public async Task The_queries_say_of_each_customer_what_the_rule_says(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await admin.Post("/api/custom-fields", new { subject = "customer", code = "until", name = "合同到期日", nameEn = "Contract until", kind = "Date" }, 201);
        var rules = Owning.Rules(
            recycling:
            [
                new { cause = "ContractEnded", days = 3, remindDays = 0, field = "until" },
                new { cause = "NoFollowUp", days = 4, remindDays = 0, grade = "A" },
                new { cause = "NoFollowUp", days = 12, remindDays = 0 },
                new { cause = "NoDeal", state = "Active", days = 20, remindDays = 0 },
                new { cause = "OwnerLeft", days = 3, remindDays = 0 },
            ],
            protection: [new { days = 7, extendDays = 2, grade = "A" }, new { state = "Active", days = 25, extendDays = 33, grade = "B" }, new { state = "Active", days = 5, extendDays = 30 }, new { days = 18, extendDays = 0 }]);
        await house.Decide(rules);
        await house.Enter("潜在样本公司", "rep-b");
        var graded = new[] { await house.Enter("甲级样本公司", "rep-b"), await house.Enter("乙级样本公司", "rep-b", "Active") };
        await house.Sql("UPDATE organization_person SET left_on = '2026-07-20' WHERE number = 'P-rep-c'");
        var ended = (await admin.Post("/api/customers", new { name = "合同样本公司", state = "Active", ownerId = house.Seed.People["rep-a"], custom = new { until = "2026-07-01" } }, 201)).Id;
        await admin.Post("/api/customers", new { name = "长约样本公司", state = "Active", ownerId = house.Seed.People["rep-a"], custom = new { until = "2026-08-20" } }, 201);
        foreach (var (id, grade) in graded.Zip(["A", "B"]))
        {
            await admin.Post($"/api/customers/{id}/grade-overrides", new { card = "Value", grade, reason = "样本", until = "2026-12-31" }, 201);
            // Given anew, the grade says how long he is protected.
            await admin.Post("/api/customer-transfers", new { ids = new[] { id }, toId = house.Seed.People["rep-a"], reason = "样本" }, 200);
        }

        graded.Select(id => admin.Get($"/api/customers/{id}/ownership", 200).Result["protectedUntil"]).ShouldBe(["2026-07-22", "2026-08-09"]);
        var whose = await admin.Get($"/api/customers/{ended}/ownership", 200);
        (whose["dueOn"], whose["dueCause"]).ShouldBe(("2026-07-21", "ContractEnded"), "as soon as nothing protects him any more");
        foreach (var (line, fault) in new (object, string)[]
        {
            (new { cause = "ContractEnded", days = 3, remindDays = 0 }, "rules.recycling[0].field: field.required"),
            (new { cause = "ContractEnded", days = 3, remindDays = 0, field = "gone" }, "rules.recycling[0].field: customers.rules-field"),
            (new { cause = "NoDeal", days = 3, remindDays = 0, field = "until" }, "rules.recycling[0].field: field.not-valid"),
        })
        {
            (await admin.Faults(HttpMethod.Post, "/api/ownership-rules", new { first = "2026-09-01", rules = Owning.Rules(recycling: [line]) })).ShouldBe([fault]);
        }

        var due = new Dictionary<string, DateOnly>();
        foreach (var id in (await admin.Get("/api/customers?size=200", 200)).Column("id"))
        {
            if ((await admin.Get($"/api/customers/{id}/ownership", 200))["dueOn"] is { Length: > 0 } on)
            {
                due[id] = DateOnly.ParseExact(on, "yyyy-MM-dd", null);
            }
        }

        due.Values.Distinct().Count().ShouldBeGreaterThan(2);
        for (var day = new DateOnly(2026, 7, 16); day < new DateOnly(2026, 9, 10); day = day.AddDays(1))
        {
            var taken = (await admin.Post("/api/ownership-rules/preview", new { day = day.ToString("yyyy-MM-dd", null), rules }, 200)).Column("id");
            taken.ShouldBe(due.Where(one => one.Value <= day).Select(one => one.Key), ignoreOrder: true, customMessage: $"{day}");
        }
    }
}
