using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Audiences;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Collaboration.Tasks;

/// <summary>Brings to a meeting what its people have not done in time.</summary>
internal sealed class TaskAgenda(AppDb db) : IAgenda
{
    public string Source => "collaboration.tasks";

    public async Task<IReadOnlyList<AgendaProposal>> Propose(MeetingFacts meeting, CancellationToken cancel)
    {
        DateOnly? day = meeting.AsOf;
        var people = meeting.People.ToList();
        var late = await db.Set<WorkTask>().AsNoTracking()
            .Where(task => (task.State == WorkTaskState.Open || task.State == WorkTaskState.InProgress) && task.DueOn < day && people.Contains(task.OwnerId))
            // Between two people and nobody else's business: what somebody asked of himself, or was asked by who is not there.
            .Where(task => task.GiverId == null || (task.GiverId != task.OwnerId && people.Contains(task.GiverId.Value)))
            .OrderBy(task => task.DueOn).ThenBy(task => task.Number).Take(10).ToListAsync(cancel);
        var names = await db.NamesOf(late.Select(task => (Kernel.PersonId?)task.OwnerId), cancel);
        return [.. late.Select(task => new AgendaProposal
        {
            Title = task.Title,
            Text = $"{names.NameOf(task.OwnerId)} · {task.DueOn:yyyy-MM-dd}",
            Link = $"/tasks?box=All&open={task.Id}",
            Subject = task.Id.ToString(),
        })];
    }
}
