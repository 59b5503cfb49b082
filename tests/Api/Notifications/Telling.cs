using Microsoft.Extensions.DependencyInjection;
using Yingpan.Kernel;
using Yingpan.Platform.Notifications;

namespace Yingpan.Tests.Api.Notifications;

/// <summary>What the tests of notifications do again and again.</summary>
internal static class Telling
{
    public const string Urgent = "approval-late";
    public const string Usual = "approval-asked";

    /// <summary>Somebody is told something, in a transaction of its own as a module would.</summary>
    public static Task Tell(this House house, string login, string kind = Usual, string title = "差旅费") => house.Inside(async (db, services) =>
    {
        await db.InTransaction(() => services.GetRequiredService<Notifier>().Tell(
            new PersonId(Guid.Parse(house.Seed.People[login])), kind,
            new Dictionary<string, object?> { ["applicant"] = "张三", ["title"] = title }, "/approvals?open=1", CancellationToken.None), CancellationToken.None);
        return true;
    });

    /// <summary>A house with nothing told yet, whose people have mailboxes and whose server sends to this one.</summary>
    public static async Task<(House House, Client Admin)> WithMail(Database database, FakeMailServer mail, params string[] settings)
    {
        var house = await House.Open(database, ["Notifications:AllowPlainPasswords=true", "SignIn:IdleMinutes=100000", .. settings]);
        await house.Sql("DELETE FROM platform_notification");
        await house.Sql("UPDATE platform_account SET email = user_name || '@touchstone.example', language = 'zh'");
        var admin = await house.SignIn("admin");
        await admin.Put("/api/mail-server", Server(mail), seen: 1, expect: 200);
        return (house, admin);
    }

    public static Dictionary<string, object?> Server(FakeMailServer mail) => new()
    {
        ["isOn"] = true,
        ["host"] = "127.0.0.1",
        ["port"] = mail.Port,
        ["security"] = "None",
        ["userName"] = FakeMailServer.User,
        ["password"] = FakeMailServer.Password,
        ["senderAddress"] = "yingpan@touchstone.example",
        ["senderName"] = "营盘",
    };

    public static Dictionary<string, object?> Settings() => new()
    {
        ["address"] = "https://sales.touchstone.example",
        ["usualChoice"] = "Email",
        ["urgentPasses"] = true,
        ["digest"] = "None",
        ["dailyAt"] = "08:30",
        ["attempts"] = 3,
        ["firstWaitSeconds"] = 60,
        ["longestWaitMinutes"] = 60,
        ["keepDays"] = 30,
        ["kinds"] = new[] { new { kind = Urgent, choice = "Email", isUrgent = true } },
    };

    public static Dictionary<string, object?> Robot(this House house, FakeRobots robots, string kind, params string[] units) => new()
    {
        ["name"] = $"群{kind}",
        ["kind"] = kind,
        ["webhook"] = robots.Webhook(kind.ToLowerInvariant()),
        ["secret"] = kind == "WeCom" ? null : FakeRobots.Secret,
        ["isOn"] = true,
        ["kinds"] = new[] { Usual },
        ["units"] = units.Select(unit => house.Seed.Units[unit]).ToArray(),
    };

    /// <summary>The states of all deliveries, the oldest first.</summary>
    public static async Task<IReadOnlyList<string>> States(this Client admin, string query = "") =>
        (await admin.Get($"/api/deliveries?sort=createdAt&{query}", 200)).Column("state");
}
