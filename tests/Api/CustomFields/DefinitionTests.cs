namespace Yingpan.Tests.Api.CustomFields;

public sealed class DefinitionTests
{
    private const string Fields = "/api/custom-fields";

    [Theory, Databases]
    public async Task Only_who_may_edit_fields_sees_and_changes_definitions(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var id = await admin.Make("motto", "Text", "口号");
        var list = await admin.MakeList();
        var before = await house.Snapshot();
        foreach (var login in new[] { "gm", "hr", "manager-a", "rep-a", "guest" })
        {
            using var client = await house.SignIn(login);
            foreach (var path in new[] { Fields, "/api/option-lists", "/api/field-subjects" })
            {
                await client.Get(path, 403);
            }

            await client.Post(Fields, Making.Field("other", "Text", "别的"), 403);
            await client.Put($"{Fields}/{id}", Making.Field("motto", "Text", "改名").Edit(), 1, 403);
            await client.Post($"{Fields}/{id}/retire", expect: 403, seen: 1);
            await client.Delete($"{Fields}/{id}", expect: 403);
            await client.Put("/api/field-rules", new { subject = "customer", field = "phone", required = new { need = "Always" } }, 0, 403);
            await client.Put($"/api/option-lists/{list}", new { name = "改名", items = new[] { new { name = "甲" } } }, 1, 403);
            await client.Delete($"/api/option-lists/{list}", expect: 403);
        }

        (await house.Snapshot()).Length.ShouldBe(before.Length);
        // What forms are made from, each sees of what he may read.
        using var hr = await house.SignIn("hr");
        (await hr.Get("/api/custom-forms", 200)).Column("subject").Order().ShouldBe(["order", "person"]);
        using var rep = await house.SignIn("rep-a");
        (await rep.Codes()).ShouldBe(["motto"]);
    }

    [Theory, Databases]
    public async Task A_field_is_made_changed_ordered_retired_brought_back_and_removed(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        var (a, b) = (await admin.Make("first", "Text", "第一"), await admin.Make("second", "Text", "第二"));
        (await rep.Codes()).ShouldBe(["first", "second"]);
        await admin.Post($"{Fields}/order", new { subject = "customer", fields = new[] { b, a } }, 204);
        (await rep.Codes()).ShouldBe(["second", "first"]);

        await admin.Put($"{Fields}/{a}", Making.Field("first", "Text", "改名").Edit().With(("section", "情况"), ("hint", "提示"), ("maxLength", 3)), 99, 412);
        var version = (await admin.FieldOf("first")).GetProperty("version").GetInt32();
        await admin.Put($"{Fields}/{a}", Making.Field("first", "Text", "改名").Edit().With(("section", "情况"), ("hint", "提示"), ("maxLength", 3)), version, 200);
        var shown = (await rep.Form()).GetProperty("fields").EnumerateArray().Last();
        (shown.GetProperty("name").GetString(), shown.GetProperty("section").GetString(), shown.GetProperty("hint").GetString()).ShouldBe(("改名", "情况", "提示"));
        var english = (await rep.Get("/api/custom-forms", 200, "en")).Items.First(form => form.GetProperty("subject").GetString() == "customer");
        english.GetProperty("fields").EnumerateArray().Last().GetProperty("name").GetString().ShouldBe("En first");

        // With a value it is retired and not removed, and everything comes back.
        var path = $"/api/customers/{(await rep.Post("/api/customers", house.Customer("rep-a", custom: new { first = "甲", second = "乙" }), 201)).Id}";
        (await admin.Delete($"{Fields}/{a}", expect: 409)).Code.ShouldBe("fields.has-values");
        (await admin.Put($"{Fields}/{a}", Making.Field("first", "Number", "改名").Edit(), version + 1, 409)).Code.ShouldBe("fields.has-values");
        await admin.Post($"{Fields}/{a}/retire", expect: 200, seen: version + 1);
        (await rep.Codes()).ShouldBe(["second"]);
        (await rep.Get(path, 200)).Custom().ShouldBe("second=乙");
        (await rep.Put(path, house.Customer("rep-a", custom: new { first = "丙" }), 1, 400)).Faults.ShouldBe(["custom.first: field.unknown"]);
        (await rep.Get("/api/customers?custom.first=甲", 400)).Faults.ShouldBe(["custom.first: field.unknown"]);
        (await rep.Get("/api/customers?sort=custom.first", 400)).Faults.ShouldBe(["sort: field.not-one-of"]);
        (await rep.Export("/api/customers/export?format=csv"))[0].ShouldNotContain("改名");
        await rep.Put(path, house.Customer("rep-a", custom: new { second = "丁" }), 1, 200);
        await admin.Post($"{Fields}/{a}/restore", expect: 200, seen: version + 2);
        (await rep.Get(path, 200)).Custom().ShouldBe("first=甲 second=丁");
        (await rep.Get("/api/customers?custom.first=甲", 200)).Total.ShouldBe(1);

        await rep.Delete(path, expect: 204);
        await admin.Delete($"{Fields}/{a}", expect: 204);
        (await rep.Codes()).ShouldBe(["second"]);
    }

