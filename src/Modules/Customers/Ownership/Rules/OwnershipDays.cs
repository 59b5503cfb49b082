using Yingpan.Customers.Data;
using Yingpan.Kernel;

namespace Yingpan.Customers.Ownership.Rules;

/// <summary>What is known of a customer whose days are counted.</summary>
internal sealed record OwnedFacts
{
    public PersonId OwnerId { get; init; }

    public required CustomerState State { get; init; }

    /// <summary>By value, today; null where he has none.</summary>
    public string? Grade { get; init; }

    /// <summary>Since when he is with his owner.</summary>
    public required DateOnly OwnedOn { get; init; }

    /// <summary>As it was given when he came to his owner, or extended since; included.</summary>
    public DateOnly? ProtectedUntil { get; init; }

    public DateOnly? LastFollowUpOn { get; init; }

    public DateOnly? LastDealOn { get; init; }

    /// <summary>The last day of work of his owner.</summary>
    public DateOnly? OwnerLeftOn { get; init; }

    /// <summary>Dates of the house's own fields, by code.</summary>
    public IReadOnlyDictionary<string, DateOnly> Dates { get; init; } = new Dictionary<string, DateOnly>();

    /// <summary>A key customer, or one about whom two argue.</summary>
    public bool IsExempt { get; init; }
}

/// <summary>On which day he goes into a pool, and by which line.</summary>
/// <param name="RemindOn">From which day on it is told; null where the line tells nobody.</param>
internal sealed record DueDay(DateOnly On, RecyclingCause Cause, DateOnly? RemindOn = null);

/// <summary>How long a customer is protected, and when he is taken back.</summary>
internal static class OwnershipDays
{
    /// <summary>What he is given on the day he comes to somebody; null where the house gives nothing.</summary>
    public static DateOnly? Given(CustomerState state, string? grade, DateOnly on, OwnershipRules rules) => rules.ProtectionOf(state, grade) is { Days: > 0 } line ? on.AddDays(line.Days) : null;

    /// <summary>The last day on which he is safe, with what was done since; included.</summary>
    public static DateOnly? ProtectedUntil(OwnedFacts facts, OwnershipRules rules)
    {
        var extended = rules.ProtectionOf(facts.State, facts.Grade) is { ExtendDays: > 0 and var days } && facts.LastFollowUpOn is { } last ? last.AddDays(days) : (DateOnly?)null;
        return facts.ProtectedUntil is { } given && extended is { } more ? (given > more ? given : more) : facts.ProtectedUntil ?? extended;
    }

    /// <summary>The first day on which a line takes him, if nothing more is done; null is never.</summary>
    public static DueDay? Due(OwnedFacts facts, OwnershipRules rules) => facts.IsExempt ? null : rules.Recycling
        .Where(line => line.Fits(facts.State, facts.Grade))
        .Select(line => DueOf(line, facts, rules) is { } due ? due with { RemindOn = line.RemindDays > 0 ? due.On.AddDays(-line.RemindDays) : null } : null)
        .Where(due => due is not null).MinBy(due => due!.On);

    private static DueDay? DueOf(RecyclingLine line, OwnedFacts facts, OwnershipRules rules)
    {
        if (line.Cause == RecyclingCause.OwnerLeft)
        {
            // Who is gone protects nobody.
            return facts.OwnerLeftOn is { } left ? new DueDay(left.AddDays(line.Days), line.Cause) : null;
        }

        DateOnly? ended = line.Field is { } field && facts.Dates.TryGetValue(field, out var date) ? date : null;
        if (line.Cause == RecyclingCause.ContractEnded && ended is null)
        {
            return null;
        }

        var last = line.Cause switch
        {
            RecyclingCause.ContractEnded => ended,
            RecyclingCause.NoDeal => facts.LastDealOn,
            _ => facts.LastFollowUpOn,
        };
        var from = last is { } day && day > facts.OwnedOn ? day : facts.OwnedOn;
        var due = from.AddDays(line.Days);
        return new DueDay(ProtectedUntil(facts, rules) is { } safe && safe >= due ? safe.AddDays(1) : due, line.Cause);
    }
}
