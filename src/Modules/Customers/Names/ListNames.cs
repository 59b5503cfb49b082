using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Contacts.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Names.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;

namespace Yingpan.Customers.Names;

internal sealed record NameRow : IHasVersion
{
    public required ListedNameId Id { get; init; }

    public required string Name { get; init; }

    public required CampaignId CampaignId { get; init; }

    public required string CampaignName { get; init; }

    public required PersonId OwnerId { get; init; }

    public string? OwnerName { get; init; }

    public required PersonId PreparedById { get; init; }

    public string? PreparedByName { get; init; }

    public required DateOnly Day { get; init; }

    public required NameState State { get; init; }

    public required DateOnly StateOn { get; init; }

    public string? Reason { get; init; }

    public string? LegalRepresentative { get; init; }

    public string? HeadName { get; init; }

    public string? Hobbies { get; init; }

    public string? Strengths { get; init; }

    public string? Phone { get; init; }

    /// <summary>Masked for whom may not edit the name.</summary>
    public string? Mobile { get; init; }

    public string? Fax { get; init; }

    public string? Email { get; init; }

    public string? City { get; init; }

    public string? Industry { get; init; }

    public string? Remark { get; init; }

    public required Rate Completeness { get; init; }

    /// <summary>Required fields that are empty, with commas.</summary>
    public required string Missing { get; init; }

    /// <summary>Whom it became.</summary>
    public CustomerId? CustomerId { get; init; }

    public required int Version { get; init; }

    public required bool CanEdit { get; init; }
}

/// <summary>GET /api/customer-names, GET /api/customer-names/export, GET /api/customer-names/{id}</summary>
internal static class ListNames
{
    public sealed class Filter : IChecked
    {
        public CampaignId? Campaign { get; init; }

        public PersonId? Owner { get; init; }

        /// <summary>For whom it counts.</summary>
        public PersonId? PreparedBy { get; init; }

        public NameState? State { get; init; }

        /// <summary>With nothing missing, or with something.</summary>
        public bool? Whole { get; init; }

        /// <summary>First and last day of entry, both included.</summary>
        public DateOnly? From { get; init; }

        public DateOnly? To { get; init; }

        public void Check(Check check) => check.That(From is null || To is null || From <= To, "from", "field.period-backwards");
    }

    private static readonly ListSpec<NameRow> Spec = new ListSpec<NameRow>("customer-names", row => row.Id)
        .NameColumn("name", row => row.Name)
        .NameColumn("campaignName", row => row.CampaignName)
        .Column("state", row => row.State)
        .NameColumn("ownerName", row => row.OwnerName)
        .Column("day", row => row.Day)
        .NameColumn("legalRepresentative", row => row.LegalRepresentative)
        .NameColumn("headName", row => row.HeadName)
        .ExportColumn("hobbies", row => row.Hobbies)
        .ExportColumn("strengths", row => row.Strengths)
        .Column("phone", row => row.Phone)
        .ExportColumn("mobile", row => row.Mobile)
        .NameColumn("city", row => row.City)
        .NameColumn("industry", row => row.Industry)
        .ExportColumn("fax", row => row.Fax)
        .ExportColumn("email", row => row.Email)
        .ExportColumn("remark", row => row.Remark)
        .Column("completeness", row => row.Completeness)
        .NameColumn("preparedByName", row => row.PreparedByName)
        .Column("stateOn", row => row.StateOn)
        .ExportColumn("reason", row => row.Reason)
        .SortedBy("-day");

    public static async Task<ListPage<NameRow>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, Reach reach, CancellationToken cancel) =>
        await Spec.Page(Rows(Chosen(query, filter, db, reach), db, reach), query, db, cancel);

    public static async Task Export([AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, Reach reach, CancellationToken cancel) =>
        await ExportList.Write(http, db, Spec, Rows(Chosen(query, filter, db, reach), db, reach), query.Sort, cancel);

    public static async Task<NameRow> Read(ListedNameId id, AppDb db, Reach reach, CancellationToken cancel) =>
        await Rows(db.Set<ListedName>().AsNoTracking().VisibleTo(reach, CustomersPermissions.Read).Where(name => name.Id == id), db, reach).FirstOrDefaultAsync(cancel)
            ?? throw Refusal.NotFound("record.not-found");

    private static IQueryable<ListedName> Chosen(ListQuery query, Filter filter, AppDb db, Reach reach)
    {
        var names = db.Set<ListedName>().AsNoTracking().VisibleTo(reach, CustomersPermissions.Read);
        names = filter.Campaign is { } campaign ? names.Where(name => name.CampaignId == campaign) : names;
        names = filter.Owner is { } owner ? names.Where(name => name.OwnerId == owner) : names;
        names = filter.PreparedBy is { } author ? names.Where(name => name.PreparedById == author) : names;
        names = filter.State is { } state ? names.Where(name => name.State == state) : names;
        names = filter.Whole is { } whole ? names.Where(name => (name.Missing == "") == whole) : names;
        names = filter.From is { } from ? names.Where(name => name.Day >= from) : names;
        names = filter.To is { } to ? names.Where(name => name.Day <= to) : names;
        return query.Pattern is { } pattern
            ? names.Where(name => EF.Functions.Like(name.Name.ToLower(), pattern, @"\") || EF.Functions.Like(name.HeadName!.ToLower(), pattern, @"\")
                || EF.Functions.Like(name.LegalRepresentative!.ToLower(), pattern, @"\") || EF.Functions.Like(name.Phone!, pattern, @"\"))
            : names;
    }

    private static IQueryable<NameRow> Rows(IQueryable<ListedName> names, AppDb db, Reach reach)
    {
        var (people, campaigns) = (db.PersonCards, db.Set<Campaign>());
        var editors = reach.People(CustomersPermissions.Edit) ?? people.Select(person => person.Id);
        return names.Select(name => new NameRow
        {
            Id = name.Id,
            Name = name.Name,
            CampaignId = name.CampaignId,
            CampaignName = campaigns.Where(campaign => campaign.Id == name.CampaignId).Select(campaign => campaign.Name).First(),
            OwnerId = name.OwnerId,
            OwnerName = people.Where(person => person.Id == name.OwnerId).Select(person => person.Name).FirstOrDefault(),
            PreparedById = name.PreparedById,
            PreparedByName = people.Where(person => person.Id == name.PreparedById).Select(person => person.Name).FirstOrDefault(),
            Day = name.Day,
            State = name.State,
            StateOn = name.StateOn,
            Reason = name.Reason,
            LegalRepresentative = name.LegalRepresentative,
            HeadName = name.HeadName,
            Hobbies = name.Hobbies,
            Strengths = name.Strengths,
            Phone = name.Phone,
            Mobile = editors.Contains(name.OwnerId) ? name.Mobile : Covered.Mobile(name.Mobile),
            Fax = name.Fax,
            Email = editors.Contains(name.OwnerId) ? name.Email : Covered.Email(name.Email),
            City = name.City,
            Industry = name.Industry,
            Remark = name.Remark,
            Completeness = name.Completeness,
            Missing = name.Missing,
            CustomerId = name.CustomerId,
            Version = name.Version,
            CanEdit = editors.Contains(name.OwnerId),
        });
    }
}
