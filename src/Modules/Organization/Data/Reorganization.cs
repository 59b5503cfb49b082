using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Data;

internal enum ReorganizationState
{
    /// <summary>Being written; nothing of it holds.</summary>
    Draft,

    /// <summary>Written into the house; it holds from its day on.</summary>
    Applied,

    /// <summary>Taken back before its day; nothing of it ever held.</summary>
    Withdrawn,
}

/// <summary>A named set of steps that change the tree and who stands where, all from one day on.</summary>
internal sealed class Reorganization : IVersioned
{
    public required ReorganizationId Id { get; init; }

    public required string Name { get; set; }

    public string? Reason { get; set; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly Day { get; set; }

    public required ReorganizationState State { get; set; }

    /// <summary>JSON of the steps, in order.</summary>
    public required string Steps { get; set; }

    public required DateTimeOffset EditedAt { get; set; }

    public required string EditedByName { get; set; }

    public DateTimeOffset? AppliedAt { get; set; }

    public string? AppliedByName { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public string? WithdrawnByName { get; set; }

    public int Version { get; set; } = 1;
}

internal sealed class ReorganizationTable : IEntityTypeConfiguration<Reorganization>
{
    public void Configure(EntityTypeBuilder<Reorganization> table)
    {
        table.ToTable("organization_reorganization");
        table.Property(plan => plan.Name).HasMaxLength(100);
        table.Property(plan => plan.Reason).HasMaxLength(1000);
        table.Property(plan => plan.EditedByName).HasMaxLength(100);
        table.Property(plan => plan.AppliedByName).HasMaxLength(100);
        table.Property(plan => plan.WithdrawnByName).HasMaxLength(100);
        table.Property(plan => plan.Version).IsConcurrencyToken();
        table.HasIndex(plan => plan.Day);
    }
}
