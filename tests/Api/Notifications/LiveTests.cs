using Yingpan.Platform.Notifications.Live;
using Microsoft.Extensions.DependencyInjection;

namespace Yingpan.Tests.Api.Notifications;

public sealed class LiveTests
{
    [Theory, Databases]
    public async Task Every_window_of_somebody_hears_at_once_and_nobody_elses(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var other = await house.SignIn("rep-b");
        await using var first = await Window.Open(rep);
        await using var second = await Window.Open(rep);
        await using var others = await Window.Open(other);
        await house.Tell("rep-a");
        await first.Hears("told");
        await second.Hears("told");
        others.Heard.ShouldBe(["open"]);
        await house.Tell("rep-a");
        await first.Hears("told", 2);
        house.Clock.Advance(LiveNotifications.Breath);
        await others.Hears("still");
    }

    [Theory, Databases]
    public async Task What_is_off_or_rolled_back_makes_no_sound(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        await rep.Put("/api/profile/notifications", new { kinds = new[] { new { kind = Telling.Usual, choice = "Off" } } }, expect: 200);
        await using var window = await Window.Open(rep);
        await house.Tell("rep-a");
        await house.Tell("rep-a", Telling.Urgent);
        await window.Hears("told");
        await Task.Delay(200, TestContext.Current.CancellationToken);
        window.Heard.ShouldBe(["open", "told"]);
    }

    [Theory, Databases]
    public async Task Signing_out_closes_the_windows_of_that_session_only(Database database)
    {
        await using var house = await House.Open(database);
        using var here = await house.SignIn("rep-a");
        using var there = await house.SignIn("rep-a");
        await using var closed = await Window.Open(here);
        await using var open = await Window.Open(there);
        await here.Delete("/api/session", expect: 204);
        await closed.Hears("ended");
        await Eventually.Holds(() => Task.FromResult(closed.IsOver));
        await house.Tell("rep-a");
        await open.Hears("told");
        open.IsOver.ShouldBeFalse();
        closed.Heard.ShouldNotContain("told");
        await here.Get("/api/notifications/stream", 401);
    }

    [Theory, Databases]
    public async Task A_disabled_account_and_an_idle_session_hear_nothing_more(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        using var idle = await house.SignIn("rep-b");
        await using var window = await Window.Open(rep);
        await using var left = await Window.Open(idle);
        await admin.EditAccount(house.Seed.Accounts["rep-a"], new { roles = new[] { house.Seed.Roles["rep"] }, isDisabled = true });
        await window.Hears("ended");
        left.IsOver.ShouldBeFalse();
        house.Clock.Advance(TimeSpan.FromMinutes(35)); // An open window alone does not keep a session alive.
        await left.Hears("ended");
    }

    [Theory, Databases]
    public async Task Who_has_left_hears_nothing_more_at_once_and_who_leaves_today_from_midnight_on(Database database)
    {
        await using var house = await House.Open(database, "SignIn:IdleMinutes=100000", "SignIn:AbsoluteHours=10000");
        using var hr = await house.SignIn("hr");
        using var gone = await house.SignIn("rep-a");
        using var goes = await house.SignIn("rep-b");
        using var stays = await house.SignIn("rep-c");
        await using var closed = await Window.Open(gone);
        await using var today = await Window.Open(goes);
        await using var open = await Window.Open(stays);
        foreach (var (login, last) in new[] { ("rep-a", "2026-07-14"), ("rep-b", "2026-07-15") })
        {
            var path = $"/api/people/{house.Seed.People[login]}";
            await hr.Put(path, new { name = $"员工{login}", hiredOn = "2024-01-01", leftOn = last }, (await hr.Get(path, 200)).Version, 200);
        }

        await closed.Hears("ended");
        await house.Tell("rep-b");
        await today.Hears("told");
        today.IsOver.ShouldBeFalse();
        // Past midnight in the company's zone, and nothing else has changed.
        house.Clock.Advance(TimeSpan.FromHours(14) + TimeSpan.FromMinutes(1));
        await today.Hears("ended");
        open.IsOver.ShouldBeFalse();
    }

    [Theory, Databases]
    public async Task A_session_opens_so_many_windows_and_no_more(Database database)
    {
        await using var house = await House.Open(database, "Notifications:StreamsPerSession=2");
        using var rep = await house.SignIn("rep-a");
        await using var first = await Window.Open(rep);
        var second = await Window.Open(rep);
        var refused = await rep.Get("/api/notifications/stream", 429);
        refused.Headers["Retry-After"].ShouldBe("30");
        await second.DisposeAsync();
        await Eventually.Holds(() => Task.FromResult(house.Services.GetRequiredService<LiveNotifications>().Count == 1));
        await using var third = await Window.Open(rep);
    }

    [Theory, Databases]
    public async Task A_server_that_ends_does_not_wait_for_open_windows(Database database)
    {
        var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        await using var window = await Window.Open(rep);
        var began = System.Diagnostics.Stopwatch.StartNew();
        await house.DisposeAsync();
        await window.Hears("ended");
        began.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task What_one_process_tells_the_windows_of_another_hear()
    {
        var template = await Template.Of(Database.Postgres);
        await using var copy = await template.Copy();
        await using var one = await ServerProcess.Start(copy);
        await using var two = await ServerProcess.Start(copy);
        using var rep = await one.SignIn("rep-a");
        await using var window = await Window.Open(rep);
        // The other process says so while its own change is durable: a request that waits for rep-a's manager.
        using var manager = await one.SignIn("manager-a");
        await using var chief = await Window.Open(manager);
        using var elsewhere = await two.SignIn("rep-a");
        await elsewhere.Post("/api/approvals", new { matterId = template.Seed.Record("approval-matters", "费用"), title = "两个进程", amount = "10.00" }, 201);
        await chief.Hears("told");
        window.Heard.ShouldBe(["open"]);
    }
}
