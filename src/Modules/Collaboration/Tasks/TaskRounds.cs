using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Policies;
using Yingpan.Collaboration.Public;
using Yingpan.Collaboration.Rhythms;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Jobs;
using Yingpan.Platform.Modules;
using Yingpan.Platform.Notifications;
using Yingpan.Platform.Numbers;

namespace Yingpan.Collaboration.Tasks;

/// <summary>Makes the tasks of a series when their time comes, by the calendar of whoever does them.</summary>
internal sealed class TaskRounds(AppDb db, NumberSequences numbers, WorkCalendars calendars, Notifier notifier, CompanyClock clock)
{
    /// <summary>All that is due of it now. What was missed while nobody looked is not piled up: only the last of it is made.</summary>
    public async Task CatchUp(TaskSeriesId id, CancellationToken cancel)
    {
        var series = await db.Locked<TaskSeries>(id.Value).FirstAsync(cancel);
        var calendar = await CalendarOf(series.OwnerId, cancel);
        while (!series.IsStopped && series.NextOn is { } due && due.AddDays(-series.LeadDays) <= clock.Today)
        {
            var next = series.Rhythm().Next(due, calendar);
            var isMissed = due < clock.Today && next is { } following && following <= clock.Today;
            if (!isMissed)
            {
                await Make(series, due, cancel);
            }

            series.NextOn = series.Mode == SeriesMode.ByClock || isMissed ? next : null;
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The one before is finished, so the next one comes.</summary>
    public async Task AfterFinishing(TaskSeriesId id, WorkTask finished, CancellationToken cancel)
    {
        var series = await db.Locked<TaskSeries>(id.Value).FirstAsync(cancel);
        if (series is not { Mode: SeriesMode.OnFinishing, IsStopped: false, NextOn: null })
        {
            return;
        }

        var after = finished.DueOn is { } due && due > clock.Today ? due : clock.Today;
        if (series.Rhythm().Next(after, await CalendarOf(series.OwnerId, cancel)) is { } next)
        {
            await Make(series, next, cancel);
        }
    }

    public async Task<WorkCalendar> CalendarOf(PersonId person, CancellationToken cancel)
    {
        var today = clock.Today;
        var unit = await db.Placements.Where(place => place.PersonId == person && place.First <= today && (place.Last == null || place.Last >= today))
            .Select(place => (UnitId?)place.UnitId).FirstOrDefaultAsync(cancel);
        return await calendars.Of(unit, cancel);
    }

    private async Task Make(TaskSeries series, DateOnly due, CancellationToken cancel)
    {
        DateOnly? day = due;
        if (await db.Set<WorkTask>().AnyAsync(task => task.SeriesId == series.Id && task.DueOn == day, cancel))
        {
            return;
        }

        var task = new WorkTask
        {
            Id = Id.New<WorkTaskId>(),
            Number = await numbers.Take("tasks", db.Set<WorkTask>().Select(one => one.Number), cancel),
            Title = series.Title,
            Text = series.Text,
            OwnerId = series.OwnerId,
            GiverId = series.GiverId,
            Priority = series.Priority,
            DueOn = due,
            State = WorkTaskState.Open,
            NeedsResult = series.NeedsResult,
            NeedsAcceptance = series.NeedsAcceptance,
            SeriesId = series.Id,
            CreatedAt = clock.Now,
        };
        db.Add(task);
        await db.SaveChangesAsync(cancel);
        if (series.OwnerId != series.GiverId)
        {
            await notifier.Tell(series.OwnerId, "task-came-round", new Dictionary<string, object?> { ["title"] = task.Title, ["day"] = due }, $"/tasks?open={task.Id}", cancel);
        }
    }
}

/// <summary>
/// Every morning: tasks that come round are made; who has one that is nearly due or overdue is reminded, and the giver when it first is. Each in
/// a transaction of its own and marked with the day, so that a second run does nothing twice.
/// </summary>
internal sealed class WatchTasks(AppDb db, TaskRounds rounds, Notifier notifier, WorkCalendars calendars, CompanyClock clock, ILogger<WatchTasks> log) : IRecurringJob
{
    public async Task Run(CancellationToken cancel)
    {
        var today = clock.Today;
        var going = await db.Set<TaskSeries>().AsNoTracking().Where(series => !series.IsStopped && series.NextOn != null).Select(series => series.Id).ToListAsync(cancel);
        await db.ForEachAlone(going, id => rounds.CatchUp(id, cancel), log, cancel);
        var policy = await db.PolicyOn(today, cancel);
        DateOnly? soon = (await calendars.Of(null, cancel)).Add(today, policy.RemindBefore), before = today.AddDays(1 - policy.RemindEvery), day = today;
        var due = await db.Set<WorkTask>().AsNoTracking()
            .Where(task => (task.State == WorkTaskState.Open || task.State == WorkTaskState.InProgress) && task.DueOn != null && task.DueOn <= soon)
            // Once before it is due, then every so many days from the day after.
            .Where(task => task.RemindedOn == null || (task.DueOn < day && task.RemindedOn < before) || (task.DueOn < day && task.RemindedOn <= task.DueOn))
            .Select(task => task.Id).ToListAsync(cancel);
        await db.ForEachAlone(due, id => Remind(id, today, cancel), log, cancel);
    }

    private async Task Remind(WorkTaskId id, DateOnly today, CancellationToken cancel)
    {
        var task = await db.Locked<WorkTask>(id.Value).FirstAsync(cancel);
        if (task.RemindedOn == today || task.State is not (WorkTaskState.Open or WorkTaskState.InProgress))
        {
            return;
        }

        var isOverdue = task.DueOn < today;
        var isFirstTime = isOverdue && (task.RemindedOn is null || task.RemindedOn <= task.DueOn);
        var words = new Dictionary<string, object?> { ["title"] = task.Title, ["day"] = task.DueOn };
        await notifier.Tell(task.OwnerId, isOverdue ? "task-overdue" : "task-due", words, $"/tasks?open={task.Id}", cancel);
        if (isFirstTime && task.GiverId is { } giver && giver != task.OwnerId)
        {
            await notifier.Tell(giver, "task-overdue-giver", words, $"/tasks?box=Given&open={task.Id}", cancel);
        }

        // The day of a reminder is no edit of the task: its version stays, and nobody who has it open is turned away.
        DateOnly? day = today;
        await db.Set<WorkTask>().Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.RemindedOn, day), cancel);
    }
}
