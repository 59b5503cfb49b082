using Yingpan.Approvals.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;

namespace Yingpan.Approvals.Routing.Rules;

internal enum Finder
{
    /// <summary>The people named.</summary>
    People,

    /// <summary>Everybody who holds the role.</summary>
    Role,

    /// <summary>The superior so many levels up.</summary>
    Superior,

    /// <summary>All superiors up to the head of a kind of unit.</summary>
    SuperiorsToUnit,

    /// <summary>All superiors up to the first whose authority covers the request.</summary>
    SuperiorsToAuthority,

    /// <summary>Whom the applicant chooses.</summary>
    Choice,
}

internal enum NodeMode
{
    /// <summary>One after the other, each must approve.</summary>
    InSequence,

    /// <summary>All at once, each must approve (会签).</summary>
    AllOf,

    /// <summary>All at once, the first to decide decides (或签).</summary>
    AnyOf,
}

/// <summary>Who takes the place when nobody is found.</summary>
internal enum Substitute
{
    /// <summary>Nobody: the node is left out.</summary>
    Skip,

    /// <summary>The person named.</summary>
    Person,

    /// <summary>The superior's superior of the applicant, or his superior where there is no higher one.</summary>
    Superior,
}

internal enum LatePolicy
{
    /// <summary>Tells him once more.</summary>
    Remind,

    /// <summary>Gives it to his superior.</summary>
    Escalate,

    /// <summary>Counts as approved.</summary>
    Pass,
}

/// <param name="Hours">After it was put before him.</param>
internal sealed record TimeLimit(int Hours, LatePolicy Late);

/// <summary>One station of a route.</summary>
internal sealed record RouteNode
{
    public required string Name { get; init; }

    public required Finder Finder { get; init; }

    public IReadOnlyList<PersonId> People { get; init; } = [];

    /// <summary>Code of the role.</summary>
    public string? Role { get; init; }

    /// <summary>1 is the superior, 2 the superior's superior.</summary>
    public int? Levels { get; init; }

    public string? UnitKind { get; init; }

    public NodeMode Mode { get; init; } = NodeMode.InSequence;

    public Substitute Substitute { get; init; } = Substitute.Superior;

    public PersonId? SubstituteId { get; init; }

    /// <summary>Time limit; none when left out.</summary>
    public int? Hours { get; init; }

    public LatePolicy Late { get; init; } = LatePolicy.Remind;

    /// <summary>What happens later, each after more hours than the one before, all counted from the same instant.</summary>
    public IReadOnlyList<TimeLimit> Later { get; init; } = [];

    /// <summary>Hours of work by the calendar and the hours of the house, not by the clock.</summary>
    public bool WorkingHours { get; init; }

    public IReadOnlyList<TimeLimit> TimeLimits() => Hours is { } hours ? [new TimeLimit(hours, Late), .. Later] : [];
}

/// <summary>A row of the table: what is left out asks nothing. Amounts, discounts and days run from the first, included, to the second, not included.</summary>
internal sealed record RouteRow
{
    public string? Name { get; init; }

    public IReadOnlyList<ApprovalMatterId> Matters { get; init; } = [];

    public Money? AmountFrom { get; init; }

    public Money? AmountTo { get; init; }

    public Rate? DiscountFrom { get; init; }

    public Rate? DiscountTo { get; init; }

    public Quantity? DaysFrom { get; init; }

    public Quantity? DaysTo { get; init; }

    public IReadOnlyList<string> Grades { get; init; } = [];

    /// <summary>That unit, and all below it.</summary>
    public UnitId? UnitId { get; init; }

    public IReadOnlyList<PositionId> Positions { get; init; } = [];

    public required IReadOnlyList<RouteNode> Route { get; init; }

    /// <summary>Who is told of the result beside the applicant.</summary>
    public IReadOnlyList<PersonId> CopyTo { get; init; } = [];
}

/// <summary>The rows in order: the first that fits decides.</summary>
internal sealed record RouteTable
{
    public required IReadOnlyList<RouteRow> Rows { get; init; }

    /// <summary>May somebody who has decided in a request decide in it again? Otherwise his later turns are left out.</summary>
    public bool TwiceAllowed { get; init; }
}

/// <summary>What is asked of the table.</summary>
internal sealed record Facts
{
    public required PersonId Applicant { get; init; }

    public ApprovalMatterId? Matter { get; init; }

    public Money? Amount { get; init; }

    public Rate? Discount { get; init; }

    public Quantity? Days { get; init; }

    public string? Grade { get; init; }

    public UnitId? Unit { get; init; }

    public PositionId? Position { get; init; }

    /// <summary>Whom the applicant chose, by place of the node in the route, from 0.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<PersonId>> Chosen { get; init; } = new Dictionary<int, IReadOnlyList<PersonId>>();
}
