using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;

namespace Yingpan.Customers.Ownership;

internal sealed record ShareRow
{
    public required CustomerShareId Id { get; init; }

    public required CustomerId CustomerId { get; init; }

    public required string CustomerName { get; init; }

    public required PersonId PersonId { get; init; }

    public string? PersonName { get; init; }

    public required Rate Share { get; init; }

    public required bool IsOwner { get; init; }

    public required DateOnly First { get; init; }
}

/// <summary>GET /api/customer-shares, GET /api/customer-shares/export: who has which part in the customers one sees, as it holds now; the file can be imported.</summary>
internal static class ListShares
{
    public sealed class Filter : IChecked
    {
        /// <summary>Customers in whom that person has a part, with all their parts.</summary>
        public PersonId? Person { get; init; }

        public CustomerId? Customer { get; init; }
    }

    private static readonly ListSpec<ShareRow> Spec = new ListSpec<ShareRow>("customer-shares", row => row.Id)
        .NameColumn("customerName", row => row.CustomerName)
        .NameColumn("personName", row => row.PersonName)
        .Column("share", row => row.Share)
        .Column("first", row => row.First)
        .SortedBy("customerName");

    public static async Task<ListPage<ShareRow>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, Reach reach, CancellationToken cancel) =>
        await Spec.Page(Rows(query, filter, db, reach), query, db, cancel);

    public static async Task Export([AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, Reach reach, CancellationToken cancel) =>
        await ExportList.Write(http, db, Spec, Rows(query, filter, db, reach), query.Sort, cancel);

    private static IQueryable<ShareRow> Rows(ListQuery query, Filter filter, AppDb db, Reach reach)
    {
        var customers = db.Set<Customer>().AsNoTracking().VisibleTo(reach, CustomersPermissions.Read);
        if (query.Pattern is { } pattern)
        {
            customers = customers.Where(customer => EF.Functions.Like(customer.Name.ToLower(), pattern, @"\") || EF.Functions.Like(customer.Number.ToLower(), pattern, @"\"));
        }

        if (filter.Customer is { } one)
        {
            customers = customers.Where(customer => customer.Id == one);
        }

        var shares = db.Set<CustomerShare>().AsNoTracking().Where(share => share.Until == null);
        if (filter.Person is { } who)
        {
            customers = customers.Where(customer => customer.Shares.Any(share => share.Until == null && share.PersonId == who));
        }

        var people = db.PersonCards;
        return shares.Join(customers, share => share.CustomerId, customer => customer.Id, (share, customer) => new ShareRow
        {
            Id = share.Id,
            CustomerId = customer.Id,
            CustomerName = customer.Name,
            PersonId = share.PersonId,
            PersonName = people.Where(person => person.Id == share.PersonId).Select(person => person.Name).FirstOrDefault(),
            Share = share.Share,
            IsOwner = customer.OwnerId == share.PersonId,
            First = share.On,
        });
    }
}
