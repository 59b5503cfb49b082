using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Public;

/// <summary>
/// A person as other modules see him. Names are read by sub-query: <c>var people = db.PersonCards;</c> in front of the query (an
/// expression tree holds no extension property), <c>people.Where(person => person.Id == row.OwnerId)</c> in it.
/// </summary>
public sealed record PersonCard
{
    public required PersonId Id { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public required DateOnly HiredOn { get; init; }

    public DateOnly? LeftOn { get; init; }

    public GradeId? GradeId { get; init; }
}

/// <summary>Who was where from when to when. <see cref="Last"/> is included; null is until further notice.</summary>
public sealed record Placement
{
    public required PersonId PersonId { get; init; }

    public required UnitId UnitId { get; init; }

    public required PositionId PositionId { get; init; }

    public required DateOnly First { get; init; }

    public DateOnly? Last { get; init; }
}

/// <summary>
/// A unit on one day. One that is closed by then is still there, under what took its place, for its name and its past; so is one to come.
/// </summary>
public sealed record UnitCard
{
    public required UnitId Id { get; init; }

    public UnitId? ParentId { get; init; }

    public required string Name { get; init; }

    public PersonId? HeadId { get; init; }

    public required int Order { get; init; }

    public required bool IsClosed { get; init; }
}

public sealed record PositionCard
{
    public required PositionId Id { get; init; }

    public required string Name { get; init; }
}

public static class OrganizationViews
{
    private static readonly Expression<Func<Person, PersonCard>> AsPerson = person => new PersonCard
    {
        Id = person.Id,
        Number = person.Number,
        Name = person.Name,
        HiredOn = person.HiredOn,
        LeftOn = person.LeftOn,
        GradeId = person.GradeId,
    };

    private static readonly Expression<Func<Membership, Placement>> AsPlacement = membership => new Placement
    {
        PersonId = membership.PersonId,
        UnitId = membership.UnitId,
        PositionId = membership.PositionId,
        First = membership.First,
        Last = membership.Last,
    };

    private static readonly Expression<Func<UnitTerm, UnitCard>> AsUnit = term => new UnitCard
    {
        Id = term.UnitId,
        ParentId = term.ParentId,
        Name = term.Name,
        HeadId = term.HeadId,
        Order = term.Order,
        IsClosed = term.IsClosed,
    };

    extension(AppDb db)
    {
        public IQueryable<PersonCard> PersonCards => db.Set<Person>().Select(AsPerson);

        public IQueryable<Placement> Placements => db.Set<Membership>().Select(AsPlacement);

        public IQueryable<PositionCard> PositionCards => db.Set<Position>().Select(position => new PositionCard { Id = position.Id, Name = position.Name });

        /// <summary>As they are today.</summary>
        public IQueryable<UnitCard> UnitCards => db.UnitCardsOn(db.Today);

        /// <summary>As they were, or are to be, on that day.</summary>
        public IQueryable<UnitCard> UnitCardsOn(DateOnly day) => db.Set<UnitTerm>().On(day).Select(AsUnit);
    }

    /// <summary>Locks a person until the transaction ends, so that what hangs on him (his goals, his accounts) changes one at a time.</summary>
    public static Task LockPerson(this AppDb db, PersonId person, CancellationToken cancel) =>
        db.Locked<Person>(person.Value).AsNoTracking().LoadAsync(cancel);

    /// <summary>Locks the company until the transaction ends: whoever rearranges a tree of the house queues here. Before a person, and after a request for approval, where both are needed.</summary>
    public static Task LockCompany(this AppDb db, CancellationToken cancel) =>
        db.Locked<Company>(Company.TheOne).AsNoTracking().LoadAsync(cancel);

    /// <summary>A foreign key to a person, declared in the table of another module.</summary>
    public static void RefersToPerson<T>(this EntityTypeBuilder<T> table, Expression<Func<T, object?>> key) where T : class =>
        table.HasOne<Person>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);

    /// <summary>A foreign key to a position, declared in the table of another module.</summary>
    public static void RefersToPosition<T>(this EntityTypeBuilder<T> table, Expression<Func<T, object?>> key) where T : class =>
        table.HasOne<Position>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);

    /// <summary>A foreign key to a unit, declared in the table of another module.</summary>
    public static void RefersToUnit<T>(this EntityTypeBuilder<T> table, Expression<Func<T, object?>> key) where T : class =>
        table.HasOne<Unit>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);
}

/// <summary>Where many people stand on many days: their placements are asked for once.</summary>
public static class PlacingOnDays
{
    public static async Task<ILookup<PersonId, Placement>> PlacementsOf(this AppDb db, IReadOnlyCollection<PersonId> people, CancellationToken cancel) =>
        (await db.Placements.Where(place => people.Contains(place.PersonId)).ToListAsync(cancel)).ToLookup(place => place.PersonId);

    public static UnitId? UnitOn(this ILookup<PersonId, Placement> places, PersonId person, DateOnly day) =>
        places[person].FirstOrDefault(place => place.First <= day && (place.Last is null || place.Last >= day))?.UnitId;
}

public static class UnitTree
{
    /// <summary>That unit and every unit below it, today.</summary>
    public static Task<IReadOnlyList<UnitId>> UnitsUnder(this AppDb db, UnitId unit, CancellationToken cancel) => db.UnitsUnder(unit, db.Today, cancel);

    /// <summary>The same on another day.</summary>
    public static async Task<IReadOnlyList<UnitId>> UnitsUnder(this AppDb db, UnitId unit, DateOnly day, CancellationToken cancel)
    {
        var children = (await db.UnitCardsOn(day).Where(node => node.ParentId != null)
                .Select(node => new { node.Id, ParentId = node.ParentId!.Value }).ToListAsync(cancel))
            .ToLookup(node => node.ParentId, node => node.Id);
        var below = new List<UnitId> { unit };
        var seen = new HashSet<UnitId> { unit };
        for (var i = 0; i < below.Count; i++)
        {
            below.AddRange(children[below[i]].Where(seen.Add));
        }

        return below;
    }

    /// <summary>That unit, the one above it and so on; it ends where one comes a second time, which is then the last.</summary>
    internal static IEnumerable<UnitId> Above(UnitId unit, IReadOnlyDictionary<UnitId, UnitId?> parents)
    {
        var seen = new HashSet<UnitId>();
        for (UnitId? node = unit; node is { } here && parents.TryGetValue(here, out var above); node = above)
        {
            yield return here;
            if (!seen.Add(here))
            {
                yield break;
            }
        }
    }
}
