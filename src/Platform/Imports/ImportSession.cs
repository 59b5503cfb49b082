using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Imports.Data;
using Yingpan.Platform.Imports.Reading;
using Yingpan.Platform.Imports.Running;

namespace Yingpan.Platform.Imports;

/// <summary>How an import without a screen is to be done.</summary>
public sealed record ImportPlan
{
    public ImportMode Mode { get; init; } = ImportMode.AllOrNothing;

    /// <summary>Read and tell the faults, write nothing.</summary>
    public bool OnlyCheck { get; init; }

    public bool RoundsAmounts { get; init; }

    /// <summary>Heading by column; null takes what the headings say by themselves.</summary>
    public IReadOnlyDictionary<string, string>? Mapping { get; init; }

    /// <summary>Of a workbook; null is the first one.</summary>
    public string? Sheet { get; init; }
}

/// <summary>What came of it.</summary>
public sealed record ImportOutcome
{
    public required Guid ImportId { get; init; }

    public required ImportState State { get; init; }

    public required int Lines { get; init; }

    public required int Written { get; init; }

    /// <summary>Records.</summary>
    public required int Created { get; init; }

    /// <summary>All of them.</summary>
    public required int FaultCount { get; init; }

    /// <summary>The first of them, a thousand at most.</summary>
    public required IReadOnlyList<ImportFault> Faults { get; init; }

    /// <summary>A code, when it failed.</summary>
    public string? Failure { get; init; }

    /// <summary>The parameters of its text.</summary>
    public IReadOnlyDictionary<string, object?> FailureParams { get; init; } = new Dictionary<string, object?>();
}

/// <summary>
/// The same engine without HTTP: for the command line, and for programs that bring lines of their own. Runs in the calling flow, as
/// the caller of the scope, and ends with the outcome; what it wrote can be undone as any other import.
/// </summary>
public sealed class ImportSession
{
    private readonly AppDb db;
    private readonly Caller caller;
    private readonly Importers importers;
    private readonly ImportEngine engine;
    private readonly ImportFiles files;
    private readonly TimeProvider clock;
    private readonly ImportOptions options;

    internal ImportSession(AppDb db, Caller caller, Importers importers, ImportEngine engine, ImportFiles files, TimeProvider clock, IOptions<ImportOptions> options)
    {
        this.db = db;
        this.caller = caller;
        this.importers = importers;
        this.engine = engine;
        this.files = files;
        this.clock = clock;
        this.options = options.Value;
    }

    /// <summary>A file as it lies on the disk; it is copied, and the copy goes when the import has ended.</summary>
    public async Task<ImportOutcome> File(string kind, string path, ImportPlan plan, CancellationToken cancel)
    {
        var importer = importers.Require(kind, caller);
        var id = Id.New<ImportId>();
        await using (var original = System.IO.File.OpenRead(path))
        await using (var copy = files.Create(id))
        {
            await original.CopyToAsync(copy, cancel);
        }

        try
        {
            var import = await UploadImport.Recognise(id, kind, Path.GetFileName(path), new FileInfo(path).Length, caller, files, clock, options, cancel);
            if (plan.Sheet is { } sheet)
            {
                import.Sheet = sheet;
                import.Headings = StoredJson.Write((await ImportFile.Open(files.PathOf(id), import.Format, import.Encoding, sheet, cancel)).Headings);
            }

            await UploadImport.Propose(import, importer, importers, db, cancel);
            return await Run(import, importer, null, plan, cancel);
        }
        finally
        {
            files.Delete(id);
        }
    }

    /// <summary>
    /// Lines from a program, under headings that the importer's columns go by. The source is read once to check and once to write.
    /// Killed on the way, it is taken back by <see cref="LeftImports"/>, since the lines are gone.
    /// </summary>
    /// <param name="name">Shown in the place of a file name.</param>
    public async Task<ImportOutcome> Lines(string kind, string name, ILineSource source, ImportPlan plan, CancellationToken cancel)
    {
        var importer = importers.Require(kind, caller);
        var import = new Import
        {
            Id = Id.New<ImportId>(),
            Kind = kind,
            AccountId = caller.Account,
            Login = caller.Login,
            FileName = name,
            FileSize = 0,
            Format = FileFormat.Lines,
            Headings = StoredJson.Write(source.Headings),
            UploadedAt = clock.GetUtcNow(),
        };
        import.Mapping = StoredJson.Write(importers.Propose(importer, source.Headings));
        return await Run(import, importer, source, plan, cancel);
    }

    /// <summary>True when lines of that name were taken in by a program before, and not undone.</summary>
    public Task<bool> HasTaken(string kind, string name, CancellationToken cancel) => db.Set<Import>().AnyAsync(
        import => import.Kind == kind && import.FileName == name && import.Format == FileFormat.Lines && import.State == ImportState.Applied && import.AccountId == caller.Account,
        cancel);

    private async Task<ImportOutcome> Run(Import import, IImporter importer, ILineSource? source, ImportPlan plan, CancellationToken cancel)
    {
        if (plan.Mapping is { } mapping)
        {
            MapImport.CheckMapping(mapping, importer, StoredJson.List(import.Headings));
            import.Mapping = StoredJson.Write(mapping);
        }

        StartImport.RefuseUnmapped(import, importer);
        import.RoundsAmounts |= plan.RoundsAmounts;
        import.Mode = plan.OnlyCheck ? null : plan.Mode;
        import.State = plan.OnlyCheck ? ImportState.Checking : ImportState.Applying;
        import.StartedAt = clock.GetUtcNow();
        // Held as long as this process lives, which no kill outlasts: LeftImports tells by it what nobody is carrying any more.
        await using var held = files.Hold(import.Id);
        await db.InTransaction(async () =>
        {
            db.Add(import);
            await db.SaveChangesAsync(cancel);
        }, cancel);
        db.ChangeTracker.Clear();
        await (plan.OnlyCheck ? engine.Check(import.Id, source, cancel) : engine.Apply(import.Id, source, cancel));
        return await Outcome(import.Id, cancel);
    }

    private async Task<ImportOutcome> Outcome(ImportId id, CancellationToken cancel)
    {
        var import = await db.Set<Import>().AsNoTracking().SingleAsync(import => import.Id == id, cancel);
        return new ImportOutcome
        {
            ImportId = id.Value,
            State = import.State,
            Lines = import.Done,
            Written = import.Written,
            Created = import.Created,
            FaultCount = import.FaultCount,
            Faults = await db.Set<ImportFault>().AsNoTracking().Where(fault => fault.ImportId == id).OrderBy(fault => fault.Id).ToListAsync(cancel),
            Failure = import.Failure,
            FailureParams = StoredJson.Params(import.FailureParams),
        };
    }
}
