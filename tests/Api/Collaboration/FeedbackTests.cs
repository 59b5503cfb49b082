using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Platform.Audit;

namespace Yingpan.Tests.Api.Collaboration;

public sealed class FeedbackTests
{
    /// <summary>The whole database before and after, beside what the server logs: no line of it leads to the author.</summary>
    [Theory, Databases]
    public async Task Of_an_anonymous_author_nothing_is_kept_anywhere(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        // What was written of the sign-in is sealed a moment later: a change of its own.
        await house.Inside((db, services) => services.GetRequiredService<AuditChain>().Seal(db, CancellationToken.None));
        var before = await Everything(house);
        house.Clock.Advance(TimeSpan.FromMinutes(3));
        var answer = await rep.Send(HttpMethod.Post, "/api/anonymous-feedback", Body(house, "例会太长"), 200, key: "once-only-key");
        var code = answer["code"];
        await rep.Post("/api/anonymous-feedback/say", new { code, text = "每次都超时" }, 200);
        var added = (await Everything(house)).Except(before).ToList();
        added.Count.ShouldBe(2, "the feedback and the word, and neither audit, repeated request nor notification");
        string[] telling = [house.Seed.People["rep-a"], house.Seed.Accounts["rep-a"], "rep-a", "127.0.0.1", "once-only-key", code, code.Replace("-", "", StringComparison.Ordinal), "03:03", "02:03"];
        foreach (var word in telling)
        {
            added.ShouldNotContain(line => line.Contains(word, StringComparison.OrdinalIgnoreCase), word);
        }

        // An id of version 7 begins with its time: that of the day.
        var id = (await Handled(house)).Items[0].GetProperty("id").GetString()!;
        Convert.ToInt64(id.Replace("-", "", StringComparison.Ordinal)[..12], 16).ShouldBe(new DateTimeOffset(2026, 7, 15, 0, 0, 0, TimeSpan.FromHours(8)).ToUnixTimeMilliseconds());
        house.Log.ShouldNotContain("rep-a");

        // The same request again is a second one: there is no memory of who sent the first.
        (await rep.Send(HttpMethod.Post, "/api/anonymous-feedback", Body(house, "例会太长"), 200, key: "once-only-key"))["code"].ShouldNotBe(code);
    }

    [Theory, Databases]
    public async Task With_his_code_he_reads_the_answer_and_goes_on_and_nobody_does_without_it(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var hr = await house.SignIn("hr");
        var code = (await rep.Post("/api/anonymous-feedback", Body(house, "空调太冷"), 200))["code"];
        var row = (await hr.Get("/api/feedback?q=空调太冷", 200)).Items.Single();
        row.TryGetProperty("personName", out var name).ShouldBe(name.ValueKind == System.Text.Json.JsonValueKind.Null);
        var id = row.GetProperty("id").GetString();
        await hr.Post($"/api/feedback/{id}/take", expect: 200);
        (await hr.Post($"/api/feedback/{id}/take", expect: 409)).Code.ShouldBe("collaboration.feedback-taken");
        await hr.Post($"/api/feedback/{id}/answer", new { text = "已调高两度" }, 200);
        var read = await rep.Post("/api/anonymous-feedback/read", new { code = $" {code.ToLowerInvariant()} " }, 200);
        (read["state"], read.Json.GetProperty("words")[0].GetProperty("text").GetString()).ShouldBe(("Answered", "已调高两度"));
        (await rep.Post("/api/anonymous-feedback/say", new { code, text = "还是冷" }, 200))["state"].ShouldBe("InHand");
        foreach (var wrong in new[] { "AAAA-AAAA-AAAA-AAAA", "x", code[..^1], code + "A" })
        {
            (await rep.Post("/api/anonymous-feedback/read", new { code = wrong }, 404)).Code.ShouldBe("collaboration.code-unknown");
        }

        await hr.Post($"/api/feedback/{id}/close", expect: 200);
        (await rep.Post("/api/anonymous-feedback/say", new { code, text = "再说" }, 409)).Code.ShouldBe("collaboration.feedback-closed");
        // Not even its author sees it among his own.
        (await rep.Get("/api/feedback?mine=true&q=空调太冷", 200)).Total.ShouldBe(0);
        await rep.Get($"/api/feedback/{id}", 404);
    }

