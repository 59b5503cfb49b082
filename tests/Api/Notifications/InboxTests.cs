using Microsoft.Extensions.DependencyInjection;
using Yingpan.Kernel;
using Yingpan.Platform.Notifications;

namespace Yingpan.Tests.Api.Notifications;

public sealed class InboxTests
{
    private static Task Tell(House house, string login, string kind) => house.Inside(async (db, services) =>
    {
        await db.InTransaction(() => services.GetRequiredService<Notifier>().Tell(
            new PersonId(Guid.Parse(house.Seed.People[login])), kind, new Dictionary<string, object?> { ["name"] = "甲" }, "/customers/1", CancellationToken.None), CancellationToken.None);
        return true;
    });

    [Theory, Databases]
    public async Task One_reads_ones_own_notifications_and_no_others(Database database)
    {
        await using var house = await House.Open(database);
        await house.Sql("DELETE FROM platform_notification"); // What the test company itself has told.
        await Tell(house, "rep-a", "first");
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await Tell(house, "rep-a", "second");
        using var rep = await house.SignIn("rep-a");
        var mine = await rep.Get("/api/notifications", 200);
        mine.Column("kind").ShouldBe(["second", "first"]);
        (mine.Total, mine["unread"]).ShouldBe((2, "2"));

        using var other = await house.SignIn("rep-b");
        (await other.Get("/api/notifications", 200)).Total.ShouldBe(0);
        await other.Post($"/api/notifications/{mine.Items[0].GetProperty("id")}/read", expect: 404);
        await other.Post("/api/notifications/read-all", expect: 204);

        await rep.Post($"/api/notifications/{mine.Items[0].GetProperty("id")}/read", expect: 204);
        await rep.Post($"/api/notifications/{mine.Items[0].GetProperty("id")}/read", expect: 204);
        (await rep.Get("/api/notifications?unread=true", 200)).Column("kind").ShouldBe(["first"]);
        (await rep.Get("/api/notifications?page=2&size=1", 200)).Column("kind").ShouldBe(["first"]);
        await rep.Post("/api/notifications/read-all", expect: 204);
        (await rep.Get("/api/notifications", 200))["unread"].ShouldBe("0");
    }

    [Theory, Databases]
    public async Task What_is_rolled_back_was_never_said(Database database)
    {
        await using var house = await House.Open(database);
        await house.Sql("DELETE FROM platform_notification");
        await Should.ThrowAsync<TimeoutException>(() => house.Inside((db, services) => db.InTransaction<bool>(async () =>
        {
            await services.GetRequiredService<Notifier>().Tell(
                new PersonId(Guid.Parse(house.Seed.People["rep-a"])), "x", new Dictionary<string, object?>(), "", CancellationToken.None);
            throw new TimeoutException();
        }, CancellationToken.None)));
        using var rep = await house.SignIn("rep-a");
        (await rep.Get("/api/notifications", 200)).Total.ShouldBe(0);
    }
}
