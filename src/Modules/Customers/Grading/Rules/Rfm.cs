namespace Yingpan.Customers.Grading.Rules;

internal enum RfmSegment
{
    Champions,
    PotentialLoyalist,
    LoyalCustomers,
    Promising,
    NewCustomers,
    CantLoseThem,
    AtRisk,
    NeedAttention,
    AboutToSleep,
    Lost,

    /// <summary>Fits none of the ten.</summary>
    Others,
}

internal readonly record struct RfmScore(int Recency, int Frequency, int Monetary)
{
    public int Code => (Recency * 100) + (Frequency * 10) + Monetary;
}

/// <summary>
/// Recency, frequency and monetary value, 1 to 5 each, and the ten segments they fall into. Source of the segments: the intervals published with
/// the R package rfm (rsquaredacademy); the first that fits is taken.
/// </summary>
internal static class Rfm
{
    public const int Scores = 5;

    private readonly record struct Interval(RfmSegment Segment, int RLow, int RHigh, int FLow, int FHigh, int MLow, int MHigh)
    {
        public bool Holds(RfmScore score) => score.Recency >= RLow && score.Recency <= RHigh && score.Frequency >= FLow && score.Frequency <= FHigh
            && score.Monetary >= MLow && score.Monetary <= MHigh;
    }

    private static readonly Interval[] Intervals =
    [
        new(RfmSegment.Champions, 5, 5, 5, 5, 5, 5),
        new(RfmSegment.PotentialLoyalist, 3, 5, 3, 5, 2, 5),
        new(RfmSegment.LoyalCustomers, 2, 4, 2, 4, 2, 4),
        new(RfmSegment.Promising, 3, 4, 1, 3, 3, 5),
        new(RfmSegment.NewCustomers, 4, 5, 1, 3, 1, 5),
        new(RfmSegment.CantLoseThem, 1, 2, 3, 4, 4, 5),
        new(RfmSegment.AtRisk, 1, 2, 2, 5, 4, 5),
        new(RfmSegment.NeedAttention, 1, 3, 3, 5, 3, 5),
        new(RfmSegment.AboutToSleep, 2, 3, 1, 3, 1, 4),
        new(RfmSegment.Lost, 1, 1, 1, 5, 1, 5),
    ];

    public static RfmSegment SegmentOf(RfmScore score)
    {
        foreach (var interval in Intervals)
        {
            if (interval.Holds(score))
            {
                return interval.Segment;
            }
        }

        return RfmSegment.Others;
    }

    /// <summary>Of a buyer. Fewer days are better; more orders and sales are.</summary>
    public static RfmScore ScoreOf(decimal days, decimal orders, decimal sales, RfmCuts cuts) =>
        new(Scores - Above(cuts.Days, days), 1 + Above(cuts.Orders, orders), 1 + Above(cuts.Sales, sales));

    /// <summary>The bounds between fifths, by nearest rank: at least a fifth, two fifths … of the values are not above them.</summary>
    public static RfmCuts Quantiles(IReadOnlyList<CustomerFigures> buyers, DateOnly day) => new(
        Fifths([.. buyers.Select(buyer => (decimal)(day.DayNumber - buyer.LastOn!.Value.DayNumber))]),
        Fifths([.. buyers.Select(buyer => (decimal)buyer.Orders)]),
        Fifths([.. buyers.Select(buyer => (decimal)buyer.Sales.Minor / 100)]));

    public static IReadOnlyList<decimal> Fifths(decimal[] values)
    {
        Array.Sort(values);
        return values.Length == 0 ? [0, 0, 0, 0] : [.. Enumerable.Range(1, Scores - 1).Select(k => values[((values.Length * k) + Scores - 1) / Scores - 1])];
    }

    private static int Above(IReadOnlyList<decimal> cuts, decimal value)
    {
        var above = 0;
        foreach (var cut in cuts)
        {
            above += value > cut ? 1 : 0;
        }

        return above;
    }
}
