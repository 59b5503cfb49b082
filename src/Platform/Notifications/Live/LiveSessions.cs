using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Identity;

namespace Yingpan.Platform.Notifications.Live;

/// <summary>
/// Ends open windows whose session is over: at once when this process hears of a change of access (signing out, a disabled account, somebody who has left), and every
/// half minute for what another process changed or time has ended, as a last day does at midnight. One query for all windows together, and one for all people.
/// </summary>
internal sealed partial class LiveSessions(
    IServiceScopeFactory scopes, LiveNotifications live, CallerCache cache, IOptions<SignInPolicy> policy, TimeProvider clock, ILogger<LiveSessions> log) : BackgroundService
{
    /// <summary>When somebody was seen last is written down once a minute.</summary>
    private static readonly TimeSpan WrittenDownLate = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var changed = new SemaphoreSlim(0);
        void Heard(object? from, EventArgs what) => changed.Release();
        cache.Forgotten += Heard;
        try
        {
            for (var looked = clock.GetUtcNow(); !stoppingToken.IsCancellationRequested;)
            {
                await Wait(changed, looked + CallerCache.Lifetime - clock.GetUtcNow(), stoppingToken);
                looked = clock.GetUtcNow();
                await Look(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The windows are closed by whoever stops the process.
        }
        finally
        {
            cache.Forgotten -= Heard;
        }
    }

    private static async Task Sleep(TimeSpan left, TimeProvider clock, CancellationToken cancel)
    {
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, clock, cancel);
        }
    }

    private async Task Wait(SemaphoreSlim changed, TimeSpan left, CancellationToken cancel)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(changed.WaitAsync(both.Token), Sleep(left, clock, both.Token));
        await both.CancelAsync();
        cancel.ThrowIfCancellationRequested();
        while (changed.CurrentCount > 0 && await changed.WaitAsync(0, cancel))
        {
            // However many changes came, one look answers them.
        }
    }

    private async Task Look(CancellationToken cancel)
    {
        var asked = live.Sessions;
        if (asked.Count == 0)
        {
            return;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var now = clock.GetUtcNow();
            var idle = now.AddMinutes(-policy.Value.IdleMinutes) - WrittenDownLate;
            var good = await (
                from session in db.Set<Session>()
                where asked.Contains(session.Id) && session.ExpiresAt > now && (session.Kind == SessionKind.Token || session.LastSeenAt > idle)
                join account in db.Users on session.AccountId equals account.Id
                where !account.IsDisabled
                select new { session.Id, account.PersonId }).ToListAsync(cancel);
            var people = good.Select(session => session.PersonId).OfType<PersonId>().Distinct().ToList();
            var gone = await scope.ServiceProvider.GetRequiredService<IStanding>().HaveLeft(people, cancel);
            live.EndAllBut(good.Where(session => session.PersonId is not { } person || !gone.Contains(person)).Select(session => session.Id).ToHashSet(), asked);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(log, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The sessions of open windows could not be looked up; they are tried again")]
    private static partial void Failed(ILogger log, Exception failure);
}
