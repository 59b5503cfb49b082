using System.Text.Json;
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
using Yingpan.Territories.Public;

namespace Yingpan.Orders.Booking;

internal sealed record OrderLineRequest
{
    public required ProductId ProductId { get; init; }

    public required Quantity Quantity { get; init; }

    /// <summary>Of one unit, before the discount.</summary>
    public required UnitPrice Price { get; init; }

    public Rate Discount { get; init; }

    internal PricedLine Priced => new(Price, Quantity, Discount);
}

/// <summary>What is entered of an order, the same when it is added and when it is edited.</summary>
internal abstract record OrderRequest : IChecked, ICustomized
{
    private const int MostLines = 500;

    public required CustomerId CustomerId { get; init; }

    /// <summary>Who made the sale.</summary>
    public PersonId? SalespersonId { get; init; }

    /// <summary>Left out, that of the customer.</summary>
    public TerritoryId? TerritoryId { get; init; }

    public required DateOnly OrderedOn { get; init; }

    public required IReadOnlyList<OrderLineRequest> Lines { get; init; }

    public string? Remark { get; init; }

    public Dictionary<string, JsonElement>? Custom { get; init; }

    string ICustomized.Subject => OrderFields.Code;

    IReadOnlyDictionary<string, string?> ICustomized.Facts => OrderFields.Facts(SalespersonId, Remark);

    public virtual void Check(Check check)
    {
        check.Day("orderedOn", OrderedOn);
        check.OptionalText("remark", Remark, 1000, lines: true);
        check.That(Lines.Count > 0, "lines", "field.required");
        check.That(Lines.Count <= MostLines, "lines", "orders.most-lines", ("max", MostLines));
        foreach (var (i, line) in Lines.Take(MostLines).Index())
        {
            check.Positive($"lines[{i}].quantity", line.Quantity);
            check.NotNegative($"lines[{i}].price", line.Price);
            check.Fraction($"lines[{i}].discount", line.Discount);
            check.That(IsInRange(line.Price, line.Quantity), $"lines[{i}].price", "field.too-large", ("max", Platform.Http.Check.LargestAmount));
        }
    }

    /// <summary>An order full of such lines is still an amount that adds up with others.</summary>
    internal static bool IsInRange(UnitPrice price, Quantity quantity) =>
        price.ToDecimal() <= Platform.Http.Check.LargestAmount.ToDecimal() / Math.Max(1, quantity.ToDecimal()) / MostLines;

    /// <summary>
    /// One sells only to customers one may see, and books only for people within one's own reach. Returns what the order needs of the
    /// customer.
    /// </summary>
    /// <param name="before">Null for a new one. Who edits it because of where it lies leaves the salesperson as he is.</param>
    public async Task<CustomerCard?> CheckReferences(AppDb db, Reach reach, Check check, Order? before, CancellationToken cancel)
    {
        var customer = await db.CustomersVisibleTo(reach, CustomersPermissions.Read)
            .FirstOrDefaultAsync(customer => customer.Id == CustomerId, cancel);
        // Held, so that nobody merges him before the order is written.
        check.That(customer is not null && await db.HoldCustomer(CustomerId, cancel), "customerId", "record.not-found");
        check.That((before is not null && before.SalespersonId == SalespersonId) || await reach.Covers(SalespersonId, OrdersPermissions.Edit, cancel), "salespersonId", "record.out-of-reach");
        var people = db.PersonCards;
        check.That(SalespersonId is null || await people.AnyAsync(person => person.Id == SalespersonId, cancel), "salespersonId", "record.not-found");
        var territories = db.TerritoryCards;
        check.That(TerritoryId is null || await territories.AnyAsync(territory => territory.Id == TerritoryId, cancel), "territoryId", "record.not-found");
        var wanted = Lines.Select(line => line.ProductId).Distinct().ToList();
        var products = await db.ProductCards.Where(product => wanted.Contains(product.Id))
            .ToDictionaryAsync(product => product.Id, product => product.IsActive, cancel);
        foreach (var (i, line) in Lines.Index())
        {
            check.That(products.ContainsKey(line.ProductId), $"lines[{i}].productId", "record.not-found");
            check.That(products.GetValueOrDefault(line.ProductId, true), $"lines[{i}].productId", "orders.product-not-sold");
        }

        return customer;
    }

    /// <summary>Writes everything but the state; unit and territory as they are on the order day.</summary>
    public async Task WriteTo(Order order, CustomerCard customer, AppDb db, CancellationToken cancel)
    {
        order.CustomerId = CustomerId;
        order.SalespersonId = SalespersonId;
        order.OrderedOn = OrderedOn;
        order.TerritoryId = TerritoryId ?? customer.TerritoryId;
        order.UnitId = await UnitOn(db, SalespersonId, OrderedOn, cancel);
        order.Remark = Remark.CleanOrNull();
        var priced = Pricing.Price([.. Lines.Select(line => line.Priced)]);
        order.Amount = priced.Amount;
        order.Lines.Clear();
        order.Lines.AddRange(Lines.Select((line, i) => new OrderLine
        {
            OrderId = order.Id,
            Line = i + 1,
            ProductId = line.ProductId,
            Quantity = line.Quantity,
            Price = line.Price,
            Discount = line.Discount,
            Amount = priced.Lines[i],
        }));
    }

    /// <summary>Does it change what those who agree to an order agree to?</summary>
    public bool HasOtherTerms(Order order) =>
        order.CustomerId != CustomerId || order.SalespersonId != SalespersonId
        || !order.Lines.OrderBy(line => line.Line).Select(line => (line.ProductId, line.Quantity, line.Price, line.Discount))
            .SequenceEqual(Lines.Select(line => (line.ProductId, line.Quantity, line.Price, line.Discount)));

    internal static async Task<UnitId?> UnitOn(AppDb db, PersonId? person, DateOnly day, CancellationToken cancel) =>
        person is null ? null : await db.Placements
            .Where(place => place.PersonId == person && place.First <= day && (place.Last == null || place.Last >= day))
            .Select(place => (UnitId?)place.UnitId).FirstOrDefaultAsync(cancel);
}
