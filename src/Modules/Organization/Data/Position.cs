using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Data;

/// <summary>What somebody is in a unit: sales representative, supervisor, director.</summary>
internal sealed class Position : IVersioned
{
    public required PositionId Id { get; init; }

    public required string Name { get; set; }

    public int Version { get; set; } = 1;
}

internal sealed class PositionTable : IEntityTypeConfiguration<Position>
{
    public void Configure(EntityTypeBuilder<Position> table)
    {
        table.ToTable("organization_position");
        table.Property(position => position.Name).HasMaxLength(60);
        table.Property(position => position.Version).IsConcurrencyToken();
        table.HasIndex(position => position.Name).IsUnique();
    }
}
