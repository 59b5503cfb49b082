using System.Text.Json;
using Yingpan.Tests.Api.Collaboration;
using Yingpan.Tests.Api.Imports;
using Yingpan.Tests.Api.Operations;

namespace Yingpan.Tests.Api.Customers;

public sealed class MergeTests
{
    private const string Customers = "/api/customers";

    private static Dictionary<string, object?> Body(House house, string name, string owner, params (string, object?)[] more) =>
        new Dictionary<string, object?> { ["name"] = name, ["state"] = "Prospect", ["ownerId"] = house.Seed.People[owner] }.With(more);

    private static object Merge(string merged, int version, params string[] take) => new { mergedId = merged, mergedVersion = version, take, reason = "同一家" };

    [Theory, Databases]
    public async Task What_hangs_on_the_one_goes_to_the_other_and_back_and_nothing_is_lost(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var manager = await house.SignIn("manager-a");
        var left = (await rep.Post(Customers, Body(house, "苏州蓝鼎科技有限公司", "rep-a", ("phone", "0512-60001111")), 201)).Id;
        var gone = (await rep.Post(Customers, Body(house, "蓝鼎股份", "rep-a", ("city", "苏州"), ("phone", "13800002222"), ("creditCode", "91350100M000100Y43"), ("duplicateReason", "试")), 201)).Id;
        var other = house.Seed.Record("customers", "客户rep-a");
        await Fill(house, rep, gone, other);
        var (leftBefore, goneBefore) = (await Whole(manager, left), await Whole(manager, gone));

        var preview = await manager.Get($"{Customers}/{left}/merge-preview?with={gone}", 200);
        preview.Json.GetProperty("rows").EnumerateArray().Select(row => $"{row.GetProperty("kind")} {row.GetProperty("count")}")
            .ShouldBe(["contacts 1", "records 1", "strategy-cards 1", "review-cards 1", "relations 1", "files 1", "orders 1"], ignoreOrder: true);
        var fields = preview.Json.GetProperty("fields").EnumerateArray().ToDictionary(field => field.GetProperty("code").GetString()!);
        (fields["phone"].GetProperty("survivor").GetString(), fields["phone"].GetProperty("merged").GetString(), fields["phone"].GetProperty("takesMerged").GetBoolean()).ShouldBe(("0512-60001111", "13800002222", false));
        fields["creditCode"].GetProperty("takesMerged").GetBoolean().ShouldBeTrue();

        var merge = (await manager.Post($"{Customers}/{left}/merge", Merge(gone, 1, "phone", "creditCode", "business"), 201, seen: 1)).Id;
        var now = await rep.Get($"{Customers}/{left}", 200);
        (now["name"], now["phone"], now["creditCode"], now.Version).ShouldBe(("苏州蓝鼎科技有限公司", "13800002222", "91350100M000100Y43", 2));
        (await rep.Get($"{Customers}/{left}/data-card", 200))["business"].ShouldBe("水泵");
        foreach (var (path, count) in new[] { ($"{Customers}/{left}/contacts", 1), ($"/api/customer-records?customer={left}", 1), ($"/api/orders?customer={left}", 1), ($"/api/receipts?customer={left}", 1) })
        {
            (await rep.Get(path, 200)).Total.ShouldBe(count, path);
        }

        foreach (var path in new[] { "strategy-cards", "review-cards", "relations" })
        {
            (await rep.Get($"{Customers}/{left}/{path}", 200)).Items.Count.ShouldBe(1, path);
        }

        (await rep.Get($"/api/files?entity=customers_customer&entityId={left}", 200)).Items.Count.ShouldBe(1);
        (await rep.Get($"{Customers}/{left}/timeline", 200)).Column("title").ShouldContain(title => title.Contains("蓝鼎股份") && title.StartsWith("合并"));

        // He is in no list any more; his number, his name and his page lead to the one who is left.
        (await rep.Get($"{Customers}/{gone}", 200)).Id.ShouldBe(left);
        foreach (var words in new[] { "蓝鼎股份", goneBefore.Number, "landing" })
        {
            (await rep.Get($"{Customers}?q={Uri.EscapeDataString(words)}", 200)).Column("id").ShouldBe([left], words);
        }

        (await rep.Get($"/api/search?q={Uri.EscapeDataString("蓝鼎股份")}", 200)).Column("link").ShouldContain($"/customers/{left}");
        (await rep.Get($"{Customers}?size=200", 200)).Column("id").ShouldNotContain(gone);
        (await rep.Post(Customers, Body(house, "蓝鼎股份", "rep-a"), 409)).Code.ShouldBe("customers.taken");
        (await rep.Post(Customers, Body(house, "别的名字", "rep-a", ("number", goneBefore.Number)), 400)).Faults.ShouldBe(["number: record.number-taken"]);
        (await rep.Import("orders", $"订单编号,订单日期,客户,销售员,产品,数量,单价\nO-OLD-1,2026-07-03,{goneBefore.Number},P-rep-a,{(await rep.Get("/api/products?size=1", 200)).Items[0].GetProperty("number")},1,5")).Written.ShouldBe(1);
        (await rep.Get($"/api/orders?customer={left}", 200)).Total.ShouldBe(2);

        // What came since stays; what was changed since stays too, and both is said.
        await rep.Post($"{Customers}/{left}/contacts", new { name = "后来的人" }, 201);
        await rep.Put($"{Customers}/{left}", Body(house, "苏州蓝鼎科技有限公司", "rep-a", ("phone", "0512-69999999"), ("creditCode", "91350100M000100Y43")), 2, 200);
        var undone = await manager.Post($"/api/customer-merges/{merge}/undo", null, 200, seen: 1);
        (undone.Json.GetProperty("returned").GetInt32(), undone.Json.GetProperty("gone").GetInt32()).ShouldBe((7, 0));
        undone.Json.GetProperty("stayedFields").EnumerateArray().Select(field => field.GetString()).ShouldBe(["phone"]);
        (await Whole(manager, gone)).Text.ShouldBe(goneBefore.Text);
        var restored = await Whole(manager, left);
        restored.Customer.ShouldBe(leftBefore.Customer.Replace("0512-60001111", "0512-69999999"));
        (await rep.Get($"{Customers}/{left}/contacts", 200)).Column("name").ShouldBe(["后来的人"]);
        (await rep.Get($"/api/orders?customer={left}", 200)).Column("number").ShouldBe(["O-OLD-1"]);
        (await rep.Get($"{Customers}?q={Uri.EscapeDataString("蓝鼎股份")}", 200)).Column("id").ShouldBe([gone]);
        (await manager.Post($"/api/customer-merges/{merge}/undo", null, 409, seen: 2)).Code.ShouldBe("customers.merge-undone");
    }

