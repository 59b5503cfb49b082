using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Files;

/// <summary>Once a day: clears away bytes that no row names.</summary>
internal sealed partial class FileKeeper(IServiceScopeFactory scopes, FileStore store, TimeProvider clock, ILogger<FileKeeper> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var day = new PeriodicTimer(TimeSpan.FromDays(1), clock);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await day.WaitForNextTickAsync(stoppingToken);
                await using var scope = scopes.CreateAsyncScope();
                await store.Sweep(scope.ServiceProvider.GetRequiredService<AppDb>(), clock.GetUtcNow(), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                SweepingFailed(log, failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sweeping files failed")]
    private static partial void SweepingFailed(ILogger log, Exception failure);
}
