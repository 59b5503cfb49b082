using Yingpan.Kernel;

namespace Yingpan.Approvals.Routing.Rules;

internal enum FlowState
{
    Open,
    Approved,
    Refused,

    /// <summary>With the applicant, who may send it in again.</summary>
    Returned,

    Withdrawn,
}

internal enum StepState
{
    /// <summary>Still to come.</summary>
    Ahead,
    Running,
    Done,

    /// <summary>Left out: nobody was found, or all had decided already.</summary>
    Skipped,

    /// <summary>Sent back from here.</summary>
    Returned,

    /// <summary>Never came to its end: the request was decided, withdrawn or sent back before.</summary>
    Dropped,
}

internal enum StepOrigin
{
    Table,
    Added,

    /// <summary>The last who approved may not approve so much alone.</summary>
    Authority,
}

internal enum TurnState
{
    /// <summary>Not yet his turn.</summary>
    Waiting,
    Open,
    Approved,
    Refused,
    Returned,
    HandedOn,
    Escalated,

    /// <summary>Its time ran out, and the table lets it pass.</summary>
    Passed,

    /// <summary>Needed no more.</summary>
    Dropped,
}

/// <summary>One person at one station.</summary>
internal sealed record Turn
{
    /// <summary>Unique in the request, from 1.</summary>
    public required int Key { get; init; }

    public required PersonId Person { get; init; }

    public required TurnState State { get; init; }

    /// <summary>Who decided; the deputy where it was not himself.</summary>
    public PersonId? By { get; init; }

    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>From here on it is late.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public bool Reminded { get; init; }

    /// <summary>Which of the time limits is next, from 0.</summary>
    public int Stage { get; init; }

    /// <summary>Hours of the limits that were over when it came to him; the ones to come are counted without them.</summary>
    public int UsedHours { get; init; }

    /// <summary>When the next limit is over; null where none is to come.</summary>
    public DateTimeOffset? NextAt { get; init; }

    public bool Granted => State is TurnState.Approved or TurnState.Passed;

    public bool Live => State is TurnState.Open or TurnState.Waiting;
}

internal sealed record Step
{
    /// <summary>Unique in the request, from 1.</summary>
    public required int Key { get; init; }

    /// <summary>Its place in the route of the row, from 0; null for one that was added.</summary>
    public int? Node { get; init; }

    public required string Name { get; init; }

    public required StepOrigin Origin { get; init; }

    public required NodeMode Mode { get; init; }

    public required StepState State { get; init; }

    public IReadOnlyList<TimeLimit> Limits { get; init; } = [];

    public bool WorkingHours { get; init; }

    /// <summary>Has begun once: its people are no longer looked for anew, also when it waits for one who was put before it.</summary>
    public bool Begun { get; init; }

    /// <summary>Was sent back after it: what was approved here counts no more.</summary>
    public bool Undone { get; init; }

    public IReadOnlyList<Turn> Turns { get; init; } = [];

    public IReadOnlyList<Why> Why { get; init; } = [];

    /// <summary>Without the turns of those whose word stands already: nobody could act in their place.</summary>
    public Step Without(IReadOnlySet<PersonId> decided, DateTimeOffset? now) => this with
    {
        Turns = [.. Turns.Select(turn => turn.Live && decided.Contains(turn.Person) ? turn with { State = TurnState.Dropped, EndedAt = now } : turn)],
    };

    public Turn? OpenTurnOf(PersonId person) => State == StepState.Running ? Turns.FirstOrDefault(turn => turn.Person == person && turn.State == TurnState.Open) : null;
}

/// <summary>A request on its way: what was, what is, what is still to come, in this order. At most one step is running.</summary>
internal sealed record Flow(FlowState State, IReadOnlyList<Step> Steps)
{
    public Step? Running => Steps.FirstOrDefault(step => step.State == StepState.Running);

    public IEnumerable<Turn> OpenTurns => Running?.Turns.Where(turn => turn.State == TurnState.Open) ?? [];

    /// <summary>Who has approved so far, he himself or for whom he did.</summary>
    public IReadOnlySet<PersonId> Decided => Steps.Where(step => !step.Undone).SelectMany(step => step.Turns).Where(turn => turn.Granted)
        .SelectMany(turn => new[] { turn.Person, turn.By ?? turn.Person }).ToHashSet();

    public int NextStep => Steps.Count == 0 ? 1 : Steps.Max(step => step.Key) + 1;

    public int NextTurn => Steps.SelectMany(step => step.Turns).Select(turn => turn.Key).DefaultIfEmpty().Max() + 1;
}

internal enum FlowEventKind
{
    Submitted,
    Resubmitted,
    Asked,
    Approved,
    Refused,
    Returned,
    Withdrawn,
    Added,
    HandedOn,
    Commented,
    Reminded,
    Escalated,
    Passed,
    Skipped,
    WentOn,
    Finished,
}

/// <summary>What happened: a line of the log, and who is to be told.</summary>
/// <param name="Actor">Who did it; null is the clock.</param>
/// <param name="For">In whose place, where it was not his own.</param>
/// <param name="Target">Whom it concerns.</param>
internal sealed record FlowEvent(FlowEventKind Kind, PersonId? Actor = null, PersonId? For = null, PersonId? Target = null, string? Step = null);

/// <summary>What comes of an action: the new state and what happened, or the code of the refusal.</summary>
internal sealed record Moved(Flow Flow, IReadOnlyList<FlowEvent> Events, string? Refused = null)
{
    public static Moved No(Flow flow, string code) => new(flow, [], code);
}
