using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Platform.Http;
using Yingpan.Tests.Api.Collaboration;

namespace Yingpan.Tests.Api.Customers;

public sealed class GradingTests
{
    private const string Policies = "/api/grading-policies";

    [Theory, Databases]
    public async Task A_run_grades_the_house_says_why_and_a_second_one_changes_nothing(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        var customer = house.Seed.Record("customers", "客户rep-a");
        for (var i = 0; i < 3; i++)
        {
            var order = (await rep.Post("/api/orders", house.Order("rep-a", $"2026-0{4 + i}-02", "80000").With(("confirm", true)), 201)).Id;
            if (i < 2)
            {
                await admin.Post("/api/receipts", Deeds.Receipt(order, "80000.00", $"2026-0{4 + i}-20"), 201);
            }
        }

        var run = await admin.Post("/api/grading-runs", expect: 200);
        run.Json.GetProperty("changed").GetInt32().ShouldBeGreaterThan(0);
        var grades = await rep.Get($"/api/customers/{customer}/grades", 200);
        grades["asOf"].ShouldBe("2026-07-15");
        var value = Card(grades, "Value");
        var why = value.GetProperty("why").EnumerateArray().ToDictionary(line => line.GetProperty("code").GetString()!, line => line);
        // The order of the test company, and these three.
        why["sales"].GetProperty("raw").GetDecimal().ShouldBeInRange(240_000m, 260_000m);
        why["sales"].GetProperty("points").GetInt32().ShouldBe(90);
        why["orders"].GetProperty("raw").GetDecimal().ShouldBe(4);
        why["on-time"].GetProperty("raw").GetDecimal().ShouldBeInRange(60m, 70m);
        var sum = why.Values.Where(line => line.GetProperty("points").ValueKind != JsonValueKind.Null).ToList();
        var weights = sum.Sum(line => line.GetProperty("weight").GetInt32());
        value.GetProperty("tenths").GetInt32().ShouldBe((int)Math.Floor((sum.Sum(line => line.GetProperty("weight").GetInt32() * line.GetProperty("points").GetInt32()) * 10m / weights) + 0.5m), "the lines reproduce the score");
        Card(grades, "Intent").GetProperty("grade").ValueKind.ShouldBe(JsonValueKind.Null);
        grades.Json.GetProperty("history").EnumerateArray().Select(step => step.GetProperty("card").GetString()).ShouldContain("Value");

        var letter = value.GetProperty("grade").GetString();
        (await rep.Get("/api/customer-grades", 200)).Json.GetProperty("items").EnumerateArray().Select(one => one.GetString()).ShouldBe(["A", "B", "C", "D"]);
        (await rep.Get($"/api/customers?grade={letter}", 200)).Column("id").ShouldContain(customer);
        (await rep.Get("/api/customers?sort=grade&size=50", 200)).Items.Single(row => row.GetProperty("id").GetString() == customer).GetProperty("grade").GetString().ShouldBe(letter);
        (await rep.Get($"/api/customers/{customer}", 200))["grade"].ShouldBe(letter);
        (await rep.Get("/api/customers/export?format=csv", 200)).Text.ShouldContain("RFM");
        (await admin.Post("/api/grading-runs", expect: 200)).Json.GetProperty("changed").GetInt32().ShouldBe(0);
        var segments = await rep.Get("/api/customer-segments", 200);
        segments["customers"].ShouldBe("1", "a rep counts his own");
        var name = segments.Json.GetProperty("segments")[0].GetProperty("name").GetString();
        (await rep.Get($"/api/customers?segment={name}", 200)).Column("id").ShouldBe([customer]);
        (await admin.Get("/api/customer-segments", 200)).Json.GetProperty("customers").GetInt32().ShouldBeGreaterThan(1);
    }

    [Theory, Databases]
    public async Task Who_is_deleted_leaves_no_line_of_his_grades(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        var customer = (await rep.Post("/api/customers", new { name = "误录客户", state = "Prospect", ownerId = house.Seed.People["rep-a"] }, 201)).Id;
        await house.Sql("INSERT INTO customers_grade_line (customer_id, \"on\", cards) SELECT id, '2026-07-01', '[]' FROM customers_customer WHERE name = '误录客户'");
        (await Lines()).ShouldBe(1);
        await rep.Delete($"/api/customers/{customer}", expect: 204);
        (await Lines()).ShouldBe(0);

        Task<int> Lines() => house.Inside(db =>
            db.Database.SqlQuery<int>($"SELECT CAST(COUNT(*) AS int) AS \"Value\" FROM customers_grade_line WHERE lower(CAST(customer_id AS text)) = {customer}").SingleAsync());
    }

