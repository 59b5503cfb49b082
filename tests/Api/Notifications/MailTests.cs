namespace Yingpan.Tests.Api.Notifications;

public sealed class MailTests
{
    [Theory, Databases]
    public async Task What_somebody_is_told_arrives_in_his_mailbox_once(Database database)
    {
        await using var mail = new FakeMailServer();
        var (house, admin) = await Telling.WithMail(database, mail);
        await using var _ = house;
        await admin.Put("/api/notification-settings", Telling.Settings(), seen: 1, expect: 200);
        await house.Tell("rep-a");
        await Eventually.Holds(() => Task.FromResult(mail.Mails.Count == 1));
        var one = mail.Mails[0];
        one.To.ShouldBe("rep-a@touchstone.example");
        one.Subject.ShouldBe("张三 的“差旅费”等您审批");
        one.Read.ShouldContain("https://sales.touchstone.example/approvals?open=1");
        one.Header("Auto-Submitted").ShouldBe("auto-generated");
        await Eventually.Holds(async () => (await admin.States()).SequenceEqual(["Sent"]));
        house.Clock.Advance(TimeSpan.FromHours(3));
        await Task.Delay(300, TestContext.Current.CancellationToken);
        mail.Mails.Count.ShouldBe(1);
        var row = (await admin.Get("/api/deliveries", 200)).Items[0];
        (row.GetProperty("kindName").GetString(), row.GetProperty("personName").GetString(), row.GetProperty("attempts").GetInt32()).ShouldBe(("有申请等我审批", "员工rep-a", 1));
        row.ToString().ShouldNotContain("差旅费"); // What it says is its reader's.
    }

