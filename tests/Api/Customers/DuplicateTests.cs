using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yingpan.Tests.Api.Imports;

namespace Yingpan.Tests.Api.Customers;

public sealed class DuplicateTests
{
    private const string Customers = "/api/customers";
    private const string Policy = "/api/customer-identity-policy";
    private const string Code = "91350100M000100Y43";
    private const string OldCode = "110108000000016";

    private static Dictionary<string, object?> Body(House house, string name, string? owner, params (string, object?)[] more) =>
        new Dictionary<string, object?> { ["name"] = name, ["state"] = "Prospect", ["ownerId"] = owner is null ? null : house.Seed.People[owner] }.With(more);

    private static object PolicyBody(string name = "Block", string similar = "Reason", string phone = "Reason", object? words = null) => new
    {
        name,
        similarName = similar,
        phone,
        domain = "Show",
        address = "Show",
        similarFrom = "0.86",
        shownFrom = "0.7",
        words = words ?? Array.Empty<object>(),
    };

    [Theory, Databases]
    public async Task The_check_looks_through_the_whole_house_and_tells_of_others_only_name_and_unit(Database database)
    {
        await using var house = await House.Open(database);
        using var north = await house.SignIn("rep-c");
        using var rep = await house.SignIn("rep-a");
        await north.Post(Customers, Body(house, "苏州蓝鼎科技有限公司", "rep-c", ("phone", "0512-60001111"), ("city", "苏州"), ("contactName", "秘密")), 201);

        var found = await rep.Get($"{Customers}/duplicates?name={Uri.EscapeDataString("蘇州市藍鼎科技")}", 200);
        found["rule"].ShouldBe("Block");
        var hit = found.Items.Single();
        hit.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null).Select(member => member.Name).Order().ShouldBe(["name", "reasons", "rule", "unitName"]);
        (hit.GetProperty("name").GetString(), hit.GetProperty("unitName").GetString()).ShouldBe(("苏州蓝鼎科技有限公司", "北京队"));
        found.Text.ShouldNotContain("秘密");

