namespace Yingpan.Customers.Warnings.Rules;

/// <summary>The two functions the rhythm of buying needs; their accuracy is tested against closed forms.</summary>
internal static class SpecialFunctions
{
    private const int MostTerms = 100_000;
    private const double Enough = 1e-16;

    // Lanczos' approximation with g = 7 and nine terms: relative error below 1e-13 for positive arguments.
    private const double G = 7;

    private static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
        9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>ln Γ(x) for x &gt; 0.</summary>
    public static double LogGamma(double x)
    {
        if (x < 0.5)
        {
            // Γ(x)·Γ(1−x) = π ÷ sin(πx)
            return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - LogGamma(1 - x);
        }

        var sum = Lanczos[0];
        for (var i = 1; i < Lanczos.Length; i++)
        {
            sum += Lanczos[i] / (x - 1 + i);
        }

        var t = x - 0.5 + G;
        return (0.5 * Math.Log(2 * Math.PI)) + ((x - 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }

    public static double LogBeta(double a, double b) => LogGamma(a) + LogGamma(b) - LogGamma(a + b);

    /// <summary>Gauss' ₂F₁(a, b; c; z) by its series, for 0 ≤ z &lt; 1. Near 1 by Euler's transformation where that falls off faster.</summary>
    public static double Hypergeometric(double a, double b, double c, double z) =>
        c - a - b < 0 ? Math.Pow(1 - z, c - a - b) * Series(c - a, c - b, c, z) : Series(a, b, c, z);

    private static double Series(double a, double b, double c, double z)
    {
        double sum = 1, term = 1;
        for (var n = 0; n < MostTerms; n++)
        {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            sum += term;
            if (Math.Abs(term) <= Enough * Math.Abs(sum))
            {
                break;
            }
        }

        return sum;
    }
}
