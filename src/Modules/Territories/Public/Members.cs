using Yingpan.Kernel;

namespace Yingpan.Territories.Public;

/// <summary>What the division of the market asks of a customer. Whose module he belongs to lies above: here he is an id.</summary>
public sealed record Member
{
    public required Guid Id { get; init; }

    /// <summary>As in the module of customers: Prospect, Active, Lost.</summary>
    public required string State { get; init; }

    public string? City { get; init; }

    public string? Address { get; init; }

    public string? Industry { get; init; }

    public PersonId? OwnerId { get; init; }

    /// <summary>Of the owner, today.</summary>
    public UnitId? UnitId { get; init; }

    public TerritoryId? TerritoryId { get; init; }
}

public sealed record MemberName(Guid Id, string Number, string Name);

/// <param name="From">Null lay in none.</param>
public sealed record MemberMove(Guid Member, TerritoryId? From, TerritoryId To);

/// <summary>Asked where the market is divided; answered by the module that has the customers.</summary>
public interface ITerritoryMembers
{
    /// <summary>All of them, whoever asks: for counts and sums.</summary>
    Task<IReadOnlyList<Member>> All(CancellationToken cancel);

    /// <summary>Those the caller may see.</summary>
    Task<IReadOnlyList<Member>> Seen(CancellationToken cancel);

    /// <summary>Names of those among them that the caller may see.</summary>
    Task<IReadOnlyList<MemberName>> Named(IReadOnlyCollection<Guid> members, CancellationToken cancel);

    /// <summary>All at once, from that day on; what they were before stays known. Those who lie elsewhere by now are passed over. How many it was.</summary>
    /// <param name="cause">The change they belong to: a version of the rules, a scenario.</param>
    Task<int> Move(Guid cause, DateOnly day, IReadOnlyList<MemberMove> moves, CancellationToken cancel);
}

/// <param name="Line">Product line; null without one.</param>
public sealed record TerritorySale(TerritoryId? TerritoryId, string? Line, string? Industry, Quantity Quantity, Money Amount);

/// <summary>Asked what was sold in the market; answered by the module that has the orders. Both days are included.</summary>
public interface ITerritorySales
{
    Task<IReadOnlyDictionary<Guid, Money>> ByMember(DateOnly first, DateOnly last, CancellationToken cancel);

    /// <summary>By the territory of the order's day, product line and industry of the customer.</summary>
    Task<IReadOnlyList<TerritorySale>> Sold(DateOnly first, DateOnly last, CancellationToken cancel);

    /// <summary>The last day on which something happened with each customer.</summary>
    Task<IReadOnlyDictionary<Guid, DateOnly>> LastTouched(CancellationToken cancel);
}
