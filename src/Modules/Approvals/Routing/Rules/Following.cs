using Yingpan.Kernel;

namespace Yingpan.Approvals.Routing.Rules;

/// <summary>How one turn follows another, and one step the next.</summary>
internal sealed partial class Progress
{
    private static readonly HashSet<PersonId> Nobody = [];

    /// <summary>A turn is done: the step goes on, or ends and the next begins.</summary>
    private Moved Granted(Flow flow, Step step, Turn granted)
    {
        var spoken = step with { Turns = [.. step.Turns.Select(one => one.Key == granted.Key ? granted : one)] };
        var rest = spoken.Without(Said(Put(flow, spoken)), now);
        if (step.Mode == NodeMode.AnyOf || !rest.Turns.Any(turn => turn.Live))
        {
            return Go(Put(flow, Closed(rest, null, StepState.Done)), granted.Person);
        }

        var going = Put(flow, rest);
        return Done(rest.Turns.Any(turn => turn.State == TurnState.Open) ? going : OpenNext(going, rest));
    }

    /// <summary>Begins the next step that has anybody; after the last one the request is approved, if the authority of those who approved covers it.</summary>
    private Moved Go(Flow flow, PersonId? last)
    {
        while (flow.Steps.FirstOrDefault(step => step.State == StepState.Ahead) is { } next)
        {
            // The people of a station are those of the day it begins, not of the day the request was sent in.
            var staffed = next.Node is null || next.Begun
                ? next.Without(Said(flow), now)
                : Planning.Staffed(next, row, facts, house, kind, Said(flow), flow.NextTurn);
            if (!staffed.Turns.Any(turn => turn.Live))
            {
                events.Add(new FlowEvent(FlowEventKind.Skipped, null, null, null, staffed.Name));
                flow = Put(flow, staffed with { State = staffed.Turns.Any(turn => turn.Granted) ? StepState.Done : StepState.Skipped });
                continue;
            }

            flow = Put(flow, staffed with { State = StepState.Running, Begun = true });
            return Done(OpenNext(flow, flow.Running!));
        }

        return Finish(flow, last);
    }

    private Moved Finish(Flow flow, PersonId? last)
    {
        var approvers = flow.Steps.Where(step => !step.Undone).SelectMany(step => step.Turns).Where(turn => turn.Granted).Select(turn => turn.Person).ToList();
        if (approvers.Count > 0 && approvers.Exists(person => house.Covers(person, kind, facts)))
        {
            events.Add(new FlowEvent(FlowEventKind.Finished));
            return Done(flow with { State = FlowState.Approved });
        }

        var from = last ?? approvers.LastOrDefault(facts.Applicant);
        var higher = house.Chart.SuperiorsOf(from).Concat(house.Chart.SuperiorsOf(facts.Applicant)).Cast<PersonId?>()
            .FirstOrDefault(person => house.Covers(person!.Value, kind, facts) && MayJoin(flow, person.Value) is null);
        if (higher is not { } superior)
        {
            return Moved.No(flow, approvers.Count == 0 ? "approvals.nobody-decides" : "approvals.beyond-authority");
        }

        var like = flow.Steps.LastOrDefault(step => step.Node is not null);
        var step = new Step
        {
            Key = flow.NextStep,
            Name = like?.Name ?? "",
            Origin = StepOrigin.Authority,
            Mode = NodeMode.InSequence,
            State = StepState.Ahead,
            // What is beyond an authority never passes by itself.
            Limits = [.. (like?.Limits ?? []).Select(limit => limit.Late == LatePolicy.Pass ? limit with { Late = LatePolicy.Remind } : limit)],
            WorkingHours = like?.WorkingHours == true,
            Turns = [new Turn { Key = flow.NextTurn, Person = superior, State = TurnState.Waiting }],
            Why = [new Why(Reason.BeyondAuthority, from)],
        };
        events.Add(new FlowEvent(FlowEventKind.WentOn, null, null, superior, step.Name));
        return Go(flow with { Steps = [.. flow.Steps, step] }, from);
    }

    /// <summary>Opens all turns that wait, or only the first of a sequence.</summary>
    private Flow OpenNext(Flow flow, Step step)
    {
        var first = step.Turns.First(turn => turn.State == TurnState.Waiting);
        var turns = step.Turns.Select(turn => turn.State == TurnState.Waiting && (step.Mode != NodeMode.InSequence || turn.Key == first.Key) ? Opened(turn, step) : turn).ToList();
        events.AddRange(turns.Where(turn => turn.State == TurnState.Open && turn.OpenedAt == now).Select(turn => new FlowEvent(FlowEventKind.Asked, null, null, turn.Person, step.Name)));
        return Put(flow, step with { Turns = turns });
    }

    /// <param name="stage">The limit its time begins with; those before it are over.</param>
    private Turn Opened(Turn turn, Step step, int stage = 0)
    {
        var opened = turn with { State = TurnState.Open, OpenedAt = now, UsedHours = stage == 0 ? 0 : step.Limits[stage - 1].Hours };
        opened = At(opened, step, stage);
        return opened with { DueAt = opened.NextAt };
    }

    private Turn At(Turn turn, Step step, int stage) => turn with { Stage = stage, NextAt = EndOf(turn, step, stage) };

    /// <summary>When that limit of his is over.</summary>
    private DateTimeOffset? EndOf(Turn turn, Step step, int stage)
    {
        if (turn.OpenedAt is not { } opened || stage >= step.Limits.Count)
        {
            return null;
        }

        var hours = step.Limits[stage].Hours - turn.UsedHours;
        return step.WorkingHours && house.Time is { } time ? time.After(opened, hours) : opened.AddHours(hours);
    }

    private Flow Replaced(Flow flow, Step step, Turn ended, PersonId by, Why why, int stage = 0)
    {
        var next = Opened(new Turn { Key = flow.NextTurn, Person = by, State = TurnState.Waiting }, step, stage);
        events.Add(new FlowEvent(FlowEventKind.Asked, null, null, by, step.Name));
        return Put(flow, step with { Turns = [.. step.Turns.SelectMany(one => one.Key == ended.Key ? new[] { ended, next } : [one])], Why = [.. step.Why, why] });
    }

    /// <summary>Whose word stands: they are asked no more.</summary>
    private IReadOnlySet<PersonId> Said(Flow flow) => twiceAllowed ? Nobody : flow.Decided;

    private Step Closed(Step step, Turn? last, StepState state) => step with
    {
        State = state,
        Turns = [.. step.Turns.Select(one => one.Key == last?.Key ? last : one.Live ? one with { State = TurnState.Dropped, EndedAt = now } : one)],
    };
}
