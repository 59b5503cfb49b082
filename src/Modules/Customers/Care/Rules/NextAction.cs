namespace Yingpan.Customers.Care.Rules;

/// <summary>What stands out about a customer today, before anything is weighed.</summary>
internal sealed record NextFacts
{
    public DateOnly? AnswerBy { get; init; }

    public DateOnly? FollowUpBy { get; init; }

    public DateOnly? RecycledOn { get; init; }

    /// <summary>Of his open care the one that is due first, by its kind.</summary>
    public (string Kind, DateOnly On)? Care { get; init; }

    /// <summary>The next day of a contact, and whose.</summary>
    public (string Name, DateOnly On)? ContactDay { get; init; }

    public bool NeedsReview { get; init; }

    /// <summary>The last contact; where there was none, since when he is with his owner.</summary>
    public DateOnly? LastContact { get; init; }
}

/// <param name="On">Until or since when, as the signal has it.</param>
/// <param name="What">A kind of care, a contact's name.</param>
internal sealed record NextDeed(NextLine Line, DateOnly? On, string? What = null);

/// <summary>The most important next deed with a customer, by the rule table of the house; docs/rules/next-action.md.</summary>
internal static class NextAction
{
    public static NextDeed? Of(IReadOnlyList<NextLine> table, NextFacts facts, DateOnly today)
    {
        foreach (var line in table)
        {
            if (Of(line, facts, today) is { } deed)
            {
                return deed;
            }
        }

        return null;
    }

    private static NextDeed? Of(NextLine line, NextFacts facts, DateOnly today)
    {
        var until = today.AddDays(line.Days);
        return line.Signal switch
        {
            NextSignal.Dispute => Deed(facts.AnswerBy),
            NextSignal.Warning => Deed(facts.FollowUpBy),
            NextSignal.Recycling => facts.RecycledOn <= until ? Deed(facts.RecycledOn) : null,
            NextSignal.CareOverdue => facts.Care is { } late && late.On < today ? new NextDeed(line, late.On, late.Kind) : null,
            NextSignal.CareDue => facts.Care is { } due && due.On <= until ? new NextDeed(line, due.On, due.Kind) : null,
            NextSignal.ContactDay => facts.ContactDay is { } day && day.On <= until ? new NextDeed(line, day.On, day.Name) : null,
            NextSignal.Review => facts.NeedsReview && until.Month != today.Month ? new NextDeed(line, new DateOnly(today.Year, today.Month, DateTime.DaysInMonth(today.Year, today.Month))) : null,
            _ => facts.LastContact <= today.AddDays(-line.Days) ? Deed(facts.LastContact) : null,
        };

        NextDeed? Deed(DateOnly? on) => on is null ? null : new NextDeed(line, on);
    }
}
