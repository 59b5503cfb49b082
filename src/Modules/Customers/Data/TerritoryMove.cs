using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Customers.Data;

/// <summary>
/// A customer went from one territory to another. Where he lay on a day is told by the last move by then, before the first one by where
/// that came from. Written past the trail when the rules move thousands at once; the version of the rules tells what it was.
/// </summary>
[NotAudited]
internal sealed class TerritoryMove
{
    public required Guid Id { get; init; }

    public required CustomerId CustomerId { get; init; }

    public TerritoryId? FromId { get; init; }

    public TerritoryId? ToId { get; init; }

    /// <summary>The first day in the new one.</summary>
    public required DateOnly First { get; init; }

    /// <summary>A version of the rules or a scenario; null is by hand.</summary>
    public Guid? CauseId { get; init; }
}

internal sealed class TerritoryMoveTable : IEntityTypeConfiguration<TerritoryMove>
{
    public void Configure(EntityTypeBuilder<TerritoryMove> table)
    {
        table.ToTable("customers_territory_move");
        table.HasIndex(move => new { move.CustomerId, move.First });
        table.HasIndex(move => new { move.CauseId, move.CustomerId });
        table.RefersToCustomer(move => move.CustomerId);
        table.RefersToTerritory(move => move.FromId);
        table.RefersToTerritory(move => move.ToId);
    }
}
