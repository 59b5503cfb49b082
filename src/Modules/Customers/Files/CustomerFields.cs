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
            BuiltInField.State<CustomerState>("state"), new("ownerId"), new("territoryId"), new("industry"), new("city"), new("contactName"), new("phone"), new("creditCode"), new("website"), new("address"),
            new("remark"),
        ],
    };

    /// <summary>What rules may ask of a customer, by the names of <see cref="Subject"/>.</summary>
    public static IReadOnlyDictionary<string, string?> Facts(
        CustomerState state, object? owner, object? territory, string? industry, string? city, string? contact, string? phone, string? code, string? website, string? address,
        string? remark) => new Dictionary<string, string?>
        {
            ["state"] = state.ToString(),
            ["ownerId"] = owner?.ToString(),
            ["territoryId"] = territory?.ToString(),
            ["industry"] = industry,
            ["city"] = city,
            ["contactName"] = contact,
            ["phone"] = phone,
            ["creditCode"] = code,
            ["website"] = website,
            ["address"] = address,
            ["remark"] = remark,
        };
}
