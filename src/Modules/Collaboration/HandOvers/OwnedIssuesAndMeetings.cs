using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Issues;
using Yingpan.Collaboration.Issues.Rules;
using Yingpan.Collaboration.Meetings;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Collaboration.HandOvers;

/// <summary>The issues of other units that he takes care of and that are not done.</summary>
internal sealed class OwnedIssues(AppDb db, IssueReaders readers, IssueDeeds deeds) : IBelongings
{
    public string Kind => "issues";

    public Task<IReadOnlyDictionary<PersonId, int>> Counts(IQueryable<PersonId> people, DateOnly lastDay, CancellationToken cancel) =>
        Open(db.Set<Issue>()).Select(issue => issue.OwnerId).CountedFor(people, cancel);

    public async Task<IReadOnlyList<Belonging>> Of(PersonId person, DateOnly lastDay, int most, CancellationToken cancel) =>
        [.. (await Open(readers.Visible()).AsNoTracking().Where(issue => issue.OwnerId == person).OrderBy(issue => issue.Number).Take(most)
                .Select(issue => new { issue.Id, issue.Title, issue.Number }).ToListAsync(cancel))
            .Select(issue => new Belonging(issue.Id.Value, issue.Title, issue.Number, $"/issues?open={issue.Id}"))];

    public async Task<int> PassOn(Passing passing, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        var issues = (await Open(db.Set<Issue>()).Where(issue => issue.OwnerId == passing.From).ToListAsync(cancel))
            .Where(issue => only is null || only.Contains(issue.Id.Value)).ToList();
        foreach (var issue in issues)
        {
            issue.OwnerId = passing.To;
            await deeds.Write(issue, IssueLineKind.OwnerNamed, passing.To, null, null, "issue-owner", cancel);
        }

        return issues.Count;
    }

    public static IQueryable<Issue> Open(IQueryable<Issue> issues) => issues.Where(issue => issue.State == IssueState.Raised || issue.State == IssueState.Agreed);
}

/// <summary>The regular meetings he chairs, the meetings of the days to come, and those of days gone by that he has not closed.</summary>
internal sealed class ChairedMeetings(AppDb db, MeetingReaders readers) : IBelongings
{
    public string Kind => "meetings";

    public async Task<IReadOnlyDictionary<PersonId, int>> Counts(IQueryable<PersonId> people, DateOnly lastDay, CancellationToken cancel)
    {
        var series = await Series(db.Set<MeetingSeries>(), lastDay).Select(one => (PersonId?)one.ChairId).CountedFor(people, cancel);
        var meetings = await Coming(db.Set<Meeting>(), lastDay).Select(one => (PersonId?)one.ChairId).CountedFor(people, cancel);
        return series.Keys.Union(meetings.Keys).ToDictionary(person => person, person => series.GetValueOrDefault(person) + meetings.GetValueOrDefault(person));
    }

    public async Task<IReadOnlyList<Belonging>> Of(PersonId person, DateOnly lastDay, int most, CancellationToken cancel)
    {
        var series = await Series(readers.VisibleSeries(), lastDay).AsNoTracking().Where(one => one.ChairId == person).OrderBy(one => one.Title).Take(most).ToListAsync(cancel);
        var meetings = await Coming(readers.Visible(), lastDay).AsNoTracking().Where(one => one.ChairId == person).OrderBy(one => one.Day).Take(most).ToListAsync(cancel);
        return [.. series.Select(one => new Belonging(one.Id.Value, one.Title, "", "/meetings"))
            .Concat(meetings.Select(one => new Belonging(one.Id.Value, one.Title, $"{one.Day:yyyy-MM-dd}", $"/meetings?open={one.Id}"))).Take(most)];
    }

    public async Task<int> PassOn(Passing passing, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        var series = (await Series(db.Set<MeetingSeries>(), passing.LastDay).Where(one => one.ChairId == passing.From).ToListAsync(cancel)).Where(one => only is null || only.Contains(one.Id.Value)).ToList();
        var meetings = (await Coming(db.Set<Meeting>(), passing.LastDay).Where(one => one.ChairId == passing.From).ToListAsync(cancel)).Where(one => only is null || only.Contains(one.Id.Value)).ToList();
        series.ForEach(one => one.ChairId = passing.To);
        meetings.ForEach(one => one.ChairId = passing.To);
        await db.SaveChangesAsync(cancel);
        return series.Count + meetings.Count;
    }

    private static IQueryable<MeetingSeries> Series(IQueryable<MeetingSeries> all, DateOnly lastDay) =>
        all.Where(series => !series.IsStopped && (series.Last == null || series.Last > lastDay));

    private IQueryable<Meeting> Coming(IQueryable<Meeting> meetings, DateOnly lastDay)
    {
        var today = db.Today;
        return meetings.Where(meeting => meeting.State == MeetingState.Planned && (meeting.Day > lastDay || meeting.Day < today));
    }
}
