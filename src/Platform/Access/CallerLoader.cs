using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Access.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Identity;

namespace Yingpan.Platform.Access;

/// <summary>Where a person stands today. Platform asks; Organization, which owns units and memberships, answers.</summary>
public interface IStanding
{
    /// <summary>Those of them whose last day has passed.</summary>
    Task<IReadOnlySet<PersonId>> HaveLeft(IReadOnlyCollection<PersonId> people, CancellationToken cancel);

    Task<Standing> Of(PersonId person, CancellationToken cancel);

    /// <summary>The unit of today and every unit above it, the nearest first; empty where he stands nowhere.</summary>
    Task<IReadOnlyList<UnitId>> UnitsAbove(PersonId person, CancellationToken cancel);

    /// <summary>Those of them that there are.</summary>
    Task<IReadOnlyList<UnitId>> Known(IReadOnlyList<UnitId> units, CancellationToken cancel);
}

/// <param name="Unit">The unit of today; null before the first and after the last membership.</param>
/// <param name="SubtreeUnits">That unit and every unit below it.</param>
/// <param name="HasLeft">His last day has passed: he comes in no more.</param>
public sealed record Standing(UnitId? Unit, IReadOnlyList<UnitId> SubtreeUnits, bool HasLeft);

/// <summary>Which territories a person holds today, with all below them. Platform asks; Territories answers.</summary>
public interface ITerritoryStanding
{
    Task<IReadOnlyList<TerritoryId>> Of(PersonId person, CancellationToken cancel);
}

/// <summary>Builds a caller from account, roles, standing and territories.</summary>
public sealed class CallerLoader(AppDb db, IStanding standing, ITerritoryStanding territories)
{
    /// <summary>Is somebody whose last day has passed.</summary>
    public async Task<bool> HasLeft(Account account, CancellationToken cancel) => account.PersonId is { } person && (await standing.Of(person, cancel)).HasLeft;

    public async Task<Caller> Load(Account account, CancellationToken cancel)
    {
        var grants = await (
            from link in db.Set<AccountRole>()
            where link.AccountId == account.Id
            join grant in db.Set<RoleGrant>() on link.RoleId equals grant.RoleId
            select new { grant.Permission, grant.Scope }).ToListAsync(cancel);
        var place = account.PersonId is { } person ? await standing.Of(person, cancel) : new Standing(null, [], HasLeft: false);
        var granted = grants.ToLookup(grant => grant.Permission, grant => grant.Scope);
        var inTerritories = granted.Where(GrantedScopes.InTerritories).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        return new Caller
        {
            Account = account.AccountId,
            Person = account.PersonId,
            Login = account.UserName ?? "",
            Unit = place.Unit,
            HasLeft = place.HasLeft,
            SubtreeUnits = place.SubtreeUnits,
            Grants = granted.ToDictionary(group => group.Key, GrantedScopes.OfPeople),
            TerritoryGrants = inTerritories,
            Territories = account.PersonId is { } holder && inTerritories.Count > 0 ? await territories.Of(holder, cancel) : [],
        };
    }
}
