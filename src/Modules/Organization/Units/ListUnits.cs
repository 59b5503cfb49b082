using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Platform.Data;
using Yingpan.Platform.Modules;

namespace Yingpan.Organization.Units;

internal sealed record UnitNode
{
    public required UnitId Id { get; init; }

    public UnitId? ParentId { get; init; }

    public required string Name { get; init; }

    public required string Kind { get; init; }

    public PersonId? HeadId { get; init; }

    public string? HeadName { get; init; }

    public required int Order { get; init; }

    /// <summary>People placed here today, without those of units below.</summary>
    public required int People { get; init; }

    public required int Version { get; init; }
}

/// <summary>GET /api/units: the whole tree, parents by id; a company has hundreds of units, not more.</summary>
internal static class ListUnits
{
    public sealed record View(IReadOnlyList<UnitNode> Items);

    public static async Task<View> Handle(AppDb db, CompanyClock clock, CancellationToken cancel) =>
        new(await Nodes(db, clock.Today).OrderBy(unit => unit.Order).ThenBy(unit => unit.Id).ToListAsync(cancel));

    public static IQueryable<UnitNode> Nodes(AppDb db, DateOnly today) => db.Set<Unit>().AsNoTracking().Select(unit => new UnitNode
    {
        Id = unit.Id,
        ParentId = unit.ParentId,
        Name = unit.Name,
        Kind = unit.Kind.ToString(),
        HeadId = unit.HeadId,
        HeadName = db.Set<Person>().Where(person => person.Id == unit.HeadId).Select(person => person.Name).FirstOrDefault(),
        Order = unit.Order,
        People = db.Set<Membership>().Count(membership => membership.UnitId == unit.Id
            && membership.First <= today && (membership.Last == null || membership.Last >= today)),
        Version = unit.Version,
    });
}
