using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Collaboration.Public;
using Yingpan.Collaboration.Rhythms;
using Yingpan.Collaboration.Rhythms.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Collaboration.Data;

/// <summary>Something that somebody has to do.</summary>
internal sealed class WorkTask : IVersioned, IOwned<WorkTask>
{
    public required WorkTaskId Id { get; init; }

    /// <summary>W-000001.</summary>
    public required string Number { get; init; }

    public required string Title { get; set; }

    public string? Text { get; set; }

    /// <summary>Who does it.</summary>
    public required PersonId OwnerId { get; set; }

    /// <summary>Who asked for it; null when a module did.</summary>
    public PersonId? GiverId { get; init; }

    public required TaskPriority Priority { get; set; }

    public DateOnly? DueOn { get; set; }

    public required WorkTaskState State { get; set; }

    /// <summary>It can't be finished without saying what came of it.</summary>
    public bool NeedsResult { get; set; }

    /// <summary>It is done when the giver says so.</summary>
    public bool NeedsAcceptance { get; set; }

    public string? Result { get; set; }

    /// <summary>Of a task that was called off.</summary>
    public string? Reason { get; set; }

    /// <summary>Page of the record it is about, and what stands on the link.</summary>
    public string? Link { get; set; }

    public string? LinkText { get; set; }

    /// <summary>Module that made it: <c>collaboration.meeting</c>; null when a person did.</summary>
    public string? Source { get; init; }

    /// <summary>By which that module knows it again.</summary>
    public string? Subject { get; init; }

    public TaskSeriesId? SeriesId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>The last day on which its owner was reminded.</summary>
    public DateOnly? RemindedOn { get; set; }

    public Guid? ImportId { get; init; }

    public int Version { get; set; } = 1;

    public List<TaskParticipant> Participants { get; init; } = [];

    static Expression<Func<WorkTask, PersonId?>> IOwned<WorkTask>.Owner { get; } = task => task.OwnerId;
}

internal sealed class TaskParticipant
{
    public required WorkTaskId TaskId { get; init; }

    public required PersonId PersonId { get; init; }
}

internal enum TaskLineKind
{
    Comment,
    Started,
    Finished,
    Accepted,
    SentBack,
    Cancelled,
    Reopened,

    /// <summary>Another owner.</summary>
    HandedOver,

    /// <summary>Another day.</summary>
    Moved,
}

/// <summary>What was said and done about a task. Only ever added to.</summary>
internal sealed class TaskLine
{
    public required WorkTaskId TaskId { get; init; }

    /// <summary>From 1.</summary>
    public required int Line { get; init; }

    public required TaskLineKind Kind { get; init; }

    /// <summary>Null is the clock, or a module.</summary>
    public PersonId? ActorId { get; init; }

    public PersonId? TargetId { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Text { get; init; }
}

internal enum SeriesMode
{
    /// <summary>The next one is made so many days before it is due.</summary>
    ByClock,

    /// <summary>The next one is made when the one before it is finished.</summary>
    OnFinishing,
}

/// <summary>A task that comes round.</summary>
internal sealed class TaskSeries : IVersioned, IRhythmic, IOwned<TaskSeries>
{
    public required TaskSeriesId Id { get; init; }

    public required string Title { get; set; }

    public string? Text { get; set; }

    public required PersonId OwnerId { get; set; }

    public required PersonId GiverId { get; init; }

    public required TaskPriority Priority { get; set; }

    public bool NeedsResult { get; set; }

    public bool NeedsAcceptance { get; set; }

    public required SeriesMode Mode { get; set; }

    /// <summary>Days before it is due at which a task is made.</summary>
    public int LeadDays { get; set; }

    public RhythmKind RhythmKind { get; set; }

    public int Every { get; set; }

    public int Weekdays { get; set; }

    public int DayOfMonth { get; set; }

    public OffDay OffDay { get; set; }

    public DateOnly First { get; set; }

    public DateOnly? Last { get; set; }

    /// <summary>The day for which the next one is to be made; null when none comes any more, or not before the last is finished.</summary>
    public DateOnly? NextOn { get; set; }

    public bool IsStopped { get; set; }

    public int Version { get; set; } = 1;

    static Expression<Func<TaskSeries, PersonId?>> IOwned<TaskSeries>.Owner { get; } = series => series.OwnerId;
}

internal sealed class WorkTaskMap : IEntityTypeConfiguration<WorkTask>
{
    public void Configure(EntityTypeBuilder<WorkTask> table)
    {
        table.ToTable("collaboration_task");
        table.Property(task => task.Number).HasMaxLength(40);
        table.Property(task => task.Title).HasMaxLength(200);
        table.Property(task => task.Text).HasMaxLength(4000);
        table.Property(task => task.Result).HasMaxLength(4000);
        table.Property(task => task.Reason).HasMaxLength(500);
        table.Property(task => task.Link).HasMaxLength(200);
        table.Property(task => task.LinkText).HasMaxLength(100);
        table.Property(task => task.Source).HasMaxLength(60);
        table.Property(task => task.Subject).HasMaxLength(60);
        table.Property(task => task.Version).IsConcurrencyToken();
        table.HasIndex(task => task.Number).IsUnique();
        table.HasIndex(task => new { task.OwnerId, task.State, task.DueOn });
        table.HasIndex(task => new { task.GiverId, task.State });
        table.HasIndex(task => new { task.State, task.DueOn });
        table.HasIndex(task => new { task.Source, task.Subject });
        table.HasIndex(task => task.Link);
        // Of two who make the next one at the same time, one succeeds.
        table.HasIndex(task => new { task.SeriesId, task.DueOn }).IsUnique();
        table.RefersToPerson(task => task.OwnerId);
        table.RefersToPerson(task => task.GiverId);
        table.HasOne<TaskSeries>().WithMany().HasForeignKey(task => task.SeriesId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(task => task.Participants).WithOne().HasForeignKey(one => one.TaskId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class TaskParticipantMap : IEntityTypeConfiguration<TaskParticipant>
{
    public void Configure(EntityTypeBuilder<TaskParticipant> table)
    {
        table.ToTable("collaboration_task_participant");
        table.HasKey(one => new { one.TaskId, one.PersonId });
        table.HasIndex(one => one.PersonId);
        table.RefersToPerson(one => one.PersonId);
    }
}

internal sealed class TaskLineMap : IEntityTypeConfiguration<TaskLine>
{
    public void Configure(EntityTypeBuilder<TaskLine> table)
    {
        table.ToTable("collaboration_task_line");
        table.HasKey(line => new { line.TaskId, line.Line });
        table.Property(line => line.Text).HasMaxLength(4000);
        table.HasOne<WorkTask>().WithMany().HasForeignKey(line => line.TaskId).OnDelete(DeleteBehavior.Cascade);
        table.RefersToPerson(line => line.ActorId);
        table.RefersToPerson(line => line.TargetId);
    }
}

internal sealed class TaskSeriesMap : IEntityTypeConfiguration<TaskSeries>
{
    public void Configure(EntityTypeBuilder<TaskSeries> table)
    {
        table.ToTable("collaboration_task_series");
        table.Property(series => series.Title).HasMaxLength(200);
        table.Property(series => series.Text).HasMaxLength(4000);
        table.Property(series => series.Version).IsConcurrencyToken();
        table.HasIndex(series => new { series.IsStopped, series.NextOn });
        table.RefersToPerson(series => series.OwnerId);
        table.RefersToPerson(series => series.GiverId);
    }
}
