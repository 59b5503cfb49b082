using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Platform.Data;

namespace Yingpan.Approvals.Requests;

/// <summary>
/// What of a leaver was locked before the house was. A decision holds its request and may then wait for the house; whoever has the house must not
/// wait for a request, or both wait for ever.
/// </summary>
internal sealed class HeldRequests(AppDb db)
{
    private readonly HashSet<ApprovalId> held = [];

    /// <summary>Open turns of his and what he has asked for, in one order, so that two who hand over do not wait for each other either.</summary>
    public async Task Hold(PersonId person, CancellationToken cancel)
    {
        var asked = await db.Set<Approval>().AsNoTracking()
            .Where(approval => (approval.ApplicantId == person && (approval.State == FlowState.Open || approval.State == FlowState.Returned))
                || approval.Turns.Any(turn => turn.PersonId == person && turn.State == TurnState.Open))
            .OrderBy(approval => approval.Id).Select(approval => approval.Id).ToListAsync(cancel);
        foreach (var id in asked)
        {
            await db.Locked<Approval>(id.Value).AsNoTracking().LoadAsync(cancel);
            held.Add(id);
        }
    }

    public bool Has(ApprovalId id) => held.Contains(id);
}
