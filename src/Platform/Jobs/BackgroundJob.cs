namespace Yingpan.Platform.Jobs;

/// <summary>
/// Work that goes on after the request that asked for it was answered. It runs in a scope of its own, as the account that
/// asked for it with the rights it has by then, and outside any transaction: it opens its own, short ones.
/// </summary>
/// <remarks>
/// A process that is killed or shut down hands its running jobs to the next one, from the beginning. A job therefore finds out
/// for itself how far it got, and does nothing twice.
/// </remarks>
public interface IBackgroundJob<in TData>
{
    Task Run(TData data, CancellationToken cancel);
}

/// <summary>Work that comes round by the clock, as the system: no account asked for it.</summary>
public interface IRecurringJob
{
    Task Run(CancellationToken cancel);
}

/// <summary>A kind of job, under the name by which it is stored: class names may change between versions, this one may not.</summary>
public sealed record JobKind(string Name, Type Type, Func<IServiceProvider, string, CancellationToken, Task> Run);
