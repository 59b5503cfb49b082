using Yingpan.Kernel;

namespace Yingpan.Approvals.Routing.Rules;

internal enum Where
{
    /// <summary>Decides before the one who adds him, who then still has his own turn.</summary>
    Before,

    /// <summary>Decides after this step.</summary>
    After,

    /// <summary>Decides beside the one who adds him.</summary>
    Beside,
}

/// <summary>
/// What comes of each action: state and action in, new state out. It knows the row the request started under, its facts, the house of
/// today and the instant; the same function moves a request and shows what would become of it.
/// </summary>
internal sealed partial class Progress(RouteRow row, bool twiceAllowed, Facts facts, House house, string kind, DateTimeOffset now)
{
    private readonly List<FlowEvent> events = [];

    /// <summary>Sent in, or sent in again after it came back. Refused when no station finds anybody: nothing approves itself.</summary>
    public Moved Submit(Flow? before = null)
    {
        var past = before?.Steps.Where(step => step.State != StepState.Ahead).ToList() ?? [];
        var flow = new Flow(FlowState.Open, past);
        var steps = Planning.Steps(row, twiceAllowed, facts, house, kind, flow.NextStep, flow.NextTurn);
        if (steps.All(step => step.Turns.Count == 0))
        {
            return Moved.No(before ?? flow, "approvals.nobody-decides");
        }

        events.Add(new FlowEvent(before is null ? FlowEventKind.Submitted : FlowEventKind.Resubmitted, facts.Applicant));
        return Unless(before ?? flow, Go(flow with { Steps = [.. past, .. steps] }, null));
    }

    public Moved Approve(Flow flow, PersonId actor, PersonId principal)
    {
        if (MayDecide(flow, actor, principal) is { } no)
        {
            return Moved.No(flow, no);
        }

        var (step, turn) = Open(flow, principal)!.Value;
        events.Add(new FlowEvent(FlowEventKind.Approved, actor, Other(actor, principal), null, step.Name));
        return Unless(flow, Granted(flow, step, turn with { State = TurnState.Approved, By = actor, EndedAt = now }));
    }

    public Moved Refuse(Flow flow, PersonId actor, PersonId principal)
    {
        if (MayDecide(flow, actor, principal) is { } no)
        {
            return Moved.No(flow, no);
        }

        var (step, turn) = Open(flow, principal)!.Value;
        events.Add(new FlowEvent(FlowEventKind.Refused, actor, Other(actor, principal), null, step.Name));
        events.Add(new FlowEvent(FlowEventKind.Finished));
        var closed = Put(flow, Closed(step, turn with { State = TurnState.Refused, By = actor, EndedAt = now }, StepState.Done));
        return Done(WithoutAhead(closed) with { State = FlowState.Refused });
    }

    /// <summary>Back to an earlier step, from which it goes on again; or to the applicant, when <paramref name="to"/> is null.</summary>
    public Moved Return(Flow flow, PersonId actor, PersonId principal, int? to)
    {
        if (MayDecide(flow, actor, principal) is { } no)
        {
            return Moved.No(flow, no);
        }

        var (step, turn) = Open(flow, principal)!.Value;
        var at = IndexOf(flow, step.Key);
        var back = to is { } key ? IndexOf(flow, key) : 0;
        if (to is not null && (back < 0 || back >= at || flow.Steps[back] is not { State: StepState.Done, Undone: false }))
        {
            return Moved.No(flow, "approvals.no-earlier-step");
        }

        events.Add(new FlowEvent(FlowEventKind.Returned, actor, Other(actor, principal), to is null ? facts.Applicant : null, step.Name));
        var closed = Put(flow, Closed(step, turn with { State = TurnState.Returned, By = actor, EndedAt = now }, StepState.Returned));
        // What was approved from there on must be approved anew.
        var steps = closed.Steps.Select((one, i) => i >= back && i <= at ? one with { Undone = true } : one).ToList();
        if (to is null)
        {
            var all = WithoutAhead(closed with { Steps = steps });
            return Done(all with { State = FlowState.Returned, Steps = [.. all.Steps.Select(one => one with { Undone = true })] });
        }

        var next = flow.NextStep;
        var turnKey = flow.NextTurn;
        var again = new List<Step>();
        foreach (var old in flow.Steps.Skip(back).Take(at - back + 1).Where(one => !one.Undone && one.State is StepState.Done or StepState.Running or StepState.Skipped))
        {
            var copy = old with { Key = next++, State = StepState.Ahead, Begun = false, Undone = false, Turns = [] };
            if (copy.Node is null)
            {
                // Those who were added decide again, each once.
                copy = copy with { Turns = [.. old.Turns.Where(one => one.State is TurnState.Approved or TurnState.Passed or TurnState.Open).Select(one => new Turn { Key = turnKey++, Person = one.Person, State = TurnState.Waiting })] };
            }

            again.Add(copy);
        }

        steps.InsertRange(at + 1, again);
        return Unless(flow, Go(closed with { Steps = steps }, principal));
    }

