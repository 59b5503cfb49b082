namespace Yingpan.Tests.Api.SignIn;

public sealed class SignInTests
{
    [Theory, Databases]
    public async Task The_right_password_opens_a_session_that_says_who_I_am_and_what_I_may(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        var me = await rep.Get("/api/session", 200);
        me.Json.GetProperty("account").GetProperty("login").GetString().ShouldBe("rep-a");
        me.Json.GetProperty("person").GetProperty("unitName").GetString().ShouldBe("上海队");
        me.Json.GetProperty("permissions").GetProperty("customers.read").GetString().ShouldBe("Own");
        me.Json.GetProperty("company").GetProperty("today").GetString().ShouldBe("2026-07-15");
    }

    [Theory, Databases]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites(Database database)
    {
        await using var house = await House.Open(database);
        using var nobody = house.Nobody();
        var cookie = (await nobody.Post("/api/session", new { login = "rep-a", password = Seed.Password }, 200)).Headers["Set-Cookie"];
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=strict", Case.Insensitive);
        cookie.ShouldContain("path=/", Case.Insensitive);
    }

    [Theory, Databases]
    public async Task A_wrong_password_and_an_unknown_login_get_the_same_answer(Database database)
    {
        await using var house = await House.Open(database);
        using var nobody = house.Nobody();
        var wrong = await nobody.Post("/api/session", new { login = "rep-a", password = "not this one" }, 401);
        var unknown = await nobody.Post("/api/session", new { login = "no-such-login", password = "not this one" }, 401);
        wrong.Code.ShouldBe("session.wrong-credentials");
        unknown.Text.ShouldBe(wrong.Text);
        wrong.Headers.ShouldNotContainKey("Set-Cookie");
    }

    [Theory, Databases]
    public async Task The_login_may_be_the_e_mail_address_or_the_phone_number_of_the_account(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        await rep.Put("/api/profile", new { email = "Rep@House.Example", phone = "13900000001" }, expect: 200);
        (await house.SignIn("rep@house.example")).Dispose();
        (await house.SignIn("13900000001")).Dispose();
    }

    [Theory, Databases]
    public async Task Five_wrong_passwords_lock_the_account_even_for_the_right_one(Database database)
    {
        await using var house = await House.Open(database);
        using var nobody = house.Nobody();
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            var refused = await nobody.Post("/api/session", new { login = "rep-a", password = $"wrong {attempt}" }, 401);
            refused.Code.ShouldBe(attempt < 5 ? "session.wrong-credentials" : "session.locked");
        }

        (await nobody.Post("/api/session", new { login = "rep-a", password = Seed.Password }, 401)).Code.ShouldBe("session.locked");
        (await house.SignIn("rep-b")).Dispose();

        await house.Sql("UPDATE platform_account SET lockout_end = NULL WHERE user_name = 'rep-a'");
        (await house.SignIn("rep-a")).Dispose();
    }

    [Theory, Databases]
    public async Task An_administrator_s_new_password_ends_the_lock(Database database)
    {
        await using var house = await House.Open(database);
        using var nobody = house.Nobody();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await nobody.Post("/api/session", new { login = "rep-a", password = "wrong" }, 401);
        }

        using var admin = await house.SignIn("admin");
        await admin.Post($"/api/accounts/{house.Seed.Accounts["rep-a"]}/password", new { password = "an initial password" }, 204);
        (await house.SignIn("rep-a", "an initial password")).Dispose();
    }

    [Theory, Databases]
    public async Task Too_many_attempts_from_one_address_are_slowed_down_whoever_is_asked_for(Database database)
    {
        await using var house = await House.Open(database, "Limits:SignInsPerMinute=3");
        using var nobody = house.Nobody();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await nobody.Post("/api/session", new { login = $"guess{attempt}", password = "x" }, 401);
        }

        var slowed = await nobody.Post("/api/session", new { login = "rep-a", password = Seed.Password }, 429);
        slowed.Code.ShouldBe("request.too-many");
        slowed.Headers.ShouldContainKey("Retry-After");
    }

    [Theory, Databases]
    public async Task A_new_initial_password_ends_the_sessions_and_lets_in_only_as_far_as_the_own_password(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var before = await house.SignIn("rep-a");
        await admin.Post($"/api/accounts/{house.Seed.Accounts["rep-a"]}/password", new { password = "an initial password" }, 204);
        await before.Get("/api/session", 401);

        using var rep = await house.SignIn("rep-a", "an initial password");
        (await rep.Get("/api/customers", 403)).Code.ShouldBe("permission.password-first");
        (await rep.Get("/api/session", 200)).Json.GetProperty("account").GetProperty("mustChangePassword").GetBoolean().ShouldBeTrue();
        await rep.Post("/api/profile/password", new { current = "an initial password", next = "a password of my own" }, 204);
        await rep.Get("/api/customers", 200);
    }

    [Theory, Databases]
    public async Task A_passkey_that_is_none_is_refused(Database database)
    {
        await using var house = await House.Open(database);
        using var nobody = house.Nobody();
        foreach (var credentialJson in new[] { "", "{}", "not json", """{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{},"clientExtensionResults":{}}""" })
        {
            (await nobody.Post("/api/session/passkey", new { credentialJson })).Status.ShouldBeOneOf(400, 401);
        }

        await nobody.Post("/api/session/passkey/options", null, 200);
        (await nobody.Post("/api/session/passkey", new { credentialJson = "{}" })).Status.ShouldBeOneOf(400, 401);
        using var rep = await house.SignIn("rep-a");
        await rep.Post("/api/profile/passkeys/options", null, 200);
        (await rep.Post("/api/profile/passkeys", new { name = "phone", credentialJson = "{}" })).Status.ShouldBe(400);
        await rep.Delete("/api/profile/passkeys/00ff", expect: 404);
        await rep.Delete("/api/profile/passkeys/xyz", expect: 404);
    }
}
