using Microsoft.EntityFrameworkCore;
using Yingpan.Platform.Audit;

namespace Yingpan.Tests.Api.CustomFields;

public sealed class ValueTests
{
    private const string Customers = "/api/customers";

    [Theory, Databases]
    public async Task A_value_of_each_kind_is_entered_read_changed_and_emptied(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        await admin.MakeAll();
        var made = await rep.Post(Customers, house.Customer("rep-a", custom: new
        {
            motto = "  诚信  ",
            story = "第一行\n第二行",
            heads = "12.5",
            yearly = "120000.00",
            tender = "2026-09-30",
            isKey = false,
            source = "web",
            channels = new[] { "peer", "web" },
        }), 201);
        var path = $"{Customers}/{made.Id}";
        (await rep.Get(path, 200)).Custom().ShouldBe(
            """channels=["web","peer"] heads=12.5 isKey=False motto=诚信 source=web story=第一行""" + "\n第二行 tender=2026-09-30 yearly=120000.00");

        // What is not named stays; null, nothing and an empty list take away; the version moves though no other field changes.
        await rep.Put(path, house.Customer("rep-a", custom: new { motto = "", channels = Array.Empty<string>(), isKey = true, tender = (string?)null }), 1, 200);
        (await rep.Get(path, 200)).Custom().ShouldBe("heads=12.5 isKey=True source=web story=第一行\n第二行 yearly=120000.00");
        (await rep.Get(path, 200)).Version.ShouldBe(2);
        await rep.Put(path, house.Customer("rep-a"), 2, 200);
        (await rep.Get(path, 200)).Custom().ShouldBe("heads=12.5 isKey=True source=web story=第一行\n第二行 yearly=120000.00");
        await rep.Put(path, house.Customer("rep-a", custom: new { heads = "7" }), 1, 412);

        await rep.Delete(path, expect: 204);
        (await house.Inside(db => db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM platform_custom_value_customer WHERE text = '诚信' OR number = 125000").SingleAsync())).ShouldBe(0);
    }

    [Theory, Databases]
    public async Task Orders_and_people_have_them_too(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await admin.Make("terms", "Text", "条款", "order");
        await admin.Make("driver", "YesNo", "驾照", "person");
        var order = await admin.Post("/api/orders", house.Order("rep-a").With(("custom", new { terms = "预付" })), 201);
        (await admin.Get($"/api/orders/{order.Id}", 200)).Custom().ShouldBe("terms=预付");
        await admin.Put($"/api/orders/{order.Id}", house.Order("rep-a").With(("custom", new { terms = "货到" })), 1, 200);
        (await admin.Get($"/api/orders/{order.Id}", 200)).Version.ShouldBe(2);
        var found = await admin.Get("/api/orders?custom.terms=货&sort=-custom.terms", 200);
        (found.Total, Making.Text(found.Items[0].GetProperty("custom"))).ShouldBe((1, "terms=货到"));
        (await admin.Get("/api/orders/totals?custom.terms=货", 200)).Json.GetProperty("orders").GetInt32().ShouldBe(1);

        var person = house.Seed.People["rep-a"];
        await admin.Put($"/api/people/{person}", new { name = "员工rep-a", hiredOn = "2024-01-01", custom = new { driver = true } }, 1, 200);
        (await admin.Get($"/api/people/{person}", 200)).Custom().ShouldBe("driver=True");
        (await admin.Get("/api/people?custom.driver=true", 200)).Column("number").ShouldBe(["P-rep-a"]);
        (await admin.Get("/api/people?custom.driver=false", 200)).Total.ShouldBe(0);
    }

    [Theory, Databases]
    public async Task Faults_are_told_at_once_beside_the_ordinary_ones(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await admin.MakeAll();
        await admin.Make(Making.Field("must", "Text", "必填项").With(("required", new { need = "Always" })));
        var before = await house.Snapshot();
        var custom = new Dictionary<string, object?>
        {
            ["motto"] = 7,
            ["story"] = "a\u0007b",
            ["heads"] = "1.25",
            ["yearly"] = "12.345",
            ["tender"] = "2026-02-30",
            ["isKey"] = "true",
            ["source"] = "展会",
            ["channels"] = new[] { "web", "none" },
            ["nope"] = "x",
            [new string('k', 3000)] = "x",
        };
        (await admin.Faults(HttpMethod.Post, Customers, new { name = " ", state = "Prospect", phone = "phone", custom })).ShouldBe([
            "custom.?: field.unknown", "custom.channels: field.not-one-of", "custom.heads: import.decimals", "custom.isKey: field.not-boolean", "custom.motto: field.not-text",
            "custom.must: field.required", "custom.nope: field.unknown", "custom.source: field.not-one-of", "custom.story: field.characters", "custom.tender: field.not-date",
            "custom.yearly: field.not-money", "name: field.required", "phone: field.phone",
        ]);
        foreach (var hostile in new[] { "[]", "7", "\"x\"", "{\"motto\":{\"a\":1}}", "{\"motto\":\"a\",\"motto\":\"b\"}", $"{{\"motto\":\"{new string('长', 20_000)}\"}}", "{\"channels\":[[[[[[1]]]]]]}", "{\"\":1}" })
        {
            (await admin.Post(Customers, $$"""{"name":"甲","state":"Prospect","custom":{{hostile}}}""")).Status.ShouldBe(400, hostile.Length > 100 ? "long" : hostile);
        }

        (await house.Snapshot()).ShouldBe(before);
        var path = $"{Customers}/{house.Seed.Record("customers", "客户rep-a")}";
        (await admin.Faults(HttpMethod.Put, path, house.Customer("rep-a", custom: new { must = "", motto = new string('长', 201) }), seen: 1))
            .ShouldBe(["custom.motto: field.too-long", "custom.must: field.required"]);
    }

    [Theory, Databases]
    public async Task Of_two_who_save_at_once_one_is_told_that_he_is_late(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        using var manager = await house.SignIn("manager-a");
        await admin.Make("motto", "Text", "口号");
        for (var round = 1; round < 4; round++)
        {
            var path = $"{Customers}/{(await rep.Post(Customers, house.Customer("rep-a", $"同改{round}", new { motto = "初" }), 201)).Id}";
            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
                (i % 2 == 0 ? rep : manager).Put(path, house.Customer("rep-a", $"同改{round}", new { motto = $"改{i}" }), 1)));
            answers.Select(answer => answer.Status).Order().ShouldBe([200, 412, 412, 412, 412, 412]);
            var winner = Array.FindIndex(answers, answer => answer.Status == 200);
            (await rep.Get(path, 200)).Custom().ShouldBe($"motto=改{winner}");
        }
    }

