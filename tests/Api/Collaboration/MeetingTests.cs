namespace Yingpan.Tests.Api.Collaboration;

public sealed class MeetingTests
{
    [Theory, Databases]
    public async Task A_meeting_is_called_held_written_down_and_closed(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        using var rep = await house.SignIn("rep-a");
        using var other = await house.SignIn("rep-a2");
        var id = await Called(house, manager);
        (await house.Told(rep, "meeting-invited")).Count.ShouldBe(2, "the one of the test company, and this one");
        await rep.Post($"/api/meetings/{id}/agenda", new { title = "样机", text = "两台" }, 200);
        await other.Post($"/api/meetings/{id}/excuse", new { reason = "拜访客户" }, 200);
        (await manager.Post($"/api/meetings/{id}/close", seen: Version(await manager.Get($"/api/meetings/{id}", 200)), expect: 409)).Code.ShouldBe("collaboration.minutes-missing");
        (await rep.Put($"/api/meetings/{id}/minutes", new { text = "我来写" }, seen: 3, expect: 409)).Code.ShouldBe("collaboration.not-host");
        await manager.Put($"/api/meetings/{id}/minutes", new { text = "讲评录音两段" }, seen: Version(await manager.Get($"/api/meetings/{id}", 200)), expect: 200);
        (await manager.Post($"/api/meetings/{id}/close", seen: Version(await manager.Get($"/api/meetings/{id}", 200)), expect: 409)).Code.ShouldBe("collaboration.attendance-missing");
        (await manager.Faults(HttpMethod.Put, $"/api/meetings/{id}/attendance", new
        {
            items = new object[] { new { personId = house.Seed.People["rep-a"], attendance = "Late" }, new { personId = house.Seed.People["rep-a2"], attendance = "Excused" }, new { personId = house.Seed.People["manager-a"], attendance = "Present", lateMinutes = 3 } },
        })).ShouldBe(["items[0].lateMinutes: collaboration.late-minutes", "items[1].excuse: field.required", "items[2].lateMinutes: collaboration.late-minutes"]);
        await manager.Put($"/api/meetings/{id}/attendance", new
        {
            items = new object[] { new { personId = house.Seed.People["rep-a"], attendance = "Late", lateMinutes = 7 }, new { personId = house.Seed.People["assistant-a"], attendance = "Present" }, new { personId = house.Seed.People["manager-a"], attendance = "Present" } },
        }, seen: null, expect: 200);
        await manager.Post($"/api/meetings/{id}/close", seen: Version(await manager.Get($"/api/meetings/{id}", 200)), expect: 200);
        var view = await rep.Get($"/api/meetings/{id}", 200);
        (view["state"], view["minutes"]).ShouldBe(("Closed", "讲评录音两段"));
        (await house.Told(other, "meeting-minutes")).Count.ShouldBe(1);
        (await rep.Post($"/api/meetings/{id}/agenda", new { title = "晚了" }, 409)).Code.ShouldBe("collaboration.meeting-over");

        var figures = await manager.Get("/api/meeting-attendance?from=2026-07-01&to=2026-07-31", 200);
        figures["held"].ShouldBe("1");
        var first = figures.Json.GetProperty("people")[0];
        (first.GetProperty("name").GetString(), first.GetProperty("late").GetInt32(), first.GetProperty("lateMinutes").GetInt32(), first.GetProperty("rate").GetString()).ShouldBe(("员工rep-a", 1, 7, "1"));
        (await manager.Export("/api/meetings/export?format=csv&state=Closed&columns=time,late,absent"))[1].ShouldBe(["17:00–18:00", "1", "1"]);
    }

