namespace Yingpan.Tests.Api.Lists;

public sealed class NumberTests
{
    [Theory, Databases]
    public async Task Twenty_at_once_get_twenty_numbers_without_gap_or_twin(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var taken = house.Seed.Record("customers", "客户rep-a");
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => i % 6 == 5
            // Refused after its number was taken: the number must go back.
            ? admin.Post("/api/customers", new { id = taken, name = $"重号{i}", state = "Prospect" }, 409)
            : admin.Post("/api/customers", new { name = $"并发客户{i}", state = "Prospect" }, 201)));
        answers.Count(answer => answer.Status == 201).ShouldBe(20);
        (await admin.Get("/api/customers?q=并发客户&sort=number&size=100", 200)).Column("number")
            .ShouldBe(Enumerable.Range(1, 20).Select(i => $"C-{i:000000}"));
    }

    [Theory, Databases]
    public async Task A_number_of_one_s_own_is_taken_once_also_by_two_at_once(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => admin.Post("/api/customers", new { number = "X-1", name = $"抢号{i}", state = "Prospect" })));
        answers.Count(answer => answer.Status == 201).ShouldBe(1);
        answers.Where(answer => answer.Status != 201).ShouldAllBe(answer => answer.Status == 400 || answer.Status == 409);
        (await admin.Get("/api/customers?q=抢号", 200)).Total.ShouldBe(1);
    }

    [Theory, Databases]
    public async Task The_house_says_how_new_numbers_look_and_nobody_else_does(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        const string Path = "/api/number-sequences/customers";
        var first = await Row(admin);
        (first.GetProperty("title").GetString(), first.GetProperty("example").GetString()).ShouldBe(("客户", "C-000001"));
        foreach (var login in new[] { "gm", "hr", "rep-a" })
        {
            using var client = await house.SignIn(login);
            await client.Get("/api/number-sequences", 403);
            await client.Put(Path, new { prefix = "X-", width = 6 }, first.GetProperty("version").GetInt32(), 403);
        }

        var taken = (await admin.Post("/api/customers", new { name = "编号之前", state = "Prospect" }, 201)).Id;
        var version = (await Row(admin)).GetProperty("version").GetInt32();
        (await admin.Put(Path, new { prefix = "=KH", width = 0, next = 0 }, version, 400)).Faults.ShouldBe(["prefix: numbers.prefix-form", "width: field.range", "next: field.range"], ignoreOrder: true);
        (await admin.Put(Path, new { prefix = "KH", width = 4, next = 1 }, version, 400)).Faults.ShouldBe(["next: numbers.going-back"]);
        await admin.Put(Path, new { prefix = "KH/", width = 4, next = 100 }, version + 7, 412);
        await admin.Put("/api/number-sequences/nothing", new { prefix = "KH/", width = 4 }, 0, 404);
        await admin.Put(Path, new { prefix = "KH/", width = 4, next = 100 }, version, 200);
        (await Row(admin)).GetProperty("example").GetString().ShouldBe("KH/0100");
        await admin.Post("/api/customers", new { name = "编号之后", state = "Prospect" }, 201);
        (await admin.Get("/api/customers?q=编号之", 200)).Column("number").Order(StringComparer.Ordinal).ShouldBe(["C-000001", "KH/0100"]);
        (await admin.Get($"/api/customers/{taken}", 200))["number"].ShouldBe("C-000001");
        (await admin.Get("/api/audit?subject=platform_number_sequence", 200)).Items.ShouldNotBeEmpty();

        // One that was never used is set before its first number.
        var unused = (await admin.Get("/api/number-sequences", 200)).Items.First(row => row.GetProperty("version").GetInt32() == 0).GetProperty("name").GetString()!;
        await admin.Put($"/api/number-sequences/{unused}", new { prefix = "", width = 3 }, 0, 200);
        (await Row(admin, unused)).GetProperty("example").GetString().ShouldBe("001");

        static async Task<System.Text.Json.JsonElement> Row(Client client, string name = "customers") =>
            (await client.Get("/api/number-sequences", 200)).Items.Single(row => row.GetProperty("name").GetString() == name);
    }
}
