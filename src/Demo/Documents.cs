using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;

namespace Yingpan.Demo;

/// <summary>Rules of the house and duties of positions, most of them read by most.</summary>
internal static class Documents
{
    /// <summary>Title, the unit it is for, months ago, text, and what leadership found.</summary>
    private static readonly (string Title, string Unit, int MonthsAgo, string Text, string? Finding)[] Rules =
    [
        ("考勤管理制度", People.Root, 20,
            "一、上班时间为周一至周五 9:00–18:00,节假日和调休按工作日历执行。\n二、上班、下班各打卡一次;外出拜访应事先说明去向。\n三、迟到、早退按月汇总,由部门负责人与本人谈话。\n四、请假应提前一天提出,病假可当天补报。",
            "执行情况良好,外出打卡的规定还需细化。"),
        ("销售例会制度", "sales", 14,
            "一、各组每天早会十分钟,每周一开周会。\n二、例会不迟到,手机调至振动;违反时由主管主动承担。\n三、会上只讲三件事:昨天做了什么、今天做什么、需要谁帮忙。\n四、会后当天把决定写进记录。",
            null),
        ("客户资料管理规定", "sales", 9,
            "一、客户资料属于公司,离岗时全部移交。\n二、首次联系后当天登记,每次跟进当天更新。\n三、不得将客户资料带离公司或提供给第三方。\n四、三十天没有跟进的客户由主管重新分配。",
            "回收时间偏长,建议下一版改为二十天。"),
        ("销售行为准则", People.Root, 18,
            "一、不做违法、违规、违背公德的事,不参与不正当竞争。\n二、不向客户作公司做不到的承诺,说过的服务要兑现。\n三、谈判中不透露底价、成本和其他客户的资料;导出清单须有权限并留痕。\n四、成交要有合理利润,低于底价的须先审批。\n五、制度面前人人平等,管理人员同样适用。",
            null),
    ];

    private static readonly (string Position, string Duties, string Rights)[] Positions =
    [
        ("电话销售员",
            "一、完成每月销售目标和每天的电话量。\n二、客户信息当天录入,跟进记录真实完整。\n三、及时回款,协助售后处理客户问题。\n四、遵守例会、考勤和话术规定。",
            "一、在授权折扣内自行报价。\n二、向组长申请支援和样品。\n三、对流程和制度提出改进建议。"),
        ("电话销售组长", PositionDuties.Supervisor.Duties, PositionDuties.Supervisor.Rights),
        ("销售主管", PositionDuties.Supervisor.Duties, PositionDuties.Supervisor.Rights),
        ("渠道销售",
            "一、按计划拜访经销商,维护渠道价格秩序。\n二、完成区域进货和动销目标。\n三、收集竞品信息,每周汇报。\n四、跟踪回款,控制账期。",
            "一、在年度协议范围内安排促销资源。\n二、对违反价格政策的经销商提出处理意见。"),
        ("渠道主管", PositionDuties.Manager.Duties, PositionDuties.Manager.Rights),
        ("销售总监", PositionDuties.Director.Duties, PositionDuties.Director.Rights),
    ];

    /// <summary>The second edition of a rule: days ago, and what it says instead.</summary>
    private static readonly Dictionary<string, (int DaysAgo, string Before, string After)> Second = new()
    {
        ["考勤管理制度"] = (5, "外出拜访应事先说明去向。", "外出拜访应事先说明去向,当天回不来的在客户处打卡。"),
        ["销售例会制度"] = (9, "四、会后当天把决定写进记录。", "四、会后当天把决定写进记录,写明负责人和期限。\n五、上次会议的决定先逐条过一遍。"),
    };

    public sealed record Result(IReadOnlyList<HouseDocument> Documents, IReadOnlyList<DocumentReceipt> Receipts, IReadOnlyList<DocumentAsking> Askings);

