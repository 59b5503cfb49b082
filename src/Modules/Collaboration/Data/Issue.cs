using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Collaboration.Issues.Rules;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Collaboration.Data;

/// <summary>What one unit needs of another by a day both agree on.</summary>
internal sealed class Issue : IVersioned
{
    public required IssueId Id { get; init; }

    /// <summary>X-000001.</summary>
    public required string Number { get; init; }

    public required string Title { get; set; }

    public required string Text { get; set; }

    /// <summary>Who asks.</summary>
    public required UnitId FromUnitId { get; init; }

    public required PersonId RaisedById { get; init; }

    /// <summary>Who is asked.</summary>
    public required UnitId ToUnitId { get; init; }

    /// <summary>Who takes care of it there; null until it is named.</summary>
    public PersonId? OwnerId { get; set; }

    public required IssueState State { get; set; }

    /// <summary>The day on the table; null once it is accepted and nobody wants another.</summary>
    public DateOnly? ProposedOn { get; set; }

    public bool ProposedByAsking { get; set; }

    public DateOnly? AgreedOn { get; set; }

    public string? Result { get; set; }

    public string? Reason { get; set; }

    public required DateOnly RaisedOn { get; init; }

    public DateOnly? DoneOn { get; set; }

    public DateOnly? ConfirmedOn { get; set; }

    /// <summary>How many times it went further up.</summary>
    public int Level { get; set; }

    public required DateTimeOffset RaisedAt { get; init; }

    public int Version { get; set; } = 1;
}

internal enum IssueLineKind
{
    Raised,
    Proposed,
    Accepted,
    OwnerNamed,
    Comment,
    Finished,
    SentBack,
    Confirmed,
    Withdrawn,

    /// <summary>By the clock, to the superior of its owner.</summary>
    Escalated,
}

/// <summary>What was said and done about an issue. Only ever added to; who is its target sees it from then on.</summary>
internal sealed class IssueLine
{
    public required IssueId IssueId { get; init; }

    /// <summary>From 1.</summary>
    public required int Line { get; init; }

    public required IssueLineKind Kind { get; init; }

    /// <summary>Null is the clock.</summary>
    public PersonId? ActorId { get; init; }

    public PersonId? TargetId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The day that was proposed or agreed.</summary>
    public DateOnly? Day { get; init; }

    public string? Text { get; init; }
}

internal sealed class IssueMap : IEntityTypeConfiguration<Issue>
{
    public void Configure(EntityTypeBuilder<Issue> table)
    {
        table.ToTable("collaboration_issue");
        table.Property(issue => issue.Number).HasMaxLength(40);
        table.Property(issue => issue.Title).HasMaxLength(120);
        table.Property(issue => issue.Text).HasMaxLength(4000);
        table.Property(issue => issue.Result).HasMaxLength(4000);
        table.Property(issue => issue.Reason).HasMaxLength(500);
        table.Property(issue => issue.Version).IsConcurrencyToken();
        table.HasIndex(issue => issue.Number).IsUnique();
        table.HasIndex(issue => new { issue.ToUnitId, issue.RaisedOn });
        table.HasIndex(issue => new { issue.FromUnitId, issue.RaisedOn });
        table.HasIndex(issue => new { issue.OwnerId, issue.State });
        table.HasIndex(issue => issue.State);
        table.RefersToUnit(issue => issue.FromUnitId);
        table.RefersToUnit(issue => issue.ToUnitId);
        table.RefersToPerson(issue => issue.RaisedById);
        table.RefersToPerson(issue => issue.OwnerId);
    }
}

internal sealed class IssueLineMap : IEntityTypeConfiguration<IssueLine>
{
    public void Configure(EntityTypeBuilder<IssueLine> table)
    {
        table.ToTable("collaboration_issue_line");
        table.HasKey(line => new { line.IssueId, line.Line });
        table.Property(line => line.Text).HasMaxLength(4000);
        table.HasIndex(line => line.TargetId);
        table.HasOne<Issue>().WithMany().HasForeignKey(line => line.IssueId).OnDelete(DeleteBehavior.Cascade);
        table.RefersToPerson(line => line.ActorId);
        table.RefersToPerson(line => line.TargetId);
    }
}