    [Theory, Databases]
    public async Task A_decision_with_somebody_to_do_it_is_his_task(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        using var rep = await house.SignIn("rep-a");
        var id = await Called(house, manager);
        (await manager.Faults(HttpMethod.Post, $"/api/meetings/{id}/decisions", new { text = " ", dueOn = "2026-07-20" })).ShouldBe(["ownerId: field.required", "text: field.required"]);
        await manager.Post($"/api/meetings/{id}/decisions", new { text = "明天一起去" }, 200);
        await manager.Post($"/api/meetings/{id}/decisions", new { text = "约到面谈", ownerId = house.Seed.People["rep-a"], dueOn = "2026-07-20", needsResult = true }, 200);
        var task = (await rep.Get("/api/tasks?q=约到面谈", 200)).Items.Single();
        var read = await rep.Get($"/api/tasks/{task.GetProperty("id")}", 200);
        (read["link"], read["linkText"], read["dueOn"]).ShouldBe(($"/meetings?open={id}", "一组例会", "2026-07-20"));
        await rep.Post($"/api/tasks/{task.GetProperty("id")}/finish", new { text = "约了两家" }, 200);
        var decisions = (await manager.Get($"/api/meetings/{id}", 200)).Json.GetProperty("decisions");
        decisions.GetArrayLength().ShouldBe(2);
        (decisions[1].GetProperty("taskOwnerName").GetString(), decisions[1].GetProperty("taskState").GetString()).ShouldBe(("员工rep-a", "Done"));
        (await rep.Post($"/api/meetings/{id}/decisions", new { text = "我说了算" }, 409)).Code.ShouldBe("collaboration.not-host");
    }

    [Theory, Databases]
    public async Task A_decision_is_given_to_who_was_invited_or_whom_one_may_give_tasks(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        var id = await Called(house, manager);
        (await manager.Faults(HttpMethod.Post, $"/api/meetings/{id}/decisions", new { text = "去拜访", ownerId = house.Seed.People["rep-d"] })).ShouldBe(["ownerId: collaboration.owner-beyond-reach"]);
        await manager.Post($"/api/meetings/{id}/decisions", new { text = "去拜访", ownerId = house.Seed.People["assistant-a"] }, 200);
    }

    [Theory, Databases]
    public async Task What_is_cut_is_never_cut_in_the_middle_of_a_character(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        var id = await Called(house, manager);
        var text = new string('约', 199) + "😀" + "面谈";
        await manager.Post($"/api/meetings/{id}/decisions", new { text, ownerId = house.Seed.People["rep-a"] }, 200);
        using var rep = await house.SignIn("rep-a");
        var task = (await rep.Get("/api/tasks?size=200", 200)).Items.Single(one => one.GetProperty("title").GetString()!.StartsWith("约约", StringComparison.Ordinal));
        task.GetProperty("title").GetString().ShouldBe(new string('约', 199) + "…");
        (await rep.Get($"/api/tasks/{task.GetProperty("id")}", 200))["text"].ShouldBe(text);
    }

