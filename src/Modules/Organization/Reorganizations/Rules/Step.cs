using Yingpan.Kernel;
using Yingpan.Organization.Public;

namespace Yingpan.Organization.Reorganizations.Rules;

public enum StepKind
{
    /// <summary>A unit of that name under the target, led by the person.</summary>
    NewUnit,

    /// <summary>The unit is called so.</summary>
    Rename,

    /// <summary>The unit, and all below it, stands under the target.</summary>
    MoveUnit,

    /// <summary>The people and sub-units of the unit go to the target, and the unit is closed.</summary>
    Merge,

    /// <summary>The unit is closed; nobody is in it any more.</summary>
    Close,

    /// <summary>The person leads the unit; null leaves it without a head.</summary>
    SetHead,

    /// <summary>These people stand in the target, as that, under that superior.</summary>
    MovePeople,
}

/// <summary>One step of a re-organisation. Which of the members count depends on the kind.</summary>
public sealed record Step
{
    public required StepKind Kind { get; init; }

    /// <summary>The unit that the step is about; of a new one, the id that it is to have.</summary>
    public UnitId? UnitId { get; init; }

    /// <summary>Where it, or they, go. For people null is where they are.</summary>
    public UnitId? TargetId { get; init; }

    public string? Name { get; init; }

    /// <summary>Region, Department, Team or Store, of a new unit.</summary>
    public string? UnitKind { get; init; }

    /// <summary>The head; of people who move their superior by name, where null takes the head of the unit.</summary>
    public PersonId? PersonId { get; init; }

    /// <summary>Null leaves each what he is.</summary>
    public PositionId? PositionId { get; init; }

    public IReadOnlyList<PersonId> People { get; init; } = [];
}
