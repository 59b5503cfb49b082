using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Files;

namespace Yingpan.Collaboration.Concerns;

/// <summary>Who sees what was reported upward: its author and those to whom it went. Leaders of a unit in between do not.</summary>
internal sealed class ConcernReaders(AppDb db, Caller caller)
{
    public PersonId? Me => caller.Person;

    public IQueryable<Concern> Visible()
    {
        var me = caller.Person;
        var all = db.Set<Concern>();
        return caller.May(CollaborationPermissions.ReadAllConcerns)
            ? all
            : all.Where(concern => me != null && (concern.AuthorId == me || concern.Receivers.Any(receiver => receiver.PersonId == me)));
    }

    /// <summary>To act on it: locked, so that of two who act at once the second sees what the first has done.</summary>
    public async Task<Concern> Locked(ConcernId id, CancellationToken cancel)
    {
        if (!await Visible().AnyAsync(concern => concern.Id == id, cancel))
        {
            throw Refusal.NotFound("record.not-found");
        }

        return await Locked(db, id, cancel);
    }

    /// <summary>The same, for whoever sees to it that nothing is left behind.</summary>
    public static async Task<Concern> Locked(AppDb db, ConcernId id, CancellationToken cancel)
    {
        var concern = await db.Locked<Concern>(id.Value).FirstAsync(cancel);
        await db.Entry(concern).Collection(one => one.Receivers).LoadAsync(cancel);
        await db.Entry(concern).Collection(one => one.Lines).LoadAsync(cancel);
        return concern;
    }
}

internal sealed class ConcernFiles(AppDb db, ConcernReaders readers) : IFileParent
{
    public const string Table = "collaboration_concern";

    public string Entity => Table;

    public async Task<bool> MaySee(string id, Caller caller, CancellationToken cancel) =>
        Id.TryParse<ConcernId>(id, out var concern) && await readers.Visible().AnyAsync(one => one.Id == concern, cancel);

    public async Task<bool> MayAttach(string id, Caller caller, CancellationToken cancel)
    {
        var me = caller.Person;
        return me is not null && Id.TryParse<ConcernId>(id, out var concern) && await db.Set<Concern>().AnyAsync(one => one.Id == concern && one.State != ConcernState.Closed
            && (one.AuthorId == me || one.Receivers.Any(receiver => receiver.PersonId == me)), cancel);
    }
}
