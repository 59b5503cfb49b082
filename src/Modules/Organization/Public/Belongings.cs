using Yingpan.Kernel;

namespace Yingpan.Organization.Public;

public readonly record struct HandOverId(Guid Value) : IId<HandOverId>
{
    public static HandOverId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out HandOverId id) => Id.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>One thing that somebody must have.</summary>
/// <param name="Note">What tells it from another of the same title: its number, its day.</param>
/// <param name="Link">Its page.</param>
public sealed record Belonging(Guid Id, string Title, string Note, string Link);

/// <summary>From whom to whom, and who sees to it.</summary>
/// <param name="LastDay">The leaver's last day; the successor begins the day after, or today where that has gone by.</param>
public sealed record Passing(PersonId From, PersonId To, DateOnly LastDay, PersonId? By);

public static class DayAfter
{
    /// <summary>The day after his last; where that has gone by, today: yesterday is as it was.</summary>
    public static DateOnly Follows(this DateOnly lastDay, DateOnly today) => lastDay < today ? today : lastDay.AddDays(1);
}

/// <summary>
/// A question of Organization, answered by every module for each kind of thing that belongs to a person and must not be left behind when
/// he goes. What he has achieved is not among it: results stay where they were made.
/// </summary>
public interface IBelongings
{
    /// <summary>Its name is the text <c>belongings.{kind}</c>.</summary>
    string Kind { get; }

    /// <summary>How many each of these people has, from that day on; those who have none are left out.</summary>
    Task<IReadOnlyDictionary<PersonId, int>> Counts(IQueryable<PersonId> people, DateOnly lastDay, CancellationToken cancel);

    /// <summary>Those of them that the caller may see, at most so many; who hands over need not know what it is.</summary>
    Task<IReadOnlyList<Belonging>> Of(PersonId person, DateOnly lastDay, int most, CancellationToken cancel);

    /// <summary>
    /// Gives them to the successor as they are, with their state, history and links, in the transaction of the caller; how many it was.
    /// Refuses where the successor cannot have one of them.
    /// </summary>
    /// <param name="only">Null is all of them; one that is no longer the leaver's is passed over.</param>
    Task<int> PassOn(Passing passing, IReadOnlyCollection<Guid>? only, CancellationToken cancel);
}