    [Theory, Databases]
    public async Task What_is_set_by_hand_holds_until_its_day_and_a_run_beside_it_loses_neither(Database database)
    {
        await using var house = await House.Open(database);
        var customer = house.Seed.Record("customers", "客户rep-a");
        using var manager = await house.SignIn("manager-a");
        using var admin = await house.SignIn("admin");
        await admin.Post("/api/grading-runs", expect: 200);
        var body = new { card = "Value", grade = "A", reason = "战略客户", until = "2026-07-20" };
        foreach (var (login, status) in new[] { ("rep-a", 403), ("manager-c", 404), ("hr", 403), ("guest", 403) })
        {
            using var other = await house.SignIn(login);
            await other.Post($"/api/customers/{customer}/grade-overrides", body, status);
        }

        (await manager.Faults(HttpMethod.Post, $"/api/customers/{customer}/grade-overrides", new { card = "Value", grade = "Z", reason = " ", until = "2026-07-14" })).ShouldBe(["reason: field.required"]);
        (await manager.Faults(HttpMethod.Post, $"/api/customers/{customer}/grade-overrides", new { card = "Value", grade = "Z", reason = "x", until = "2026-07-14" }))
            .ShouldBe(["grade: field.not-valid", "until: customers.day-past"]);
        var runs = Enumerable.Range(0, 3).Select(_ => admin.Post("/api/grading-runs", expect: 200));
        await Task.WhenAll([.. runs, manager.Post($"/api/customers/{customer}/grade-overrides", body, 201), manager.Post($"/api/customers/{customer}/grade-overrides", body, 201)]);
        (await admin.Get("/api/grading-runs", 200)).Items.Select(run => run.GetProperty("number").GetInt32()).ShouldBe([4, 3, 2, 1], "each run has its turn");
        var view = await manager.Get($"/api/customers/{customer}/grades", 200);
        view.Json.GetProperty("overrides").EnumerateArray().Count(one => one.GetProperty("holds").GetBoolean()).ShouldBe(1, "the second one took the place of the first");
        (Card(view, "Value").GetProperty("grade").GetString(), (await manager.Get($"/api/customers/{customer}", 200))["grade"]).ShouldBe(("A", "A"));
        Card(view, "Value").GetProperty("computed").GetString().ShouldNotBe("A");
        (await manager.Get("/api/customers?grade=A", 200)).Column("id").ShouldBe([customer]);

        house.Clock.Advance(TimeSpan.FromDays(6));
        using var later = await house.SignIn("manager-a");
        Card(await later.Get($"/api/customers/{customer}/grades", 200), "Value").GetProperty("grade").GetString().ShouldNotBe("A");
        var made = (await later.Post($"/api/customers/{customer}/grade-overrides", new { card = "Risk", grade = "D", reason = "诉讼", until = "2026-12-31" }, 201)).Id;
        house.Clock.Advance(TimeSpan.FromDays(1));
        using var next = await house.SignIn("manager-a");
        await next.Post($"/api/grade-overrides/{made}/end", expect: 428);
        await next.Post($"/api/grade-overrides/{made}/end", expect: 204, seen: 1);
        (await next.Post($"/api/grade-overrides/{made}/end", seen: 2, expect: 409)).Code.ShouldBe("customers.override-over");
        (await next.Get($"/api/customers/{customer}/grades", 200)).Json.GetProperty("overrides").GetArrayLength().ShouldBe(2, "both stay on file");
    }

