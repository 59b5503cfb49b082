using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Data;

/// <summary>Where a person is, as what, under whom, from day to day. A person has at most one on any day.</summary>
[DecidesAccess]
[HouseData]
internal sealed class Membership
{
    public required MembershipId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required UnitId UnitId { get; init; }

    public required PositionId PositionId { get; init; }

    /// <summary>Null takes the head of the unit.</summary>
    public PersonId? ManagerId { get; init; }

    public required DateOnly First { get; init; }

    /// <summary>Included; null is until further notice.</summary>
    public DateOnly? Last { get; set; }

    /// <summary>The re-organisation that wrote it.</summary>
    public ReorganizationId? ReorganizationId { get; init; }
}

internal sealed class MembershipTable : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> table)
    {
        table.ToTable("organization_membership");
        table.HasIndex(membership => new { membership.PersonId, membership.First }).IsUnique();
        table.HasIndex(membership => new { membership.UnitId, membership.First });
        table.HasIndex(membership => membership.ReorganizationId);
        table.HasOne<Unit>().WithMany().HasForeignKey(membership => membership.UnitId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Position>().WithMany().HasForeignKey(membership => membership.PositionId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Person>().WithMany().HasForeignKey(membership => membership.ManagerId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Reorganization>().WithMany().HasForeignKey(membership => membership.ReorganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}
