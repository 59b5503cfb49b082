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
        (await gm.Get("/api/search?q=rep-b", 200)).Column("kind").Distinct().ShouldBe(["person", "customer"], ignoreOrder: true);
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

    private static IReadOnlyList<string> Customers(Answer answer) =>
        [.. answer.Items.Where(hit => hit.GetProperty("kind").GetString() == "customer").Select(hit => hit.GetProperty("id").GetString()!)];
}