    [Theory, Databases]
    public async Task Of_what_there_is_one_the_kept_one_s_stays_and_the_other_s_comes_back_with_the_undoing(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var manager = await house.SignIn("manager-a");
        using var admin = await house.SignIn("admin");
        var (left, gone, bare) = (await house.Enter("昆仑机械", "rep-a"), await house.Enter("祁连电子", "rep-a"), await house.Enter("天山贸易", "rep-a"));
        foreach (var (criterion, points) in new[] { ("intention", 90), ("enquiry", 70) })
        {
            await rep.Post($"{Customers}/{gone}/grade-marks", new { criterion, points, on = "2026-07-14" }, 201);
        }

        foreach (var (id, card, grade) in new[] { (left, "Value", "A"), (gone, "Value", "B"), (gone, "Risk", "D") })
        {
            await manager.Post($"{Customers}/{id}/grade-overrides", new { card, grade, reason = "战略客户", until = "2026-12-31" }, 201);
        }

        await manager.Post("/api/key-accounts", new { customerId = gone, sponsorId = house.Seed.People["gm"] }, 201);
        await rep.Post($"{Customers}/{gone}/watch", new { reason = "行业龙头" }, 204);
        var (kept, aside) = (await Warn(left), await Warn(gone));
        async Task<string> Warn(string id) => (await rep.Post($"{Customers}/{id}/warnings", new { signal = "competitor", text = "在谈别家" }, 201)).Id;

        (await manager.Get($"{Customers}/{left}/merge-preview?with={gone}", 200)).Json.GetProperty("rows").EnumerateArray().Select(row => $"{row.GetProperty("kind")} {row.GetProperty("count")}")
            .ShouldBe(["grade-marks 2", "grade-overrides 1", "key-accounts 1", "watched 1"], ignoreOrder: true);
        var merge = await Join(left);
        (await Of(manager, left)).ShouldBe("marks 2; Risk D, Value A; key 1; watched 1");
        (await manager.Get($"/api/customer-warnings/{kept}", 200))["customerId"].ShouldBe(left);
        await manager.Get($"/api/customer-warnings/{aside}", 404);

        // The runs of the night go over both, who is merged among them.
        await admin.Post("/api/grading-runs", expect: 200);
        (await rep.Get($"{Customers}/{left}/grades", 200)).Json.GetProperty("cards").EnumerateArray().Single(card => card.GetProperty("card").GetString() == "Intent").GetProperty("tenths").GetInt32().ShouldBe(813);
        house.Clock.Advance(TimeSpan.FromDays(20));
        await house.Run("customers.watch");
        await house.Run("customers.grade");

        using var later = await house.SignIn("manager-a");
        (await later.Post($"/api/customer-merges/{merge}/undo", null, 200, seen: 1)).Json.GetProperty("returned").GetInt32().ShouldBe(5);
        (await Of(later, left), await Of(later, gone)).ShouldBe(("marks 0; Value A; key 0; watched 0", "marks 2; Risk D, Value B; key 1; watched 1"));
        (await later.Get($"/api/customer-warnings/{aside}", 200))["customerId"].ShouldBe(gone);

        // Where the other has none, all of it goes; and what was done about it there goes back with it.
        merge = await Join(bare);
        (await Of(later, bare)).ShouldBe("marks 2; Risk D, Value B; key 1; watched 1");
        (await later.Get($"/api/customer-warnings/{aside}", 200))["customerId"].ShouldBe(bare);
        await later.Post($"/api/customer-warnings/{aside}/follow-up", new { text = "已联系" }, 200);
        await later.Post($"/api/customer-merges/{merge}/undo", null, 200, seen: 1);
        (await Of(later, gone)).ShouldBe("marks 2; Risk D, Value B; key 1; watched 1");
        var back = await later.Get($"/api/customer-warnings/{aside}", 200);
        (back["customerId"], back["state"]).ShouldBe((gone, "Followed"));

        async Task<string> Join(string into)
        {
            using var now = await house.SignIn("manager-a");
            return (await now.Post($"{Customers}/{into}/merge", Merge(gone, (await now.Get($"{Customers}/{gone}", 200)).Version), 201, seen: (await now.Get($"{Customers}/{into}", 200)).Version)).Id;
        }

        static async Task<string> Of(Client client, string id)
        {
            var grades = await client.Get($"{Customers}/{id}/grades", 200);
            var byHand = grades.Json.GetProperty("overrides").EnumerateArray().Select(one => $"{one.GetProperty("card").GetString()} {one.GetProperty("grade").GetString()}").Order(StringComparer.Ordinal);
            var watched = (await client.Get("/api/watched-customers", 200)).Items.Count(row => row.GetProperty("customerId").GetString() == id);
            return $"marks {grades.Json.GetProperty("marks").GetArrayLength()}; {string.Join(", ", byHand)}; key {(await client.Get($"/api/key-accounts?customer={id}", 200)).Items.Count()}; watched {watched}";
        }
    }