    public Moved Withdraw(Flow flow, PersonId actor)
    {
        if (flow.State is not (FlowState.Open or FlowState.Returned))
        {
            return Moved.No(flow, "approvals.not-open");
        }

        if (actor != facts.Applicant)
        {
            return Moved.No(flow, "approvals.not-applicant");
        }

        events.Add(new FlowEvent(FlowEventKind.Withdrawn, actor));
        events.Add(new FlowEvent(FlowEventKind.Finished));
        var closed = flow.Running is { } step ? Put(flow, Closed(step, null, StepState.Dropped)) : flow;
        return Done(WithoutAhead(closed) with { State = FlowState.Withdrawn });
    }

    public Moved Add(Flow flow, PersonId actor, PersonId principal, PersonId added, Where where)
    {
        if ((MayDecide(flow, actor, principal) ?? MayJoin(flow, added)) is { } no)
        {
            return Moved.No(flow, no);
        }

        var (step, turn) = Open(flow, principal)!.Value;
        events.Add(new FlowEvent(FlowEventKind.Added, actor, Other(actor, principal), added, step.Name));
        var joined = new Turn { Key = flow.NextTurn, Person = added, State = TurnState.Waiting };
        var at = IndexOf(flow, step.Key);
        var own = new Step
        {
            Key = flow.NextStep,
            Name = step.Name,
            Origin = StepOrigin.Added,
            Mode = NodeMode.InSequence,
            State = StepState.Ahead,
            Limits = step.Limits,
            WorkingHours = step.WorkingHours,
            Turns = [joined],
            Why = [new Why(Reason.Added, actor)],
        };
        switch (where)
        {
            case Where.Beside:
                var opened = Opened(joined, step);
                events.Add(new FlowEvent(FlowEventKind.Asked, null, null, added, step.Name));
                // In a step in which one word is enough, a second opinion that was asked for must be waited for.
                return Done(Put(flow, step with { Mode = step.Mode == NodeMode.AnyOf ? NodeMode.AllOf : step.Mode, Turns = [.. step.Turns, opened], Why = [.. step.Why, new Why(Reason.Added, added)] }));
            case Where.After:
                return Done(flow with { Steps = [.. flow.Steps.Take(at + 1), own, .. flow.Steps.Skip(at + 1)] });
            default:
                // This step waits, as it is, until the one before it has been decided.
                var paused = step with { State = StepState.Ahead, Turns = [.. step.Turns.Select(one => one.State == TurnState.Open ? one with { State = TurnState.Waiting, DueAt = null, NextAt = null, Reminded = false } : one)] };
                return Unless(flow, Go(flow with { Steps = [.. flow.Steps.Take(at), own, paused, .. flow.Steps.Skip(at + 1)] }, turn.Person));
        }
    }

    public Moved HandOn(Flow flow, PersonId actor, PersonId principal, PersonId to)
    {
        if ((MayDecide(flow, actor, principal) ?? MayJoin(flow, to)) is { } no)
        {
            return Moved.No(flow, no);
        }

        var (step, turn) = Open(flow, principal)!.Value;
        events.Add(new FlowEvent(FlowEventKind.HandedOn, actor, Other(actor, principal), to, step.Name));
        return Done(Replaced(flow, step, turn with { State = TurnState.HandedOn, By = actor, EndedAt = now }, to, new Why(Reason.HandedOn, turn.Person)));
    }

    /// <summary>
    /// What waited for one who goes passes to who follows him, whoever sees to it; to a superior, where the successor may not have it: it is
    /// his own request, or he has decided. Where there is none either it stays, until the clock finds one.
    /// </summary>
    public Moved PassOn(Flow flow, PersonId by, PersonId from, PersonId to)
    {
        if (Open(flow, from) is not { } found || (MayJoin(flow, to) is null ? to : Above(flow, from) ?? Above(flow, to)) is not { } next || next == from)
        {
            return Done(flow);
        }

        // Nobody has a hand in a request of his own, and need not: it goes as if the leaver had handed it on.
        var actor = by == facts.Applicant ? from : by;
        events.Add(new FlowEvent(FlowEventKind.HandedOn, actor, Other(actor, from), next, found.Step.Name));
        return Done(Replaced(flow, found.Step, found.Turn with { State = TurnState.HandedOn, By = actor, EndedAt = now }, next, new Why(Reason.HandedOn, from)));
    }

    /// <summary>
    /// What the clock does with turns whose time is over, and with those of people who have left. A second time, at the same instant, it
    /// does nothing.
    /// </summary>
    public Moved Tick(Flow flow)
    {
        foreach (var turn in flow.OpenTurns.ToList())
        {
            while (Open(flow, turn.Person) is { } found && found.Turn.Key == turn.Key && Late(flow, found.Step, found.Turn) is { } after)
            {
                flow = after;
            }
        }

        return Done(flow);
    }

