using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Audiences;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Issues.Rules;
using Yingpan.Collaboration.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Collaboration.Issues;

/// <summary>Brings to a meeting the issues between units that its people have let pass.</summary>
internal sealed class IssueAgenda(AppDb db) : IAgenda
{
    public string Source => "collaboration.issues";

    public async Task<IReadOnlyList<AgendaProposal>> Propose(MeetingFacts meeting, CancellationToken cancel)
    {
        DateOnly? day = meeting.AsOf;
        var people = meeting.People.ToList();
        var late = await db.Set<Issue>().AsNoTracking()
            .Where(issue => (issue.State == IssueState.Raised || issue.State == IssueState.Agreed) && (issue.AgreedOn ?? issue.ProposedOn) < day
                && issue.OwnerId != null && people.Contains(issue.OwnerId.Value))
            .OrderBy(issue => issue.AgreedOn ?? issue.ProposedOn).ThenBy(issue => issue.Number).Take(10).ToListAsync(cancel);
        var names = await db.NamesOf(late.Select(issue => issue.OwnerId), cancel);
        return [.. late.Select(issue => new AgendaProposal
        {
            Title = issue.Title,
            Text = $"{names.NameOf(issue.OwnerId)} · {issue.AgreedOn ?? issue.ProposedOn:yyyy-MM-dd}",
            Link = $"/issues?box=All&open={issue.Id}",
            Subject = issue.Id.ToString(),
        })];
    }
}
