namespace Yingpan.Tests.Api.Approvals;

/// <summary>Two at the same instant, over real connections: exactly one outcome.</summary>
public sealed class ParallelTests
{
    private const int Rounds = 8;

    [Theory, Databases]
    public async Task Two_of_whom_one_is_enough_decide_once(Database database)
    {
        await using var house = await House.Open(database);
        await house.GoLive([new { route = new[] { house.Node("manager-a+finance", "AnyOf") } }]);
        using var one = await house.SignIn("manager-a");
        using var two = await house.SignIn("finance");
        for (var round = 0; round < Rounds; round++)
        {
            var id = await house.SendIn("rep-a", "1.00");
            var answers = await Both(
                () => one.Post($"/api/approvals/{id}/approve", new { round = 1 }),
                () => two.Post($"/api/approvals/{id}/refuse", new { round = 1, comment = "不" }));
            answers.Count(answer => answer.Status == 200).ShouldBe(1);
            answers.First(answer => answer.Status != 200).Code.ShouldBe("approvals.not-open");
            var view = await house.Read("rep-a", id);
            view["state"].ShouldBe(answers[0].Status == 200 ? "Approved" : "Refused");
            Log(view).Count(kind => kind == "Finished").ShouldBe(1);
        }
    }

    [Theory, Databases]
    public async Task Two_who_must_both_approve_both_do(Database database)
    {
        await using var house = await House.Open(database);
        await house.GoLive([new { route = new[] { house.Node("manager-a+finance", "AllOf") } }]);
        using var one = await house.SignIn("manager-a");
        using var two = await house.SignIn("finance");
        for (var round = 0; round < Rounds; round++)
        {
            var id = await house.SendIn("rep-a", "1.00");
            var answers = await Both(() => one.Post($"/api/approvals/{id}/approve", new { round = 1 }), () => two.Post($"/api/approvals/{id}/approve", new { round = 1 }));
            answers.Select(answer => answer.Status).ShouldBe([200, 200]);
            var view = await house.Read("rep-a", id);
            view["state"].ShouldBe("Approved");
            Log(view).Count(kind => kind == "Approved").ShouldBe(2);
            Log(view).Count(kind => kind == "Finished").ShouldBe(1);
        }
    }

    [Theory, Databases]
    public async Task Who_approves_and_who_withdraws_do_not_both_succeed(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var manager = await house.SignIn("manager-a");
        for (var round = 0; round < Rounds; round++)
        {
            var id = await house.SendIn("rep-a", "1.00");
            var answers = await Both(() => manager.Post($"/api/approvals/{id}/approve", new { round = 1 }), () => rep.Post($"/api/approvals/{id}/withdraw"));
            answers.Count(answer => answer.Status == 200).ShouldBe(1);
            (await house.Read("rep-a", id))["state"].ShouldBe(answers[0].Status == 200 ? "Approved" : "Withdrawn");
        }
    }

    [Theory, Databases]
    public async Task Principal_and_deputy_decide_once(Database database)
    {
        await using var house = await House.Open(database);
        using var principal = await house.SignIn("manager-a");
        await principal.Post("/api/delegations", new { deputyId = house.Person("director-e"), first = "2026-07-15", last = "2026-07-20" }, 201);
        using var deputy = await house.SignIn("director-e");
        for (var round = 0; round < Rounds; round++)
        {
            var id = await house.SendIn("rep-a", "1.00");
            var answers = await Both(() => principal.Post($"/api/approvals/{id}/approve", new { round = 1 }), () => deputy.Post($"/api/approvals/{id}/approve", new { round = 1 }));
            answers.Count(answer => answer.Status == 200).ShouldBe(1);
            Log(await house.Read("rep-a", id)).Count(kind => kind == "Approved").ShouldBe(1);
        }
    }

    [Theory, Databases]
    public async Task The_clock_and_an_approver_decide_once(Database database)
    {
        await using var house = await House.Open(database);
        await house.GoLive([new { route = new[] { house.Node("manager-a", hours: 1, late: "Pass") } }]);
        for (var round = 0; round < 3; round++)
        {
            var id = await house.SendIn("rep-a", "1.00");
            house.Clock.Advance(TimeSpan.FromMinutes(61));
            using var manager = await house.SignIn("manager-a");
            await Task.WhenAll(house.Tick(), house.Tick(), manager.Post($"/api/approvals/{id}/approve", new { round = 1 }));
            var log = Log(await house.Read("rep-a", id));
            log.Count(kind => kind is "Approved" or "Passed").ShouldBe(1);
            log.Count(kind => kind == "Finished").ShouldBe(1);
        }
    }

    private static async Task<Answer[]> Both(params Func<Task<Answer>>[] calls)
    {
        using var start = new SemaphoreSlim(0);
        var waiting = calls.Select(async call =>
        {
            await start.WaitAsync();
            return await call();
        }).ToList();
        start.Release(calls.Length);
        return await Task.WhenAll(waiting);
    }

    private static List<string?> Log(Answer view) => [.. view.Json.GetProperty("log").EnumerateArray().Select(line => line.GetProperty("kind").GetString())];
}
