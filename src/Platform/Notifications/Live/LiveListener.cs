using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Yingpan.Platform.Data;

namespace Yingpan.Platform.Notifications.Live;

/// <summary>
/// What other processes of the same database tell (docs/decisions/0008-live-notifications.md). One connection of its own, on PostgreSQL only;
/// lost, it is opened again, and everybody looks for what was missed.
/// </summary>
internal sealed partial class LiveListener(string connection, LiveNotifications live, HouseMemory house, ILogger<LiveListener> log) : BackgroundService
{
    public const string Channel = "yingpan_told";

    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (DatabaseDifferences.KindOf(connection) != DatabaseKind.Postgres)
        {
            return;
        }

        var isFirst = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Listen(isFirst, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                isFirst = false;
                Lost(log, failure.Message);
                await Task.Delay(TryAgain, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task Listen(bool isFirst, CancellationToken cancel)
    {
        // Not from the pool: it is never given back, and a dead line has to be noticed.
        var own = new NpgsqlConnectionStringBuilder(connection) { Pooling = false, KeepAlive = 30 };
        await using var line = new NpgsqlConnection(own.ConnectionString);
        line.Notification += (_, said) => Hear(said.Channel, said.Payload);
        await line.OpenAsync(cancel);
        await using (var command = new NpgsqlCommand($"LISTEN {Channel}; LISTEN {HouseMemory.Channel}", line))
        {
            await command.ExecuteNonQueryAsync(cancel);
        }

        if (!isFirst)
        {
            live.ToldAll();
            house.Forget();
        }

        while (true)
        {
            await line.WaitAsync(cancel);
        }
    }

    /// <summary>Its own words it has heard already.</summary>
    private void Hear(string channel, string words)
    {
        if (channel == HouseMemory.Channel)
        {
            house.Hear(words);
        }
        else if (words.Split('/') is [var node, var account] && node != live.Node.ToString("N") && Guid.TryParse(account, out var id))
        {
            live.Told(id);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The line on which other processes tell of notifications was lost; it is opened again: {Reason}")]
    private static partial void Lost(ILogger log, string reason);
}