    [Theory, Databases]
    public async Task Chains_are_undone_from_their_end(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        var ids = new List<string>();
        foreach (var name in new[] { "甲风机械", "乙雷电子", "丙雨贸易" })
        {
            ids.Add((await manager.Post(Customers, Body(house, name, "rep-a"), 201)).Id);
        }

        var first = (await manager.Post($"{Customers}/{ids[1]}/merge", Merge(ids[0], 1), 201, seen: 1)).Id;
        var second = (await manager.Post($"{Customers}/{ids[2]}/merge", Merge(ids[1], 2, "name"), 201, seen: 1)).Id;
        foreach (var id in ids)
        {
            (await manager.Get($"{Customers}/{id}", 200)).Id.ShouldBe(ids[2]);
        }

        (await manager.Get($"{Customers}/{ids[2]}", 200))["name"].ShouldBe("乙雷电子");
        (await manager.Get($"{Customers}?q={Uri.EscapeDataString("甲风")}", 200)).Column("id").ShouldBe([ids[2]]);
        (await manager.Post($"/api/customer-merges/{first}/undo", null, 409, seen: 1)).Code.ShouldBe("customers.merge-later");
        (await manager.Get("/api/customer-merges", 200)).Items.ToDictionary(row => row.GetProperty("id").GetString()!, row => row.GetProperty("canUndo").GetBoolean())
            .ShouldBe(new Dictionary<string, bool> { [first] = false, [second] = true }, ignoreOrder: true);
        await manager.Post($"/api/customer-merges/{second}/undo", null, 200, seen: 1);
        (await manager.Get($"{Customers}/{ids[0]}", 200)).Id.ShouldBe(ids[1]);
        (await manager.Get($"{Customers}/{ids[2]}", 200))["name"].ShouldBe("丙雨贸易");
        await manager.Post($"/api/customer-merges/{first}/undo", null, 200, seen: 1);
        (await manager.Get($"{Customers}/{ids[0]}", 200))["name"].ShouldBe("甲风机械");
    }

