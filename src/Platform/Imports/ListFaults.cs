using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Imports.Data;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.Imports;

public sealed record ImportFaultRow
{
    public required int Line { get; init; }

    public string? Column { get; init; }

    /// <summary>What the file calls the column.</summary>
    public string? Heading { get; init; }

    public string? Value { get; init; }

    public required string Code { get; init; }

    public required string Message { get; init; }

    public required IReadOnlyDictionary<string, object?> Params { get; init; }
}

/// <summary>GET /api/imports/{id}/faults, GET /api/imports/{id}/faults/export: the first thousand; the import tells how many there are.</summary>
internal static class ListFaults
{
    public static async Task<ListPage<ImportFaultRow>> Handle(
        ImportId id, [AsParameters] ListQuery query, HttpContext http, AppDb db, Caller caller, TextBook texts, CancellationToken cancel)
    {
        await db.Visible(id, caller, cancel);
        var page = await Spec(texts, Languages.Of(http)).Page(Faults(db, id), query, db, cancel);
        return new ListPage<ImportFaultRow> { Items = [.. page.Items.Select(fault => Row(fault, texts, Languages.Of(http)))], Total = page.Total };
    }

    public static async Task Export(ImportId id, HttpContext http, AppDb db, Caller caller, TextBook texts, CancellationToken cancel)
    {
        await db.Visible(id, caller, cancel);
        await ExportList.GiveBack(http, db, Spec(texts, Languages.Of(http)), Faults(db, id), cancel);
    }

    private static IQueryable<ImportFault> Faults(AppDb db, ImportId id) => db.Set<ImportFault>().AsNoTracking().Where(fault => fault.ImportId == id);

    private static ListSpec<ImportFault> Spec(TextBook texts, string language) => new ListSpec<ImportFault>("import-faults", fault => fault.Id)
        .Column("line", fault => fault.Line)
        .Column("heading", fault => fault.Heading)
        .ExportColumn("value", fault => fault.Value)
        .ExportColumn("message", fault => Row(fault, texts, language).Message)
        .SortedBy("line");

    private static ImportFaultRow Row(ImportFault fault, TextBook texts, string language)
    {
        var parameters = StoredJson.Params(fault.Params);
        return new ImportFaultRow
        {
            Line = fault.Line,
            Column = fault.Column,
            Heading = fault.Heading,
            Value = fault.Value,
            Code = fault.Code,
            Message = texts.Say(fault.Code, language, parameters),
            Params = parameters,
        };
    }
}
