using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Audit;
using Yingpan.Platform.Data;
using Yingpan.Platform.Files;

namespace Yingpan.Platform.Backups;

/// <summary>
/// <c>yingpan restore FILE</c>: puts a backup in the place of everything that is there. The file is read and checked whole first; then all
/// rows are replaced in one transaction, so that a broken file, a broken wire or a pulled plug leaves what was there before.
/// </summary>
public sealed class RestoreBackup(AppDb db, FileStore store, DataFolder folder, CallerContext context, TimeProvider clock)
{
    public async Task<BackupManifest> From(string path, CancellationToken cancel)
    {
        using var file = await BackupFile.Open(path, cancel);
        var layout = BackupLayout.Of(db);
        await file.Verify(layout, cancel);

        // Bytes before rows. Should the rows fail, the bytes are named by none and swept away.
        await KeepFiles(file, cancel);
        await using (var target = await RestoreTarget.Open(db, cancel))
        {
            await db.InTransaction(() => Replace(file, layout, target, cancel), cancel);
        }

        if (file.Manifest.AuditKeySha256 is not null)
        {
            AuditKeyFile.Replace(folder.Path, await file.AuditKey(cancel));
        }

        return file.Manifest;
    }

    private async Task Replace(BackupFile file, BackupLayout layout, RestoreTarget target, CancellationToken cancel)
    {
        await target.Empty(layout, cancel);
        var entry = "";
        try
        {
            foreach (var table in layout.Tables)
            {
                entry = BackupManifest.EntryOf(table.Name);
                await using var rows = await target.Begin(table, cancel);
                await file.ReadTable(table, rows.Add, cancel);
                await rows.End(cancel);
            }

            await target.Finish(layout, cancel);
        }
        catch (Exception refused) when (DatabaseDifferences.IsRefusedData(refused))
        {
            // Hashes and counts were right, and still these rows cannot be: keys twice, references that lead nowhere.
            throw Refusal.Conflict("backup.broken", ("entry", entry));
        }

        // The restored trail is the trail; that it was restored is its next line.
        db.ChangeTracker.Clear();
        db.Add(AuditTrail.Line(context, clock.GetUtcNow(), "restore", "-", AuditAction.Noted,
            $$"""{"rows":[null,{{file.Manifest.Rows}}],"from":[null,"{{file.Manifest.CreatedAt.UtcDateTime:O}}"]}"""));
        await db.SaveChangesAsync(cancel);
    }

    private async Task KeepFiles(BackupFile file, CancellationToken cancel)
    {
        foreach (var name in file.Files)
        {
            var temporary = store.Temporary();
            try
            {
                await using var content = file.OpenFile(name);
                await content.CopyToAsync(temporary, cancel);
                temporary.Position = 0;
                if (await FileStore.HashOf(temporary, cancel) != name)
                {
                    throw Refusal.Conflict("backup.broken", ("entry", BackupManifest.EntryOfFile(name)));
                }

                store.Keep(temporary, name);
            }
            finally
            {
                await temporary.DisposeAsync();
                File.Delete(temporary.Name);
            }
        }
    }
}
