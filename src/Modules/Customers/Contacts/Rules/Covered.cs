namespace Yingpan.Customers.Contacts.Rules;

/// <summary>What of a contact's address is shown to those who do not look after him: 138****1111, l***@blue.example.</summary>
public static class Covered
{
    private const string Stars = "****";

    public static string? Mobile(string? number) => number is not { Length: > 0 } ? number : number.Length < 7 ? Stars : number[..3] + Stars + (number.Length >= 11 ? number[^4..] : "");

    public static string? Email(string? address) => address is not { Length: > 0 } ? address
        : address.IndexOf('@', StringComparison.Ordinal) is var at and > 0 ? address[..1] + Stars + address[at..] : Stars;
}
