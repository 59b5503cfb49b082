using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Platform.Data;
using Yingpan.Platform.Access;
using Yingpan.Platform.Http;
using Yingpan.Territories.Data;
using Yingpan.Territories.Dividing.Rules;
using Yingpan.Territories.Places;
using Yingpan.Territories.Public;
using Yingpan.Organization.Public;

namespace Yingpan.Territories.Dividing;

internal sealed record DivisionRow
{
    public required DivisionId Id { get; init; }

    public required int Number { get; init; }

    public required DivisionState State { get; init; }

    public required DateOnly First { get; init; }

    public string? Remark { get; init; }

    public string? EditedByName { get; init; }

    public required DateTimeOffset EditedAt { get; init; }

    public DateTimeOffset? AppliedAt { get; init; }

    public int? Moved { get; init; }
}

internal sealed record DivisionView : IHasVersion
{
    public required DivisionRow Head { get; init; }

    public required TerritoryId DefaultId { get; init; }

    public required IReadOnlyList<DivisionRule> Rules { get; init; }

    /// <summary>Of the divisions rules speak of: full name by code.</summary>
    public required IReadOnlyDictionary<string, string> Regions { get; init; }

    /// <summary>Of the named accounts, as far as the caller may see them.</summary>
    public required IReadOnlyList<MemberName> Customers { get; init; }

    public required int Version { get; init; }

    public required IReadOnlyList<string> Can { get; init; }
}

/// <summary>GET /api/territory-divisions: the newest first.</summary>
internal static class ListDivisions
{
    public sealed record View(IReadOnlyList<DivisionRow> Items, int Total);

    public static async Task<View> Handle(AppDb db, CancellationToken cancel)
    {
        var rows = await Rows(db).OrderByDescending(row => row.Number).ToListAsync(cancel);
        return new View(rows, rows.Count);
    }

    public static IQueryable<DivisionRow> Rows(AppDb db)
    {
        var people = db.PersonCards;
        return db.Set<DivisionVersion>().AsNoTracking().Select(version => new DivisionRow
        {
            Id = version.Id,
            Number = version.Number,
            State = version.State,
            First = version.First,
            Remark = version.Remark,
            EditedByName = people.Where(person => person.Id == version.EditedById).Select(person => person.Name).FirstOrDefault(),
            EditedAt = version.EditedAt,
            AppliedAt = version.AppliedAt,
            Moved = version.Moved,
        });
    }
}

/// <summary>GET /api/territory-divisions/{id}</summary>
internal static class ReadDivision
{
    public static async Task<DivisionView> Handle(DivisionId id, AppDb db, Caller caller, ITerritoryMembers members, CancellationToken cancel)
    {
        var version = await db.FindDivision(id, cancel);
        var division = version.Division;
        var mayDivide = caller.May(TerritoriesPermissions.Divide);
        return new DivisionView
        {
            Head = await ListDivisions.Rows(db).FirstAsync(row => row.Id == id, cancel),
            DefaultId = division.DefaultId,
            Rules = division.Rules,
            Regions = division.Rules.SelectMany(rule => rule.Regions).Distinct().ToDictionary(code => code, ShippedTables.Regions.FullName),
            Customers = await members.Named([.. division.Rules.SelectMany(rule => rule.Customers).Distinct()], cancel),
            Version = version.Version,
            Can = !mayDivide ? [] : version.State switch
            {
                DivisionState.Draft => ["edit", "apply", "delete"],
                DivisionState.Planned => ["withdraw"],
                _ => [],
            },
        };
    }
}
