using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Data;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Collaboration.HandOvers;

/// <summary>Regular meetings that go by a unit's calendar or invite its people.</summary>
internal sealed class MentionedInMeetings(AppDb db) : IUnitMentions
{
    public string Kind => "meetings";

    public async Task<IReadOnlyList<UnitMention>> Of(IReadOnlyCollection<UnitId> units, DateOnly from, CancellationToken cancel)
    {
        var running = await db.Set<MeetingSeries>().AsNoTracking().Include(series => series.Parts)
            .Where(series => !series.IsStopped && (series.Last == null || series.Last >= from))
            .Where(series => (series.UnitId != null && units.Contains(series.UnitId.Value)) || series.Parts.Any(part => part.UnitId != null && units.Contains(part.UnitId.Value)))
            .OrderBy(series => series.Title).ToListAsync(cancel);
        return
        [
            .. running.SelectMany(series => series.Parts.Select(part => part.UnitId).Append(series.UnitId).OfType<UnitId>().Distinct()
                .Where(units.Contains).Select(unit => new UnitMention(unit, series.Title, "/meetings"))),
        ];
    }
}

/// <summary>Open issues that a unit has with another one.</summary>
internal sealed class MentionedInIssues(AppDb db) : IUnitMentions
{
    public string Kind => "issues";

    public async Task<IReadOnlyList<UnitMention>> Of(IReadOnlyCollection<UnitId> units, DateOnly from, CancellationToken cancel)
    {
        var open = await OwnedIssues.Open(db.Set<Issue>()).Where(issue => units.Contains(issue.FromUnitId) || units.Contains(issue.ToUnitId))
            .OrderBy(issue => issue.Number).Select(issue => new { issue.Id, issue.Number, issue.Title, issue.FromUnitId, issue.ToUnitId }).ToListAsync(cancel);
        return
        [
            .. open.SelectMany(issue => new[] { issue.FromUnitId, issue.ToUnitId }.Where(units.Contains)
                .Select(unit => new UnitMention(unit, $"{issue.Number} {issue.Title}", $"/issues?open={issue.Id}"))),
        ];
    }
}
