using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Approvals.Public;
using Yingpan.Catalog.Public;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Orders.Booking.Rules;
using Yingpan.Orders.Public;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Orders.Data;

internal enum OrderState
{
    /// <summary>Being written; counts for nothing.</summary>
    Draft,

    /// <summary>Agreed; counts as a sale from its order day.</summary>
    Confirmed,

    Cancelled,
}

/// <summary>How the terms of an order stand with those who must agree to them.</summary>
internal enum OrderApproval
{
    /// <summary>Nobody was asked.</summary>
    None,
    Waiting,
    Approved,
    Refused,

    /// <summary>Sent back to be mended.</summary>
    Returned,
}

/// <summary>
/// A sale. Unit and territory are those of the order day: a person or a customer who moves later takes no past sale along.
/// </summary>
internal sealed class Order : IVersioned, IOwned<Order>
{
    public required OrderId Id { get; init; }

    /// <summary>O-000001 unless the house brings its own.</summary>
    public required string Number { get; init; }

    public required CustomerId CustomerId { get; set; }

    public PersonId? SalespersonId { get; set; }

    /// <summary>The salesperson's unit on the order day.</summary>
    public UnitId? UnitId { get; set; }

    public TerritoryId? TerritoryId { get; set; }

    public required DateOnly OrderedOn { get; set; }

    public required OrderState State { get; set; }

    /// <summary>Without tax, in the company currency: the sum of the lines.</summary>
    public required Money Amount { get; set; }

    /// <summary>Of the terms as they stand: who changes them must ask anew.</summary>
    public OrderApproval Approval { get; set; }

    /// <summary>The request about them; kept when it was refused.</summary>
    public ApprovalId? ApprovalId { get; set; }

    /// <summary>Confirmed though it went beyond the credit limit of the customer, as his rating allows.</summary>
    public bool IsOverCredit { get; set; }

    public string? Remark { get; set; }

    public string? CancelReason { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public Guid? ImportId { get; init; }

    public int Version { get; set; } = 1;

    public List<OrderLine> Lines { get; init; } = [];

    static Expression<Func<Order, PersonId?>> IOwned<Order>.Owner { get; } = order => order.SalespersonId;

    static Expression<Func<Order, TerritoryId?>>? IOwned<Order>.Territory { get; } = order => order.TerritoryId;
}

internal sealed class OrderLine
{
    public required OrderId OrderId { get; init; }

    /// <summary>From 1.</summary>
    public required int Line { get; init; }

    public required ProductId ProductId { get; init; }

    public required Quantity Quantity { get; init; }

    /// <summary>Of one unit, before the discount.</summary>
    public required UnitPrice Price { get; init; }

    /// <summary>0.05 is five percent off.</summary>
    public required Rate Discount { get; init; }

    /// <summary>This line's share of the order's amount.</summary>
    public required Money Amount { get; set; }

    /// <summary>Of one unit, as it stood when the order was confirmed; null before, and where nobody knew it.</summary>
    [Secret]
    public UnitPrice? CostPrice { get; private set; }

    /// <summary>Of the whole line.</summary>
    [Secret]
    public Money? Cost { get; private set; }

    /// <summary>What it costs is kept from that moment on, whatever becomes of the product.</summary>
    public void Book(UnitPrice? costPrice) => (CostPrice, Cost) = (costPrice, Margins.CostOf(costPrice, Quantity));
}

internal sealed class OrderTable : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> table)
    {
        table.ToTable("orders_order");
        table.Property(order => order.Number).HasMaxLength(40);
        table.Property(order => order.Remark).HasMaxLength(1000);
        table.Property(order => order.CancelReason).HasMaxLength(200);
        table.Property(order => order.Version).IsConcurrencyToken();
        table.HasIndex(order => order.Number).IsUnique();
        // The two ways in: a rep's own orders of a state by amount, and everything of a period.
        table.HasIndex(order => new { order.SalespersonId, order.State, order.Amount });
        table.HasIndex(order => new { order.OrderedOn, order.SalespersonId });
        table.HasIndex(order => new { order.CustomerId, order.OrderedOn });
        table.HasIndex(order => order.TerritoryId);
        table.RefersToCustomer(order => order.CustomerId);
        table.RefersToPerson(order => order.SalespersonId);
        table.RefersToUnit(order => order.UnitId);
        table.RefersToApproval(order => order.ApprovalId);
        table.RefersToTerritory(order => order.TerritoryId);
        table.HasMany(order => order.Lines).WithOne().HasForeignKey(line => line.OrderId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class OrderLineTable : IEntityTypeConfiguration<OrderLine>
{
    public void Configure(EntityTypeBuilder<OrderLine> table)
    {
        table.ToTable("orders_line");
        table.HasKey(line => new { line.OrderId, line.Line });
        table.HasIndex(line => line.ProductId);
        table.RefersToProduct(line => line.ProductId);
    }
}
