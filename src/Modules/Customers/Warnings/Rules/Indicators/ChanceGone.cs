using System.Globalization;

namespace Yingpan.Customers.Warnings.Rules.Indicators;

/// <summary>docs/rules/warning-chance-gone.md: the chance that he has left, by the rhythm of the house and his own.</summary>
internal sealed class ChanceGone : IIndicator
{
    public string Code => "chance-gone";

    public Reading? Of(WarningFacts facts)
    {
        if (facts.Rhythm is not { } rhythm || facts.OrderDays.Count < 2)
        {
            return null;
        }

        var purchases = Purchases.Of(facts.OrderDays, facts.Day);
        return new Reading(IndicatorBook.Rounded(1 - BuyingRhythm.ChanceAlive(rhythm, purchases)), new Dictionary<string, string>
        {
            ["orders"] = (purchases.Repeats + 1).ToString(CultureInfo.InvariantCulture),
            ["lastOn"] = facts.OrderDays[^1].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["firstOn"] = facts.OrderDays[0].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
    }
}
