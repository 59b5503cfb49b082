using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Approvals.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Approvals.Data;

/// <summary>What a general request can be about: leave, expense, a contract text, a price. The list is the house's.</summary>
[HouseData]
internal sealed class Matter : IVersioned
{
    public required ApprovalMatterId Id { get; init; }

    public required string Name { get; set; }

    public required string NameEn { get; set; }

    /// <summary>A request of it must say an amount.</summary>
    public bool NeedsAmount { get; set; }

    /// <summary>No longer offered; what is on its way goes on.</summary>
    public bool IsClosed { get; set; }

    public int Order { get; set; }

    public int Version { get; set; } = 1;
}

internal static class HouseMatters
{
    extension(AppDb db)
    {
        /// <summary>From the memory of the house: never changed by who gets them.</summary>
        public ValueTask<Dictionary<ApprovalMatterId, Matter>> MattersOfHouse(CancellationToken cancel) => db.FromHouse(
            () => db.Set<Matter>().AsNoTracking().ToDictionaryAsync(matter => matter.Id, cancel));
    }
}

internal sealed class MatterMap : IEntityTypeConfiguration<Matter>
{
    public void Configure(EntityTypeBuilder<Matter> table)
    {
        table.ToTable("approvals_matter");
        table.Property(matter => matter.Name).HasMaxLength(40);
        table.Property(matter => matter.NameEn).HasMaxLength(60);
        table.Property(matter => matter.Version).IsConcurrencyToken();
        table.HasIndex(matter => matter.Name).IsUnique();
    }
}
