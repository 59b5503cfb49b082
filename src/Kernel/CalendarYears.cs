namespace Yingpan.Kernel;

/// <summary>
/// The years that months, quarters and weeks may have: wide enough for any business record, narrow enough to catch a
/// mistyped year before it becomes a row.
/// </summary>
internal static class CalendarYears
{
    public const int First = 1900;
    public const int Last = 2999;

    public static bool Contains(int year) => year is >= First and <= Last;
}
