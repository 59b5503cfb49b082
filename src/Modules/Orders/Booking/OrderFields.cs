using Yingpan.Orders.Data;
using Yingpan.Orders.Public;
using Yingpan.Platform.CustomFields;

namespace Yingpan.Orders.Booking;

/// <summary>Orders may have fields of the house's own, and the house says which of theirs must be filled.</summary>
internal static class OrderFields
{
    public const string Code = "order";

    public static readonly FieldSubject<OrderId> Subject = new()
    {
        Code = Code,
        Table = "orders_order",
        List = "orders",
        Read = OrdersPermissions.Read,
        Sensitive = OrdersPermissions.Sensitive,
        BuiltIn = [new("salespersonId"), new("remark")],
    };

    /// <summary>What rules may ask of an order, by the names of <see cref="Subject"/>.</summary>
    public static IReadOnlyDictionary<string, string?> Facts(object? salesperson, string? remark) => new Dictionary<string, string?>
    {
        ["salespersonId"] = salesperson?.ToString(),
        ["remark"] = remark,
    };
}
