using System.Linq.Expressions;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
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
using Yingpan.Platform.Lists;
using Yingpan.Territories.Public;

namespace Yingpan.Orders.Booking;

internal sealed record OrderRow : IHasCustom
{
    public required OrderId Id { get; init; }

    public required string Number { get; init; }

    public required OrderState State { get; init; }

    public required OrderApproval Approval { get; init; }

    /// <summary>Confirmed though it went beyond the credit limit of the customer.</summary>
    public bool IsOverCredit { get; init; }

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

    /// <summary>Of a confirmed order, for who may know it; null also where no cost is known.</summary>
    public Money? Margin => Earning.Earned;

    /// <summary>毛利率: of the sales whose cost is known.</summary>
    public Rate? MarginRate => Earning.Share;

    /// <summary>What was sold at a known cost, and that cost: summed for who may know it, nothing for everybody else.</summary>
    internal long KnownMinor { get; init; }

    internal long CostMinor { get; init; }

    private Margin Earning => new(Amount, new Money(KnownMinor), new Money(CostMinor));

    /// <summary>Fields of the house's own, by code.</summary>
    public IReadOnlyDictionary<string, object?> Custom { get; set; } = NoCustom.Values;
}

/// <summary>GET /api/orders, /api/orders/totals, /api/orders/export</summary>
internal static class ListOrders
{
    public sealed class Filter : IChecked
    {
        public CustomerId? Customer { get; init; }

        public PersonId? Salesperson { get; init; }

        /// <summary>True gives only the orders that nobody in particular sold.</summary>
        public bool? NoSalesperson { get; init; }

        /// <summary>That unit and all below it, as they were on the order day.</summary>
        public UnitId? Unit { get; init; }

        /// <summary>That territory and all below it.</summary>
        public TerritoryId? Territory { get; init; }

        public OrderState? State { get; init; }

        public OrderApproval? Approval { get; init; }

        /// <summary>True gives only those that went beyond the credit limit of the customer.</summary>
        public bool? OverCredit { get; init; }

        /// <summary>First order day, included.</summary>
        public DateOnly? From { get; init; }

        /// <summary>Last order day, included.</summary>
        public DateOnly? To { get; init; }

        public void Check(Check check)
        {
            check.That(From is null || To is null || From <= To, "from", "field.period-backwards");
        }
    }

    public sealed record Sums(int Orders, Money Amount);

    private static readonly ListSpec<OrderRow> Spec = Columns();

    /// <summary>For who may know what things cost. What is not known comes below whatever is.</summary>
    private static readonly ListSpec<OrderRow> Costed = Columns()
        .Column("margin", row => row.KnownMinor == 0 && row.CostMinor == 0 ? long.MinValue : row.KnownMinor - row.CostMinor)
        .Column("marginRate", row => row.KnownMinor == 0 ? double.MinValue : (double)(row.KnownMinor - row.CostMinor) / row.KnownMinor)
        .Saying("margin", row => row.Margin).Saying("marginRate", row => row.MarginRate);

    private static ListSpec<OrderRow> Columns() => new ListSpec<OrderRow>("orders", row => row.Id)
        .Column("number", row => row.Number)
        .Column("orderedOn", row => row.OrderedOn)
        .Column("state", row => row.State)
        .Column("approval", row => row.Approval)
        .NameColumn("customerName", row => row.CustomerName)
        .NameColumn("salespersonName", row => row.SalespersonName)
        .NameColumn("unitName", row => row.UnitName)
        .NameColumn("territoryName", row => row.TerritoryName)
        .Column("amount", row => row.Amount)
        .SortedBy("-orderedOn");

    private static readonly Expression<Func<Order, IQueryable<CustomerCard>, IQueryable<PersonCard>, IQueryable<TerritoryCard>, IQueryable<UnitCard>, bool, OrderRow>> Shape = (order, customers, people, territories, units, seesCosts) => new OrderRow
    {
        Id = order.Id,
        Number = order.Number,
        State = order.State,
        Approval = order.Approval,
        IsOverCredit = order.IsOverCredit,
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
        KnownMinor = seesCosts && order.State == OrderState.Confirmed ? order.Lines.Where(line => line.Cost != null).Sum(line => (long)(object)line.Amount) : 0,
        CostMinor = seesCosts && order.State == OrderState.Confirmed ? order.Lines.Where(line => line.Cost != null).Sum(line => (long)(object)line.Cost!.Value) : 0,
    };

