using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Approvals.Requests;

/// <summary>The stations of a request as the module of its subject may show them to whoever sees the subject: names and states, no words that were said.</summary>
internal sealed class ApprovalRoad(AppDb db)
{
    public async Task<IReadOnlyList<ApprovalStation>> Of(ApprovalId id, CancellationToken cancel)
    {
        var steps = await db.Set<ApprovalStep>().AsNoTracking().Where(step => step.ApprovalId == id && !step.Undone).OrderBy(step => step.Order).ToListAsync(cancel);
        var turns = await (
            from turn in db.Set<ApprovalTurn>().AsNoTracking()
            where turn.ApprovalId == id
            join person in db.PersonCards on turn.PersonId equals person.Id
            orderby turn.Order
            select new { turn.Step, turn.State, turn.EndedAt, person.Name }).ToListAsync(cancel);
        return
        [
            .. steps.Select(step =>
            {
                var mine = turns.Where(turn => turn.Step == step.Key).ToList();
                return new ApprovalStation
                {
                    Name = step.Name,
                    State = step.State switch
                    {
                        StepState.Ahead => ApprovalStationState.Ahead,
                        StepState.Running => ApprovalStationState.Running,
                        StepState.Dropped => ApprovalStationState.Dropped,
                        _ when mine.Exists(turn => turn.State is TurnState.Refused or TurnState.Returned) => ApprovalStationState.Refused,
                        _ => ApprovalStationState.Approved,
                    },
                    People = [.. mine.Where(turn => turn.State is not (TurnState.Dropped or TurnState.HandedOn or TurnState.Escalated)).Select(turn => turn.Name)],
                    EndedAt = mine.Max(turn => turn.EndedAt),
                };
            }),
        ];
    }
}
