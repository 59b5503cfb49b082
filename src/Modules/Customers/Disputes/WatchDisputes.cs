using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Disputes.Rules;
using Yingpan.Customers.Public;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;

namespace Yingpan.Customers.Disputes;

/// <summary>Every morning: what should have been ruled goes one step up, and again after as many days. How far it went stands in the dispute: a second run does nothing twice.</summary>
internal sealed class WatchDisputes(AppDb db, Notifier notifier, CompanyClock clock) : IRecurringJob
{
    public async Task Run(CancellationToken cancel)
    {
        var today = clock.Today;
        var late = await db.Set<Dispute>().AsNoTracking().Where(dispute => dispute.ClosedAt == null && dispute.RuleBy < today).Select(dispute => dispute.Id).ToListAsync(cancel);
        foreach (var id in late)
        {
            await db.InTransaction(() => Escalate(id, today, cancel), cancel);
            db.ChangeTracker.Clear();
        }
    }

    private async Task Escalate(DisputeId id, DateOnly today, CancellationToken cancel)
    {
        var dispute = await db.Locked<Dispute>(id.Value).SingleAsync(cancel);
        var level = DisputeFlow.Level(dispute.OpenedOn, dispute.RuleBy, today);
        if (dispute.ClosedAt is not null || dispute.Level >= level)
        {
            return;
        }

        // The first superior was told when it was raised.
        var above = (await db.LoadChart(today, cancel)).SuperiorsOf(dispute.HolderId);
        await ActOnDispute.Tell(db, notifier, dispute, above.Skip(1 + dispute.Level).Take(level - dispute.Level), "dispute-late", cancel);
        dispute.Level = level;
        await db.SaveChangesAsync(cancel);
    }
}
