namespace Yingpan.Tests.Api.Collaboration;

public sealed class NoticeTests
{
    [Theory, Databases]
    public async Task A_notice_goes_to_its_unit_is_read_and_confirmed_and_the_author_sees_it(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        using var rep = await house.SignIn("rep-a");
        var id = await Written(house, manager);
        (await rep.Get($"/api/notices/{id}", 404)).Code.ShouldBe("record.not-found");
        (await manager.Post("/api/notices/audience", new { to = To(house, "team-a") }, 200))["people"].ShouldBe("3");
        await manager.Post($"/api/notices/{id}/publish", seen: 1, expect: 200);

        (await house.Told(rep, "notice")).ShouldContain("notice-to-confirm");
        (await rep.Get("/api/notices?open=true", 200)).Column("id").ShouldContain(id);
        var before = int.Parse((await rep.Get("/api/collaboration/counts", 200))["notices"], null);
        await rep.Post($"/api/notices/{id}/read", expect: 200);
        house.Clock.Advance(TimeSpan.FromMinutes(5));
        var first = await rep.Post($"/api/notices/{id}/confirm", expect: 200);
        house.Clock.Advance(TimeSpan.FromMinutes(5));
        (await rep.Post($"/api/notices/{id}/confirm", expect: 200))["confirmedAt"].ShouldBe(first["confirmedAt"]);
        int.Parse((await rep.Get("/api/collaboration/counts", 200))["notices"], null).ShouldBe(before - 1);

        var view = await manager.Get($"/api/notices/{id}", 200);
        (view["recipients"], view["read"], view["confirmed"]).ShouldBe(("3", "1", "1"));
        (await manager.Get($"/api/notices/{id}/recipients?missing=true&sort=name", 200)).Column("name").ShouldBe(["员工assistant-a", "员工rep-a2"]);
        (await rep.Get($"/api/notices/{id}/recipients", 409)).Code.ShouldBe("collaboration.not-author");
        (await manager.Export($"/api/notices/{id}/recipients/export?format=csv"))[0][0].ShouldBe("姓名");
    }

    [Theory, Databases]
    public async Task Who_moves_after_publishing_keeps_what_he_got_and_gets_nothing_new(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        using var admin = await house.SignIn("admin");
        var id = await Written(house, manager);
        await manager.Post($"/api/notices/{id}/publish", seen: 1, expect: 200);
        var place = new { unitId = house.Seed.Units["team-b"], positionId = house.Seed.Positions["销售代表"], first = "2026-07-15" };
        await admin.Post($"/api/people/{house.Seed.People["rep-a"]}/placements", place, 200, seen: 1);
        await admin.Post($"/api/people/{house.Seed.People["rep-b"]}/placements", place with { unitId = house.Seed.Units["team-a"] }, 200, seen: 1);
        using var gone = await house.SignIn("rep-a");
        using var came = await house.SignIn("rep-b");
        await gone.Post($"/api/notices/{id}/confirm", expect: 200);
        await came.Get($"/api/notices/{id}", 404);
        (await manager.Get($"/api/notices/{id}", 200))["recipients"].ShouldBe("3");
    }

    [Theory, Databases]
    public async Task Nobody_is_reminded_twice_on_one_day(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        using var rep = await house.SignIn("rep-a");
        var id = await Written(house, manager, confirmBy: "2026-07-16");
        await manager.Post($"/api/notices/{id}/publish", seen: 1, expect: 200);
        await rep.Post($"/api/notices/{id}/confirm", expect: 200);
        var both = await Task.WhenAll(manager.Post($"/api/notices/{id}/remind"), manager.Post($"/api/notices/{id}/remind"));
        both.Select(answer => answer["reminded"]).Order().ShouldBe(["0", "2"]);
        await house.Run("collaboration.notices");
        using var other = await house.SignIn("rep-a2");
        (await house.Told(other, "notice-confirm-reminder")).Count.ShouldBe(1);
        house.Clock.Advance(TimeSpan.FromDays(1));
        await house.Run("collaboration.notices");
        await house.Run("collaboration.notices");
        using var again = await house.SignIn("rep-a2");
        (await house.Told(again, "notice-confirm-reminder")).Count.ShouldBe(2);
        using var author = await house.SignIn("manager-a");
        (await author.Post($"/api/notices/{id}/remind", expect: 200))["reminded"].ShouldBe("0");
    }

    [Theory, Databases]
    public async Task Who_has_not_confirmed_is_reminded_before_the_last_day_on_it_and_after_it_also_where_a_run_was_missed(Database database)
    {
        await using var house = await House.Open(database);
        using (var manager = await house.SignIn("manager-a"))
        {
            var id = await Written(house, manager, confirmBy: "2026-07-20");
            await manager.Post($"/api/notices/{id}/publish", seen: 1, expect: 200);
        }

        // From Wednesday the 15th: Friday is the working day before Monday the 20th, on which nobody looks.
        foreach (var (days, told) in new[] { (0, 0), (1, 0), (1, 1), (1, 1), (3, 2), (0, 2), (1, 3) })
        {
            house.Clock.Advance(TimeSpan.FromDays(days));
            await house.Run("collaboration.notices");
            using var rep = await house.SignIn("rep-a");
            (await house.Told(rep, "notice-confirm-reminder")).Count.ShouldBe(told, $"{house.Clock.GetUtcNow()}");
        }
    }

