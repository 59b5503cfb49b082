using Microsoft.Extensions.DependencyInjection;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Platform.Data;

namespace Yingpan.Tests.Api.Collaboration;

public sealed class TaskTests
{
    [Theory, Databases]
    public async Task A_task_is_given_finished_with_a_result_and_accepted(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        using var rep = await house.SignIn("rep-a");
        var id = await Given(house, manager, "rep-a", ("needsResult", true), ("needsAcceptance", true));
        (await house.Told(rep, "task-given")).ShouldNotBeEmpty();
        await rep.Post($"/api/tasks/{id}/start", expect: 200);
        (await rep.Post($"/api/tasks/{id}/finish", new { }, 400)).Faults.ShouldBe(["text: field.required"]);
        await rep.Post($"/api/tasks/{id}/finish", new { text = "已回访三家" }, 200);
        (await manager.Get("/api/collaboration/counts", 200))["toAccept"].ShouldBe("1");
        (await rep.Post($"/api/tasks/{id}/accept", new { }, 409)).Code.ShouldBe("collaboration.not-giver");
        (await manager.Post($"/api/tasks/{id}/send-back", new { }, 400)).Faults.ShouldBe(["text: field.required"]);
        await manager.Post($"/api/tasks/{id}/send-back", new { text = "第四家呢" }, 200);
        await rep.Post($"/api/tasks/{id}/finish", new { text = "四家都回访了" }, 200);
        await manager.Post($"/api/tasks/{id}/accept", new { }, 200);
        var view = await rep.Get($"/api/tasks/{id}", 200);
        (view["state"], view["result"]).ShouldBe(("Done", "四家都回访了"));
        view.Json.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("kind").GetString()).ShouldBe(["Started", "Finished", "SentBack", "Finished", "Accepted"]);
        (await house.Told(rep, "task-")).ShouldBe(
            ["task-accepted", "task-sent-back", "task-given", "task-given", "task-commented"], ignoreOrder: true, "with those of the test company");
    }

    [Theory, Databases]
    public async Task Who_sees_a_task_and_who_does_not(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        var id = await Given(house, manager, "rep-a", ("participants", new[] { house.Seed.People["rep-d"] }));
        foreach (var (login, status) in new[] { ("rep-a", 200), ("rep-d", 200), ("director-e", 200), ("gm", 200), ("assistant-a", 200), ("rep-a2", 404), ("rep-c", 404), ("manager-c", 404), ("hr", 404) })
        {
            using var client = await house.SignIn(login);
            await client.Get($"/api/tasks/{id}", status);
            (await client.Get("/api/tasks?box=All&size=200", 200)).Column("id").Contains(id).ShouldBe(status == 200, login);
            (await client.Get($"/api/search?q=回访老客户", 200)).Text.Contains(id, StringComparison.Ordinal).ShouldBe(status == 200, login);
        }

        using var part = await house.SignIn("rep-d");
        (await part.Get("/api/tasks", 200)).Column("id").ShouldContain(id);
        await part.Post($"/api/tasks/{id}/comment", new { text = "我可以帮忙" }, 200);
        (await part.Post($"/api/tasks/{id}/finish", new { text = "好了" }, 409)).Code.ShouldBe("collaboration.not-owner");
        using var director = await house.SignIn("director-e");
        (await director.Get("/api/tasks?box=Team", 200)).Column("id").ShouldContain(id);
        await director.Post($"/api/tasks/{id}/cancel", new { text = "不做了" }, 200);
        (await director.Export("/api/tasks/export?box=Team&format=csv&columns=title,state")).ShouldContain(row => row[0] == "回访老客户" && row[1] == "已取消");
    }

    [Theory, Databases]
    public async Task One_gives_tasks_to_whom_one_reaches_and_all_faults_are_said(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        await Given(house, rep, "rep-a");
        (await rep.Faults(HttpMethod.Post, "/api/tasks", Body(house, "rep-a2"))).ShouldBe(["ownerId: collaboration.owner-beyond-reach"]);
        (await rep.Faults(HttpMethod.Post, "/api/tasks", Body(house, "rep-a").With(("title", " "), ("link", "https://elsewhere.example"), ("linkText", "外网"))))
            .ShouldBe(["link: collaboration.link-inside", "title: field.required"]);
        (await rep.Faults(HttpMethod.Post, "/api/tasks", Body(house, "rep-a").With(("ownerId", "01900000-0000-7000-8000-000000000000"), ("link", "/orders"))))
            .ShouldBe(["ownerId: record.not-found"]);
    }

    [Theory, Databases]
    public async Task Its_giver_changes_it_and_another_owner_and_day_stand_in_its_log(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        using var rep = await house.SignIn("rep-a");
        var id = await Given(house, manager, "rep-a", ("dueOn", "2026-07-20"));
        (await rep.Put($"/api/tasks/{id}", Body(house, "rep-a"), seen: 1, expect: 409)).Code.ShouldBe("collaboration.not-giver");
        await manager.Put($"/api/tasks/{id}", Body(house, "rep-a2").With(("dueOn", "2026-07-22")), seen: 1, expect: 200);
        await manager.Put($"/api/tasks/{id}", Body(house, "rep-a2"), seen: 1, expect: 412);
        await rep.Get($"/api/tasks/{id}", 404);
        using var other = await house.SignIn("rep-a2");
        var view = await other.Get($"/api/tasks/{id}", 200);
        view.Json.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("kind").GetString()).ShouldBe(["Moved", "HandedOver"]);
        (await house.Told(other, "task-given")).Count.ShouldBe(1);
    }

    [Theory, Databases]
    public async Task Several_are_finished_at_once_and_what_cannot_be_says_why(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        using var rep = await house.SignIn("rep-a");
        var (one, strict, foreign) = (await Given(house, manager, "rep-a"), await Given(house, manager, "rep-a", ("needsResult", true)), await Given(house, manager, "rep-a2"));
        var answer = await rep.Post("/api/tasks/finish", new { ids = new[] { one, strict, foreign } }, 200);
        answer["finished"].ShouldBe("1");
        answer.Items.ToDictionary(item => item.GetProperty("id").GetString()!, item => item.TryGetProperty("code", out var code) ? code.GetString() : null)
            .ShouldBe(new Dictionary<string, string?> { [one] = null, [strict] = "collaboration.word-needed", [foreign] = "record.not-found" }, ignoreOrder: true);
        (await rep.Get($"/api/tasks/{strict}", 200))["state"].ShouldBe("Open");
    }

    [Theory, Databases]
    public async Task Of_two_who_finish_and_call_off_at_once_one_succeeds(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        using var rep = await house.SignIn("rep-a");
        for (var round = 0; round < 4; round++)
        {
            var id = await Given(house, manager, "rep-a");
            var answers = await Task.WhenAll(rep.Post($"/api/tasks/{id}/finish", new { }), manager.Post($"/api/tasks/{id}/cancel", new { text = "不做了" }));
            answers.Count(answer => answer.Status == 200).ShouldBe(1);
            (await rep.Get($"/api/tasks/{id}", 200))["state"].ShouldBe(answers[0].Status == 200 ? "Done" : "Cancelled");
        }
    }

    [Theory, Databases]
    public async Task The_clock_reminds_before_and_after_the_day_and_tells_the_giver_once(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await admin.Post("/api/collaboration-policies", new { first = "2026-07-15", remindBefore = 2, remindEvery = 2, escalateAfter = 3, meetingsAhead = 7 }, 201);
        using var manager = await house.SignIn("manager-a");
        await Given(house, manager, "rep-a", ("dueOn", "2026-07-17"));
        foreach (var (days, owner, giver) in new[] { (0, 1, 0), (0, 1, 0), (2, 1, 0), (1, 2, 1), (1, 2, 1), (1, 3, 1) })
        {
            house.Clock.Advance(TimeSpan.FromDays(days));
            await house.Run("collaboration.tasks");
            using var rep = await house.SignIn("rep-a");
            (await house.Told(rep, "task-due")).Concat(await house.Told(rep, "task-overdue")).Count().ShouldBe(owner);
            using var boss = await house.SignIn("manager-a");
            (await house.Told(boss, "task-overdue-giver")).Count.ShouldBe(giver);
        }
    }

    [Theory, Databases]
    public async Task A_series_makes_its_tasks_by_the_work_calendar_each_once(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        var id = (await manager.Post("/api/task-series", new
        {
            title = "周报",
            ownerId = house.Seed.People["rep-a"],
            mode = "ByClock",
            leadDays = 2,
            rhythm = new { kind = "Weekly", every = 1, weekdays = new[] { "Friday" }, offDay = "Before", first = "2026-07-15" },
        }, 201)).Id;
        (await Due(manager)).ShouldBe(["2026-07-17"]);
        house.Clock.Advance(TimeSpan.FromDays(7));
        await Task.WhenAll(house.Run("collaboration.tasks"), house.Run("collaboration.tasks"));
        using var again = await house.SignIn("manager-a");
        (await Due(again)).ShouldBe(["2026-07-17", "2026-07-24"]);
        // Away for a month: what was missed is not piled up.
        house.Clock.Advance(TimeSpan.FromDays(30));
        await house.Run("collaboration.tasks");
        using var later = await house.SignIn("manager-a");
        (await Due(later)).ShouldBe(["2026-07-17", "2026-07-24", "2026-08-21"]);
        await later.Post($"/api/task-series/{id}/stop", seen: (await later.Get($"/api/task-series/{id}", 200)).Version, expect: 200);
        house.Clock.Advance(TimeSpan.FromDays(14));
        await house.Run("collaboration.tasks");
        using var end = await house.SignIn("manager-a");
        (await Due(end)).Count.ShouldBe(3);

        static async Task<IReadOnlyList<string>> Due(Client client) =>
            [.. (await client.Get("/api/tasks?box=Given&q=周报&size=200", 200)).Column("dueOn").Order(StringComparer.Ordinal)];
    }

    [Theory, Databases]
    public async Task The_next_one_comes_when_the_last_is_finished(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        await rep.Post("/api/task-series", new
        {
            title = "盘点",
            ownerId = house.Seed.People["rep-a"],
            mode = "OnFinishing",
            leadDays = 60,
            rhythm = new { kind = "Monthly", every = 1, dayOfMonth = 31, offDay = "Before", first = "2026-07-01" },
        }, 201);
        (await house.Run2("collaboration.tasks", rep)).ShouldBe(["2026-07-31"]);
        var first = (await rep.Get("/api/tasks?q=盘点", 200)).Items[0].GetProperty("id").GetString();
        await rep.Post($"/api/tasks/{first}/finish", new { }, 200);
        (await house.Run2("collaboration.tasks", rep)).ShouldBe(["2026-07-31", "2026-08-31"]);
    }

    [Theory, Databases]
    public async Task Modules_give_tasks_in_their_own_transaction_and_call_them_off(Database database)
    {
        await using var house = await House.Open(database);
        var owner = new PersonId(Guid.Parse(house.Seed.People["rep-a"]));
        await house.Inside((db, services) => db.InTransaction(() => services.GetRequiredService<TaskDesk>().Add(
            new NewTask { Title = "回访到期", Owner = owner, DueOn = new DateOnly(2026, 7, 16), Source = "customers.care", Subject = "c-1", Link = "/customers", LinkText = "客户" }, CancellationToken.None), CancellationToken.None));
        using var rep = await house.SignIn("rep-a");
        var row = (await rep.Get("/api/tasks?q=回访到期", 200)).Items.Single();
        (await rep.Get($"/api/tasks/{row.GetProperty("id")}", 200))["linkText"].ShouldBe("客户");
        await house.Inside((db, services) => db.InTransaction(async () =>
        {
            await services.GetRequiredService<TaskDesk>().CallOff("customers.care", "c-1", "客户已下单", CancellationToken.None);
            return db.TaskCards.Count(task => task.Source == "customers.care" && task.IsOpen);
        }, CancellationToken.None)).ContinueWith(done => done.Result.ShouldBe(0), TaskScheduler.Default);
        (await rep.Get($"/api/tasks/{row.GetProperty("id")}", 200))["reason"].ShouldBe("客户已下单");
    }

    [Theory, Databases]
    public async Task A_list_of_tasks_is_imported_within_ones_reach(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        var (state, written, faults) = await manager.Import("tasks", "标题,负责人,截止日期,优先级\n回访甲,员工rep-a,2026-07-20,高\n回访乙,员工rep-c,2026-07-20,高\n,员工rep-a,昨天,最高");
        written.ShouldBe(1, state);
        faults.Order(StringComparer.Ordinal).ShouldBe(["3 负责人 collaboration.owner-beyond-reach", "4 优先级 field.not-one-of", "4 截止日期 import.not-day", "4 标题 field.required"]);
        using var rep = await house.SignIn("rep-a");
        (await rep.Get("/api/tasks?q=回访甲", 200)).Column("priority").ShouldBe(["High"]);
    }

    [Theory, Databases]
    public async Task A_policy_holds_from_its_day_and_is_never_changed_afterwards(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        (await admin.Faults(HttpMethod.Post, "/api/collaboration-policies", new { first = "2026-07-01", remindBefore = 1, remindEvery = 1, escalateAfter = 1, meetingsAhead = 1 })).ShouldBe(["first: collaboration.day-past"]);
        (await admin.Faults(HttpMethod.Post, "/api/collaboration-policies", new { first = "2026-08-01", remindBefore = -1, remindEvery = 0, escalateAfter = 0, meetingsAhead = 91 }))
            .ShouldBe(["escalateAfter: field.range", "meetingsAhead: field.range", "remindBefore: field.range", "remindEvery: field.range"]);
        var today = (await admin.Post("/api/collaboration-policies", new { first = "2026-07-15", remindBefore = 1, remindEvery = 1, escalateAfter = 1, meetingsAhead = 1 }, 201)).Id;
        var ahead = (await admin.Post("/api/collaboration-policies", new { first = "2026-08-01", remindBefore = 1, remindEvery = 1, escalateAfter = 1, meetingsAhead = 1 }, 201)).Id;
        (await admin.Delete($"/api/collaboration-policies/{today}", expect: 409)).Code.ShouldBe("collaboration.policy-holds");
        await admin.Delete($"/api/collaboration-policies/{ahead}", expect: 204);
    }

    private static Dictionary<string, object?> Body(House house, string owner) => new() { ["title"] = "回访老客户", ["ownerId"] = house.Seed.People[owner] };

    private static async Task<string> Given(House house, Client giver, string owner, params (string, object?)[] more) =>
        (await giver.Post("/api/tasks", Body(house, owner).With(more), 201)).Id;
}