    [Theory, Databases]
    public async Task The_trail_tells_them_in_the_line_of_their_record(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await admin.MakeAll();
        var id = (await admin.Post(Customers, house.Customer("rep-a", custom: new { source = "web", yearly = "10.00" }), 201)).Id;
        await admin.Put($"{Customers}/{id}", house.Customer("rep-a", custom: new { source = "fair", channels = new[] { "web", "fair" }, yearly = (string?)null }), 1, 200);
        await admin.Delete($"{Customers}/{id}", expect: 204);
        var lines = await house.Inside(db => db.Set<AuditEntry>().Where(line => line.EntityId == id).OrderBy(line => line.Id).Select(line => new { line.Action, line.Changes }).ToListAsync());
        lines.Count.ShouldBe(3);
        lines[0].Action.ShouldBe(AuditAction.Created);
        lines[0].Changes.ShouldContain("\"name\":[null,\"字段客户\"]");
        lines[0].Changes.ShouldContain("\"custom.source\":[null,\"web\"]");
        lines[0].Changes.ShouldContain("\"custom.yearly\":[null,\"10.00\"]");
        lines[1].Action.ShouldBe(AuditAction.Changed);
        lines[1].Changes.ShouldContain("\"custom.source\":[\"web\",\"fair\"]");
        lines[1].Changes.ShouldContain("\"custom.channels\":[null,\"web, fair\"]");
        lines[1].Changes.ShouldContain("\"custom.yearly\":[\"10.00\",null]");
        lines[2].Action.ShouldBe(AuditAction.Deleted);
        lines[2].Changes.ShouldContain("\"custom.source\":[\"fair\",null]");
    }

