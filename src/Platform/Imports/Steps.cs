using Microsoft.AspNetCore.Http;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Imports.Data;
using Yingpan.Platform.Imports.Reading;
using Yingpan.Platform.Imports.Running;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.Imports;

/// <summary>Which step an import may take in which state, for buttons and for the routes alike.</summary>
internal static class Steps
{
    public static IReadOnlyList<string> From(Import import) => import.State switch
    {
        ImportState.Uploaded or ImportState.Checked or ImportState.Refused => import.Format == FileFormat.Lines ? [] : ["map", "check", "apply", "cancel"],
        ImportState.Checking or ImportState.Applying => ["cancel"],
        ImportState.Applied => ["undo"],
        ImportState.Cancelled or ImportState.Failed when import.Written > 0 => ["undo"],
        _ => [],
    };

    public static void Require(Import import, string step)
    {
        if (!From(import).Contains(step))
        {
            throw Refusal.Conflict("import.wrong-state", ("state", $"import.state.{import.State}"));
        }
    }
}

/// <summary>PUT /api/imports/{id}/mapping</summary>
internal static class MapImport
{
    public sealed record Request : IChecked
    {
        /// <summary>Heading by column; columns left out stay empty.</summary>
        public required Dictionary<string, string> Mapping { get; init; }

        /// <summary>Another sheet of the workbook.</summary>
        public string? Sheet { get; init; }

        public bool RoundsAmounts { get; init; }

        public void Check(Check check) => check.That(Mapping.Count <= HeadingRow.MostColumns, "mapping", "field.range", ("min", 0), ("max", HeadingRow.MostColumns));
    }

    public static async Task<ImportView> Handle(
        ImportId id, Request request, HttpContext http, AppDb db, Caller caller, Importers importers, ImportFiles files, TextBook texts, CancellationToken cancel)
    {
        var import = await db.ToChange(id, caller, importers, cancel);
        Steps.Require(import, "map");
        var importer = importers.Require(import.Kind, caller);
        if (request.Sheet is { } sheet && sheet != import.Sheet)
        {
            var source = await ImportFile.Open(files.PathOf(id), import.Format, import.Encoding, sheet, cancel);
            import.Sheet = sheet;
            import.Headings = StoredJson.Write(source.Headings);
        }

        CheckMapping(request.Mapping, importer, StoredJson.List(import.Headings));
        import.Mapping = StoredJson.Write(request.Mapping);
        import.RoundsAmounts = request.RoundsAmounts;
        import.State = ImportState.Uploaded;
        await db.SaveChangesAsync(cancel);
        return ImportView.Of(import, importer, caller, texts, Languages.Of(http));
    }

    public static void CheckMapping(IReadOnlyDictionary<string, string> mapping, IImporter importer, IReadOnlyList<string>? headings)
    {
        var check = new Check();
        foreach (var (column, heading) in mapping)
        {
            check.That(importer.Columns.Any(known => known.Name == column), $"mapping.{column}", "field.unknown");
            check.That(headings?.Contains(heading) != false, $"mapping.{column}", "import.no-heading", ("heading", heading));
        }

        check.ThrowIfAny();
    }
}

/// <summary>POST /api/imports/{id}/check, /apply, /undo, /cancel: each answers at once, the work goes on in a job.</summary>
internal static class StartImport
{
    public sealed record ApplyRequest : IChecked
    {
        public required ImportMode Mode { get; init; }
    }

    public static Task<IResult> Check(
        ImportId id, HttpContext http, AppDb db, Caller caller, Importers importers, JobQueue jobs, TextBook texts, TimeProvider clock, CancellationToken cancel) =>
        Start<CheckJob>("check", ImportState.Checking, null, id, http, db, caller, importers, jobs, texts, clock, cancel);

    public static Task<IResult> Apply(
        ImportId id, ApplyRequest request, HttpContext http, AppDb db, Caller caller, Importers importers, JobQueue jobs, TextBook texts, TimeProvider clock, CancellationToken cancel) =>
        Start<ApplyJob>("apply", ImportState.Applying, request.Mode, id, http, db, caller, importers, jobs, texts, clock, cancel);

    public static Task<IResult> Undo(
        ImportId id, HttpContext http, AppDb db, Caller caller, Importers importers, JobQueue jobs, TextBook texts, TimeProvider clock, CancellationToken cancel) =>
        Start<UndoJob>("undo", ImportState.Undoing, null, id, http, db, caller, importers, jobs, texts, clock, cancel);

    /// <summary>After so long without a sign, whoever ran the import is taken for dead: a command line that was killed.</summary>
    internal static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    /// <summary>A running import stops after its batch; one that waits, or that nobody runs any more, ends here with its file.</summary>
    public static async Task<IResult> Cancel(
        ImportId id, HttpContext http, AppDb db, Caller caller, Importers importers, ImportFiles files, TextBook texts, TimeProvider clock, CancellationToken cancel)
    {
        var import = await db.ToChange(id, caller, importers, cancel);
        Steps.Require(import, "cancel");
        var isRunning = import.State is ImportState.Checking or ImportState.Applying && clock.GetUtcNow() - (import.ProgressAt ?? import.StartedAt) < Silence;
        if (isRunning)
        {
            import.CancelRequested = true;
        }
        else
        {
            import.State = ImportState.Cancelled;
            import.EndedAt = clock.GetUtcNow();
            db.AfterCommit(() => files.Delete(id));
        }

        await db.SaveChangesAsync(cancel);
        return Results.Accepted($"/api/imports/{id}", ImportView.Of(import, importers.Require(import.Kind, caller), caller, texts, Languages.Of(http)));
    }

    private static async Task<IResult> Start<TJob>(
        string step, ImportState state, ImportMode? mode, ImportId id, HttpContext http, AppDb db, Caller caller, Importers importers, JobQueue jobs,
        TextBook texts, TimeProvider clock, CancellationToken cancel) where TJob : IBackgroundJob<ImportId>
    {
        var import = await db.ToChange(id, caller, importers, cancel);
        Steps.Require(import, step);
        var importer = importers.Require(import.Kind, caller);
        if (state != ImportState.Undoing)
        {
            RefuseUnmapped(import, importer);
            import.Done = 0;
            import.Mode = mode;
        }

        import.State = state;
        import.Failure = null;
        import.FailureParams = null;
        import.StartedAt = clock.GetUtcNow();
        import.ProgressAt = import.StartedAt;
        import.EndedAt = null;
        await db.SaveChangesAsync(cancel);
        await jobs.Enqueue<TJob, ImportId>(id, cancel);
        return Results.Accepted($"/api/imports/{id}", ImportView.Of(import, importer, caller, texts, Languages.Of(http)));
    }

    public static void RefuseUnmapped(Import import, IImporter importer)
    {
        var mapping = StoredJson.Map(import.Mapping);
        var check = new Check();
        foreach (var column in importer.Columns.Where(column => column.Required && !mapping.ContainsKey(column.Name)))
        {
            check.Add($"mapping.{column.Name}", "field.required");
        }

        check.ThrowIfAny();
    }
}
