namespace Yingpan.Platform.Data;

/// <summary>
/// SQLite has one writer. Letting writers of this process queue here costs nothing; letting them find out by themselves costs
/// each of them the busy time-out. PostgreSQL passes straight through.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);

    public async ValueTask<IDisposable?> Enter(DatabaseKind kind, CancellationToken cancel)
    {
        if (kind != DatabaseKind.Sqlite)
        {
            return null;
        }

        await one.WaitAsync(cancel);
        return new Turn(one);
    }

    public void Dispose() => one.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
