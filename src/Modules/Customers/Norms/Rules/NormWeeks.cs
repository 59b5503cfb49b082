namespace Yingpan.Customers.Norms.Rules;

/// <summary>What a week asked for, and how it was met; 0 asks for nothing.</summary>
public sealed record JudgedWeek(int NamesFrom, int RecordsFrom, int FollowsFrom, NormState Names, NormState Records, NormState Follows);

/// <summary>A week is asked for as a whole, from Monday to Sunday (docs/rules/name-norms.md).</summary>
public static class NormWeeks
{
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <param name="norm">That holds for him on the last day of the week on which one does.</param>
    /// <param name="workingHalves">Half days that his unit works.</param>
    /// <param name="presentHalves">Of those, without the ones on leave or when he was not here.</param>
    /// <param name="names">That count.</param>
    public static JudgedWeek Judge(Norm? norm, int workingHalves, int presentHalves, bool isOver, int names, int records, int follows)
    {
        NormState? free = norm is null ? NormState.None : workingHalves == 0 ? NormState.Rest : presentHalves == 0 ? NormState.Excused : null;
        if (free is { } nothing)
        {
            return new JudgedWeek(0, 0, 0, nothing, nothing, nothing);
        }

        var (namesFrom, recordsFrom, followsFrom) = (Part(norm!.WeekNamesFrom), Part(norm.WeekRecordsFrom), Part(norm.WeekFollowsFrom));
        return new JudgedWeek(
            namesFrom, recordsFrom, followsFrom, NormDays.Least(names, namesFrom, isOver), NormDays.Least(records, recordsFrom, isOver), NormDays.Least(follows, followsFrom, isOver));

        int Part(int whole) => ((whole * presentHalves) + workingHalves - 1) / workingHalves;
    }
}
