using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage;
using Quartz;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Platform.Jobs;

/// <summary>
/// Asks for work to be done once the change that calls for it is durable: the job is a row of the same transaction, so that
/// neither can be there without the other.
/// </summary>
public sealed class JobQueue(ISchedulerFactory schedulers, AppDb db, CallerContext context, IEnumerable<JobKind> kinds)
{
    /// <summary>InvalidOperationException outside a transaction: the job could otherwise run for a change that never came.</summary>
    public async Task Enqueue<TJob, TData>(TData data, CancellationToken cancel) where TJob : IBackgroundJob<TData>
    {
        var transaction = db.Database.CurrentTransaction
            ?? throw new InvalidOperationException("A job is asked for inside the transaction of the change that calls for it.");
        var name = kinds.First(kind => kind.Type == typeof(TJob)).Name;
        var id = $"{name} {Guid.CreateVersion7():N}";
        var job = JobBuilder.Create<BackgroundWork>()
            .WithIdentity(id)
            .UsingJobData(BackgroundWork.Kind, name)
            .UsingJobData(BackgroundWork.Data, JsonSerializer.Serialize(data, JsonTypes.Options))
            .UsingJobData(BackgroundWork.Account, context.Caller.Account.Value.ToString())
            .RequestRecovery()
            .Build();
        var trigger = TriggerBuilder.Create().WithIdentity(id).StartNow().Build();
        var scheduler = await schedulers.GetScheduler(cancel);
        var enlisted = scheduler.EnlistTransaction(transaction.GetDbTransaction());
        using (GateLock.WithinTransaction())
        {
            await scheduler.ScheduleJob(job, trigger, default, cancel);
        }

        // The end of the enlistment wakes the scheduler, which must not look before the row can be seen. A transaction that is
        // rolled back never ends it, and then there is nothing to wake for.
        db.AfterCommit(enlisted.Dispose);
    }
}
