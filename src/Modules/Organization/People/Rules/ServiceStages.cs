namespace Yingpan.Organization.People.Rules;

/// <summary>How far somebody has come in the house: 生存期, 成长期, 成熟期.</summary>
public enum ServiceStage
{
    Survival,
    Growth,
    Maturity,
}

/// <summary>Until when the first two stages last, in months since hire.</summary>
public sealed record StageBounds(int SurvivalMonths, int GrowthMonths)
{
    /// <summary>As the house starts out: half a year, and up to a year and a half.</summary>
    public static readonly StageBounds Usual = new(6, 18);
}

/// <summary>The stage of service (docs/rules/service-stage.md).</summary>
public static class ServiceStages
{
    /// <summary>Null before the day of hire.</summary>
    public static ServiceStage? Of(DateOnly hiredOn, DateOnly day, StageBounds bounds) =>
        day < hiredOn ? null
        : day < hiredOn.AddMonths(bounds.SurvivalMonths) ? ServiceStage.Survival
        : day < hiredOn.AddMonths(bounds.GrowthMonths) ? ServiceStage.Growth
        : ServiceStage.Maturity;

    /// <summary>
    /// The earliest day of hire with which somebody is still within his first months on that day. A list compares with it, so that a
    /// database need not count months.
    /// </summary>
    public static DateOnly FirstHireWithin(DateOnly day, int months)
    {
        // The last days of a long month all reach the same last day of a short one.
        var hire = day.AddMonths(-months).AddDays(-4);
        while (hire.AddMonths(months) <= day)
        {
            hire = hire.AddDays(1);
        }

        return hire;
    }
}
