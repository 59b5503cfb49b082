using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Platform.Imports;
using Yingpan.Platform.Imports.Data;
using Yingpan.Platform.Imports.Reading;

namespace Yingpan.Tests.Api.Imports;

public sealed class ImportTests
{
    private static readonly object AllOrNothing = new { mode = "AllOrNothing" };
    private static readonly object ValidLines = new { mode = "ValidLines" };

    [Theory, Databases]
    public async Task A_check_tells_each_fault_with_line_heading_and_value_and_writes_nothing(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var import = await admin.Upload("people", Encoding.GetEncoding("GB18030").GetBytes(
            "工号,姓名(必填),部门,岗位,邮箱,入职日期\nI1,新人甲,上海队,销售代表,坏,2024-13-01\nI2,新人乙,没有,主管,,2024年2月29日\nI2,新人丙,上海队,主管,,20240105\n"));

        import["encoding"].ShouldBe("GB18030");
        import.Json.GetProperty("mapping").GetProperty("name").GetString().ShouldBe("姓名(必填)");
        var ended = await admin.Step(import.Id, "check");
        ended["state"].ShouldBe("Checked");
        (ended.Number("total"), ended.Number("faultCount"), ended.Number("faultyLines")).ShouldBe((3, 4, 3));
        (await admin.Get($"/api/imports/{import.Id}/faults", 200)).Items
            .Select(fault => $"{fault.GetProperty("line")} {fault.GetProperty("heading")} {fault.GetProperty("value")} {fault.GetProperty("code")}").Order()
            .ShouldBe(["2 入职日期 2024-13-01 import.not-day", "2 邮箱 坏 field.email", "3 部门 没有 import.not-found", "4 工号 I2 import.repeated"]);
        (await admin.Get($"/api/imports/{import.Id}/faults/export?format=csv", 200)).Text.ShouldContain("没有找到“没有”");
        (await admin.Newcomers()).ShouldBe(0);
    }

    [Theory, Databases]
    public async Task All_or_nothing_writes_nothing_where_valid_lines_writes_the_valid_ones(Database database)
    {
        await using var house = await House.Open(database, "Imports:BatchLines=10");
        using var admin = await house.SignIn("admin");
        var import = (await admin.Upload("people", Files.People(0, 50, i => i == 37 ? "没有" : "上海队"))).Id;

        (await admin.Step(import, "apply", AllOrNothing))["state"].ShouldBe("Refused");
        (await admin.Newcomers()).ShouldBe(0);
        var applied = await admin.Step(import, "apply", ValidLines);
        (applied["state"], applied.Number("written"), applied.Number("faultCount")).ShouldBe(("Applied", 49, 1));
        (await admin.Newcomers()).ShouldBe(49);
        (await admin.Post($"/api/imports/{import}/apply", ValidLines, 409)).Code.ShouldBe("import.wrong-state");
    }

    [Theory, Databases]
    public async Task A_number_taken_after_the_check_takes_everything_back(Database database)
    {
        await using var house = await House.Open(database, "Imports:BatchLines=5");
        using var admin = await house.SignIn("admin");
        var import = (await admin.Upload("people", Files.People(0, 1_500))).Id;
        await admin.Post($"/api/imports/{import}/apply", AllOrNothing, 202);
        await Eventually.Holds(() => house.Inside(db => db.Set<Platform.Imports.Data.Import>().AnyAsync(one => one.Written > 0)));
        await admin.Post("/api/people", new
        {
            number = "I001499",
            name = "抢先",
            hiredOn = "2024-01-01",
            placement = new { unitId = house.Seed.Units["team-a"], positionId = house.Seed.Positions["主管"], first = "2024-01-01" },
        }, 201);

        // Written and taken back in steps of five lines, with other tests beside it: that may take a while.
        (await admin.Ended(import, TimeSpan.FromMinutes(2)))["state"].ShouldBe("Refused");
        (await admin.Newcomers()).ShouldBe(0);
        (await admin.Get($"/api/imports/{import}/faults", 200)).Column("code").ShouldBe(["record.number-taken"]);
    }

    [Theory, Databases]
    public async Task Undo_takes_back_what_is_untouched_and_leaves_its_trace(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var import = (await admin.Upload("people", Files.People(0, 30))).Id;
        await admin.Step(import, "apply", AllOrNothing);

        (await admin.Step(import, "undo"))["state"].ShouldBe("Undone");
        (await admin.Newcomers()).ShouldBe(0);
        var deleted = await house.Inside(db => db.Set<Platform.Audit.AuditEntry>()
            .Where(entry => entry.Action == Platform.Audit.AuditAction.Deleted).GroupBy(entry => entry.Entity)
            .Select(group => new { group.Key, Count = group.Count() }).OrderBy(group => group.Key).ToListAsync());
        deleted.Select(group => (group.Key, group.Count)).ShouldBe([("organization_membership", 30), ("organization_person", 30)]);
    }

