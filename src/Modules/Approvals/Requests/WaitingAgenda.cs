using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Data;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Collaboration.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Approvals.Requests;

/// <summary>Brings to a meeting with whom requests lie past their time; how many, and not which.</summary>
internal sealed class WaitingAgenda(AppDb db, CompanyClock clock) : IAgenda
{
    public string Source => "approvals.waiting";

    public async Task<IReadOnlyList<AgendaProposal>> Propose(MeetingFacts meeting, CancellationToken cancel)
    {
        var people = meeting.People.ToList();
        DateTimeOffset? now = clock.Now;
        var late = await db.Set<ApprovalTurn>().AsNoTracking().Where(turn => turn.State == TurnState.Open && turn.DueAt < now && people.Contains(turn.PersonId))
            .GroupBy(turn => turn.PersonId).Select(all => new { Person = all.Key, Count = all.Count(), Since = all.Min(turn => turn.DueAt) }).ToListAsync(cancel);
        return await db.ByPerson(late.ConvertAll(one => new LateWork(one.Person, one.Count, clock.DayOf(one.Since!.Value))), _ => "/approvals?box=All&late=true", cancel);
    }
}
