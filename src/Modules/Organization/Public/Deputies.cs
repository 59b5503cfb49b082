using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Public;

public readonly record struct DelegationId(Guid Value) : IId<DelegationId>
{
    public static DelegationId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out DelegationId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>Who acts for whom, from when to when (both included), and in which kinds of work.</summary>
public sealed record Deputy
{
    /// <summary>For whom.</summary>
    public required PersonId PersonId { get; init; }

    public required PersonId DeputyId { get; init; }

    public required DateOnly First { get; init; }

    public required DateOnly Last { get; init; }

    /// <summary><c>,orders.discount,general,</c>; empty is every kind. Asked with <c>Kinds == "" || Kinds.Contains(",general,")</c>.</summary>
    public required string Kinds { get; init; }
}

/// <summary>Asked when a delegation is written: the kinds of work that can be handed over, each with its text <c>approval-kind.{code}</c>.</summary>
public interface IDelegatedWork
{
    IReadOnlyList<string> Kinds { get; }
}

public static class DeputyViews
{
    extension(AppDb db)
    {
        public IQueryable<Deputy> Deputies => db.Set<Delegation>().Select(delegation => new Deputy
        {
            PersonId = delegation.PersonId,
            DeputyId = delegation.DeputyId,
            First = delegation.First,
            Last = delegation.Last,
            Kinds = delegation.Kinds,
        });
    }
}