    public static async Task<ListPage<OrderRow>> Handle(
        [AsParameters] ListQuery query, [AsParameters] Filter filter, CustomFilter custom, AppDb db, Reach reach, CustomValues<OrderId> fields, CancellationToken cancel)
    {
        var listing = await fields.Asked(custom, cancel);
        return await listing.Page(SpecFor(reach), Rows(await Orders(query, filter, listing, db, reach, cancel), db, reach), query, cancel);
    }

    /// <summary>How many orders the same filters find, and what they come to: the foot of the list.</summary>
    public static async Task<Sums> Totals(
        [AsParameters] ListQuery query, [AsParameters] Filter filter, CustomFilter custom, AppDb db, Reach reach, CustomValues<OrderId> fields, CancellationToken cancel)
    {
        var orders = await Orders(query, filter, await fields.Asked(custom, cancel), db, reach, cancel);
        var sums = await orders.GroupBy(_ => 1)
            .Select(all => new { Orders = all.Count(), Minor = all.Sum(order => (long)(object)order.Amount) })
            .FirstOrDefaultAsync(cancel);
        return new Sums(sums?.Orders ?? 0, new Money(sums?.Minor ?? 0));
    }

    public static async Task Export(
        [AsParameters] ListQuery query, [AsParameters] Filter filter, CustomFilter custom, HttpContext http, AppDb db, Reach reach, CustomValues<OrderId> fields, CancellationToken cancel)
    {
        var listing = await fields.Asked(custom, cancel);
        await listing.Export(http, SpecFor(reach), Rows(await Orders(query, filter, listing, db, reach, cancel), db, reach), query.Sort, cancel);
    }

    private static async Task<IQueryable<Order>> Orders(ListQuery query, Filter filter, CustomListing<OrderId> listing, AppDb db, Reach reach, CancellationToken cancel)
    {
        var orders = db.Set<Order>().AsNoTracking().VisibleTo(reach, OrdersPermissions.Read);
        foreach (var fitting in listing.Matching)
        {
            orders = orders.Where(order => fitting.Contains(order.Id));
        }

        if (query.Pattern is { } pattern)
        {
            var customers = db.CustomersToName(reach);
            orders = orders.Where(order => EF.Functions.Like(order.Number.ToLower(), pattern, @"\")
                || customers.Any(customer => customer.Id == order.CustomerId && EF.Functions.Like(customer.Name.ToLower(), pattern, @"\")));
        }

        if (filter.Customer is { } of)
        {
            orders = orders.Where(order => order.CustomerId == of);
        }

        if (filter.Salesperson is { } person)
        {
            orders = orders.Where(order => order.SalespersonId == person);
        }

        if (filter.NoSalesperson == true)
        {
            orders = orders.Where(order => order.SalespersonId == null);
        }

        if (filter.State is { } state)
        {
            orders = orders.Where(order => order.State == state);
        }

        if (filter.Approval is { } approval)
        {
            orders = orders.Where(order => order.Approval == approval);
        }

        if (filter.OverCredit == true)
        {
            orders = orders.Where(order => order.IsOverCredit);
        }

        if (filter.From is { } from)
        {
            orders = orders.Where(order => order.OrderedOn >= from);
        }

        if (filter.To is { } to)
        {
            orders = orders.Where(order => order.OrderedOn <= to);
        }

        if (filter.Unit is { } unit)
        {
            var units = await db.UnitsUnder(unit, cancel);
            orders = orders.Where(order => order.UnitId != null && units.Contains(order.UnitId.Value));
        }

        if (filter.Territory is { } territory)
        {
            var territories = await db.TerritoriesUnder(territory, cancel);
            orders = orders.Where(order => order.TerritoryId != null && territories.Contains(order.TerritoryId.Value));
        }

        return orders;
    }

    private static ListSpec<OrderRow> SpecFor(Reach reach) => reach.Caller.May(CatalogPermissions.ReadCosts) ? Costed : Spec;

    private static IQueryable<OrderRow> Rows(IQueryable<Order> orders, AppDb db, Reach reach) =>
        orders.Select(Shape, db.CustomersToName(reach), db.PersonCards, db.TerritoryCards, db.UnitCards, reach.Caller.May(CatalogPermissions.ReadCosts));
}
