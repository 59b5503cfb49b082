using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Names;
using Yingpan.Customers.Names.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;

namespace Yingpan.Customers.Campaigns;

internal sealed record CampaignRow
{
    public required CampaignId Id { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public required CampaignState State { get; init; }

    public required DateOnly First { get; init; }

    public DateOnly? Last { get; init; }

    public required PersonId OwnerId { get; init; }

    public string? OwnerName { get; init; }

    public string? Products { get; init; }

    public string? Industries { get; init; }

    /// <summary>Of those the caller sees, as is what follows.</summary>
    public required int Names { get; init; }

    /// <summary>Spoken with, whatever came of it.</summary>
    public required int Called { get; init; }

    /// <summary>Became customers.</summary>
    public required int Customers { get; init; }
}

/// <summary>GET /api/campaigns, GET /api/campaigns/export</summary>
internal static class ListCampaigns
{
    public sealed class Filter : IChecked
    {
        public CampaignState? State { get; init; }

        /// <summary>Who answers for it.</summary>
        public PersonId? Owner { get; init; }

        /// <summary>Not closed: those that take names.</summary>
        public bool? Open { get; init; }

        /// <summary>Those the caller takes part in.</summary>
        public bool? Mine { get; init; }
    }

    private static readonly ListSpec<CampaignRow> Spec = new ListSpec<CampaignRow>("campaigns", row => row.Id)
        .Column("number", row => row.Number)
        .NameColumn("name", row => row.Name)
        .Column("state", row => row.State)
        .Column("first", row => row.First)
        .Column("last", row => row.Last)
        .NameColumn("ownerName", row => row.OwnerName)
        .ExportColumn("products", row => row.Products)
        .ExportColumn("industries", row => row.Industries)
        .Column("names", row => row.Names)
        .Column("called", row => row.Called)
        .Column("customers", row => row.Customers)
        .SortedBy("-first");

    public static async Task<ListPage<CampaignRow>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, Reach reach, CancellationToken cancel) =>
        await Spec.Page(Rows(query, filter, db, reach, await Path(filter, db, reach, cancel)), query, db, cancel);

    public static async Task Export([AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, Reach reach, CancellationToken cancel) =>
        await ExportList.Write(http, db, Spec, Rows(query, filter, db, reach, await Path(filter, db, reach, cancel)), query.Sort, cancel);

    /// <summary>The caller's unit and those above it, where it matters.</summary>
    private static async Task<IReadOnlyList<UnitId>> Path(Filter filter, AppDb db, Reach reach, CancellationToken cancel) =>
        filter.Mine == true && reach.Caller.Unit is { } unit ? (await db.UnitPaths(cancel)).Of(unit) : [];

    private static IQueryable<CampaignRow> Rows(ListQuery query, Filter filter, AppDb db, Reach reach, IReadOnlyList<UnitId> path)
    {
        var campaigns = db.Set<Campaign>().AsNoTracking();
        campaigns = filter.State is { } state ? campaigns.Where(campaign => campaign.State == state) : campaigns;
        campaigns = filter.Owner is { } owner ? campaigns.Where(campaign => campaign.OwnerId == owner) : campaigns;
        campaigns = filter.Open is { } open ? campaigns.Where(campaign => (campaign.State != CampaignState.Closed) == open) : campaigns;
        if (filter.Mine == true)
        {
            var me = reach.Caller.Person;
            campaigns = campaigns.Where(campaign => campaign.OwnerId == me || campaign.Parts.Count == 0
                || campaign.Parts.Any(part => (me != null && part.PersonId == me) || (part.UnitId != null && path.Contains(part.UnitId.Value))));
        }

        campaigns = query.Pattern is { } pattern
            ? campaigns.Where(campaign => EF.Functions.Like(campaign.Name.ToLower(), pattern, @"\") || EF.Functions.Like(campaign.Number.ToLower(), pattern, @"\"))
            : campaigns;
        var (people, names) = (db.PersonCards, db.Set<ListedName>().VisibleTo(reach, CustomersPermissions.Read));
        return campaigns.Select(campaign => new CampaignRow
        {
            Id = campaign.Id,
            Number = campaign.Number,
            Name = campaign.Name,
            State = campaign.State,
            First = campaign.First,
            Last = campaign.Last,
            OwnerId = campaign.OwnerId,
            OwnerName = people.Where(person => person.Id == campaign.OwnerId).Select(person => person.Name).FirstOrDefault(),
            Products = campaign.Products,
            Industries = campaign.Industries,
            Names = names.Count(name => name.CampaignId == campaign.Id),
            Called = names.Count(name => name.CampaignId == campaign.Id && (name.State == NameState.Called || name.State == NameState.Customer)),
            Customers = names.Count(name => name.CampaignId == campaign.Id && name.State == NameState.Customer),
        });
    }
}
