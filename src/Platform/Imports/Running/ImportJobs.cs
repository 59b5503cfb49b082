using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Yingpan.Platform.Data;
using Yingpan.Platform.Imports.Data;
using Yingpan.Platform.Imports.Reading;
using Yingpan.Platform.Jobs;

namespace Yingpan.Platform.Imports.Running;

internal sealed class CheckJob(ImportEngine engine) : IBackgroundJob<ImportId>
{
    public Task Run(ImportId data, CancellationToken cancel) => engine.Check(data, null, cancel);
}

internal sealed class ApplyJob(ImportEngine engine) : IBackgroundJob<ImportId>
{
    public Task Run(ImportId data, CancellationToken cancel) => engine.Apply(data, null, cancel);
}

internal sealed class UndoJob(ImportEngine engine) : IBackgroundJob<ImportId>
{
    public Task Run(ImportId data, CancellationToken cancel) => engine.Undo(data, cancel);
}

/// <summary>Throws away files that nobody has taken in: they hold other people's names and numbers.</summary>
internal sealed class TidyJob(AppDb db, ImportFiles files, TimeProvider clock, IOptions<ImportOptions> options) : IRecurringJob
{
    public async Task Run(CancellationToken cancel)
    {
        foreach (var (path, id) in files.OlderThan(clock.GetUtcNow().AddDays(-options.Value.KeepDays)).ToList())
        {
            if (id is { } known)
            {
                var import = await db.Set<Import>().SingleOrDefaultAsync(import => import.Id == known, cancel);
                if (import?.State is ImportState.Checking or ImportState.Applying)
                {
                    continue;
                }

                if (import?.State is ImportState.Uploaded or ImportState.Checked or ImportState.Refused)
                {
                    import.State = ImportState.Cancelled;
                    await db.SaveChangesAsync(cancel);
                }
            }

            File.Delete(path);
        }
    }
}
