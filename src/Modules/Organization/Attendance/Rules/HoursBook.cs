using Yingpan.Kernel;

namespace Yingpan.Organization.Attendance.Rules;

/// <param name="Unit">Null is of the whole house.</param>
/// <param name="Hours">Null: from that day on the unit works as the house does again.</param>
public sealed record HoursFrom(UnitId? Unit, DateOnly First, Hours? Hours);

/// <summary>Which hours hold: those of the nearest unit that has its own, else the house's, each from its day on.</summary>
public sealed class HoursBook(IEnumerable<HoursFrom> all)
{
    private readonly ILookup<UnitId, HoursFrom> units = all.Where(one => one.Unit is not null).OrderByDescending(one => one.First).ToLookup(one => one.Unit!.Value);
    private readonly List<HoursFrom> house = [.. all.Where(one => one.Unit is null).OrderByDescending(one => one.First)];

    /// <param name="path">The unit he stands in and those above it, the nearest first.</param>
    public Hours On(DateOnly day, IReadOnlyList<UnitId> path)
    {
        foreach (var unit in path)
        {
            if (units[unit].FirstOrDefault(one => one.First <= day)?.Hours is { } own)
            {
                return own;
            }
        }

        return house.Find(one => one.First <= day)?.Hours ?? Hours.Usual;
    }
}
