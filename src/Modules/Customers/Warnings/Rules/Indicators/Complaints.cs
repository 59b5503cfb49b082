namespace Yingpan.Customers.Warnings.Rules.Indicators;

/// <summary>docs/rules/warning-complaints.md: complaints of the last quarter.</summary>
internal sealed class Complaints : IIndicator
{
    public string Code => "complaints";

    public Reading? Of(WarningFacts facts) => facts.Complaints is not { } count ? null : new Reading(count, new Dictionary<string, string>());
}
