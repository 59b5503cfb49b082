using System.Text;
using Microsoft.AspNetCore.Http;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.Imports;

/// <summary>GET /api/import-kinds: what the caller may bring in.</summary>
internal static class ListImportKinds
{
    public sealed record ColumnView(string Name, string Heading, bool Required);

    public sealed record KindView(string Kind, string Title, string? GroupBy, IReadOnlyList<ColumnView> Columns);

    public sealed record View(IReadOnlyList<KindView> Items);

    public static View Handle(HttpContext http, Caller caller, Importers importers, TextBook texts)
    {
        var language = Languages.Of(http);
        return new View([.. importers.For(caller).OrderBy(importer => importer.Kind, StringComparer.Ordinal).Select(importer => new KindView(
            importer.Kind,
            texts.Say($"{importer.Kind}.title", language),
            importer.GroupBy,
            [.. importer.Columns.Select(column => new ColumnView(column.Name, importers.HeadingOf(importer, column, language), column.Required))]))]);
    }
}

/// <summary>GET /api/import-kinds/{kind}/template?format=xlsx|csv: an empty file with the headings, to be filled in.</summary>
internal static class EmptyImportFile
{
    public static async Task Handle(string kind, string? format, HttpContext http, Caller caller, Importers importers, TextBook texts, CancellationToken cancel)
    {
        var importer = importers.For(caller).FirstOrDefault(importer => importer.Kind == kind) ?? throw Refusal.NotFound("record.not-found");
        var language = Languages.Of(http);
        var headings = importer.Columns.Select(column => importers.HeadingOf(importer, column, language)).ToList();
        var title = texts.Say($"{kind}.title", language);
        var csv = format == "csv";
        if (!csv && format is not (null or "" or "xlsx"))
        {
            throw Refusal.Faulty([Fault.At("format", "field.not-one-of", ("allowed", "xlsx, csv"))]);
        }

        using var file = new MemoryStream();
        if (csv)
        {
            file.Write(Encoding.UTF8.Preamble);
            file.Write(Encoding.UTF8.GetBytes(string.Join(',', headings.Select(heading => $"\"{heading.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n"));
        }
        else
        {
            await XlsxWriter.Write(file, title, headings, AsyncEnumerable.Empty<IEnumerable<object?>>(), cancel);
        }

        var extension = csv ? "csv" : "xlsx";
        http.Response.ContentType = csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{kind}.{extension}\"; filename*=UTF-8''{Uri.EscapeDataString($"{title}.{extension}")}";
        await http.Response.Body.WriteAsync(file.ToArray(), cancel);
    }
}
