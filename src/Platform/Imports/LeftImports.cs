using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Imports.Data;
using Yingpan.Platform.Imports.Reading;
using Yingpan.Platform.Imports.Running;

namespace Yingpan.Platform.Imports;

/// <summary>
/// Imports of the command line whose process was killed. No job carries them on, and their lines may be gone, so the next command or server
/// takes back what they had written.
/// </summary>
public sealed class LeftImports
{
    private readonly AppDb db;
    private readonly ImportEngine engine;
    private readonly ImportFiles files;
    private readonly TimeProvider clock;

    internal LeftImports(AppDb db, ImportEngine engine, ImportFiles files, TimeProvider clock)
    {
        this.db = db;
        this.engine = engine;
        this.files = files;
        this.clock = clock;
    }

    /// <summary>The files or tables they were of, and whether nothing of them is left: a record that somebody uses stays.</summary>
    public async Task<IReadOnlyList<(string File, bool IsGone)>> TakeBack(CancellationToken cancel)
    {
        var nobody = new AccountId(Guid.Empty);
        var open = await db.Set<Import>().AsNoTracking()
            .Where(import => import.AccountId == nobody && (import.State == ImportState.Checking || import.State == ImportState.Applying)).ToListAsync(cancel);
        var left = new List<(string, bool)>();
        foreach (var import in open.Where(IsSilent))
        {
            try
            {
                await using var held = files.Hold(import.Id);
                await engine.Leave(import.Id, import.State, cancel);
            }
            catch (IOException)
            {
                // Its process lives and holds it.
                continue;
            }

            left.Add((import.FileName, await db.Set<Import>().AnyAsync(ended => ended.Id == import.Id && ended.State == ImportState.Cancelled, cancel)));
        }

        return left;
    }

    /// <summary>Where there is no mark of it, it may run on another machine; that it says nothing for so long tells as well.</summary>
    private bool IsSilent(Import import) => files.WasHeld(import.Id) || clock.GetUtcNow() - (import.ProgressAt ?? import.StartedAt) > StartImport.Silence;
}