    [Theory, Databases]
    public async Task One_reaches_with_a_notice_whom_one_reaches(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        foreach (var (to, code) in new (object[], string)[]
        {
            (To(house, "team-c"), "to: collaboration.beyond-reach"),
            ([new { personId = house.Seed.People["rep-c"] }], "to: collaboration.beyond-reach"),
            ([], "to: collaboration.nobody-addressed"),
            ([new { personId = house.Seed.People["manager-a"] }], "to: collaboration.nobody-addressed"),
        })
        {
            var draft = await manager.Post("/api/notices", new { title = "越权", text = "越权", to }, 201);
            (await manager.Post($"/api/notices/{draft.Id}/publish", seen: 1, expect: 400)).Faults.ShouldBe([code]);
        }

        // A position is meant within the reach of the author.
        var sales = await manager.Post("/api/notices", new { title = "岗位", text = "岗位", to = new[] { new { positionId = house.Seed.Positions["销售代表"] } } }, 201);
        await manager.Post($"/api/notices/{sales.Id}/publish", seen: 1, expect: 200);
        (await manager.Get($"/api/notices/{sales.Id}/recipients?sort=name", 200)).Column("name").ShouldBe(["员工rep-a", "员工rep-a2"]);
        using var rep = await house.SignIn("rep-a");
        await rep.Post("/api/notices", new { title = "无权", text = "无权", to = To(house, "team-a") }, 403);
    }

    [Theory, Databases]
    public async Task What_is_published_is_withdrawn_with_a_reason_and_never_edited(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        using var gm = await house.SignIn("gm");
        using var rep = await house.SignIn("rep-a");
        var id = await Written(house, manager);
        var body = new { title = "改过", text = "改过", to = To(house, "team-a") };
        await manager.Put($"/api/notices/{id}", body, seen: 1, expect: 200);
        await manager.Put($"/api/notices/{id}", body, seen: 1, expect: 412);
        await manager.Post($"/api/notices/{id}/publish", seen: 2, expect: 200);
        (await manager.Put($"/api/notices/{id}", body, seen: 3, expect: 409)).Code.ShouldBe("collaboration.notice-published");
        (await manager.Delete($"/api/notices/{id}", expect: 409)).Code.ShouldBe("collaboration.notice-published");
        (await gm.Post($"/api/notices/{id}/withdraw", new { reason = "不是我的" }, 409, seen: 3)).Code.ShouldBe("collaboration.not-author");
        await manager.Post($"/api/notices/{id}/withdraw", new { reason = "写错了" }, 200, seen: 3);
        (await rep.Get($"/api/notices/{id}", 200))["withdrawReason"].ShouldBe("写错了");
        (await house.Told(rep, "notice-withdrawn")).Count.ShouldBe(1);
        (await rep.Post($"/api/notices/{id}/confirm", expect: 409)).Code.ShouldBe("collaboration.notice-not-published");
        (await manager.Post($"/api/notices/{id}/remind", expect: 409)).Code.ShouldBe("collaboration.notice-not-published");
    }

    [Theory, Databases]
    public async Task All_that_is_wrong_with_it_is_said_at_once(Database database)
    {
        await using var house = await House.Open(database);
        using var manager = await house.SignIn("manager-a");
        (await manager.Faults(HttpMethod.Post, "/api/notices", new
        {
            title = " ",
            text = "",
            confirmBy = "2026-07-20",
            to = new object[] { new { unitId = house.Seed.Units["team-a"], personId = house.Seed.People["rep-a"] } },
        })).ShouldBe(["confirmBy: collaboration.nothing-to-confirm", "text: field.required", "title: field.required", "to[0]: collaboration.one-of-three"]);
        (await manager.Faults(HttpMethod.Post, "/api/notices", new { title = "x", text = "x", to = new[] { new { unitId = "01900000-0000-7000-8000-000000000000" } } }))
            .ShouldBe(["to: record.not-found"]);
        var late = await Written(house, manager, confirmBy: "2026-07-01");
        (await manager.Post($"/api/notices/{late}/publish", seen: 1, expect: 400)).Faults.ShouldBe(["confirmBy: collaboration.day-past"]);
    }

    private static object[] To(House house, string unit) => [new { unitId = house.Seed.Units[unit], withSubunits = true }];

    private static async Task<string> Written(House house, Client author, string unit = "team-a", string? confirmBy = null) =>
        (await author.Post("/api/notices", new { title = "例会改期", text = "改到周四", mustConfirm = true, confirmBy, to = To(house, unit) }, 201)).Id;
}
