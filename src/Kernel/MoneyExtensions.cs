namespace Yingpan.Kernel;

/// <summary>Money in sequences.</summary>
public static class MoneyExtensions
{
    /// <summary>
    /// The sum; zero for none. OverflowException only when the sum itself does not fit: added up in 128 bits, so that the
    /// order of the amounts does not matter.
    /// </summary>
    public static Money Sum(this IEnumerable<Money> amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        Int128 sum = 0;
        foreach (var amount in amounts)
            sum += amount.Minor;
        return new Money((long)sum);
    }
}
