using Yingpan.Tests.Api.Imports;

namespace Yingpan.Tests.Api.Customers;

/// <summary>A customer is found by what his contacts told, and a name by its being on somebody's list.</summary>
public sealed class ContactDuplicateTests
{
    private const string Customers = "/api/customers";

    [Theory, Databases]
    public async Task Telephones_and_own_domains_of_contacts_find_their_customer_beyond_what_one_sees(Database database)
    {
        await using var house = await House.Open(database);
        var mine = await house.Enter("联络样本甲", "rep-a");
        using var rep = await house.SignIn("rep-a");
        using var other = await house.SignIn("rep-c");
        var contact = (await rep.Post($"{Customers}/{mine}/contacts", new { name = "李工", mobile = "138 0512 7788", phone = "0512-60007788", email = "li@lanting-pump.com.cn" }, 201)).Id;
        await rep.Post($"{Customers}/{mine}/contacts", new { name = "王工", mobile = "13805127799", email = "wang@qq.com" }, 201);
        foreach (var (query, sign) in new[] { ("phone=%2B86-13805127788", "Phone"), ("phone=0512-6000-7788", "Phone"), ("website=https://www.lanting-pump.com.cn", "Domain"), ("website=qq.com", null), ("phone=13805127700", null) })
        {
            var found = (await other.Get($"{Customers}/duplicates?name={Uri.EscapeDataString("毫不相干实业")}&{query}", 200)).Items;
            found.Select(row => row.GetProperty("name").GetString()).ShouldBe(sign is null ? [] : ["联络样本甲"], query);
            if (sign is not null)
            {
                // Who may not see him is told name and unit.
                found[0].ToString().ShouldNotContain(mine);
                found[0].GetProperty("unitName").GetString().ShouldNotBeNullOrEmpty();
                found[0].GetProperty("reasons")[0].GetProperty("sign").GetString().ShouldBe(sign, query);
            }
        }

        // By hand and from a file the rule of the telephone asks.
        (await other.Post(Customers, new { name = "毫不相干实业", state = "Prospect", ownerId = house.Seed.People["rep-c"], phone = "13805127788" }, 409)).Code.ShouldBe("customers.alike");
        using (var manager = await house.SignIn("manager-c"))
        {
            (await manager.Import("customers", "客户名称,负责人,电话\n毫不相干机电,P-rep-c,13805127788\n黄河五金,P-rep-c,13805127700\n")).Faults.ShouldBe(["2 电话 customers.alike"]);
        }

        // His own edit stands against nobody, and keeps what the contacts told.
        await rep.Put($"{Customers}/{mine}", new { name = "联络样本甲", state = "Prospect", ownerId = house.Seed.People["rep-a"], phone = "13805127788" }, 1, 200);
        (await Find(other, "phone=0512-60007788")).ShouldBe(["联络样本甲"]);
        // Who has left, or is removed, tells nobody any more.
        await rep.Put($"/api/customer-contacts/{contact}", new { name = "李工", phone = "0512-60007788", hasLeft = true }, 1, 200);
        (await Find(other, "phone=0512-60007788")).ShouldBeEmpty();
        (await Find(other, "phone=13805127799")).ShouldBe(["联络样本甲"]);
        // Contacts of a file do the same, and no more once it is taken back.
        var import = (await rep.Upload("contacts", "客户,姓名,手机\n联络样本甲,赵工,13805127711\n")).Id;
        await rep.Step(import, "apply", new { mode = "AllOrNothing" });
        (await Find(other, "phone=13805127711")).ShouldBe(["联络样本甲"]);
        (await rep.Step(import, "undo"))["state"].ShouldBe("Undone");
        (await Find(other, "phone=13805127711")).ShouldBeEmpty();
        (await Find(other, "phone=13805127799")).ShouldBe(["联络样本甲"]);
    }

    [Theory, Databases]
    public async Task Two_who_share_a_contact_s_number_are_a_pair_and_one_after_the_merge(Database database)
    {
        await using var house = await House.Open(database);
        var (one, two) = (await house.Enter("对照样本", "rep-a"), await house.Enter("毗邻实业", "rep-a"));
        using var manager = await house.SignIn("manager-a");
        foreach (var id in new[] { one, two })
        {
            await manager.Post($"{Customers}/{id}/contacts", new { name = "孙工", mobile = "13805126611" }, 201);
        }

        (await manager.Get("/api/customer-duplicates?size=200", 200)).Items.Select(pair => string.Join('+', new[] { pair.GetProperty("one").GetProperty("name").GetString(), pair.GetProperty("other").GetProperty("name").GetString() }.Order()))
            .ShouldContain(string.Join('+', new[] { "对照样本", "毗邻实业" }.Order()));
        await manager.Post($"{Customers}/{one}/merge", new { mergedId = two, mergedVersion = 1 }, 201, seen: 1);
        (await Find(manager, "phone=13805126611")).ShouldBe(["对照样本"]);
        // What went over and is removed there finds nobody any more.
        foreach (var contact in (await manager.Get($"{Customers}/{one}/contacts", 200)).Items)
        {
            await manager.Delete($"/api/customer-contacts/{contact.GetProperty("id").GetString()}", contact.GetProperty("version").GetInt32(), 204);
        }

        (await Find(manager, "phone=13805126611")).ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task A_name_on_anybody_s_list_is_shown_where_a_customer_is_entered(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var other = await house.SignIn("rep-c");
        var name = (await rep.Post("/api/customer-names", new { campaignId = house.Seed.Record("campaigns", "种子项目"), name = "名录样本科技有限公司", ownerId = house.Seed.People["rep-a"] }, 201)).Id;
        var asked = $"{Customers}/duplicates?name={Uri.EscapeDataString("名录样本科技")}";
        var seen = (await rep.Get(asked, 200)).Json.GetProperty("listed").EnumerateArray().Single();
        (seen.GetProperty("id").GetString(), seen.GetProperty("ownerName").GetString()).ShouldBe((name, "员工rep-a"));
        var told = (await other.Get(asked, 200)).Json.GetProperty("listed").EnumerateArray().Single();
        (told.GetProperty("name").GetString(), told.GetProperty("unitName").GetString()).ShouldBe(("名录样本科技有限公司", seen.GetProperty("unitName").GetString()));
        told.ToString().ShouldNotContain("员工rep-a");
        told.ToString().ShouldNotContain(name);
        (await rep.Get($"{asked}&nameId={name}", 200)).Json.GetProperty("listed").GetArrayLength().ShouldBe(0, "the one that becomes the customer");
        // It stops nobody; once it is given up it is told no more.
        await rep.Post($"/api/customer-names/{name}/state", new { state = "Dropped", reason = "空号" }, 0, seen: 1);
        (await other.Get(asked, 200)).Json.GetProperty("listed").GetArrayLength().ShouldBe(0);
    }

    private static async Task<IReadOnlyList<string?>> Find(Client client, string query) =>
        [.. (await client.Get($"{Customers}/duplicates?name={Uri.EscapeDataString("毫不相干实业")}&{query}", 200)).Items.Select(row => row.GetProperty("name").GetString())];
}
