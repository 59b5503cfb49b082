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

/// <summary>
/// Every morning: of what was not answered by its day the ruler is told, and what should have been ruled goes one step up, and again after as many days. What
/// was told and how far it went stand in the dispute: a second run does nothing twice.
/// </summary>
internal sealed class WatchDisputes(AppDb db, DisputeRulers rulers, Notifier notifier, CompanyClock clock) : IRecurringJob
{
    public async Task Run(CancellationToken cancel)
    {
        var today = clock.Today;
        var late = await db.Set<Dispute>().AsNoTracking()
            .Where(dispute => dispute.ClosedAt == null && (dispute.RuleBy < today || (dispute.State == DisputeState.Open && dispute.AnswerBy < today && dispute.SilenceToldOn == null)))
            .Select(dispute => dispute.Id).ToListAsync(cancel);
        foreach (var id in late)
        {
            await db.InTransaction(() => Watch(id, today, cancel), cancel);
            db.ChangeTracker.Clear();
        }
    }

    private async Task Watch(DisputeId id, DateOnly today, CancellationToken cancel)
    {
        var dispute = await db.Locked<Dispute>(id.Value).SingleAsync(cancel);
        if (dispute.ClosedAt is not null)
        {
            return;
        }

        var above = await rulers.Of(dispute, await db.LoadChart(today, cancel), cancel);
        if (dispute.State == DisputeState.Open && dispute.AnswerBy < today && dispute.SilenceToldOn is null)
        {
            await ActOnDispute.Tell(db, notifier, dispute, above.Take(1), "dispute-unanswered", cancel);
            dispute.SilenceToldOn = today;
        }

        if (DisputeFlow.Level(dispute.OpenedOn, dispute.RuleBy, today) is var level && dispute.Level < level)
        {
            // The nearest was told when it was raised.
            await ActOnDispute.Tell(db, notifier, dispute, above.Skip(1 + dispute.Level).Take(level - dispute.Level), "dispute-late", cancel);
            dispute.Level = level;
        }

        await db.SaveChangesAsync(cancel);
    }
}