    [Theory, Databases]
    public async Task Without_values_a_field_may_change_its_kind(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var id = await admin.Make("figure", "Text", "数");
        var changed = await admin.Put($"{Fields}/{id}", Making.Field("figure", "Money", "数").Edit().With(("max", "10")), 1, 200);
        changed.Id.ShouldNotBe(id);
        (await admin.Post("/api/customers", house.Customer(null, custom: new { figure = "10.01" }), 400)).Faults.ShouldBe(["custom.figure: fields.too-large"]);
        await admin.Post("/api/customers", house.Customer(null, custom: new { figure = "10.00" }), 201);
        await admin.Get($"{Fields}?x", 200);
        await admin.Put($"{Fields}/{id}", Making.Field("figure", "Text", "数").Edit(), 1, 404);
    }

    [Theory, Databases]
    public async Task What_does_not_fit_together_is_told_at_once(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var list = await admin.MakeList();
        await admin.Make(Making.Field("source", "Choice", "来源").With(("listId", list)));
        var before = await house.Snapshot();
        (await admin.Faults(HttpMethod.Post, Fields, new
        {
            subject = "customer",
            code = "1x-",
            name = "",
            nameEn = new string('x', 61),
            kind = "Choice",
            decimals = 9,
            hint = new string('长', 201),
            required = new { need = "When" },
        })).ShouldBe(["code: fields.code-form", "decimals: field.range", "hint: field.too-long", "listId: field.required", "name: field.required", "nameEn: field.too-long", "required.values: field.required", "required.when: field.required"]);
        (await admin.Faults(HttpMethod.Post, Fields, new { subject = "customer", code = "SOURCE", name = "行业", nameEn = "en Source", kind = "LongText", isFilter = true })).ShouldBe(["isFilter: fields.long-text"]);
        (await admin.Faults(HttpMethod.Post, Fields, new { subject = "customer", code = "SOURCE", name = "行业", nameEn = "en Source", kind = "Choice", listId = Guid.CreateVersion7(), required = new { need = "When", when = "phone", values = new[] { "x" } } }))
            .ShouldBe(["code: fields.code-taken", "listId: record.not-found", "name: fields.name-taken", "nameEn: fields.name-taken", "required.when: fields.no-condition"]);
        (await admin.Faults(HttpMethod.Post, Fields, new { subject = "customer", code = "n", name = "数", kind = "Number", min = "x", max = "1.00001" })).ShouldBe(["max: field.not-number", "min: field.not-number"]);
        (await admin.Faults(HttpMethod.Post, Fields, new { subject = "customer", code = "n", name = "数", kind = "Number", min = "2", max = "1" })).ShouldBe(["max: fields.bounds"]);
        (await admin.Faults(HttpMethod.Post, Fields, new { subject = "invoice", code = "n", name = "数", kind = "Number" })).ShouldBe(["subject: field.not-one-of"]);
        (await admin.Faults(HttpMethod.Post, Fields, Making.Field("n", "Text", "数").With(("required", new { need = "When", when = "custom.source", values = new[] { "web", "nowhere" } })))).ShouldBe(["required.values: field.not-valid"]);
        (await admin.Faults(HttpMethod.Put, "/api/field-rules", new { subject = "customer", field = "name", required = new { need = "Always" } }, 0)).ShouldBe(["field: field.not-valid"]);
        (await admin.Faults(HttpMethod.Post, "/api/option-lists", new { name = "来源", items = new[] { new { name = "甲" } } })).ShouldBe(["name: fields.list-taken"]);
        (await admin.Faults(HttpMethod.Post, "/api/option-lists", new { name = "表", items = new object[] { new { name = "甲" }, new { name = "乙、丙" }, new { name = "丁", nameEn = "甲" }, new { name = "戊", code = "a b" } } }))
            .ShouldBe(["items[1].name: fields.item-signs", "items[2].name: field.repeated", "items[3].code: fields.code-form"]);
        (await admin.Delete($"/api/option-lists/{list}", expect: 409)).Code.ShouldBe("fields.list-used");
        (await house.Snapshot()).ShouldBe(before);
    }

