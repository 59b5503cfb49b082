namespace Yingpan.Customers.Warnings.Rules;

/// <param name="Fit">The mean log-likelihood of a customer.</param>
internal sealed record FittedRhythm(RhythmParameters Parameters, double Fit, int Customers);

/// <summary>Finds the parameters under which the house's own purchases are likeliest, by the simplex of Nelder and Mead over their logarithms.</summary>
internal static class RhythmFitting
{
    /// <summary>Fewer customers than that say nothing of a house.</summary>
    public const int Fewest = 50;

    /// <summary>More than that say it no better.</summary>
    private const int Most = 20_000;

    private const int Steps = 600;
    private const double Enough = 1e-9;

    public static FittedRhythm? Fit(IReadOnlyList<Purchases> customers)
    {
        if (customers.Count < Fewest || customers.All(one => one.Repeats == 0))
        {
            return null;
        }

        // Every so-manieth, so that the same house gives the same answer.
        var stride = (customers.Count + Most - 1) / Most;
        var some = Enumerable.Range(0, (customers.Count + stride - 1) / stride).Select(i => customers[i * stride]).ToArray();
        var best = Simplex(point => -Mean(Of(point), some));
        var parameters = Of(best);
        return new FittedRhythm(parameters, Mean(parameters, some), some.Length);
    }

    private static double Mean(RhythmParameters parameters, Purchases[] customers)
    {
        var sum = 0.0;
        foreach (var one in customers)
        {
            sum += BuyingRhythm.LogLikelihood(parameters, one);
        }

        return sum / customers.Length;
    }

    /// <summary>Kept within reason: in a house nobody leaves, a would run to nothing and b away.</summary>
    private static RhythmParameters Of(double[] point)
    {
        return new RhythmParameters(At(0), At(1), At(2), At(3));

        double At(int i) => Math.Exp(Math.Clamp(point[i], -7, 7));
    }

    private static double[] Simplex(Func<double[], double> cost)
    {
        const int size = 4;
        var points = Enumerable.Range(0, size + 1).Select(i => Enumerable.Range(0, size).Select(k => k == i ? 1.0 : 0.1).ToArray()).Select(at => (At: at, Cost: cost(at))).ToList();
        for (var step = 0; step < Steps; step++)
        {
            points.Sort((a, b) => a.Cost.CompareTo(b.Cost));
            if (points[size].Cost - points[0].Cost < Enough)
            {
                break;
            }

            var centre = Enumerable.Range(0, size).Select(k => points.Take(size).Average(point => point.At[k])).ToArray();
            var mirrored = Try(-1);
            if (mirrored.Cost < points[0].Cost)
            {
                var further = Try(-2);
                points[size] = further.Cost < mirrored.Cost ? further : mirrored;
            }
            else if (mirrored.Cost < points[size - 1].Cost)
            {
                points[size] = mirrored;
            }
            else
            {
                var nearer = Try(mirrored.Cost < points[size].Cost ? -0.5 : 0.5);
                if (nearer.Cost < Math.Min(points[size].Cost, mirrored.Cost))
                {
                    points[size] = nearer;
                }
                else
                {
                    for (var i = 1; i <= size; i++)
                    {
                        var at = points[i].At.Zip(points[0].At, (one, first) => first + ((one - first) / 2)).ToArray();
                        points[i] = (at, cost(at));
                    }
                }
            }

            (double[] At, double Cost) Try(double factor)
            {
                var at = centre.Zip(points[size].At, (middle, worst) => middle + (factor * (worst - middle))).ToArray();
                return (at, cost(at));
            }
        }

        return points.MinBy(point => point.Cost).At;
    }
}