    [Theory, Databases]
    public async Task A_series_makes_its_meetings_ahead_once_and_prepares_those_of_today(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        var task = (await manager.Post("/api/tasks", new { title = "逾期的事", ownerId = house.Seed.People["rep-a"], dueOn = "2026-07-16" }, 201)).Id;
        var series = (await manager.Post("/api/meeting-series", Series(house), 201)).Id;
        var days = await Days(manager, series);
        days.ShouldBe(["2026-07-15", "2026-07-16", "2026-07-17", "2026-07-20", "2026-07-21", "2026-07-22", "2026-07-23", "2026-07-24", "2026-07-27", "2026-07-28", "2026-07-29"]);
        house.Clock.Advance(TimeSpan.FromDays(2));
        await Task.WhenAll(house.Run("collaboration.meetings"), house.Run("collaboration.meetings"));
        using var later = await house.SignIn("manager-a");
        (await Days(later, series)).Count.ShouldBe(13);
        var today = (await later.Get($"/api/meetings?series={series}&from=2026-07-17&to=2026-07-17", 200)).Items.Single().GetProperty("id").GetString();
        var agenda = (await later.Get($"/api/meetings/{today}", 200)).Json.GetProperty("agenda").EnumerateArray().ToList();
        agenda.Select(item => item.GetProperty("title").GetString()).ShouldBe(["录音讲评", "客户分类", "逾期的事"]);
        agenda[2].GetProperty("source").GetString().ShouldBe("逾期任务");
        // What was taken off does not come again by the clock, and asking for it again finds nothing new that is on it.
        (await later.Post($"/api/meetings/{today}/prepare", expect: 200))["added"].ShouldBe("0");
        // But what is on it says what holds now.
        await later.Put($"/api/tasks/{task}", new { title = "逾期的事改了名", ownerId = house.Seed.People["rep-a"], dueOn = "2026-07-16" }, seen: (await later.Get($"/api/tasks/{task}", 200)).Version, expect: 200);
        (await later.Post($"/api/meetings/{today}/prepare", expect: 200))["added"].ShouldBe("0");
        (await later.Get($"/api/meetings/{today}", 200)).Json.GetProperty("agenda").EnumerateArray().Select(item => item.GetProperty("title").GetString()).ShouldBe(["录音讲评", "客户分类", "逾期的事改了名"]);
        using var rep = await house.SignIn("rep-a");
        (await house.Told(rep, "meeting-today")).Count.ShouldBe(1);
        (await house.Told(rep, "meeting-series-invited")).Count.ShouldBe(2, "the one of the test company, and this one");
    }

    [Theory, Databases]
    public async Task A_series_that_is_changed_makes_anew_what_nobody_has_touched(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        var series = (await manager.Post("/api/meeting-series", Series(house), 201)).Id;
        var touched = (await manager.Get($"/api/meetings?series={series}&from=2026-07-21&to=2026-07-21", 200)).Items.Single().GetProperty("id").GetString();
        await manager.Post($"/api/meetings/{touched}/agenda", new { title = "特别议题" }, 200);
        await manager.Put($"/api/meeting-series/{series}", Series(house, "09:00", "10:00", "Weekly"), seen: 2, expect: 200);
        (await Days(manager, series)).ShouldBe(["2026-07-15", "2026-07-20", "2026-07-21", "2026-07-27"]);
        (await manager.Get($"/api/meetings/{touched}", 200))["from"].ShouldBe("17:00");
        var version = (await manager.Get($"/api/meeting-series/{series}", 200)).Version;
        await manager.Post($"/api/meeting-series/{series}/stop", seen: version, expect: 200);
        (await Days(manager, series)).ShouldBe(["2026-07-15", "2026-07-21"]);
        (await manager.Get("/api/meeting-series?stopped=true&sort=-nextOn&q=电话销售", 200)).Column("time").ShouldBe(["09:00–10:00"]);
        using var rep = await house.SignIn("rep-a");
        await rep.Post("/api/meeting-series", Series(house), 403);
        await rep.Get($"/api/meeting-series/{series}", 404);
    }

    [Theory, Databases]
    public async Task Who_is_invited_sees_it_who_is_moved_or_left_out_is_told(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        var id = await Called(house, manager);
        foreach (var (login, status) in new[] { ("rep-a", 200), ("director-e", 200), ("gm", 200), ("rep-b", 404), ("rep-c", 404), ("manager-c", 404), ("finance", 200) })
        {
            using var client = await house.SignIn(login);
            await client.Get($"/api/meetings/{id}", status);
        }

        await manager.Put($"/api/meetings/{id}", Body(house, "rep-c", "rep-a").With(("from", "16:30")), seen: 1, expect: 200);
        using var came = await house.SignIn("rep-c");
        await came.Get($"/api/meetings/{id}", 200);
        using var gone = await house.SignIn("rep-a2");
        await gone.Get($"/api/meetings/{id}", 404);
        (await house.Told(gone, "meeting-uninvited")).Count.ShouldBe(1);
        using var stays = await house.SignIn("rep-a");
        (await house.Told(stays, "meeting-moved")).Count.ShouldBe(1);
        await manager.Post($"/api/meetings/{id}/cancel", new { reason = "主持人出差" }, 200);
        (await house.Told(stays, "meeting-cancelled")).Count.ShouldBe(1);
        (await manager.Faults(HttpMethod.Post, "/api/meetings", new { title = "", day = "2026-07-01", from = "18:00", to = "17:00", chairId = house.Seed.People["rep-a"] })).ShouldBe(["title: field.required", "to: collaboration.time-backwards"]);
        (await manager.Faults(HttpMethod.Post, "/api/meetings", new { title = "x", day = "2026-07-01", from = "9", to = "10:00", chairId = "01900000-0000-7000-8000-000000000000" })).ShouldBe(["from: collaboration.not-time"]);
    }

