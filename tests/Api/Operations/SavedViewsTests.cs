namespace Yingpan.Tests.Api.Operations;

public sealed class SavedViewsTests
{
    private static object View(string name, bool shared = false) => new { list = "customers", name, query = "q=abc&sort=-name", shared };

    [Theory, Databases]
    public async Task A_view_is_its_owners_unless_shared(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a2");
        using var other = await house.SignIn("rep-b");
        using var admin = await house.SignIn("admin");
        var own = (await rep.Post("/api/saved-views", View("我的"), 201)).Id;
        var shared = (await rep.Post("/api/saved-views", View("大家的", shared: true), 201)).Id;
        (await rep.Post("/api/saved-views", View("我的"), 400)).Faults.ShouldBe(["name: saved-view.name-taken"]);
        (await rep.Get("/api/saved-views?list=customers", 200)).Items.Count.ShouldBe(2);
        (await rep.Get("/api/saved-views?list=orders", 200)).Items.ShouldBeEmpty();

        var seen = await other.Get("/api/saved-views?list=customers", 200);
        seen.Column("name").ShouldBe(["大家的"]);
        seen.Column("ownerName").ShouldBe(["员工rep-a2"]);
        await other.Delete($"/api/saved-views/{own}", expect: 404);
        await other.Delete($"/api/saved-views/{shared}", expect: 403);
        await admin.Delete($"/api/saved-views/{own}", expect: 404);
        await admin.Delete($"/api/saved-views/{shared}", expect: 204);
        await rep.Delete($"/api/saved-views/{own}", expect: 204);
    }
}
