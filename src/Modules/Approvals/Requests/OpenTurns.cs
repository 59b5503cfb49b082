using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Approvals.Requests;

/// <summary>What waits for a person's decision: handed on to the successor as he could do himself, and written so into the log.</summary>
internal sealed class OpenTurns(AppDb db, Moving moving, Participation participation, HeldRequests held) : IBelongings
{
    public string Kind => "approvals";

    public Task<IReadOnlyDictionary<PersonId, int>> Counts(IQueryable<PersonId> people, DateOnly lastDay, CancellationToken cancel) =>
        Open.Select(turn => (PersonId?)turn.PersonId).CountedFor(people, cancel);

    public async Task<IReadOnlyList<Belonging>> Of(PersonId person, DateOnly lastDay, int most, CancellationToken cancel)
    {
        var waiting = Open.Where(turn => turn.PersonId == person).Select(turn => turn.ApprovalId);
        var approvals = await (await participation.Visible(cancel)).AsNoTracking().Where(approval => waiting.Contains(approval.Id)).OrderBy(approval => approval.SubmittedAt).Take(most)
            .Select(approval => new { approval.Id, approval.Title, approval.Number }).ToListAsync(cancel);
        return [.. approvals.Select(approval => new Belonging(approval.Id.Value, approval.Title, approval.Number, $"/approvals?box=All&open={approval.Id}"))];
    }

    public async Task<int> PassOn(Passing passing, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        var waiting = (await Open.Where(turn => turn.PersonId == passing.From).OrderBy(turn => turn.ApprovalId).Select(turn => turn.ApprovalId).ToListAsync(cancel))
            .Where(id => held.Has(id) && (only is null || only.Contains(id.Value))).ToList();
        foreach (var id in waiting)
        {
            await moving.Move(id, (progress, flow) => progress.PassOn(flow, passing.By ?? passing.From, passing.From, passing.To), null, cancel);
        }

        return waiting.Count;
    }

    private IQueryable<ApprovalTurn> Open => db.Set<ApprovalTurn>().Where(turn => turn.State == TurnState.Open);
}
