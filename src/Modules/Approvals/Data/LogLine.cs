using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Approvals.Data;

/// <summary>What happened to a request, for everybody who takes part in it. Only ever added to.</summary>
internal sealed class LogLine
{
    public required ApprovalId ApprovalId { get; init; }

    /// <summary>From 1.</summary>
    public required int Line { get; init; }

    public required DateTimeOffset At { get; init; }

    public required FlowEventKind Kind { get; init; }

    /// <summary>Who did it; null is the clock.</summary>
    public PersonId? ActorId { get; init; }

    /// <summary>In whose place.</summary>
    public PersonId? ForId { get; init; }

    public PersonId? TargetId { get; init; }

    public string? Step { get; init; }

    public string? Comment { get; init; }

    public required int Round { get; init; }
}

internal sealed class LogLineMap : IEntityTypeConfiguration<LogLine>
{
    public void Configure(EntityTypeBuilder<LogLine> table)
    {
        table.ToTable("approvals_log");
        table.HasKey(line => new { line.ApprovalId, line.Line });
        table.Property(line => line.Step).HasMaxLength(40);
        table.Property(line => line.Comment).HasMaxLength(1000);
        table.HasOne<Approval>().WithMany().HasForeignKey(line => line.ApprovalId).OnDelete(DeleteBehavior.Cascade);
        table.RefersToPerson(line => line.ActorId);
        table.RefersToPerson(line => line.ForId);
        table.RefersToPerson(line => line.TargetId);
    }
}

/// <summary>Somebody who is told of a request without deciding it (抄送).</summary>
[NotAudited]
internal sealed class Copy
{
    public required ApprovalId ApprovalId { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? SeenAt { get; set; }
}

internal sealed class CopyMap : IEntityTypeConfiguration<Copy>
{
    public void Configure(EntityTypeBuilder<Copy> table)
    {
        table.ToTable("approvals_copy");
        table.HasKey(copy => new { copy.ApprovalId, copy.PersonId });
        table.HasIndex(copy => new { copy.PersonId, copy.At });
        table.HasOne<Approval>().WithMany().HasForeignKey(copy => copy.ApprovalId).OnDelete(DeleteBehavior.Cascade);
        table.RefersToPerson(copy => copy.PersonId);
    }
}