    [Theory, Databases]
    public async Task Undo_refuses_what_was_edited_or_is_referred_to_and_touches_nothing(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var import = (await admin.Upload("people", Files.People(0, 5))).Id;
        await admin.Step(import, "apply", AllOrNothing);
        var people = (await admin.Get("/api/people?q=新人&sort=number", 200)).Column("id");

        var team = (await admin.Get("/api/units", 200)).Items.First(unit => unit.GetProperty("name").GetString() == "上海队");
        var request = new { name = "上海队", kind = "Team", parentId = house.Seed.Units["east"], headId = people[3] };
        await admin.Put($"/api/units/{house.Seed.Units["team-a"]}", request, team.GetProperty("version").GetInt32(), 200);
        var refused = await admin.Step(import, "undo");
        (refused["state"], refused.Json.GetProperty("failure").GetProperty("code").GetString()).ShouldBe(("Applied", "import.undo-referenced"));
        refused.Json.GetProperty("failure").GetProperty("params").GetProperty("line").GetInt32().ShouldBe(5);

        await admin.Put($"/api/people/{people[1]}", new { name = "新人改", hiredOn = "2024-01-05" }, 1, 200);
        refused = await admin.Step(import, "undo");
        (refused["state"], refused.Json.GetProperty("failure").GetProperty("code").GetString()).ShouldBe(("Applied", "import.undo-changed"));
        (await admin.Newcomers()).ShouldBe(5);
    }

    [Theory, Databases]
    public async Task An_import_is_seen_by_who_brought_it_and_by_those_who_manage_accounts(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var hr = await house.SignIn("hr");
        using var rep = await house.SignIn("rep-b");
        var import = (await hr.Upload("people", Files.People(0, 3, _ => "没有"))).Id;
        await hr.Step(import, "check");

        (await admin.Get($"/api/imports/{import}", 200))["login"].ShouldBe("hr");
        foreach (var path in new[] { "", "/faults", "/faults/export", "/sample" })
        {
            await rep.Get($"/api/imports/{import}{path}", 404);
        }

        foreach (var step in new[] { "check", "undo", "cancel" })
        {
            await rep.Post($"/api/imports/{import}/{step}", null, 404);
        }

        await rep.Post($"/api/imports/{import}/apply", ValidLines, 404);
        await rep.Put($"/api/imports/{import}/mapping", new { mapping = new { name = "姓名" } }, expect: 404);
        (await rep.Get("/api/imports", 200)).Total.ShouldBe(0);
        (await rep.Upload("people", Files.People(0, 1), 403)).Code.ShouldBe("permission.missing");
        (await rep.Get("/api/import-kinds", 200)).Column("kind").ShouldNotContain("people");
    }

    [Theory, Databases]
    public async Task A_stopped_server_goes_on_with_the_import_after_its_start(Database database)
    {
        var template = await Template.Of(database);
        var copy = await template.Copy();
        var first = await House.Start(copy, template.Seed, "Imports:BatchLines=5");
        string import;
        using (var admin = await first.SignIn("admin"))
        {
            import = (await admin.Upload("people", Files.People(0, 1_500, i => i % 100 == 7 ? "没有" : "上海队"))).Id;
            await admin.Post($"/api/imports/{import}/apply", ValidLines, 202);
            await Eventually.Holds(async () => (await admin.Get($"/api/imports/{import}", 200)).Number("written") > 20);
        }

        await first.Stop();
        await using var second = await House.Start(copy, template.Seed);
        using var again = await second.SignIn("admin");
        var ended = await again.Ended(import);
        (ended["state"], ended.Number("total"), ended.Number("written"), ended.Number("created"), ended.Number("faultCount")).ShouldBe(("Applied", 1_500, 1_485, 1_485, 15));
        (await again.Newcomers()).ShouldBe(1_485);
    }

