using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Collaboration.Data;

internal enum ConcernKind
{
    /// <summary>Something that stands in the way.</summary>
    Difficulty,

    /// <summary>Something the superior should know.</summary>
    Report,

    Suggestion,
}

internal enum ConcernState
{
    /// <summary>On its way; nobody has taken it up yet.</summary>
    Sent,

    /// <summary>A superior has said that he knows of it.</summary>
    Acknowledged,

    Answered,

    /// <summary>The author says that it is settled.</summary>
    Closed,
}

/// <summary>What a person reports upward to his superiors. Whom it went to is fixed when it is sent; it may be passed on further up.</summary>
internal sealed class Concern : IVersioned
{
    public required ConcernId Id { get; init; }

    public required ConcernKind Kind { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public required PersonId AuthorId { get; init; }

    public required ConcernState State { get; set; }

    public required DateTimeOffset SentAt { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public int Version { get; set; } = 1;

    public List<ConcernReceiver> Receivers { get; init; } = [];

    public List<ConcernLine> Lines { get; init; } = [];
}

internal sealed class ConcernReceiver
{
    public required ConcernId ConcernId { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who passed it on to him; null when the author addressed him.</summary>
    public PersonId? FromId { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; set; }
}

internal enum ConcernLineKind
{
    Acknowledged,
    Answer,

    /// <summary>A further word of the author.</summary>
    Word,
    PassedOn,
    Closed,
}

/// <summary>What was said and done about it, in order. Only ever added to.</summary>
internal sealed class ConcernLine
{
    public required ConcernId ConcernId { get; init; }

    /// <summary>From 1.</summary>
    public required int Line { get; init; }

    public required ConcernLineKind Kind { get; init; }

    public required PersonId ActorId { get; init; }

    /// <summary>To whom it was passed on.</summary>
    public PersonId? TargetId { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Text { get; init; }
}

internal sealed class ConcernMap : IEntityTypeConfiguration<Concern>
{
    public void Configure(EntityTypeBuilder<Concern> table)
    {
        table.ToTable("collaboration_concern");
        table.Property(concern => concern.Title).HasMaxLength(120);
        table.Property(concern => concern.Text).HasMaxLength(4000);
        table.Property(concern => concern.Version).IsConcurrencyToken();
        table.HasIndex(concern => new { concern.AuthorId, concern.SentAt });
        table.HasIndex(concern => concern.SentAt);
        table.RefersToPerson(concern => concern.AuthorId);
        table.HasMany(concern => concern.Receivers).WithOne().HasForeignKey(receiver => receiver.ConcernId).OnDelete(DeleteBehavior.Cascade);
        table.HasMany(concern => concern.Lines).WithOne().HasForeignKey(line => line.ConcernId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ConcernReceiverMap : IEntityTypeConfiguration<ConcernReceiver>
{
    public void Configure(EntityTypeBuilder<ConcernReceiver> table)
    {
        table.ToTable("collaboration_concern_receiver");
        table.HasKey(receiver => new { receiver.ConcernId, receiver.PersonId });
        table.HasIndex(receiver => receiver.PersonId);
        table.RefersToPerson(receiver => receiver.PersonId);
        table.RefersToPerson(receiver => receiver.FromId);
    }
}

internal sealed class ConcernLineMap : IEntityTypeConfiguration<ConcernLine>
{
    public void Configure(EntityTypeBuilder<ConcernLine> table)
    {
        table.ToTable("collaboration_concern_line");
        table.HasKey(line => new { line.ConcernId, line.Line });
        table.Property(line => line.Text).HasMaxLength(4000);
        table.RefersToPerson(line => line.ActorId);
        table.RefersToPerson(line => line.TargetId);
    }
}
