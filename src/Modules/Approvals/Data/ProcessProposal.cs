using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Approvals.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Approvals.Data;

/// <summary>Who answers for a process, which is the decision table of a kind, and decides what is proposed about it.</summary>
internal sealed class ProcessOwner : IVersioned
{
    public required string Kind { get; init; }

    public required PersonId PersonId { get; set; }

    public int Version { get; set; } = 1;
}

internal enum ProposalState
{
    Open,
    Accepted,
    Declined,
    Withdrawn,
}

/// <summary>Somebody proposes that a process be changed; whoever answers for it says what comes of it.</summary>
internal sealed class ProcessProposal : IVersioned
{
    public required ProcessProposalId Id { get; init; }

    public required string Kind { get; init; }

    /// <summary>What should change.</summary>
    public required string Change { get; init; }

    /// <summary>What is wrong with it as it is.</summary>
    public required string Reason { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required ProposalState State { get; set; }

    public string? Answer { get; set; }

    public PersonId? DecidedById { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public int Version { get; set; } = 1;
}

internal sealed class ProcessOwnerMap : IEntityTypeConfiguration<ProcessOwner>
{
    public void Configure(EntityTypeBuilder<ProcessOwner> table)
    {
        table.ToTable("approvals_process_owner");
        table.HasKey(owner => owner.Kind);
        table.Property(owner => owner.Kind).HasMaxLength(40);
        table.Property(owner => owner.Version).IsConcurrencyToken();
        table.RefersToPerson(owner => owner.PersonId);
    }
}

internal sealed class ProcessProposalMap : IEntityTypeConfiguration<ProcessProposal>
{
    public void Configure(EntityTypeBuilder<ProcessProposal> table)
    {
        table.ToTable("approvals_process_proposal");
        table.Property(proposal => proposal.Kind).HasMaxLength(40);
        table.Property(proposal => proposal.Change).HasMaxLength(2000);
        table.Property(proposal => proposal.Reason).HasMaxLength(2000);
        table.Property(proposal => proposal.Answer).HasMaxLength(2000);
        table.Property(proposal => proposal.Version).IsConcurrencyToken();
        table.HasIndex(proposal => new { proposal.Kind, proposal.State });
        table.RefersToPerson(proposal => proposal.PersonId);
        table.RefersToPerson(proposal => proposal.DecidedById);
    }
}
