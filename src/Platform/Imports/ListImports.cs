using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Imports.Data;
using Yingpan.Platform.Imports.Reading;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.Imports;

public sealed record ImportListRow
{
    public required ImportId Id { get; init; }

    public required string Kind { get; init; }

    public required ImportState State { get; init; }

    public required string FileName { get; init; }

    public required string Login { get; init; }

    public required int Done { get; init; }

    public int? Total { get; init; }

    public required int Written { get; init; }

    public required int FaultCount { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }
}

/// <summary>GET /api/imports</summary>
internal static class ListImports
{
    public sealed class Filter : IChecked
    {
        public string? Kind { get; init; }

        public ImportState? State { get; init; }
    }

    private static readonly ListSpec<ImportListRow> Spec = new ListSpec<ImportListRow>("imports", row => row.Id)
        .Column("uploadedAt", row => row.UploadedAt)
        .Column("kind", row => row.Kind)
        .Column("state", row => row.State)
        .Column("fileName", row => row.FileName)
        .SortedBy("-uploadedAt");

    public static async Task<ListPage<ImportListRow>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, Caller caller, CancellationToken cancel)
    {
        var imports = db.Set<Import>().AsNoTracking().VisibleTo(caller);
        imports = filter.Kind is { } kind ? imports.Where(import => import.Kind == kind) : imports;
        imports = filter.State is { } state ? imports.Where(import => import.State == state) : imports;
        imports = query.Pattern is { } pattern ? imports.Where(import => EF.Functions.Like(import.FileName.ToLower(), pattern, @"\")) : imports;
        return await Spec.Page(imports.Select(import => new ImportListRow
        {
            Id = import.Id,
            Kind = import.Kind,
            State = import.State,
            FileName = import.FileName,
            Login = import.Login,
            Done = import.Done,
            Total = import.Total,
            Written = import.Written,
            FaultCount = import.FaultCount,
            UploadedAt = import.UploadedAt,
        }), query, db, cancel);
    }
}

/// <summary>GET /api/imports/{id}</summary>
internal static class ReadImport
{
    public static async Task<ImportView> Handle(
        ImportId id, HttpContext http, AppDb db, Caller caller, IEnumerable<IImporter> importers, TextBook texts, CancellationToken cancel)
    {
        var import = await db.Visible(id, caller, cancel);
        return ImportView.Of(import, importers.FirstOrDefault(importer => importer.Kind == import.Kind), caller, texts, Languages.Of(http));
    }
}

/// <summary>GET /api/imports/{id}/sample: the first lines as they are in the file, to map the headings by.</summary>
internal static class ReadSample
{
    private const int Lines = 5;
    private const int LongestCell = 100;

    public sealed record View(IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string?>> Lines);

    public static async Task<View> Handle(ImportId id, AppDb db, Caller caller, Importers importers, ImportFiles files, CancellationToken cancel)
    {
        var import = await db.Visible(id, caller, cancel);
        importers.Require(import.Kind, caller);
        if (!File.Exists(files.PathOf(id)))
        {
            return new View(StoredJson.List(import.Headings), []);
        }

        var source = await ImportFile.Open(files.PathOf(id), import.Format, import.Encoding, import.Sheet, cancel);
        var lines = new List<IReadOnlyList<string?>>();
        await foreach (var line in source.Lines(cancel))
        {
            lines.Add([.. line.Cells.Take(source.Headings.Count).Select(cell => cell is { Length: > LongestCell } ? cell[..LongestCell] : cell)]);
            if (lines.Count == Lines)
            {
                break;
            }
        }

        return new View(source.Headings, lines);
    }
}
