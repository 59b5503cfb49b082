using System.Linq.Expressions;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Planning.Data;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Planning.Public;

public readonly record struct GoalId(Guid Value) : IId<GoalId>
{
    public static GoalId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out GoalId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public static class PlanningPermissions
{
    public static readonly Permission Read = new("planning.read", InTerritories: true);
    public static readonly Permission Edit = new("planning.edit", InTerritories: true);
    public static readonly Permission Import = new("planning.import");

    public static IReadOnlyList<Permission> All => [Read, Edit, Import];
}

/// <summary>A goal as other modules see it. Both days are included.</summary>
public sealed record GoalCard : IOwned<GoalCard>
{
    public required GoalId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public UnitId? UnitId { get; init; }

    public TerritoryId? TerritoryId { get; init; }

    public required DateOnly First { get; init; }

    public required DateOnly Last { get; init; }

    public required Money Amount { get; init; }

    static Expression<Func<GoalCard, PersonId?>> IOwned<GoalCard>.Owner { get; } = goal => goal.PersonId;

    static Expression<Func<GoalCard, TerritoryId?>>? IOwned<GoalCard>.Territory { get; } = goal => goal.TerritoryId;
}

public static class PlanningViews
{
    extension(AppDb db)
    {
        public IQueryable<GoalCard> GoalCards => db.Set<Goal>().Select(goal => new GoalCard
        {
            Id = goal.Id,
            PersonId = goal.PersonId,
            UnitId = goal.UnitId,
            TerritoryId = goal.TerritoryId,
            First = goal.First,
            Last = goal.Last,
            Amount = goal.Amount,
        });
    }
}
