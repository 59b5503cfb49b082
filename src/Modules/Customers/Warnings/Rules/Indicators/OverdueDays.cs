using System.Globalization;

namespace Yingpan.Customers.Warnings.Rules.Indicators;

/// <summary>docs/rules/warning-overdue.md: days since the oldest of what is missing fell due.</summary>
internal sealed class OverdueDays : IIndicator
{
    public string Code => "overdue";

    public Reading? Of(WarningFacts facts) => facts.OverdueSince is not { } since ? null : new Reading(facts.Day.DayNumber - since.DayNumber, new Dictionary<string, string>
    {
        ["overdue"] = facts.Overdue.ToString(),
        ["since"] = since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    });
}
