using Yingpan.Collaboration.Audiences.Rules;
using Yingpan.Collaboration.Data;
using Yingpan.Collaboration.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public.Rules;

namespace Yingpan.Demo;

/// <summary>
/// What was said downward in the last months and who has read it, and what people reported upward; recipients found by the product's own rule.
/// </summary>
internal sealed record Notices(IReadOnlyList<Notice> All, IReadOnlyList<NoticeReceipt> Receipts, IReadOnlyList<Concern> Concerns)
{
    /// <summary>Who, to which units (a plus: and those below), days ago, title, text, days to confirm (null asks for nothing), how many have done it.</summary>
    private static readonly (string Author, string To, int DaysAgo, string Title, string Text, int? ConfirmDays, bool Important, double Done)[] Said =
    [
        ("gm", "company+", 120, "公司下半年经营方针", "一、稳住老客户,回款放在第一位。\n二、空调大区主攻县级渠道,出口部主攻新兴市场。\n三、各部门月底前报分解方案。", 10, true, 1),
        ("hr-head", "company+", 64, "体检安排", "年度体检按部门分三批进行,名单见各部门通知。请提前一天清淡饮食,当天空腹。", null, false, 0.95),
        ("director", "sales+", 45, "季度冲刺奖励办法", "本季度超额完成目标的小组,按超额部分另行奖励,办法见附表。请各组长在例会上讲清楚。", 7, true, 0.97),
        ("phone-head", "phone+", 20, "电话录音抽查", "从下周起每天抽查五段录音,例会上讲评。请大家打电话前先看话术,不做虚假承诺。", 5, false, 0.9),
        ("finance-head", "company+", 12, "报销截止时间调整", "本月起报销单须在每月 25 日前提交,逾期并入下月。发票抬头请写公司全称。", null, false, 0.8),
        ("director", "sales+", 4, "老客户回访专项", "各组在月底前把三个月没有下单的老客户全部回访一遍,结果记入客户记录,困难及时反映。", 5, true, 0.55),
        ("phone-head", "phone+", 1, "明日例会改到 16:30", "因会议室检修,明天的例会提前到 16:30,地点不变。", 1, false, 0.4),
    ];

    /// <summary>Who, days ago, kind, title, text, answer; null waits.</summary>
    private static readonly (string Author, int DaysAgo, ConcernKind Kind, string Title, string Text, string? Answer, bool PassedOn, bool Closed)[] Reported =
    [
        ("phone1-1", 52, ConcernKind.Difficulty, "名单重复太多", "本周分到的名单里有四成是别组联系过的,客户反感。希望分发前先去重。", "已请内勤在分发前查重,下周起每批先核一遍。", false, true),
        ("east-channel-1", 33, ConcernKind.Report, "对手在做买十送一", "华东两家经销商反映对手从月初开始买十送一,持续到月底。", "收到,已转给大区研究,先用安装服务应对,不跟价。", true, true),
        ("pudong-1", 18, ConcernKind.Difficulty, "样机缺货", "柜机样机两周没有补上,顾客看不到实物。", "已向仓库催办,本周五到店。", false, false),
        ("phone1-2", 6, ConcernKind.Suggestion, "早会轮流主持", "建议早会由大家轮流主持,讲自己的一个成功案例。", null, false, false),
        ("phone1-1", 2, ConcernKind.Difficulty, "合同盖章太慢", "上周两份合同盖章等了三天,客户差点反悔。能不能每天固定两次?", null, true, false),
        ("phone2-1", 1, ConcernKind.Report, "客户打听明年价格", "三家老客户问明年会不会涨价,想提前签。", null, false, false),
    ];

