using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;

namespace Yingpan.Customers.Public;

public readonly record struct PoolId(Guid Value) : IId<PoolId>
{
    public static PoolId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out PoolId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct CustomerShareId(Guid Value) : IId<CustomerShareId>
{
    public static CustomerShareId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out CustomerShareId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct OwnershipRulesId(Guid Value) : IId<OwnershipRulesId>
{
    public static OwnershipRulesId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out OwnershipRulesId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct RecyclingRunId(Guid Value) : IId<RecyclingRunId>
{
    public static RecyclingRunId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out RecyclingRunId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

public readonly record struct DisputeId(Guid Value) : IId<DisputeId>
{
    public static DisputeId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out DisputeId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>What one may do about whose a customer is.</summary>
public static class OwnershipPermissions
{
    /// <summary>To see the pools that are open to one's unit and position.</summary>
    public static readonly Permission ReadPools = new("customers.pools-read", Scoped: false);

    public static readonly Permission Claim = new("customers.claim", Scoped: false);

    /// <summary>To pass on, share, release, protect and except customers of the people reached, to people reached.</summary>
    public static readonly Permission Transfer = new("customers.transfer", InTerritories: true);

    /// <summary>To pass on to people beyond one's reach.</summary>
    public static readonly Permission TransferAnywhere = new("customers.transfer-anywhere", Scoped: false);

    /// <summary>Pools, rules, runs.</summary>
    public static readonly Permission EditRules = new("customers.ownership-edit", Scoped: false);

    /// <summary>Disputes in which somebody reached takes part; one's own are seen anyway.</summary>
    public static readonly Permission ReadDisputes = new("customers.disputes-read");

    /// <summary>To rule where both sides are reached; never in a matter of one's own.</summary>
    public static readonly Permission Rule = new("customers.disputes-rule");

    public static IReadOnlyList<Permission> All => [ReadPools, Claim, Transfer, TransferAnywhere, EditRules, ReadDisputes, Rule];
}

/// <summary>One thing that was done with a customer.</summary>
/// <param name="By">Null where nobody is known for it.</param>
/// <param name="Note">What tells it from another: a number.</param>
public sealed record CustomerDeed(DateOnly On, PersonId? By, string Note);

/// <summary>
/// A question of Customers, answered by every module that knows of something done with a customer: an order, a receipt, a record, a contact entered. It keeps
/// him from going back into a pool.
/// </summary>
public interface ICustomerActivity
{
    /// <summary>As the screens name it: <c>orders</c>.</summary>
    string Kind { get; }

    /// <summary>A sale, or what follows from one.</summary>
    bool IsDeal { get; }

    /// <summary>The customers with one on that day or later; part of a larger query.</summary>
    IQueryable<CustomerId> Since(DateOnly day);

    /// <summary>The last of each of these customers; those without one are left out.</summary>
    Task<IReadOnlyDictionary<CustomerId, DateOnly>> Last(IReadOnlyCollection<CustomerId> customers, CancellationToken cancel);

    /// <summary>The newest first.</summary>
    Task<IReadOnlyList<CustomerDeed>> Of(CustomerId customer, int most, CancellationToken cancel);
}
