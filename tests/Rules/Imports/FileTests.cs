using System.IO.Compression;
using System.Text;
using Yingpan.Kernel;
using Yingpan.Platform.Imports.Data;
using Yingpan.Platform.Imports.Reading;

namespace Yingpan.Tests.Rules.Imports;

/// <summary>Files as they come: recognised by what is in them, and refused with a reason when they can't be read.</summary>
[Collection(nameof(Alone))]
public sealed class FileTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), Guid.CreateVersion7().ToString("N"));

    public FileTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("GB18030", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public async Task The_encoding_is_found_out(string name, bool mark)
    {
        var encoding = name == "utf-8" ? new UTF8Encoding(mark) : Encoding.GetEncoding(name);
        // The first 100 kilobytes are plain ASCII: only reading on tells.
        var text = "name,note\n" + string.Concat(Enumerable.Repeat("abc,def\n", 13_000)) + "张三,㐂\n";
        Save([.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)]);

        var lines = await Lines();
        lines[^1].Cells.ShouldBe(["张三", "㐂"]);
        lines[^1].Line.ShouldBe(13_002);
    }

    [Theory]
    [InlineData("a;b\n1,5;2\n", "1,5")]
    [InlineData("a\tb\n1\t2\n", "1")]
    [InlineData("a,b\n\"1\n2\",2\n", "1\n2")]
    [InlineData("\"a;x\",b\n\"say \"\"hi\"\"\",2\n", "say \"hi\"")]
    [InlineData("a,b\n'=1+1,2\n", "=1+1")]
    public async Task Separators_and_quotes_are_understood(string csv, string cell)
    {
        Save(Encoding.UTF8.GetBytes(csv));
        (await Lines())[0].Cells[0].ShouldBe(cell);
    }

    [Fact]
    public async Task Lines_are_counted_as_an_editor_counts_them()
    {
        Save("\n\na,b\n1,2\n\n\"x\ny\",3\n,,\n4,5,6\n7\n"u8.ToArray());
        (await Lines()).Select(line => (line.Line, line.Fault)).ShouldBe([(4, null), (6, null), (9, "import.ragged"), (10, "import.ragged")]);
    }

    [Fact]
    public async Task A_cell_beyond_what_a_spreadsheet_holds_is_a_fault_of_its_line()
    {
        Save(Encoding.UTF8.GetBytes($"a,b\n{new string('x', 40_000)},1\n2,3\n"));
        (await Lines()).Select(line => line.Fault).ShouldBe(["import.cell-too-large", null]);
    }

    [Theory]
    [InlineData("", "import.empty")]
    [InlineData("\n \n,,\n", "import.empty")]
    [InlineData("a,b\0c", "import.not-text")]
    [InlineData("a,a\n1,2", "import.duplicate-heading")]
    public async Task What_is_no_table_is_refused(string text, string code)
    {
        Save(Encoding.UTF8.GetBytes(text));
        await Refused(code);
    }

    [Fact]
    public async Task Bytes_in_no_known_encoding_are_refused()
    {
        Save([0x61, 0xFF, 0x0A]);
        await Refused("import.encoding");
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_does_not_eat_the_memory()
    {
        Save(Encoding.UTF8.GetBytes("a,b\n\"" + new string('x', 3_000_000)));
        var refusal = await Should.ThrowAsync<Refusal>(Lines);
        refusal.Faults[0].Code.ShouldBe("import.quote-open");
    }

    [Fact]
    public async Task Old_and_encrypted_workbooks_are_told_apart()
    {
        byte[] head = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        Save([.. head, .. new byte[512]]);
        await Refused("import.old-excel");
        Save([.. head, .. new byte[70_000], .. Encoding.Unicode.GetBytes("EncryptedPackage")]);
        await Refused("import.encrypted");
    }

    [Fact]
    public async Task Too_many_parts_too_much_inside_or_a_lie_about_it_are_bombs()
    {
        Zip(zip => Enumerable.Range(0, 2_001).ToList().ForEach(i => Part(zip, $"p{i}", "x")));
        await Refused("import.zip-bomb");
        Zip(zip => Part(zip, "xl/worksheets/sheet1.xml", new string(' ', 30_000_000)));
        await Refused("import.zip-bomb");
        Zip(zip => Part(zip, "xl/sharedStrings.xml", string.Concat(Enumerable.Repeat("<si/>", 9_000_000))));
        await Refused("import.zip-bomb");
    }

    [Fact]
    public async Task An_archive_that_is_no_workbook_is_refused()
    {
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            Part(zip, "readme.txt", "hello");
        }

        await Refused("import.not-a-workbook");
        Save([0x50, 0x4B, 0x03, 0x04, .. "nonsense"u8]);
        await Refused("import.damaged");
    }

    [Fact]
    public async Task A_workbook_gives_values_not_formulas()
    {
        Sheet("""
            <row r="2"><c r="A2" t="inlineStr"><is><t>名称</t></is></c><c r="B2" t="inlineStr"><is><t>金额</t></is></c></row>
            <row r="4"><c r="A4" t="inlineStr"><is><t>=cmd()</t></is></c><c r="B4"><f>A1*3</f><v>59.970000000000006</v></c></row>
            <row r="5"><c r="A5"><v>13800000000</v></c></row>
            """);
        var lines = await Lines();
        lines.Select(line => line.Line).ShouldBe([4, 5]);
        lines[0].Cells.ShouldBe(["=cmd()", "59.97"]);
        lines[1].Cells[0].ShouldBe("13800000000");
    }

    [Fact]
    public async Task A_sheet_that_claims_to_be_enormous_costs_nothing()
    {
        Sheet("""<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row>""", """<dimension ref="A1:XFD1048576"/>""");
        var before = GC.GetTotalAllocatedBytes(precise: true);
        (await Lines())[0].Cells[0].ShouldBe("1");
        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(100_000_000);
    }

    [Fact]
    public async Task Two_hundred_thousand_lines_are_never_in_memory_together()
    {
        await using (var text = new StreamWriter(path))
        {
            await text.WriteLineAsync("a,b,c");
            for (var i = 0; i < 200_000; i++)
            {
                await text.WriteLineAsync($"{i},{new string('x', 200)},{i}");
            }
        }

        var source = await ImportFile.Open(path, FileFormat.Csv, "utf-8", null, default);
        var (before, most, count) = (GC.GetTotalMemory(forceFullCollection: true), 0L, 0);
        await foreach (var _ in source.Lines(default))
        {
            most = ++count % 50_000 == 0 ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: true)) : most;
        }

        count.ShouldBe(200_000);
        // The file has 43 megabytes.
        (most - before).ShouldBeLessThan(20_000_000);
    }

    private void Save(byte[] bytes) => File.WriteAllBytes(path, bytes);

    private async Task<List<SourceLine>> Lines()
    {
        var facts = await ImportFile.Recognise(path, new ImportOptions(), default);
        var source = await ImportFile.Open(path, facts.Format, facts.Encoding, null, default);
        return await source.Lines(default).ToListAsync();
    }

    private async Task Refused(string code)
    {
        var refusal = await Should.ThrowAsync<Refusal>(Lines);
        refusal.Faults[0].Code.ShouldBe(code);
    }

    private void Sheet(string rows, string dimension = "") => Zip(zip => Part(zip, "xl/worksheets/sheet1.xml",
        $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{dimension}<sheetData>{rows}</sheetData></worksheet>"""));

    private void Zip(Action<ZipArchive> content)
    {
        File.Delete(path);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Part(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""");
        Part(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Part(zip, "xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        Part(zip, "xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>""");
        content(zip);
    }

    private static void Part(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}

/// <summary>Nothing runs beside these: the memory they measure is their own.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