    [Theory, Databases]
    public async Task A_policy_is_previewed_takes_effect_on_its_day_and_the_run_gives_what_the_preview_gave(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using (var manager = await house.SignIn("manager-a"))
        {
            await manager.Get(Policies, 403);
            await manager.Post("/api/grading-runs", expect: 403);
        }

        // A preview reads the whole house, and holds nobody up meanwhile.
        foreach (var path in new[] { "/api/grading-policies/preview", "/api/warning-policies/preview", "/api/ownership-rules/preview" })
        {
            house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Single(route => route.RoutePattern.RawText == path).Metadata.GetMetadata<NoTransaction>().ShouldNotBeNull(path);
        }

        await admin.Post("/api/grading-runs", expect: 200);
        var usual = (await admin.Get(Policies, 200)).Items.Single();
        usual.GetProperty("holds").GetBoolean().ShouldBeTrue();
        var spec = JsonNode.Parse(usual.GetProperty("spec").GetRawText())!;
        // Whoever ever bought is an A by this one.
        spec["cards"]![0]!["bands"] = new JsonArray(new JsonObject { ["grade"] = "A", ["from"] = 0 });
        var preview = await admin.Post($"{Policies}/preview", new { spec }, 200);
        preview.Json.GetProperty("changed").GetInt32().ShouldBeGreaterThan(0);
        var told = preview.Json.GetProperty("moves").EnumerateArray().ToDictionary(move => move.GetProperty("customerId").GetString()!, move => move.GetProperty("to").GetString());
        spec["cards"]![0]!["criteria"]![0]!["weight"] = 0;
        (await admin.Faults(HttpMethod.Post, $"{Policies}/preview", new { spec })).ShouldBe(["spec.cards[0].criteria[0].weight: field.not-valid"]);
        spec["cards"]![0]!["criteria"]![0]!["weight"] = 40;
        (await admin.Faults(HttpMethod.Post, Policies, new { first = "2026-07-14", spec })).ShouldBe(["first: customers.day-past"]);
        var id = (await admin.Post(Policies, new { first = "2026-07-17", spec }, 201)).Id;
        (await admin.Faults(HttpMethod.Post, Policies, new { first = "2026-07-17", spec })).ShouldBe(["first: customers.policy-day-taken"]);
        (await admin.Put($"{Policies}/{id}", new { first = "2026-07-16", spec }, expect: 428)).Code.ShouldBe("version.required");
        await admin.Put($"{Policies}/{id}", new { first = "2026-07-16", spec }, seen: 1, expect: 200);
        (await admin.Post("/api/grading-runs", expect: 200)).Json.GetProperty("changed").GetInt32().ShouldBe(0, "its day is to come");

        house.Clock.Advance(TimeSpan.FromDays(1));
        using var later = await house.SignIn("admin");
        await Task.WhenAll(house.Run("customers.grade"), house.Run("customers.grade"));
        (await later.Put($"{Policies}/{id}", new { first = "2026-08-01", spec }, seen: 2, expect: 409)).Code.ShouldBe("customers.policy-holds");
        (await later.Delete($"{Policies}/{id}", expect: 409)).Code.ShouldBe("customers.policy-holds");
        foreach (var (customer, grade) in told)
        {
            Card(await later.Get($"/api/customers/{customer}/grades", 200), "Value").GetProperty("grade").GetString().ShouldBe(grade);
        }

        told.Count.ShouldBeGreaterThan(0);
    }

    [Theory, Databases]
    public async Task What_was_entered_counts_with_the_next_run_and_a_field_by_its_table(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        using var admin = await house.SignIn("admin");
        var customer = house.Seed.Record("customers", "客户rep-a");
        await rep.Post($"/api/customers/{house.Seed.Record("customers", "客户rep-c")}/grade-marks", new { criterion = "intention", points = 90, on = "2026-07-14" }, 404);
        (await rep.Faults(HttpMethod.Post, $"/api/customers/{customer}/grade-marks", new { criterion = "sales", points = 90, on = "2026-07-16" })).ShouldBe(["criterion: field.not-valid", "on: customers.day-to-come"]);
        await rep.Post($"/api/customers/{customer}/grade-marks", new { criterion = "intention", points = 90, on = "2026-07-14", note = "想要样机" }, 201);
        await rep.Post($"/api/customers/{customer}/grade-marks", new { criterion = "enquiry", points = 70, on = "2026-07-14" }, 201);
        await admin.Post("/api/grading-runs", expect: 200);
        var intent = Card(await rep.Get($"/api/customers/{customer}/grades", 200), "Intent");
        (intent.GetProperty("grade").GetString(), intent.GetProperty("tenths").GetInt32()).ShouldBe(("A", 813), "(45·90 + 35·70) ÷ 80");

        var spec = JsonNode.Parse((await admin.Get(Policies, 200)).Items.Single().GetProperty("spec").GetRawText())!;
        spec["cards"]![2]!["criteria"]![0]!["field"] = "no-such-field";
        (await admin.Faults(HttpMethod.Post, $"{Policies}/preview", new { spec })).ShouldBe(["spec.cards[2].criteria[0].field: customers.grading-field"]);
        // A state that nobody is in would give no points to anybody, and nobody would notice.
        (spec["cards"]![2]!["criteria"]![0]!["field"], spec["cards"]![2]!["criteria"]![0]!["values"]) = ("state", new JsonArray(new JsonObject { ["value"] = "成交", ["points"] = 80 }));
        (await admin.Faults(HttpMethod.Post, Policies, new { first = "2026-07-17", spec })).ShouldBe(["spec.cards[2].criteria[0].values: customers.grading-state"]);
        spec["cards"]![2]!["criteria"]![0]!["values"]![0]!["value"] = "Active";
        await admin.Post(Policies, new { first = "2026-07-17", spec }, 201);
    }

    private static JsonElement Card(Answer grades, string card) => grades.Json.GetProperty("cards").EnumerateArray().Single(one => one.GetProperty("card").GetString() == card);
}
