using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications.Deliveries;
using Yingpan.Platform.Notifications.Live;

namespace Yingpan.Platform.Notifications;

/// <summary>
/// Tells people what happened, in the transaction in which it happens: what is rolled back was never said. Written at once, so it does
/// not matter whether the caller saves before or after. What goes out by mail or to a group is a row of the same transaction, sent later.
/// </summary>
public sealed class Notifier
{
    private readonly AppDb db;
    private readonly CompanyClock clock;
    private readonly DeliveryPlan plan;
    private readonly LiveNotifications live;
    private readonly DeliveryCourier courier;

    internal Notifier(AppDb db, CompanyClock clock, DeliveryPlan plan, LiveNotifications live, DeliveryCourier courier) =>
        (this.db, this.clock, this.plan, this.live, this.courier) = (db, clock, plan, live, courier);

    /// <summary>
    /// <paramref name="kind"/> names the text <c>notification.{kind}</c>, <paramref name="link"/> a page of the application
    /// (<c>/customers/…</c>). A person without an account is not told: there is nobody to read it.
    /// </summary>
    public Task Tell(PersonId person, string kind, IReadOnlyDictionary<string, object?> parameters, string link, CancellationToken cancel) =>
        Tell([person], kind, parameters, link, cancel);

    /// <summary>The same to several people: who of them has an account, and how each wants to be told, is asked once for all.</summary>
    public async Task Tell(IEnumerable<PersonId> people, string kind, IReadOnlyDictionary<string, object?> parameters, string link, CancellationToken cancel)
    {
        PersonId?[] told = [.. people.Distinct()];
        await Tell(await db.Set<Account>().AsNoTracking().Where(account => told.Contains(account.PersonId) && !account.IsDisabled).ToListAsync(cancel), kind, parameters, link, cancel);
    }

    public async Task Tell(AccountId account, string kind, IReadOnlyDictionary<string, object?> parameters, string link, CancellationToken cancel) =>
        await Tell([await db.Set<Account>().AsNoTracking().FirstAsync(one => one.Id == account.Value, cancel)], kind, parameters, link, cancel);

    private async Task Tell(List<Account> accounts, string kind, IReadOnlyDictionary<string, object?> parameters, string link, CancellationToken cancel)
    {
        if (link.Length > 0 && (link[0] != '/' || link.StartsWith("//", StringComparison.Ordinal)))
        {
            throw new ArgumentException("A link is a page of the application, never another site.", nameof(link));
        }

        if (accounts.Count == 0)
        {
            return;
        }

        var values = JsonSerializer.Serialize(parameters, JsonTypes.Options);
        await db.InTransaction(async () =>
        {
            foreach (var (account, planned) in await plan.For(accounts, kind, cancel))
            {
                await Write(account, planned, kind, values, link, cancel);
            }
        }, cancel);
    }

    private async Task Write(Account account, Planned planned, string kind, string values, string link, CancellationToken cancel)
    {
        var (now, id) = (clock.Now, Guid.CreateVersion7());
        DateTime? read = planned.IsSilent ? now.UtcDateTime : null;
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO platform_notification (id, account_id, kind, params, link, created_at, read_at)
            VALUES ({id}, {account.Id}, {kind}, {values}, {link}, {now.UtcDateTime}, {read})
            """, cancel);
        foreach (var (channel, robot, due) in planned.Deliveries)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO platform_delivery (id, notification_id, account_id, channel, robot_id, state, created_at, due_at, next_at, attempts)
                VALUES ({Guid.CreateVersion7()}, {id}, {account.Id}, {channel.ToString()}, {robot?.Value}, {nameof(DeliveryState.Waiting)}, {now.UtcDateTime}, {due.UtcDateTime}, {due.UtcDateTime}, 0)
                """, cancel);
        }

        if (!planned.IsSilent)
        {
            await db.Announce(LiveListener.Channel, live.Words(account.Id), cancel);
            db.AfterCommit(() => live.Told(account.Id));
        }

        if (planned.Deliveries.Count > 0)
        {
            db.AfterCommit(courier.Wake);
        }
    }
}