    /// <summary>What comes of one turn that is late, or whose person has left; null when there is nothing to do, or nobody to do it.</summary>
    private Flow? Late(Flow flow, Step step, Turn turn)
    {
        var hasLeft = house.Chart.Person(turn.Person) is null;
        var isLate = turn.NextAt <= now;
        if (!hasLeft && !isLate)
        {
            return null;
        }

        var stage = turn.Stage;
        // Reminders that a later limit has overtaken, while nobody looked, are not sent after it.
        while (isLate && step.Limits[stage].Late == LatePolicy.Remind && EndOf(turn, step, stage + 1) <= now)
        {
            stage++;
        }

        var policy = isLate ? step.Limits[stage].Late : LatePolicy.Escalate;
        if (policy == LatePolicy.Pass)
        {
            var said = events.Count;
            events.Add(new FlowEvent(FlowEventKind.Passed, null, null, turn.Person, step.Name));
            var moved = Granted(flow, step, turn with { State = TurnState.Passed, EndedAt = now });
            if (moved.Refused is null)
            {
                return moved.Flow;
            }

            // Nobody's authority covers it: it must be decided, and he is told so.
            events.RemoveRange(said, events.Count - said);
        }

        if ((policy == LatePolicy.Escalate || hasLeft) && Above(flow, turn.Person) is { } superior)
        {
            events.Add(new FlowEvent(FlowEventKind.Escalated, null, turn.Person, superior, step.Name));
            // He has the time of the limits still to come; where there are none, or it is his because somebody left, all of them anew.
            var next = hasLeft || stage + 1 >= step.Limits.Count ? 0 : stage + 1;
            return Replaced(flow, step, turn with { State = TurnState.Escalated, EndedAt = now }, superior, new Why(Reason.Escalated, turn.Person), next);
        }

        if (!isLate && turn.Reminded)
        {
            return null;
        }

        events.Add(new FlowEvent(FlowEventKind.Reminded, null, null, turn.Person, step.Name));
        var reminded = (isLate ? At(turn, step, stage + 1) : turn) with { Reminded = true };
        return Put(flow, step with { Turns = [.. step.Turns.Select(one => one.Key == turn.Key ? reminded : one)] });
    }

    /// <summary>The next superior of somebody who may decide this in his place.</summary>
    private PersonId? Above(Flow flow, PersonId person)
    {
        // Of one who has left the chart knows no superior; the applicant's are the next best.
        var above = house.Chart.Person(person) is null ? house.Chart.SuperiorsOf(facts.Applicant) : house.Chart.SuperiorsOf(person);
        return above.Cast<PersonId?>().FirstOrDefault(one => MayJoin(flow, one!.Value) is null);
    }

    private string? MayDecide(Flow flow, PersonId actor, PersonId principal)
    {
        if (flow.State != FlowState.Open)
        {
            return "approvals.not-open";
        }

        if (actor == facts.Applicant)
        {
            return "approvals.own-request";
        }

        if (Open(flow, principal) is null)
        {
            return "approvals.not-yours";
        }

        return !twiceAllowed && flow.Decided.Contains(actor) ? "approvals.decided-already" : null;
    }

    private string? MayJoin(Flow flow, PersonId person)
    {
        if (house.Chart.Person(person) is null)
        {
            return "approvals.has-left";
        }

        if (person == facts.Applicant)
        {
            return "approvals.own-request";
        }

        if (flow.Running?.Turns.Any(turn => turn.Live && turn.Person == person) == true)
        {
            return "approvals.has-turn";
        }

        return !twiceAllowed && flow.Decided.Contains(person) ? "approvals.decided-already" : null;
    }

    private static (Step Step, Turn Turn)? Open(Flow flow, PersonId person) =>
        flow.State == FlowState.Open && flow.Running is { } step && step.OpenTurnOf(person) is { } turn ? (step, turn) : null;

    private static Flow Put(Flow flow, Step step) => flow with { Steps = [.. flow.Steps.Select(one => one.Key == step.Key ? step : one)] };

    private static Flow WithoutAhead(Flow flow) => flow with
    {
        Steps = [.. flow.Steps.Select(step => step.State != StepState.Ahead ? step : step with
    {
        State = StepState.Dropped,
        Turns = [.. step.Turns.Select(turn => turn.State == TurnState.Waiting ? turn with { State = TurnState.Dropped } : turn)],
    })]
    };

    private static int IndexOf(Flow flow, int key) => flow.Steps.ToList().FindIndex(step => step.Key == key);

    private static PersonId? Other(PersonId actor, PersonId principal) => actor == principal ? null : principal;

    /// <summary>What was refused on the way leaves everything as it was.</summary>
    private static Moved Unless(Flow before, Moved moved) => moved.Refused is { } code ? Moved.No(before, code) : moved;

    private Moved Done(Flow flow) => new(flow, [.. events]);
}
