using System.Globalization;
using Yingpan.Customers.Data;
using Yingpan.Kernel;

namespace Yingpan.Customers.Merging;

/// <summary>A field of which one of the two values is kept when two customers become one; values as text, as the merge keeps them.</summary>
/// <param name="Code">As in the list and on the cards, in words by <c>customers.column.{text}</c>.</param>
internal sealed record MergeField(string Code, string Text, Func<Customer, DataCard, string?> Read, Action<Customer, DataCard, string?> Write);

/// <summary>All of them but the house's own, in the order in which they are shown side by side.</summary>
internal static class MergeFields
{
    public static readonly IReadOnlyList<MergeField> All =
    [
        Of("name", customer => customer.Name, (customer, value) => customer.Name = value ?? customer.Name),
        Of("state", customer => customer.State.ToString(), (customer, value) => customer.State = Enum.Parse<CustomerState>(value!)),
        new(Owner, "ownerName", (customer, _) => customer.OwnerId?.ToString(), (_, _, _) => { }),
        new("territoryId", "territoryName", (customer, _) => customer.TerritoryId?.ToString(), (customer, _, value) => customer.TerritoryId = IdOf<TerritoryId>(value)),
        Of("industry", customer => customer.Industry, (customer, value) => customer.Industry = value),
        Of("city", customer => customer.City, (customer, value) => customer.City = value),
        Of("contactName", customer => customer.ContactName, (customer, value) => customer.ContactName = value),
        Of("phone", customer => customer.Phone, (customer, value) => customer.Phone = value),
        Of("creditCode", customer => customer.CreditCode, (customer, value) => customer.CreditCode = value),
        Of("website", customer => customer.Website, (customer, value) => customer.Website = value),
        Of("address", customer => customer.Address, (customer, value) => customer.Address = value),
        Of("remark", customer => customer.Remark, (customer, value) => customer.Remark = value),
        OnCard("legalRepresentative", card => card.LegalRepresentative, (card, value) => card.LegalRepresentative = value),
        OnCard("fax", card => card.Fax, (card, value) => card.Fax = value),
        OnCard("email", card => card.Email, (card, value) => card.Email = value),
        OnCard("employees", card => card.Employees?.ToString(CultureInfo.InvariantCulture), (card, value) => card.Employees = value is null ? null : int.Parse(value, CultureInfo.InvariantCulture)),
        OnCard("business", card => card.Business, (card, value) => card.Business = value),
        OnCard("source", card => card.Source, (card, value) => card.Source = value),
        OnCard("previousSales", card => card.PreviousSales, (card, value) => card.PreviousSales = value),
        OnCard("strength", card => card.Strength, (card, value) => card.Strength = value),
    ];

    public const string CreditCode = "creditCode";

    /// <summary>Whose he is goes through his ownership, not through the field.</summary>
    public const string Owner = "ownerId";

    /// <summary>Before a code of the house's own fields.</summary>
    public const string Custom = "custom.";

    /// <summary>The code of a field of the house's own; null for one of the others.</summary>
    public static string? CustomOf(string code) => code.StartsWith(Custom, StringComparison.Ordinal) ? code[Custom.Length..] : null;

    public static MergeField? Find(string code) => All.FirstOrDefault(field => field.Code == code);

    private static MergeField Of(string code, Func<Customer, string?> read, Action<Customer, string?> write) =>
        new(code, code, (customer, _) => read(customer), (customer, _, value) => write(customer, value));

    private static MergeField OnCard(string code, Func<DataCard, string?> read, Action<DataCard, string?> write) =>
        new(code, code, (_, card) => read(card), (_, card, value) => write(card, value));

    public static T? IdOf<T>(string? value) where T : struct, IId<T> => value is not null && Id.TryParse<T>(value, out var id) ? id : null;
}
