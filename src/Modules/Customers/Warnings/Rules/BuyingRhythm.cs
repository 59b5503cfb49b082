namespace Yingpan.Customers.Warnings.Rules;

/// <summary>What the model knows of a customer, in weeks: further purchases after the first, when the last was, how long we look.</summary>
internal readonly record struct Purchases(int Repeats, double LastAt, double Observed)
{
    /// <param name="days">Days with an order, rising, each once.</param>
    public static Purchases Of(IReadOnlyList<DateOnly> days, DateOnly today) =>
        new(days.Count - 1, (days[^1].DayNumber - days[0].DayNumber) / 7.0, (today.DayNumber - days[0].DayNumber) / 7.0);
}

/// <summary>The four parameters of the house: how often its customers buy (r, α) and how soon they leave (a, b).</summary>
internal readonly record struct RhythmParameters(double R, double Alpha, double A, double B);

/// <summary>
/// BG/NBD: a customer buys at a rate of his own, and after each purchase may leave for good. Source: Fader, Hardie, Lee (2005), "Counting Your
/// Customers" the Easy Way.
/// </summary>
internal static class BuyingRhythm
{
    /// <summary>The chance that he has not left. Who bought once only cannot be told apart: 1.</summary>
    public static double ChanceAlive(RhythmParameters p, Purchases of) => 1 / (1 + Gone(p, of));

    /// <summary>How many purchases to expect of him in so many weeks from now.</summary>
    public static double Expected(RhythmParameters p, Purchases of, double weeks)
    {
        var (r, b) = (p.R + of.Repeats, p.B + of.Repeats);
        var z = weeks / (p.Alpha + of.Observed + weeks);
        var none = Math.Pow((p.Alpha + of.Observed) / (p.Alpha + of.Observed + weeks), r) * SpecialFunctions.Hypergeometric(r, b, p.A + b - 1, z);
        return (p.A + b - 1) / (p.A - 1) * (1 - none) / (1 + Gone(p, of));
    }

    /// <summary>The chance that a new customer buys exactly so often again in so many weeks.</summary>
    public static double ChanceOf(RhythmParameters p, int times, double weeks)
    {
        var left = Math.Exp(SpecialFunctions.LogBeta(p.A, p.B + times) - SpecialFunctions.LogBeta(p.A, p.B)
            + SpecialFunctions.LogGamma(p.R + times) - SpecialFunctions.LogGamma(p.R) - SpecialFunctions.LogGamma(times + 1)
            + (p.R * Math.Log(p.Alpha / (p.Alpha + weeks))) + (times * Math.Log(weeks / (p.Alpha + weeks))));
        if (times == 0)
        {
            return left;
        }

        var sum = 0.0;
        for (var j = 0; j < times; j++)
        {
            sum += Math.Exp(SpecialFunctions.LogGamma(p.R + j) - SpecialFunctions.LogGamma(p.R) - SpecialFunctions.LogGamma(j + 1) + (j * Math.Log(weeks / (p.Alpha + weeks))));
        }

        return left + (Math.Exp(SpecialFunctions.LogBeta(p.A + 1, p.B + times - 1) - SpecialFunctions.LogBeta(p.A, p.B)) * (1 - (Math.Pow(p.Alpha / (p.Alpha + weeks), p.R) * sum)));
    }

    public static double LogLikelihood(RhythmParameters p, Purchases of)
    {
        var r = p.R + of.Repeats;
        var alive = -r * Math.Log(p.Alpha + of.Observed);
        var gone = of.Repeats == 0 ? double.NegativeInfinity : Math.Log(p.A / (p.B + of.Repeats - 1)) - (r * Math.Log(p.Alpha + of.LastAt));
        var more = Math.Max(alive, gone);
        return SpecialFunctions.LogGamma(r) - SpecialFunctions.LogGamma(p.R) + (p.R * Math.Log(p.Alpha))
            + SpecialFunctions.LogBeta(p.A, p.B + of.Repeats) - SpecialFunctions.LogBeta(p.A, p.B)
            + more + Math.Log(Math.Exp(alive - more) + Math.Exp(gone - more));
    }

    private static double Gone(RhythmParameters p, Purchases of) => of.Repeats == 0
        ? 0
        : p.A / (p.B + of.Repeats - 1) * Math.Pow((p.Alpha + of.Observed) / (p.Alpha + of.LastAt), p.R + of.Repeats);
}
