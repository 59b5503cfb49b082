using System.Runtime.InteropServices;

namespace Yingpan.Kernel;

/// <summary>
/// Twelve months from <paramref name="StartMonth"/> (1 to 12), named for the calendar year it starts in: the one from April
/// 2026 to March 2027 is 2026. All its months must be months (1900-01 to 2999-12); else ArgumentOutOfRangeException.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FiscalYear(int Year, int StartMonth)
{
    // The year before the twelfth month: Plus refuses what Month refuses.
    public int Year { get; } = new Month(Year, StartMonth).Plus(11).Plus(-11).Year;

    public int StartMonth { get; } = StartMonth;

    public Period Period => new(FirstMonth.First, FirstMonth.Plus(11).Last);

    /// <summary>Twelve, in order.</summary>
    public IReadOnlyList<Month> Months => [.. Enumerable.Range(0, 12).Select(FirstMonth.Plus)];

    /// <summary>Four periods of three months, in order. They are calendar quarters only when the start month is 1, 4, 7 or 10.</summary>
    public IReadOnlyList<Period> Quarters
    {
        get
        {
            var first = FirstMonth;
            return [.. Enumerable.Range(0, 4).Select(i => new Period(first.Plus(i * 3).First, first.Plus((i * 3) + 2).Last))];
        }
    }

    private Month FirstMonth => new(Year, StartMonth);

    /// <summary>The one that holds the day.</summary>
    public static FiscalYear Of(DateOnly day, int startMonth) =>
        new(day.Month >= startMonth ? day.Year : day.Year - 1, startMonth);

    /// <summary>So many years later, or earlier when negative, with the same start month.</summary>
    public FiscalYear Plus(int years) => new(Year + years, StartMonth);
}
