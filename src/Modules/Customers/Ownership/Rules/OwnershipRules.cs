using Yingpan.Customers.Data;
using Yingpan.Kernel;
using Yingpan.Organization.Public;

namespace Yingpan.Customers.Ownership.Rules;

/// <summary>Why a customer came to be whose he is.</summary>
internal enum OwnershipCause
{
    Entered,
    Claimed,
    Assigned,
    Transferred,
    HandedOver,
    Released,
    Recycled,
    Ruling,
}

/// <summary>How long a customer is safe with who entered or claimed him. The first line that fits holds.</summary>
/// <param name="State">Null is any.</param>
/// <param name="Days">After the day he was entered or claimed; 0 is none.</param>
/// <param name="ExtendDays">After the last thing done with him; 0 does not extend.</param>
/// <param name="Grade">By value; null is any, also none.</param>
internal sealed record ProtectionLine(int Days, int ExtendDays, CustomerState? State = null, string? Grade = null)
{
    public bool Fits(CustomerState state, string? grade) => OwnershipRules.Fits(State, Grade, state, grade);
}

internal enum RecyclingCause
{
    /// <summary>Nothing was done with him.</summary>
    NoFollowUp,

    /// <summary>He bought nothing since he was entered, claimed or last bought.</summary>
    NoDeal,

    /// <summary>Who had him left the house.</summary>
    OwnerLeft,

    /// <summary>A date on his file has gone by, which the house made a field for: the last day of his contract.</summary>
    ContractEnded,
}

/// <summary>When a customer goes back into a pool. Any line that fits takes him.</summary>
/// <param name="State">Null is any.</param>
/// <param name="Days">Whole days that must have gone by.</param>
/// <param name="RemindDays">So many days before, the owner and his superior are told; 0 tells nobody.</param>
/// <param name="Grade">By value; null is any, also none.</param>
/// <param name="Field">Of <see cref="RecyclingCause.ContractEnded"/>: the code of the house's own field that holds the date.</param>
internal sealed record RecyclingLine(RecyclingCause Cause, int Days, int RemindDays, CustomerState? State = null, string? Grade = null, string? Field = null)
{
    public bool Fits(CustomerState state, string? grade) => OwnershipRules.Fits(State, Grade, state, grade);
}

/// <summary>How much somebody may take out of the pools. The first line that fits holds.</summary>
/// <param name="PositionId">Null is any.</param>
/// <param name="GradeId">Null is any.</param>
/// <param name="PerDay">Claims in a day.</param>
/// <param name="Held">Customers he has in all, with those he did not claim.</param>
/// <param name="LooksPerDay">Customers of pools of which he may see more than the list tells, in a day.</param>
internal sealed record ClaimLine(int PerDay, int Held, int LooksPerDay, PositionId? PositionId = null, GradeId? GradeId = null);

/// <summary>What speaks for one side of a dispute.</summary>
internal enum DisputeGround
{
    /// <summary>He is protected with that side.</summary>
    Protection,

    /// <summary>That side had him first.</summary>
    FirstEntry,

    /// <summary>That side was the last to do something with him.</summary>
    FollowUp,

    /// <summary>That side sold to him.</summary>
    Order,

    /// <summary>He lies in the territory of that side.</summary>
    Territory,
}

internal sealed record GroundWeight(DisputeGround Ground, int Points);

internal sealed record DisputeCause(string Code, string Name, string NameEn);

/// <summary>Everything the house decides of whose a customer is, as it holds from a day on.</summary>
internal sealed record OwnershipRules
{
    public required IReadOnlyList<ProtectionLine> Protection { get; init; }

    public required IReadOnlyList<RecyclingLine> Recycling { get; init; }

    public required IReadOnlyList<ClaimLine> Claims { get; init; }

    /// <summary>Days for which who had a customer may not claim him again.</summary>
    public required int LockDays { get; init; }

    public required bool CoOwnersEdit { get; init; }

    public required IReadOnlyList<GroundWeight> Grounds { get; init; }

    /// <summary>Days for the other side to answer a dispute, counted from its opening.</summary>
    public required int AnswerDays { get; init; }

    /// <summary>Days until it should be ruled; after them, and after each further so many, it goes one step up.</summary>
    public required int RuleDays { get; init; }

    /// <summary>With what part of the claimant's a split is proposed; who rules may take another. Rules of before it was asked for hold the usual one.</summary>
    public Rate SplitShare { get; init; } = new(300_000);

    public required IReadOnlyList<DisputeCause> Causes { get; init; }

    /// <summary>What holds where a house has said nothing: protection and limits, but nothing is taken from anybody.</summary>
    public static readonly OwnershipRules Usual = new()
    {
        Protection = [new(30, 0)],
        Recycling = [],
        Claims = [new(20, 500, 50)],
        LockDays = 7,
        CoOwnersEdit = true,
        Grounds = [new(DisputeGround.Protection, 40), new(DisputeGround.Order, 25), new(DisputeGround.FollowUp, 20), new(DisputeGround.FirstEntry, 10), new(DisputeGround.Territory, 5)],
        AnswerDays = 2,
        RuleDays = 5,
        Causes = [new("no-rule", "没有规则", "No rule"), new("mis-operation", "操作失误", "Mis-operation"), new("deliberate", "人为布局", "Deliberate")],
    };

    /// <summary>The fields whose dates the lines ask for.</summary>
    public IEnumerable<string> DateFields() => Recycling.Select(line => line.Field).OfType<string>().Distinct(StringComparer.Ordinal);

    public ProtectionLine? ProtectionOf(CustomerState state, string? grade) => Protection.FirstOrDefault(line => line.Fits(state, grade));

    /// <summary>What a line names, a customer must have; what it leaves open, any has.</summary>
    public static bool Fits(CustomerState? named, string? namedGrade, CustomerState state, string? grade) =>
        (named is null || named == state) && (namedGrade is null || namedGrade == grade);

    public ClaimLine? ClaimsOf(PositionId? position, GradeId? grade) =>
        Claims.FirstOrDefault(line => (line.PositionId is null || line.PositionId == position) && (line.GradeId is null || line.GradeId == grade));
}