    [Theory, Databases]
    public async Task Only_who_may_merge_both_merges_them(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var manager = await house.SignIn("manager-a");
        var (a, a2, c) = (house.Seed.Record("customers", "客户rep-a"), house.Seed.Record("customers", "客户rep-a2"), house.Seed.Record("customers", "客户rep-c"));
        // Two argue about one of them: first it must be settled whose he is.
        (await manager.Post($"{Customers}/{a}/merge", Merge(a2, 1), 409, seen: 1)).Code.ShouldBe("customers.disputed");
        await manager.Post($"/api/customer-disputes/{house.Seed.Record("customer-disputes", "撞单rep-a2")}/withdraw", expect: 200);
        var before = await house.Snapshot();
        await rep.Post($"{Customers}/{a}/merge", Merge(a2, 1), 403, seen: 1);
        await rep.Get($"{Customers}/{a}/merge-preview?with={a2}", 403);
        await manager.Post($"{Customers}/{a}/merge", Merge(c, 1), 404, seen: 1);
        await manager.Post($"{Customers}/{c}/merge", Merge(a, 1), 404, seen: 1);
        await manager.Get($"{Customers}/{a}/merge-preview?with={c}", 404);
        (await manager.Post($"{Customers}/{a}/merge", Merge(a, 1), 409, seen: 1)).Code.ShouldBe("customers.merge-self");
        await manager.Post($"{Customers}/{a}/merge", Merge(a2, 7), 412, seen: 1);
        await manager.Post($"{Customers}/{a}/merge", Merge(a2, 1), 412, seen: 9);
        (await manager.Post($"{Customers}/{a}/merge", Merge(a2, 1, "nonsense"), 400, seen: 1)).Faults.ShouldBe(["take: field.not-valid"]);
        (await house.Snapshot()).ShouldBe(before);
        var merge = (await manager.Post($"{Customers}/{a}/merge", Merge(a2, 1), 201, seen: 1)).Id;
        using var north = await house.SignIn("manager-c");
        (await north.Get("/api/customer-merges", 200)).Total.ShouldBe(0);
        await north.Post($"/api/customer-merges/{merge}/undo", null, 404, seen: 1);
        // The other's rep sees him no more, and again once it is undone.
        using var second = await house.SignIn("rep-a2");
        await second.Get($"{Customers}/{a2}", 404);
        await manager.Post($"/api/customer-merges/{merge}/undo", null, 200, seen: 1);
        (await second.Get($"{Customers}/{a2}", 200)).Id.ShouldBe(a2);
    }

