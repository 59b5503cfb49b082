using Yingpan.Kernel;
using Yingpan.Organization.Attendance.Rules;
using Yingpan.Organization.Data;
using Yingpan.Platform.Data;

namespace Yingpan.Organization.Public;

/// <summary>That somebody is away, not why: whoever counts what a day was to bring leaves these out.</summary>
public sealed record LeaveCard
{
    public required PersonId PersonId { get; init; }

    public required DateOnly First { get; init; }

    public required bool StartsAtNoon { get; init; }

    public required DateOnly Last { get; init; }

    public required bool EndsAtNoon { get; init; }

    /// <summary>Half days of it on that day, 0 to 2.</summary>
    public int HalvesOn(DateOnly day) => Judging.PartOf(day, First, StartsAtNoon, Last, EndsAtNoon) switch
    {
        DayPart.None => 0,
        DayPart.Whole => 2,
        _ => 1,
    };
}

public static class LeaveViews
{
    extension(AppDb db)
    {
        public IQueryable<LeaveCard> LeaveCards => db.Set<LeaveEntry>().Select(entry => new LeaveCard
        {
            PersonId = entry.PersonId,
            First = entry.First,
            StartsAtNoon = entry.StartsAtNoon,
            Last = entry.Last,
            EndsAtNoon = entry.EndsAtNoon,
        });
    }
}
