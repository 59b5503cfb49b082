using Yingpan.Kernel;

namespace Yingpan.Customers.Names.Rules;

/// <param name="Missing">In the order of <see cref="NameFields.All"/>.</param>
public sealed record NameFilling(IReadOnlyList<string> Missing, Rate Score);

/// <summary>docs/rules/name-fields.md</summary>
public static class NameFields
{
    /// <summary>What is told of a name, in the order in which it is entered.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "name", "legalRepresentative", "headName", "hobbies", "strengths", "phone", "mobile", "city", "industry", "fax", "email", "remark",
    ];

    /// <summary>What is required where a house has said nothing.</summary>
    public static readonly IReadOnlyList<string> Usual = ["name", "legalRepresentative", "headName", "hobbies", "strengths", "phone", "mobile"];

    /// <summary>The name itself is always required.</summary>
    public static IReadOnlyList<string> Ordered(IEnumerable<string> required)
    {
        var asked = required.Append("name").ToHashSet();
        return [.. All.Where(asked.Contains)];
    }

    public static NameFilling Measure(IReadOnlySet<string> filled, IReadOnlyList<string> required)
    {
        var asked = Ordered(required);
        List<string> missing = [.. asked.Where(field => !filled.Contains(field))];
        return new NameFilling(missing, Rate.Of((decimal)(asked.Count - missing.Count) / asked.Count, Rounding.Down));
    }
}
