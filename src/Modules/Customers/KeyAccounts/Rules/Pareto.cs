using Yingpan.Kernel;

namespace Yingpan.Customers.KeyAccounts.Rules;

/// <param name="Cumulative">Of the whole, with all before it.</param>
/// <param name="IsKey">Among the fewest who together make the cut.</param>
internal sealed record ParetoLine(Guid Customer, Money Amount, Rate Share, Rate Cumulative, bool IsKey);

internal sealed record ParetoOf(Money Total, int Customers, int Key, Money KeyAmount, IReadOnlyList<ParetoLine> Lines);

/// <summary>
/// Who makes most of it: customers by amount, the largest first (of equals the smaller id), and the fewest of them who together come to the cut. Who
/// gave nothing or less is not counted, so that shares are of what came in.
/// </summary>
internal static class Pareto
{
    public static ParetoOf Of(IEnumerable<(Guid Customer, Money Amount)> amounts, Rate cut)
    {
        var sorted = amounts.Where(one => one.Amount > Money.Zero).OrderByDescending(one => one.Amount).ThenBy(one => one.Customer).ToList();
        var total = new Money(sorted.Sum(one => one.Amount.Minor));
        var lines = new List<ParetoLine>(sorted.Count);
        var (sum, key, keyAmount) = (0L, 0, 0L);
        foreach (var (customer, amount) in sorted)
        {
            // Compared in whole numbers: a share that is rounded would let one too many or too few in.
            var isKey = (Int128)sum * Rate.One.Millionths < (Int128)total.Minor * cut.Millionths;
            sum += amount.Minor;
            key += isKey ? 1 : 0;
            keyAmount += isKey ? amount.Minor : 0;
            lines.Add(new ParetoLine(customer, amount, amount.RatioTo(total)!.Value, new Money(sum).RatioTo(total)!.Value, isKey));
        }

        return new ParetoOf(total, lines.Count, key, new Money(keyAmount), lines);
    }
}
