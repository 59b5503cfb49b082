using Yingpan.Kernel;

namespace Yingpan.Customers.Ownership.Rules;

internal sealed record SharePart(PersonId PersonId, Rate Share);

/// <summary>A customer who is several people's.</summary>
internal static class Shares
{
    public const int Most = 10;

    /// <summary>The code of what is wrong; null where they are right. No parts at all is right: he is his owner's alone.</summary>
    public static string? Fault(IReadOnlyList<SharePart> parts, PersonId owner) =>
        parts.Count == 0 ? null
        : parts.Count is 1 or > Most ? "customers.shares-count"
        : parts.DistinctBy(part => part.PersonId).Count() != parts.Count ? "customers.shares-twice"
        : !parts.Any(part => part.PersonId == owner) ? "customers.shares-owner"
        : parts.Any(part => part.Share <= Rate.Zero) || parts.Sum(part => part.Share.Millionths) != Rate.One.Millionths ? "customers.shares-sum"
        : null;

    /// <summary>When the owner changes, the new one takes the part of the old one beside his own, if he had any. Whose it all is then shares with nobody.</summary>
    public static IReadOnlyList<SharePart> Passed(IReadOnlyList<SharePart> parts, PersonId? from, PersonId? to)
    {
        if (to is not { } next || from is not { } last || parts.Count == 0)
        {
            return [];
        }

        List<SharePart> passed = [.. parts.Select(part => part.PersonId == last ? part with { PersonId = next } : part)
            .GroupBy(part => part.PersonId).Select(group => new SharePart(group.Key, new Rate(group.Sum(part => part.Share.Millionths))))];
        return passed.Count < 2 ? [] : passed;
    }
}
