using System.Globalization;

namespace Yingpan.Customers.Warnings.Rules.Indicators;

/// <summary>docs/rules/warning-contact-gap.md: days since anybody had to do with a buyer.</summary>
internal sealed class ContactGap : IIndicator
{
    public string Code => "contact-gap";

    public Reading? Of(WarningFacts facts) => facts.OrderDays.Count == 0 || facts.LastContact is not { } last ? null
        : new Reading(facts.Day.DayNumber - last.DayNumber, new Dictionary<string, string> { ["lastOn"] = last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
}