    [Theory, Databases]
    public async Task Under_a_name_it_is_seen_by_its_author_and_by_handlers_and_he_is_told(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var gm = await house.SignIn("gm");
        var id = (await rep.Post("/api/feedback", Body(house, "多一间会议室"), 201)).Id;
        foreach (var (login, status) in new[] { ("rep-a2", 404), ("manager-a", 404), ("director-e", 404), ("hr", 200) })
        {
            using var client = await house.SignIn(login);
            await client.Get($"/api/feedback/{id}", status);
        }

        await gm.Post($"/api/feedback/{id}/answer", new { text = "下季度装修" }, 200);
        (await house.Told(rep, "feedback-answered")).Count.ShouldBe(1);
        await rep.Post($"/api/feedback/{id}/say", new { text = "谢谢" }, 200);
        (await gm.Post($"/api/feedback/{id}/say", new { text = "冒名" }, 409)).Code.ShouldBe("collaboration.not-author");
        await rep.Post($"/api/feedback/{id}/answer", new { text = "自问自答" }, 403);
        var trail = await gm.Export("/api/feedback/export?format=csv&columns=text,personName,state");
        trail.ShouldContain(line => line[0] == "多一间会议室" && line[1] == "员工rep-a" && line[2] == "处理中");
        (await rep.Faults(HttpMethod.Post, "/api/feedback", new { categoryId = house.Seed.Record("feedback-categories", "制度"), text = " " })).ShouldBe(["text: field.required"]);
        (await rep.Faults(HttpMethod.Post, "/api/anonymous-feedback", new { categoryId = "01900000-0000-7000-8000-000000000000", text = "x" })).ShouldBe(["categoryId: record.not-found"]);
    }

    [Theory, Databases]
    public async Task Handlers_are_told_by_the_clock_how_much_is_new_and_their_deeds_are_in_the_trail(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        await rep.Post("/api/anonymous-feedback", Body(house, "一"), 200);
        using var hr = await house.SignIn("hr");
        (await house.Told(hr, "feedback-new")).ShouldBeEmpty();
        await Task.WhenAll(house.Run("collaboration.feedback"), house.Run("collaboration.feedback"));
        (await house.Told(hr, "feedback-new")).Count.ShouldBe(1);
        var id = (await hr.Get("/api/feedback?q=一", 200)).Items[0].GetProperty("id").GetString();
        await hr.Post($"/api/feedback/{id}/answer", new { text = "好" }, 200);
        using var admin = await house.SignIn("admin");
        var trail = (await admin.Get("/api/audit?entity=collaboration_feedback_deed&size=50", 200)).Items;
        trail.ShouldContain(line => line.GetProperty("entityId").GetString()!.StartsWith(id!, StringComparison.Ordinal) && line.GetProperty("login").GetString() == "hr");
        (await admin.Get("/api/audit?entity=collaboration_feedback&size=50", 200)).Total.ShouldBe(0);
    }

    [Theory, Databases]
    public async Task Categories_are_the_houses_and_figures_count_by_them(Database database)
    {
        await using var house = await House.Open(database);
        using var hr = await house.SignIn("hr");
        using var rep = await house.SignIn("rep-a");
        (await hr.Faults(HttpMethod.Post, "/api/feedback-categories", new { name = "制度", nameEn = "Again" })).ShouldBe(["name: collaboration.category-taken"]);
        var free = (await hr.Post("/api/feedback-categories", new { name = "食堂", nameEn = "Canteen", order = 9 }, 201)).Id;
        await hr.Put($"/api/feedback-categories/{free}", new { name = "食堂", nameEn = "Canteen", order = 9, isClosed = true }, seen: 1, expect: 200);
        await rep.Post("/api/feedback", new { categoryId = free, text = "菜" }, 400);
        await hr.Delete($"/api/feedback-categories/{free}", expect: 204);
        (await hr.Delete($"/api/feedback-categories/{house.Seed.Record("feedback-categories", "制度")}", expect: 409)).Code.ShouldBe("collaboration.category-in-use");
        await rep.Post("/api/anonymous-feedback", Body(house, "二"), 200);
        var figures = await hr.Get("/api/feedback-figures?from=2026-07-01&to=2026-07-31", 200);
        var all = figures.Json.GetProperty("all");
        (all.GetProperty("given").GetInt32(), all.GetProperty("anonymous").GetInt32(), all.GetProperty("open").GetInt32()).ShouldBe((2, 1, 2));
        await rep.Get("/api/feedback-figures?from=2026-07-01&to=2026-07-31", 403);
    }

    private static object Body(House house, string text) => new { categoryId = house.Seed.Record("feedback-categories", "制度"), text };

    private static async Task<Answer> Handled(House house)
    {
        using var hr = await house.SignIn("hr");
        return await hr.Get("/api/feedback?q=例会太长", 200);
    }

    /// <summary>Every row of every table, as text.</summary>
    private static Task<List<string>> Everything(House house) => house.Inside(async db =>
    {
        var rows = new List<string>();
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                rows.Add($"{table}: {string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture)))}");
            }
        }

        return rows;
    });
}
