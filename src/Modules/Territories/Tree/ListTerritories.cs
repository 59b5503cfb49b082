using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Platform.Modules;
using Yingpan.Territories.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Territories.Tree;

internal sealed record TerritoryRow
{
    public required TerritoryId Id { get; init; }

    public TerritoryId? ParentId { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    /// <summary>Who answers for it today.</summary>
    public PersonId? HolderId { get; init; }

    public string? HolderName { get; init; }

    public string? Kind { get; init; }

    public required int Order { get; init; }

    public required int Version { get; init; }
}

/// <summary>GET /api/territories: the whole tree, parents by id. GET /api/territories/export</summary>
internal static class ListTerritories
{
    private static readonly ListSpec<TerritoryRow> Spec = new ListSpec<TerritoryRow>("territories", row => row.Id)
        .Column("number", row => row.Number)
        .NameColumn("name", row => row.Name)
        .NameColumn("kind", row => row.Kind)
        .NameColumn("holderName", row => row.HolderName)
        .Column("order", row => row.Order)
        .SortedBy("order");

    public static async Task<ListPage<TerritoryRow>> Handle([AsParameters] ListQuery query, AppDb db, CompanyClock clock, CancellationToken cancel) =>
        await Spec.Page(Rows(query, db, clock), query, db, cancel);

    public static async Task Export([AsParameters] ListQuery query, HttpContext http, AppDb db, CompanyClock clock, CancellationToken cancel) =>
        await ExportList.Write(http, db, Spec, Rows(query, db, clock), query.Sort, cancel);

    private static IQueryable<TerritoryRow> Rows(ListQuery query, AppDb db, CompanyClock clock)
    {
        var today = clock.Today;
        var people = db.PersonCards;
        var territories = db.Set<Territory>().AsNoTracking();
        if (query.Pattern is { } pattern)
        {
            territories = territories.Where(territory => EF.Functions.Like(territory.Name.ToLower(), pattern, @"\")
                || EF.Functions.Like(territory.Number.ToLower(), pattern, @"\"));
        }

        return
            from territory in territories
            let holder = territory.Holders.FirstOrDefault(holder => holder.Part == HolderPart.Responsible
                && holder.First <= today && (holder.Last == null || holder.Last >= today))
            select new TerritoryRow
            {
                Id = territory.Id,
                ParentId = territory.ParentId,
                Number = territory.Number,
                Name = territory.Name,
                HolderId = holder == null ? null : holder.PersonId,
                HolderName = people.Where(person => person.Id == holder!.PersonId).Select(person => person.Name).FirstOrDefault(),
                Kind = territory.Kind,
                Order = territory.Order,
                Version = territory.Version,
            };
    }
}

internal sealed record HolderView
{
    public required TerritoryHolderId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required string PersonName { get; init; }

    public required bool IsResponsible { get; init; }

    public required DateOnly First { get; init; }

    public DateOnly? Last { get; init; }
}

internal sealed record TerritoryView : IHasVersion
{
    public required TerritoryId Id { get; init; }

    public TerritoryId? ParentId { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public string? Kind { get; init; }

    public required int Order { get; init; }

    public required IReadOnlyList<HolderView> Holders { get; init; }

    public required int Version { get; init; }

    public IReadOnlyList<string> Can { get; init; } = [];
}

/// <summary>GET /api/territories/{id}</summary>
internal static class ReadTerritory
{
    public static async Task<TerritoryView> Handle(TerritoryId id, AppDb db, Reach reach, CancellationToken cancel)
    {
        var people = db.PersonCards;
        var view = await db.Set<Territory>().AsNoTracking().Where(territory => territory.Id == id).Select(territory => new TerritoryView
        {
            Id = territory.Id,
            ParentId = territory.ParentId,
            Number = territory.Number,
            Name = territory.Name,
            Kind = territory.Kind,
            Order = territory.Order,
            Version = territory.Version,
            Holders = territory.Holders.OrderByDescending(holder => holder.First).Select(holder => new HolderView
            {
                Id = holder.Id,
                PersonId = holder.PersonId,
                PersonName = people.Where(person => person.Id == holder.PersonId).Select(person => person.Name).First(),
                IsResponsible = holder.Part == HolderPart.Responsible,
                First = holder.First,
                Last = holder.Last,
            }).ToList(),
        }).FirstOrDefaultAsync(cancel) ?? throw Refusal.NotFound("record.not-found");
        return view with { Can = reach.Caller.May(TerritoriesPermissions.Edit) ? ["edit", "hold", "delete"] : [] };
    }
}
