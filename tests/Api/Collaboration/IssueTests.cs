namespace Yingpan.Tests.Api.Collaboration;

public sealed class IssueTests
{
    [Theory, Databases]
    public async Task A_day_is_proposed_countered_and_agreed_the_work_done_and_confirmed(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var there = await house.SignIn("rep-c");
        var id = await Raised(house, rep);
        (await house.Told(there, "issue-raised")).Count.ShouldBe(2, "the one of the test company, and this one");
        (await rep.Post($"/api/issues/{id}/accept", expect: 409)).Code.ShouldBe("collaboration.other-side");
        await there.Post($"/api/issues/{id}/propose", new { day = "2026-07-24", text = "手上有急单" }, 200);
        (await there.Post($"/api/issues/{id}/accept", expect: 409)).Code.ShouldBe("collaboration.other-side");
        (await rep.Get("/api/collaboration/counts", 200))["issuesFromUs"].ShouldBe("2");
        await rep.Post($"/api/issues/{id}/accept", expect: 200);
        var view = await rep.Get($"/api/issues/{id}", 200);
        (view["state"], view["agreedOn"], view.Json.GetProperty("owner").GetProperty("name").GetString()).ShouldBe(("Agreed", "2026-07-24", "员工rep-c"));
        (await rep.Post($"/api/issues/{id}/finish", new { text = "好了" }, 409)).Code.ShouldBe("collaboration.other-side");
        (await there.Post($"/api/issues/{id}/finish", new { text = " " }, 400)).Faults.ShouldBe(["text: field.required"]);
        await there.Post($"/api/issues/{id}/finish", new { text = "已开通" }, 200);
        await rep.Post($"/api/issues/{id}/send-back", new { text = "打不开" }, 200);
        await there.Post($"/api/issues/{id}/finish", new { text = "再试试" }, 200);
        await rep.Post($"/api/issues/{id}/confirm", expect: 200);
        (await rep.Get($"/api/issues/{id}", 200)).Json.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("kind").GetString())
            .ShouldBe(["Raised", "Proposed", "Accepted", "Finished", "SentBack", "Finished", "Confirmed"]);
        (await there.Post($"/api/issues/{id}/propose", new { day = "2026-08-01" }, 409)).Code.ShouldBe("collaboration.issue-not-so");
    }

    [Theory, Databases]
    public async Task It_is_seen_by_both_units_and_those_above_them(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        var id = await Raised(house, rep);
        foreach (var (login, status) in new[] { ("rep-a2", 200), ("manager-c", 200), ("director-e", 200), ("director-n", 200), ("gm", 200), ("rep-b", 404), ("rep-d", 404), ("hr", 404), ("guest", 404) })
        {
            using var client = await house.SignIn(login);
            await client.Get($"/api/issues/{id}", status);
            (await client.Get("/api/issues?box=All&size=200", 200)).Column("id").Contains(id).ShouldBe(status == 200, login);
        }

        using var beside = await house.SignIn("rep-a2");
        (await beside.Post($"/api/issues/{id}/withdraw", new { text = "不要了" }, 409)).Code.ShouldBe("collaboration.other-side");
        using var head = await house.SignIn("manager-a");
        await head.Post($"/api/issues/{id}/withdraw", new { text = "不要了" }, 200);
    }

    [Theory, Databases]
    public async Task All_that_is_wrong_with_it_is_said_at_once(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        (await rep.Faults(HttpMethod.Post, "/api/issues", new { title = "", text = "", toUnitId = house.Seed.Units["team-a"], wantedBy = "2026-07-01" })).ShouldBe(["text: field.required", "title: field.required"]);
        (await rep.Faults(HttpMethod.Post, "/api/issues", new { title = "x", text = "x", fromUnitId = house.Seed.Units["team-b"], toUnitId = house.Seed.Units["team-b"], wantedBy = "2026-07-01" }))
            .ShouldBe(["fromUnitId: collaboration.unit-not-yours", "toUnitId: collaboration.same-unit", "wantedBy: collaboration.day-past"]);
        using var there = await house.SignIn("manager-c");
        var id = await Raised(house, rep);
        (await there.Faults(HttpMethod.Post, $"/api/issues/{id}/owner", new { personId = house.Seed.People["rep-a"] })).ShouldBe(["personId: collaboration.not-of-unit"]);
        await there.Post($"/api/issues/{id}/owner", new { personId = house.Seed.People["rep-c"] }, 200);
    }

    [Theory, Databases]
    public async Task Of_two_who_accept_and_withdraw_at_once_both_are_seen_in_order(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var there = await house.SignIn("rep-c");
        for (var round = 0; round < 4; round++)
        {
            var id = await Raised(house, rep);
            var answers = await Task.WhenAll(there.Post($"/api/issues/{id}/accept"), rep.Post($"/api/issues/{id}/withdraw", new { text = "不要了" }));
            answers[1].Status.ShouldBe(200);
            answers[0].Status.ShouldBeOneOf(200, 409);
            (await rep.Get($"/api/issues/{id}", 200))["state"].ShouldBe("Withdrawn");
        }
    }

    [Theory, Databases]
    public async Task What_is_overdue_goes_up_step_by_step_each_once(Database database)
    {
        await using var house = await House.Open(database);
        using (var admin = await house.SignIn("admin"))
        {
            await admin.Post("/api/collaboration-policies", new { first = "2026-07-15", remindBefore = 1, remindEvery = 1, escalateAfter = 2, meetingsAhead = 14 }, 201);
        }

        using var asking = await house.SignIn("rep-c");
        var id = (await asking.Post("/api/issues", new { title = "样机", text = "借两台", toUnitId = house.Seed.Units["team-a"], wantedBy = "2026-07-16" }, 201)).Id;
        using (var there = await house.SignIn("manager-a"))
        {
            await there.Post($"/api/issues/{id}/owner", new { personId = house.Seed.People["rep-a"] }, 200);
            await there.Post($"/api/issues/{id}/accept", expect: 200);
        }

        foreach (var (days, manager, boss) in new[] { (2, 0, 0), (3, 1, 0), (0, 1, 0), (2, 1, 1), (2, 1, 1) })
        {
            house.Clock.Advance(TimeSpan.FromDays(days));
            await Task.WhenAll(house.Run("collaboration.issues"), house.Run("collaboration.issues"));
            using var first = await house.SignIn("manager-a");
            (await house.Told(first, "issue-escalated")).Count.ShouldBe(manager, $"{house.Clock.GetUtcNow()}");
            using var second = await house.SignIn("gm");
            (await house.Told(second, "issue-escalated")).Count.ShouldBe(boss);
        }

        using var gm = await house.SignIn("gm");
        (await gm.Get($"/api/issues/{id}", 200)).Json.GetProperty("lines").EnumerateArray().Count(line => line.GetProperty("kind").GetString() == "Escalated").ShouldBe(2);
    }

    [Theory, Databases]
    public async Task A_new_day_that_is_broken_too_goes_up_again(Database database)
    {
        await using var house = await House.Open(database);
        using (var admin = await house.SignIn("admin"))
        {
            await admin.Post("/api/collaboration-policies", new { first = "2026-07-15", remindBefore = 1, remindEvery = 1, escalateAfter = 1, meetingsAhead = 14 }, 201);
        }

        var id = await OfRep(house);
        house.Clock.Advance(TimeSpan.FromDays(2));
        await house.Run("collaboration.issues");
        (await Escalated()).ShouldBe(1);
        using (var there = await house.SignIn("rep-a"))
        {
            await there.Post($"/api/issues/{id}/propose", new { day = "2026-07-20" }, 200);
        }

        using (var asking = await house.SignIn("rep-c"))
        {
            await asking.Post($"/api/issues/{id}/accept", expect: 200);
        }

        await house.Run("collaboration.issues");
        (await Escalated()).ShouldBe(1);
        house.Clock.Advance(TimeSpan.FromDays(4));
        await house.Run("collaboration.issues");
        (await Escalated()).ShouldBe(2);

        // Who has left hears nothing; the head of the unit does in his place.
        using (var hr = await house.SignIn("hr"))
        {
            var file = await hr.Get($"/api/people/{house.Seed.People["rep-a"]}", 200);
            await hr.Put($"/api/people/{house.Seed.People["rep-a"]}", new { name = file["name"], hiredOn = file["hiredOn"], leftOn = "2026-07-17" }, file.Version, 200);
        }

        using (var asking = await house.SignIn("rep-c"))
        {
            await asking.Post($"/api/issues/{id}/comment", new { text = "谁来接" }, 200);
        }

        using var head = await house.SignIn("manager-a");
        (await house.Told(head, "issue-commented")).Count.ShouldBe(1);

        async Task<int> Escalated()
        {
            using var manager = await house.SignIn("manager-a");
            return (await house.Told(manager, "issue-escalated")).Count;
        }
    }

    [Theory, Databases]
    public async Task A_meeting_hears_the_name_of_an_issue_only_where_everybody_may_see_it(Database database)
    {
        await using var house = await House.Open(database);
        await OfRep(house);
        house.Clock.Advance(TimeSpan.FromDays(5));
        (await house.AgendaOf("manager-a", "rep-a", "rep-c")).ShouldContain("逾期的跨部门事项: 样机");
        // rep-b is of neither unit.
        var agenda = await house.AgendaOf("manager-a", "rep-a", "rep-b");
        agenda.ShouldContain("逾期的跨部门事项: 员工rep-a · 1");
        agenda.ShouldNotContain("逾期的跨部门事项: 样机");
    }

    [Theory, Databases]
    public async Task Figures_say_how_units_keep_their_word(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var there = await house.SignIn("rep-c");
        foreach (var finish in new[] { true, true, false })
        {
            var id = await Raised(house, rep);
            await there.Post($"/api/issues/{id}/accept", expect: 200);
            if (finish)
            {
                await there.Post($"/api/issues/{id}/finish", new { text = "好了" }, 200);
            }
        }

        house.Clock.Advance(TimeSpan.FromDays(7));
        using var gm = await house.SignIn("gm");
        var figures = await gm.Get("/api/issue-figures?from=2026-07-01&to=2026-07-31", 200);
        var team = figures.Json.GetProperty("units")[0];
        (team.GetProperty("unitName").GetString(), team.GetProperty("raised").GetInt32(), team.GetProperty("onTime").GetInt32(), team.GetProperty("late").GetInt32(), team.GetProperty("onTimeRate").GetString())
            .ShouldBe(("北京队", 4, 2, 1, "0.666667"));
        figures.Json.GetProperty("months").GetArrayLength().ShouldBe(1);
        await gm.Get("/api/issue-figures?from=2026-07-31&to=2026-07-01", 400);
    }

    /// <summary>Asked by rep-c of team-a, taken up by rep-a for 16 July.</summary>
    private static async Task<string> OfRep(House house)
    {
        using var asking = await house.SignIn("rep-c");
        var id = (await asking.Post("/api/issues", new { title = "样机", text = "借两台", toUnitId = house.Seed.Units["team-a"], wantedBy = "2026-07-16" }, 201)).Id;
        using var there = await house.SignIn("manager-a");
        await there.Post($"/api/issues/{id}/owner", new { personId = house.Seed.People["rep-a"] }, 200);
        await there.Post($"/api/issues/{id}/accept", expect: 200);
        return id;
    }

    private static async Task<string> Raised(House house, Client by) =>
        (await by.Post("/api/issues", new { title = "开通账号", text = "两个", toUnitId = house.Seed.Units["team-c"], wantedBy = "2026-07-20" }, 201)).Id;
}
