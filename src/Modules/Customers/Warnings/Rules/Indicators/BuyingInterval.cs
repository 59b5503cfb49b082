using System.Globalization;

namespace Yingpan.Customers.Warnings.Rules.Indicators;

/// <summary>docs/rules/warning-buying-interval.md: days since the last order, in his own usual intervals.</summary>
internal sealed class BuyingInterval : IIndicator
{
    /// <summary>Intervals from which a habit can be read.</summary>
    private const int Fewest = 3;

    public string Code => "buying-interval";

    public Reading? Of(WarningFacts facts)
    {
        var days = facts.OrderDays;
        if (days.Count <= Fewest)
        {
            return null;
        }

        var usual = Median([.. days.Zip(days.Skip(1), (one, next) => next.DayNumber - one.DayNumber)]);
        var since = facts.Day.DayNumber - days[^1].DayNumber;
        return new Reading(decimal.Round(since / usual, 3, MidpointRounding.AwayFromZero), new Dictionary<string, string>
        {
            ["days"] = since.ToString(CultureInfo.InvariantCulture),
            ["usual"] = usual.ToString("0.#", CultureInfo.InvariantCulture),
            ["lastOn"] = days[^1].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
    }

    private static decimal Median(int[] values)
    {
        Array.Sort(values);
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2m;
    }
}
