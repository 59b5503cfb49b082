using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Approvals.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Approvals.Data;

/// <summary>Up to what a person, or everybody in a position, may approve alone. Asked when he decides, not only when it was sent in.</summary>
[HouseData]
internal sealed class Limit : IVersioned
{
    public required ApprovalLimitId Id { get; init; }

    /// <summary>Either a person or a position.</summary>
    public PersonId? PersonId { get; init; }

    public PositionId? PositionId { get; init; }

    /// <summary>Null is for every kind.</summary>
    public string? Kind { get; init; }

    /// <summary>Included; null is without limit.</summary>
    public Money? Amount { get; set; }

    public Rate? Discount { get; set; }

    public int Version { get; set; } = 1;
}

internal sealed class LimitMap : IEntityTypeConfiguration<Limit>
{
    public void Configure(EntityTypeBuilder<Limit> table)
    {
        table.ToTable("approvals_limit");
        table.Property(limit => limit.Kind).HasMaxLength(40);
        table.Property(limit => limit.Version).IsConcurrencyToken();
        table.HasIndex(limit => new { limit.PersonId, limit.PositionId, limit.Kind });
        table.RefersToPerson(limit => limit.PersonId);
        table.RefersToPosition(limit => limit.PositionId);
    }
}