    [Theory, Databases]
    public async Task Who_has_no_mailbox_chose_none_or_reads_first_gets_no_mail(Database database)
    {
        await using var mail = new FakeMailServer();
        var (house, admin) = await Telling.WithMail(database, mail);
        await using var _ = house;
        await house.Sql("UPDATE platform_account SET email = NULL WHERE user_name = 'rep-b'");
        await house.Tell("rep-b");
        using var rep = await house.SignIn("rep-a");
        await rep.Put("/api/profile/notifications", new { kinds = new[] { new { kind = Telling.Usual, choice = "InApp" }, new { kind = "approval-copied", choice = "Off" } }, digest = "Hourly" }, expect: 200);
        await house.Tell("rep-a");
        await house.Tell("rep-a", "approval-copied");
        await house.Tell("rep-a", "approval-refused");
        (await admin.States()).ShouldBe(["Waiting"]);
        var mine = await rep.Get("/api/notifications", 200);
        (mine.Total, mine["unread"]).ShouldBe((3, "2")); // The one switched off is kept, as read.
        await rep.Post("/api/notifications/read-all", expect: 204);
        house.Clock.Advance(TimeSpan.FromHours(1));
        await Eventually.Holds(async () => (await admin.States()).SequenceEqual(["Dropped"]));
        (await admin.Get("/api/deliveries", 200)).Column("reason").ShouldBe(["发送前已在系统中阅读"]);
        mail.Mails.ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task Quiet_hours_hold_a_mail_and_the_morning_brings_one_for_all_of_them(Database database)
    {
        await using var mail = new FakeMailServer();
        var (house, admin) = await Telling.WithMail(database, mail);
        await using var _ = house;
        await admin.Put("/api/notification-settings", Telling.Settings().With(("quietFrom", "22:00"), ("quietTo", "07:30")), seen: 1, expect: 200);
        house.Clock.Advance(TimeSpan.FromHours(13)); // 23:00
        await house.Tell("rep-a", title: "甲");
        await house.Tell("rep-a", title: "乙");
        await house.Tell("rep-b", Telling.Urgent, "急");
        await Eventually.Holds(() => Task.FromResult(mail.Mails.Count == 1));
        mail.Mails[0].To.ShouldBe("rep-b@touchstone.example");
        house.Clock.Advance(TimeSpan.FromHours(8)); // 7:00
        await Task.Delay(300, TestContext.Current.CancellationToken);
        mail.Mails.Count.ShouldBe(1);
        house.Clock.Advance(TimeSpan.FromMinutes(31));
        await Eventually.Holds(() => Task.FromResult(mail.Mails.Count == 2));
        (mail.Mails[1].To, mail.Mails[1].Subject).ShouldBe(("rep-a@touchstone.example", "2 条新通知"));
        mail.Mails[1].Read.ShouldContain("“甲”");
        mail.Mails[1].Read.ShouldContain("“乙”");
    }

    [Theory, Databases]
    public async Task A_busy_server_is_tried_again_and_a_mailbox_that_is_not_there_fails_at_once(Database database)
    {
        await using var mail = new FakeMailServer();
        var (house, admin) = await Telling.WithMail(database, mail);
        await using var _ = house;
        await admin.Put("/api/notification-settings", Telling.Settings(), seen: 1, expect: 200);
        mail.AnswersToRecipients.Enqueue("450 4.2.0 busy");
        mail.AnswersToRecipients.Enqueue("451 4.3.0 busy");
        await house.Tell("rep-a");
        await Eventually.Holds(async () => (await admin.Get("/api/deliveries", 200)).Column("attempts").SequenceEqual(["1"]));
        house.Clock.Advance(TimeSpan.FromSeconds(61));
        await Eventually.Holds(async () => (await admin.Get("/api/deliveries", 200)).Column("attempts").SequenceEqual(["2"]));
        house.Clock.Advance(TimeSpan.FromSeconds(61)); // The second wait is twice as long.
        await Task.Delay(300, TestContext.Current.CancellationToken);
        mail.Mails.ShouldBeEmpty();
        house.Clock.Advance(TimeSpan.FromSeconds(61));
        await Eventually.Holds(() => Task.FromResult(mail.Mails.Count == 1));

        mail.AnswersToRecipients.Enqueue("550 5.1.1 no such user");
        await house.Tell("rep-b");
        await Eventually.Holds(async () => (await admin.States("state=Failed")).Count == 1);
        var failed = (await admin.Get("/api/deliveries?state=Failed", 200)).Items[0];
        (failed.GetProperty("reason").GetString(), failed.GetProperty("detail").GetString()).ShouldBe(("收件地址被拒绝", "550 5.1.1 no such user"));
        await admin.Post($"/api/deliveries/{failed.GetProperty("id").GetString()}/retry", expect: 204);
        await Eventually.Holds(() => Task.FromResult(mail.Mails.Count == 2));
        await Eventually.Holds(async () => (await admin.States()).All(state => state == "Sent"));
        await admin.Post($"/api/deliveries/{failed.GetProperty("id").GetString()}/retry", expect: 409);
    }

    [Theory, Databases]
    public async Task After_the_last_attempt_it_has_failed_and_all_of_them_can_be_sent_again(Database database)
    {
        await using var mail = new FakeMailServer();
        var (house, admin) = await Telling.WithMail(database, mail);
        await using var _ = house;
        await admin.Put("/api/notification-settings", Telling.Settings(), seen: 1, expect: 200);
        await admin.Put("/api/mail-server", Telling.Server(mail).With(("password", "wrong")), seen: 2, expect: 200);
        await house.Tell("rep-a");
        for (var attempts = 1; attempts <= 3; attempts++)
        {
            await Eventually.Holds(async () => (await admin.Get("/api/deliveries", 200)).Column("attempts").SequenceEqual([$"{attempts}"]));
            house.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        var row = (await admin.Get("/api/deliveries", 200)).Items[0];
        (row.GetProperty("state").GetString(), row.GetProperty("reason").GetString()).ShouldBe(("Failed", "邮件服务器不接受用户名或密码"));
        await admin.Put("/api/mail-server", Telling.Server(mail), seen: 3, expect: 200);
        (await admin.Post("/api/deliveries/retry-failed", expect: 200))["count"].ShouldBe("1");
        await Eventually.Holds(() => Task.FromResult(mail.Mails.Count == 1));
    }

    [Theory, Databases]
    public async Task The_password_is_in_no_answer_no_trail_and_not_in_the_clear(Database database)
    {
        await using var mail = new FakeMailServer();
        var (house, admin) = await Telling.WithMail(database, mail);
        await using var _ = house;
        var view = await admin.Get("/api/mail-server", 200);
        view["hasPassword"].ShouldBe("True");
        view.Text.ShouldNotContain(FakeMailServer.Password);
        (await admin.Get("/api/audit?entity=platform_mail_server", 200)).Text.ShouldNotContain(FakeMailServer.Password);
        (await house.Snapshot()).ShouldNotContain(FakeMailServer.Password);

        // Left out, the password stays, but never for another server than the one it was entered for.
        await admin.Put("/api/mail-server", Telling.Server(mail).With(("password", null), ("senderName", "另一个")), seen: 2, expect: 200);
        (await admin.Put("/api/mail-server", Telling.Server(mail).With(("password", null), ("host", "mail.example.com")), seen: 3, expect: 400)).Faults.ShouldBe(["password: notifications.password-again"]);
        (await admin.Put("/api/mail-server", Telling.Server(mail), seen: 2, expect: 412)).Code.ShouldBe("version.stale");
        var test = await admin.Post("/api/mail-server/test", new { to = "boss@touchstone.example" }, 200);
        test["isSent"].ShouldBe("True");
        mail.Mails.ShouldHaveSingleItem().Subject.ShouldBe("试金石公司 测试邮件");
        mail.AnswersToRecipients.Enqueue("550 no");
        test = await admin.Post("/api/mail-server/test", new { to = "boss@touchstone.example" }, 200);
        (test["isSent"], test["reason"], test["detail"]).ShouldBe(("False", "收件地址被拒绝", "550 no"));
    }

    [Theory, Databases]
    public async Task What_is_wrong_with_the_settings_is_named_at_once(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        (await admin.Post("/api/mail-server/test", new { to = "a@b.example" }, 409)).Code.ShouldBe("notifications.no-mail-server");
        (await admin.Put("/api/mail-server", new { isOn = true, host = "a b", port = 0, security = "Tls", senderAddress = "nobody" }, seen: 1, expect: 400)).Faults
            .ShouldBe(["host: notifications.not-host", "port: field.range", "senderAddress: field.email"]);
        (await admin.Put("/api/mail-server", new { isOn = true, host = "mail", port = 25, security = "None", userName = "u", password = "p", senderAddress = "a@b.example" }, seen: 1, expect: 400)).Faults
            .ShouldBe(["security: notifications.plain-password"]);
        (await admin.Put("/api/notification-settings", Telling.Settings().With(("attempts", 0), ("quietFrom", "22:00"), ("address", "ftp://x")), seen: 1, expect: 400)).Faults
            .ShouldBe(["address: notifications.not-address", "attempts: field.range", "quietTo: notifications.both-ends"]);
        (await admin.Put("/api/notification-settings", Telling.Settings().With(("dailyAt", "25:00")), seen: 1, expect: 400)).Faults.ShouldBe(["dailyAt: field.not-time"]);
        (await admin.Put("/api/notification-settings", Telling.Settings().With(("kinds", new[] { new { kind = "no-such" } })), seen: 1, expect: 400)).Faults.ShouldBe(["kinds[0].kind: notifications.unknown-kind"]);
        (await admin.Put("/api/notification-settings", Telling.Settings(), seen: 2, expect: 412)).Code.ShouldBe("version.stale");
        using var rep = await house.SignIn("rep-a");
        (await rep.Put("/api/profile/notifications", new { kinds = new[] { new { kind = "no-such" } } }, expect: 400)).Faults.ShouldBe(["kinds[0].kind: notifications.unknown-kind"]);
        foreach (var path in new[] { "/api/mail-server", "/api/notification-settings", "/api/notification-robots", "/api/deliveries" })
        {
            await rep.Get(path, 403);
        }
    }
}
