using System.Text;
using Yingpan.Platform.Files.Rules;

namespace Yingpan.Tests.Rules.Platform;

public sealed class FileKindsTests
{
    [Theory]
    [InlineData("%PDF-1.7\n", "pdf")]
    [InlineData("\u0089PNG\r\n\u001a\n....", "png")]
    [InlineData("\u00ff\u00d8\u00ff\u00e0", "jpeg")]
    [InlineData("GIF89a", "gif")]
    [InlineData("RIFF1234WEBPVP8 ", "webp")]
    [InlineData("RIFF1234WAVE", "text")]
    [InlineData("PK\u0003\u0004rest", "zip")]
    [InlineData("name,amount\r\n", "text")]
    [InlineData("", "text")]
    [InlineData("a < b and c > d", "text")]
    [InlineData("< 5 pieces", "text")]
    [InlineData("\u00ef\u00bb\u00bf  <!DOCTYPE html>", null)]
    [InlineData("\n<svg xmlns='http://www.w3.org/2000/svg' onload='x'>", null)]
    [InlineData("<script>", null)]
    [InlineData("<?xml version='1.0'?>", null)]
    [InlineData("MZ\u0090\u0000", null)]
    [InlineData("\u007fELF", null)]
    [InlineData("#!/bin/sh", null)]
    [InlineData("text with \u0000 in it", null)]
    public void The_first_bytes_say_what_it_is(string head, string? kind) => FileKinds.Sniff(Encoding.Latin1.GetBytes(head)).ShouldBe(kind);

    [Fact]
    public void Chinese_text_is_text_in_both_usual_encodings()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        FileKinds.Sniff(Encoding.UTF8.GetBytes("客户,金额\r\n甲公司,100")).ShouldBe("text");
        FileKinds.Sniff(Encoding.GetEncoding("GB18030").GetBytes("客户,金额\r\n甲公司,100")).ShouldBe("text");
    }

    [Fact]
    public void An_office_file_is_known_by_the_names_in_it_and_refused_with_macros()
    {
        FileKinds.OfZip(["[Content_Types].xml", "xl/workbook.xml"]).ShouldBe("xlsx");
        FileKinds.OfZip(["word/document.xml", "[Content_Types].xml"]).ShouldBe("docx");
        FileKinds.OfZip(["[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"]).ShouldBeNull();
        FileKinds.OfZip(["readme.txt"]).ShouldBe("zip");
        FileKinds.OfZip(["xl/workbook.xml"]).ShouldBe("zip");
    }

    [Fact]
    public void Content_must_be_what_the_ending_says()
    {
        FileKinds.Fits(FileKinds.ByExtension("JPG")!, "jpeg").ShouldBeTrue();
        FileKinds.Fits(FileKinds.ByExtension("csv")!, "text").ShouldBeTrue();
        FileKinds.Fits(FileKinds.ByExtension("xlsx")!, "zip").ShouldBeFalse();
        FileKinds.Fits(FileKinds.ByExtension("zip")!, "xlsx").ShouldBeFalse();
        FileKinds.ByExtension("html").ShouldBeNull();
        FileKinds.ByExtension("svg").ShouldBeNull();
    }
}
