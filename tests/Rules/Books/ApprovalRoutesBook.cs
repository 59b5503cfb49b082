using System.Text.RegularExpressions;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Tests.Rules.Approvals;

namespace Yingpan.Tests.Rules.Books;

public sealed partial class ApprovalRoutesBook
{
    public static TheoryData<int> Rows => RulePage.Rows("approval-routes");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int number)
    {
        var example = RulePage.Examples("approval-routes")[number];
        var limits = example["limits"].Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(limit => limit.Split(' ')).ToDictionary(limit => limit[0], limit => limit[1]);
        var house = Sample.House(example["gone"].Split(", ", StringSplitOptions.RemoveEmptyEntries), limits);
        var facts = Sample.Facts(example["applicant"], example["amount"].Length == 0 ? null : example["amount"], house);
        var table = Sample.Table([.. example["rows (from, to: route)"].Split("; ").Select(Row)]);
        if (Matching.RowOf(table, facts, house.Chart) is not { } row)
        {
            example["state"].ShouldBe("no row");
            return;
        }

        var now = Sample.Now;
        var moved = Sample.At(table.Rows[row], facts, house).Submit();
        if (moved.Refused is { } refused)
        {
            refused.ShouldBe("approvals.nobody-decides");
            example["state"].ShouldBe("nobody");
            return;
        }

        foreach (var act in example["what happens"].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (act.EndsWith('h') && int.TryParse(act[..^1], System.Globalization.CultureInfo.InvariantCulture, out var hours))
            {
                now = now.AddHours(hours);
            }

            moved = Act(Sample.At(table.Rows[row], facts, house, now), moved.Flow, act);
            moved.Refused.ShouldBeNull(act);
        }

        moved.Flow.State.ToString().ShouldBe(example["state"]);
        string.Join(", ", moved.Flow.OpenTurns.Select(turn => Sample.NameOf(turn.Person))).ShouldBe(example["with"]);
    }

    private static Moved Act(Progress progress, Flow flow, string act)
    {
        var parts = Words().Match(act);
        if (!parts.Success)
        {
            return progress.Tick(flow);
        }

        var actor = Sample.Person(parts.Groups["who"].Value);
        var rest = parts.Groups["rest"].Value;
        return parts.Groups["act"].Value switch
        {
            "+" => progress.Approve(flow, actor, actor),
            "-" => progress.Refuse(flow, actor, actor),
            "<" => progress.Return(flow, actor, actor, rest.Length == 0 ? null : int.Parse(rest, System.Globalization.CultureInfo.InvariantCulture)),
            "!" => progress.Withdraw(flow, actor),
            ">" => progress.Submit(flow),
            "~" => progress.HandOn(flow, actor, actor, Sample.Person(rest)),
            "=" => progress.PassOn(flow, actor, actor, Sample.Person(rest)),
            "&" => progress.Add(flow, actor, actor, Sample.Person(rest), Where.Beside),
            "(" => progress.Add(flow, actor, actor, Sample.Person(rest), Where.Before),
            _ => progress.Add(flow, actor, actor, Sample.Person(rest), Where.After),
        };
    }

    private static RouteRow Row(string text)
    {
        var (conditions, route) = (text[..text.IndexOf(':')].Split(','), text[(text.IndexOf(':') + 1)..].Trim());
        return Sample.Row(route, conditions[0].Trim(), conditions[1].Trim());
    }

    [GeneratedRegex(@"^(?<who>[a-z]+)(?<act>[-+<!>~&()=])(?<rest>\w*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();
}
