using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Imports.Data;
using Yingpan.Platform.Imports.Reading;
using Yingpan.Platform.Imports.Rules;

namespace Yingpan.Platform.Imports.Running;

/// <summary>How far a pass got, and what it found.</summary>
internal sealed record PassCounts
{
    /// <summary>Lines gone through, those of an earlier process included.</summary>
    public int Done { get; set; }

    public int ResumeLine { get; set; }

    public int Written { get; set; }

    public int Created { get; set; }

    public int FaultCount { get; set; }

    public int FaultyLines { get; set; }
}

/// <summary>
/// Goes through the lines once, batch by batch, and has the importer take them. The check and the real run differ in
/// <see cref="Finish"/> only: whether what was taken is written. A batch that can't be taken as a whole is taken again group by
/// group, so that one bad line does not take its neighbours along.
/// </summary>
internal abstract class ImportPass(AppDb db, IImporter importer, ImportRun run, ImportLayout layout, int batchLines, PassCounts counts)
{
    protected IImporter Importer { get; } = importer;

    /// <summary>Lines that belong together are in memory together.</summary>
    private const int LargestGroup = 20_000;

    protected AppDb Db { get; } = db;

    protected ImportRun Run { get; } = run;

    protected PassCounts Counts { get; } = counts;

    /// <summary>False ends the pass: it was cancelled, or there is no point in going on.</summary>
    public async Task<bool> Go(ILineSource source, IReadOnlyDictionary<string, string> mapping, bool isSheet, CancellationToken cancel)
    {
        var places = Importer.Columns.Select(column => mapping.TryGetValue(column.Name, out var heading) ? IndexOf(source.Headings, heading) : -1).ToArray();
        var batches = new Batches<ImportRow>(batchLines, row => row.Group);
        var from = Counts.ResumeLine;
        Counts.Done = 0;
        await foreach (var line in source.Lines(cancel))
        {
            if (line.Line <= from)
            {
                Counts.Done++;
            }
            else if (batches.Add(RowOf(line, places, isSheet)) is { } full && !await Settle(full, cancel))
            {
                return false;
            }
            else if (batches.Rest().Count > LargestGroup)
            {
                throw FileRefused.Because("import.group-too-large", ("line", line.Line), ("max", LargestGroup));
            }
        }

        return batches.Rest() is [] ? await GoesOn(cancel) : await Settle(batches.Rest(), cancel);
    }

    /// <summary>Writes what the run holds, or does not; the run is forgotten after it.</summary>
    protected abstract Task Finish(IReadOnlyList<ImportRow> rows, CancellationToken cancel);

    /// <summary>Around a batch: the transaction of the real run.</summary>
    protected abstract Task Within(Func<Task> work, CancellationToken cancel);

    protected abstract Task<bool> GoesOn(CancellationToken cancel);

    private async Task<bool> Settle(IReadOnlyList<ImportRow> rows, CancellationToken cancel)
    {
        if (!await Attempt(rows, cancel))
        {
            foreach (var group in Batches<ImportRow>.Groups(rows, row => row.Group))
            {
                await Attempt(group, cancel);
            }
        }

        return await GoesOn(cancel);
    }

    /// <summary>False when the rows must be tried in smaller parts.</summary>
    private async Task<bool> Attempt(IReadOnlyList<ImportRow> rows, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = Counts with { };
            try
            {
                await Within(async () => { await Take(rows, cancel); await Finish(rows, cancel); }, cancel);
                Run.Settle();
                return true;
            }
            catch (Exception failure) when (attempt < 5 && (DatabaseDifferences.IsContention(failure) || DatabaseDifferences.IsContention(failure.InnerException)))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50 << attempt), cancel);
            }
            catch (Exception failure) when (FaultOf(failure) is { } fault)
            {
                if (Batches<ImportRow>.Groups(rows, row => row.Group).Count > 1)
                {
                    Reset(before);
                    return false;
                }

                Reset(before);
                await Within(async () => { Tell(rows[0], fault); await Finish(rows, cancel); }, cancel);
                Run.Settle();
                return true;
            }
            finally
            {
                Db.ChangeTracker.Clear();
            }

            Reset(before);
        }
    }

    private void Reset(PassCounts before)
    {
        Run.Forget();
        Counts.Done = before.Done;
        Counts.ResumeLine = before.ResumeLine;
        Counts.Written = before.Written;
        Counts.Created = before.Created;
        Counts.FaultCount = before.FaultCount;
        Counts.FaultyLines = before.FaultyLines;
        Db.ChangeTracker.Clear();
    }

    private async Task Take(IReadOnlyList<ImportRow> rows, CancellationToken cancel)
    {
        Run.Forget();
        foreach (var row in rows)
        {
            row.HasFaults = false;
            if (row.SourceFault is { } code)
            {
                Run.Fault(row, null, code);
                continue;
            }

            foreach (var column in Importer.Columns)
            {
                if (column.Required && !row.Has(column.Name))
                {
                    Run.Fault(row, column.Name, "field.required");
                }
            }
        }

        await Importer.Take([.. rows.Where(row => row.SourceFault is null)], Run, cancel);
        foreach (var group in Batches<ImportRow>.Groups(rows, row => row.Group).Where(group => group.Any(row => row.HasFaults)))
        {
            foreach (var row in group)
            {
                // Not a fault of its own, but its order stays away.
                row.HasFaults = true;
            }
        }
    }

    private void Tell(ImportRow row, Fault fault) =>
        Run.Fault(row, layout.Has(fault.Field) ? fault.Field : null, fault.Code, [.. fault.Params.Select(pair => (pair.Key, pair.Value))]);

    /// <summary>What a refusal of a service or a constraint of the database says about the line; null for failures of ours.</summary>
    private static Fault? FaultOf(Exception failure) => failure switch
    {
        // Not the line is at fault then, but who brings it.
        Refusal { Kind: RefusalKind.Forbidden } => null,
        Refusal { Faults: [var first, ..] } => first,
        Refusal refusal => new Fault("", refusal.Code, refusal.Params),
        DbUpdateException update when update.IsUniqueViolation(out _) => Fault.At("", "record.duplicate"),
        DbUpdateException update when update.IsReferenceViolation() => Fault.At("", "record.referenced"),
        _ => null,
    };

    private ImportRow RowOf(SourceLine line, int[] places, bool isSheet)
    {
        var values = new string?[places.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = places[i] >= 0 && places[i] < line.Cells.Count && line.Cells[places[i]] is { Length: > 0 } cell ? cell : null;
        }

        return new ImportRow(line.Line, values, line.Fault, isSheet, layout, Run);
    }

    private static int IndexOf(IReadOnlyList<string> headings, string heading)
    {
        for (var i = 0; i < headings.Count; i++)
        {
            if (headings[i] == heading)
            {
                return i;
            }
        }

        throw FileRefused.Because("import.no-heading", ("heading", heading));
    }
}

