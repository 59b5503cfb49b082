using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Organization.Public;
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

/// <summary>A node of the organisation tree. What it is called, where it stands and who leads it is said by its terms.</summary>
[DecidesAccess]
[HouseData]
internal sealed class Unit : IVersioned
{
    public required UnitId Id { get; init; }

    public int Version { get; set; } = 1;

    public List<UnitTerm> Terms { get; init; } = [];
}

internal sealed class UnitTable : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> table)
    {
        table.ToTable("organization_unit");
        table.Property(unit => unit.Version).IsConcurrencyToken();
        table.HasMany(unit => unit.Terms).WithOne().HasForeignKey(term => term.UnitId).OnDelete(DeleteBehavior.Cascade);
    }
}
