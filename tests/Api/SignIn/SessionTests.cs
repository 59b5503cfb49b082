using Microsoft.EntityFrameworkCore;
using Yingpan.Platform.Identity;

namespace Yingpan.Tests.Api.SignIn;

public sealed class SessionTests
{
    [Theory, Databases]
    public async Task Signing_out_ends_the_session_on_the_server_too(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = house.Nobody();
        var cookie = (await rep.Post("/api/session", new { login = "rep-a", password = Seed.Password }, 200)).Headers["Set-Cookie"].Split(';')[0];
        await rep.Delete("/api/session", expect: 204);
        await rep.Get("/api/session", 401);

        using var thief = house.Program("");
        await thief.Send(HttpMethod.Get, "/api/session", expect: 401, headers: ("Cookie", cookie));
    }

    [Theory, Databases]
    public async Task The_list_of_sessions_shows_mine_and_ends_one_at_once(Database database)
    {
        await using var house = await House.Open(database);
        using var here = await house.SignIn("rep-a");
        using var there = await house.SignIn("rep-a");
        using var colleague = await house.SignIn("rep-b");
        var sessions = (await here.Get("/api/profile/sessions", 200)).Items;
        sessions.Count.ShouldBe(2);
        var other = sessions.Single(session => !session.GetProperty("current").GetBoolean()).GetProperty("id").GetString();

        await colleague.Delete($"/api/profile/sessions/{other}", expect: 404);
        await there.Get("/api/session", 200);
        await here.Delete($"/api/profile/sessions/{other}", expect: 204);
        await there.Get("/api/session", 401);
        await here.Get("/api/session", 200);
    }

    [Theory, Databases]
    public async Task Ending_the_others_leaves_only_this_one(Database database)
    {
        await using var house = await House.Open(database);
        using var here = await house.SignIn("rep-a");
        using var there = await house.SignIn("rep-a");
        using var colleague = await house.SignIn("rep-b");
        await here.Post("/api/profile/sessions/end-others", null, 204);
        await there.Get("/api/session", 401);
        await here.Get("/api/session", 200);
        await colleague.Get("/api/session", 200);
    }

    [Theory, Databases]
    public async Task Whose_last_day_has_passed_comes_in_no_more(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var open = await house.SignIn("rep-a");
        var file = await admin.Get($"/api/people/{house.Seed.People["rep-a"]}", 200);
        async Task Leave(string day) => await admin.Put($"/api/people/{house.Seed.People["rep-a"]}", new { name = file["name"], hiredOn = file["hiredOn"], leftOn = day },
            (await admin.Get($"/api/people/{house.Seed.People["rep-a"]}", 200)).Version, 200);
        await Leave("2026-07-15");
        await open.Get("/api/session", 200);
        var token = (await open.Post("/api/profile/tokens", new { name = "报表", expiresOn = "2026-07-31" }, 201))["token"];
        using var program = house.Program(token);
        await program.Get("/api/session", 200);
        await Leave("2026-07-14");
        await open.Get("/api/session", 401);
        await program.Get("/api/session", 401);
        using var nobody = house.Nobody();
        (await nobody.Post("/api/session", new { login = "rep-a", password = Seed.Password }, 401)).Code.ShouldBe("session.wrong-credentials");
    }

    [Theory, Databases]
    public async Task Changing_the_password_ends_every_other_session(Database database)
    {
        await using var house = await House.Open(database);
        using var here = await house.SignIn("rep-a");
        using var there = await house.SignIn("rep-a");
        (await here.Post("/api/profile/password", new { current = "not mine", next = "a password of my own" }, 400)).Faults
            .ShouldBe(["current: identity.password-mismatch"]);
        (await here.Post("/api/profile/password", new { current = Seed.Password, next = "short" }, 400)).Faults
            .ShouldBe(["next: identity.password-too-short"]);
        (await here.Post("/api/profile/password", new { current = Seed.Password, next = "Password-2026!" }, 400)).Faults
            .ShouldBe(["next: identity.password-common"]);
        (await here.Post("/api/profile/password", new { current = Seed.Password, next = "Rep-A lives by the sea" }, 400)).Faults
            .ShouldBe(["next: identity.password-names-owner"]);
        using (var admin = await house.SignIn("admin"))
        {
            (await admin.Post($"/api/accounts/{house.Seed.Accounts["rep-a"]}/password", new { password = "qwertyuiop123" }, 400)).Faults.ShouldBe(["password: identity.password-common"]);
        }

        await there.Get("/api/session", 200);

        await here.Post("/api/profile/password", new { current = Seed.Password, next = "a password of my own" }, 204);
        await there.Get("/api/session", 401);
        await here.Get("/api/session", 200);
        using var nobody = house.Nobody();
        await nobody.Post("/api/session", new { login = "rep-a", password = Seed.Password }, 401);
        (await house.SignIn("rep-a", "a password of my own")).Dispose();
    }

    [Theory, Databases]
    public async Task A_disabled_account_is_out_at_once_with_browser_and_token_and_stays_out(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        using var program = house.Program((await rep.Post("/api/profile/tokens", new { name = "sync", expiresOn = "2026-12-31" }, 201))["token"]);
        await program.Get("/api/customers", 200);

        await admin.EditAccount(house.Seed.Accounts["rep-a"], new { roles = new[] { house.Seed.Roles["rep"] }, isDisabled = true });
        await rep.Get("/api/customers", 401);
        await program.Get("/api/customers", 401);
        using var nobody = house.Nobody();
        await nobody.Post("/api/session", new { login = "rep-a", password = Seed.Password }, 401);
    }