    [Theory, Databases]
    public async Task What_is_prepared_ahead_brings_what_is_late_today_and_not_what_may_be_by_then(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        var rep = house.Seed.People["rep-a"];
        await manager.Post("/api/tasks", new { title = "会前到期的事", ownerId = rep, dueOn = "2026-07-16" }, 201);
        using var there = await house.SignIn("rep-c");
        var issue = (await there.Post("/api/issues", new { title = "会前到期的问题", text = "请处理", toUnitId = house.Seed.Units["team-a"], wantedBy = "2026-07-16" }, 201)).Id;
        await manager.Post($"/api/issues/{issue}/owner", new { personId = rep }, 200);
        var id = (await manager.Post("/api/meetings", new { title = "下周例会", day = "2026-07-20", from = "17:00", to = "18:00", chairId = house.Seed.People["manager-a"], invited = new[] { new { personId = rep } } }, 201)).Id;
        async Task<IReadOnlyList<string>> Prepared(Client client)
        {
            await client.Post($"/api/meetings/{id}/prepare", expect: 200);
            return [.. (await client.Get($"/api/meetings/{id}", 200)).Json.GetProperty("agenda").EnumerateArray().Select(item => item.GetProperty("title").GetString()!).Where(title => title.StartsWith("会前", StringComparison.Ordinal))];
        }

        // Both have until tomorrow: whoever prepares today cannot know that nobody will do them.
        (await Prepared(manager)).ShouldBeEmpty();
        house.Clock.Advance(TimeSpan.FromDays(2));
        using var later = await house.SignIn("manager-a");
        (await Prepared(later)).ShouldBe(["会前到期的事", "会前到期的问题"], ignoreOrder: true);
    }

    private static Dictionary<string, object?> Body(House house, params string[] people) => new()
    {
        ["title"] = "一组例会",
        ["day"] = "2026-07-15",
        ["from"] = "17:00",
        ["to"] = "18:00",
        ["place"] = "会议角",
        ["chairId"] = house.Seed.People["manager-a"],
        ["needsMinutes"] = true,
        ["invited"] = people.Length == 0 ? [new { unitId = house.Seed.Units["team-a"] }] : people.Select(login => (object)new { personId = house.Seed.People[login] }).ToArray(),
    };

