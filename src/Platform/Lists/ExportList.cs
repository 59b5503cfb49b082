using System.Globalization;
using System.Text;
using CsvHelper;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Audit;
using Yingpan.Platform.Data;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.Lists;

public enum ExportFormat
{
    Xlsx,
    Csv,
}

/// <summary>
/// A list as a file: all rows of the same query, streamed, in the columns asked for, with headings in the reader's language.
/// Needs <see cref="PlatformModule.Export"/> besides what the list itself needs; who exported what, and how many rows, goes into the audit trail.
/// </summary>
public static class ExportList
{
    /// <summary><c>?format=xlsx|csv&amp;columns=number,name</c></summary>
    public static async Task Write<TRow>(
        HttpContext http, AppDb db, ListSpec<TRow> spec, IQueryable<TRow> rows, string? sort, CancellationToken cancel) =>
        await Write(http, db, spec, spec.Sort(rows, sort, db).AsAsyncEnumerable(), null, cancel);

    /// <summary>What the caller brought himself, and gets back: whoever may see it may have it.</summary>
    internal static Task GiveBack<TRow>(HttpContext http, AppDb db, ListSpec<TRow> spec, IQueryable<TRow> rows, CancellationToken cancel) =>
        Write(http, db, spec, spec.Sort(rows, null, db).AsAsyncEnumerable(), null, cancel, isHis: true);

    /// <summary>As above, with rows that get more on their way: given the rows in their order and the columns asked for.</summary>
    internal static Task Write<TRow>(
        HttpContext http, AppDb db, ListSpec<TRow> spec, Func<IAsyncEnumerable<TRow>, IReadOnlyList<string>, IAsyncEnumerable<TRow>> fill,
        IQueryable<TRow> rows, string? sort, CancellationToken cancel) =>
        Write(http, db, spec, spec.Sort(rows, sort, db).AsAsyncEnumerable(), fill, cancel);

    /// <summary>Rows that were worked out, and are in their order already.</summary>
    public static Task Write<TRow>(HttpContext http, AppDb db, ListSpec<TRow> spec, IReadOnlyList<TRow> rows, CancellationToken cancel) =>
        Write(http, db, spec, rows.ToAsyncEnumerable(), null, cancel);

    private static async Task Write<TRow>(
        HttpContext http, AppDb db, ListSpec<TRow> spec, IAsyncEnumerable<TRow> sorted,
        Func<IAsyncEnumerable<TRow>, IReadOnlyList<string>, IAsyncEnumerable<TRow>>? fill, CancellationToken cancel, bool isHis = false)
    {
        var context = (CallerContext)http.RequestServices.GetService(typeof(CallerContext))!;
        if (!isHis && !context.Caller.May(PlatformModule.Export))
        {
            throw PlatformModule.Export.Missing();
        }

        var format = Format(http.Request.Query["format"].ToString());
        var columns = Columns(spec, http.Request.Query["columns"].ToString());
        var texts = (TextBook)http.RequestServices.GetService(typeof(TextBook))!;
        var language = Languages.Of(http);
        var headings = columns.Select(column => column.Heading ?? texts.Say($"{spec.Name}.column.{column.Name}", language)).ToList();
        object? Said(object? value) => value switch
        {
            Enum state => texts.Say($"{state.GetType().Name}.{state}", language),
            bool yes => texts.Say(yes ? "word.yes" : "word.no", language),
            _ => value,
        };
        var filled = fill is null ? sorted : fill(sorted, columns.ConvertAll(column => column.Name));
        var values = filled.Select(row => columns.Select(column => Said(column.Export(row))));

        var clock = (TimeProvider)http.RequestServices.GetService(typeof(TimeProvider))!;
        var stamp = clock.GetUtcNow().ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture);
        var title = texts.Say($"{spec.Name}.title", language);
        var extension = format == ExportFormat.Csv ? "csv" : "xlsx";
        http.Response.ContentType = format == ExportFormat.Csv
            ? "text/csv; charset=utf-8"
            : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        http.Response.Headers.ContentDisposition =
            $"attachment; filename=\"{spec.Name}-{stamp}.{extension}\"; filename*=UTF-8''{Uri.EscapeDataString($"{title}-{stamp}.{extension}")}";

        var count = format == ExportFormat.Csv
            ? await Csv(http.Response.Body, headings, values, cancel)
            : await Xlsx(http.Response.Body, title, headings, values, cancel);

        db.Add(AuditTrail.Line(context, clock.GetUtcNow(), "export", spec.Name, AuditAction.Noted,
            $$"""{"rows":[null,{{count}}],"columns":[null,"{{string.Join(',', columns.Select(column => column.Name))}}"]}"""));
        await db.SaveChangesAsync(cancel);
    }

    private static ExportFormat Format(string text) => text switch
    {
        "" or "xlsx" => ExportFormat.Xlsx,
        "csv" => ExportFormat.Csv,
        _ => throw Refusal.Faulty([Fault.At("format", "field.not-one-of", ("allowed", "xlsx, csv"))]),
    };

    private static List<ListColumn<TRow>> Columns<TRow>(ListSpec<TRow> spec, string names)
    {
        if (names.Length == 0)
        {
            return [.. spec.Columns];
        }

        return [.. names.Split(',').Select(name => spec.Columns.FirstOrDefault(column => column.Name == name)
            ?? throw Refusal.Faulty([Fault.At("columns", "field.not-one-of",
                ("allowed", string.Join(", ", spec.Columns.Select(column => column.Name))))]))];
    }

    private static async Task<int> Csv(Stream body, List<string> headings, IAsyncEnumerable<IEnumerable<object?>> rows, CancellationToken cancel)
    {
        // The byte order mark is what makes Excel read UTF-8.
        await using var text = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 16 * 1024, leaveOpen: true);
        await using var csv = new CsvWriter(text, CultureInfo.InvariantCulture, leaveOpen: true);
        foreach (var heading in headings)
        {
            csv.WriteField(heading);
        }

        await csv.NextRecordAsync();
        var count = 0;
        await foreach (var row in rows.WithCancellation(cancel))
        {
            foreach (var value in row)
            {
                csv.WriteField(value is string words ? Harmless(words) : Text(value));
            }

            await csv.NextRecordAsync();
            count++;
        }

        return count;
    }

    /// <summary>Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers, also negative ones, stay numbers.</summary>
    internal static string Harmless(string text) => text.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    private static async Task<int> Xlsx(Stream body, string title, List<string> headings, IAsyncEnumerable<IEnumerable<object?>> rows, CancellationToken cancel)
    {
        // The zip format is written synchronously; a temporary file keeps the request thread and the memory free of it.
        await using var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        var count = await XlsxWriter.Write(file, title, headings, rows, cancel);
        file.Position = 0;
        await file.CopyToAsync(body, cancel);
        return count;
    }

    internal static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
