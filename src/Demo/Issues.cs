using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Issues.Rules;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public.Rules;

namespace Yingpan.Demo;

/// <summary>What units asked of each other in the last half year, with days agreed, kept and missed.</summary>
internal sealed record Issues(IReadOnlyList<Issue> All, IReadOnlyList<IssueLine> Lines)
{
    private static readonly (string From, string By, string To, string Owner, string Title, string Text, string Result)[] Wishes =
    [
        ("phone", "phone-head", "finance", "finance-1", "客户开票信息更正", "三家客户抬头变更,请按新抬头重开。", "已重开并寄出。"),
        ("east", "east-head", "it", "admin", "门店系统账号开通", "徐汇店新来一名导购,需要账号。", "已开通。"),
        ("export", "export-head", "finance", "finance-head", "信用证单据审核", "欧洲客户信用证,下周交单,请先审一遍。", "已审,改了两处。"),
        ("south", "south-head", "hr", "hr-head", "福田店招聘导购", "离职一名,旺季前要补上。", "已到岗。"),
        ("phone1", "phone1-lead", "phone2", "phone2-lead", "重复名单去重", "两组名单有重合,请核对归属。", "已按首次联系日期划分。"),
        ("finance", "finance-head", "sales", "sales-assistant", "上月发票回执", "请收齐上月客户签收的发票回执。", "已收齐。"),
        ("hr", "hr-head", "sales", "director", "试用期评估", "五名新人试用期将满,请部门给评估意见。", "意见已交。"),
    ];

    public static Issues Of(ulong seed, Days days, People people, WorkCalendar calendar)
    {
        var dice = new Dice(seed, "issues");
        var chart = Notices.ChartOf(people, days);
        var (issues, lines) = (new List<Issue>(), new List<IssueLine>());
        for (var day = days.MonthsAgo(6); day < days.Today.AddDays(-12); day = day.AddDays(dice.Between(3, 9)))
        {
            if (calendar.IsWorkingDay(day))
            {
                Raise(dice.Of(Wishes), day, dice.Between(3, 9), dice.Weighted((-1, 4), (0, 4), (2, 2), (5, 1)), IssueState.Confirmed, counter: dice.Chance(0.35));
            }
        }

        Raise(Wishes[0], days.Today.AddDays(-9), 3, 0, IssueState.Agreed, counter: false);
        Raise(Wishes[5], days.Today.AddDays(-5), 6, 0, IssueState.Agreed, counter: true);
        Raise(Wishes[4], days.Today.AddDays(-6), 4, -1, IssueState.Done, counter: false);
        Raise(Wishes[6], days.Today.AddDays(-1), 5, 0, IssueState.Raised, counter: false);
        Raise(Wishes[1], days.Today.AddDays(-2), 4, 0, IssueState.Raised, counter: true);
        return new Issues(issues, lines);

        void Raise((string From, string By, string To, string Owner, string Title, string Text, string Result) wish, DateOnly day, int within, int late, IssueState state, bool counter)
        {
            var at = days.At(day, dice.Between(540, 1000));
            var (wanted, by, owner) = (calendar.Add(day, within), people[wish.By].Id, people[wish.Owner].Id);
            var agreed = counter ? calendar.Add(wanted, 2) : wanted;
            var issue = new Issue
            {
                Id = dice.Id<IssueId>(at),
                Number = $"X-{issues.Count + 1:000000}",
                Title = wish.Title,
                Text = wish.Text,
                FromUnitId = people.Unit(wish.From),
                RaisedById = by,
                ToUnitId = people.Unit(wish.To),
                State = state,
                RaisedOn = day,
                RaisedAt = at,
                ProposedOn = wanted,
                ProposedByAsking = true,
            };
            issues.Add(issue);
            Say(IssueLineKind.Raised, by, at, wanted, null);
            if (counter)
            {
                (issue.ProposedOn, issue.ProposedByAsking, issue.OwnerId) = (agreed, false, owner);
                Say(IssueLineKind.Proposed, owner, at.AddHours(3), agreed, "手上有月结,晚两天可以吗?");
            }

            if (state == IssueState.Raised)
            {
                return;
            }

            (issue.OwnerId, issue.AgreedOn, issue.ProposedOn) = (owner, agreed, null);
            Say(IssueLineKind.Accepted, counter ? by : owner, at.AddHours(5), agreed, null);
            var doneOn = agreed.AddDays(late);
            if (state == IssueState.Agreed)
            {
                issue.Level = IssueFlow.Level(agreed, days.Today, 3, calendar);
                foreach (var superior in chart.SuperiorsOf(owner).Take(issue.Level))
                {
                    Say(IssueLineKind.Escalated, null, days.At(days.Today, 10), agreed, null, superior);
                }

                return;
            }

            doneOn = Days.Earlier(doneOn, days.Today.AddDays(-1));
            (issue.DoneOn, issue.Result) = (doneOn, wish.Result);
            Say(IssueLineKind.Finished, owner, days.At(doneOn, 900), null, wish.Result);
            if (state == IssueState.Confirmed)
            {
                issue.ConfirmedOn = Days.Earlier(doneOn.AddDays(1), days.Today);
                Say(IssueLineKind.Confirmed, by, days.At(issue.ConfirmedOn.Value, 600), null, null);
            }

            void Say(IssueLineKind kind, PersonId? who, DateTimeOffset when, DateOnly? about, string? text, PersonId? target = null) => lines.Add(new IssueLine
            {
                IssueId = issue.Id,
                Line = lines.Count(line => line.IssueId == issue.Id) + 1,
                Kind = kind,
                ActorId = who,
                TargetId = target,
                At = when,
                Day = about,
                Text = text,
            });
        }
    }
}