    public static Notices Of(ulong seed, Days days, People people)
    {
        var dice = new Dice(seed, "notices");
        var chart = ChartOf(people, days);
        var (notices, receipts) = (new List<Notice>(), new List<NoticeReceipt>());
        foreach (var (author, to, daysAgo, title, text, confirmDays, important, done) in Said)
        {
            var day = days.Today.AddDays(-daysAgo);
            var at = days.At(day, 570);
            var unit = people.Unit(to.TrimEnd('+'));
            var notice = new Notice
            {
                Id = dice.Id<NoticeId>(at),
                Title = title,
                Text = text,
                AuthorId = people[author].Id,
                State = NoticeState.Published,
                IsImportant = important,
                MustConfirm = confirmDays is not null,
                ConfirmBy = confirmDays is { } more ? day.AddDays(more) : null,
                CreatedAt = at.AddMinutes(-20),
                PublishedAt = at,
            };
            notice.Parts.Add(new NoticePart { NoticeId = notice.Id, Place = 0, UnitId = unit, WithSubunits = to.EndsWith('+') });
            notices.Add(notice);
            foreach (var person in Audience.Of(chart, [new AudiencePart(unit, to.EndsWith('+'), null, null)], null, notice.AuthorId).People)
            {
                // The rep who signs in finds the newest ones as they came.
                var hasRead = dice.Chance(Math.Min(1, done + 0.12)) && (daysAgo > 4 || person.Id != people["phone1-1"].Id);
                var hasConfirmed = hasRead && notice.MustConfirm && dice.Chance(done);
                var span = Math.Max(30, (int)Math.Min((days.At(days.Today, 0) - at).TotalMinutes - 5, 2400));
                var readAt = at.AddMinutes(dice.Between(3, span));
                receipts.Add(new NoticeReceipt
                {
                    NoticeId = notice.Id,
                    PersonId = person.Id,
                    UnitId = person.UnitId,
                    ReadAt = hasRead ? readAt : null,
                    ConfirmedAt = hasConfirmed ? readAt.AddMinutes(1) : null,
                });
            }
        }

        // One that was wrong, and taken back within the hour.
        var wrong = days.At(days.Today.AddDays(-45), 540);
        var withdrawn = new Notice
        {
            Id = dice.Id<NoticeId>(wrong),
            Title = "季度冲刺奖励办法(初稿)",
            Text = "本季度超额完成目标的小组,按超额部分另行奖励。",
            AuthorId = people["director"].Id,
            State = NoticeState.Withdrawn,
            CreatedAt = wrong,
            PublishedAt = wrong,
            WithdrawnAt = wrong.AddMinutes(25),
            WithdrawReason = "附表有误,以重新发布的为准。",
        };
        withdrawn.Parts.Add(new NoticePart { NoticeId = withdrawn.Id, Place = 0, UnitId = people.Unit("sales"), WithSubunits = true });
        notices.Add(withdrawn);
        receipts.AddRange(Audience.Of(chart, [new AudiencePart(people.Unit("sales"), true, null, null)], null, withdrawn.AuthorId).People
            .Select(person => new NoticeReceipt { NoticeId = withdrawn.Id, PersonId = person.Id, UnitId = person.UnitId, ReadAt = wrong.AddMinutes(dice.Between(1, 24)) }));
        return new Notices(notices, receipts, ConcernsOf(dice, days, people, chart));
    }

    private static List<Concern> ConcernsOf(Dice dice, Days days, People people, Chart chart)
    {
        var concerns = new List<Concern>();
        foreach (var (author, daysAgo, kind, title, text, answer, passedOn, closed) in Reported)
        {
            var at = days.At(days.Today.AddDays(-daysAgo), dice.Between(560, 1000));
            var superiors = chart.SuperiorsOf(people[author].Id);
            var concern = new Concern { Id = dice.Id<ConcernId>(at), Kind = kind, Title = title, Text = text, AuthorId = people[author].Id, State = ConcernState.Sent, SentAt = at };
            concern.Receivers.Add(new ConcernReceiver { ConcernId = concern.Id, PersonId = superiors[0], At = at });
            var answers = superiors[0];
            if (passedOn)
            {
                var passed = at.AddMinutes(90);
                concern.Receivers[0].AcknowledgedAt = passed;
                (concern.State, concern.AcknowledgedAt) = (ConcernState.Acknowledged, passed);
                concern.Receivers.Add(new ConcernReceiver { ConcernId = concern.Id, PersonId = superiors[1], At = passed, FromId = superiors[0] });
                Say(ConcernLineKind.PassedOn, superiors[0], passed, "请上级协调。", superiors[1]);
                answers = superiors[1];
            }

            if (answer is not null)
            {
                var said = at.AddHours(dice.Between(4, 40));
                (concern.State, concern.AnsweredAt) = (ConcernState.Answered, said);
                concern.AcknowledgedAt ??= said;
                concern.Receivers.Find(receiver => receiver.PersonId == answers)!.AcknowledgedAt ??= said;
                Say(ConcernLineKind.Answer, answers, said, answer);
                if (closed)
                {
                    (concern.State, concern.ClosedAt) = (ConcernState.Closed, said.AddHours(20));
                    Say(ConcernLineKind.Closed, concern.AuthorId, said.AddHours(20), null);
                }
            }

            concerns.Add(concern);

            void Say(ConcernLineKind what, PersonId who, DateTimeOffset when, string? words, PersonId? target = null) => concern.Lines.Add(new ConcernLine
            {
                ConcernId = concern.Id,
                Line = concern.Lines.Count + 1,
                Kind = what,
                ActorId = who,
                TargetId = target,
                At = when,
                Text = words,
            });
        }

        return concerns;
    }

    /// <summary>The chart of today.</summary>
    internal static Chart ChartOf(People people, Days days) => new(
        people.Units.Select(unit => new ChartUnit(unit.UnitId, unit.ParentId, unit.Name, unit.Kind.ToString(), unit.HeadId)),
        people.All.Where(person => person.WorksOn(days.Today)).Select(person => new ChartPerson(
            person.Id, person.Row.Name, people.UnitOf(person, days.Today), people.Positions.First(position => position.Name == person.On(days.Today)!.Position).Id, null)));
}