    [Theory, Databases]
    public async Task Merges_and_edits_at_once_come_to_exactly_one_outcome(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        for (var round = 0; round < 3; round++)
        {
            var a = (await manager.Post(Customers, Body(house, $"松江{(char)('甲' + round)}号厂", "rep-a", ("duplicateReason", "试")), 201)).Id;
            var b = (await manager.Post(Customers, Body(house, $"金山{(char)('甲' + round)}字铺", "rep-a", ("duplicateReason", "试")), 201)).Id;
            var answers = await Task.WhenAll(
                manager.Post($"{Customers}/{a}/merge", Merge(b, 1), seen: 1), manager.Post($"{Customers}/{b}/merge", Merge(a, 1), seen: 1),
                manager.Put($"{Customers}/{a}", Body(house, $"松江{(char)('甲' + round)}号厂", "rep-a", ("remark", "改过")), 1));
            answers.Select(answer => answer.Status).Count(status => status is 200 or 201).ShouldBe(1, string.Join(" / ", answers.Select(answer => $"{answer.Status} {answer.Text}")));
            var (intoA, intoB) = (answers[0].Status == 201, answers[1].Status == 201);
            (await manager.Get($"{Customers}/{a}", 200)).Id.ShouldBe(intoB ? b : a);
            (await manager.Get($"{Customers}/{b}", 200)).Id.ShouldBe(intoA ? a : b);
        }
    }

    [Theory, Databases]
    public async Task What_is_added_while_he_is_merged_is_with_the_one_who_is_left_or_was_refused(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        using var rep = await house.SignIn("rep-a");
        for (var round = 0; round < 3; round++)
        {
            var a = (await rep.Post(Customers, Body(house, $"崇明{(char)('甲' + round)}号厂", "rep-a", ("duplicateReason", "试")), 201)).Id;
            var b = (await rep.Post(Customers, Body(house, $"青浦{(char)('甲' + round)}字铺", "rep-a", ("duplicateReason", "试")), 201)).Id;
            var adding = Enumerable.Range(0, 4).Select(i => rep.Post($"{Customers}/{b}/contacts", new { name = $"人{i}" })).ToList();
            var ordering = Enumerable.Range(0, 2).Select(_ => rep.Post("/api/orders", house.Order("rep-a").With(("customerId", b)))).ToList();
            var merge = manager.Post($"{Customers}/{a}/merge", Merge(b, 1), 201, seen: 1);
            await Task.WhenAll([.. adding, .. ordering, merge]);
            (await rep.Get($"{Customers}/{a}/contacts", 200)).Total.ShouldBe(adding.Count(answer => answer.Result.Status == 201));
            (await rep.Get($"/api/orders?customer={a}", 200)).Total.ShouldBe(ordering.Count(answer => answer.Result.Status == 201));
            adding.Select(answer => answer.Result.Status).ShouldAllBe(status => status == 201 || status == 404);
        }
    }

    [Theory, Databases]
    public async Task Who_relates_him_to_another_meanwhile_waits_and_does_not_block(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        using var rep = await house.SignIn("rep-a");
        var kind = (await rep.Get("/api/customer-relation-kinds", 200)).Items[0].GetProperty("id").GetString();
        for (var round = 0; round < 5; round++)
        {
            var ids = new List<string>();
            foreach (var name in new[] { "松江{0}号厂", "金山{0}字铺", "奉贤{0}记行" })
            {
                ids.Add((await rep.Post(Customers, Body(house, string.Format(null, name, (char)('甲' + round)), "rep-a", ("duplicateReason", "试")), 201)).Id);
            }

            var answers = await Task.WhenAll(
                manager.Post($"{Customers}/{ids[0]}/merge", Merge(ids[1], 1), seen: 1),
                rep.Post($"{Customers}/{ids[1]}/relations", new { kindId = kind, otherId = ids[2], otherFirst = false }),
                rep.Post($"{Customers}/{ids[0]}/relations", new { kindId = kind, otherId = ids[2], otherFirst = true }));
            answers.Select(answer => answer.Status).ShouldAllBe(status => status == 201 || status == 404 || status == 409, string.Join(" / ", answers.Select(answer => $"{answer.Status} {answer.Text}")));
            answers[0].Status.ShouldBe(201);
        }
    }