    [Theory, Databases]
    public async Task A_saved_mapping_is_proposed_for_the_next_file_of_that_source(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var mapping = new { name = "Wer", unitName = "Wo", positionName = "Was", hiredOn = "Wann" };
        await admin.Post("/api/import-templates", new { kind = "people", name = "旧系统", mapping }, 201);
        (await admin.Post("/api/import-templates", new { kind = "people", name = "旧系统", mapping }, 400)).Faults.ShouldBe(["name: import.template-name-taken"]);

        var import = await admin.Upload("people", "Wann;Was;Wo;Wer\n2024-01-05;销售代表;华东/上海队;新人\n");
        import.Json.GetProperty("missing").GetArrayLength().ShouldBe(0);
        (await admin.Step(import.Id, "apply", AllOrNothing))["state"].ShouldBe("Applied");
        (await admin.Newcomers()).ShouldBe(1);
    }

    [Theory, Databases]
    public async Task A_mapping_must_name_headings_of_the_file_and_cover_what_is_required(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var import = (await admin.Upload("people", "姓名,备注\n新人,x\n")).Id;

        (await admin.Post($"/api/imports/{import}/check", null, 400)).Faults
            .ShouldBe(["mapping.hiredOn: field.required", "mapping.positionName: field.required", "mapping.unitName: field.required"]);
        (await admin.Put($"/api/imports/{import}/mapping", new { mapping = new { name = "名", age = "备注" } }, expect: 400)).Faults
            .ShouldBe(["mapping.age: field.unknown", "mapping.name: import.no-heading"]);
    }

    [Theory, Databases]
    public async Task Files_that_are_no_tables_are_refused_and_leave_nothing_behind(Database database)
    {
        await using var house = await House.Open(database, "Imports:FileMegabytes=1");
        using var admin = await house.SignIn("admin");
        string[] Kept() => [.. Directory.EnumerateFiles(Path.Combine(house.DataFolder, "imports")).Order(StringComparer.Ordinal)];
        var kept = Kept();
        (await admin.Upload("people", [], 400)).Faults.ShouldBe(["file: import.empty"]);
        (await admin.Upload("people", [0x50, 0x4B, 3, 4, 1, 2], 400, "../../etc/passwd.xlsx")).Faults.ShouldBe(["file: import.damaged"]);
        (await admin.Upload("nonsense", Files.People(0, 1), 400)).Faults.ShouldBe(["kind: field.not-one-of"]);
        await admin.Upload("people", new byte[1_100_000], 413);
        await admin.Post("/api/imports", new { kind = "people" }, 415);
        // Broken off in a part, between two, without a name, with headers without end, with text that is none.
        const string Kind = "--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\npeople\r\n", Part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"";
        string[] broken = [Kind + Part + "\r\n\r\n工号,姓名\n1", Kind, Kind + Part, Kind + "--x\r\n\r\nwords\r\n--x--", Kind + Part + $"\r\nX-Long: {new string('x', 40_000)}\r\n\r\na\r\n--x--"];
        foreach (var body in broken.Select(Encoding.UTF8.GetBytes).Append([.. "--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n"u8, 0xFF, 0xFE, .. "\r\n--x--"u8]))
        {
            (await admin.Send(HttpMethod.Post, "/api/imports", body, 400, contentType: "multipart/form-data; boundary=x")).Faults.ShouldBe([": file.malformed"], Encoding.UTF8.GetString(body)[..60]);
        }

        Kept().ShouldBe(kept);
    }

    [Theory, Databases]
    public async Task A_program_brings_lines_of_its_own_through_the_same_engine(Database database)
    {
        await using var house = await House.Open(database);
        var source = new LineSource(["姓名", "部门", "岗位", "入职日期"], _ => new[]
        {
            new SourceLine(1, ["新人甲", "上海队", "主管", "2011-05-31 00:00:00"]),
            new SourceLine(2, ["新人乙", "没有", "主管", "2011-05-31"]),
        }.ToAsyncEnumerable());
        var outcome = await house.Inside((_, services) =>
            services.GetRequiredService<ImportSession>().Lines("people", "旧系统", source, new ImportPlan { Mode = ImportMode.ValidLines }, default));

        (outcome.State, outcome.Lines, outcome.Written, outcome.Created).ShouldBe((ImportState.Applied, 2, 1, 1));
        outcome.Faults.ShouldHaveSingleItem().Code.ShouldBe("import.not-found");
    }

    [Theory, Databases]
    public async Task A_hundred_thousand_lines_are_checked_within_the_patience_of_a_user(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var import = (await admin.Upload("people", Files.People(0, 100_000, i => i % 50 == 0 ? "没有" : "上海队"))).Id;

        var ended = await admin.Step(import, "check");
        (ended.Number("total"), ended.Number("faultCount"), ended.Number("faultyLines")).ShouldBe((100_000, 2_000, 2_000));
        (await admin.Get($"/api/imports/{import}/faults?size=1", 200)).Total.ShouldBe(1_000);
    }
}
