using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Contacts;
using Yingpan.Customers.Contacts.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Territories.Public;

namespace Yingpan.Customers.Files;

internal sealed record CustomerView : IHasVersion
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
    public string? Phone { get; init; }

    public string? CreditCode { get; init; }

    public string? Website { get; init; }

    public string? Address { get; init; }

    public string? Remark { get; init; }

    /// <summary>Why he was entered although he looked like another one.</summary>
    public string? DuplicateReason { get; init; }

    /// <summary>How much of his file is filled.</summary>
    public required Rate Completeness { get; init; }

    /// <summary>By his value; what was set by hand holds before what was computed.</summary>
    public string? Grade { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Fields of the house's own, by code.</summary>
    public IReadOnlyDictionary<string, object?> Custom { get; init; } = NoCustom.Values;

    public required int Version { get; init; }

    /// <summary>What the caller may do with it: <c>edit</c>, <c>delete</c>, <c>merge</c>, <c>reveal</c>.</summary>
    public IReadOnlyList<string> Can { get; init; } = [];
}

/// <summary>GET /api/customers/{id}: where he was merged into another one, that one.</summary>
internal static class ReadCustomer
{
    private static readonly Expression<Func<Customer, IQueryable<PersonCard>, IQueryable<TerritoryCard>, IQueryable<CustomerGradeCard>, CustomerView>> Shape = (customer, people, territories, grades) => new CustomerView
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
        Phone = customer.Phone,
        CreditCode = customer.CreditCode,
        Website = customer.Website,
        Address = customer.Address,
        Remark = customer.Remark,
        DuplicateReason = customer.DuplicateReason,
        Completeness = customer.Completeness,
        Grade = grades.Where(grade => grade.CustomerId == customer.Id).Select(grade => grade.Grade).FirstOrDefault(),
        CreatedAt = customer.CreatedAt,
        Version = customer.Version,
    };

    public static async Task<CustomerView> Handle(CustomerId id, AppDb db, Reach reach, CustomValues<CustomerId> fields, CancellationToken cancel)
    {
        var view = await View(id, db, reach, cancel);
        if (view is null && await db.LeftOf(id, cancel) is { } left)
        {
            view = await View(left, db, reach, cancel);
        }

        view = view ?? throw Refusal.NotFound("record.not-found");
        var owns = await reach.Covers(view.OwnerId, view.TerritoryId, CustomersPermissions.Edit, cancel);
        var keeps = owns || (reach.Caller.May(CustomersPermissions.Edit) && await db.Kept(reach).AnyAsync(customer => customer.Id == view.Id, cancel));
        return view with
        {
            Custom = await fields.Of(view.Id, cancel),
            Phone = keeps ? view.Phone : Covered.Mobile(view.Phone),
            Can =
            [
                .. owns ? ["edit", "delete"] : keeps ? ["edit"] : Array.Empty<string>(),
                .. !keeps && view.Phone is not null && await reach.Covers(view.OwnerId, view.TerritoryId, CustomersPermissions.RevealContacts, cancel) ? ["reveal"] : Array.Empty<string>(),
                .. await reach.Covers(view.OwnerId, view.TerritoryId, CustomersPermissions.Merge, cancel) ? ["merge"] : Array.Empty<string>(),
            ],
        };
    }

    private static async Task<CustomerView?> View(CustomerId id, AppDb db, Reach reach, CancellationToken cancel)
    {
        return await db.Set<Customer>().AsNoTracking().VisibleTo(reach, CustomersPermissions.Read, isOne: true)
            .Where(customer => customer.Id == id).Select(Shape, db.PersonCards, db.TerritoryCards, db.CustomerGrades).FirstOrDefaultAsync(cancel);
    }
}
