using Microsoft.EntityFrameworkCore;
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

/// <summary>Who stands in for whom on a day.</summary>
public sealed class StandingDeputies(IReadOnlyList<Deputy> all)
{
    private readonly ILookup<PersonId, Deputy> byDeputy = all.ToLookup(deputy => deputy.DeputyId);
    private readonly ILookup<PersonId, Deputy> byPerson = all.ToLookup(deputy => deputy.PersonId);

    /// <summary>For whom he stands in.</summary>
    public IReadOnlyList<Deputy> Of(PersonId deputy) => [.. byDeputy[deputy]];

    /// <summary>Who stands in for him in that kind of work.</summary>
    public IEnumerable<Deputy> For(PersonId person, string kind) =>
        byPerson[person].Where(deputy => deputy.Kinds.Length == 0 || deputy.Kinds.Contains($",{kind},", StringComparison.Ordinal));
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

        /// <summary>From the memory of the house.</summary>
        public ValueTask<StandingDeputies> DeputiesOn(DateOnly day, CancellationToken cancel) => db.FromHouse(
            async () => new StandingDeputies(await db.Deputies.AsNoTracking().Where(deputy => deputy.First <= day && deputy.Last >= day).ToListAsync(cancel)), day);
    }
}
