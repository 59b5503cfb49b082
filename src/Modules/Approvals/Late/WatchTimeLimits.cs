using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Requests;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Modules;

namespace Yingpan.Approvals.Late;

/// <summary>
/// Every few minutes: whose time is over is reminded, or it goes to his superior, or passes, as its station says; and what waits for
/// somebody who has left goes to the next. Each request in a transaction of its own under its lock, so that a run that is broken off, or
/// two at once, do nothing twice.
/// </summary>
internal sealed class WatchTimeLimits(AppDb db, Moving moving, CompanyClock clock, ILogger<WatchTimeLimits> log) : IRecurringJob
{
    public async Task Run(CancellationToken cancel)
    {
        DateTimeOffset? now = clock.Now;
        var today = clock.Today;
        var gone = db.PersonCards.Where(person => person.LeftOn != null && person.LeftOn < today).Select(person => person.Id);
        var due = await db.Set<ApprovalTurn>().AsNoTracking()
            .Where(turn => turn.State == TurnState.Open && (turn.NextAt <= now || gone.Contains(turn.PersonId)))
            .Select(turn => turn.ApprovalId).Distinct().ToListAsync(cancel);
        await db.ForEachAlone(due.OrderBy(id => id.Value), id => moving.Move(id, (progress, flow) => progress.Tick(flow), null, cancel), log, cancel);
    }
}