    [Theory, Databases]
    public async Task A_field_that_others_depend_on_stays_and_everybody_s_does_not_depend_on_a_sensitive_one(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var id = await admin.Make("isKey", "YesNo", "重点");
        await admin.Make(Making.Field("why", "Text", "为何").With(("required", new { need = "When", when = "custom.isKey", values = new[] { "true" } })));
        (await admin.Delete($"{Fields}/{id}", expect: 409)).Code.ShouldBe("fields.in-condition");
        (await admin.Put($"{Fields}/{id}", Making.Field("isKey", "Text", "重点").Edit(), 1, 409)).Code.ShouldBe("fields.in-condition");
        (await admin.Put($"{Fields}/{id}", Making.Field("isKey", "YesNo", "重点").Edit().With(("isSensitive", true)), 1, 400)).Faults.ShouldBe(["isSensitive: fields.condition-hidden"]);
        await admin.Make(Making.Field("hidden", "YesNo", "暗的").With(("isSensitive", true)));
        (await admin.Post(Fields, Making.Field("more", "Text", "更多").With(("required", new { need = "When", when = "custom.hidden", values = new[] { "true" } })), 400)).Faults.ShouldBe(["required.when: fields.condition-hidden"]);
        // Retired, it asks for nothing, and nothing is asked on its condition.
        (await admin.Post("/api/customers", house.Customer(null, custom: new { isKey = true }), 400)).Faults.ShouldBe(["custom.why: field.required"]);
        await admin.Post($"{Fields}/{id}/retire", expect: 200, seen: 1);
        await admin.Post("/api/customers", house.Customer(null), 201);
    }

    [Theory, Databases]
    public async Task Of_two_administrators_the_second_is_told_that_he_is_late(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var id = await admin.Make("motto", "Text", "口号");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => admin.Put($"{Fields}/{id}", Making.Field("motto", "Text", $"口号{i}").Edit(), 1)));
        answers.Select(answer => answer.Status).Order().ShouldBe([200, 412, 412, 412]);
        var list = await admin.MakeList();
        var lists = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => admin.Put($"/api/option-lists/{list}", new { name = $"表{i}", items = new[] { new { name = "甲" } } }, 1)));
        lists.Select(answer => answer.Status).Order().ShouldBe([200, 412, 412, 412]);
        await admin.Put("/api/field-rules", new { subject = "customer", field = "phone", required = new { need = "Always" } }, 0, 204);
        await admin.Put("/api/field-rules", new { subject = "customer", field = "phone", required = new { need = "Never" } }, 0, 412);
        await admin.Put("/api/field-rules", new { subject = "customer", field = "phone", required = new { need = "Never" } }, 1, 204);
    }
}
