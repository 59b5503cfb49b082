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
    public static IReadOnlyList<DuplicateReason> Judge(IdentityFacts entered, IdentityFacts known, NameWords words, DuplicateRules rules) =>
        Against(entered, words, rules)(known);

    /// <summary>The same for many: what was entered is taken apart once.</summary>
    public static Func<IdentityFacts, IReadOnlyList<DuplicateReason>> Against(IdentityFacts entered, NameWords words, DuplicateRules rules)
    {
        var name = CompanyName.Of(entered.Name, words);
        var (told, address) = (Told(entered), PlainAddress.Of(entered.Address));
        return known =>
        {
            // Two codes that differ are two companies, whatever else is alike; a group shares its telephone and its domain.
            if (entered.CreditCode is not null && known.CreditCode is not null && entered.CreditCode != known.CreditCode)
            {
                return [];
            }

            var reasons = new List<DuplicateReason>();
            Same(entered.CreditCode is not null && entered.CreditCode == known.CreditCode, DuplicateSign.CreditCode);
            Named(CompanyName.Of(known.Name, words));
            var both = told.Count == 0 ? [] : told.Intersect(Told(known)).ToList();
            Same(both.Exists(key => key.StartsWith(ContactKeys.Phone, StringComparison.Ordinal)), DuplicateSign.Phone);
            Same(both.Exists(key => key.StartsWith(ContactKeys.Domain, StringComparison.Ordinal)), DuplicateSign.Domain);
            Same(address is not null && address == PlainAddress.Of(known.Address), DuplicateSign.Address);
            return reasons.Count < 2 ? reasons : [.. reasons.OrderByDescending(reason => reason.Rule).ThenByDescending(reason => reason.Likeness).ThenBy(reason => reason.Sign)];

            void Same(bool holds, DuplicateSign sign)
            {
                if (holds && rules.Of(sign) != DuplicateRule.Off)
                {
                    reasons.Add(new DuplicateReason(sign, Rate.One, rules.Of(sign)));
                }
            }

            void Named(CompanyName other)
            {
                Same(name.Key == other.Key, DuplicateSign.Name);
                if (name.Key == other.Key || rules.SimilarName == DuplicateRule.Off)
                {
                    return;
                }

                var alike = Rate.Of((decimal)Math.Round(Alike(name, other), 4), Rounding.HalfUp);
                if (alike >= rules.ShownFrom)
                {
                    reasons.Add(new DuplicateReason(DuplicateSign.SimilarName, alike, alike >= rules.SimilarFrom ? rules.SimilarName : DuplicateRule.Show));
                }
            }
        };
    }

    /// <summary>His telephones and domains, his own and those of his contacts.</summary>
    private static HashSet<string> Told(IdentityFacts facts) => [.. ContactKeys.Asked(facts), .. facts.ContactKeys];

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
