using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Yingpan.Kernel;
using Yingpan.Platform.CustomFields.Rules;

namespace Yingpan.Platform.Lists;

/// <summary>
/// One sheet, row by row, never more than a row in memory. Text is written as typed text, so nothing in it is ever run as a formula;
/// amounts and days are numbers with a format, so that a reader can go on calculating.
/// </summary>
internal static class XlsxWriter
{
    private const int MoneyStyle = 1;
    private const int DayStyle = 2;
    private const int HeadStyle = 3;
    private const int RateStyle = 4;

    public static async Task<int> Write(
        Stream target, string title, IReadOnlyList<string> headings, IAsyncEnumerable<IEnumerable<object?>> rows, CancellationToken cancel)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        Part(zip, "[Content_Types].xml",
            """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""");
        Part(zip, "_rels/.rels",
            """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Part(zip, "xl/_rels/workbook.xml.rels",
            """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""");
        Part(zip, "xl/workbook.xml",
            $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="{SheetName(title)}" sheetId="1" r:id="r1"/></sheets></workbook>""");
        Part(zip, "xl/styles.xml",
            """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="0.00%"/></numFmts><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill/><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf numFmtId="4" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>""");

        await using var sheet = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 64 * 1024);
        await sheet.WriteAsync("""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetData><row>""");
        foreach (var heading in headings)
        {
            Text(sheet, heading, HeadStyle);
        }

        await sheet.WriteAsync("</row>");
        var count = 0;
        await foreach (var row in rows.WithCancellation(cancel))
        {
            sheet.Write("<row>");
            foreach (var value in row)
            {
                Cell(sheet, value);
            }

            sheet.Write("</row>");
            count++;
        }

        await sheet.WriteAsync("</sheetData></worksheet>");
        return count;
    }

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
        writer.Write(xml);
    }

    /// <summary>Excel refuses sheet names over 31 characters or with any of <c>[]:*?/\</c>.</summary>
    private static string SheetName(string title)
    {
        var name = string.Concat(title.Where(c => !@"[]:*?/\".Contains(c, StringComparison.Ordinal)).Take(31));
        return System.Security.SecurityElement.Escape(name.Length == 0 ? "Sheet1" : name);
    }

    private static void Cell(StreamWriter sheet, object? value)
    {
        switch (value)
        {
            case null:
                sheet.Write("<c/>");
                break;
            case Money money:
                Number(sheet, money.ToString(), MoneyStyle);
                break;
            case UnitPrice price:
                Number(sheet, price.ToString(), 0);
                break;
            case PlainNumber number:
                Number(sheet, number.ToString(), 0);
                break;
            case Quantity quantity:
                Number(sheet, quantity.ToString(), 0);
                break;
            case Rate rate:
                Number(sheet, rate.ToString(), RateStyle);
                break;
            case DateOnly day:
                // Day 60 of Excel's calendar does not exist; real days from March 1900 on count from 1899-12-30.
                Number(sheet, (day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture), DayStyle);
                break;
            case int or long:
                Number(sheet, ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture), 0);
                break;
            default:
                Text(sheet, ExportList.Text(value) ?? "", 0);
                break;
        }
    }

    private static void Number(StreamWriter sheet, string number, int style)
    {
        sheet.Write("<c s=\"");
        sheet.Write(style);
        sheet.Write("\"><v>");
        sheet.Write(number);
        sheet.Write("</v></c>");
    }

    private static void Text(StreamWriter sheet, string text, int style)
    {
        sheet.Write("<c t=\"inlineStr\" s=\"");
        sheet.Write(style);
        sheet.Write("\"><is><t xml:space=\"preserve\">");
        sheet.Write(System.Security.SecurityElement.Escape(Storable(text)));
        sheet.Write("</t></is></c>");
    }

    /// <summary>Control characters that XML cannot hold are left out; surrogate pairs stay.</summary>
    private static string Storable(string text) =>
        text.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)) ? text : string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
}
