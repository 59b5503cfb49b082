using Yingpan.Kernel;

namespace Yingpan.Organization.Public;

/// <summary>
/// A question of Organization, answered by every module for each kind of record of days to come that follows a person to where he is put:
/// a goal counts for the unit of its first day, so a goal ahead counts for the new one.
/// </summary>
public interface IPlacedRecords
{
    /// <summary>Its name is the text <c>placed-records.{kind}</c>. One that is also of <see cref="IBelongings"/> is told here.</summary>
    string Kind { get; }

    /// <summary>How many each of these people has after that day; those who have none are left out.</summary>
    Task<IReadOnlyDictionary<PersonId, int>> Counts(IQueryable<PersonId> people, DateOnly lastDay, CancellationToken cancel);

    /// <summary>Those of them that the caller may see, at most so many.</summary>
    Task<IReadOnlyList<Belonging>> Of(PersonId person, DateOnly lastDay, int most, CancellationToken cancel);

    /// <summary>Writes into them where these people are by now on file, in the transaction of the caller. What is of that day or earlier stays.</summary>
    Task Follow(IReadOnlyCollection<PersonId> people, DateOnly lastDay, CancellationToken cancel);
}
