using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Platform.Jobs;

/// <summary>
/// Quartz on the same database as everything else (tables <c>qrtz_…</c>, made by Quartz itself), so that a backup holds the jobs
/// and nothing else has to run.
/// </summary>
public static class JobSetup
{
    internal const string Scheduler = "yingpan";

    /// <summary>Group of what comes round by the clock.</summary>
    internal const string Recurring = "recurring";

    /// <param name="name">Under which its rows are stored: <c>platform.import-apply</c>. Never changes.</param>
    public static void AddBackgroundJob<TJob, TData>(this IServiceCollection services, string name) where TJob : class, IBackgroundJob<TData>
    {
        services.AddScoped<TJob>();
        services.AddSingleton(new JobKind(name, typeof(TJob), (provider, data, cancel) =>
            provider.GetRequiredService<TJob>().Run(JsonSerializer.Deserialize<TData>(data, JsonTypes.Options)!, cancel)));
    }

    /// <param name="cron">With seconds, in the time zone of the machine: <c>0 20 3 * * ?</c> is 3:20 each night.</param>
    public static void AddRecurringJob<TJob>(this IServiceCollection services, string name, string cron) where TJob : class, IRecurringJob
    {
        services.AddScoped<TJob>();
        services.AddSingleton(new JobKind(name, typeof(TJob), (provider, _, cancel) => provider.GetRequiredService<TJob>().Run(cancel)));
        services.ConfigureAllQuartzSchedulers(quartz => quartz.ScheduleJob<BackgroundWork>(
            trigger => trigger.WithIdentity(name, Recurring).WithCronSchedule(cron),
            job => job.WithIdentity(name, Recurring)
                .UsingJobData(BackgroundWork.Kind, name)
                .UsingJobData(BackgroundWork.Account, Guid.Empty.ToString())
                .RequestRecovery()));
    }

    internal static void AddJobs(this IServiceCollection services, string connection)
    {
        services.AddScoped(provider => new JobQueue(
            provider.GetRequiredService<AppDb>(), provider.GetRequiredService<CallerContext>(), provider.GetServices<JobKind>(),
            provider.GetRequiredService<JobCourier>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<JobCourier>();
        // Under a name, so that what it is given is its own: the default scheduler shares its clock with the container.
        services.AddQuartz(Scheduler, quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always);
            quartz.UseDefaultThreadPool(4);
            // The clock of the business may stand still in a test; work that is asked for is done all the same.
            quartz.UseTimeProvider(TimeProvider.System);
            quartz.UsePersistentStore(store =>
            {
                store.ConfigureStore(options =>
                {
                    options.TablePrefix = "qrtz_";
                    options.RecoverFiringsCancelledByShutdown = true;
                });
                store.ProvisionSchema();
                if (DatabaseDifferences.KindOf(connection) == DatabaseKind.Postgres)
                {
                    store.UsePostgres(NpgsqlFactory.Instance, connection);
                    // Several processes may serve one database; when one dies, another takes its jobs up within seconds.
                    store.UseClustering(cluster =>
                    {
                        cluster.CheckinInterval = TimeSpan.FromSeconds(2);
                        cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(4);
                    });
                }
                else
                {
                    store.UseSqlite(SqliteFactory.Instance, connection);
                }
            });
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddHostedService(provider => provider.GetRequiredService<JobCourier>());
        services.AddHealthChecks().AddQuartz(Scheduler);
    }
}
