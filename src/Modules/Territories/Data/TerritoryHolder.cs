using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Data;

internal enum HolderPart
{
    /// <summary>Answers for the territory. One on any day.</summary>
    Responsible,

    /// <summary>Sells there beside the one who answers for it.</summary>
    Supporting,
}

/// <summary>A person's time with a territory.</summary>
[DecidesAccess]
[HouseData]
internal sealed class TerritoryHolder
{
    public required TerritoryHolderId Id { get; init; }

    public required TerritoryId TerritoryId { get; init; }

    public required PersonId PersonId { get; init; }

    public required HolderPart Part { get; init; }

    public required DateOnly First { get; init; }

    /// <summary>Included; null is until further notice.</summary>
    public DateOnly? Last { get; set; }

    public bool Overlaps(DateOnly first, DateOnly? last) => (Last is null || Last >= first) && (last is null || First <= last);
}

internal sealed class TerritoryHolderTable : IEntityTypeConfiguration<TerritoryHolder>
{
    public void Configure(EntityTypeBuilder<TerritoryHolder> table)
    {
        table.ToTable("territories_holder");
        table.HasIndex(holder => new { holder.TerritoryId, holder.PersonId, holder.First }).IsUnique();
        table.HasIndex(holder => holder.PersonId);
        table.RefersToPerson(holder => holder.PersonId);
    }
}
