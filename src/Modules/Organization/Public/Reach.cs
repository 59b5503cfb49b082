using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Organization.Public;

/// <summary>
/// A record that belongs to a person, and says by which of its members. One that belongs to nobody (null) is seen only by those who
/// reach everything.
/// </summary>
public interface IOwned<TSelf>
    where TSelf : class, IOwned<TSelf>
{
    static abstract Expression<Func<TSelf, PersonId?>> Owner { get; }

    /// <summary>The territory it lies in, for whose holders a permission granted over territories reaches it; null where such records lie in none.</summary>
    static virtual Expression<Func<TSelf, TerritoryId?>>? Territory => null;

    /// <summary>Those it belongs to besides its owner, for whom that permission reaches it as if it were theirs; null where there are none such.</summary>
    static virtual Expression<Func<TSelf, IEnumerable<PersonId>>>? Sharers(Permission permission) => null;
}

/// <summary>
/// How far the caller reaches today: the one rule of row visibility. Lists, details, searches, exports, imports and reports all ask
/// here, so that no second path can forget it.
/// </summary>
public sealed class Reach(AppDb db, Caller caller, CompanyClock clock)
{
    public Caller Caller { get; } = caller;

    /// <summary>
    /// The people whose records the permission reaches; null when it reaches everybody's. The owner of a record sees it in every case,
    /// whatever his unit.
    /// </summary>
    public IQueryable<PersonId>? People(Permission permission)
    {
        var today = clock.Today;
        var me = Caller.Person;
        return Caller.ScopeOf(permission) switch
        {
            Scope.All => null,
            Scope.Subtree => InUnits(Caller.SubtreeUnits, me, today),
            Scope.Team => InUnits(Caller.Unit is { } unit ? [unit] : [], me, today),
            Scope.Own => db.Set<Person>().Where(person => person.Id == me).Select(person => person.Id),
            _ => db.Set<Person>().Where(_ => false).Select(person => person.Id),
        };
    }

    /// <summary>May the caller give this person a record, or take one from him?</summary>
    public async Task<bool> Covers(PersonId? person, Permission permission, CancellationToken cancel) => Caller.ScopeOf(permission) switch
    {
        Scope.All => true,
        // The commonest cases need no question to the database.
        null => false,
        Scope.Own => person is not null && person == Caller.Person,
        _ => person is { } id && await People(permission)!.AnyAsync(reached => reached == id, cancel),
    };

    /// <summary>Does the permission reach a record of that person, lying there? For one that is at hand; the rest ask <see cref="Visibility.VisibleTo"/>.</summary>
    public async Task<bool> Covers(PersonId? person, TerritoryId? territory, Permission permission, CancellationToken cancel) =>
        (territory is { } place && Caller.TerritoriesOf(permission).Contains(place)) || await Covers(person, permission, cancel);

    /// <summary>The same for many records at once, as in an import.</summary>
    public async Task<ReachedPeople> Among(Permission permission, CancellationToken cancel) =>
        new(People(permission) is { } people ? await people.ToHashSetAsync(cancel) : null, [.. Caller.TerritoriesOf(permission)]);

    private IQueryable<PersonId> InUnits(IReadOnlyList<UnitId> units, PersonId? me, DateOnly today) => db.Set<Membership>()
        .Where(membership => membership.PersonId == me
            || (units.Contains(membership.UnitId) && membership.First <= today && (membership.Last == null || membership.Last >= today)))
        .Select(membership => membership.PersonId);
}

/// <param name="people">Null is everybody, and nobody's records too.</param>
public sealed class ReachedPeople(HashSet<PersonId>? people, HashSet<TerritoryId> territories)
{
    /// <summary>A record of that person, lying there.</summary>
    public bool Contains(PersonId? person, TerritoryId? territory) => (territory is { } place && territories.Contains(place)) || Contains(person);

    public bool Contains(PersonId? person) => people is null || (person is { } id && people.Contains(id));
}

public static class Visibility
{
    /// <summary>The records among <paramref name="rows"/> that the caller's grant of <paramref name="permission"/> reaches.</summary>
    /// <param name="isOne">A single one is looked for, by its key: then it does not matter by which way it is found.</param>
    public static IQueryable<T> VisibleTo<T>(this IQueryable<T> rows, Reach reach, Permission permission, bool isOne = false)
        where T : class, IOwned<T>
    {
        switch (reach.Caller.ScopeOf(permission))
        {
            case Scope.All:
                return rows;
            case Scope.Own:
                // The commonest case of all, a rep's own records, stays a plain comparison that an index answers.
                var me = reach.Caller.Person;
                return me is null ? rows.Where(_ => false) : With(rows, owner => owner == me, sharer => sharer == me, reach, permission, isFew: !isOne);
            default:
                var people = reach.People(permission)!;
                var isFew = !isOne && (reach.Caller.ScopeOf(permission) == Scope.Team || reach.Caller.SubtreeUnits.Count < 2);
                return With(rows, owner => owner != null && people.Contains(owner.Value), sharer => people.Contains(sharer), reach, permission, isFew);
        }
    }

    /// <param name="isFew">
    /// What belongs to a few people is found by its owner and by its sharers, one after the other, each by an index; what belongs to half the house is
    /// gone through in the order that is asked for.
    /// </param>
    private static IQueryable<T> With<T>(
        IQueryable<T> rows, Expression<Func<PersonId?, bool>> test, Expression<Func<PersonId, bool>> shared, Reach reach, Permission permission, bool isFew)
        where T : class, IOwned<T>
    {
        var owned = Here(Owner<T>(test), reach.Caller.TerritoriesOf(permission));
        if (T.Sharers(permission) is not { } sharers)
        {
            return rows.Where(owned);
        }

        var any = Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [typeof(PersonId)], new Instead(sharers.Parameters[0], owned.Parameters[0]).Visit(sharers.Body), shared);
        return isFew
            ? rows.Where(owned).Concat(rows.Where(Expression.Lambda<Func<T, bool>>(Expression.AndAlso(Expression.Not(owned.Body), any), owned.Parameters)))
            : rows.Where(Expression.Lambda<Func<T, bool>>(Expression.OrElse(owned.Body, any), owned.Parameters));
    }

    /// <summary>Also those that lie in the territories the permission is granted over.</summary>
    private static Expression<Func<T, bool>> Here<T>(Expression<Func<T, bool>> owned, IReadOnlyList<TerritoryId> territories)
        where T : class, IOwned<T>
    {
        if (territories.Count == 0 || T.Territory is not { } territory)
        {
            return owned;
        }

        Expression<Func<TerritoryId?, bool>> test = place => place != null && territories.Contains(place.Value);
        var lies = new Instead(territory.Parameters[0], owned.Parameters[0]).Visit(territory.Body);
        return Expression.Lambda<Func<T, bool>>(Expression.OrElse(owned.Body, new Instead(test.Parameters[0], lies).Visit(test.Body)), owned.Parameters);
    }

    /// <summary>The test, asked of the member that says who owns a T.</summary>
    private static Expression<Func<T, bool>> Owner<T>(Expression<Func<PersonId?, bool>> test)
        where T : class, IOwned<T>
    {
        // Taken once: where a record makes the expression anew at each call, the parameter of one is not that of another.
        var owner = T.Owner;
        return Expression.Lambda<Func<T, bool>>(new Instead(test.Parameters[0], owner.Body).Visit(test.Body), owner.Parameters);
    }

    private sealed class Instead(Expression old, Expression replacement) : ExpressionVisitor
    {
        [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(node))]
        public override Expression? Visit(Expression? node) => node == old ? replacement : base.Visit(node);
    }
}