    [Theory, Databases]
    public async Task Whose_part_ends_with_a_merge_is_shown_before_and_told_after(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        using var partner = await house.SignIn("rep-a2");
        var (left, alone, foreign, gone) = (await house.Enter("昆仑机械", "rep-a"), await house.Enter("天山贸易", "rep-a"), await house.Enter("阴山矿业", "rep-a2"), await house.Enter("祁连电子", "rep-a"));
        foreach (var id in new[] { left, gone })
        {
            await Share(id, "rep-a2");
        }

        // Both are shared: the parts in the one who is left stay as they are, here those of the same two.
        (await Parts(left)).ShouldBe(["员工rep-a2 0.4 False"]);
        // The same owner's and nobody else's: the parts go along, and come back with the undoing.
        (await Parts(alone)).ShouldBe(["员工rep-a2 0.4 True"]);
        var merge = await Join(alone);
        (await Shares(alone)).ShouldBe(["员工rep-a", "员工rep-a2"]);
        (await Told()).ShouldBe("customer-merged-kept");
        await manager.Post($"/api/customer-merges/{merge}/undo", null, 200, seen: 1);
        (await Shares(alone)).ShouldBeEmpty();
        (await Shares(gone)).ShouldBe(["员工rep-a", "员工rep-a2"]);
        // Another owner's: no part of it would add up, and all who had him are told.
        await manager.Put($"{Customers}/{gone}/shares", new { shares = Array.Empty<object>() }, expect: 204);
        await Share(gone, "manager-a");
        await Join(foreign);
        (await Shares(foreign)).ShouldBeEmpty();
        using var owner = await house.SignIn("rep-a");
        (await house.Told(owner, "customer-merged")).ShouldBe(["customer-merged-lost"]);

        async Task Share(string id, string other) => await manager.Put($"{Customers}/{id}/shares",
            new { shares = new[] { new { personId = house.Seed.People["rep-a"], share = "0.6" }, new { personId = house.Seed.People[other], share = "0.4" } } }, expect: 204);
        async Task<IReadOnlyList<string>> Parts(string into) => [.. (await manager.Get($"{Customers}/{into}/merge-preview?with={gone}", 200)).Json.GetProperty("shares").EnumerateArray()
            .Select(part => $"{part.GetProperty("name").GetString()} {part.GetProperty("share").GetString()} {part.GetProperty("goesAlong").GetBoolean()}")];
        async Task<IReadOnlyList<string>> Shares(string id) => (await manager.Get($"{Customers}/{id}/ownership", 200)).Of("shares", "name");
        async Task<string> Told() => (await house.Told(partner, "customer-merged"))[0];
        async Task<string> Join(string into) => (await manager.Post($"{Customers}/{into}/merge", Merge(gone, (await manager.Get($"{Customers}/{gone}", 200)).Version), 201, seen: (await manager.Get($"{Customers}/{into}", 200)).Version)).Id;
    }

    /// <summary>A house with more shared addresses than are looked at in one go.</summary>
    [Fact]
    public async Task What_says_most_is_listed_first_and_what_is_left_is_told()
    {
        await using var house = await House.Open(Database.Sqlite);
        using var admin = await house.SignIn("admin");
        await house.Sql("""
            INSERT INTO customers_customer (id, number, name, is_exempt, state, completeness_ppm, created_at, version)
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 6499)
            SELECT printf('019F0000-0000-7000-8000-%012X', i), 'M-' || i, '大宗' || i, 0, 'Prospect', 0, '2026-07-15 00:00:00', 1 FROM n
            """);
        await house.Sql("""
            INSERT INTO customers_key (customer_id, value)
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 6499)
            SELECT printf('019F0000-0000-7000-8000-%012X', i), 'a:' || (i / 2) FROM n
            """);
        await admin.Post(Customers, Body(house, "苏州蓝鼎科技有限公司", "rep-a", ("phone", "0512-60001111")), 201);
        await admin.Post(Customers, Body(house, "毫不相干实业", "rep-a", ("phone", "0512-60001111"), ("duplicateReason", "先建着")), 201);
        var pairs = await admin.Get("/api/customer-duplicates", 200);
        pairs.Text.ShouldContain("蓝鼎");
        pairs.Json.GetProperty("left").GetInt32().ShouldBeGreaterThanOrEqualTo(251);
        (await admin.Get("/api/customer-duplicates?dismissed=true", 200))["left"].ShouldBe("0");
    }

