namespace Yingpan.Tests.Api.Customers;

public sealed class ReviewOwnerTests
{
    [Theory, Databases]
    public async Task The_reviews_of_a_past_month_stay_with_who_had_the_customer_then(Database database)
    {
        await using var house = await House.Open(database);
        var id = await house.Enter("易主样本", "rep-a", "Active");
        using (var rep = await house.SignIn("rep-a"))
        {
            await rep.Put($"/api/customers/{id}/review-cards", new { month = "2026-07", trend = "Better", judgement = "增长" }, 0, 200);
        }

        house.Clock.Advance(TimeSpan.FromDays(20));
        using (var director = await house.SignIn("director-e"))
        {
            await director.Post("/api/customer-transfers", new { ids = new[] { id }, toId = house.Seed.People["rep-b"], reason = "调整" }, 200);
        }

        foreach (var (login, july, august) in new[] { ("rep-a", "员工rep-a", null), ("rep-b", "员工rep-a", "员工rep-b"), ("manager-a", "员工rep-a", null), ("rep-c", null, null), ("gm", "员工rep-a", "员工rep-b") })
        {
            using var client = await house.SignIn(login);
            (await Owner(client, "2026-07")).ShouldBe(july, login);
            (await Owner(client, "2026-08")).ShouldBe(august, login);
        }

        using (var former = await house.SignIn("rep-a"))
        {
            // Of whom he no longer sees he is told the name and that it was done.
            var row = (await former.Get("/api/customer-reviews?month=2026-07&q=易主样本", 200)).Items.Single();
            (row.GetProperty("isDone").GetBoolean(), row.IsTold("number"), row.IsTold("trend"), row.IsTold("authorName"), row.IsTold("at")).ShouldBe((true, false, false, false, false));
        }

        using var gm = await house.SignIn("gm");
        (await Of(gm, "2026-07", "rep-a")).Done.ShouldBe(1);
        (await Of(gm, "2026-07", "rep-b")).Needed.ShouldBe(1, "his own of the seed");
        (await Of(gm, "2026-08", "rep-b")).Needed.ShouldBe(2);
        (await gm.Get($"/api/customer-reviews?month=2026-07&owner={house.Seed.People["rep-a"]}&q=yzyb", 200)).Total.ShouldBe(1);
        (await gm.Get($"/api/customer-reviews?month=2026-07&owner={house.Seed.People["rep-b"]}&q=yzyb", 200)).Total.ShouldBe(0);
        (await gm.Get("/api/customer-reviews?month=2026-07&done=true&q=yzyb", 200)).Total.ShouldBe(1);

        async Task<string?> Owner(Client client, string month) =>
            (await client.Get($"/api/customer-reviews?month={month}&q=易主样本", 200)).Items.Select(row => row.GetProperty("ownerName").GetString()).SingleOrDefault();

        async Task<(int Needed, int Done)> Of(Client client, string month, string login) =>
            (await client.Get($"/api/customer-reviews/completion?month={month}", 200)).Items.Where(row => row.GetProperty("ownerName").GetString() == $"员工{login}")
                .Select(row => (row.GetProperty("needed").GetInt32(), row.GetProperty("done").GetInt32())).SingleOrDefault();
    }
}
