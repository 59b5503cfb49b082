using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Platform.CustomFields;

namespace Yingpan.Customers.Files;

/// <summary>Customers may have fields of the house's own, and the house says which of theirs must be filled.</summary>
internal static class CustomerFields
{
    public const string Code = "customer";

    public static readonly FieldSubject<CustomerId> Subject = new()
    {
        Code = Code,
        Table = "customers_customer",
        List = "customers",
        Read = CustomersPermissions.Read,
        Sensitive = CustomersPermissions.Sensitive,
        BuiltIn =
        [
            BuiltInField.State<CustomerState>("state"), new("ownerId"), new("territoryId"), new("industry"), new("city"), new("contactName"), new("phone"), new("remark"),
        ],
    };

    /// <summary>What rules may ask of a customer, by the names of <see cref="Subject"/>.</summary>
    public static IReadOnlyDictionary<string, string?> Facts(this Customer customer) => new Dictionary<string, string?>
    {
        ["state"] = customer.State.ToString(),
        ["ownerId"] = customer.OwnerId?.ToString(),
        ["territoryId"] = customer.TerritoryId?.ToString(),
        ["industry"] = customer.Industry,
        ["city"] = customer.City,
        ["contactName"] = customer.ContactName,
        ["phone"] = customer.Phone,
        ["remark"] = customer.Remark,
    };
}
