using Yingpan.Kernel;
using Yingpan.Organization.Public.Rules;

namespace Yingpan.Collaboration.Issues.Rules;

internal enum IssueState
{
    /// <summary>No day is agreed yet.</summary>
    Raised,

    Agreed,

    /// <summary>The unit that was asked says it is done; the other has to confirm.</summary>
    Done,

    Confirmed,
    Withdrawn,
}

internal enum IssueDeed
{
    Propose,
    Accept,
    NameOwner,
    Finish,
    Confirm,
    SendBack,
    Withdraw,
}

/// <summary>What is known of an issue and of whoever wants to do something with it.</summary>
/// <param name="IsAsking">He raised it, or leads the unit that asks.</param>
/// <param name="IsAnswering">He takes care of it, or leads the unit that is asked.</param>
/// <param name="ProposedByAsking">Null when no day is on the table.</param>
internal sealed record IssueFacts(IssueState State, bool IsAsking, bool IsAnswering, bool? ProposedByAsking);

/// <summary>Who may do what with an issue in which state, and what it becomes.</summary>
internal static class IssueFlow
{
    internal readonly record struct Outcome(IssueState State, string? Refused);

    public static Outcome Of(IssueDeed deed, IssueFacts facts)
    {
        var isOpen = facts.State is IssueState.Raised or IssueState.Agreed;
        return deed switch
        {
            IssueDeed.Propose => Check(facts.IsAsking || facts.IsAnswering, isOpen, facts.State),
            // Nobody accepts his own proposal.
            IssueDeed.Accept => Check(
                facts.ProposedByAsking is null ? facts.IsAsking || facts.IsAnswering : facts.ProposedByAsking.Value ? facts.IsAnswering : facts.IsAsking,
                isOpen && facts.ProposedByAsking is not null, IssueState.Agreed),
            IssueDeed.NameOwner => Check(facts.IsAnswering, isOpen, facts.State),
            IssueDeed.Finish => Check(facts.IsAnswering, facts.State == IssueState.Agreed, IssueState.Done),
            IssueDeed.Confirm => Check(facts.IsAsking, facts.State == IssueState.Done, IssueState.Confirmed),
            IssueDeed.SendBack => Check(facts.IsAsking, facts.State == IssueState.Done, IssueState.Agreed),
            _ => Check(facts.IsAsking, isOpen || facts.State == IssueState.Done, IssueState.Withdrawn),
        };

        Outcome Check(bool may, bool inState, IssueState next) =>
            !may ? new Outcome(facts.State, "collaboration.other-side") : !inState ? new Outcome(facts.State, "collaboration.issue-not-so") : new Outcome(next, null);
    }

    public static IReadOnlyList<string> Can(IssueFacts facts) =>
    [
        .. Enum.GetValues<IssueDeed>().Where(deed => Of(deed, facts).Refused is null)
            .Select(deed => char.ToLowerInvariant(deed.ToString()[0]) + deed.ToString()[1..]),
    ];

    /// <summary>How many times it should have gone further up by now: once for each so many working days after its day.</summary>
    public static int Level(DateOnly due, DateOnly today, int every, WorkCalendar calendar) =>
        today <= due ? 0 : calendar.WorkingDays(new Period(due.AddDays(1), today)) / every;
}
