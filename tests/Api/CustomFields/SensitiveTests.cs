namespace Yingpan.Tests.Api.CustomFields;

/// <summary>A sensitive field is for those with its permission, on whatever way one may come to it.</summary>
public sealed class SensitiveTests
{
    private const string Customers = "/api/customers";
    private const string Canary = "kanarie-7319";

    [Theory, Databases]
    public async Task Nobody_else_is_shown_finds_sorts_by_fills_or_empties_it(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        using var finance = await house.SignIn("finance");
        await admin.Make(Making.Field("rebate", "Text", "返利").With(("isSensitive", true), ("required", new { need = "Always" })));
        await admin.Make("motto", "Text", "口号");
        var id = (await admin.Post(Customers, house.Customer("rep-a", "有密的", new { rebate = Canary, motto = "明" }), 201)).Id;
        var path = $"{Customers}/{id}";
        (await finance.Get(path, 200)).Custom().ShouldContain(Canary);
        (await finance.Get($"{Customers}?custom.rebate={Canary}", 200)).Total.ShouldBe(1);

        (await rep.Codes()).ShouldBe(["motto"]);
        (await rep.Get("/api/custom-forms", 200)).Text.ShouldNotContain("rebate");
        foreach (var asked in new[] { path, $"{Customers}?size=200", $"{Customers}?q=有密的", $"{Customers}/export?format=csv", "/api/search?q=kanarie", $"{Customers}?q={Canary}", "/api/import-kinds" })
        {
            var answer = await rep.Get(asked, 200);
            answer.Text.ShouldNotContain(Canary, customMessage: asked);
            answer.Text.ShouldNotContain("rebate", customMessage: asked);
            answer.Text.ShouldNotContain("返利", customMessage: asked);
        }

        (await rep.Get($"{Customers}?custom.rebate={Canary}", 400)).Faults.ShouldBe(["custom.rebate: field.unknown"]);
        (await rep.Get($"{Customers}?sort=custom.rebate", 400)).Text.ShouldNotContain("rebate\"", Case.Sensitive);
        (await rep.Get($"{Customers}/export?columns=custom.rebate", 400)).Faults.ShouldBe(["columns: field.not-one-of"]);
        // He is not asked for what he may not see, cannot write it, and takes nothing away by saving what he sees.
        await rep.Post(Customers, house.Customer("rep-a", "别的"), 201);
        (await rep.Put(path, house.Customer("rep-a", "有密的", new { rebate = "x" }), 1, 400)).Faults.ShouldBe(["custom.rebate: field.unknown"]);
        await rep.Put(path, house.Customer("rep-a", "有密的", new { motto = "改" }), 1, 200);
        (await admin.Get(path, 200)).Custom().ShouldBe($"motto=改 rebate={Canary}");
        (await admin.Post(Customers, house.Customer("rep-a", "没填"), 400)).Faults.ShouldBe(["custom.rebate: field.required"]);
    }

    [Theory, Databases]
    public async Task The_trail_tells_that_it_changed_and_not_what_it_holds(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        await admin.Make(Making.Field("rebate", "Text", "返利").With(("isSensitive", true)));
        var open = await admin.Make("later", "Text", "后来敏感");
        var id = (await admin.Post(Customers, house.Customer("rep-a", "有密的", new { rebate = Canary, later = $"{Canary}-2" }), 201)).Id;
        await admin.Put($"{Customers}/{id}", house.Customer("rep-a", "有密的", new { rebate = $"{Canary}-new" }), 1, 200);
        var trail = await admin.Get($"/api/audit?entityId={id}&sort=-at", 200);
        trail.Text.ShouldContain("\"custom.rebate\":[\"***\",\"***\"]");
        trail.Text.ShouldContain($"{Canary}-2");
        // What becomes sensitive afterwards is covered where it was written down before.
        await admin.Put($"/api/custom-fields/{open}", Making.Field("later", "Text", "后来敏感").Edit().With(("isSensitive", true)), 1, 200);
        (await admin.Get($"/api/audit?entityId={id}", 200)).Text.ShouldNotContain(Canary);
        (await admin.Get($"/api/audit/export?format=csv&entityId={id}", 200)).Text.ShouldNotContain(Canary);
        (await house.Inside(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(
            db.Set<Yingpan.Platform.Audit.AuditEntry>(), line => line.Changes.Contains("kanarie-7319-new")))).ShouldBe(0);
    }

    [Theory, Databases]
    public async Task An_import_takes_it_from_those_who_may_and_keeps_no_faulty_cell_of_it(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        await admin.Make(Making.Field("rebate", "Number", "返利").With(("isSensitive", true)));
        var file = $"客户名称,负责人,返利\n密一,P-rep-a,12\n密二,P-rep-a,{Canary}\n";
        // To him it is a heading that nothing goes by.
        var mine = await rep.Import("customers", file);
        (mine.Written, mine.Faults.Count).ShouldBe((2, 0));
        (await admin.Get($"{Customers}?q=密&custom.rebate=12", 200)).Total.ShouldBe(0);
        var import = (await Imports.Files.Upload(admin, "customers", file.Replace("密一", "密三", StringComparison.Ordinal).Replace("密二", "密四", StringComparison.Ordinal))).Id;
        await Imports.Files.Step(admin, import, "apply", new { mode = "ValidLines" });
        var faults = await admin.Get($"/api/imports/{import}/faults", 200);
        (faults.Column("code").Single(), faults.Column("heading").Single()).ShouldBe(("field.not-number", "返利"));
        faults.Text.ShouldNotContain(Canary);
        (await admin.Get($"/api/imports/{import}/faults/export?format=csv", 200)).Text.ShouldNotContain(Canary);
        (await admin.Get($"{Customers}?q=密&custom.rebate=12", 200)).Total.ShouldBe(1);
    }
}
