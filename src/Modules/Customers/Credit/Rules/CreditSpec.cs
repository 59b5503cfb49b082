using Yingpan.Kernel;

namespace Yingpan.Customers.Credit.Rules;

/// <summary>What follows where an order would go beyond the limit.</summary>
internal enum OverLimit
{
    Allow,

    /// <summary>It is confirmed and marked.</summary>
    Flag,

    /// <summary>It is not confirmed.</summary>
    Block,
}

/// <param name="Code">Stays when the name changes: customers are rated by it.</param>
/// <param name="Limit">Null for none: such customers are only held, never limited.</param>
/// <param name="TermDays">账期: days after the order by which it is to be paid.</param>
internal sealed record CreditRating(string Code, string Name, string? NameEn, Money? Limit, int TermDays, OverLimit Over);

/// <summary>What credit goes by from a day on.</summary>
internal sealed record CreditSpec
{
    /// <summary>The best first.</summary>
    public required IReadOnlyList<CreditRating> Ratings { get; init; }

    /// <summary>Share of the limit from which on it is nearly used up.</summary>
    public required Rate NearFrom { get; init; }

    public CreditRating? Rating(string? code) => Ratings.FirstOrDefault(rating => rating.Code == code);

    /// <summary>What holds in a house that has said nothing.</summary>
    public static CreditSpec Usual { get; } = new()
    {
        NearFrom = new Rate(800_000),
        Ratings =
        [
            new("A", "优", "Excellent", new Money(50_000_000), 60, OverLimit.Flag),
            new("B", "良", "Good", new Money(20_000_000), 45, OverLimit.Block),
            new("C", "中", "Fair", new Money(5_000_000), 30, OverLimit.Block),
            new("D", "差", "Poor", Money.Zero, 0, OverLimit.Block),
        ],
    };
}

/// <summary>What is wrong with a policy, by field.</summary>
internal static class CreditFaults
{
    public const int MostRatings = 10;
    public const int MostDays = 730;

    public static IEnumerable<(string Field, string Code)> Of(CreditSpec spec)
    {
        if (spec.Ratings.Count is 0 or > MostRatings)
        {
            yield return ("ratings", "customers.credit-ratings");
        }

        if (spec.NearFrom <= Rate.Zero || spec.NearFrom > Rate.One)
        {
            yield return ("nearFrom", "field.not-fraction");
        }

        foreach (var (i, rating) in spec.Ratings.Index())
        {
            if (rating.Code.Trim() is not { Length: >= 1 and <= 4 } code || code != rating.Code || spec.Ratings.Take(i).Any(other => other.Code == code))
            {
                yield return ($"ratings[{i}].code", "customers.credit-rating-code");
            }

            if (rating.Limit < Money.Zero)
            {
                yield return ($"ratings[{i}].limit", "field.negative");
            }

            if (rating.TermDays is < 0 or > MostDays)
            {
                yield return ($"ratings[{i}].termDays", "customers.credit-term");
            }
        }
    }
}
