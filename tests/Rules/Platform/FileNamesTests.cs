using FsCheck;
using FsCheck.Fluent;
using Yingpan.Platform.Files.Rules;

namespace Yingpan.Tests.Rules.Platform;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("报价单 2026.pdf", "报价单 2026.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\me\\合同.docx", "合同.docx")]
    [InlineData("page.html.", "page.html")]
    [InlineData("page.html . .", "page.html")]
    [InlineData("a.png:stream.exe", "a.png_stream.exe")]
    [InlineData("invoice\u202Efdp.exe", "invoicefdp.exe")]
    [InlineData("a\u0000b\n.pdf", "ab.pdf")]
    [InlineData(".htaccess", "htaccess")]
    [InlineData("con.txt", "_con.txt")]
    [InlineData("😀.png", "😀.png")]
    [InlineData("\ud83d.png", "png")]
    [InlineData("..", "file")]
    [InlineData("", "file")]
    [InlineData(null, "file")]
    public void A_name_keeps_what_is_harmless(string? given, string kept) => FileNames.Clean(given).ShouldBe(kept);

    [Fact]
    public void A_long_name_keeps_its_ending()
    {
        var kept = FileNames.Clean(new string('长', 300) + ".xlsx");
        kept.EnumerateRunes().Count().ShouldBe(FileNames.Longest);
        kept.ShouldEndWith(".xlsx");
    }

    [Fact]
    public void Cleaning_is_done_once_and_leaves_no_path() =>
        Prop.ForAll<string?>(given =>
        {
            var kept = FileNames.Clean(given);
            return FileNames.Clean(kept) == kept && kept.Length > 0 && !kept.Any(c => char.IsControl(c) || "/\\:".Contains(c, StringComparison.Ordinal))
                && kept.EnumerateRunes().Count() <= FileNames.Longest;
        }).Prove();
}
