using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Territories.Data;

namespace Yingpan.Territories.Public;

public readonly record struct TerritoryId(Guid Value) : IId<TerritoryId>
{
    public static TerritoryId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out TerritoryId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct TerritoryHolderId(Guid Value) : IId<TerritoryHolderId>
{
    public static TerritoryHolderId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out TerritoryHolderId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public static class TerritoriesPermissions
{
    /// <summary>The tree is the map of the house: whoever may read it reads all of it.</summary>
    public static readonly Permission Read = new("territories.read", Scoped: false);
    public static readonly Permission Edit = new("territories.edit", Scoped: false);

    public static IReadOnlyList<Permission> All => [Read, Edit];
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
    extension(AppDb db)
    {
        public IQueryable<TerritoryCard> TerritoryCards => db.Set<Territory>().Select(territory => new TerritoryCard
        {
            Id = territory.Id,
            ParentId = territory.ParentId,
            Number = territory.Number,
            Name = territory.Name,
            Order = territory.Order,
        });

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
    public static async Task<IReadOnlyList<TerritoryId>> TerritoriesUnder(this AppDb db, TerritoryId territory, CancellationToken cancel)
    {
        var children = (await db.TerritoryCards.Where(node => node.ParentId != null)
                .Select(node => new { node.Id, ParentId = node.ParentId!.Value }).ToListAsync(cancel))
            .ToLookup(node => node.ParentId, node => node.Id);
        var below = new List<TerritoryId> { territory };
        for (var i = 0; i < below.Count; i++)
        {
            below.AddRange(children[below[i]]);
        }

        return below;
    }

    /// <summary>A foreign key to a territory, declared in the table of another module.</summary>
    public static void RefersToTerritory<T>(this EntityTypeBuilder<T> table, Expression<Func<T, object?>> key) where T : class =>
        table.HasOne<Territory>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);
}