    [Theory, Databases]
    public async Task Who_comes_to_a_series_is_told_when_it_changes_and_when_it_stops(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        using var stays = await house.SignIn("rep-a");
        using var goes = await house.SignIn("assistant-a");
        using var comes = await house.SignIn("rep-b");
        using var stranger = await house.SignIn("rep-c");
        var series = (await manager.Post("/api/meeting-series", Series(house), 201)).Id;
        async Task<string> Heard(Client who) => string.Join(' ', (await house.Told(who, "meeting-series")).Where(kind => kind != "meeting-series-invited").Order(StringComparer.Ordinal));
        async Task Change(object to) => await manager.Put($"/api/meeting-series/{series}", to, (await manager.Get($"/api/meeting-series/{series}", 200)).Version, 200);

        // Saved as it was, it is no change.
        await Change(Series(house));
        (await Heard(stays)).ShouldBe("");
        await Change(Series(house, "09:00", "10:00", "Weekly"));
        (await Heard(stays), await Heard(goes), await Heard(stranger)).ShouldBe(("meeting-series-changed", "meeting-series-changed", ""));
        (await stays.Get("/api/notifications?size=50", 200)).Column("text").ShouldContain("例会“电话销售例会”有变动：现为 09:00–10:00，–");
        (await Heard(manager)).ShouldBe("");
        var invited = (await house.Told(comes, "meeting-series-invited")).Count;
        await Change(Series(house, "09:00", "10:00", "Weekly", [new { personId = house.Seed.People["rep-a"] }, new { personId = house.Seed.People["rep-b"] }]));
        (await Heard(stays), await Heard(goes)).ShouldBe(("meeting-series-changed", "meeting-series-changed meeting-series-left"));
        (await house.Told(comes, "meeting-series-invited")).Count.ShouldBe(invited + 1);
        await manager.Post($"/api/meeting-series/{series}/stop", seen: (await manager.Get($"/api/meeting-series/{series}", 200)).Version, expect: 200);
        (await Heard(comes), await Heard(stranger)).ShouldBe(("meeting-series-stopped", ""));

        // Also of one whose next meeting is too far off to be made.
        series = (await manager.Post("/api/meeting-series", Series(house, kind: "Monthly", invited: [new { personId = house.Seed.People["rep-c"] }]), 201)).Id;
        (await Days(manager, series)).ShouldBeEmpty();
        await Change(Series(house, "09:00", "10:00", "Monthly", [new { personId = house.Seed.People["rep-c"] }]));
        (await Heard(stranger)).ShouldBe("meeting-series-changed");
        await manager.Post($"/api/meeting-series/{series}/stop", seen: (await manager.Get($"/api/meeting-series/{series}", 200)).Version, expect: 200);
        (await Heard(stranger)).ShouldBe("meeting-series-changed meeting-series-stopped");

        // Whoever is invited to a meeting that stays is not told that he need not come.
        using var guest = await house.SignIn("rep-d");
        series = (await manager.Post("/api/meeting-series", Series(house, invited: [new { personId = house.Seed.People["rep-d"] }]), 201)).Id;
        var touched = (await manager.Get($"/api/meetings?series={series}&from=2026-07-21&to=2026-07-21", 200)).Items.Single().GetProperty("id").GetString();
        await manager.Post($"/api/meetings/{touched}/agenda", new { title = "特别议题" }, 200);
        await Change(Series(house, invited: [new { personId = house.Seed.People["rep-b"] }]));
        (await Heard(guest)).ShouldBe("");
        await manager.Post($"/api/meeting-series/{series}/stop", seen: (await manager.Get($"/api/meeting-series/{series}", 200)).Version, expect: 200);
        (await Heard(guest), await Heard(comes)).ShouldBe(("", "meeting-series-stopped meeting-series-stopped"));
    }

    private static object Series(House house, string from = "17:00", string to = "18:00", string kind = "Daily", object[]? invited = null) => new
    {
        title = "电话销售例会",
        chairId = house.Seed.People["manager-a"],
        from,
        to,
        standing = "录音讲评\n客户分类",
        needsMinutes = true,
        invited = invited ?? [new { unitId = house.Seed.Units["team-a"] }],
        rhythm = kind == "Monthly" ? new { kind, every = 1, dayOfMonth = 1, first = "2030-01-01" } : (object)new { kind, every = 1, weekdays = new[] { "Monday" }, offDay = "Skip", first = "2026-07-15" },
    };

    private static async Task<string> Called(House house, Client host) => (await host.Post("/api/meetings", Body(house), 201)).Id;

    private static async Task<IReadOnlyList<string>> Days(Client client, string series) => (await client.Get($"/api/meetings?series={series}&size=200&sort=day", 200)).Column("day");

    private static int Version(Answer view) => view.Version;
}
