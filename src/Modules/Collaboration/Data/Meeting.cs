using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Collaboration.Public;
using Yingpan.Collaboration.Rhythms;
using Yingpan.Collaboration.Rhythms.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Collaboration.Data;

/// <summary>A regular meeting: its own meetings are made ahead of time, by the calendar of its unit.</summary>
internal sealed class MeetingSeries : IVersioned, IRhythmic
{
    public required MeetingSeriesId Id { get; init; }

    public required string Title { get; set; }

    public required PersonId ChairId { get; set; }

    /// <summary>Who set it up.</summary>
    public required PersonId CreatorId { get; init; }

    /// <summary>By whose work calendar it is held; null is that of the house.</summary>
    public UnitId? UnitId { get; set; }

    /// <summary>Minutes from midnight, in the zone of the company.</summary>
    public required int From { get; set; }

    public required int To { get; set; }

    /// <summary>A room, or the address of an online meeting.</summary>
    public string? Place { get; set; }

    /// <summary>What is on the agenda each time, a line for each.</summary>
    public string? Standing { get; set; }

    /// <summary>Its meetings can't be closed without minutes.</summary>
    public bool NeedsMinutes { get; set; }

    public RhythmKind RhythmKind { get; set; }

    public int Every { get; set; }

    public int Weekdays { get; set; }

    public int DayOfMonth { get; set; }

    public OffDay OffDay { get; set; }

    public DateOnly First { get; set; }

    public DateOnly? Last { get; set; }

    /// <summary>Meetings are made up to and with this day.</summary>
    public DateOnly? MadeUpTo { get; set; }

    public bool IsStopped { get; set; }

    public int Version { get; set; } = 1;

    public List<MeetingSeriesPart> Parts { get; init; } = [];
}

/// <summary>Who is invited: the people of a unit on the day a meeting is made, or a person.</summary>
internal sealed class MeetingSeriesPart
{
    public required MeetingSeriesId SeriesId { get; init; }

    public required int Place { get; init; }

    public UnitId? UnitId { get; init; }

    public bool WithSubunits { get; init; }

    public PositionId? PositionId { get; init; }

    public PersonId? PersonId { get; init; }
}

internal enum MeetingState
{
    Planned,

    /// <summary>Held, with its attendance and minutes; nothing of it changes any more.</summary>
    Closed,

    Cancelled,
}

internal sealed class Meeting : IVersioned
{
    public required MeetingId Id { get; init; }

    /// <summary>M-000001.</summary>
    public required string Number { get; init; }

    public MeetingSeriesId? SeriesId { get; init; }

    /// <summary>The day on which the rhythm has it, also when it was moved.</summary>
    public DateOnly? RhythmDay { get; init; }

    public required string Title { get; set; }

    public required PersonId ChairId { get; set; }

    public required PersonId CreatorId { get; init; }

    public required DateOnly Day { get; set; }

    public required int From { get; set; }

    public required int To { get; set; }

    public string? Place { get; set; }

    public bool NeedsMinutes { get; set; }

    public required MeetingState State { get; set; }

    public string? Minutes { get; set; }

    public string? Reason { get; set; }

    /// <summary>When the agenda was prepared from what the modules bring.</summary>
    public DateTimeOffset? PreparedAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public int Version { get; set; } = 1;

    public List<Invitee> Invitees { get; init; } = [];

    public List<AgendaItem> Agenda { get; init; } = [];

    public List<Decision> Decisions { get; init; } = [];
}

internal enum Attendance
{
    /// <summary>Not yet written down.</summary>
    Unknown,
    Present,
    Late,

    /// <summary>Absent, with an excuse.</summary>
    Excused,
    Absent,
}

internal sealed class Invitee
{
    public required MeetingId MeetingId { get; init; }

    public required PersonId PersonId { get; init; }

    public required Attendance Attendance { get; set; }

    public int LateMinutes { get; set; }

    public string? Excuse { get; set; }
}

internal sealed class AgendaItem
{
    public required MeetingId MeetingId { get; init; }

    /// <summary>From 1, in the order in which they came.</summary>
    public required int Line { get; init; }

    public required int Order { get; set; }

    public required string Title { get; set; }

    public string? Text { get; set; }

    /// <summary>Who put it there; null is the clock.</summary>
    public PersonId? PersonId { get; init; }

    /// <summary>Which module brought it, and by what it knows it again.</summary>
    public string? Source { get; init; }

    public string? Subject { get; init; }

    public string? Link { get; init; }
}

