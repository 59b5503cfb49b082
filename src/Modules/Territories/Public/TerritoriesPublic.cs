using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Territories.Data;

namespace Yingpan.Territories.Public;

public static class TerritoriesPermissions
{
    /// <summary>The tree is the map of the house: whoever may read it reads all of it.</summary>
    public static readonly Permission Read = new("territories.read", Scoped: false);
    public static readonly Permission Edit = new("territories.edit", Scoped: false);

    /// <summary>Write, preview and apply the rules by which customers fall into territories, and what-if moves.</summary>
    public static readonly Permission Divide = new("territories.divide", Scoped: false);

    /// <summary>What is done outside of one's own territory, and who asked for leave to; of the people one reaches.</summary>
    public static readonly Permission ReadOutside = new("territories.outside-read");

    /// <summary>Give leave to work outside; never to oneself.</summary>
    public static readonly Permission Release = new("territories.release");

    /// <summary>Say where work outside is blocked, released or flagged, and what the figures of the market are measured by.</summary>
    public static readonly Permission EditPolicy = new("territories.policy-edit", Scoped: false);

    /// <summary>See capacity, share and workload of the whole house.</summary>
    public static readonly Permission Market = new("territories.market", Scoped: false);

    /// <summary>Keep figures of the market and plans of the headcount.</summary>
    public static readonly Permission EditMarket = new("territories.market-edit", Scoped: false);

    public static IReadOnlyList<Permission> All => [Read, Edit, Divide, ReadOutside, Release, EditPolicy, Market, EditMarket];
}

/// <summary>A territory as other modules see it.</summary>
public sealed record TerritoryCard
{
    public required TerritoryId Id { get; init; }

    public TerritoryId? ParentId { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public required int Order { get; init; }
}

/// <summary>Who answers for a territory, or supports it, from when to when (both included; null is until further notice).</summary>
public sealed record Holding
{
    public required TerritoryId TerritoryId { get; init; }

    public required PersonId PersonId { get; init; }

    public required bool IsResponsible { get; init; }

    public required DateOnly First { get; init; }

    public DateOnly? Last { get; init; }
}

public static class TerritoriesViews
{
    private static readonly Expression<Func<Territory, TerritoryCard>> AsTerritory = territory => new TerritoryCard
    {
        Id = territory.Id,
        ParentId = territory.ParentId,
        Number = territory.Number,
        Name = territory.Name,
        Order = territory.Order,
    };

    extension(AppDb db)
    {
        public IQueryable<TerritoryCard> TerritoryCards => db.Set<Territory>().Select(AsTerritory);

        public IQueryable<Holding> Holdings => db.Set<TerritoryHolder>().Select(holder => new Holding
        {
            TerritoryId = holder.TerritoryId,
            PersonId = holder.PersonId,
            IsResponsible = holder.Part == HolderPart.Responsible,
            First = holder.First,
            Last = holder.Last,
        });
    }

    /// <summary>That territory and every one below it.</summary>
    public static Task<IReadOnlyList<TerritoryId>> TerritoriesUnder(this AppDb db, TerritoryId territory, CancellationToken cancel) => db.TerritoriesUnder([territory], cancel);

    /// <summary>The same of several; one that lies below another is there once.</summary>
    internal static async Task<IReadOnlyList<TerritoryId>> TerritoriesUnder(this AppDb db, IReadOnlyCollection<TerritoryId> territories, CancellationToken cancel)
    {
        var children = (await db.TerritoryCards.Where(node => node.ParentId != null)
                .Select(node => new { node.Id, ParentId = node.ParentId!.Value }).ToListAsync(cancel))
            .ToLookup(node => node.ParentId, node => node.Id);
        var below = territories.Distinct().ToList();
        var seen = below.ToHashSet();
        for (var i = 0; i < below.Count; i++)
        {
            below.AddRange(children[below[i]].Where(seen.Add));
        }

        return below;
    }

    /// <summary>A foreign key to a territory, declared in the table of another module.</summary>
    public static void RefersToTerritory<T>(this EntityTypeBuilder<T> table, Expression<Func<T, object?>> key) where T : class =>
        table.HasOne<Territory>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);
}
