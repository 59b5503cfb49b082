using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Platform.Identity;

/// <summary>Once a minute: writes down who was seen, and clears away what is over (sessions, answered idempotency keys).</summary>
internal sealed partial class SessionKeeper(
    IServiceScopeFactory scopes, CallerCache cache, IOptions<SignInPolicy> options, TimeProvider clock, ILogger<SessionKeeper> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await minute.WaitForNextTickAsync(stoppingToken);
                await using var scope = scopes.CreateAsyncScope();
                await Tidy(scope.ServiceProvider.GetRequiredService<AppDb>(), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                TidyingFailed(log, failure);
            }
        }
    }

    private async Task Tidy(AppDb db, CancellationToken cancel)
    {
        foreach (var known in cache.Touched())
        {
            known.IsTouched = false;
            await db.Set<Session>().Where(session => session.Id == known.SessionId)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, known.LastSeenAt), cancel);
        }

        var now = clock.GetUtcNow();
        var idleSince = now.AddMinutes(-options.Value.IdleMinutes - 5);
        await db.Set<Session>().Where(session => session.ExpiresAt < now
            || (session.Kind == SessionKind.Browser && session.LastSeenAt < idleSince)).ExecuteDeleteAsync(cancel);
        var yesterday = now.AddDays(-1);
        await db.Set<IdempotentRequest>().Where(row => row.At < yesterday).ExecuteDeleteAsync(cancel);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Tidying sessions failed")]
    private static partial void TidyingFailed(ILogger log, Exception failure);
}
