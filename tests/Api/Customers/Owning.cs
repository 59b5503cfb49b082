namespace Yingpan.Tests.Api.Customers;

/// <summary>What the tests of ownership do again and again.</summary>
internal static class Owning
{
    public static object Rules(
        object[]? recycling = null, object[]? claims = null, int lockDays = 7, bool coOwnersEdit = true, object[]? protection = null, string splitShare = "0.3") => new
        {
            protection = protection ?? [],
            recycling = recycling ?? [],
            claims = claims ?? [],
            lockDays,
            coOwnersEdit,
            grounds = new object[] { new { ground = "Protection", points = 40 }, new { ground = "Order", points = 25 }, new { ground = "FollowUp", points = 20 }, new { ground = "FirstEntry", points = 10 }, new { ground = "Territory", points = 5 } },
            answerDays = 2,
            ruleDays = 5,
            splitShare,
            causes = new[] { new { code = "no-rule", name = "没有规则", nameEn = "No rule" } },
        };

    /// <summary>From today on.</summary>
    public static async Task Decide(this House house, object rules)
    {
        using var admin = await house.SignIn("admin");
        await admin.Post("/api/ownership-rules", new { first = DateOnly.FromDateTime(house.Clock.GetUtcNow().AddHours(8).DateTime).ToString("yyyy-MM-dd", null), rules }, 201);
    }

    /// <summary>A pool open to everybody who may claim.</summary>
    public static async Task<string> OpenPool(this House house, string name = "公司公海")
    {
        using var admin = await house.SignIn("admin");
        return (await admin.Post("/api/customer-pools", new { name, order = 1 }, 201)).Id;
    }

    /// <summary>A new customer; null is nobody's.</summary>
    public static async Task<string> Enter(this House house, string name, string? owner, string state = "Prospect")
    {
        using var admin = await house.SignIn("admin");
        return (await admin.Post("/api/customers", new { name, state, ownerId = owner is null ? null : house.Seed.People[owner] }, 201)).Id;
    }

    /// <summary>How whole his file is, as it stands beside him in lists, is what it would be worked out to now.</summary>
    public static async Task IsWholeAsTold(this Client client, string customer) =>
        (await client.Get($"/api/customers/{customer}", 200))["completeness"].ShouldBe((await client.Get($"/api/customers/{customer}/completeness", 200))["score"]);

    /// <summary>All at the same instant.</summary>
    public static async Task<Answer[]> AtOnce(IEnumerable<Func<Task<Answer>>> calls)
    {
        using var start = new SemaphoreSlim(0);
        var waiting = calls.Select(async call =>
        {
            await start.WaitAsync();
            return await call();
        }).ToList();
        start.Release(waiting.Count);
        return await Task.WhenAll(waiting);
    }

    public static IReadOnlyList<string> Of(this Answer answer, string list, string member) =>
        [.. answer.Json.GetProperty(list).EnumerateArray().Select(one => one.TryGetProperty(member, out var value) ? value.ToString() : "")];
}
