using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Data;

internal enum UnitKind
{
    Company,
    Region,
    Department,
    Team,
    Store,
}

/// <summary>A node of the organisation tree.</summary>
[DecidesAccess]
internal sealed class Unit : IVersioned
{
    public required UnitId Id { get; init; }

    /// <summary>Null only for the root.</summary>
    public UnitId? ParentId { get; set; }

    public required string Name { get; set; }

    public required UnitKind Kind { get; set; }

    /// <summary>Who leads it.</summary>
    public PersonId? HeadId { get; set; }

    /// <summary>Among its siblings.</summary>
    public int Order { get; set; }

    public int Version { get; set; } = 1;
}

internal sealed class UnitTable : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> table)
    {
        table.ToTable("organization_unit");
        table.Property(unit => unit.Name).HasMaxLength(60);
        table.Property(unit => unit.Version).IsConcurrencyToken();
        table.HasIndex(unit => new { unit.ParentId, unit.Name }).IsUnique();
        table.HasOne<Unit>().WithMany().HasForeignKey(unit => unit.ParentId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Person>().WithMany().HasForeignKey(unit => unit.HeadId).OnDelete(DeleteBehavior.Restrict);
    }
}
