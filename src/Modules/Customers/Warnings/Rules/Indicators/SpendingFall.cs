namespace Yingpan.Customers.Warnings.Rules.Indicators;

/// <summary>docs/rules/warning-spending-fall.md: how far the last quarter lies below his usual one.</summary>
internal sealed class SpendingFall : IIndicator
{
    /// <summary>Whoever bought for less long than this before has no usual quarter.</summary>
    private const int KnownDays = 180;

    public string Code => "spending-fall";

    public Reading? Of(WarningFacts facts)
    {
        if (facts.Before.Minor <= 0 || facts.OrderDays.Count == 0)
        {
            return null;
        }

        var known = Math.Min(WarningFacts.BeforeDays, facts.Day.DayNumber - WarningFacts.RecentDays + 1 - facts.OrderDays[0].DayNumber);
        if (known < KnownDays)
        {
            return null;
        }

        var usual = (decimal)facts.Before.Minor * WarningFacts.RecentDays / known;
        return new Reading(decimal.Round(1 - (facts.Recent.Minor / usual), 3, MidpointRounding.AwayFromZero), new Dictionary<string, string>
        {
            ["recent"] = facts.Recent.ToString(),
            ["usual"] = new Kernel.Money((long)decimal.Round(usual, 0, MidpointRounding.AwayFromZero)).ToString(),
        });
    }
}
