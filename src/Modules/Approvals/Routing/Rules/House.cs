using Yingpan.Approvals.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;

namespace Yingpan.Approvals.Routing.Rules;

/// <summary>Up to what somebody may approve alone. Of a person, or of everybody in a position; for one kind, or for all.</summary>
/// <param name="Amount">Included; null is without limit.</param>
internal sealed record AuthorityLimit(PersonId? Person, PositionId? Position, string? Kind, Money? Amount, Rate? Discount);

/// <summary>What routing must know of the house, today.</summary>
internal sealed record House
{
    public required Chart Chart { get; init; }

    /// <summary>Code of a role → who holds it.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<PersonId>> Roles { get; init; }

    public required IReadOnlyList<AuthorityLimit> Limits { get; init; }

    /// <summary>Where a time limit counts hours of work; else it is not asked.</summary>
    public WorkingTime? Time { get; init; }

    /// <summary>
    /// The nearest word counts: his own for the kind, his own for all kinds, his position's for the kind, his position's for all. Null where
    /// the house says nothing, which is no limit.
    /// </summary>
    public AuthorityLimit? LimitOf(PersonId person, string kind)
    {
        var position = Chart.Person(person)?.PositionId;
        return Limits.Where(limit => limit.Kind is null || limit.Kind == kind)
            .Where(limit => limit.Person == person || (limit.Person is null && position is not null && limit.Position == position))
            .OrderBy(limit => limit.Person is null).ThenBy(limit => limit.Kind is null).FirstOrDefault();
    }

    public bool Covers(PersonId person, string kind, Facts facts) => LimitOf(person, kind) is not { } limit
        || ((limit.Amount is null || facts.Amount is null || facts.Amount <= limit.Amount)
            && (limit.Discount is null || facts.Discount is null || facts.Discount <= limit.Discount));
}
