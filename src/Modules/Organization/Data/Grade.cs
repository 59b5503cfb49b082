using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Data;

/// <summary>How far somebody has come in his trade: 初级, 资深. The list is the house's.</summary>
internal sealed class Grade : IVersioned
{
    public required GradeId Id { get; init; }

    public required string Name { get; set; }

    public string? NameEn { get; set; }

    /// <summary>The lower in front.</summary>
    public int Order { get; set; }

    public int Version { get; set; } = 1;
}

internal sealed class GradeTable : IEntityTypeConfiguration<Grade>
{
    public void Configure(EntityTypeBuilder<Grade> table)
    {
        table.ToTable("organization_grade");
        table.Property(grade => grade.Name).HasMaxLength(40);
        table.Property(grade => grade.NameEn).HasMaxLength(40);
        table.Property(grade => grade.Version).IsConcurrencyToken();
        table.HasIndex(grade => grade.Name).IsUnique();
    }
}
