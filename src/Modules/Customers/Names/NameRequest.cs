using Yingpan.Customers.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Customers.Names;

/// <summary>What is told of a name, the same when it is entered, edited and checked. Only the name itself must be there: what else is required makes it whole.</summary>
internal record NameFacts : IChecked
{
    public required string Name { get; init; }

    public string? LegalRepresentative { get; init; }

    public string? HeadName { get; init; }

    public string? Hobbies { get; init; }

    public string? Strengths { get; init; }

    public string? Phone { get; init; }

    public string? Mobile { get; init; }

    public string? City { get; init; }

    public string? Industry { get; init; }

    public string? Fax { get; init; }

    public string? Email { get; init; }

    public string? Remark { get; init; }

    public virtual void Check(Check check)
    {
        check.Text("name", Name, 120);
        check.OptionalText("legalRepresentative", LegalRepresentative, 60);
        check.OptionalText("headName", HeadName, 60);
        check.OptionalText("hobbies", Hobbies, 200);
        check.OptionalText("strengths", Strengths, 200);
        check.Phone("phone", Phone);
        check.Phone("mobile", Mobile);
        check.OptionalText("city", City, 60);
        check.OptionalText("industry", Industry, 60);
        check.Phone("fax", Fax);
        check.Email("email", Email);
        check.OptionalText("remark", Remark, 1000, lines: true);
    }

    public void WriteTo(ListedName name)
    {
        name.Name = Name.Clean();
        name.LegalRepresentative = LegalRepresentative.CleanOrNull();
        name.HeadName = HeadName.CleanOrNull();
        name.Hobbies = Hobbies.CleanOrNull();
        name.Strengths = Strengths.CleanOrNull();
        name.Phone = Phone.CleanOrNull();
        name.Mobile = Mobile.CleanOrNull();
        name.City = City.CleanOrNull();
        name.Industry = Industry.CleanOrNull();
        name.Fax = Fax.CleanOrNull();
        name.Email = Email.CleanOrNull();
        name.Remark = Remark.CleanOrNull();
    }

    /// <summary>As a pasted line tells it.</summary>
    public static NameFacts Of(IReadOnlyDictionary<string, string> row) => new()
    {
        Name = row.GetValueOrDefault("name") ?? "",
        LegalRepresentative = row.GetValueOrDefault("legalRepresentative"),
        HeadName = row.GetValueOrDefault("headName"),
        Hobbies = row.GetValueOrDefault("hobbies"),
        Strengths = row.GetValueOrDefault("strengths"),
        Phone = row.GetValueOrDefault("phone"),
        Mobile = row.GetValueOrDefault("mobile"),
        City = row.GetValueOrDefault("city"),
        Industry = row.GetValueOrDefault("industry"),
        Fax = row.GetValueOrDefault("fax"),
        Email = row.GetValueOrDefault("email"),
        Remark = row.GetValueOrDefault("remark"),
    };
}
