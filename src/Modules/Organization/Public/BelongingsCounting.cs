using Microsoft.EntityFrameworkCore;
using Yingpan.Kernel;

namespace Yingpan.Organization.Public;

/// <summary>What every answer to <see cref="IBelongings"/> counts alike.</summary>
public static class BelongingsCounting
{
    /// <summary>How many rows each of these people owns; the rows are given by their owners.</summary>
    public static async Task<IReadOnlyDictionary<PersonId, int>> CountedFor(this IQueryable<PersonId?> owners, IQueryable<PersonId> people, CancellationToken cancel) =>
        await owners.Where(owner => owner != null && people.Contains(owner.Value)).GroupBy(owner => owner!.Value)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
}
