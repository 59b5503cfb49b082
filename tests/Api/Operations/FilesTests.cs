using System.Text;

namespace Yingpan.Tests.Api.Operations;

public sealed class FilesTests
{
    [Theory, Databases]
    public async Task A_file_of_a_record_is_seen_by_who_sees_the_record_also_after_it_changed_hands(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a2");
        using var manager = await house.SignIn("manager-a");
        using var colleague = await house.SignIn("rep-a");
        var customer = house.Seed.Record("customers", "客户rep-a2");
        var file = (await rep.Upload("合同 2026.pdf", Uploads.Pdf, 201, "customers_customer", customer)).Id;

        (await manager.Get($"/api/files/{file}", 200)).Bytes.ShouldBe(Uploads.Pdf);
        (await manager.Get($"/api/files?entity=customers_customer&entityId={customer}", 200)).Column("name").ShouldBe(["合同 2026.pdf"]);
        await colleague.Get($"/api/files/{file}", 404);
        await colleague.Get($"/api/files?entity=customers_customer&entityId={customer}", 404);
        await colleague.Delete($"/api/files/{file}", expect: 404);

        await house.Sql($"UPDATE customers_customer SET owner_id = (SELECT id FROM organization_person WHERE number = 'P-rep-a') WHERE name LIKE '客户rep-a2%' AND owner_id = (SELECT id FROM organization_person WHERE number = 'P-rep-a2')");
        await colleague.Get($"/api/files/{file}", 200);
        await rep.Get($"/api/files/{file}", 404);
    }

    [Theory, Databases]
    public async Task Nobody_hangs_a_file_on_a_record_that_is_not_his_to_edit(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-b");
        var before = await house.Snapshot();
        (await rep.Upload("a.pdf", Uploads.Pdf, 404, "customers_customer", house.Seed.Record("customers", "客户rep-a"))).Code.ShouldBe("record.not-found");
        await rep.Upload("a.pdf", Uploads.Pdf, 404, "customers_customer", Guid.NewGuid().ToString());
        await rep.Upload("a.pdf", Uploads.Pdf, 404, "no_such_table", "x");
        (await rep.Upload("a.pdf", Uploads.Pdf, 400, "customers_customer")).Faults.ShouldBe(["entityId: field.required"]);
        // May see every customer, and edit none.
        using var gm = await house.SignIn("gm");
        await gm.Upload("a.pdf", Uploads.Pdf, 404, "customers_customer", house.Seed.Record("customers", "客户rep-a"));
        (await house.Snapshot()).ShouldBe(before);
    }

    [Theory, Databases]
    public async Task Without_a_record_a_file_is_its_uploaders_alone(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        var file = (await rep.Upload("a.pdf", Uploads.Pdf, 201)).Id;
        foreach (var login in new[] { "admin", "gm", "manager-a" })
        {
            using var other = await house.SignIn(login);
            await other.Get($"/api/files/{file}", 404);
        }

        using var nobody = house.Nobody();
        await nobody.Get($"/api/files/{file}", 401);
        await nobody.Upload("a.pdf", Uploads.Pdf, 401);
        await rep.Delete($"/api/files/{file}", expect: 204);
        await rep.Get($"/api/files/{file}", 404);
    }

    [Theory, Databases]
    public async Task A_download_never_runs_in_our_origin(Database database)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        var pdf = (await rep.Upload("报价;x=1.pdf", Uploads.Pdf, 201)).Id;
        var png = (await rep.Upload("a.PNG", Uploads.Png, 201)).Id;
        foreach (var path in new[] { $"/api/files/{pdf}", $"/api/files/{pdf}?inline=true", $"/api/files/{png}" })
        {
            var answer = await rep.Get(path, 200);
            answer.Headers["Content-Disposition"].ShouldStartWith("attachment");
            answer.Headers["Content-Security-Policy"].ShouldContain("sandbox");
            answer.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        }

        var shown = await rep.Get($"/api/files/{png}?inline=true", 200);
        shown.Headers["Content-Disposition"].ShouldStartWith("inline");
        shown.Headers["Content-Security-Policy"].ShouldContain("sandbox");
        shown.ContentType.ShouldBe("image/png");
    }

    [Theory, Databases("page.html", "picture.svg", "run.exe", "a.pdf.js", "noending", "a.php.", "a.xlsm")]
    public async Task Other_kinds_are_refused_by_their_ending(Database database, string name)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        (await rep.Upload(name, Uploads.Pdf, 400)).Faults.ShouldBe(["file: file.type"]);
    }

    [Theory, Databases("a.png", "a.xlsx", "a.zip", "a.jpg")]
    public async Task Content_that_is_not_what_the_ending_says_is_refused(Database database, string name)
    {
        await using var house = await House.Open(database);
        using var rep = await house.SignIn("rep-a");
        (await rep.Upload(name, Uploads.Pdf, 400)).Faults.ShouldBe(["file: file.content"]);
        (await rep.Upload("a.txt", Encoding.UTF8.GetBytes(" <svg onload=alert(1)>"), 400)).Faults.ShouldBe(["file: file.content"]);
        (await rep.Upload("a.zip", Encoding.ASCII.GetBytes("PK\u0003\u0004not really"), 400)).Faults.ShouldBe(["file: file.content"]);
    }

    [Theory, Databases]
    public async Task Limits_hold_and_what_was_refused_leaves_no_bytes(Database database)
    {
        await using var house = await House.Open(database, "Files:LargestMegabytes=1", "Files:DailyMegabytes=1", "Files:Types=pdf");
        using var rep = await house.SignIn("rep-b");
        var kept = Kept(house);
        var large = new byte[1024 * 1024];
        Uploads.Pdf.CopyTo(large, 0);
        (await rep.Upload("a.pdf", [.. large, 1], 400)).Faults.ShouldBe(["file: file.too-large"]);
        (await rep.Upload("a.png", Uploads.Png, 400)).Faults.ShouldBe(["file: file.type"]);
        (await rep.Upload("a.pdf", Uploads.Pdf, 400, part: "other")).Faults.ShouldBe([": field.unknown"]);
        await rep.Send(HttpMethod.Post, "/api/files", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-", 400, contentType: "multipart/form-data; boundary=x");
        await rep.Send(HttpMethod.Post, "/api/files", $"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\nX-Long: {new string('x', 40_000)}\r\n\r\n%PDF-\r\n--x--", 400, contentType: "multipart/form-data; boundary=x");
        await rep.Send(HttpMethod.Post, "/api/files", (byte[])[.. "--x\r\nContent-Disposition: form-data; name=\"entity\"\r\n\r\n"u8, 0xFF, 0xFE, .. "\r\n--x--"u8], 400, contentType: "multipart/form-data; boundary=x");
        Kept(house).ShouldBe(kept);

        await rep.Upload("a.pdf", large, 201);
        (await rep.Upload("b.pdf", Uploads.Pdf, 429)).Code.ShouldBe("file.too-much");
        house.Clock.Advance(TimeSpan.FromHours(1));
        using var colleague = await house.SignIn("rep-a2");
        await colleague.Upload("b.pdf", Uploads.Pdf, 201);
        await rep.Send(HttpMethod.Post, "/api/files", "{}", 415);
    }

    private static string[] Kept(House house) =>
        [.. Directory.EnumerateFiles(Path.Combine(house.DataFolder, "files"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
