using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Yingpan.Approvals.Public;
using Yingpan.Catalog.Public;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Orders.Booking.Rules;
using Yingpan.Orders.Data;
using Yingpan.Orders.Public;
using Yingpan.Organization.Public;
using Yingpan.Platform.CustomFields;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;
using Yingpan.Territories.Public;

namespace Yingpan.Orders.Booking;

internal sealed record OrderLineView
{
    public required int Line { get; init; }

    public required ProductId ProductId { get; init; }

    public required string ProductNumber { get; init; }

    public required string ProductName { get; init; }

    public required string Unit { get; init; }

    public required Quantity Quantity { get; init; }

    public required UnitPrice Price { get; init; }

    public required Rate Discount { get; init; }

    public required Money Amount { get; init; }

    /// <summary>This and the cost below: as it stood when the order was confirmed; null where it isn't known, or not for the caller to know.</summary>
    public UnitPrice? CostPrice { get; init; }

    public Money? Cost { get; init; }

    /// <summary>Of the product today: against it the discount of the terms is measured.</summary>
    internal UnitPrice ListPrice { get; init; }
}

internal sealed record OrderView : IHasVersion
{
    public required OrderId Id { get; init; }

    public required string Number { get; init; }

    public required OrderState State { get; init; }

    public required DateOnly OrderedOn { get; init; }

    public required CustomerId CustomerId { get; init; }

    public required string CustomerName { get; init; }

    public PersonId? SalespersonId { get; init; }

    public string? SalespersonName { get; init; }

    public TerritoryId? TerritoryId { get; init; }

    public string? TerritoryName { get; init; }

    public UnitId? UnitId { get; init; }

    public string? UnitName { get; init; }

    public required Money Amount { get; init; }

    public required OrderApproval Approval { get; init; }

    public ApprovalId? ApprovalId { get; init; }

    public string? ApprovalNumber { get; init; }

    /// <summary>The terms as they stand must be agreed to before it is confirmed.</summary>
    public bool NeedsApproval { get; init; }

    /// <summary>The stations of the request about them.</summary>
    public IReadOnlyList<ApprovalStation> Road { get; init; } = [];

    /// <summary>Confirmed though it went beyond the credit limit of the customer.</summary>
    public bool IsOverCredit { get; init; }

    public string? Remark { get; init; }

    public string? CancelReason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Of a confirmed order, for who may know it.</summary>
    public MarginView? Margin { get; init; }

    public required IReadOnlyList<OrderLineView> Lines { get; init; }

    /// <summary>Fields of the house's own, by code.</summary>
    public IReadOnlyDictionary<string, object?> Custom { get; init; } = NoCustom.Values;

    public required int Version { get; init; }

    public IReadOnlyList<string> Can { get; init; } = [];
}

/// <summary>GET /api/orders/{id}</summary>
internal static class ReadOrder
{
    private static readonly Expression<Func<Order, IQueryable<CustomerCard>, IQueryable<PersonCard>, IQueryable<TerritoryCard>, IQueryable<UnitCard>, IQueryable<ProductCard>, IQueryable<ApprovalCard>, bool, OrderView>> Shape =
        (order, customers, people, territories, units, products, approvals, seesCosts) => new OrderView
        {
            Id = order.Id,
            Number = order.Number,
            State = order.State,
            OrderedOn = order.OrderedOn,
            CustomerId = order.CustomerId,
            CustomerName = customers.Where(customer => customer.Id == order.CustomerId).Select(customer => customer.Name).FirstOrDefault() ?? "",
            SalespersonId = order.SalespersonId,
            SalespersonName = people.Where(person => person.Id == order.SalespersonId).Select(person => person.Name).FirstOrDefault(),
            TerritoryId = order.TerritoryId,
            TerritoryName = territories.Where(place => place.Id == order.TerritoryId).Select(place => place.Name).FirstOrDefault(),
            UnitId = order.UnitId,
            UnitName = units.Where(unit => unit.Id == order.UnitId).Select(unit => unit.Name).FirstOrDefault(),
            Amount = order.Amount,
            Approval = order.Approval,
            ApprovalId = order.ApprovalId,
            ApprovalNumber = approvals.Where(card => card.Id == order.ApprovalId).Select(card => card.Number).FirstOrDefault(),
            IsOverCredit = order.IsOverCredit,
            Remark = order.Remark,
            CancelReason = order.CancelReason,
            CreatedAt = order.CreatedAt,
            Version = order.Version,
            Lines = (
            from line in order.Lines
            join product in products on line.ProductId equals product.Id
            orderby line.Line
            select new OrderLineView
            {
                Line = line.Line,
                ProductId = line.ProductId,
                ProductNumber = product.Number,
                ProductName = product.Name,
                Unit = product.Unit,
                Quantity = line.Quantity,
                Price = line.Price,
                Discount = line.Discount,
                Amount = line.Amount,
                CostPrice = seesCosts ? line.CostPrice : null,
                Cost = seesCosts ? line.Cost : null,
                ListPrice = product.ListPrice,
            }).ToList(),
        };

    public static async Task<OrderView> Handle(OrderId id, AppDb db, Reach reach, CustomValues<OrderId> fields, OrderTerms terms, ApprovalDesk desk, CancellationToken cancel)
    {
        var seesCosts = reach.Caller.May(CatalogPermissions.ReadCosts);
        var view = await db.Set<Order>().AsNoTracking().VisibleTo(reach, OrdersPermissions.Read).Where(order => order.Id == id)
            .Select(Shape, db.CustomersToName(reach), db.PersonCards, db.TerritoryCards, db.UnitCards, db.ProductCards, db.ApprovalCards, seesCosts)
            .FirstOrDefaultAsync(cancel) ?? throw Refusal.NotFound("record.not-found");
        view = view with { Custom = await fields.Of(id, cancel) };
        if (view.ApprovalId is { } asked)
        {
            view = view with { Road = await desk.Road(asked, cancel) };
        }

        if (seesCosts && view.State == OrderState.Confirmed)
        {
            view = view with { Margin = MarginView.Of(Margins.Of(view.Amount, view.Lines.Select(line => new MarginLine(line.Amount, line.Cost)))) };
        }

        if (view.State == OrderState.Draft)
        {
            List<TermsLine> lines = [.. view.Lines.Select(line => new TermsLine(line.Price, line.Discount, line.ListPrice))];
            view = view with { NeedsApproval = await terms.Needs(view.Approval, view.SalespersonId, view.CustomerId, view.Amount, lines, cancel) };
        }

        return await reach.Covers(view.SalespersonId, view.TerritoryId, OrdersPermissions.Edit, cancel) ? view with { Can = Can(view) } : view;
    }

    private static IReadOnlyList<string> Can(OrderView view) => (view.State, view.Approval) switch
    {
        (OrderState.Draft, OrderApproval.Waiting) => ["edit", "withdraw", "delete"],
        (OrderState.Draft, OrderApproval.Returned) when view.NeedsApproval => ["edit", "submit", "withdraw", "delete"],
        (OrderState.Draft, OrderApproval.Refused) when view.NeedsApproval => ["edit", "delete"],
        (OrderState.Draft, _) when view.NeedsApproval => ["edit", "submit", "delete"],
        (OrderState.Draft, _) => ["edit", "confirm", "delete"],
        (OrderState.Confirmed, _) => ["cancel"],
        _ => [],
    };
}
