using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.CustomFields;

namespace Yingpan.Organization.People;

/// <summary>People may have fields of the house's own, and the house says which of theirs must be filled.</summary>
internal static class PersonFields
{
    public const string Code = "person";

    public static readonly FieldSubject<PersonId> Subject = new()
    {
        Code = Code,
        Table = "organization_person",
        List = "people",
        Read = OrganizationPermissions.ReadPeople,
        Sensitive = OrganizationPermissions.SensitiveFields,
        BuiltIn =
        [
            new("email"), new("phone"), new("gradeId"), new("birthday"), new("hobbies"), new("strengths"), new("skills"), new("careerGoal"),
        ],
    };

    /// <summary>What rules may ask of a person, in the order of <see cref="Subject"/>.</summary>
    public static IReadOnlyDictionary<string, string?> Facts(params ReadOnlySpan<object?> values)
    {
        var facts = new Dictionary<string, string?>();
        for (var i = 0; i < Subject.BuiltIn.Count; i++)
        {
            facts[Subject.BuiltIn[i].Name] = values[i]?.ToString();
        }

        return facts;
    }
}
