using FsCheck;
using FsCheck.Fluent;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;

namespace Yingpan.Tests.Rules.Approvals;

/// <summary>Whatever people do, in whatever order, these hold.</summary>
public sealed class ProgressTests
{
    private static readonly string[] Routes =
    [
        "^1", "^1 → ^2 → boss", "^^Company", "^^limit", "@finance all → director", "@finance any → boss", "lead+manager+director all", "^1 24h escalate → boss 24h pass",
        "@finance 24h remind → ^^Region", "^1 8h remind 16h remind 24h escalate 48h pass → boss 8h remind 9h escalate work", "lead skip → manager skip → boss else:clerk",
    ];

    /// <summary>A route, an applicant, perhaps a limit, and forty things somebody tries.</summary>
    private static Arbitrary<(string Route, string Applicant, bool Limited, bool Twice, (int Act, int Actor, int Other)[] Acts)> Runs => (
        from route in Gen.Elements(Routes)
        from applicant in Gen.Elements(Sample.Names)
        from limited in Gen.Elements(true, false)
        from twice in Gen.Elements(false, false, true)
        from acts in (from act in Gen.Choose(0, 14) from actor in Gen.Choose(0, 6) from other in Gen.Choose(0, 6) select (act, actor, other)).ArrayOf(40)
        select (route, applicant, limited, twice, acts)).ToArbitrary();

    [Fact]
    public void Nobody_ever_decides_his_own_request() => Always((flow, applicant, _) =>
        flow.Steps.SelectMany(step => step.Turns).All(turn => turn.Person != applicant && turn.By != applicant));

    [Fact]
    public void Nobody_decides_twice_unless_the_table_allows_it() => Always((flow, _, twice) => twice
        || flow.Steps.Where(step => !step.Undone).SelectMany(step => step.Turns).Where(turn => turn.State == TurnState.Approved)
            .GroupBy(turn => turn.By).All(group => group.Count() == 1));

    [Fact]
    public void While_it_is_open_it_is_with_somebody_and_otherwise_with_nobody() => Always((flow, _, twice) =>
        flow.State == FlowState.Open
            ? flow.Steps.Count(step => step.State == StepState.Running) == 1 && flow.OpenTurns.Any(turn => twice || !flow.Decided.Contains(turn.Person))
            : flow.Running is null && !flow.Steps.SelectMany(step => step.Turns).Any(turn => turn.Live));

    [Fact]
    public void A_deputys_own_turn_falls_away_when_he_has_decided_for_a_colleague()
    {
        var (house, manager, director) = (Sample.House(), Sample.Person("manager"), Sample.Person("director"));
        foreach (var (mode, then) in new[] { ("", FlowState.Approved), (" all", FlowState.Approved), (" all → director", FlowState.Approved), (" → boss", FlowState.Open) })
        {
            var progress = Sample.At(Sample.Row($"manager+director{mode}"), Sample.Facts(house: house), house);
            progress.Approve(progress.Submit().Flow, director, manager).Flow.State.ShouldBe(then, mode);
        }
    }

    [Fact]
    public void Approved_means_that_every_step_that_stands_was_done() => Always((flow, _, _) => flow.State != FlowState.Approved
        || (flow.Steps.Where(step => !step.Undone).All(step => step.State is StepState.Done or StepState.Skipped)
            && flow.Steps.Where(step => !step.Undone).SelectMany(step => step.Turns).Any(turn => turn.Granted)));

    [Fact]
    public void A_step_that_all_must_approve_is_done_only_when_all_have() => Always((flow, _, _) => flow.Steps
        .Where(step => step is { State: StepState.Done, Undone: false } && step.Mode != NodeMode.AnyOf && flow.State == FlowState.Approved)
        .All(step => step.Turns.All(turn => turn.Granted || turn.State is TurnState.HandedOn or TurnState.Escalated || (turn.State == TurnState.Dropped && flow.Decided.Contains(turn.Person)))));

    [Fact]
    public void Keys_are_never_given_twice() => Always((flow, _, _) =>
        flow.Steps.Select(step => step.Key).Distinct().Count() == flow.Steps.Count
        && flow.Steps.SelectMany(step => step.Turns).Select(turn => turn.Key).Distinct().Count() == flow.Steps.Sum(step => step.Turns.Count));

    [Fact]
    public void What_was_decided_stays_decided() => Prop.ForAll(Runs, run =>
    {
        var before = new List<Turn>();
        foreach (var flow in Walk(run))
        {
            var now = flow.Steps.SelectMany(step => step.Turns).ToDictionary(turn => turn.Key);
            if (before.Exists(turn => now.GetValueOrDefault(turn.Key) != turn))
            {
                return false;
            }

            before = [.. now.Values.Where(turn => turn.State is TurnState.Approved or TurnState.Refused or TurnState.Returned)];
        }

        return true;
    }).Prove();