    [Theory, Databases]
    public async Task Who_looks_alike_is_listed_to_who_may_merge_them_until_they_are_found_to_be_two(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var manager = await house.SignIn("manager-a");
        var one = (await rep.Post(Customers, Body(house, "苏州蓝鼎科技有限公司", "rep-a"), 201)).Id;
        var other = (await rep.Post(Customers, Body(house, "蓝鼎科技", "rep-a", ("duplicateReason", "先建着")), 201)).Id;
        await rep.Get("/api/customer-duplicates", 403);
        var pair = (await manager.Get("/api/customer-duplicates", 200)).Items.Single(row => row.GetProperty("id").GetString()!.Contains(one));
        new[] { pair.GetProperty("one").GetProperty("id").GetString(), pair.GetProperty("other").GetProperty("id").GetString() }.ShouldBe([one, other], ignoreOrder: true);
        pair.GetProperty("reasons")[0].GetProperty("sign").GetString().ShouldBe("SimilarName");
        using var north = await house.SignIn("manager-c");
        (await north.Get("/api/customer-duplicates?size=200", 200)).Text.ShouldNotContain("蓝鼎");
        await north.Post("/api/customer-duplicates/dismiss", new { oneId = one, otherId = other, reason = "x" }, 404);
        (await manager.Post("/api/customer-duplicates/dismiss", new { oneId = one, otherId = other, reason = " " }, 400)).Faults.ShouldBe(["reason: field.required"]);
        await manager.Post("/api/customer-duplicates/dismiss", new { oneId = other, otherId = one, reason = "两家公司" }, 204);
        (await manager.Get("/api/customer-duplicates?q=蓝鼎", 200)).Total.ShouldBe(0);
        (await manager.Get("/api/customer-duplicates?dismissed=true", 200)).Column("dismissed").ShouldBe(["两家公司"]);
        await manager.Post("/api/customer-duplicates/dismiss", new { oneId = one, otherId = other, restore = true }, 204);
        (await manager.Get("/api/customer-duplicates?q=蓝鼎", 200)).Total.ShouldBe(1);
    }

    private static async Task Fill(House house, Client rep, string customer, string other)
    {
        var contact = (await rep.Post($"{Customers}/{customer}/contacts", new { name = "周敏" }, 201)).Id;
        await rep.Post($"{Customers}/{customer}/records", new { text = "要两台水泵", contactId = contact, interest = "High", successRate = "0.6" }, 201);
        await rep.Put($"{Customers}/{customer}/data-card", new { business = "水泵" }, 0, 200);
        await rep.Post($"{Customers}/{customer}/strategy-cards", new { needs = "稳定供货" }, 200);
        await rep.Put($"{Customers}/{customer}/review-cards", new { month = "2026-07", trend = "Better", judgement = "好" }, 0, 200);
        var kind = (await rep.Get("/api/customer-relation-kinds", 200)).Items[0].GetProperty("id").GetString();
        await rep.Post($"{Customers}/{customer}/relations", new { kindId = kind, otherId = other, otherFirst = true }, 201);
        await rep.Upload("合同.pdf", Uploads.Pdf, 201, "customers_customer", customer);
        var order = await rep.Post("/api/orders", house.Order("rep-a").With(("customerId", customer), ("confirm", true)), 201);
        using var finance = await house.SignIn("finance");
        await finance.Post("/api/receipts", Deeds.Receipt(order.Id, "10.00"), 201);
    }

    private sealed record File(string Number, string Customer, string Text);

    /// <summary>All that is told of a customer, but versions and what he is told to be able to.</summary>
    private static async Task<File> Whole(Client client, string id)
    {
        var customer = await client.Get($"{Customers}/{id}", 200);
        var fields = JsonSerializer.Serialize(customer.Json.EnumerateObject().Where(member => member.Name is not ("version" or "completeness")).ToDictionary(member => member.Name, member => member.Value.ToString()));
        var parts = new List<string> { fields };
        foreach (var path in new[] { $"{Customers}/{id}/data-card", $"{Customers}/{id}/contacts", $"{Customers}/{id}/strategy-cards", $"{Customers}/{id}/review-cards", $"{Customers}/{id}/relations", $"/api/customer-records?customer={id}", $"/api/orders?customer={id}", $"/api/receipts?customer={id}", $"/api/files?entity=customers_customer&entityId={id}" })
        {
            parts.Add(System.Text.RegularExpressions.Regex.Replace((await client.Get(path, 200)).Text, "\"version\":[0-9]+", "", System.Text.RegularExpressions.RegexOptions.NonBacktracking));
        }

        return new File(customer["number"], fields, string.Join("\n", parts));
    }
}
