using Yingpan.Kernel;

namespace Yingpan.Customers.Completeness.Rules;

/// <param name="Missing">What is not filled though it counts, the weightiest first.</param>
/// <param name="Reached">Sum of the weights of what is filled.</param>
/// <param name="Whole">Sum of all weights.</param>
public sealed record CompletenessScore(Rate Score, IReadOnlyList<MissingField> Missing, int Reached, int Whole);

public sealed record MissingField(string Field, int Weight);

/// <summary>docs/rules/completeness.md</summary>
public static class CompletenessRule
{
    public const int LargestWeight = 100;

    /// <summary>What may count, in the order in which a file is filled; with it how much it counts where a house has said nothing.</summary>
    public static readonly IReadOnlyDictionary<string, int> Usual = new Dictionary<string, int>
    {
        ["ownerId"] = 10,
        ["territoryId"] = 5,
        ["industry"] = 5,
        ["city"] = 5,
        ["phone"] = 10,
        ["creditCode"] = 10,
        ["website"] = 3,
        ["address"] = 7,
        ["legalRepresentative"] = 8,
        ["fax"] = 1,
        ["email"] = 3,
        ["employees"] = 3,
        ["business"] = 5,
        ["source"] = 5,
        ["previousSales"] = 4,
        ["strength"] = 4,
        ["contact"] = 10,
        ["decider"] = 6,
        ["birthday"] = 3,
        ["strategy"] = 8,
    };

    /// <summary>A field without a weight counts nothing, and where nothing counts every file is whole.</summary>
    public static CompletenessScore Of(IReadOnlySet<string> filled, IReadOnlyDictionary<string, int> weights)
    {
        var counting = Usual.Keys.Select(field => new MissingField(field, weights.GetValueOrDefault(field))).Where(field => field.Weight > 0).ToList();
        var whole = counting.Sum(field => field.Weight);
        var reached = counting.Where(field => filled.Contains(field.Field)).Sum(field => field.Weight);
        return new CompletenessScore(
            whole == 0 ? Rate.One : Rate.Of((decimal)reached / whole, Rounding.Down),
            [.. counting.Where(field => !filled.Contains(field.Field)).OrderByDescending(field => field.Weight)],
            reached,
            whole);
    }
}
