namespace Yingpan.Approvals.Routing.Rules;

/// <summary>The route of a request from its facts: what the applicant sees before he submits, and what runs when he has.</summary>
internal static class Planning
{
    /// <summary>All stations of the row, each as it would be if everyone before it approved.</summary>
    public static IReadOnlyList<Step> Steps(RouteRow row, bool twiceAllowed, Facts facts, House house, string kind, int firstStep = 1, int firstTurn = 1)
    {
        var steps = new List<Step>();
        var decided = new HashSet<Kernel.PersonId>();
        var turn = firstTurn;
        for (var i = 0; i < row.Route.Count; i++)
        {
            var node = row.Route[i];
            var step = new Step
            {
                Key = firstStep + i,
                Node = i,
                Name = node.Name,
                Origin = StepOrigin.Table,
                Mode = node.Mode,
                State = StepState.Ahead,
                Limits = node.TimeLimits(),
                WorkingHours = node.WorkingHours,
            };
            step = Staffed(step, row, facts, house, kind, twiceAllowed ? new HashSet<Kernel.PersonId>() : decided, turn);
            turn += step.Turns.Count;
            decided.UnionWith(step.Turns.Select(one => one.Person));
            steps.Add(step);
        }

        return steps;
    }

    /// <summary>A station of the table with the people it has today.</summary>
    public static Step Staffed(Step step, RouteRow row, Facts facts, House house, string kind, IReadOnlySet<Kernel.PersonId> decided, int firstTurn)
    {
        var found = Finding.Of(row.Route[step.Node!.Value], step.Node.Value, facts, house, kind, decided);
        return step with
        {
            Why = found.Why,
            Turns = [.. found.People.Select((person, i) => new Turn { Key = firstTurn + i, Person = person, State = TurnState.Waiting })],
        };
    }

    /// <summary>The steps still to come as they look today: who has left since, or has decided in the meantime, is replaced.</summary>
    public static IReadOnlyList<Step> Ahead(Flow flow, RouteRow row, bool twiceAllowed, Facts facts, House house, string kind)
    {
        var decided = flow.Decided.ToHashSet();
        decided.UnionWith(flow.Running?.Turns.Where(turn => turn.Live).Select(turn => turn.Person) ?? []);
        var ahead = new List<Step>();
        foreach (var step in flow.Steps.Where(step => step.State == StepState.Ahead))
        {
            var seen = step.Node is null || step.Begun
                ? step.Without(twiceAllowed ? new HashSet<Kernel.PersonId>() : decided, null)
                : Staffed(step, row, facts, house, kind, twiceAllowed ? new HashSet<Kernel.PersonId>() : decided, 1);
            decided.UnionWith(seen.Turns.Where(turn => turn.Live).Select(turn => turn.Person));
            ahead.Add(seen);
        }

        return ahead;
    }
}
