using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Planning.Public;
using Yingpan.Platform.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Planning.Data;

/// <summary>
/// What a person is to sell in a period. Unit and territory are those of its first day, so a later move takes no goal along. The goals of
/// a person never overlap: any day asks for one figure.
/// </summary>
internal sealed class Goal : IVersioned, IOwned<Goal>
{
    public required GoalId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public UnitId? UnitId { get; set; }

    public TerritoryId? TerritoryId { get; set; }

    public required DateOnly First { get; set; }

    /// <summary>Included.</summary>
    public required DateOnly Last { get; set; }

    public required Money Amount { get; set; }

    public Guid? ImportId { get; init; }

    public int Version { get; set; } = 1;

    static Expression<Func<Goal, PersonId?>> IOwned<Goal>.Owner { get; } = goal => goal.PersonId;

    static Expression<Func<Goal, TerritoryId?>>? IOwned<Goal>.Territory { get; } = goal => goal.TerritoryId;
}

internal sealed class GoalTable : IEntityTypeConfiguration<Goal>
{
    public void Configure(EntityTypeBuilder<Goal> table)
    {
        table.ToTable("planning_goal");
        table.Property(goal => goal.Version).IsConcurrencyToken();
        table.HasIndex(goal => new { goal.PersonId, goal.First }).IsUnique();
        table.HasIndex(goal => new { goal.Last, goal.First });
        table.RefersToPerson(goal => goal.PersonId);
        table.RefersToUnit(goal => goal.UnitId);
        table.RefersToTerritory(goal => goal.TerritoryId);
    }
}
