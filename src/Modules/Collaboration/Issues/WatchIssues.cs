using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Issues.Rules;
using Yingpan.Collaboration.Policies;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Modules;

namespace Yingpan.Collaboration.Issues;

/// <summary>
/// Every morning: what is overdue by so many working days goes to the superior of its owner, so many days later to the next one up. How far it has
/// gone stands in the issue, so that a second run does nothing twice.
/// </summary>
internal sealed class WatchIssues(AppDb db, IssueDeeds deeds, WorkCalendars calendars, CompanyClock clock, ILogger<WatchIssues> log) : IRecurringJob
{
    public async Task Run(CancellationToken cancel)
    {
        var today = clock.Today;
        var policy = await db.PolicyOn(today, cancel);
        var calendar = await calendars.Of(null, cancel);
        DateOnly? day = today;
        var late = await db.Set<Issue>().AsNoTracking()
            .Where(issue => (issue.State == IssueState.Raised || issue.State == IssueState.Agreed) && (issue.AgreedOn ?? issue.ProposedOn) < day)
            .Select(issue => new { issue.Id, Due = issue.AgreedOn ?? issue.ProposedOn, issue.Level }).ToListAsync(cancel);
        var levels = late.ToDictionary(issue => issue.Id, issue => IssueFlow.Level(issue.Due!.Value, today, policy.EscalateAfter, calendar));
        await db.ForEachAlone(late.Where(issue => levels[issue.Id] > issue.Level).Select(issue => issue.Id), id => Escalate(id, levels[id], cancel), log, cancel);
    }

    private async Task Escalate(IssueId id, int level, CancellationToken cancel)
    {
        var issue = await db.Locked<Issue>(id.Value).FirstAsync(cancel);
        if (issue.Level >= level || issue.State is not (IssueState.Raised or IssueState.Agreed))
        {
            return;
        }

        var chart = await db.LoadChart(clock.Today, cancel);
        var superiors = issue.OwnerId is { } owner
            ? chart.SuperiorsOf(owner)
            // Nobody took it up: it goes to who should have.
            : chart.HeadOf(issue.ToUnitId) is { } head ? [head, .. chart.SuperiorsOf(head)] : [];
        var last = await db.Set<IssueLine>().Where(line => line.IssueId == id).MaxAsync(line => (int?)line.Line, cancel) ?? 0;
        // After a standstill of the clock it may have to go up several steps at once.
        for (var step = issue.Level; step < Math.Min(level, superiors.Count); step++)
        {
            db.Add(new IssueLine { IssueId = id, Line = ++last, Kind = IssueLineKind.Escalated, TargetId = superiors[step], At = clock.Now, Day = issue.AgreedOn ?? issue.ProposedOn });
            await deeds.Tell(superiors[step], "issue-escalated", issue, null, issue.AgreedOn ?? issue.ProposedOn, cancel);
        }

        issue.Level = level;
        await db.SaveChangesAsync(cancel);
        if (issue.OwnerId is { } late)
        {
            await deeds.Tell(late, "issue-overdue", issue, null, issue.AgreedOn ?? issue.ProposedOn, cancel);
        }
    }
}
