namespace Yingpan.Customers.Grading.Rules;

/// <summary>One criterion of a score: the figure it was read from and its points; null is "not known, not counted".</summary>
internal readonly record struct ScorePart(decimal? Raw, int? Points);

/// <param name="Tenths">Points times ten, 0 to 1000; null where too little is known.</param>
internal sealed record CardScore(int? Tenths, ScorePart[] Parts);

/// <summary>
/// Points of a card: the weighted mean over the criteria of which something is known, half up at a tenth of a point. What is not known neither
/// helps nor hurts; where less than the card's share is known there is no score.
/// </summary>
internal static class Scoring
{
    public static CardScore Of(ScoreCard card, CustomerFigures figures, RfmScore? rfm, DateOnly day)
    {
        var parts = new ScorePart[card.Criteria.Count];
        int all = 0, known = 0, sum = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var criterion = card.Criteria[i];
            parts[i] = PartOf(criterion, figures, rfm, day);
            all += criterion.Weight;
            if (parts[i].Points is { } points)
            {
                known += criterion.Weight;
                sum += criterion.Weight * points;
            }
        }

        // Half up in whole numbers: (20·sum + known) ÷ (2·known).
        return new CardScore(known == 0 || known * 100 < card.Known * all ? null : ((20 * sum) + known) / (2 * known), parts);
    }

    public static ScorePart PartOf(Criterion criterion, CustomerFigures figures, RfmScore? rfm, DateOnly day)
    {
        switch (criterion.Measure)
        {
            case Measure.Entered:
                var mark = figures.Marks is { } marks && marks.TryGetValue(criterion.Code, out var entered)
                    && (criterion.ValidDays is not { } valid || day.DayNumber - entered.On.DayNumber <= valid) ? entered : (EnteredMark?)null;
                return new ScorePart(mark?.Points, mark?.Points ?? criterion.Otherwise);
            case Measure.Field:
                var value = figures.Fields?.GetValueOrDefault(criterion.Field!);
                foreach (var pair in criterion.Values)
                {
                    if (value is not null && string.Equals(pair.Value, value, StringComparison.OrdinalIgnoreCase))
                    {
                        return new ScorePart(null, pair.Points);
                    }
                }

                return new ScorePart(null, criterion.Otherwise);
            default:
                var raw = RawOf(criterion.Measure, figures, rfm, day);
                return new ScorePart(raw, raw is { } figure ? StepAt(criterion.Steps, figure) : criterion.Otherwise);
        }
    }

    public static decimal? RawOf(Measure measure, CustomerFigures figures, RfmScore? rfm, DateOnly day)
    {
        if (!figures.HasBought)
        {
            return null;
        }

        return measure switch
        {
            Measure.Sales => (decimal)figures.Sales.Minor / 100,
            Measure.Orders => figures.Orders,
            Measure.DaysSinceOrder => day.DayNumber - figures.LastOn!.Value.DayNumber,
            Measure.SalesTrend => figures.SalesBefore.Minor <= 0 ? null : decimal.Round(100m * figures.Sales.Minor / figures.SalesBefore.Minor, 1, MidpointRounding.AwayFromZero),
            Measure.Relation => Months(figures.FirstOn!.Value, day),
            Measure.OnTime => figures.Due.Minor <= 0 ? null : decimal.Round(100m * figures.PaidInTime.Minor / figures.Due.Minor, 1, MidpointRounding.AwayFromZero),
            Measure.Overdue => (decimal)figures.Overdue.Minor / 100,
            Measure.OverdueDays => figures.OverdueSince is { } since ? day.DayNumber - since.DayNumber : 0,
            Measure.Recency => rfm?.Recency,
            Measure.Frequency => rfm?.Frequency,
            Measure.Monetary => rfm?.Monetary,
            _ => null,
        };
    }

    /// <summary>Below the first step are no points.</summary>
    public static int StepAt(IReadOnlyList<ScoreStep> steps, decimal figure)
    {
        var points = 0;
        foreach (var step in steps)
        {
            if (figure < step.From)
            {
                break;
            }

            points = step.Points;
        }

        return points;
    }

    private static int Months(DateOnly from, DateOnly to)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return to.Day < from.Day ? months - 1 : months;
    }
}
