using Yingpan.Kernel;

namespace Yingpan.Customers.Identity.Rules;

/// <summary>By what somebody looks like a customer who is there already.</summary>
public enum DuplicateSign
{
    CreditCode,
    Name,
    SimilarName,
    Phone,
    Domain,
    Address,
}

/// <summary>What follows from a sign, from the mildest to the strictest.</summary>
public enum DuplicateRule
{
    /// <summary>Nothing.</summary>
    Off,

    /// <summary>It is shown.</summary>
    Show,

    /// <summary>Whoever enters him nevertheless says why.</summary>
    Reason,

    /// <summary>He is not entered.</summary>
    Block,
}

/// <summary>What the house decides of each sign. The same code is always the same company.</summary>
/// <param name="SimilarFrom">From here on a similar name counts by its rule.</param>
/// <param name="ShownFrom">From here on it is shown; below it is another name.</param>
public sealed record DuplicateRules(DuplicateRule Name, DuplicateRule SimilarName, DuplicateRule Phone, DuplicateRule Domain, DuplicateRule Address, Rate SimilarFrom, Rate ShownFrom)
{
    public DuplicateRule Of(DuplicateSign sign) => sign switch
    {
        DuplicateSign.CreditCode => DuplicateRule.Block,
        DuplicateSign.Name => Name,
        DuplicateSign.SimilarName => SimilarName,
        DuplicateSign.Phone => Phone,
        DuplicateSign.Domain => Domain,
        _ => Address,
    };
}

/// <param name="Likeness">1 for what is exactly the same.</param>
public sealed record DuplicateReason(DuplicateSign Sign, Rate Likeness, DuplicateRule Rule);

/// <summary>docs/rules/customer-identity.md</summary>
public static class Judging
{
    private const double RootWeight = 0.7;
    private const double TradeWeight = 0.15;
    private const double RegionWeight = 0.15;
    private const double OneSaysMore = 0.9;

    /// <summary>Why the two look like one, the strictest first; empty when they do not.</summary>
    public static IReadOnlyList<DuplicateReason> Judge(IdentityFacts entered, IdentityFacts known, NameWords words, DuplicateRules rules)
    {
        var (a, b) = (CompanyName.Of(entered.Name, words), CompanyName.Of(known.Name, words));
        var reasons = new List<DuplicateReason>();
        void Same(bool holds, DuplicateSign sign)
        {
            if (holds && rules.Of(sign) != DuplicateRule.Off)
            {
                reasons.Add(new DuplicateReason(sign, Rate.One, rules.Of(sign)));
            }
        }

        Same(entered.CreditCode is not null && entered.CreditCode == known.CreditCode, DuplicateSign.CreditCode);
        // Two codes that differ are two companies, whatever else is alike; a group shares its telephone and its domain.
        if (entered.CreditCode is not null && known.CreditCode is not null && entered.CreditCode != known.CreditCode)
        {
            return [];
        }

        Same(a.Key == b.Key, DuplicateSign.Name);
        if (a.Key != b.Key && rules.SimilarName != DuplicateRule.Off)
        {
            var alike = Rate.Of((decimal)Math.Round(Alike(a, b), 4), Rounding.HalfUp);
            if (alike >= rules.ShownFrom)
            {
                reasons.Add(new DuplicateReason(DuplicateSign.SimilarName, alike, alike >= rules.SimilarFrom ? rules.SimilarName : DuplicateRule.Show));
            }
        }

        Same(Phones.Of(entered.Phone).Intersect(Phones.Of(known.Phone)).Any(), DuplicateSign.Phone);
        Same(WebDomain.Of(entered.Website) is { } domain && domain == WebDomain.Of(known.Website), DuplicateSign.Domain);
        Same(PlainAddress.Of(entered.Address) is { } address && address == PlainAddress.Of(known.Address), DuplicateSign.Address);
        return [.. reasons.OrderByDescending(reason => reason.Rule).ThenByDescending(reason => reason.Likeness).ThenBy(reason => reason.Sign)];
    }

    /// <summary>How alike two names are, 0 to 1. The root decides; trade and place tell namesakes apart.</summary>
    public static double Alike(CompanyName a, CompanyName b)
    {
        if (a.Numbers != b.Numbers)
        {
            // 第一 and 第二, A and B, 3 and 4: so are two companies named that are not to be mistaken for each other.
            return 0;
        }

        var trade = a.Trade == b.Trade ? 1 : a.Trade.Length == 0 || b.Trade.Length == 0 ? OneSaysMore : Likeness.Signs(a.Trade, b.Trade);
        var region = a.Regions.Count == 0 || b.Regions.Count == 0 ? (a.Regions.Count == b.Regions.Count ? 1 : OneSaysMore) : a.Regions.Intersect(b.Regions).Any() ? 1 : 0;
        return (Likeness.OfRoots(a.Shape, b.Shape) * RootWeight) + (trade * TradeWeight) + (region * RegionWeight);
    }
}
