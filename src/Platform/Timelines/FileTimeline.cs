using Microsoft.EntityFrameworkCore;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Files;

namespace Yingpan.Platform.Timelines;

/// <summary>Files are seen with their record.</summary>
internal sealed class FileTimeline(AppDb db) : ITimelineSource
{
    public string? Entity => null;

    public string Kind => "file";

    public Permission Permission => Permission.SignedIn;

    public async Task<IReadOnlyList<TimelineEntry>> Of(TimelineQuestion asked, CancellationToken cancel)
    {
        var (entity, ids, until) = (asked.Entity, asked.Texts, asked.Until);
        var files = await db.Set<StoredFile>().AsNoTracking().Where(file => file.Entity == entity && ids.Contains(file.EntityId!) && file.CreatedAt <= until)
            .OrderByDescending(file => file.CreatedAt).ThenByDescending(file => file.Id).Take(asked.Most).ToListAsync(cancel);
        return [.. files.Select(file => new TimelineEntry
        {
            At = file.CreatedAt,
            What = "file-attached",
            Params = new Dictionary<string, object?> { ["name"] = file.Name },
            PersonId = file.PersonId,
            Link = $"/api/files/{file.Id}",
        })];
    }
}