/// <summary>What was decided; with somebody to do it, it is a task.</summary>
internal sealed class Decision
{
    public required MeetingId MeetingId { get; init; }

    public required int Line { get; init; }

    public required string Text { get; init; }

    public WorkTaskId? TaskId { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class MeetingSeriesMap : IEntityTypeConfiguration<MeetingSeries>
{
    public void Configure(EntityTypeBuilder<MeetingSeries> table)
    {
        table.ToTable("collaboration_meeting_series");
        table.Property(series => series.Title).HasMaxLength(120);
        table.Property(series => series.Place).HasMaxLength(200);
        table.Property(series => series.Standing).HasMaxLength(2000);
        table.Property(series => series.Version).IsConcurrencyToken();
        table.RefersToPerson(series => series.ChairId);
        table.RefersToPerson(series => series.CreatorId);
        table.RefersToUnit(series => series.UnitId);
        table.HasMany(series => series.Parts).WithOne().HasForeignKey(part => part.SeriesId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MeetingSeriesPartMap : IEntityTypeConfiguration<MeetingSeriesPart>
{
    public void Configure(EntityTypeBuilder<MeetingSeriesPart> table)
    {
        table.ToTable("collaboration_meeting_series_part");
        table.HasKey(part => new { part.SeriesId, part.Place });
        table.RefersToUnit(part => part.UnitId);
        table.RefersToPosition(part => part.PositionId);
        table.RefersToPerson(part => part.PersonId);
    }
}

internal sealed class MeetingMap : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> table)
    {
        table.ToTable("collaboration_meeting");
        table.Property(meeting => meeting.Number).HasMaxLength(40);
        table.Property(meeting => meeting.Title).HasMaxLength(120);
        table.Property(meeting => meeting.Place).HasMaxLength(200);
        table.Property(meeting => meeting.Minutes).HasMaxLength(20_000);
        table.Property(meeting => meeting.Reason).HasMaxLength(500);
        table.Property(meeting => meeting.Version).IsConcurrencyToken();
        table.HasIndex(meeting => meeting.Number).IsUnique();
        table.HasIndex(meeting => new { meeting.Day, meeting.From });
        // Of two who make the same one at the same time, one succeeds.
        table.HasIndex(meeting => new { meeting.SeriesId, meeting.RhythmDay }).IsUnique();
        table.HasOne<MeetingSeries>().WithMany().HasForeignKey(meeting => meeting.SeriesId).OnDelete(DeleteBehavior.Restrict);
        table.RefersToPerson(meeting => meeting.ChairId);
        table.RefersToPerson(meeting => meeting.CreatorId);
        table.HasMany(meeting => meeting.Invitees).WithOne().HasForeignKey(invitee => invitee.MeetingId).OnDelete(DeleteBehavior.Cascade);
        table.HasMany(meeting => meeting.Agenda).WithOne().HasForeignKey(item => item.MeetingId).OnDelete(DeleteBehavior.Cascade);
        table.HasMany(meeting => meeting.Decisions).WithOne().HasForeignKey(decision => decision.MeetingId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InviteeMap : IEntityTypeConfiguration<Invitee>
{
    public void Configure(EntityTypeBuilder<Invitee> table)
    {
        table.ToTable("collaboration_meeting_invitee");
        table.HasKey(invitee => new { invitee.MeetingId, invitee.PersonId });
        table.Property(invitee => invitee.Excuse).HasMaxLength(500);
        table.HasIndex(invitee => invitee.PersonId);
        table.RefersToPerson(invitee => invitee.PersonId);
    }
}

internal sealed class AgendaItemMap : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> table)
    {
        table.ToTable("collaboration_meeting_agenda");
        table.HasKey(item => new { item.MeetingId, item.Line });
        table.Property(item => item.Title).HasMaxLength(200);
        table.Property(item => item.Text).HasMaxLength(2000);
        table.Property(item => item.Source).HasMaxLength(60);
        table.Property(item => item.Subject).HasMaxLength(60);
        table.Property(item => item.Link).HasMaxLength(200);
        table.RefersToPerson(item => item.PersonId);
    }
}

internal sealed class DecisionMap : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> table)
    {
        table.ToTable("collaboration_meeting_decision");
        table.HasKey(decision => new { decision.MeetingId, decision.Line });
        table.Property(decision => decision.Text).HasMaxLength(1000);
        table.HasOne<WorkTask>().WithMany().HasForeignKey(decision => decision.TaskId).OnDelete(DeleteBehavior.Restrict);
        table.RefersToPerson(decision => decision.PersonId);
    }
}
