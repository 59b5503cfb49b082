using System.Linq.Expressions;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Contacts;
using Yingpan.Customers.Contacts.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Grading.Rules;
using Yingpan.Customers.Identity;
using Yingpan.Customers.Ownership;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;
using Yingpan.Territories.Public;

namespace Yingpan.Customers.Files;

internal sealed record CustomerRow : IHasCustom
{
    public required CustomerId Id { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public required CustomerState State { get; init; }

    public PersonId? OwnerId { get; init; }

    public string? OwnerName { get; init; }

    public TerritoryId? TerritoryId { get; init; }

    public string? TerritoryName { get; init; }

    public string? Industry { get; init; }

    public string? City { get; init; }

    public string? ContactName { get; init; }

    /// <summary>Masked unless the caller looks after the customer.</summary>
    public string? Phone => SeesPhone ? FullPhone : Covered.Mobile(FullPhone);

    public string? CreditCode { get; init; }

    /// <summary>How much of his file is filled.</summary>
    public required Rate Completeness { get; init; }

    /// <summary>By his value; what was set by hand holds before what was computed.</summary>
    public string? Grade { get; init; }

    public RfmSegment? Segment { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>As given or granted; what was done since may protect him longer.</summary>
    public DateOnly? ProtectedUntil { get; init; }

    /// <summary>When the rules take him back if nothing more is done; told only where it was asked for.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>His credit rating, and whether nothing is sold to him now; told only where one of them was asked for, and on cards.</summary>
    public string? CreditRating { get; set; }

    public bool? IsHeld { get; set; }

    /// <summary>What a card says beyond the line of a list; told only where it was asked for.</summary>
    public CustomerCardFacts? Card { get; set; }

    /// <summary>Fields of the house's own, by code.</summary>
    public IReadOnlyDictionary<string, object?> Custom { get; set; } = NoCustom.Values;

    internal string? FullPhone { get; init; }

    internal bool SeesPhone { get; init; }
}

/// <summary>GET /api/customers, GET /api/customers/export</summary>
internal static class ListCustomers
{
    public sealed class Filter : IChecked
    {
        public PersonId? Owner { get; init; }

        /// <summary>That territory and all below it.</summary>
        public TerritoryId? Territory { get; init; }

        public CustomerState? State { get; init; }

        /// <summary>Files filled to less than this.</summary>
        public Rate? CompleteBelow { get; init; }

        public string? Grade { get; init; }

        public RfmSegment? Segment { get; init; }

        /// <summary>Those whom the rules take back within so many days from today, if nothing more is done.</summary>
        public int? DueWithin { get; init; }

        public string? CreditRating { get; init; }

        /// <summary>Those to whom nothing is sold today; false, all others.</summary>
        public bool? Held { get; init; }

        /// <summary>With what a card says of each.</summary>
        public bool? Cards { get; init; }

        public void Check(Check check) => check.That(DueWithin is null or (>= 0 and <= 366), "dueWithin", "field.range", ("min", 0), ("max", 366));
    }

    private static readonly ListSpec<CustomerRow> Spec = new ListSpec<CustomerRow>("customers", row => row.Id)
        .Column("number", row => row.Number)
        .NameColumn("name", row => row.Name)
        .Column("state", row => row.State)
        .NameColumn("ownerName", row => row.OwnerName)
        .NameColumn("territoryName", row => row.TerritoryName)
        .Column("industry", row => row.Industry)
        .NameColumn("city", row => row.City)
        .NameColumn("contactName", row => row.ContactName)
        .ExportColumn("phone", row => row.Phone)
        .Column("creditCode", row => row.CreditCode)
        .Column("completeness", row => row.Completeness)
        .Column("grade", row => row.Grade)
        .Column("segment", row => row.Segment)
        .Column("createdAt", row => row.CreatedAt)
        .Column("protectedUntil", row => row.ProtectedUntil)
        .SortedBy("-createdAt");

    private static readonly Expression<Func<Customer, IQueryable<Customer>, bool, IQueryable<PersonCard>, IQueryable<TerritoryCard>, IQueryable<CustomerGradeCard>, IQueryable<CustomerGrade>, CustomerRow>> Shape =
        (customer, kept, keepsAll, people, territories, grades, segments) => new CustomerRow
        {
            Id = customer.Id,
            Number = customer.Number,
            Name = customer.Name,
            State = customer.State,
            OwnerId = customer.OwnerId,
            OwnerName = people.Where(person => person.Id == customer.OwnerId).Select(person => person.Name).FirstOrDefault(),
            TerritoryId = customer.TerritoryId,
            TerritoryName = territories.Where(place => place.Id == customer.TerritoryId).Select(place => place.Name).FirstOrDefault(),
            Industry = customer.Industry,
            City = customer.City,
            ContactName = customer.ContactName,
            FullPhone = customer.Phone,
            SeesPhone = keepsAll || kept.Any(one => one.Id == customer.Id),
            CreditCode = customer.CreditCode,
            Completeness = customer.Completeness,
            Grade = grades.Where(grade => grade.CustomerId == customer.Id).Select(grade => grade.Grade).FirstOrDefault(),
            Segment = segments.Where(one => one.CustomerId == customer.Id).Select(one => one.Segment).FirstOrDefault(),
            CreatedAt = customer.CreatedAt,
            ProtectedUntil = customer.ProtectedUntil,
        };

    public static async Task<ListPage<CustomerRow>> Handle(
        [AsParameters] ListQuery query, [AsParameters] Filter filter, CustomFilter custom, AppDb db, Reach reach, CustomValues<CustomerId> fields, DueSoon due, CardFacts cards, CancellationToken cancel)
    {
        var listing = await fields.Asked(custom, cancel);
        var page = await listing.Page(Spec, await Rows(query, filter, listing, db, reach, due, cancel), query, cancel);
        if (filter.DueWithin is not null)
        {
            await due.Tell(page.Items, cancel);
        }

        if (filter.Cards == true)
        {
            await cards.Tell(page.Items, cancel);
        }

        if (filter.Cards == true || filter.Held is not null || filter.CreditRating is not null)
        {
            await CreditOf.Tell(db, page.Items, cancel);
        }

        return page;
    }

    public static async Task Export(
        [AsParameters] ListQuery query, [AsParameters] Filter filter, CustomFilter custom, HttpContext http, AppDb db, Reach reach, CustomValues<CustomerId> fields, DueSoon due, CancellationToken cancel)
    {
        var listing = await fields.Asked(custom, cancel);
        await listing.Export(http, Spec, await Rows(query, filter, listing, db, reach, due, cancel), query.Sort, cancel);
    }

    private static async Task<IQueryable<CustomerRow>> Rows(ListQuery query, Filter filter, CustomListing<CustomerId> listing, AppDb db, Reach reach, DueSoon due, CancellationToken cancel)
    {
        var customers = db.Set<Customer>().AsNoTracking().VisibleTo(reach, CustomersPermissions.Read);
        foreach (var fitting in listing.Matching)
        {
            customers = customers.Where(customer => fitting.Contains(customer.Id));
        }

        if (query.Q.CleanOrNull() is { } words)
        {
            customers = customers.Matching(db, words);
        }

        if (filter.Owner is { } owner)
        {
            customers = customers.Where(customer => customer.OwnerId == owner);
        }

        if (filter.State is { } state)
        {
            customers = customers.Where(customer => customer.State == state);
        }

        customers = CreditOf.Fitting(customers, filter, db);
        if (filter.CompleteBelow?.Millionths is { } below)
        {
            customers = customers.Where(customer => (long)(object)customer.Completeness < below);
        }

        if (filter.DueWithin is { } days)
        {
            // One parameter, however many they are: a statement takes only so many.
            var soon = await due.Within(days, cancel);
            customers = customers.Where(customer => EF.Parameter(soon).Contains(customer.Id));
        }

        if (filter.Territory is { } territory)
        {
            var under = await db.TerritoriesUnder(territory, cancel);
            customers = customers.Where(customer => customer.TerritoryId != null && under.Contains(customer.TerritoryId.Value));
        }

        var grades = db.CustomerGrades;
        if (filter.Grade.CleanOrNull() is { } letter)
        {
            customers = customers.Where(customer => grades.Any(grade => grade.CustomerId == customer.Id && grade.Grade == letter));
        }

        var segments = db.Set<CustomerGrade>();
        if (filter.Segment is { } segment)
        {
            customers = customers.Where(customer => segments.Any(one => one.CustomerId == customer.Id && one.Segment == segment));
        }

        return customers.Select(Shape, db.Kept(reach), reach.KeepsAll(), db.PersonCards, db.TerritoryCards, grades, segments);
    }
}
