namespace Yingpan.Tests.Api.Operations;

public sealed class SearchTests
{
    [Theory, Databases]
    public async Task Everyone_finds_what_his_lists_show_him(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        Customers(await rep.Get("/api/search?q=客户REP", 200)).ShouldBe([house.Seed.Record("customers", "客户rep-a")]);
        using var gm = await house.SignIn("gm");
        Customers(await gm.Get("/api/search?q=客户rep", 200)).Count.ShouldBe(5);
        using var guest = await house.SignIn("guest");
        (await guest.Get("/api/search?q=rep", 200)).Items.ShouldBeEmpty();
        (await gm.Get("/api/search?q=rep-b", 200)).Column("kind").Distinct().ShouldBe(["person", "customer", "order"], ignoreOrder: true);
    }

    [Theory, Databases]
    public async Task Orders_and_receipts_are_found_by_their_number_and_orders_by_their_customer(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        string Number(string kind, string name) => house.Seed.Records.First(record => record.Kind == kind && record.Name == name).Canaries[0];
        var (own, foreign, receipt, foreignReceipt) = (Number("orders", "订单rep-a"), Number("orders", "订单rep-c"), Number("receipts", "回款rep-a"), Number("receipts", "回款rep-c"));
        var hit = (await rep.Get($"/api/search?q={own}", 200)).Items.ShouldHaveSingleItem();
        hit.GetProperty("kind").GetString().ShouldBe("order");
        hit.GetProperty("title").GetString().ShouldBe(own);
        hit.GetProperty("subtitle").GetString()!.ShouldContain("客户rep-a");
        hit.GetProperty("link").GetString().ShouldBe($"/orders?open={house.Seed.Record("orders", "订单rep-a")}");
        (await rep.Get($"/api/search?q={receipt}", 200)).Items.ShouldHaveSingleItem().GetProperty("link").GetString().ShouldBe($"/receipts?open={house.Seed.Record("receipts", "回款rep-a")}");
        foreach (var notHis in new[] { foreign, foreignReceipt })
        {
            (await rep.Get($"/api/search?q={notHis}", 200)).Items.ShouldBeEmpty();
        }

        // The beginning is enough, the middle is not; and of his customers' orders only his own are told.
        Found(await rep.Get($"/api/search?q={own[..^1]}", 200), "order").ShouldContain(house.Seed.Record("orders", "订单rep-a"));
        Found(await rep.Get($"/api/search?q={own[1..]}", 200), "order").ShouldBeEmpty();
        Found(await rep.Get("/api/search?q=客户rep", 200), "order").ShouldBe([house.Seed.Record("orders", "订单rep-a"), house.Seed.Record("orders", "草稿rep-a")], ignoreOrder: true);
        using var gm = await house.SignIn("gm");
        Found(await gm.Get($"/api/search?q={foreign}", 200), "order").ShouldBe([house.Seed.Record("orders", "订单rep-c")]);
        // Never more than eight of a kind.
        Found(await gm.Get("/api/search?q=cnry", 200), "order").Count.ShouldBe(8);

        // Made by the house itself, and typed in small letters.
        using var admin = await house.SignIn("admin");
        var made = await house.Sell(admin, "rep-a");
        Found(await admin.Get("/api/search?q=o-00000", 200), "order").ShouldContain(made.Id);
        Found(await admin.Get("/api/search?q=O-9", 200), "order").ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task Issues_meetings_and_rules_are_found_by_those_who_see_them(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var guest = await house.SignIn("guest");
        foreach (var (kind, one, name, link) in new[] { ("issues", "issue", "事项rep-a", "/issues?box=All&open="), ("meetings", "meeting", "例会manager-a", "/meetings?open=") })
        {
            var record = house.Seed.Records.First(record => record.Kind == kind && record.Name == name);
            var hit = (await rep.Get($"/api/search?q={Uri.EscapeDataString(record.Canaries[0])}", 200)).Items.ShouldHaveSingleItem();
            (hit.GetProperty("kind").GetString(), hit.GetProperty("link").GetString()).ShouldBe((one, link + record.Id));
            Found(await guest.Get($"/api/search?q={Uri.EscapeDataString(record.Canaries[0])}", 200), one).ShouldBeEmpty();
        }

        using var hr = await house.SignIn("hr");
        var title = (await hr.Get("/api/documents?size=1", 200)).Items.ShouldHaveSingleItem();
        Found(await hr.Get($"/api/search?q={Uri.EscapeDataString(title.GetProperty("title").GetString()!)}", 200), "document").ShouldContain(title.GetProperty("id").GetString()!);
    }

    [Theory, Databases]
    public async Task Names_of_the_lists_are_found_by_who_sees_them_until_they_are_customers(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        var campaign = house.Seed.Record("campaigns", "种子项目");
        var made = await rep.Post("/api/customer-names", new { campaignId = campaign, name = "银湖轴承Works", phone = "021-55443322", city = "苏州" }, 201);
        foreach (var (login, sees) in new[] { ("rep-a", true), ("manager-a", true), ("gm", true), ("rep-a2", false), ("rep-c", false), ("hr", false), ("guest", false) })
        {
            using var client = await house.SignIn(login);
            Found(await client.Get("/api/search?q=湖轴承work", 200), "customer-name").ShouldBe(sees ? [made.Id] : [], login);
        }

        var hit = (await rep.Get("/api/search?q=银湖", 200)).Items.ShouldHaveSingleItem();
        hit.GetProperty("link").GetString().ShouldBe($"/customer-names?open={made.Id}");
        hit.GetProperty("subtitle").GetString()!.ShouldContain("苏州");
        Found(await rep.Get("/api/search?q=55443322", 200), "customer-name").ShouldBeEmpty("a number is no name");
    }

    [Theory, Databases]
    public async Task Products_and_territories_are_found_by_whoever_may_read_them(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        Found(await rep.Get("/api/search?q=水泵", 200), "product").ShouldBe([house.Seed.Record("products", "水泵")]);
        Found(await rep.Get("/api/search?q=北京", 200), "territory").ShouldContain(house.Seed.Record("territories", "北京"));
        using var guest = await house.SignIn("guest");
        (await guest.Get("/api/search?q=水泵", 200)).Items.ShouldBeEmpty();
        (await guest.Get("/api/search?q=北京", 200)).Items.ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task Wildcards_are_letters_and_there_must_be_something_to_search(Database database)
    {
        await using var house = await House.Open(database);
        using var gm = await house.SignIn("gm");
        foreach (var wild in new[] { "%25", "_", "\\" })
        {
            (await gm.Get($"/api/search?q={wild}", 200)).Items.ShouldBeEmpty();
        }

        (await gm.Get("/api/search?q=%20", 400)).Faults.ShouldBe(["q: field.required"]);
    }

    private static IReadOnlyList<string> Customers(Answer answer) => Found(answer, "customer");

    private static IReadOnlyList<string> Found(Answer answer, string kind) =>
        [.. answer.Items.Where(hit => hit.GetProperty("kind").GetString() == kind).Select(hit => hit.GetProperty("id").GetString()!)];
}
