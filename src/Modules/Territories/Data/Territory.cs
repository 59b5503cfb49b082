using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Data;

/// <summary>A node of the territory tree: a country, a region, a city, an industry, a list of named accounts.</summary>
[DecidesAccess]
[HouseData]
internal sealed class Territory : IVersioned
{
    public required TerritoryId Id { get; init; }

    /// <summary>T-000001 unless the house brings its own.</summary>
    public required string Number { get; init; }

    public TerritoryId? ParentId { get; set; }

    public required string Name { get; set; }

    /// <summary>Geography, named accounts, industry, channel, or the house's own word.</summary>
    public string? Kind { get; set; }

    public int Order { get; set; }

    public Guid? ImportId { get; init; }

    public int Version { get; set; } = 1;

    public List<TerritoryHolder> Holders { get; init; } = [];
}

internal sealed class TerritoryTable : IEntityTypeConfiguration<Territory>
{
    public void Configure(EntityTypeBuilder<Territory> table)
    {
        table.ToTable("territories_territory");
        table.Property(territory => territory.Number).HasMaxLength(40);
        table.Property(territory => territory.Name).HasMaxLength(60);
        table.Property(territory => territory.Kind).HasMaxLength(40);
        table.Property(territory => territory.Version).IsConcurrencyToken();
        table.HasIndex(territory => territory.Number).IsUnique();
        table.HasIndex(territory => new { territory.ParentId, territory.Name }).IsUnique();
        table.HasOne<Territory>().WithMany().HasForeignKey(territory => territory.ParentId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(territory => territory.Holders).WithOne().HasForeignKey(holder => holder.TerritoryId).OnDelete(DeleteBehavior.Cascade);
    }
}
