using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Yingpan.Platform.Notifications.Deliveries;

/// <summary>
/// Sends what waits: at once after the commit that wrote it, and every few seconds what has become due, was left by a dead process, or is to be
/// tried again. The table is the queue; this process may end at any moment.
/// </summary>
internal sealed partial class DeliveryCourier(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DeliveryCourier> log) : BackgroundService
{
    private const int AtOnce = 4;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => calls.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var looked = clock.GetUtcNow();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Wait(looked + LookEvery - clock.GetUtcNow(), stoppingToken);
                looked = clock.GetUtcNow();
                await Round(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // They stay in the table and are found again.
                Failed(log, failure);
            }
        }
    }

    /// <param name="left">Until it is time to look; after a round that took longer there is none.</param>
    private async Task Wait(TimeSpan left, CancellationToken cancel)
    {
        if (left <= TimeSpan.Zero)
        {
            return;
        }

        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(calls.Reader.WaitToReadAsync(both.Token).AsTask(), Task.Delay(left, clock, both.Token));
        await both.CancelAsync();
        cancel.ThrowIfCancellationRequested();
        calls.Reader.TryRead(out _);
    }

    private async Task Round(CancellationToken cancel)
    {
        await using var looking = scopes.CreateAsyncScope();
        var due = await looking.ServiceProvider.GetRequiredService<DeliveryRound>().Due(cancel);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (batch, _) =>
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<DeliveryRound>().Deliver(batch);
            }
            catch (Exception failure)
            {
                // One that we can't handle must not hold up the others; its claim runs out and it is tried again.
                Failed(log, failure);
            }
        });
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Notifications could not be sent; they are tried again")]
    private static partial void Failed(ILogger log, Exception failure);
}
