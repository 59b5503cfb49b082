using System.Collections.Concurrent;
using Quartz.Impl.AdoJobStore;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Jobs;

/// <summary>
/// On SQLite the scheduler queues at the same gate as every other writer of the process. With a lock of its own it would hold that
/// one and wait for the database, while a request holds the database and waits for it.
/// </summary>
internal sealed class GateLock(WriteGate gate) : ILockHandler
{
    private static readonly AsyncLocal<bool> Inside = new();
    private readonly ConcurrentDictionary<Guid, IDisposable> holders = new();

    /// <summary>The gate is passed before a connection is opened.</summary>
    public bool RequiresConnection => false;

    /// <summary>Until disposed, what this flow asks of the scheduler belongs to a transaction that has passed the gate already.</summary>
    public static IDisposable WithinTransaction()
    {
        Inside.Value = true;
        return new Leave();
    }

    /// <summary>False is "held already, not yours to release", as the scheduler understands it.</summary>
    public async ValueTask<bool> AcquireLock(Guid requestorId, ConnectionAndTransactionHolder? conn, SchedulerLock lockKind, CancellationToken cancellationToken = default)
    {
        if (Inside.Value || holders.ContainsKey(requestorId))
        {
            return false;
        }

        holders[requestorId] = (await gate.Enter(DatabaseKind.Sqlite, cancellationToken))!;
        return true;
    }

    public ValueTask ReleaseLock(Guid requestorId, SchedulerLock lockKind, CancellationToken cancellationToken = default)
    {
        if (holders.TryRemove(requestorId, out var turn))
        {
            turn.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private sealed class Leave : IDisposable
    {
        public void Dispose() => Inside.Value = false;
    }
}
