using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Data;

/// <summary>During somebody's absence another decides for him. The principal keeps his right: whoever comes first has decided.</summary>
[DecidesAccess]
[HouseData]
internal sealed class Delegation : IVersioned
{
    public required DelegationId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required PersonId DeputyId { get; set; }

    public required DateOnly First { get; set; }

    /// <summary>Included.</summary>
    public required DateOnly Last { get; set; }

    /// <summary>Codes between commas, one also at either end; empty is every kind.</summary>
    public required string Kinds { get; set; }

    public string? Remark { get; set; }

    /// <summary>The leave during which he stands in: it ends with it. Null for one that was named by hand.</summary>
    public LeaveEntryId? LeaveId { get; init; }

    public int Version { get; set; } = 1;
}

internal sealed class DelegationTable : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> table)
    {
        table.ToTable("organization_delegation");
        table.Property(delegation => delegation.Kinds).HasMaxLength(1000);
        table.Property(delegation => delegation.Remark).HasMaxLength(200);
        table.Property(delegation => delegation.Version).IsConcurrencyToken();
        table.HasIndex(delegation => new { delegation.DeputyId, delegation.Last });
        table.HasIndex(delegation => new { delegation.PersonId, delegation.First });
        table.HasOne<LeaveEntry>().WithMany().HasForeignKey(delegation => delegation.LeaveId).OnDelete(DeleteBehavior.SetNull);
        table.RefersToPerson(delegation => delegation.PersonId);
        table.RefersToPerson(delegation => delegation.DeputyId);
    }
}
