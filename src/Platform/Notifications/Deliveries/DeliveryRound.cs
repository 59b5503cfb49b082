using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Identity;
using Yingpan.Platform.Notifications.Mail;
using Yingpan.Platform.Notifications.Robots;
using Yingpan.Platform.Notifications.Robots.Rules;
using Yingpan.Platform.Notifications.Rules;
using Yingpan.Platform.Notifications.Settings;
using Yingpan.Platform.Texts;

namespace Yingpan.Platform.Notifications.Deliveries;

/// <summary>What is sent together: one mail to one person, or one message to one group.</summary>
/// <param name="Batch">Of an earlier attempt; null has not been tried.</param>
internal sealed record DueBatch(Guid? Batch, DeliveryChannel Channel, Guid AccountId, RobotId? RobotId, IReadOnlyList<DeliveryId> Deliveries);

/// <summary>When a group was last spoken to by this process. Over the limit of its maker a robot is shut out for minutes.</summary>
internal sealed class RobotPauses(IOptions<NotificationOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<RobotId, DateTimeOffset> last = new();

    public bool MayNow(RobotId robot) => !last.TryGetValue(robot, out var at) || clock.GetUtcNow() >= at.AddSeconds(options.Value.RobotPauseSeconds);

    public void Spoke(RobotId robot) => last[robot] = clock.GetUtcNow();
}

