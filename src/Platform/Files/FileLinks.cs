using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Files;

/// <summary>Files as modules use them: hang uploads on the record that was just saved.</summary>
public sealed class FileLinks(AppDb db, Caller caller)
{
    /// <summary>
    /// Hangs the caller's own uploads on a record, in the transaction of the caller; saved with it. Refuses ids that are not his own
    /// uploads or already hang somewhere, so that nobody can move a file he may not see to where he may see it.
    /// </summary>
    public async Task Attach(IReadOnlyCollection<FileId> files, string entity, string entityId, CancellationToken cancel)
    {
        var found = await db.Set<StoredFile>()
            .Where(file => files.Contains(file.Id) && file.AccountId == caller.Account && file.Entity == null).ToListAsync(cancel);
        if (found.Count != files.Distinct().Count())
        {
            throw Refusal.Faulty([Fault.At("files", "file.not-yours")]);
        }

        foreach (var file in found)
        {
            file.Entity = entity;
            file.EntityId = entityId;
        }
    }

    public Task<int> Count(string entity, string entityId, CancellationToken cancel) =>
        db.Set<StoredFile>().CountAsync(file => file.Entity == entity && file.EntityId == entityId, cancel);

    /// <summary>All files of a record go to another one of the same kind, in the transaction of the caller: two records have become one, or two again.</summary>
    /// <param name="only">Null is all of them; one that hangs there no more is passed over.</param>
    public async Task<IReadOnlyList<Guid>> PassOn(string entity, string from, string to, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        var files = db.Set<StoredFile>().Where(file => file.Entity == entity && file.EntityId == from);
        if (only?.Select(FileId.From).ToList() is { } some)
        {
            files = files.Where(file => some.Contains(file.Id));
        }

        var moved = await files.ToListAsync(cancel);
        moved.ForEach(file => file.EntityId = to);
        await db.SaveChangesAsync(cancel);
        return moved.ConvertAll(file => file.Id.Value);
    }
}

/// <summary>Whose a file is, asked of the module of the record it hangs on.</summary>
internal sealed class FileVisibility(IEnumerable<IFileParent> parents, Caller caller)
{
    public Task<bool> MaySee(StoredFile file, CancellationToken cancel) => file.Entity is { } entity
        ? MaySee(entity, file.EntityId!, cancel)
        : Task.FromResult(file.AccountId == caller.Account);

    public async Task<bool> MaySee(string entity, string id, CancellationToken cancel) =>
        ParentOf(entity) is { } parent && await parent.MaySee(id, caller, cancel);

    public async Task<bool> MayAttach(string entity, string id, CancellationToken cancel) =>
        ParentOf(entity) is { } parent && await parent.MaySee(id, caller, cancel) && await parent.MayAttach(id, caller, cancel);

    public async Task<bool> MayDelete(StoredFile file, CancellationToken cancel) => file.Entity is { } entity
        ? await MayAttach(entity, file.EntityId!, cancel)
        : file.AccountId == caller.Account;

    private IFileParent? ParentOf(string entity) => parents.FirstOrDefault(parent => parent.Entity == entity);
}
