namespace Yingpan.Territories.Tree.Rules;

/// <summary>The days of a time that lie in none of others.</summary>
public static class Uncovered
{
    /// <param name="last">Included, as all of them; null is until further notice.</param>
    public static IReadOnlyList<(DateOnly First, DateOnly? Last)> Of(DateOnly first, DateOnly? last, IReadOnlyCollection<(DateOnly First, DateOnly? Last)> times)
    {
        var gaps = new List<(DateOnly, DateOnly?)>();
        var from = first;
        foreach (var time in times.Where(time => last is null || time.First <= last).OrderBy(time => time.First))
        {
            if (time.First > from)
            {
                gaps.Add((from, time.First.AddDays(-1)));
            }

            if (time.Last is not { } end)
            {
                return gaps;
            }

            from = end >= from ? end.AddDays(1) : from;
        }

        if (last is null || from <= last)
        {
            gaps.Add((from, last));
        }

        return gaps;
    }
}
