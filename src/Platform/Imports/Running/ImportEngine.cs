using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Imports.Data;
using Yingpan.Platform.Imports.Reading;
using Yingpan.Platform.Numbers;

namespace Yingpan.Platform.Imports.Running;

/// <summary>
/// Carries an import from one state to the next. Run by the jobs and by <see cref="ImportSession"/>; a process that takes over from
/// a killed one calls the same method again, which goes on where the last transaction ended.
/// </summary>
internal sealed partial class ImportEngine(
    IServiceScopeFactory scopes, AppDb db, CallerContext context, ImportFiles files, TimeProvider clock, IOptions<ImportOptions> options, ILogger<ImportEngine> log)
{
    public Task Check(ImportId id, ILineSource? given, CancellationToken cancel) => Carry(id, ImportState.Checking, async import =>
    {
        var counts = new PassCounts();
        await Begin(id, counts, cancel);
        var whole = await CheckPass(import, await Source(import, given, cancel), counts, cancel);
        await End(id, whole ? ImportState.Checked : ImportState.Uploaded, cancel, total: whole ? counts.Done : null);
    }, cancel);

    public Task Apply(ImportId id, ILineSource? given, CancellationToken cancel) => Carry(id, ImportState.Applying, async import =>
    {
        var source = await Source(import, given, cancel);
        var allOrNothing = import.Mode == ImportMode.AllOrNothing;
        var isFresh = import is { ResumeLine: 0, Written: 0 };
        if (allOrNothing && isFresh && await RefusedBeforehand(import, source, cancel))
        {
            return;
        }

        var counts = new PassCounts { ResumeLine = import.ResumeLine, Written = import.Written, Created = import.Created };
        if (isFresh)
        {
            await Begin(id, counts, cancel);
        }
        else
        {
            (counts.FaultCount, counts.FaultyLines) = (import.FaultCount, import.FaultyLines);
        }

        var whole = await WritePass(import, source, counts, allOrNothing, cancel);
        if (!whole && allOrNothing)
        {
            // Somebody took a number in the meantime, or the import was cancelled: what is already written goes again.
            await TakeBack(import, cancel);
        }

        await End(id, whole ? ImportState.Applied : counts.FaultCount > 0 && allOrNothing ? ImportState.Refused : ImportState.Cancelled, cancel, whole ? counts.Done : null);
    }, cancel);

    public Task Undo(ImportId id, CancellationToken cancel) => Carry(id, ImportState.Undoing, async import =>
    {
        try
        {
            await Remove(import, cancel);
        }
        catch (Refusal refusal)
        {
            await End(id, import.Done == import.Total ? ImportState.Applied : ImportState.Cancelled, cancel, refusal: refusal);
            return;
        }

        await End(id, ImportState.Undone, cancel);
    }, cancel);

    /// <summary>Nobody carries it any more, and nobody can: nothing of it stays.</summary>
    public Task Leave(ImportId id, ImportState state, CancellationToken cancel) => Carry(id, state, async import =>
    {
        if (import.Written > 0)
        {
            await TakeBack(import, cancel);
        }

        await End(id, ImportState.Cancelled, cancel, refusal: Refusal.Conflict("import.left"));
    }, cancel);

    /// <summary>Only an import in that state is carried on: a job that is taken up again after its end finds nothing to do.</summary>
    private async Task Carry(ImportId id, ImportState state, Func<Import, Task> work, CancellationToken cancel)
    {
        var import = await db.Set<Import>().AsNoTracking().SingleOrDefaultAsync(import => import.Id == id, cancel);
        if (import?.State != state)
        {
            return;
        }

        try
        {
            await work(import);
        }
        catch (Refusal refusal)
        {
            await Fail(id, import, refusal, cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            Failed(log, id, import.Kind, failure);
            await Fail(id, import, Refusal.Conflict("import.failed"), cancel);
        }
    }

    private async Task Fail(ImportId id, Import import, Refusal refusal, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        if (import is { State: ImportState.Applying, Mode: ImportMode.AllOrNothing })
        {
            try
            {
                await TakeBack(import, cancel);
            }
            catch (Refusal changed)
            {
                // Somebody works with what was written already: it stays, and can be undone once he has let go of it.
                db.ChangeTracker.Clear();
                await End(id, ImportState.Failed, cancel, refusal: changed);
                return;
            }
        }

        await End(id, ImportState.Failed, cancel, refusal: refusal);
    }

    /// <summary>Together: a process that is killed between the two would go on after lines that are not there any more.</summary>
    private Task TakeBack(Import import, CancellationToken cancel) => db.InTransaction(async () =>
    {
        await Remove(import, cancel);
        await Reset(import.Id, cancel);
    }, cancel);

    private Task Remove(Import import, CancellationToken cancel) => db.InTransaction(async () =>
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().Set(context.Caller, via: $"import {import.Id}");
        var importer = scope.ServiceProvider.GetServices<IImporter>().First(importer => importer.Kind == import.Kind);
        await new ImportUndo(db, context, clock).Run(import.Id, () => importer.TakingBack(db, import.Id.Value, cancel), cancel);
    }, cancel);

    private async Task<bool> RefusedBeforehand(Import import, ILineSource source, CancellationToken cancel)
    {
        var counts = new PassCounts();
        await Begin(import.Id, counts, cancel);
        var whole = await CheckPass(import, source, counts, cancel);
        if (whole && counts.FaultCount == 0)
        {
            await db.Set<Import>().Where(row => row.Id == import.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Total, counts.Done), cancel);
            return false;
        }

        await End(import.Id, whole ? ImportState.Refused : ImportState.Cancelled, cancel, total: whole ? counts.Done : null);
        return true;
    }

    private async Task<bool> CheckPass(Import import, ILineSource source, PassCounts counts, CancellationToken cancel)
    {
        await using var scope = Scope(import, out var work, out var importer);
        var layout = new ImportLayout(importer, StoredJson.Map(import.Mapping));
        var run = new ImportRun(import.Id, work, context.Caller, layout, scope.ServiceProvider.GetRequiredService<NumberSequences>(), import.RoundsAmounts, writes: false);
        var pass = new CheckPass(work, importer, run, layout, options.Value.BatchLines, counts, found => Report(import.Id, counts, found, cancel));
        bool whole;
        await using (await work.OnlyReading(cancel))
        {
            whole = await pass.Go(source, StoredJson.Map(import.Mapping), import.Format == FileFormat.Xlsx, cancel);
        }

        return await pass.Report() && whole;
    }

    private async Task<bool> WritePass(Import import, ILineSource source, PassCounts counts, bool allOrNothing, CancellationToken cancel)
    {
        await using var scope = Scope(import, out var work, out var importer);
        var layout = new ImportLayout(importer, StoredJson.Map(import.Mapping));
        var run = new ImportRun(import.Id, work, context.Caller, layout, scope.ServiceProvider.GetRequiredService<NumberSequences>(), import.RoundsAmounts, writes: true);
        var pass = new WritePass(work, importer, run, layout, options.Value.BatchLines, counts, allOrNothing, clock);
        return await pass.Go(source, StoredJson.Map(import.Mapping), import.Format == FileFormat.Xlsx, cancel);
    }

    /// <summary>The importer works in a scope of its own, so that what it loads and adds never mixes with the import's own row.</summary>
    private AsyncServiceScope Scope(Import import, out AppDb work, out IImporter importer)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().Set(context.Caller, via: $"import {import.Id}");
        work = scope.ServiceProvider.GetRequiredService<AppDb>();
        // The context looks for changes once itself before it saves; looking again at each step would be most of the time.
        work.ChangeTracker.AutoDetectChangesEnabled = false;
        importer = scope.ServiceProvider.GetServices<IImporter>().First(importer => importer.Kind == import.Kind);
        return context.Caller.May(importer.Permission)
            ? scope
            : throw importer.Permission.Missing();
    }

    private async Task<ILineSource> Source(Import import, ILineSource? given, CancellationToken cancel) =>
        given ?? await ImportFile.Open(files.PathOf(import.Id), import.Format, import.Encoding, import.Sheet, cancel);

    private Task Begin(ImportId id, PassCounts counts, CancellationToken cancel) => db.InTransaction(async () =>
    {
        await db.Set<ImportFault>().Where(fault => fault.ImportId == id).ExecuteDeleteAsync(cancel);
        await Save(id, counts, cancel);
    }, cancel);

    private Task<bool> Report(ImportId id, PassCounts counts, IReadOnlyList<ImportFault> found, CancellationToken cancel) => db.InTransaction(async () =>
    {
        db.AddRange(found);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        await Save(id, counts, cancel);
        return !await db.Set<Import>().Where(import => import.Id == id).Select(import => import.CancelRequested).SingleAsync(cancel);
    }, cancel);

    private Task Save(ImportId id, PassCounts counts, CancellationToken cancel) => db.Set<Import>().Where(import => import.Id == id)
        .ExecuteUpdateAsync(set => set
            .SetProperty(import => import.Done, counts.Done)
            .SetProperty(import => import.ProgressAt, clock.GetUtcNow())
            .SetProperty(import => import.FaultCount, counts.FaultCount)
            .SetProperty(import => import.FaultyLines, counts.FaultyLines), cancel);

    private Task Reset(ImportId id, CancellationToken cancel) => db.Set<Import>().Where(import => import.Id == id)
        .ExecuteUpdateAsync(set => set
            .SetProperty(import => import.ResumeLine, 0)
            .SetProperty(import => import.Written, 0)
            .SetProperty(import => import.Created, 0), cancel);

    private async Task End(ImportId id, ImportState state, CancellationToken cancel, int? total = null, Refusal? refusal = null)
    {
        await db.InTransaction(async () =>
        {
            db.ChangeTracker.Clear();
            var import = await db.Locked<Import>(id.Value).SingleAsync(cancel);
            import.State = state;
            import.Total = total ?? import.Total;
            import.CancelRequested = false;
            import.EndedAt = clock.GetUtcNow();
            var why = refusal is { Faults: [var fault, ..] } ? (fault.Code, fault.Params) : (refusal?.Code, refusal?.Params ?? new Dictionary<string, object?>());
            import.Failure = why.Item1;
            import.FailureParams = StoredJson.Params(why.Item2);
            await db.SaveChangesAsync(cancel);
            if (state is ImportState.Applied or ImportState.Cancelled or ImportState.Undone)
            {
                db.AfterCommit(() => files.Delete(id));
            }
        }, cancel);
        db.ChangeTracker.Clear();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Import} of {Kind} failed")]
    private static partial void Failed(ILogger log, ImportId import, string kind, Exception failure);
}
