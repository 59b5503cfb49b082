namespace Yingpan.Tests.Api.Collaboration;

internal static class Agendas
{
    /// <summary>What the modules bring to a meeting of today: "source: title".</summary>
    public static async Task<IReadOnlyList<string>> AgendaOf(this House house, string chair, params string[] invited)
    {
        using var host = await house.SignIn(chair);
        var meeting = (await host.Post("/api/meetings", new
        {
            title = "例会",
            day = DateOnly.FromDateTime(house.Clock.GetUtcNow().AddHours(8).DateTime).ToString("yyyy-MM-dd", null),
            from = "17:00",
            to = "18:00",
            chairId = house.Seed.People[chair],
            invited = invited.Select(login => new { personId = house.Seed.People[login] }),
        }, 201)).Id;
        await host.Post($"/api/meetings/{meeting}/prepare", expect: 200);
        return [.. (await host.Get($"/api/meetings/{meeting}", 200)).Json.GetProperty("agenda").EnumerateArray()
            .Select(item => $"{item.GetProperty("source").GetString()}: {item.GetProperty("title").GetString()}")];
    }
}
