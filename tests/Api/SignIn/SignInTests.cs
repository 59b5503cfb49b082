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
}
