using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Audiences;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Issues.Rules;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Collaboration.Issues;

/// <summary>
/// Brings to a meeting the issues between units that its people have let pass: by name what everybody invited may see, of the rest how many lie
/// with whom.
/// </summary>
internal sealed class IssueAgenda(AppDb db, CallerLoader callers, CompanyClock clock) : IAgenda
{
    public string Source => "collaboration.issues";

    public async Task<IReadOnlyList<AgendaProposal>> Propose(MeetingFacts meeting, CancellationToken cancel)
    {
        DateOnly? day = meeting.AsOf;
        var people = meeting.People.ToList();
        var late = await db.Set<Issue>().AsNoTracking()
            .Where(issue => (issue.State == IssueState.Raised || issue.State == IssueState.Agreed) && (issue.AgreedOn ?? issue.ProposedOn) < day
                && issue.OwnerId != null && people.Contains(issue.OwnerId.Value))
            .OrderBy(issue => issue.AgreedOn ?? issue.ProposedOn).ThenBy(issue => issue.Number).ToListAsync(cancel);
        var seen = await SeenByAll([.. late.Select(issue => issue.Id)], meeting.People, cancel);
        var names = await db.NamesOf(late.Select(issue => issue.OwnerId), cancel);
        var rest = late.Where(issue => !seen.Contains(issue.Id)).GroupBy(issue => issue.OwnerId!.Value)
            .Select(all => new LateWork(all.Key, all.Count(), all.Min(issue => issue.AgreedOn ?? issue.ProposedOn)!.Value)).ToList();
        return [.. late.Where(issue => seen.Contains(issue.Id)).Take(10).Select(issue => new AgendaProposal
        {
            Title = issue.Title,
            Text = $"{names.NameOf(issue.OwnerId)} · {issue.AgreedOn ?? issue.ProposedOn:yyyy-MM-dd}",
            Link = $"/issues?box=All&open={issue.Id}",
            Subject = issue.Id.ToString(),
        }), .. await db.ByPerson(rest, _ => "/issues?box=All&overdue=true", cancel)];
    }

    /// <summary>Those of them that each of these people may see who can sign in.</summary>
    private async Task<IReadOnlySet<IssueId>> SeenByAll(List<IssueId> issues, IReadOnlyList<PersonId> people, CancellationToken cancel)
    {
        var seen = issues.ToHashSet();
        if (seen.Count == 0)
        {
            return seen;
        }

        PersonId?[] invited = [.. people];
        foreach (var account in await db.Users.AsNoTracking().Where(account => invited.Contains(account.PersonId) && !account.IsDisabled).ToListAsync(cancel))
        {
            var readers = new IssueReaders(db, await callers.Load(account, cancel), clock);
            seen.IntersectWith(await readers.Visible().Where(issue => issues.Contains(issue.Id)).Select(issue => issue.Id).ToListAsync(cancel));
        }

        return seen;
    }
}
