namespace Yingpan.Customers.Disputes.Rules;

internal enum DisputeState
{
    /// <summary>The other side has not answered yet.</summary>
    Open,
    Answered,
    Ruled,
    Withdrawn,
}

internal enum DisputeRuling
{
    /// <summary>He stays with whom he is.</summary>
    Keep,

    /// <summary>He goes to the claimant.</summary>
    Transfer,

    /// <summary>He stays, and the claimant has a part in him.</summary>
    Split,

    /// <summary>Neither: he goes into a pool.</summary>
    Pool,
}

internal enum DisputeDeed
{
    Answer,
    Withdraw,
    Rule,
}

/// <summary>Who stands where in a dispute.</summary>
/// <param name="MayRule">He has the permission, and it reaches both sides.</param>
internal sealed record DisputeStanding(DisputeState State, bool IsClaimant, bool IsHolder, bool MayRule)
{
    /// <summary>Nobody judges his own case.</summary>
    public bool Judges => this is { MayRule: true, IsClaimant: false, IsHolder: false };
}

/// <summary>Who may do what with a dispute in which state.</summary>
internal static class DisputeFlow
{
    /// <summary>The code of what stands in the way; null where nothing does.</summary>
    public static string? Refused(DisputeDeed deed, DisputeStanding standing)
    {
        var (may, inState) = deed switch
        {
            DisputeDeed.Answer => (standing.IsHolder, standing.State == DisputeState.Open),
            DisputeDeed.Withdraw => (standing.IsClaimant, standing.State is DisputeState.Open or DisputeState.Answered),
            _ => (standing.Judges, standing.State is DisputeState.Open or DisputeState.Answered),
        };
        return !may ? "customers.dispute-not-yours" : !inState ? "customers.dispute-closed" : null;
    }

    public static IReadOnlyList<string> Can(DisputeStanding standing) =>
        [.. Enum.GetValues<DisputeDeed>().Where(deed => Refused(deed, standing) is null).Select(deed => deed.ToString().ToLowerInvariant())];

    /// <summary>How many times it should have gone one step up by that day: after its day to be ruled, and after each further so many days.</summary>
    public static int Level(DateOnly openedOn, DateOnly ruleBy, DateOnly today) =>
        today <= ruleBy ? 0 : 1 + ((today.DayNumber - ruleBy.DayNumber - 1) / Math.Max(1, ruleBy.DayNumber - openedOn.DayNumber));
}
