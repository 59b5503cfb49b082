using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Approvals.Public;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Approvals.Data;

/// <summary>A request on its way, or at its end. It keeps the table version it started under and the facts it was sent in with.</summary>
internal sealed class Approval : IVersioned, IOwned<Approval>
{
    public required ApprovalId Id { get; init; }

    /// <summary>A-000001.</summary>
    public required string Number { get; init; }

    /// <summary>Code of the kind: <c>general</c>, or that of another module.</summary>
    public required string Kind { get; init; }

    public ApprovalMatterId? MatterId { get; init; }

    public required string Title { get; set; }

    public string? Text { get; set; }

    /// <summary>Page of the record it is about; null where the request is the record.</summary>
    public string? Link { get; init; }

    /// <summary>The id by which the submitting module knows the record.</summary>
    public string? Subject { get; init; }

    public required PersonId ApplicantId { get; init; }

    public UnitId? UnitId { get; set; }

    public PositionId? PositionId { get; set; }

    public Money? Amount { get; set; }

    public Rate? Discount { get; set; }

    public Quantity? Days { get; set; }

    public string? Grade { get; set; }

    /// <summary>JSON: place of the node → people.</summary>
    public required string Chosen { get; set; }

    public required FlowState State { get; set; }

    public required ApprovalTableId TableId { get; init; }

    /// <summary>Place of the row in the table, from 0.</summary>
    public required int Row { get; set; }

    /// <summary>1, and one more each time it is sent in again: who decides says which he has read.</summary>
    public int Round { get; set; } = 1;

    public required DateTimeOffset SubmittedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>
    /// With whom it is now, the first of them; how many they are; since when, and until when. Worked out from the turns each time these move:
    /// a list of requests need not look at them.
    /// </summary>
    [NotAudited]
    public PersonId? WithId { get; set; }

    [NotAudited]
    public int With { get; set; }

    [NotAudited]
    public DateTimeOffset? Since { get; set; }

    [NotAudited]
    public DateTimeOffset? DueAt { get; set; }

    public int Version { get; set; } = 1;

    public List<ApprovalStep> Steps { get; init; } = [];

    public List<ApprovalTurn> Turns { get; init; } = [];

    static Expression<Func<Approval, PersonId?>> IOwned<Approval>.Owner { get; } = approval => approval.ApplicantId;
}

/// <summary>The trail of it is the log, whose every line is audited.</summary>
[NotAudited]
internal sealed class ApprovalStep
{
    public required ApprovalId ApprovalId { get; init; }

    public required int Key { get; init; }

    /// <summary>Its place among the steps; what is put in between moves the others.</summary>
    public required int Order { get; set; }

    public int? Node { get; init; }

    public required string Name { get; init; }

    public required StepOrigin Origin { get; init; }

    public required NodeMode Mode { get; set; }

    public required StepState State { get; set; }

    /// <summary>JSON list of time limits.</summary>
    public required string Limits { get; init; }

    public required bool WorkingHours { get; init; }

    public bool Begun { get; set; }

    public bool Undone { get; set; }

    /// <summary>JSON list of reasons.</summary>
    public required string Why { get; set; }
}

/// <summary>Somebody's turn in a request: what stands in an inbox. Its trail too is the log.</summary>
[NotAudited]
internal sealed class ApprovalTurn
{
    public required ApprovalId ApprovalId { get; init; }

    public required int Key { get; init; }

    public required int Step { get; set; }

    /// <summary>Its place in the step.</summary>
    public required int Order { get; set; }

    public required PersonId PersonId { get; init; }

    /// <summary>When the request was sent in, which never changes: by it an inbox is in order without a look at the requests.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    public required TurnState State { get; set; }

    /// <summary>Who decided; a deputy, where it was not himself.</summary>
    public PersonId? ById { get; set; }

    public DateTimeOffset? OpenedAt { get; set; }

    /// <summary>When somebody who may decide it first looked at it.</summary>
    public DateTimeOffset? SeenAt { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public bool Reminded { get; set; }

    /// <summary>Which of the step's limits is next, from 0; hours of those that were over when it came to him; and when the next is over.</summary>
    public int Stage { get; set; }

    public int UsedHours { get; set; }

    public DateTimeOffset? NextAt { get; set; }

    /// <summary>Minutes from open to seen and from seen to decided, written when it ends; both databases add them up alike.</summary>
    public int? WaitedMinutes { get; set; }

    public int? HandledMinutes { get; set; }
}

internal sealed class ApprovalTableMap : IEntityTypeConfiguration<Approval>
{
    public void Configure(EntityTypeBuilder<Approval> table)
    {
        table.ToTable("approvals_request");
        table.Property(approval => approval.Number).HasMaxLength(40);
        table.Property(approval => approval.Kind).HasMaxLength(40);
        table.Property(approval => approval.Title).HasMaxLength(100);
        table.Property(approval => approval.Text).HasMaxLength(4000);
        table.Property(approval => approval.Link).HasMaxLength(200);
        table.Property(approval => approval.Subject).HasMaxLength(60);
        table.Property(approval => approval.Grade).HasMaxLength(20);
        table.Property(approval => approval.Version).IsConcurrencyToken();
        table.HasIndex(approval => approval.Number).IsUnique();
        table.HasIndex(approval => new { approval.ApplicantId, approval.SubmittedAt });
        table.HasIndex(approval => approval.SubmittedAt);
        table.HasIndex(approval => new { approval.Kind, approval.Subject });
        table.HasOne<StoredTable>().WithMany().HasForeignKey(approval => approval.TableId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Matter>().WithMany().HasForeignKey(approval => approval.MatterId).OnDelete(DeleteBehavior.Restrict);
        table.RefersToPerson(approval => approval.ApplicantId);
        table.RefersToUnit(approval => approval.UnitId);
        table.HasMany(approval => approval.Steps).WithOne().HasForeignKey(step => step.ApprovalId).OnDelete(DeleteBehavior.Cascade);
        table.HasMany(approval => approval.Turns).WithOne().HasForeignKey(turn => turn.ApprovalId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ApprovalStepMap : IEntityTypeConfiguration<ApprovalStep>
{
    public void Configure(EntityTypeBuilder<ApprovalStep> table)
    {
        table.ToTable("approvals_step");
        table.HasKey(step => new { step.ApprovalId, step.Key });
        table.Property(step => step.Name).HasMaxLength(40);
    }
}

internal sealed class ApprovalTurnMap : IEntityTypeConfiguration<ApprovalTurn>
{
    public void Configure(EntityTypeBuilder<ApprovalTurn> table)
    {
        table.ToTable("approvals_turn");
        table.HasKey(turn => new { turn.ApprovalId, turn.Key });
        // The inbox: what is open with me. And what I have decided. Both the newest request first.
        table.HasIndex(turn => new { turn.PersonId, turn.State, turn.SubmittedAt, turn.ApprovalId });
        table.HasIndex(turn => new { turn.ById, turn.SubmittedAt, turn.ApprovalId });
        // The clock asks for what is due; the process times for what ended in a period.
        table.HasIndex(turn => new { turn.State, turn.NextAt });
        table.HasIndex(turn => turn.EndedAt);
        table.RefersToPerson(turn => turn.PersonId);
        table.RefersToPerson(turn => turn.ById);
    }
}
