namespace Yingpan.Tests.Api.Http;

public sealed class HeaderTests
{
    [Theory, Databases("/api/welcome", "/api/session", "/api/nothing-here", "/openapi/v1.json", "/api/customers/export?format=csv")]
    public async Task Every_answer_carries_the_security_headers(Database database, string path)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var headers = (await admin.Get(path)).Headers;
        var policy = headers["Content-Security-Policy"];
        foreach (var part in new[] { "default-src 'none'", "script-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'" })
        {
            policy.ShouldContain(part);
        }

        policy.ShouldNotContain("unsafe-eval");
        headers["X-Content-Type-Options"].ShouldBe("nosniff");
        headers["Referrer-Policy"].ShouldBe("same-origin");
        headers["Cross-Origin-Opener-Policy"].ShouldBe("same-origin");
        headers.ShouldNotContainKey("Server");
        if (path.StartsWith("/api", StringComparison.Ordinal))
        {
            headers["Cache-Control"].ShouldBe("no-store");
        }
    }

    [Theory, Databases("same-origin", "none")]
    public async Task The_own_page_may_write(Database database, string site)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await admin.Send(HttpMethod.Post, "/api/positions", new { name = "店长" }, 201, headers: ("Sec-Fetch-Site", site));
    }

    [Theory, Databases("cross-site", "same-site", "nonsense")]
    public async Task Another_site_may_not_write_in_my_name(Database database, string site)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var before = await house.Snapshot();
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch })
        {
            (await admin.Send(method, "/api/positions", new { name = "店长" }, 403, headers: ("Sec-Fetch-Site", site))).Code.ShouldBe("request.other-origin");
        }

        (await house.Snapshot()).ShouldBe(before);
    }

    [Theory, Databases("https://evil.example", "http://127.0.0.1:1", "null")]
    public async Task An_old_browser_s_foreign_origin_is_refused_too(Database database, string origin)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        (await admin.Send(HttpMethod.Post, "/api/positions", new { name = "店长" }, 403, headers: ("Origin", origin))).Code.ShouldBe("request.other-origin");
        await admin.Send(HttpMethod.Post, "/api/positions", new { name = "店长" }, 201, headers: ("Origin", house.Address.GetLeftPart(UriPartial.Authority)));
    }

    [Theory, Databases]
    public async Task A_form_of_another_site_is_not_read(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        foreach (var type in new[] { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x" })
        {
            await admin.Send(HttpMethod.Post, "/api/positions", """{"name":"店长"}""", 415, contentType: type);
        }
    }

    [Theory, Databases]
    public async Task An_unknown_address_of_the_API_is_told_in_the_one_error_shape(Database database)
    {
        await using var house = await House.Open(database);
        using var nobody = house.Nobody();
        var answer = await nobody.Get("/api/no-such-thing", 404);
        answer.ContentType.ShouldStartWith("application/problem+json");
        answer.Code.ShouldBe("route.unknown");
    }
}