    [Theory, Databases]
    public async Task A_role_taken_away_is_gone_with_the_next_request_and_a_new_one_there(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        (await rep.Get("/api/customers", 200)).Total.ShouldBe(1);
        var account = house.Seed.Accounts["rep-a"];
        await admin.EditAccount(account, new { roles = Array.Empty<string>(), isDisabled = false });
        await rep.Get("/api/customers", 403);
        await admin.EditAccount(account, new { roles = new[] { house.Seed.Roles["rep"], house.Seed.Roles["manager"] }, isDisabled = false });
        // Of two roles that grant the same permission the wider reach counts: the whole team's customers.
        (await rep.Get("/api/customers", 200)).Total.ShouldBe(3);
    }

    [Theory, Databases]
    public async Task Who_edits_an_account_must_have_seen_what_he_changes(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var (id, hr, rep) = (house.Seed.Accounts["rep-a"], house.Seed.Roles["hr"], house.Seed.Roles["rep"]);
        var seen = await admin.SeenAccount(id);
        await admin.Put($"/api/accounts/{id}", new { roles = new[] { hr }, isDisabled = false }, expect: 428);
        // That its owner signs in changes nothing of what an administrator has before him.
        (await house.SignIn("rep-a")).Dispose();
        await admin.Put($"/api/accounts/{id}", new { roles = new[] { rep, hr }, isDisabled = false }, seen, 204);
        (await admin.Put($"/api/accounts/{id}", new { roles = new[] { rep }, isDisabled = true }, seen, 412)).Code.ShouldBe("version.stale");
        using var still = await house.SignIn("rep-a");
        await admin.EditAccount(id, new { roles = new[] { hr, rep }, isDisabled = true });
        await still.Get("/api/session", 401);
    }

    [Theory, Databases]
    public async Task An_administrator_ends_all_sessions_of_an_account(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        await admin.Post($"/api/accounts/{house.Seed.Accounts["rep-a"]}/end-sessions", null, 204);
        await rep.Get("/api/session", 401);
    }

    [Theory, Databases]
    public async Task Nobody_changes_the_roles_of_his_own_account(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await admin.Put($"/api/accounts/{house.Seed.Accounts["admin"]}", new { roles = Array.Empty<string>(), isDisabled = true }, seen: 1, expect: 409);
        await admin.Get("/api/accounts", 200);
    }

    [Theory, Databases]
    public async Task An_unused_session_is_over_after_half_an_hour(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        house.Clock.Advance(TimeSpan.FromMinutes(31));
        await rep.Get("/api/session", 401);
    }

    [Theory, Databases]
    public async Task A_session_in_use_lives_on(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        house.Clock.Advance(TimeSpan.FromMinutes(20));
        await rep.Get("/api/session", 200);
        // Who was seen is written down once a minute.
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await Eventually.Holds(() => house.Inside(db => db.Set<Session>().AnyAsync(session => session.LastSeenAt > FakeClock.Start)));
        house.Clock.Advance(TimeSpan.FromMinutes(20));
        await rep.Get("/api/session", 200);
    }

    [Theory, Databases]
    public async Task However_much_it_is_used_a_session_ends_after_half_a_day(Database database)
    {
        await using var house = await House.Open(database, "SignIn:IdleMinutes=10000");
        using var rep = await house.SignIn("rep-a");
        house.Clock.Advance(TimeSpan.FromHours(11));
        await rep.Get("/api/session", 200);
        house.Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));
        await rep.Get("/api/session", 401);
    }

    [Theory, Databases]
    public async Task A_personal_access_token_works_for_programs_until_it_is_ended_or_over(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        var token = (await rep.Post("/api/profile/tokens", new { name = "sync", expiresOn = "2026-07-31" }, 201))["token"];
        var second = (await rep.Post("/api/profile/tokens", new { name = "report", expiresOn = "2026-07-31" }, 201))["token"];
        token.ShouldStartWith("yp_");
        using var program = house.Program(token);
        using var report = house.Program(second);
        (await program.Get("/api/customers", 200)).Total.ShouldBe(1);

        var row = (await rep.Get("/api/profile/tokens", 200)).Items.Single(item => item.GetProperty("name").GetString() == "sync");
        row.ToString().ShouldNotContain(token);
        using var colleague = await house.SignIn("rep-b");
        await colleague.Delete($"/api/profile/tokens/{row.GetProperty("id")}", expect: 404);
        await rep.Delete($"/api/profile/tokens/{row.GetProperty("id")}", expect: 204);
        await program.Get("/api/customers", 401);

        // Tokens do not go idle; they end with their last day.
        house.Clock.Advance(TimeSpan.FromDays(16));
        await report.Get("/api/customers", 200);
        house.Clock.Advance(TimeSpan.FromDays(1));
        await report.Get("/api/customers", 401);
        using var madeUp = house.Program("yp_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        await madeUp.Get("/api/customers", 401);
    }

    [Theory, Databases]
    public async Task A_token_lives_a_year_at_the_most(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        foreach (var expiresOn in new[] { "2026-07-14", "2027-07-17" })
        {
            (await rep.Post("/api/profile/tokens", new { name = "sync", expiresOn }, 400)).Faults.ShouldBe(["expiresOn: profile.token-days"]);
        }
    }
}
