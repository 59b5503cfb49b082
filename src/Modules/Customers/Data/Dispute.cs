using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Customers.Disputes.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Data;

/// <summary>Two who say that a customer is theirs, and what the house made of it.</summary>
internal sealed class Dispute : IVersioned
{
    public required DisputeId Id { get; init; }

    /// <summary>D-000001.</summary>
    public required string Number { get; init; }

    public required CustomerId CustomerId { get; set; }

    /// <summary>Who says so of another's customer.</summary>
    public required PersonId ClaimantId { get; init; }

    /// <summary>Whose he was when it began.</summary>
    public required PersonId HolderId { get; init; }

    public required DisputeState State { get; set; }

    public required string Text { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required DateOnly OpenedOn { get; init; }

    /// <summary>The rules that held when it began, and that judge it; null is what held before the house said anything.</summary>
    public OwnershipRulesId? RulesId { get; init; }

    /// <summary>JSON of what the system knew for both sides when it began; null where it was entered past the product.</summary>
    public string? Facts { get; set; }

    /// <summary>JSON of what was proposed to who ruled.</summary>
    public string? Proposal { get; set; }

    public required DateOnly AnswerBy { get; init; }

    /// <summary>When the ruler was told that the other side let its day pass.</summary>
    public DateOnly? SilenceToldOn { get; set; }

    public required DateOnly RuleBy { get; init; }

    /// <summary>How often it went one step up.</summary>
    public int Level { get; set; }

    public string? Answer { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public DisputeRuling? Ruling { get; set; }

    public PersonId? RuledById { get; set; }

    public string? RulingText { get; set; }

    /// <summary>A code of the rules' causes.</summary>
    public string? Cause { get; set; }

    /// <summary>Of a customer who was split.</summary>
    public Rate? ClaimantShare { get; set; }

    /// <summary>Ruled or withdrawn; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    public DateOnly? ClosedOn { get; set; }

    public int Version { get; set; } = 1;
}

internal sealed class DisputeTable : IEntityTypeConfiguration<Dispute>
{
    public void Configure(EntityTypeBuilder<Dispute> table)
    {
        table.ToTable("customers_dispute");
        table.Property(dispute => dispute.Number).HasMaxLength(40);
        table.Property(dispute => dispute.Text).HasMaxLength(4000);
        table.Property(dispute => dispute.Answer).HasMaxLength(4000);
        table.Property(dispute => dispute.RulingText).HasMaxLength(4000);
        table.Property(dispute => dispute.Cause).HasMaxLength(40);
        table.Property(dispute => dispute.Version).IsConcurrencyToken();
        table.HasIndex(dispute => dispute.Number).IsUnique();
        // One at a time between the two of them.
        table.HasIndex(dispute => new { dispute.CustomerId, dispute.ClaimantId }).IsUnique().HasFilter("closed_at IS NULL");
        table.HasIndex(dispute => dispute.ClaimantId);
        table.HasIndex(dispute => dispute.HolderId);
        table.HasIndex(dispute => new { dispute.State, dispute.RuleBy });
        table.HasOne<Customer>().WithMany().HasForeignKey(dispute => dispute.CustomerId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<OwnershipRuleSet>().WithMany().HasForeignKey(dispute => dispute.RulesId).OnDelete(DeleteBehavior.Restrict);
        table.RefersToPerson(dispute => dispute.ClaimantId);
        table.RefersToPerson(dispute => dispute.HolderId);
        table.RefersToPerson(dispute => dispute.RuledById);
    }
}
