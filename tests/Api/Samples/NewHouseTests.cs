namespace Yingpan.Tests.Api.Samples;

/// <summary>What stands ready in a house in which nobody has set anything yet.</summary>
public sealed class NewHouseTests
{
    [Theory, Databases]
    public async Task Leave_expenses_and_credit_can_be_asked_for_from_the_first_hour(Database database)
    {
        await using var house = await SampleHouse.With(database, (_, _) => Task.CompletedTask);
        var tables = (await house.Get("/api/approval-tables")).GetProperty("items").EnumerateArray().ToList();
        tables.Select(table => (table.GetProperty("kind").GetString(), table.GetProperty("state").GetString())).ShouldBe([("general", "Live"), ("organization.leave", "Live"), ("customers.credit", "Live")], ignoreOrder: true);
        foreach (var id in tables.Select(table => table.GetProperty("id").GetString()))
        {
            var table = await house.Get($"/api/approval-tables/{id}");
            var coverage = table.GetProperty("coverage");
            (coverage.GetProperty("gaps").GetArrayLength(), coverage.GetProperty("unreached").GetArrayLength()).ShouldBe((0, 0));
            // As it is, it would be taken if somebody wrote it today.
            await house.Admin.Post("/api/approval-tables/try", new { kind = table.GetProperty("kind").GetString(), content = new { rows = table.GetProperty("rows"), twiceAllowed = false } }, 200);
        }

        (await house.Get("/api/approval-matters")).GetProperty("items").GetArrayLength().ShouldBe(6);
        (await house.Get("/api/feedback-categories")).GetProperty("items").GetArrayLength().ShouldBe(5);
    }
}
