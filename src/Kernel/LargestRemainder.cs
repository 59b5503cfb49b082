using System.Numerics;

namespace Yingpan.Kernel;

/// <summary>
/// Apportionment by the largest remainder (Hamilton; Balinski and Young, Fair Representation): every part gets its share
/// rounded down, what is left over goes, unit by unit, to the parts that lost most by rounding.
/// </summary>
public static class LargestRemainder
{
    /// <summary>
    /// Splits <paramref name="whole"/> by weight into parts that add up to it exactly, each within one unit of its exact share.
    /// Equal remainders: the lower index first. A negative whole is the mirror image of the positive one.
    /// All parts are multiples of <paramref name="unit"/> (1 or more) but one: what the whole has below one unit goes to the
    /// largest remainder still unserved once the whole units are dealt out, for otherwise a part could drift further than a unit.
    /// Refuses empty, negative or all-zero weights (ArgumentException). A part of weight zero is zero.
    /// </summary>
    public static IReadOnlyList<long> Split(long whole, IReadOnlyList<decimal> weights, long unit = 1)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfLessThan(unit, 1);

        var integers = ToIntegers(weights);
        var divisor = integers.Aggregate(BigInteger.Add) * unit;
        var magnitude = BigInteger.Abs(whole);
        var parts = new BigInteger[integers.Length];
        var remainders = new BigInteger[integers.Length];
        var left = magnitude;
        for (var i = 0; i < parts.Length; i++)
        {
            (var units, remainders[i]) = BigInteger.DivRem(magnitude * integers[i], divisor);
            parts[i] = units * unit;
            left -= parts[i];
        }

        // OrderByDescending is stable, which is the rule for ties.
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => remainders[i]))
        {
            if (left.IsZero)
                break;
            var given = BigInteger.Min(left, unit);
            parts[i] += given;
            left -= given;
        }

        return Array.ConvertAll(parts, part => (long)(whole < 0 ? -part : part));
    }

    /// <summary>The same proportions in whole numbers, exact: a decimal product or sum of weights could round or overflow.</summary>
    private static BigInteger[] ToIntegers(IReadOnlyList<decimal> weights)
    {
        if (weights.Count == 0)
            throw new ArgumentException("A split needs at least one weight.", nameof(weights));
        if (weights.Any(weight => weight < 0))
            throw new ArgumentException("A weight must not be negative.", nameof(weights));
        if (weights.All(weight => weight == 0))
            throw new ArgumentException("At least one weight must be above zero.", nameof(weights));

        var scale = weights.Max(weight => weight.Scale);
        return [.. weights.Select(weight => Mantissa(weight) * BigInteger.Pow(10, scale - weight.Scale))];
    }

    private static BigInteger Mantissa(decimal weight)
    {
        var bits = decimal.GetBits(weight);
        return unchecked(((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0]);
    }
}
