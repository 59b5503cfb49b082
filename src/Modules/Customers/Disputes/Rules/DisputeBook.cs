using Yingpan.Customers.Ownership.Rules;

namespace Yingpan.Customers.Disputes.Rules;

/// <summary>What the system knows for one side.</summary>
internal sealed record SideFacts
{
    /// <summary>When he first had the customer.</summary>
    public DateOnly? FirstHadOn { get; init; }

    /// <summary>Of what he is known to have done with the customer.</summary>
    public DateOnly? LastDeedOn { get; init; }

    public int Deeds { get; init; }

    public int Orders { get; init; }

    public DateOnly? LastOrderOn { get; init; }

    /// <summary>Answers today for the customer's territory or one above it.</summary>
    public bool HoldsTerritory { get; init; }

    /// <summary>The last day on which the customer is safe with him; only of who has him.</summary>
    public DateOnly? ProtectedUntil { get; init; }
}

internal enum DisputeSide
{
    Claimant,
    Holder,
}

/// <summary>A ground, and for whom it speaks.</summary>
/// <param name="Day">The day it rests on, where there is one.</param>
internal sealed record DisputeReason(DisputeGround Ground, DisputeSide Side, int Points, DateOnly? Day);

/// <summary>What the rules propose, and why; who rules is free to rule otherwise.</summary>
internal sealed record DisputeProposal(DisputeRuling Ruling, int ClaimantPoints, int HolderPoints, IReadOnlyList<DisputeReason> Reasons);

/// <summary>Weighs the grounds of both sides. Each ground speaks for one side, or for nobody.</summary>
internal static class DisputeBook
{
    /// <param name="on">The day on which the dispute began.</param>
    public static DisputeProposal Propose(SideFacts claimant, SideFacts holder, DateOnly on, IReadOnlyList<GroundWeight> grounds)
    {
        List<DisputeReason> reasons = [];
        foreach (var (ground, points) in grounds.Where(ground => ground.Points > 0))
        {
            if (Speaks(ground, claimant, holder, on) is { } found)
            {
                reasons.Add(new DisputeReason(ground, found.Side, points, found.Day));
            }
        }

        var (ours, theirs) = (Sum(DisputeSide.Claimant), Sum(DisputeSide.Holder));
        return new DisputeProposal(
            ours > theirs ? DisputeRuling.Transfer : ours == theirs && ours > 0 ? DisputeRuling.Split : DisputeRuling.Keep, ours, theirs, reasons);

        int Sum(DisputeSide side) => reasons.Where(reason => reason.Side == side).Sum(reason => reason.Points);
    }

    private static (DisputeSide Side, DateOnly? Day)? Speaks(DisputeGround ground, SideFacts claimant, SideFacts holder, DateOnly on) => ground switch
    {
        DisputeGround.Protection => holder.ProtectedUntil >= on ? (DisputeSide.Holder, holder.ProtectedUntil)
            : claimant.ProtectedUntil >= on ? (DisputeSide.Claimant, claimant.ProtectedUntil) : null,
        DisputeGround.FirstEntry => Nearer(claimant.FirstHadOn, holder.FirstHadOn, (mine, other) => mine < other),
        DisputeGround.FollowUp => Nearer(claimant.LastDeedOn, holder.LastDeedOn, (mine, other) => mine > other),
        DisputeGround.Order => Nearer(claimant.LastOrderOn, holder.LastOrderOn, (mine, other) => mine > other),
        _ => claimant.HoldsTerritory == holder.HoldsTerritory ? null : (claimant.HoldsTerritory ? DisputeSide.Claimant : DisputeSide.Holder, null),
    };

    private static (DisputeSide Side, DateOnly? Day)? Nearer(DateOnly? claimant, DateOnly? holder, Func<DateOnly, DateOnly, bool> wins) => (claimant, holder) switch
    {
        ({ } mine, { } other) => mine == other ? null : wins(mine, other) ? (DisputeSide.Claimant, mine) : (DisputeSide.Holder, other),
        ({ } mine, null) => (DisputeSide.Claimant, mine),
        (null, { } other) => (DisputeSide.Holder, other),
        _ => null,
    };
}