    [Theory, Databases]
    public async Task A_required_field_is_asked_for_by_its_rule(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        var old = $"{Customers}/{(await rep.Post(Customers, house.Customer("rep-a", "老客户"), 201)).Id}";
        house.Clock.Advance(TimeSpan.FromDays(1));
        using var again = await house.SignIn("rep-a");
        using var boss = await house.SignIn("admin");
        var today = (await boss.Get("/api/session", 200)).Json.GetProperty("company").GetProperty("today").GetString();
        await boss.Make(Making.Field("source", "Choice", "来源").With(
            ("listId", await boss.MakeList()), ("required", new { need = "When", when = "state", values = new[] { "Active" }, from = today })));
        await boss.Put("/api/field-rules", new { subject = "customer", field = "phone", required = new { need = "When", when = "custom.source", values = new[] { "fair", "peer" } } }, 0, 204);

        // A new one, by its state; a built-in one, by the choice.
        await again.Post(Customers, house.Customer("rep-a", "潜在的"), 201);
        (await again.Post(Customers, house.Customer("rep-a", "成交的").With(("state", "Active")), 400)).Faults.ShouldBe(["custom.source: field.required"]);
        (await again.Post(Customers, house.Customer("rep-a", "展会的", new { source = "fair" }), 400)).Faults.ShouldBe(["phone: field.required"]);
        var mine = await again.Post(Customers, house.Customer("rep-a", "网上的", new { source = "web" }).With(("state", "Active")), 201);
        // What a request does not name counts as it stands.
        await again.Put($"{Customers}/{mine.Id}", house.Customer("rep-a", "网上的").With(("state", "Active")), 1, 200);
        (await again.Put($"{Customers}/{mine.Id}", house.Customer("rep-a", "网上的", new { source = (string?)null }).With(("state", "Active")), 1, 400)).Faults.ShouldBe(["custom.source: field.required"]);
        await again.Put($"{Customers}/{mine.Id}", house.Customer("rep-a", "网上的", new { source = (string?)null }), 1, 200);

        // One that was there before that day is left alone, until the rule says otherwise.
        await again.Put(old, house.Customer("rep-a", "老客户").With(("state", "Active")), 1, 200);
        var field = await boss.FieldOf("source");
        await boss.Put($"/api/custom-fields/{field.GetProperty("id")}", Making.Field("source", "Choice", "来源").Edit().With(
            ("listId", field.GetProperty("listId").GetString()), ("required", new { need = "When", when = "state", values = new[] { "Active" }, from = today, ofOld = true })), field.GetProperty("version").GetInt32(), 200);
        (await again.Put(old, house.Customer("rep-a", "老客户").With(("state", "Active")), 2, 400)).Faults.ShouldBe(["custom.source: field.required"]);
        await again.Put(old, house.Customer("rep-a", "老客户", new { source = "web" }).With(("state", "Active")), 2, 200);
    }

    [Theory, Databases]
    public async Task A_retired_item_stays_where_it_is_and_is_not_chosen_anew(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var list = await admin.MakeList();
        await admin.Make(Making.Field("channels", "Choices", "渠道").With(("listId", list)));
        var path = $"{Customers}/{(await admin.Post(Customers, house.Customer("rep-a", custom: new { channels = new[] { "fair", "web" } }), 201)).Id}";
        var items = Making.Sources.Select(item => new { code = item.Code, name = item.Name, nameEn = item.NameEn, isRetired = item.Code == "fair" }).ToArray();
        (await admin.Put($"/api/option-lists/{list}", new { name = "来源", items = items.Where(item => item.code != "fair") }, 1, 409)).Code.ShouldBe("fields.item-chosen");
        await admin.Put($"/api/option-lists/{list}", new { name = "来源", items }, 1, 200);
        (await admin.Get(path, 200)).Custom().ShouldBe("""channels=["web","fair"]""");
        await admin.Put(path, house.Customer("rep-a", custom: new { channels = new[] { "fair", "peer" } }), 1, 200);
        (await admin.Post(Customers, house.Customer("rep-a", custom: new { channels = new[] { "fair" } }), 400)).Faults.ShouldBe(["custom.channels: fields.item-retired"]);
        await admin.Put(path, house.Customer("rep-a", custom: new { channels = new[] { "peer" } }), 2, 200);
        (await admin.Put(path, house.Customer("rep-a", custom: new { channels = new[] { "fair", "peer" } }), 3, 400)).Faults.ShouldBe(["custom.channels: fields.item-retired"]);
        // Nobody has it any more, so it may go.
        await admin.Put($"/api/option-lists/{list}", new { name = "来源", items = items.Where(item => item.code != "fair") }, 2, 200);
    }
}
