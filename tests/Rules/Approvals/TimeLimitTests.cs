using FsCheck;
using FsCheck.Fluent;
using Yingpan.Approvals.Routing.Rules;

namespace Yingpan.Tests.Rules.Approvals;

/// <summary>One limit after the other.</summary>
public sealed class TimeLimitTests
{
    private static Gen<IReadOnlyList<TimeLimit>> Limits =>
        from steps in Gen.Choose(1, 40).ArrayOf(4)
        from policies in Gen.Elements(LatePolicy.Remind, LatePolicy.Escalate).ArrayOf(4)
        select (IReadOnlyList<TimeLimit>)[.. steps.Select((_, i) => new TimeLimit(steps.Take(i + 1).Sum(), policies[i]))];

    private static RouteNode Node(IReadOnlyList<TimeLimit> limits, bool working) => Sample.Node("^1") with
    {
        Hours = limits[0].Hours,
        Late = limits[0].Late,
        Later = [.. limits.Skip(1)],
        WorkingHours = working,
    };

    [Fact]
    public void What_is_due_later_is_later_by_the_clock_and_by_hours_of_work() => Prop.ForAll(
        (from limits in Limits from working in Gen.Elements(true, false) from minutes in Gen.Choose(0, 600_000) select (limits, working, minutes)).ToArbitrary(), sample =>
        {
            // Reminders alone, so that it stays with one person: each comes after the one before, and the clock is asked for it in time.
            var row = Sample.Row("^1") with { Route = [Node([.. sample.limits.Select(limit => limit with { Late = LatePolicy.Remind })], sample.working)] };
            var now = Sample.Now.AddMinutes(sample.minutes);
            var flow = Sample.At(row, Sample.Facts(), Sample.House(), now).Submit().Flow;
            var due = new List<DateTimeOffset> { now };
            while (flow.OpenTurns.Single().NextAt is { } next)
            {
                var before = Sample.At(row, Sample.Facts(), Sample.House(), next.AddMinutes(-1)).Tick(flow);
                var after = Sample.At(row, Sample.Facts(), Sample.House(), next).Tick(flow);
                if (before.Events.Count != 0 || after.Events.Count != 1 || next <= due[^1] || next < now.AddHours(sample.limits[due.Count - 1].Hours))
                {
                    return false;
                }

                due.Add(next);
                flow = after.Flow;
            }

            return due.Count == sample.limits.Count + 1;
        }).Prove();

    [Fact]
    public void After_a_look_at_the_clock_nothing_is_due_any_more() => Prop.ForAll(
        (from limits in Limits from working in Gen.Elements(true, false) from looks in Gen.Choose(1, 90).ArrayOf(8) select (limits, working, looks)).ToArbitrary(), sample =>
        {
            var row = Sample.Row("^1") with { Route = [Node(sample.limits, sample.working)] };
            var now = Sample.Now;
            var flow = Sample.At(row, Sample.Facts(), Sample.House(), now).Submit().Flow;
            foreach (var hours in sample.looks)
            {
                now = now.AddHours(hours);
                var moved = Sample.At(row, Sample.Facts(), Sample.House(), now).Tick(flow);
                flow = moved.Flow;
                // Whoever looks once hears of each limit at most once, and it is never with two.
                if (flow.OpenTurns.Count() != 1 || flow.OpenTurns.Single().NextAt <= now || moved.Events.Count(one => one.Kind == FlowEventKind.Escalated) > 1)
                {
                    return false;
                }
            }

            return true;
        }).Prove();

    [Theory]
    [InlineData("^1 8h remind 16h remind 24h escalate 48h pass", "")]
    [InlineData("^1 24h pass", "")]
    [InlineData("^1 8h remind 8h escalate", "later[0].hours: approvals.limits-ascend")]
    [InlineData("^1 16h remind 8h remind 4h pass", "later[0].hours: approvals.limits-ascend later[1].hours: approvals.limits-ascend")]
    [InlineData("^1 8h pass 16h remind", "later[0].late: approvals.after-passing")]
    [InlineData("^1 8h remind 9000h pass", "later[0].hours: field.range")]
    [InlineData("^1 1h 2h 3h 4h 5h 6h 7h", "later: field.too-many")]
    public void Limits_that_make_no_sense_are_refused(string node, string told)
    {
        var faults = Checking.Faults(Sample.Table(Sample.Row(node)), TableTests.Known());
        string.Join(' ', faults.Select(fault => $"{fault.Field.Replace("rows[0].route[0].", "", StringComparison.Ordinal)}: {fault.Code}")).ShouldBe(told);
    }

    [Fact]
    public void A_further_limit_needs_a_first()
    {
        var node = Sample.Node("^1") with { Later = [new TimeLimit(8, LatePolicy.Remind)] };
        Checking.Faults(Sample.Table(Sample.Row("^1") with { Route = [node] }), TableTests.Known()).Select(fault => fault.Code).ShouldBe(["field.required"]);
    }

    [Fact]
    public void A_table_saved_with_one_limit_means_what_it_meant()
    {
        const string saved = """{"name":"上级","finder":"Superior","levels":1,"hours":24,"late":"Escalate"}""";
        var node = Yingpan.Approvals.Requests.StoredFlow.Read<RouteNode>(saved);
        node.TimeLimits().ShouldBe([new TimeLimit(24, LatePolicy.Escalate)]);
        node.WorkingHours.ShouldBeFalse();
    }
}
