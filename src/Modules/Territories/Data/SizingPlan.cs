using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Platform.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Data;

/// <summary>A plan of how many people a year needs; the numbers follow from what it was asked with.</summary>
internal sealed class SizingPlan : IVersioned
{
    public required SizingPlanId Id { get; init; }

    public required string Name { get; set; }

    public required int Year { get; set; }

    /// <summary>JSON of what it was asked with.</summary>
    public required string Content { get; set; }

    public required DateTimeOffset EditedAt { get; set; }

    public int Version { get; set; } = 1;
}

internal sealed class SizingPlanTable : IEntityTypeConfiguration<SizingPlan>
{
    public void Configure(EntityTypeBuilder<SizingPlan> table)
    {
        table.ToTable("territories_sizing_plan");
        table.Property(plan => plan.Name).HasMaxLength(60);
        table.Property(plan => plan.Version).IsConcurrencyToken();
        table.HasIndex(plan => new { plan.Year, plan.Name }).IsUnique();
    }
}
