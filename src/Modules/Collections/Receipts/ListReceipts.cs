using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yingpan.Collections.Data;
using Yingpan.Collections.Public;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Orders.Public;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Platform.Lists;

namespace Yingpan.Collections.Receipts;

internal sealed record ReceiptView : IHasVersion
{
    public required ReceiptId Id { get; init; }

    public required string Number { get; init; }

    public required OrderId OrderId { get; init; }

    public required string OrderNumber { get; init; }

    public required CustomerId CustomerId { get; init; }

    public string? CustomerName { get; init; }

    public PersonId? SalespersonId { get; init; }

    public string? SalespersonName { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required Money Amount { get; init; }

    public required ReceiptMethod Method { get; init; }

    public string? Reference { get; init; }

    public required int Version { get; init; }

    public IReadOnlyList<string> Can { get; init; } = [];
}

/// <summary>GET /api/receipts, /api/receipts/totals, /api/receipts/export</summary>
internal static class ListReceipts
{
    public sealed class Filter : IChecked
    {
        public OrderId? Order { get; init; }

        public CustomerId? Customer { get; init; }

        public PersonId? Salesperson { get; init; }

        public ReceiptMethod? Method { get; init; }

        /// <summary>First day of receipt, included.</summary>
        public DateOnly? From { get; init; }

        /// <summary>Last day of receipt, included.</summary>
        public DateOnly? To { get; init; }

        public void Check(Check check)
        {
            check.That(From is null || To is null || From <= To, "from", "field.period-backwards");
        }
    }

    public sealed record Sums(int Receipts, Money Amount);

    private static readonly ListSpec<ReceiptView> Spec = new ListSpec<ReceiptView>("receipts", row => row.Id)
        .Column("number", row => row.Number)
        .Column("receivedOn", row => row.ReceivedOn)
        .Column("orderNumber", row => row.OrderNumber)
        .NameColumn("customerName", row => row.CustomerName)
        .NameColumn("salespersonName", row => row.SalespersonName)
        .Column("amount", row => row.Amount)
        .Column("method", row => row.Method)
        .Column("reference", row => row.Reference)
        .SortedBy("-receivedOn");

    public static async Task<ListPage<ReceiptView>> Handle([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, Reach reach, CancellationToken cancel) =>
        await Spec.Page(Rows(query, filter, db, reach), query, db, cancel);

    /// <summary>How many receipts the same filters find, and what they come to: the foot of the list.</summary>
    public static async Task<Sums> Totals([AsParameters] ListQuery query, [AsParameters] Filter filter, AppDb db, Reach reach, CancellationToken cancel)
    {
        var sums = await Rows(query, filter, db, reach).GroupBy(_ => 1)
            .Select(all => new { Receipts = all.Count(), Minor = all.Sum(row => (long)(object)row.Amount) })
            .FirstOrDefaultAsync(cancel);
        return new Sums(sums?.Receipts ?? 0, new Money(sums?.Minor ?? 0));
    }

    public static async Task Export([AsParameters] ListQuery query, [AsParameters] Filter filter, HttpContext http, AppDb db, Reach reach, CancellationToken cancel) =>
        await ExportList.Write(http, db, Spec, Rows(query, filter, db, reach), query.Sort, cancel);

    internal static IQueryable<ReceiptView> Rows(ListQuery query, Filter filter, AppDb db, Reach reach)
    {
        var people = db.PersonCards;
        var customers = db.CustomersToName(reach);
        // A receipt is seen by whoever reaches its order with this permission: one rule, through the order.
        var rows =
            from receipt in db.Set<Receipt>().AsNoTracking()
            join order in db.OrderCards.VisibleTo(reach, CollectionsPermissions.Read) on receipt.OrderId equals order.Id
            select new ReceiptView
            {
                Id = receipt.Id,
                Number = receipt.Number,
                OrderId = receipt.OrderId,
                OrderNumber = order.Number,
                CustomerId = order.CustomerId,
                CustomerName = customers.Where(customer => customer.Id == order.CustomerId).Select(customer => customer.Name).FirstOrDefault(),
                SalespersonId = order.OwnerId,
                SalespersonName = people.Where(person => person.Id == order.OwnerId).Select(person => person.Name).FirstOrDefault(),
                ReceivedOn = receipt.ReceivedOn,
                Amount = receipt.Amount,
                Method = receipt.Method,
                Reference = receipt.Reference,
                Version = receipt.Version,
            };
        if (query.Pattern is { } pattern)
        {
            rows = rows.Where(row => EF.Functions.Like(row.Number.ToLower(), pattern, @"\")
                || EF.Functions.Like(row.OrderNumber.ToLower(), pattern, @"\") || EF.Functions.Like(row.CustomerName!.ToLower(), pattern, @"\"));
        }

        if (filter.Order is { } orderId)
        {
            rows = rows.Where(row => row.OrderId == orderId);
        }

        if (filter.Customer is { } customerId)
        {
            rows = rows.Where(row => row.CustomerId == customerId);
        }

        if (filter.Salesperson is { } person)
        {
            rows = rows.Where(row => row.SalespersonId == person);
        }

        if (filter.Method is { } method)
        {
            rows = rows.Where(row => row.Method == method);
        }

        if (filter.From is { } from)
        {
            rows = rows.Where(row => row.ReceivedOn >= from);
        }

        if (filter.To is { } to)
        {
            rows = rows.Where(row => row.ReceivedOn <= to);
        }

        return rows;
    }
}

/// <summary>GET /api/receipts/{id}</summary>
internal static class ReadReceipt
{
    public static async Task<ReceiptView> Handle(ReceiptId id, AppDb db, Reach reach, CancellationToken cancel)
    {
        var view = await ListReceipts.Rows(new ListQuery(), new ListReceipts.Filter(), db, reach).FirstOrDefaultAsync(row => row.Id == id, cancel)
            ?? throw Refusal.NotFound("record.not-found");
        return await db.OrderCards.VisibleTo(reach, CollectionsPermissions.Edit).AnyAsync(order => order.Id == view.OrderId, cancel) ? view with { Can = ["edit", "delete"] } : view;
    }
}
