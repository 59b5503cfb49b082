using Microsoft.EntityFrameworkCore;
using Yingpan.Collaboration.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Timelines;

namespace Yingpan.Collaboration.Tasks;

/// <summary>Tasks that link to the page of a record are a part of what happens around it.</summary>
internal sealed class TaskEvents(TaskReaders readers) : ITimelineSource
{
    public string? Entity => null;

    public string Kind => "task";

    public Permission Permission => Permission.SignedIn;

    public async Task<IReadOnlyList<TimelineEntry>> Of(TimelineQuestion asked, CancellationToken cancel)
    {
        var (pages, until) = (asked.Pages, asked.Until);
        var tasks = await readers.Visible().AsNoTracking().Where(task => task.Link != null && pages.Contains(task.Link) && task.CreatedAt <= until)
            .OrderByDescending(task => task.FinishedAt != null && task.FinishedAt <= until ? task.FinishedAt : task.CreatedAt).ThenBy(task => task.Id).Take(asked.Most)
            .Select(task => new { task.Id, task.Title, task.Number, task.OwnerId, task.GiverId, task.CreatedAt, task.FinishedAt, task.Result, task.State }).ToListAsync(cancel);
        return [.. tasks.SelectMany(task => new[]
            {
                new TimelineEntry { At = task.CreatedAt, What = "task-given", Params = Of(task.Title, task.Number), PersonId = task.GiverId ?? task.OwnerId, Link = $"/tasks?box=All&open={task.Id}" },
                task is { FinishedAt: { } at, State: WorkTaskState.Done or WorkTaskState.ToAccept } && at <= until
                    ? new TimelineEntry { At = at, What = "task-finished", Params = Of(task.Title, task.Number), PersonId = task.OwnerId, Text = task.Result, Link = $"/tasks?box=All&open={task.Id}" } : null,
            }).OfType<TimelineEntry>().OrderByDescending(entry => entry.At).Take(asked.Most)];
    }

    private static Dictionary<string, object?> Of(string title, string number) => new() { ["title"] = title, ["number"] = number };
}
