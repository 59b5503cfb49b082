using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Approvals.Requests;

/// <summary>What waits for a person's decision: handed on to the successor as he could do himself, and written so into the log.</summary>
internal sealed class OpenTurns(AppDb db, Moving moving) : IBelongings
{
    public string Kind => "approvals";

    public async Task<IReadOnlyDictionary<PersonId, int>> Counts(IQueryable<PersonId> people, DateOnly lastDay, CancellationToken cancel) =>
        await Open.Where(turn => people.Contains(turn.PersonId))
            .GroupBy(turn => turn.PersonId).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancel);

    public async Task<IReadOnlyList<Belonging>> Of(PersonId person, DateOnly lastDay, int most, CancellationToken cancel) =>
        [.. (await (
            from turn in Open
            where turn.PersonId == person
            join approval in db.Set<Approval>() on turn.ApprovalId equals approval.Id
            orderby approval.SubmittedAt
            select new { approval.Id, approval.Title, approval.Number }).Take(most).ToListAsync(cancel))
            .Select(approval => new Belonging(approval.Id.Value, approval.Title, approval.Number, $"/approvals?box=All&open={approval.Id}"))];

    public async Task<int> PassOn(Passing passing, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        var waiting = (await Open.Where(turn => turn.PersonId == passing.From).OrderBy(turn => turn.ApprovalId).Select(turn => turn.ApprovalId).ToListAsync(cancel))
            .Where(id => only is null || only.Contains(id.Value)).ToList();
        foreach (var id in waiting)
        {
            await moving.Move(id, (progress, flow) => progress.HandOn(flow, passing.By ?? passing.From, passing.From, passing.To), null, cancel);
        }

        return waiting.Count;
    }

    private IQueryable<ApprovalTurn> Open => db.Set<ApprovalTurn>().Where(turn => turn.State == TurnState.Open);
}
