using System.Text.Json;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Platform.Jobs;

/// <summary>Asks for work to be done once the change that calls for it is durable.</summary>
public sealed class JobQueue
{
    private readonly AppDb db;
    private readonly CallerContext context;
    private readonly IEnumerable<JobKind> kinds;
    private readonly JobCourier courier;
    private readonly TimeProvider clock;

    internal JobQueue(AppDb db, CallerContext context, IEnumerable<JobKind> kinds, JobCourier courier, TimeProvider clock)
    {
        this.db = db;
        this.context = context;
        this.kinds = kinds;
        this.courier = courier;
        this.clock = clock;
    }

    /// <summary>InvalidOperationException outside a transaction: the job could otherwise run for a change that never came.</summary>
    public async Task Enqueue<TJob, TData>(TData data, CancellationToken cancel) where TJob : IBackgroundJob<TData>
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A job is asked for inside the transaction of the change that calls for it.");
        }

        var row = new JobRow
        {
            Id = Guid.CreateVersion7(),
            Kind = kinds.First(kind => kind.Type == typeof(TJob)).Name,
            Data = JsonSerializer.Serialize(data, JsonTypes.Options),
            AccountId = context.Caller.Account.Value,
            At = clock.GetUtcNow(),
        };
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        db.AfterCommit(() => courier.Bring(row.Id));
    }
}
