namespace Yingpan.Customers.Care.Rules;

/// <summary>How many cares a week a customer comes to by a policy, kind by kind: what the preview adds up.</summary>
internal static class CareLoad
{
    private const decimal DaysOfYear = 365.25m;

    public static IReadOnlyList<(CareLine Line, decimal PerWeek)> Of(CareSpec spec, CareFacts facts, CareToday today)
    {
        var load = new List<(CareLine Line, decimal PerWeek)>();
        var taken = new HashSet<(string, string)>();
        foreach (var line in spec.Lines)
        {
            if (!CarePlan.Fits(line, facts, today.Day) || !taken.Add((line.Kind, Family(line))))
            {
                continue;
            }

            var perWeek = line.Trigger switch
            {
                CareTrigger.Interval => 7m / CarePlan.DaysOf(line),
                CareTrigger.KeyAccount => 7m / facts.Account!.CadenceDays,
                CareTrigger.FirstOrder => facts.FirstOrderOn!.Value > today.Day.AddYears(-1) ? 7m / DaysOfYear : 0m,
                CareTrigger.ContactDay => 7m * facts.Days.Count(day => day.Kind == line.DayKind) / DaysOfYear,
                _ => 7m * today.Holidays.Count(holiday => line.Holidays.Count == 0 || line.Holidays.Contains(holiday.Name)) / DaysOfYear,
            };
            if (perWeek > 0)
            {
                load.Add((line, perWeek));
            }
        }

        return load;
    }

    /// <summary>Of lines of one kind, those that ask for the same care; of them the first that fits holds.</summary>
    private static string Family(CareLine line) => line.Trigger switch
    {
        CareTrigger.Interval or CareTrigger.KeyAccount => "cycle",
        CareTrigger.FirstOrder => line.Code,
        CareTrigger.ContactDay => $"day {line.DayKind}",
        _ => "holiday",
    };
}
