using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Jobs;

/// <summary>
/// Brings jobs from the table where transactions leave them to the scheduler: at once after the commit, and now and then those
/// that a dead process left behind. (The scheduler could write inside our transactions, but on SQLite it does so under a lock
/// of its own: a request that holds the database would wait for it, while it waits for the database.)
/// </summary>
internal sealed partial class JobCourier(
    IServiceScopeFactory scopes, [FromKeyedServices(JobSetup.Scheduler)] ISchedulerFactory schedulers, TimeProvider clock, ILogger<JobCourier> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(10);

    /// <summary>Younger ones are on their way with the process that wrote them.</summary>
    private static readonly TimeSpan LeftBehind = TimeSpan.FromSeconds(15);

    private readonly Channel<Guid> fresh = Channel.CreateUnbounded<Guid>(new UnboundedChannelOptions { SingleReader = true });

    public void Bring(Guid job) => fresh.Writer.TryWrite(job);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var jobs = await Next(stoppingToken);
                if (jobs.Count > 0)
                {
                    await Bring(jobs, stoppingToken);
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // They stay in the table and are found again.
                Failed(log, failure);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stoppingToken);
            }
        }
    }

    private async Task<List<JobRow>> Next(CancellationToken cancel)
    {
        var ids = new List<Guid>();
        using (var soon = CancellationTokenSource.CreateLinkedTokenSource(cancel))
        {
            soon.CancelAfter(LookEvery);
            try
            {
                await fresh.Reader.WaitToReadAsync(soon.Token);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                // Time to look.
            }
        }

        while (fresh.Reader.TryRead(out var id))
        {
            ids.Add(id);
        }

        await using var scope = scopes.CreateAsyncScope();
        var rows = scope.ServiceProvider.GetRequiredService<AppDb>().Set<JobRow>().AsNoTracking();
        var before = clock.GetUtcNow() - LeftBehind;
        return await (ids.Count > 0 ? rows.Where(row => ids.Contains(row.Id)) : rows.Where(row => row.At < before).OrderBy(row => row.At).Take(100)).ToListAsync(cancel);
    }

    private async Task Bring(List<JobRow> rows, CancellationToken cancel)
    {
        var scheduler = await schedulers.GetScheduler(cancel);
        foreach (var row in rows)
        {
            var id = $"{row.Kind} {row.Id:N}";
            var job = JobBuilder.Create<BackgroundWork>()
                .WithIdentity(id)
                .UsingJobData(BackgroundWork.Kind, row.Kind)
                .UsingJobData(BackgroundWork.Data, row.Data)
                .UsingJobData(BackgroundWork.Account, row.AccountId.ToString())
                .RequestRecovery()
                .Build();
            try
            {
                await scheduler.ScheduleJob(job, TriggerBuilder.Create().WithIdentity(id).StartNow().Build(), default, cancel);
            }
            catch (ObjectAlreadyExistsException)
            {
                // Another process, or this one before it died, was here.
            }
        }

        var ids = rows.ConvertAll(row => row.Id);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await db.InTransaction(() => db.Set<JobRow>().Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(cancel), cancel);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Jobs could not be brought to the scheduler; they are tried again")]
    private static partial void Failed(ILogger log, Exception failure);
}
