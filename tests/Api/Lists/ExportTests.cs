using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using ExcelDataReader;

namespace Yingpan.Tests.Api.Lists;

public sealed class ExportTests
{
    private static readonly string[] Nasty = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "＝1", "带\"引号\"", "逗号,和,逗号", "<tag>&amp;", "😀😀"];

    static ExportTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory, Databases("csv", "xlsx")]
    public async Task The_file_holds_what_the_list_shows_and_runs_nothing(Database database, string format)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        foreach (var name in Nasty)
        {
            await admin.Post("/api/customers", new { name, state = "Prospect", city = "导出城" }, 201);
        }

        var file = await admin.Get($"/api/customers/export?format={format}&sort=number&columns=number,name,state", 200, "zh");
        file.Headers["Content-Disposition"].ShouldContain($".{format}");
        var rows = Read(file.Bytes, format);
        rows[0].ShouldBe(["编号", "客户名称", "状态"]);
        var list = await admin.Get("/api/customers?sort=number&size=200", 200);
        rows.Count.ShouldBe(list.Total + 1);
        foreach (var (row, item) in rows.Skip(1).Zip(list.Items))
        {
            row[0].ShouldBe(item.GetProperty("number").GetString());
            var name = item.GetProperty("name").GetString()!;
            // In a csv there is no other way than to put something in front of it; in an xlsx text is typed as text.
            row[1].ShouldBe(format == "csv" && "=+-@＝".Contains(name[0], StringComparison.Ordinal) ? "'" + name : name);
        }

        if (format == "xlsx")
        {
            Sheet(file.Bytes).ShouldNotContain("<f>");
        }
    }

    [Theory, Databases("csv", "xlsx")]
    public async Task The_headings_are_in_the_reader_s_language(Database database, string format)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        foreach (var list in new[] { "customers", "people", "territories" })
        {
            var zh = Read((await admin.Get($"/api/{list}/export?format={format}", 200, "zh")).Bytes, format)[0];
            var en = Read((await admin.Get($"/api/{list}/export?format={format}", 200, "en")).Bytes, format)[0];
            en.Length.ShouldBe(zh.Length);
            en.ShouldContain("Name");
            zh.Intersect(en).ShouldBeEmpty();
            zh.Concat(en).ShouldAllBe(heading => !heading.Contains('.'));
        }
    }

    [Theory, Databases]
    public async Task A_filtered_export_holds_the_filtered_rows_and_only_one_s_own(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        using var rep = await house.SignIn("rep-a");
        Read((await admin.Get($"/api/customers/export?format=csv&owner={house.Seed.People["rep-c"]}", 200)).Bytes, "csv").Count.ShouldBe(2);
        Read((await rep.Get("/api/customers/export?format=csv", 200)).Bytes, "csv").Count.ShouldBe(2);
        Read((await rep.Get($"/api/customers/export?format=csv&owner={house.Seed.People["rep-c"]}", 200)).Bytes, "csv").Count.ShouldBe(1);
    }

    [Theory, Databases]
    public async Task Who_may_not_export_still_sees_the_list(Database database)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var role = (await admin.Get("/api/roles", 200)).Items.Single(one => one.GetProperty("code").GetString() == "rep");
        var grants = role.GetProperty("grants").EnumerateArray()
            .Select(grant => new { permission = grant.GetProperty("permission").GetString(), scope = grant.GetProperty("scope").GetString() }).ToList();
        grants.ShouldContain(grant => grant.permission == "platform.export");
        await admin.Put($"/api/roles/{role.GetProperty("id")}", new { name = "销售员", nameEn = "Sales rep", grants = grants.FindAll(grant => grant.permission != "platform.export") }, seen: role.GetProperty("version").GetInt32(), expect: 200);
        using var rep = await house.SignIn("rep-a");
        foreach (var list in new[] { "customers", "orders", "care-items" })
        {
            await rep.Get($"/api/{list}", 200);
            (await rep.Get($"/api/{list}/export?format=csv", 403)).Code.ShouldBe("permission.missing");
        }
    }

    [Theory, Databases("format=pdf", "columns=number,nothing", "columns=remark", "sort=nothing", "columns=,", "owner=x")]
    public async Task An_export_that_cannot_be_is_refused_before_it_begins(Database database, string query)
    {
        await using var house = await House.Open(database);
        using var admin = await house.SignIn("admin");
        var answer = await admin.Get($"/api/customers/export?{query}", 400);
        answer.ContentType.ShouldStartWith("application/problem+json");
        answer.Headers.ShouldNotContainKey("Content-Disposition");
    }

    internal static List<string[]> Read(byte[] bytes, string format)
    {
        using var stream = new MemoryStream(bytes);
        var rows = new List<string[]>();
        if (format == "csv")
        {
            bytes.Take(3).ShouldBe(new byte[] { 0xEF, 0xBB, 0xBF });
            using var csv = new CsvParser(new StreamReader(stream, Encoding.UTF8), CultureInfo.InvariantCulture);
            while (csv.Read())
            {
                rows.Add([.. csv.Record!]);
            }

            return rows;
        }

        using var reader = ExcelReaderFactory.CreateReader(stream);
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture) ?? "")]);
        }

        return rows;
    }

    private static string Sheet(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        return reader.ReadToEnd();
    }
}
