namespace Yingpan.Tests.Api.Notifications;

public sealed class RobotsTests
{
    [Theory, Databases("WeCom", "DingTalk", "Feishu")]
    public async Task A_group_hears_what_its_robot_was_set_up_for(Database database, string kind)
    {
        var (house, admin, robots) = await Open(database);
        await using var _ = house;
        await using var __ = robots;
        await admin.Put("/api/notification-settings", Telling.Settings(), seen: 1, expect: 200);
        await admin.Post("/api/notification-robots", house.Robot(robots, kind, "east"), 201);
        await house.Tell("rep-a");
        await house.Tell("rep-c"); // Of another region.
        await house.Tell("rep-a", Telling.Urgent); // Of another kind.
        await Eventually.Holds(() => Task.FromResult(robots.Said.Count == 1));
        robots.Said[0].ShouldBe((kind.ToLowerInvariant(), "【员工rep-a】张三 的“差旅费”等您审批 https://sales.touchstone.example/approvals?open=1"));
        await Eventually.Holds(async () => (await admin.States()).SequenceEqual(["Sent"]));
        (await admin.Get("/api/deliveries", 200)).Column("robotName").ShouldBe([$"群{kind}"]);
    }

    [Theory, Databases]
    public async Task A_wrong_signature_fails_at_once_and_says_why(Database database)
    {
        var (house, admin, robots) = await Open(database);
        await using var _ = house;
        await using var __ = robots;
        foreach (var (kind, said) in new[] { ("DingTalk", "310000 sign not match, more: https://example.com"), ("Feishu", "19021 sign match fail or timestamp is not within one hour from current time") })
        {
            var robot = (await admin.Post("/api/notification-robots", house.Robot(robots, kind).With(("secret", "another")), 201)).Id;
            await house.Tell("rep-a");
            await Eventually.Holds(async () => (await admin.States($"robot={robot}")).SequenceEqual(["Failed"]));
            var row = (await admin.Get($"/api/deliveries?robot={robot}", 200)).Items[0];
            (row.GetProperty("attempts").GetInt32(), row.GetProperty("reason").GetString(), row.GetProperty("detail").GetString())
                .ShouldBe((1, "机器人的安全设置未通过（签名、关键词或 IP 白名单）", said));
            var test = await admin.Post($"/api/notification-robots/{robot}/test", expect: 200);
            (test["isSent"], test["detail"]).ShouldBe(("False", said));
            await admin.Delete($"/api/notification-robots/{robot}", expect: 204);
        }

        robots.Said.ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task A_robot_that_speaks_too_fast_waits_as_long_as_it_is_told_and_says_all_of_it_together(Database database)
    {
        var (house, admin, robots) = await Open(database);
        await using var _ = house;
        await using var __ = robots;
        await admin.Post("/api/notification-robots", house.Robot(robots, "DingTalk"), 201);
        robots.Answers.Enqueue((200, """{"errcode":130101,"errmsg":"send too fast, exceed 20 times per minute"}""", null));
        await house.Tell("rep-a", title: "第一");
        await Eventually.Holds(async () => (await admin.Get("/api/deliveries", 200)).Column("reason").SequenceEqual(["对方限制了发送频率，稍后重试"]));
        (await admin.Get("/api/deliveries", 200)).Column("attempts").ShouldBe(["0"]);
        house.Clock.Advance(TimeSpan.FromMinutes(9));
        await Task.Delay(300, TestContext.Current.CancellationToken);
        robots.Asked.ShouldBe(1);
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await Eventually.Holds(() => Task.FromResult(robots.Said.Count == 1));

        // Between two messages it takes breath; what comes meanwhile goes together.
        for (var i = 0; i < 5; i++)
        {
            await house.Tell("rep-a", title: $"又{i}");
        }

        await Task.Delay(300, TestContext.Current.CancellationToken);
        robots.Said.Count.ShouldBe(1);
        house.Clock.Advance(TimeSpan.FromSeconds(10));
        await Eventually.Holds(() => Task.FromResult(robots.Said.Count == 2));
        robots.Said[1].Text.Split('\n').Length.ShouldBe(5);
    }

    [Theory, Databases]
    public async Task It_is_led_nowhere_else_and_a_passing_trouble_is_tried_again(Database database)
    {
        var (house, admin, robots) = await Open(database);
        await using var _ = house;
        await using var __ = robots;
        var robot = (await admin.Post("/api/notification-robots", house.Robot(robots, "Feishu"), 201)).Id;
        robots.Answers.Enqueue((302, "", $"{robots.Origin}/elsewhere"));
        var test = await admin.Post($"/api/notification-robots/{robot}/test", expect: 200);
        (test["isSent"], robots.Asked).ShouldBe(("False", 1));
        robots.Answers.Enqueue((502, "<html>", null));
        await house.Tell("rep-a");
        await Eventually.Holds(async () => (await admin.Get("/api/deliveries", 200)).Column("attempts").SequenceEqual(["1"]));
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await Eventually.Holds(() => Task.FromResult(robots.Said.Count == 1));
    }

    [Theory, Databases]
    public async Task Address_and_secret_are_in_no_answer_and_no_trail(Database database)
    {
        var (house, admin, robots) = await Open(database);
        await using var _ = house;
        await using var __ = robots;
        var body = house.Robot(robots, "DingTalk");
        var robot = (await admin.Post("/api/notification-robots", body, 201)).Id;
        // One that says its own key again.
        robots.Answers.Enqueue((200, $$"""{"errcode":300001,"errmsg":"no robot {{FakeRobots.Key}}"}""", null));
        var test = await admin.Post($"/api/notification-robots/{robot}/test", expect: 200);
        foreach (var text in new[]
        {
            (await admin.Get("/api/notification-robots", 200)).Text, (await admin.Get("/api/audit", 200)).Text, test.Text, await house.Snapshot(), house.Log,
        })
        {
            text.ShouldNotContain(FakeRobots.Key);
            text.ShouldNotContain(FakeRobots.Secret);
        }

        test["detail"].ShouldBe("300001 no robot ***");
        (await admin.Get("/api/notification-robots?q=群", 200)).Column("webhookHint").ShouldBe([$"{new Uri(robots.Origin).Authority}/…{FakeRobots.Key[^4..]}"]);
        // Left out, both stay.
        await admin.Put($"/api/notification-robots/{robot}", body.With(("webhook", null), ("secret", null), ("name", "改名")), seen: 1, expect: 200);
        (await admin.Post($"/api/notification-robots/{robot}/test", expect: 200))["isSent"].ShouldBe("True");
    }

    [Theory, Databases]
    public async Task It_is_only_where_its_maker_is(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await using var robots = new FakeRobots(() => house.Clock.GetUtcNow());
        foreach (var address in new[] { robots.Webhook("dingtalk"), "https://169.254.169.254/robot/send", "http://oapi.dingtalk.com/robot/send?access_token=1", "https://oapi.dingtalk.com.example.com/x" })
        {
            (await admin.Post("/api/notification-robots", house.Robot(robots, "DingTalk").With(("webhook", address)), 400)).Faults.ShouldBe(["webhook: notifications.robot-not-allowed"]);
        }

        var body = house.Robot(robots, "WeCom").With(("webhook", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1"));
        var robot = (await admin.Post("/api/notification-robots", body, 201)).Id;
        (await admin.Post("/api/notification-robots", body, 400)).Faults.ShouldBe(["name: notifications.robot-name-taken"]);
        (await admin.Post("/api/notification-robots", new { name = " ", kind = "WeCom", isOn = true, kinds = Array.Empty<string>(), units = new[] { Guid.CreateVersion7() } }, 400)).Faults
            .ShouldBe(["kinds: notifications.some-kind", "name: field.required"]);
        (await admin.Post("/api/notification-robots", body.With(("name", "二"), ("secret", "x"), ("webhook", null), ("units", new[] { Guid.CreateVersion7() }), ("kinds", new[] { "no-such" })), 400)).Faults
            .ShouldBe(["kinds[0]: notifications.unknown-kind", "secret: notifications.robot-no-secret", "units[0]: record.not-found", "webhook: field.required"]);
        (await admin.Put($"/api/notification-robots/{robot}", body.With(("webhook", null), ("kind", "Feishu")), seen: 1, expect: 400)).Faults.ShouldBe(["webhook: notifications.robot-address-again"]);
        (await admin.Put($"/api/notification-robots/{robot}", body, expect: 428)).Code.ShouldBe("version.required");
        robots.Asked.ShouldBe(0);
    }

    private static async Task<(House House, Client Admin, FakeRobots Robots)> Open(Database database)
    {
        var clock = FakeClock.Start;
        Func<DateTimeOffset> now = () => clock;
        var robots = new FakeRobots(() => now());
        var house = await House.Open(database, $"Notifications:RobotOrigins={robots.Origin}");
        now = house.Clock.GetUtcNow;
        await house.Sql("DELETE FROM platform_notification");
        return (house, await house.SignIn("admin"), robots);
    }
}
