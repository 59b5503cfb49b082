namespace Yingpan.Tests.Api.Collaboration;

public sealed class ConcernTests
{
    [Theory, Databases]
    public async Task A_difficulty_goes_to_the_superior_who_notes_answers_and_is_told_that_it_is_settled(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var manager = await house.SignIn("manager-a");
        (await rep.Get("/api/concerns/superiors", 200)).Items.Select(item => item.GetProperty("name").GetString()).ShouldBe(["员工manager-a", "员工gm"]);
        var id = (await rep.Post("/api/concerns", new { kind = "Difficulty", title = "缺样机", text = "两周没有样机" }, 201)).Id;
        (await house.Told(manager, "concern-sent")).Count.ShouldBe(2, "the one of the test company, and this one");
        (await manager.Get("/api/concerns?open=true", 200)).Column("id").ShouldContain(id);
        await manager.Post($"/api/concerns/{id}/acknowledge", expect: 200);
        await manager.Post($"/api/concerns/{id}/acknowledge", expect: 200);
        (await rep.Get($"/api/concerns/{id}", 200))["state"].ShouldBe("Acknowledged");
        await manager.Post($"/api/concerns/{id}/answer", new { text = "周五到货" }, 200);
        (await rep.Get("/api/collaboration/counts", 200))["answers"].ShouldBe("2");
        await rep.Post($"/api/concerns/{id}/say", new { text = "还没到" }, 200);
        (await rep.Get($"/api/concerns/{id}", 200))["state"].ShouldBe("Acknowledged");
        await manager.Post($"/api/concerns/{id}/answer", new { text = "今天到" }, 200);
        await rep.Post($"/api/concerns/{id}/close", expect: 200);
        var view = await manager.Get($"/api/concerns/{id}", 200);
        view["state"].ShouldBe("Closed");
        view.Json.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("kind").GetString()).ShouldBe(["Acknowledged", "Answer", "Word", "Answer", "Closed"]);
        (await manager.Post($"/api/concerns/{id}/answer", new { text = "晚了" }, 409)).Code.ShouldBe("collaboration.concern-closed");
    }

    [Theory, Databases]
    public async Task It_is_passed_on_up_the_line_and_seen_by_nobody_beside_it(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var manager = await house.SignIn("manager-a");
        using var gm = await house.SignIn("gm");
        var id = (await rep.Post("/api/concerns", new { kind = "Report", title = "对手降价", text = "降了一成" }, 201)).Id;
        foreach (var login in new[] { "rep-a2", "director-e", "hr", "finance", "assistant-a" })
        {
            using var other = await house.SignIn(login);
            await other.Get($"/api/concerns/{id}", 404);
            await other.Post($"/api/concerns/{id}/answer", new { text = "插话" }, 404);
        }

        (await gm.Post($"/api/concerns/{id}/answer", new { text = "没问我" }, 409)).Code.ShouldBe("collaboration.not-receiver");
        (await manager.Get($"/api/concerns/{id}", 200))["nextName"].ShouldBe("员工gm");
        await manager.Post($"/api/concerns/{id}/pass-on", new { text = "请您定" }, 200);
        (await manager.Post($"/api/concerns/{id}/pass-on", new { text = "再报" }, 409)).Code.ShouldBe("collaboration.nobody-above");
        await gm.Post($"/api/concerns/{id}/answer", new { text = "不跟" }, 200);
        (await house.Told(rep, "concern")).ShouldContain("concern-passed-on");
        (await rep.Get($"/api/concerns/{id}", 200))["state"].ShouldBe("Answered");
        (await manager.Post($"/api/concerns/{id}/close", expect: 409)).Code.ShouldBe("collaboration.not-author");
    }

    [Theory, Databases]
    public async Task Only_superiors_can_be_chosen_and_who_has_none_is_told(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        (await rep.Faults(HttpMethod.Post, "/api/concerns", new { kind = "Report", title = "", text = " " })).ShouldBe(["text: field.required", "title: field.required"]);
        (await rep.Faults(HttpMethod.Post, "/api/concerns", new { kind = "Report", title = "x", text = "x", to = new[] { house.Seed.People["finance"] } })).ShouldBe(["to: collaboration.not-a-superior"]);
        using var gm = await house.SignIn("gm");
        (await gm.Post("/api/concerns", new { kind = "Report", title = "x", text = "x" }, 409)).Code.ShouldBe("collaboration.no-superior");
        using var admin = await house.SignIn("admin");
        (await admin.Post("/api/concerns", new { kind = "Report", title = "x", text = "x" }, 409)).Code.ShouldBe("collaboration.no-person");
    }
}
