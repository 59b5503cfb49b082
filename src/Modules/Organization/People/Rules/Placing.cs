using Yingpan.Kernel;

namespace Yingpan.Organization.People.Rules;

/// <summary>A stay of a person in a unit, as far as placing cares: from day to day, both included, open when null.</summary>
public sealed record Stay(DateOnly First, DateOnly? Last);

/// <summary>
/// What a new stay does to those on file. A person is in one place on any day, and yesterday does not change: the stay that is
/// running on the new first day ends the day before; a stay that begins on that day or later is in the way.
/// </summary>
public static class Placing
{
    public sealed record Result
    {
        /// <summary>Index of the stay to be ended, and its new last day; null when none is running.</summary>
        public (int Index, DateOnly Last)? Ended { get; init; }

        /// <summary>First day of a stay that already begins then or later; null when the way is free.</summary>
        public DateOnly? InTheWay { get; init; }
    }

    public static Result Place(IReadOnlyList<Stay> onFile, DateOnly first)
    {
        DateOnly? later = null;
        (int, DateOnly)? ended = null;
        for (var i = 0; i < onFile.Count; i++)
        {
            var stay = onFile[i];
            if (stay.First >= first)
            {
                later = later is { } earlier && earlier < stay.First ? earlier : stay.First;
            }
            else if (stay.Last is null || stay.Last >= first)
            {
                ended = (i, first.AddDays(-1));
            }
        }

        return later is null ? new Result { Ended = ended } : new Result { InTheWay = later };
    }
}