/// <summary>
/// One batch from claim to mark. The claim is a short transaction that only one process can win; then the batch is sent, outside of any;
/// then it is marked. A process that dies between sending and marking leaves a claim that runs out, and the batch is sent once more: at least
/// once, and twice only then.
/// </summary>
internal sealed partial class DeliveryRound(
    AppDb db, DeliveryWords words, SendMail mail, SendToRobot toRobot, RobotPauses pauses, IPeopleNames people, IOptions<NotificationOptions> options, TimeProvider clock,
    ILogger<DeliveryRound> log)
{
    private const int Look = 500;

    /// <summary>A person's mail holds so many notifications at most, a group's message too.</summary>
    private const int Largest = 100;

    /// <summary>Batches whose time has come and that nobody is at.</summary>
    public async Task<IReadOnlyList<DueBatch>> Due(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var rows = await db.Set<Delivery>().AsNoTracking()
            .Where(row => row.State == DeliveryState.Waiting && row.NextAt <= now && (row.ClaimedUntil == null || row.ClaimedUntil <= now))
            .OrderBy(row => row.NextAt).ThenBy(row => row.Id).Take(Look)
            .Select(row => new { row.Id, row.BatchId, row.Channel, row.AccountId, row.RobotId }).ToListAsync(cancel);
        return [.. rows
            .GroupBy(row => (row.BatchId, row.Channel, Account: row.Channel == DeliveryChannel.Email ? row.AccountId : Guid.Empty, row.RobotId))
            .Where(group => group.Key.RobotId is not { } robot || pauses.MayNow(robot))
            .SelectMany(group => group.Chunk(group.Key.BatchId is null ? Largest : Look)
                // A group waits for its pause between one message and the next.
                .Take(group.Key.RobotId is null ? int.MaxValue : 1)
                .Select(chunk => new DueBatch(group.Key.BatchId, group.Key.Channel, group.Key.Account, group.Key.RobotId, [.. chunk.Select(row => row.Id)])))];
    }

    public async Task Deliver(DueBatch due)
    {
        var batch = due.Batch ?? Guid.CreateVersion7();
        if (!await Claim(due, batch))
        {
            return;
        }

        // From here on nothing is broken off: what is being sent gets its mark. Each attempt has its own time limit.
        var rows = await db.Set<Delivery>().AsNoTracking().Where(row => row.BatchId == batch && row.State == DeliveryState.Waiting)
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync();
        var ids = rows.ConvertAll(row => row.NotificationId);
        var told = await db.Set<Notification>().AsNoTracking().Where(notification => ids.Contains(notification.Id)).ToDictionaryAsync(notification => notification.Id);
        var settings = await db.Set<NotificationSettings>().AsNoTracking().FirstOrDefaultAsync() ?? new NotificationSettings();
        try
        {
            await (due.RobotId is { } robot ? ToGroup(robot, rows, told, settings) : ToPerson(due.AccountId, batch, rows, told, settings));
        }
        catch (Exception failure) when (failure is not DbUpdateException)
        {
            // A fault of ours counts as an attempt as well, or it would be made for ever.
            Unsaid(log, failure);
            await Mark(rows, new Outcome(SendResult.Later, "delivery.our-fault"), settings);
        }
    }

    /// <summary>False when another process was faster.</summary>
    private async Task<bool> Claim(DueBatch due, Guid batch)
    {
        var (now, until) = (clock.GetUtcNow(), clock.GetUtcNow().AddSeconds(options.Value.LeaseSeconds));
        return await db.InTransaction(() => db.Set<Delivery>()
            .Where(row => due.Deliveries.Contains(row.Id) && row.State == DeliveryState.Waiting && row.BatchId == due.Batch && (row.ClaimedUntil == null || row.ClaimedUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClaimedUntil, until).SetProperty(row => row.BatchId, batch)), CancellationToken.None) > 0;
    }

    private async Task ToPerson(Guid accountId, Guid batch, List<Delivery> rows, Dictionary<Guid, Notification> told, NotificationSettings settings)
    {
        var account = await db.Users.AsNoTracking().FirstOrDefaultAsync(account => account.Id == accountId);
        if (account is null or { IsDisabled: true })
        {
            await Drop(rows, "delivery.account-closed");
            return;
        }

        if (string.IsNullOrEmpty(account.Email))
        {
            await Drop(rows, "delivery.no-mailbox");
            return;
        }

        // Read in the application meanwhile: the mail would only tell it again.
        var read = rows.FindAll(row => told[row.NotificationId].ReadAt is not null);
        await Drop(read, "delivery.already-read");
        var left = rows.Except(read).ToList();
        if (left.Count == 0)
        {
            return;
        }

        var server = await db.Set<MailServer>().AsNoTracking().FirstOrDefaultAsync();
        var outcome = server is not { IsOn: true }
            // Perhaps only while it is being mended, so nothing is thrown away yet.
            ? new Outcome(SendResult.Limited, "delivery.mail-off", "", TimeSpan.FromMinutes(10))
            : await mail.Send(server, words.Mail(batch, account.Email, await NameOf(account), account.Language ?? Languages.Chinese, [.. left.Select(row => told[row.NotificationId])], settings.Address));
        await Mark(left, outcome, settings);
    }

    private async Task ToGroup(RobotId id, List<Delivery> rows, Dictionary<Guid, Notification> told, NotificationSettings settings)
    {
        var robot = await db.Set<Robot>().AsNoTracking().FirstAsync(robot => robot.Id == id);
        if (!robot.IsOn)
        {
            await Drop(rows, "delivery.robot-off");
            return;
        }

        var owners = rows.Select(row => row.AccountId).ToHashSet();
        var accounts = await db.Users.AsNoTracking().Where(account => owners.Contains(account.Id)).ToDictionaryAsync(account => account.Id);
        var named = new List<(Notification, string)>();
        foreach (var row in rows)
        {
            named.Add((told[row.NotificationId], await NameOf(accounts[row.AccountId])));
        }

        pauses.Spoke(id);
        await Mark(rows, await toRobot.Send(robot, words.Group(robot, named, settings.Address)), settings);
    }

    private async Task<string> NameOf(Account account) =>
        account.PersonId is { } person && (await people.Of([person], CancellationToken.None)).TryGetValue(person, out var name) ? name : account.UserName ?? "";

    private Task Drop(IReadOnlyList<Delivery> rows, string reason) => rows.Count == 0 ? Task.CompletedTask : Set(rows, DeliveryState.Dropped, reason, "", null, null);

    private Task Mark(List<Delivery> rows, Outcome outcome, NotificationSettings settings)
    {
        if (outcome.Result == SendResult.Sent)
        {
            return Set(rows, DeliveryState.Sent, null, null, null, rows[0].Attempts + 1);
        }

        var now = clock.GetUtcNow();
        // What is sent together was tried together; the oldest says how long ago.
        var next = Retrying.After(outcome.Result, rows[0].Attempts, now - rows.Min(row => row.DueAt), outcome.Wait, settings.Retries);
        return Set(rows, next.Wait is null ? DeliveryState.Failed : DeliveryState.Waiting, outcome.Reason, outcome.Detail, now + (next.Wait ?? TimeSpan.Zero), next.Attempts);
    }

    private Task Set(IReadOnlyList<Delivery> rows, DeliveryState state, string? reason, string? detail, DateTimeOffset? next, int? attempts)
    {
        var ids = rows.Select(row => row.Id).ToList();
        var now = clock.GetUtcNow();
        DateTimeOffset? sent = state == DeliveryState.Sent ? now : null;
        var said = detail is { Length: > DeliveryTable.LongestDetail } ? detail[..DeliveryTable.LongestDetail] : detail;
        return db.InTransaction(() => db.Set<Delivery>().Where(row => ids.Contains(row.Id) && row.State == DeliveryState.Waiting).ExecuteUpdateAsync(set =>
        {
            set.SetProperty(row => row.State, state)
                .SetProperty(row => row.Reason, reason)
                .SetProperty(row => row.Detail, said)
                .SetProperty(row => row.SentAt, sent)
                .SetProperty(row => row.ClaimedUntil, (DateTimeOffset?)null);
            if (next is { } at)
            {
                set.SetProperty(row => row.NextAt, at);
            }

            if (attempts is { } count)
            {
                set.SetProperty(row => row.Attempts, count);
            }
        }), CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A notification could not be put into words; it is tried again")]
    private static partial void Unsaid(ILogger log, Exception failure);
}
