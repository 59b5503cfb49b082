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
}