        // His own and those he may see he is told whole.
        var own = (await north.Get($"{Customers}/duplicates?phone={Uri.EscapeDataString("+86 512 6000 1111 转 8")}", 200)).Items.Single();
        (own.GetProperty("ownerName").GetString(), own.GetProperty("city").GetString()).ShouldBe(("员工rep-c", "苏州"));
        own.GetProperty("reasons")[0].GetProperty("sign").GetString().ShouldBe("Phone");
        (await rep.Get($"{Customers}/duplicates?name={Uri.EscapeDataString("毫不相干实业")}", 200)).Items.ShouldBeEmpty();
        (await rep.Get($"{Customers}/duplicates", 200))["rule"].ShouldBe("Off");
        (await rep.Get($"{Customers}/duplicates?name={new string('x', 121)}", 400)).Faults.ShouldBe(["name: field.too-long"]);
        foreach (var login in new[] { "hr", "finance", "guest" })
        {
            using var client = await house.SignIn(login);
            await client.Get($"{Customers}/duplicates?name=x", 403);
        }
    }

    [Theory, Databases]
    public async Task Who_is_certainly_the_same_is_found_among_the_many_at_one_address(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var shared = new (string, object?)[] { ("address", "苏州市工业园区星湖街328号"), ("website", "shared.example.com"), ("duplicateReason", "同一孵化器") };
        string[] signs = ["青", "松", "白", "鹤", "长", "河", "远", "山", "明", "月", "清", "风"];
        for (var i = 0; i < 115; i++)
        {
            await admin.Post(Customers, Body(house, $"{signs[i % 12]}{signs[i / 12]}孵化", "rep-c", shared), 201);
        }

        await admin.Post(Customers, Body(house, "苏州蓝鼎科技有限公司", "rep-c", [("creditCode", Code), .. shared]), 201);
        foreach (var (body, by) in new[] { (Body(house, "苏州蓝鼎科技有限公司", "rep-c", shared), "Name"), (Body(house, "毫不相干实业", "rep-c", [("creditCode", Code), .. shared]), "CreditCode") })
        {
            var refused = await admin.Post(Customers, body, 409);
            (refused.Code, Param(refused, "name"), Param(refused, "by")).ShouldBe(("customers.taken", "苏州蓝鼎科技有限公司", by));
        }
    }

    [Theory, Databases]
    public async Task The_same_name_or_code_is_refused_with_whose_it_is(Database database)
    {
        await using var house = await House.Open(database);
        using var north = await house.SignIn("rep-c");
        using var rep = await house.SignIn("rep-a");
        using var admin = await house.SignIn("admin");
        await north.Post(Customers, Body(house, "苏州蓝鼎科技有限公司", "rep-c", ("creditCode", "9135 0100 m000 100y43")), 201);
        await admin.Post(Customers, Body(house, "无主黎星实业", null), 201);
        var before = await house.Snapshot();

        var byName = await rep.Post(Customers, Body(house, "苏州市蓝鼎科技", "rep-a"), 409);
        (byName.Code, Param(byName, "name"), Param(byName, "unit"), Param(byName, "by")).ShouldBe(("customers.taken", "苏州蓝鼎科技有限公司", "北京队", "Name"));
        byName["detail"].ShouldBe("“苏州蓝鼎科技有限公司”已经是北京队的客户");
        var byCode = await rep.Post(Customers, Body(house, "另一个名字", "rep-a", ("creditCode", Code), ("duplicateReason", "不是同一家")), 409);
        (byCode.Code, Param(byCode, "by")).ShouldBe(("customers.taken", "CreditCode"));
        (await rep.Post(Customers, Body(house, "无主黎星实业有限公司", "rep-a"), 409)).Code.ShouldBe("customers.taken-unowned");
        (await rep.Post(Customers, Body(house, "坏码", "rep-a", ("creditCode", "91350100M000100Y44")), 400)).Faults.ShouldBe(["creditCode: customers.credit-code"]);
        (await house.Snapshot()).ShouldBe(before);

        // Two codes are two companies, whatever they are called.
        var other = await rep.Post(Customers, Body(house, "黎星商行", "rep-a", ("creditCode", OldCode)), 201);
        (await rep.Get($"{Customers}/{other.Id}", 200))["creditCode"].ShouldBe(OldCode);
        // Renamed into a taken name: the same.
        (await rep.Put($"{Customers}/{other.Id}", Body(house, "苏州蓝鼎科技", "rep-a"), 1, 409)).Code.ShouldBe("customers.taken");
        await rep.Put($"{Customers}/{other.Id}", Body(house, "黎星商行", "rep-a", ("remark", "改了别的"), ("creditCode", OldCode)), 1, 200);
        // Gone, the name is free again.
        var again = (await north.Get($"{Customers}?q=蓝鼎", 200)).Items.Single().GetProperty("id").GetString();
        await north.Delete($"{Customers}/{again}", expect: 204);
        await rep.Post(Customers, Body(house, "苏州市蓝鼎科技", "rep-a", ("creditCode", Code)), 201);
    }

    [Theory, Databases]
    public async Task A_similar_one_is_entered_with_a_reason_which_is_kept(Database database)
    {
        await using var house = await House.Open(database);
        using var north = await house.SignIn("rep-c");
        using var rep = await house.SignIn("rep-a");
        await north.Post(Customers, Body(house, "苏州蓝鼎科技有限公司", "rep-c", ("phone", "13800001111")), 201);
        var asked = await rep.Post(Customers, Body(house, "蓝鼎科技", "rep-a"), 409);
        (asked.Code, Param(asked, "count"), Param(asked, "names")).ShouldBe(("customers.alike", "1", "苏州蓝鼎科技有限公司"));
        (await rep.Post(Customers, Body(house, "蓝鼎科技", "rep-a", ("duplicateReason", "  ")), 409)).Code.ShouldBe("customers.alike");
        var made = await rep.Post(Customers, Body(house, "蓝鼎科技", "rep-a", ("duplicateReason", "无锡的另一家")), 201);
        (await rep.Get($"{Customers}/{made.Id}", 200))["duplicateReason"].ShouldBe("无锡的另一家");
        // What was accepted once is not asked again; something new is.
        await rep.Put($"{Customers}/{made.Id}", Body(house, "蓝鼎科技", "rep-a", ("city", "无锡")), 1, 200);
        (await rep.Put($"{Customers}/{made.Id}", Body(house, "蓝鼎科技", "rep-a", ("phone", "+8613800001111")), 2, 409)).Code.ShouldBe("customers.alike");
        await rep.Put($"{Customers}/{made.Id}", Body(house, "蓝鼎科技", "rep-a", ("phone", "+8613800001111"), ("duplicateReason", "共用电话")), 2, 200);
        (await rep.Get($"{Customers}/{made.Id}", 200))["duplicateReason"].ShouldBe("共用电话");
        // A likeness that is only shown asks for nothing, and a reason nobody asked for is not kept.
        var shown = await rep.Post(Customers, Body(house, "无锡蓝鼎商贸有限公司", "rep-a", ("duplicateReason", "随便")), 201);
        (await rep.Get($"{Customers}/{shown.Id}", 200))["duplicateReason"].ShouldBe("");
    }

    [Theory, Databases]
    public async Task Of_a_hundred_who_enter_one_customer_at_once_exactly_one_does_and_the_others_are_told_who(Database database)
    {
        await using var house = await House.Open(database);
        var names = new[] { "苏州蓝鼎科技有限公司", "苏州市蓝鼎科技", "蘇州藍鼎科技有限責任公司", "苏州 蓝鼎（科技）公司" };
        string[] logins = ["rep-a", "rep-b", "rep-c", "rep-d"];
        var clients = await Task.WhenAll(logins.Select(login => house.SignIn(login)));
        try
        {
            foreach (var byCode in new[] { false, true })
            {
                var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => clients[i % 4].Post(
                    Customers,
                    byCode ? Body(house, $"各叫各名{(char)('甲' + i)}{i}", logins[i % 4], ("creditCode", Code)) : Body(house, names[i / 4 % 4], logins[i % 4]))));
                answers.Count(answer => answer.Status == 201).ShouldBe(1);
                var losers = answers.Where(answer => answer.Status != 201).ToList();
                losers.ShouldAllBe(answer => answer.Status == 409 && answer.Code == "customers.taken", string.Join('\n', losers.Where(answer => answer.Status != 409).Select(answer => answer.Text).Take(3)));
                var winner = Array.FindIndex(answers, answer => answer.Status == 201) % 4;
                losers.Select(answer => Param(answer, "unit")).Distinct().ShouldBe([new[] { "上海队", "杭州队", "北京队", "天津队" }[winner]]);
                losers.Select(answer => Param(answer, "name")).Distinct().Count().ShouldBe(1);
            }
        }
        finally
        {
            Array.ForEach(clients, client => client.Dispose());
        }
    }

    [Theory, Databases]
    public async Task An_import_goes_by_the_same_rules_line_by_line(Database database)
    {
        await using var house = await House.Open(database);
        using var north = await house.SignIn("rep-c");
        using var manager = await house.SignIn("manager-a");
        await north.Post(Customers, Body(house, "苏州蓝鼎科技有限公司", "rep-c", ("creditCode", Code), ("phone", "13800001111")), 201);
        var file = "客户名称,负责人,统一社会信用代码,电话,重复说明\n"
            + "苏州市蓝鼎科技,P-rep-a,,,\n"
            + $"换了名字,P-rep-a,{Code},,\n"
            + "坏码公司,P-rep-a,91350100M000100Y44,,\n"
            + "蓝鼎科技,P-rep-a,,,\n"
            + "蓝鼎科技有限公司,P-rep-a,,,无锡的另一家\n"
            + "同号实业,P-rep-a,,138-0000-1111,\n"
            + "新来甲实业,P-rep-a,110108000000016,,\n"
            + "新来甲实业公司,P-rep-a,,,\n"
            + "新来乙实业,P-rep-a,110108000000016,,\n";
        var faults = new[]
        {
            "2 客户名称 customers.taken", "3 统一社会信用代码 customers.taken", "4 统一社会信用代码 customers.credit-code", "5 客户名称 customers.alike",
            "6 客户名称 import.repeated", "7 电话 customers.alike", "9 客户名称 import.repeated", "10 统一社会信用代码 import.repeated",
        };
        var refused = await manager.Import("customers", file, "AllOrNothing");
        (refused.State, refused.Written).ShouldBe(("Refused", 0));
        refused.Faults.ShouldBe(faults, ignoreOrder: true);
        var applied = await manager.Import("customers", file.Replace("蓝鼎科技,P-rep-a,,,\n蓝鼎科技有限公司", "隔行实业,P-rep-a,,,\n蓝鼎科技有限公司", StringComparison.Ordinal));
        applied.Faults.ShouldBe(faults.Where(fault => fault[0] is not ('5' or '6')), ignoreOrder: true);
        applied.Written.ShouldBe(3);
        var made = (await manager.Get($"{Customers}?q=蓝鼎科技", 200)).Items.Single();
        (await manager.Get($"{Customers}/{made.GetProperty("id").GetString()}", 200))["duplicateReason"].ShouldBe("无锡的另一家");
        // What came by a file is found like anything else, and taken back leaves nothing.
        (await manager.Post(Customers, Body(house, "新来甲实业有限公司", "rep-a"), 409)).Code.ShouldBe("customers.taken");
    }

    [Theory, Databases]
    public async Task A_customer_is_found_by_part_of_his_name_by_how_it_is_read_and_by_his_number(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        foreach (var name in new[] { "深圳市蓝鼎科技有限公司", "重庆银海实业有限公司", "Blue Tripod Trading Ltd" })
        {
            await admin.Post(Customers, Body(house, name, null), 201);
        }

        await rep.Post(Customers, Body(house, "蓝鼎商贸有限公司", "rep-a", ("number", "M-00712")), 201);
        foreach (var (q, found) in new[]
        {
            ("蓝鼎", 2), ("藍鼎", 2), ("蓝鼎科", 1), ("鼎科技有", 1), ("深圳", 1), ("szsld", 1), ("ld", 2), ("landing", 2), ("landingkeji", 1), ("LDKJ", 1), ("cqyh", 1), ("chongqing", 1),
            ("tripod", 1), ("e Tr", 1), ("m-007", 1), ("712", 1), ("71", 1), ("鼎", 2), ("dingke", 0), ("蓝 鼎", 0), ("00712", 0), ("jk", 0),
        })
        {
            (await admin.Get($"{Customers}?q={Uri.EscapeDataString(q)}", 200)).Total.ShouldBe(found, q);
            (await admin.Get($"/api/search?q={Uri.EscapeDataString(q)}", 200)).Items.Count(hit => hit.GetProperty("kind").GetString() == "customer").ShouldBe(found, q);
        }

        (await rep.Get($"{Customers}?q=ld", 200)).Column("name").ShouldBe(["蓝鼎商贸有限公司"]);
        var mine = (await rep.Get($"{Customers}?q=ld", 200)).Items.Single().GetProperty("id").GetString();
        await rep.Put($"{Customers}/{mine}", Body(house, "黎星商贸", "rep-a"), 1, 200);
        (await rep.Get($"{Customers}?q=lxsm", 200)).Total.ShouldBe(1);
        (await rep.Get($"{Customers}?q=ld", 200)).Total.ShouldBe(0);
    }

    [Theory, Databases]
    public async Task The_house_decides_what_follows_and_by_which_words_names_are_told(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        await rep.Get(Policy, 403);
        await rep.Put(Policy, PolicyBody(), 0, 403);
        await rep.Post($"{Policy}/rebuild", null, 403);
        (await admin.Get(Policy, 200))["name"].ShouldBe("Block");
        await rep.Post(Customers, Body(house, "苏州蓝鼎智造有限公司", "rep-a"), 201);
        (await rep.Get($"{Customers}/duplicates?name={Uri.EscapeDataString("苏州蓝鼎智造集团")}", 200))["rule"].ShouldBe("Reason");

        (await admin.Put(Policy, PolicyBody(similar: "Block"), 0, 400)).Faults.ShouldBe(["similarName: customers.likeness-no-proof"]);
        (await admin.Put(Policy, PolicyBody(words: new[] { new { kind = "Trade", word = "科技", isRemoved = false }, new { kind = "Region", word = "月球", isRemoved = true }, new { kind = "Form", word = "！", isRemoved = false } }), 0, 400)).Faults
            .ShouldBe(["words[0].word: customers.word-there", "words[1].word: customers.word-unknown", "words[2].word: field.not-valid"]);
        await admin.Put(Policy, PolicyBody(), 3, 412);

        // The name may come twice from now on, if somebody says why; and what nobody told by before is told by.
        await admin.Put(Policy, PolicyBody(name: "Reason", words: new[] { new { kind = "Trade", word = "智造", isRemoved = false }, new { kind = "Form", word = "事务所", isRemoved = false } }), 0, 200);
        (await admin.Get(Policy, 200)).Version.ShouldBe(1);
        await Eventually.Holds(async () => (await rep.Get($"{Customers}?q=ld", 200)).Total == 1);
        (await rep.Post(Customers, Body(house, "苏州蓝鼎智造事务所", "rep-a"), 409)).Code.ShouldBe("customers.alike");
        await rep.Post(Customers, Body(house, "苏州蓝鼎智造", "rep-a", ("duplicateReason", "分立出来的")), 201);

        // And never again from here on: the first of the two keeps the name.
        await admin.Put(Policy, PolicyBody(), 1, 200);
        (await rep.Post(Customers, Body(house, "苏州蓝鼎智造", "rep-a", ("duplicateReason", "再来")), 409)).Code.ShouldBe("customers.taken");
        await Eventually.Holds(() => house.Inside(async db =>
            await db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM customers_identity WHERE unique_name LIKE '苏州蓝鼎%'").SingleAsync() == 1));
    }

    [Theory, Databases]
    public async Task What_was_brought_in_past_the_product_is_found_after_a_rebuild(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await house.Sql("DELETE FROM customers_key");
        await house.Sql("DELETE FROM customers_identity");
        (await admin.Get($"{Customers}?q=客户rep", 200)).Total.ShouldBe(0);
        await admin.Post($"{Policy}/rebuild", null, 202);
        await Eventually.Holds(async () => (await admin.Get($"{Customers}?q=客户rep", 200)).Total == 5);
        (await admin.Get($"{Customers}/duplicates?phone={house.Seed.Records.First(record => record.Kind == "customers").Canaries[^1]}", 200)).Items.Count.ShouldBe(1);
    }

    private static string Param(Answer answer, string name) => answer.Json.GetProperty("params").GetProperty(name).ToString();
}