    [Fact]
    public void A_second_look_at_the_clock_at_the_same_instant_does_nothing() => Prop.ForAll(Runs, run =>
    {
        var house = House(run.Limited);
        var facts = Sample.Facts(run.Applicant, "5000.00", house);
        var row = Sample.Row(run.Route);
        return Walk(run).All(flow =>
        {
            if (flow.State != FlowState.Open)
            {
                return true;
            }

            var late = Sample.Now.AddDays(40);
            var first = Sample.At(row, facts, house, late, run.Twice).Tick(flow);
            return Sample.At(row, facts, house, late, run.Twice).Tick(first.Flow).Events.Count == 0;
        });
    }).Prove();

    [Fact]
    public void Approved_is_always_within_somebodys_authority() => Prop.ForAll(Runs, run =>
    {
        var house = House(run.Limited);
        var facts = Sample.Facts(run.Applicant, "5000.00", house);
        return Walk(run).All(flow => flow.State != FlowState.Approved
            || flow.Steps.Where(step => !step.Undone).SelectMany(step => step.Turns).Any(turn => turn.Granted && house.Covers(turn.Person, Sample.Kind, facts)));
    }).Prove();

    [Fact]
    public void The_route_shown_ahead_is_the_route_that_is_walked() => Prop.ForAll(Runs, run =>
    {
        var house = House(run.Limited);
        var facts = Sample.Facts(run.Applicant, "5000.00", house);
        var row = Sample.Row(run.Route);
        foreach (var flow in Walk(run).Where(flow => flow.State == FlowState.Open))
        {
            var shown = Yingpan.Approvals.Routing.Rules.Planning.Ahead(flow, row, run.Twice, facts, house, Sample.Kind).Where(step => step.Turns.Any(turn => turn.Live)).ToList();
            var current = flow;
            // Everybody who has it approves, one after the other, until the next step begins.
            var running = flow.Running!.Key;
            while (current.State == FlowState.Open && current.Running!.Key == running && current.OpenTurns.FirstOrDefault() is { } turn)
            {
                var moved = Sample.At(row, facts, house, twice: run.Twice).Approve(current, turn.Person, turn.Person);
                if (moved.Refused is not null)
                {
                    return true;
                }

                current = moved.Flow;
            }

            if (shown.Count > 0 && current.State == FlowState.Open && flow.Running!.Mode != NodeMode.AnyOf
                && !current.Running!.Turns.Select(turn => turn.Person).ToHashSet().IsSupersetOf(shown[0].Turns.Where(turn => turn.Live).Select(turn => turn.Person)))
            {
                return false;
            }
        }

        return true;
    }).Prove();

    private static House House(bool limited) => Sample.House(limits: limited ? new Dictionary<string, string> { ["lead"] = "100", ["manager"] = "6000", ["clerk"] = "1" } : null);

    private static void Always(Func<Flow, PersonId, bool, bool> holds) =>
        Prop.ForAll(Runs, run => Walk(run).All(flow => holds(flow, Sample.Person(run.Applicant), run.Twice))).Prove();

    private static IEnumerable<Flow> Walk((string Route, string Applicant, bool Limited, bool Twice, (int Act, int Actor, int Other)[] Acts) run)
    {
        var house = House(run.Limited);
        var facts = Sample.Facts(run.Applicant, "5000.00", house);
        var row = Sample.Row(run.Route);
        var now = Sample.Now;
        var start = Sample.At(row, facts, house, now, run.Twice).Submit();
        if (start.Refused is not null)
        {
            yield break;
        }

        var flow = start.Flow;
        yield return flow;
        foreach (var (act, number, otherNumber) in run.Acts)
        {
            var progress = Sample.At(row, facts, house, now, run.Twice);
            var (other, all) = (Sample.Person(Sample.Names[otherNumber]), flow.OpenTurns.ToList());
            // Mostly somebody who has it; now and then anybody.
            var principal = all.Count > 0 && number < 6 ? all[number % all.Count].Person : Sample.Person(Sample.Names[number]);
            var actor = act == 12 ? other : principal;
            var moved = act switch
            {
                0 or 1 or 2 or 3 or 12 => progress.Approve(flow, actor, principal),
                4 => progress.Return(flow, actor, principal, null),
                5 => progress.Return(flow, actor, principal, otherNumber + 1),
                6 => progress.Add(flow, actor, principal, other, Where.Before),
                7 => progress.Add(flow, actor, principal, other, Where.After),
                8 => progress.Add(flow, actor, principal, other, Where.Beside),
                9 => progress.HandOn(flow, actor, principal, other),
                10 => progress.Tick(flow),
                11 when flow.State == FlowState.Returned => progress.Submit(flow),
                // Whoever follows the one who has it, he himself or who else sees to it.
                14 when all.Count > 0 && other != principal => progress.PassOn(flow, Sample.Person(Sample.Names[number]), principal, other),
                13 when number == 6 => progress.Withdraw(flow, facts.Applicant),
                13 when number == 5 => progress.Refuse(flow, actor, principal),
                _ => new Moved(flow, []),
            };
            now = now.AddHours(otherNumber * 5);
            if (moved.Refused is null)
            {
                flow = moved.Flow;
                yield return flow;
            }
            else
            {
                moved.Flow.ShouldBe(flow);
            }
        }
    }
}
