using System.Text;

namespace Yingpan.Tests.Api.Http;

public sealed class JsonTests
{
    [Theory, Databases]
    public async Task All_faults_are_told_at_once_with_their_places(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var answer = await admin.Post("/api/people", $$"""
            {
              "nmae": "typo",
              "email": "not an address",
              "hiredOn": "2026-02-30",
              "phone": 139,
              "placement": { "unitId": "not-an-id", "first": "yesterday", "extra": 1 }
            }
            """, 400);
        answer.Faults.ShouldBe([
            "email: field.email",
            "hiredOn: field.not-date",
            "name: field.required",
            "nmae: field.unknown",
            "phone: field.not-text",
            "placement.extra: field.unknown",
            "placement.first: field.not-date",
            "placement.positionId: field.required",
            "placement.unitId: field.not-id",
        ]);
    }

    [Theory, Databases]
    public async Task A_value_outside_its_bounds_is_told_beside_a_reference_to_nothing(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        (await admin.Post("/api/customers", new { name = "  ", state = "Active", phone = "not a phone", industry = new string('长', 61) }, 400)).Faults
            .ShouldBe(["industry: field.too-long", "name: field.required", "phone: field.phone"]);
        (await admin.Post("/api/customers", new { name = "x", state = "Active", ownerId = Guid.NewGuid(), territoryId = Guid.NewGuid() }, 400)).Faults
            .ShouldBe(["ownerId: record.not-found", "territoryId: record.not-found"]);
    }

    [Theory, Databases]
    public async Task Lengths_are_counted_in_characters_as_a_reader_counts_them(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        // Each of these is two UTF-16 units, four bytes and one character.
        var longest = string.Concat(Enumerable.Repeat("😀", 120));
        var customer = await admin.Post("/api/customers", new { name = longest, state = "Active" }, 201);
        (await admin.Get($"/api/customers/{customer.Id}", 200))["name"].ShouldBe(longest);
        (await admin.Post("/api/customers", new { name = longest + "x", state = "Active" }, 400)).Faults.ShouldBe(["name: field.too-long"]);
    }

    [Theory, Databases("\\u0000", "a\\u0000b", "\\ud83d", "\\ude00x", "\\u0007", "line\\nbreak")]
    public async Task Text_no_database_should_hold_is_refused_by_both_alike(Database database, string escaped)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var answer = await admin.Post("/api/customers", $$"""{"name":"ok{{escaped}}","state":"Active"}""", 400);
        answer.Faults.Single().ShouldStartWith("name: ");
        (await admin.Get("/api/customers?q=ok", 200)).Total.ShouldBe(0);
    }

    private static readonly string[] Malformed =
    [
        "", "nonsense", "{", "[]", "null", "42", "\"text\"", "{\"name\":\"a\",}", "{\"name\":\"a\"} trailing", "{'name':'a'}", "{\"name\":1e400}",
        "{\"name\":\"a\",\"state\":\"Active\",\"name\":\"b\"}", "{\"Name\":\"a\",\"state\":\"Active\"}", "{\"name\":\"a\",\"state\":1}",
        "{\"name\":\"a\",\"state\":\"Active, Lost\"}", "{\"name\":\"a\",\"state\":\"1\"}", "{\"name\":\"a\",\"state\":\"\"}", "{\"name\":null,\"state\":\"Active\"}", "{\"name\":[\"a\"],\"state\":{}}",
        "{\"name\":\"a\",\"state\":\"Active\",\"ownerId\":\"00000000-0000-0000-0000-000000000000\"}",
        "{\"name\":\"a\",\"state\":\"Active\",\"id\":5}", "{\"name\":\"a\",\"state\":\"Active\",\"version\":7}", "{\"name\":\"a\",\"state\":\"Active\",\"createdAt\":\"2020-01-01\"}",
    ];

    [Theory, Databases]
    public async Task A_malformed_body_is_a_400_that_names_its_faults_and_writes_nothing(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var before = await house.Snapshot();
        foreach (var body in Malformed)
        {
            var answer = await admin.Post("/api/customers", body);
            answer.Status.ShouldBe(400, $"{body} → {answer.Text}");
            answer.ContentType.ShouldStartWith("application/problem+json");
            answer.Faults.ShouldNotBeEmpty(body);
        }

        (await house.Snapshot()).ShouldBe(before);
    }

    [Theory, Databases]
    public async Task A_member_given_twice_is_named(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        (await admin.Post("/api/customers", """{"name":"a","state":"Active","name":"b"}""", 400)).Faults.ShouldBe(["name: field.repeated"]);
    }

    [Theory, Databases]
    public async Task A_body_too_large_too_deep_or_not_text_is_refused_and_nothing_falls_over(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        (await admin.Post("/api/customers", "{\"name\":\"" + new string('x', 3 * 1024 * 1024) + "\"}")).Status.ShouldBe(413);
        (await admin.Post("/api/customers", string.Concat(Enumerable.Repeat("{\"name\":", 500)))).Status.ShouldBe(400);
        (await admin.Post("/api/customers", string.Concat(Enumerable.Repeat("[", 100_000)))).Status.ShouldBe(400);
        (await admin.Send(HttpMethod.Post, "/api/customers", new byte[] { (byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}' })).Status.ShouldBe(400);
        (await admin.Send(HttpMethod.Post, "/api/customers", Encoding.Unicode.GetBytes("{}"), contentType: "application/json")).Status.ShouldBe(400);
        (await admin.Send(HttpMethod.Post, "/api/customers", "{}", contentType: "application/json; charset=klingon")).Status.ShouldBeOneOf(400, 415);
        await admin.Send(HttpMethod.Post, "/api/customers", "<x/>", 415, contentType: "application/xml");
        (await admin.Get("/api/customers?q=" + new string('x', 7000))).Status.ShouldBe(400);
        await admin.Get("/api/customers", 200);
    }

    [Theory, Databases]
    public async Task A_problem_speaks_the_reader_s_language_and_a_stable_code(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        var foreign = house.Seed.Record("customers", "客户rep-c");
        var (zh, en) = (await rep.Get($"/api/customers/{foreign}", 404, "zh-CN"), await rep.Get($"/api/customers/{foreign}", 404, "en-GB"));
        zh.ContentType.ShouldStartWith("application/problem+json");
        (zh["title"], en["title"]).ShouldBe(("没有找到", "Not found"));
        (zh.Code, en.Code).ShouldBe(("record.not-found", "record.not-found"));
        zh["detail"].ShouldNotBe(en["detail"]);
        (await rep.Get("/api/accounts", 403, "en"))["detail"].ShouldContain("See accounts");
        (await rep.Get("/api/accounts", 403, "zh"))["detail"].ShouldContain("查看账号");
        (await rep.Get("/api/accounts", 403, "fr"))["title"].ShouldBe("没有权限");
    }
}