    public static Result Of(ulong seed, Days days, People people)
    {
        var dice = new Dice(seed, "documents");
        var (documents, receipts, askings) = (new List<HouseDocument>(), new List<DocumentReceipt>(), new List<DocumentAsking>());
        foreach (var (title, unit, monthsAgo, text, finding) in Rules)
        {
            var document = Written(DocumentKind.Rule, title, null, text, null, days.MonthsAgo(monthsAgo).AddDays(8));
            if (unit != People.Root)
            {
                var sales = people.UnitOf(people["director"], days.Today);
                document.Units.Add(new DocumentUnit { DocumentId = document.Id, UnitId = sales });
                document.Editions[0].ForUnits = DocumentEdition.Listed([sales]);
            }

            if (finding is not null)
            {
                var heldOn = days.MonthsAgo(2).AddDays(10);
                document.Reviews.Add(new DocumentReview
                {
                    Id = dice.Id<DocumentReviewId>(days.At(heldOn, 900)),
                    DocumentId = document.Id,
                    Edition = 1,
                    HeldOn = heldOn,
                    Verdict = monthsAgo > 12 ? ReviewVerdict.Keep : ReviewVerdict.Revise,
                    Finding = finding,
                    PersonId = people["gm"].Id,
                });
            }

            // One of them is due in these days, the others in their time.
            (document.ReviewOn, document.ResponsibleId) = (days.Today.AddDays(finding is null ? 8 + monthsAgo : 150 + monthsAgo), people["hr-head"].Id);
            var readers = people.All.Where(person => unit == People.Root || IsSales(person)).ToList();
            Read(document, 1, days.MonthsAgo(monthsAgo).AddDays(8), readers, 0.85, current: !Second.ContainsKey(title));
            if (Second.TryGetValue(title, out var second))
            {
                var day = days.Today.AddDays(-second.DaysAgo);
                document.Editions.Add(Edition(document, 2, text.Replace(second.Before, second.After, StringComparison.Ordinal), null, day));
                document.Current = 2;
                Read(document, 2, day, readers, 0.5, current: true);
            }

            // What is to be revised is written anew, and waits for those who agree to it.
            if (finding is not null && monthsAgo <= 12)
            {
                document.Editions.Add(new DocumentEdition
                {
                    DocumentId = document.Id,
                    Number = 2,
                    Title = title,
                    ForUnits = document.Editions[0].ForUnits,
                    Text = text.Replace("三十天", "二十天", StringComparison.Ordinal),
                    AuthorId = people["hr-head"].Id,
                    UnitId = people.UnitOf(people["hr-head"], days.Today),
                    WrittenOn = days.Today.AddDays(-2),
                    Decision = DocumentDecision.Waiting,
                });
            }
        }

        foreach (var (position, duties, rights) in Positions)
        {
            var id = people.Positions.Single(known => known.Name == position).Id;
            var day = days.MonthsAgo(7).AddDays(3);
            Read(Written(DocumentKind.Position, $"{position}岗位职责与权利", id, duties, rights, day), 1, day, people.All.Where(person => person.On(days.Today)?.Position == position), 0.7, current: true);
        }

        return new Result(documents, receipts, askings);

        HouseDocument Written(DocumentKind kind, string title, PositionId? position, string text, string? rights, DateOnly day)
        {
            var at = days.At(day, 600);
            var document = new HouseDocument { Id = dice.Id<HouseDocumentId>(at), Kind = kind, Title = title, PositionId = position, Current = 1 };
            document.Editions.Add(Edition(document, 1, text, rights, day));
            documents.Add(document);
            return document;
        }

        DocumentEdition Edition(HouseDocument document, int number, string text, string? rights, DateOnly day) => new()
        {
            DocumentId = document.Id,
            Number = number,
            Title = document.Title,
            ForUnits = number == 1 ? "" : document.Editions[0].ForUnits,
            Text = text,
            Rights = rights,
            AuthorId = people["hr-head"].Id,
            CheckerId = people["director"].Id,
            ApproverId = people["gm"].Id,
            UnitId = people.UnitOf(people["hr-head"], days.Today),
            WrittenOn = day.AddDays(-5),
            PublishedAt = days.At(day, 600),
        };

        void Read(HouseDocument document, int edition, DateOnly published, IEnumerable<DemoPerson> readers, double share, bool current)
        {
            foreach (var person in readers.Where(person => person.WorksOn(days.Today)))
            {
                var asked = Days.Later(published, person.Row.HiredOn);
                var day = asked.AddDays(dice.Between(0, 6));
                var reads = dice.Chance(share) && day < days.Today;
                if (reads)
                {
                    receipts.Add(new DocumentReceipt { DocumentId = document.Id, Edition = edition, PersonId = person.Id, At = days.At(day, dice.Between(540, 1000)) });
                }

                if (current)
                {
                    // Who has not read it was reminded in the last days, so that not all of them are on the first morning.
                    askings.Add(new DocumentAsking { DocumentId = document.Id, Edition = edition, PersonId = person.Id, AskedOn = asked, RemindedOn = reads || asked.AddDays(3) > days.Today ? null : Days.Later(asked.AddDays(3), days.Today.AddDays(-dice.Between(0, 6))) });
                }
            }
        }

        bool IsSales(DemoPerson person) => person.On(days.Today)?.Unit is not (null or People.Root or "finance" or "hr" or "it");
    }
}
