using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
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

    /// <summary>People placed here that day, without those of units below.</summary>
    public required int People { get; init; }

    public required int Version { get; init; }
}

/// <summary>GET /api/units: the whole tree of a day, parents by id; a company has hundreds of units, not more.</summary>
internal static class ListUnits
{
    public sealed class Query : IChecked
    {
        /// <summary>Today unless told.</summary>
        public DateOnly? On { get; init; }

        public void Check(Check check)
        {
            if (On is { } day)
            {
                check.Day("on", day);
            }
        }
    }

    public sealed record View(IReadOnlyList<UnitNode> Items);

    public static async Task<View> Handle([AsParameters] Query query, AppDb db, CompanyClock clock, CancellationToken cancel) =>
        new(await Nodes(db, query.On ?? clock.Today).OrderBy(unit => unit.Order).ThenBy(unit => unit.Id).ToListAsync(cancel));

    private static IQueryable<UnitNode> Nodes(AppDb db, DateOnly day) => db.Set<UnitTerm>().AsNoTracking().On(day).Where(term => !term.IsClosed).Select(term => new UnitNode
    {
        Id = term.UnitId,
        ParentId = term.ParentId,
        Name = term.Name,
        Kind = term.Kind.ToString(),
        HeadId = term.HeadId,
        HeadName = db.Set<Person>().Where(person => person.Id == term.HeadId).Select(person => person.Name).FirstOrDefault(),
        Order = term.Order,
        People = db.Set<Membership>().Count(membership => membership.UnitId == term.UnitId
            && membership.First <= day && (membership.Last == null || membership.Last >= day)),
        Version = db.Set<Unit>().Where(unit => unit.Id == term.UnitId).Select(unit => unit.Version).First(),
    });
}