/// <summary>Reads to the end and writes nothing; faults and progress go out over a context of their own now and then.</summary>
internal sealed class CheckPass(
    AppDb db, IImporter importer, ImportRun run, ImportLayout layout, int batchLines, PassCounts counts, Func<IReadOnlyList<ImportFault>, Task<bool>> report)
    : ImportPass(db, importer, run, layout, batchLines, counts)
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(0.5);
    private readonly List<ImportFault> found = [];
    private long lastReport = Stopwatch.GetTimestamp();

    protected override Task Within(Func<Task> work, CancellationToken cancel) => work();

    protected override Task Finish(IReadOnlyList<ImportRow> rows, CancellationToken cancel)
    {
        found.AddRange(Run.Faults.Take(ImportFault.Most - Math.Min(ImportFault.Most, Counts.FaultCount)));
        Counts.FaultCount += Run.FaultCount;
        Counts.FaultyLines += rows.Count(row => row.HasFaults);
        Counts.Done += rows.Count;
        return Task.CompletedTask;
    }

    protected override async Task<bool> GoesOn(CancellationToken cancel)
    {
        if (Stopwatch.GetElapsedTime(lastReport) < ReportEvery)
        {
            return true;
        }

        lastReport = Stopwatch.GetTimestamp();
        return await Report();
    }

    public async Task<bool> Report()
    {
        var goesOn = await report(found);
        found.Clear();
        return goesOn;
    }
}

/// <summary>
/// Each batch is one transaction: its records, what is needed to undo them, its faults, and the line after which a new process
/// would go on. Between batches everybody else may write.
/// </summary>
internal sealed class WritePass(
    AppDb db, IImporter importer, ImportRun run, ImportLayout layout, int batchLines, PassCounts counts, bool allOrNothing, TimeProvider clock)
    : ImportPass(db, importer, run, layout, batchLines, counts)
{
    protected override Task Within(Func<Task> work, CancellationToken cancel) => Db.InTransaction(work, cancel);

    protected override async Task Finish(IReadOnlyList<ImportRow> rows, CancellationToken cancel)
    {
        var id = Run.Id;
        var records = new List<ImportRecord>();
        var created = new List<object>();
        foreach (var pending in Run.ToWrite.Where(pending => !pending.Row.HasFaults))
        {
            if (pending.Work is { } work)
            {
                await work(cancel);
                continue;
            }

            Db.Add(pending.Entity!);
            created.Add(pending.Entity!);
            records.Add(new ImportRecord
            {
                ImportId = id,
                Ordinal = Counts.Created++,
                Entity = Db.Model.FindEntityType(pending.Entity!.GetType())!.GetTableName()!,
                EntityId = pending.Id,
                Line = pending.Row.Line,
            });
        }

        Db.AddRange(Run.Faults.Take(ImportFault.Most - Math.Min(ImportFault.Most, Counts.FaultCount)));
        Counts.FaultCount += Run.FaultCount;
        Counts.FaultyLines += rows.Count(row => row.HasFaults);
        Counts.Written += rows.Count(row => !row.HasFaults);
        Counts.Done += rows.Count;
        Counts.ResumeLine = rows[^1].Line;
        await Db.SaveChangesAsync(cancel);
        await Db.Put(records, replace: false, cancel);
        await Importer.Written(Db, created, cancel);
        await Db.Set<Import>().Where(import => import.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(import => import.Done, Counts.Done)
            .SetProperty(import => import.ProgressAt, clock.GetUtcNow())
            .SetProperty(import => import.ResumeLine, Counts.ResumeLine)
            .SetProperty(import => import.Written, Counts.Written)
            .SetProperty(import => import.Created, Counts.Created)
            .SetProperty(import => import.FaultCount, Counts.FaultCount)
            .SetProperty(import => import.FaultyLines, Counts.FaultyLines), cancel);
    }

    protected override async Task<bool> GoesOn(CancellationToken cancel)
    {
        var id = Run.Id;
        cancel.ThrowIfCancellationRequested();
        return !(allOrNothing && Counts.FaultCount > 0)
            && !await Db.Set<Import>().Where(import => import.Id == id).Select(import => import.CancelRequested).SingleAsync(cancel);
    }
}
