using Yingpan.Customers.Completeness.Rules;
using Yingpan.Customers.Data;
using Yingpan.Customers.Public;
using Yingpan.Kernel;

namespace Yingpan.Demo;

/// <summary>What the company has written about its customers: cards, monthly reviews, records, and which of them belong together.</summary>
internal sealed record CustomerFiles(
    IReadOnlyList<DataCard> DataCards, IReadOnlyList<StrategyCard> Strategies, IReadOnlyList<ReviewCard> Reviews, IReadOnlyList<CustomerRecord> Records,
    IReadOnlyList<RelationKind> Kinds, IReadOnlyList<Relation> Relations)
{
    private const int ReviewedMonths = 3;
    private const int RecordDays = 40;

    private static readonly string[] Sources = ["展会", "老客户介绍", "网上询价", "电话名录", "行业媒体", "社交平台"];
    private static readonly string[] Businesses = ["精密零件加工", "建材批发零售", "家电连锁", "餐饮连锁经营", "医药流通", "酒店管理服务", "机电安装工程"];
    private static readonly string[] Sales = ["前两年主要从本地经销商进货，每年两三批。", "此前只做零星采购，没有固定供应商。", "原来与同行合作，去年开始分单。"];
    private static readonly string[] Strengths = ["自有仓库和车队，资金充足。", "门店位置好，人手紧张。", "渠道覆盖三个地级市，账期偏长。", "老板亲自抓采购，决策快。"];
    private static readonly string[] Needs = ["希望稳定供货，旺季不断货。", "关注价格和账期，要求每季对账。", "需要上门安装和培训。"];
    private static readonly string[] Services = ["每月回访一次，旺季前备货。", "安排技术员驻场一周，之后电话跟进。", "季度对账，节前走访。"];
    private static readonly string[] Aims = ["今年份额提高到一半以上。", "带动两家关联公司成交。", "签年度框架协议。"];
    private static readonly string[] Rivals = ["同行报价低一成，但交期不稳。", "另有一家外地品牌在接触。", "暂无竞争对手进入。"];
    private static readonly string[] Judgements = ["本月按计划提货，回款正常。", "订单推迟到下月，需要跟进。", "新店开业，需求上升。", "受淡季影响，略有下降。"];
    private static readonly string[] NextSteps = ["月初上门对账。", "约总经理面谈年度协议。", "送样并安排试用。"];
    private static readonly string[] Told = ["询问了旺季供货和交期。", "说正在和另一家比价，下周答复。", "要求再报一次含安装的价格。", "反映上一批货包装有破损，已说明处理办法。", "介绍了新开的分公司负责人。"];
    private static readonly string[] Evasions = ["要等总部批复", "说预算还没下来", "让月底再联系"];

    public static CustomerFiles Of(ulong seed, Days days, IReadOnlyList<DemoCustomer> customers, IReadOnlyList<Contact> contacts)
    {
        var dice = new Dice(seed, "customer files");
        var active = customers.Where(customer => customer.Row is { State: CustomerState.Active, OwnerId: not null }).ToList();
        var cards = customers.Where(customer => customer.Pull > 0 && dice.Chance(0.6)).Select(customer => Card(dice, customer)).ToList();
        var strategies = active.Where(customer => customer.Pull > 6 && dice.Chance(0.7)).SelectMany(customer => Strategy(dice, days, customer)).ToList();
        var reviews = active.SelectMany(customer => Reviewed(dice, days, customer)).ToList();
        var people = contacts.ToLookup(contact => contact.CustomerId);
        var records = customers.Where(customer => customer.Row.OwnerId is not null && dice.Chance(0.4)).SelectMany(customer => Recorded(dice, days, customer, people[customer.Row.Id].FirstOrDefault())).ToList();
        var kinds = CustomersSetup.RelationKinds(() => dice.Id<RelationKindId>(days.At(days.First, 540))).ToList();
        var files = new CustomerFiles(cards, strategies, reviews, records, kinds, Related(dice, days, active, kinds));
        files.Measure(customers, people);
        return files;
    }

    private static DataCard Card(Dice dice, DemoCustomer customer) => new()
    {
        CustomerId = customer.Row.Id,
        LegalRepresentative = dice.Chance(0.8) ? Words.Person(dice) : null,
        Fax = dice.Chance(0.3) ? $"0000-0000{dice.Digits(4)}" : null,
        Email = dice.Chance(0.5) ? $"office{dice.Digits(4)}@demo.example" : null,
        Employees = dice.Chance(0.7) ? dice.Between(5, 800) : null,
        Business = dice.Of(Businesses),
        Source = dice.Of(Sources),
        PreviousSales = dice.Chance(0.6) ? dice.Of(Sales) : null,
        Strength = dice.Chance(0.6) ? dice.Of(Strengths) : null,
    };

    private static IEnumerable<StrategyCard> Strategy(Dice dice, Days days, DemoCustomer customer)
    {
        foreach (var ago in dice.Chance(0.4) ? new[] { 150, 30 } : [60])
        {
            var day = days.Today.AddDays(-ago);
            if (day < customer.CreatedOn)
            {
                continue;
            }

            var at = days.At(day, dice.Between(540, 1050));
            yield return new StrategyCard
            {
                Id = dice.Id<StrategyCardId>(at),
                CustomerId = customer.Row.Id,
                At = at,
                AuthorId = customer.OwnerOn(day).Id,
                Needs = dice.Of(Needs),
                Service = dice.Of(Services),
                Aim = dice.Of(Aims),
                Competitors = dice.Of(Rivals),
                Profit = dice.Between(2, 5),
                Prospects = dice.Between(2, 5),
                CreditRisk = dice.Of(Enum.GetValues<RiskLevel>()),
                AbilityRisk = dice.Of(Enum.GetValues<RiskLevel>()),
                PriceRisk = dice.Of(Enum.GetValues<RiskLevel>()),
            };
        }
    }

    private static IEnumerable<ReviewCard> Reviewed(Dice dice, Days days, DemoCustomer customer)
    {
        var month = Month.Of(days.Today);
        for (var back = ReviewedMonths; back >= 1; back--)
        {
            var of = month.Plus(-back);
            if (customer.CreatedOn > of.Last || !dice.Chance(0.7))
            {
                continue;
            }

            var at = days.At(of.Last, dice.Between(900, 1080));
            yield return new ReviewCard
            {
                Id = dice.Id<ReviewCardId>(at),
                CustomerId = customer.Row.Id,
                OfId = customer.Row.Id,
                Month = of,
                AuthorId = customer.OwnerOn(of.Last).Id,
                At = at,
                Trend = dice.Of(Enum.GetValues<ReviewTrend>()),
                Judgement = dice.Of(Judgements),
                Next = dice.Chance(0.6) ? dice.Of(NextSteps) : null,
            };
        }
    }

    private static IEnumerable<CustomerRecord> Recorded(Dice dice, Days days, DemoCustomer customer, Contact? contact)
    {
        for (var i = dice.Between(1, 3); i > 0; i--)
        {
            var day = days.Today.AddDays(-dice.Between(1, RecordDays));
            if (day < customer.CreatedOn)
            {
                continue;
            }

            var at = days.At(day, dice.Between(540, 1080));
            yield return new CustomerRecord
            {
                Id = dice.Id<CustomerRecordId>(at),
                CustomerId = customer.Row.Id,
                AuthorId = customer.OwnerOn(day).Id,
                At = at,
                Day = day,
                ContactId = contact?.Id,
                Text = dice.Of(Told),
                Evasion = dice.Chance(0.25) ? dice.Of(Evasions) : null,
                Interest = dice.Of(Enum.GetValues<InterestLevel>()),
                SuccessRate = new Rate(dice.Between(1, 9) * 100_000),
                ConfirmedOn = dice.Chance(0.4) ? day.AddDays(dice.Between(5, 40)) : null,
                PaymentTime = dice.Chance(0.3) ? "月结 30 天" : null,
            };
        }
    }

    /// <summary>A few small groups, and suppliers beside them.</summary>
    private static List<Relation> Related(Dice dice, Days days, List<DemoCustomer> active, List<RelationKind> kinds)
    {
        var relations = new List<Relation>();
        for (var i = 0; i + 4 < Math.Min(active.Count, 100); i += 5)
        {
            Add(0, active[i], active[i + 1]);
            Add(0, active[i], active[i + 2]);
            Add(2, active[i + 3], active[i]);
            Add(4, active[i + 3], active[i + 4]);
        }

        return relations;

        void Add(int kind, DemoCustomer from, DemoCustomer to)
        {
            var at = days.At(days.Today.AddDays(-dice.Between(10, 300)), 600);
            relations.Add(new Relation { Id = dice.Id<RelationId>(at), KindId = kinds[kind].Id, FromId = from.Row.Id, ToId = to.Row.Id, CreatedAt = at });
        }
    }

    private void Measure(IReadOnlyList<DemoCustomer> customers, ILookup<CustomerId, Contact> contacts)
    {
        var cards = DataCards.ToDictionary(card => card.CustomerId);
        var strategic = Strategies.Select(card => card.CustomerId).ToHashSet();
        foreach (var customer in customers.Select(customer => customer.Row))
        {
            customer.Completeness = CompletenessRule.Of(
                Yingpan.Customers.Completeness.KeepCompleteness.FilledOf(
                    customer, cards.GetValueOrDefault(customer.Id), contacts[customer.Id].Any(), contacts[customer.Id].Any(contact => contact.Role == DecisionRole.Decider),
                    contacts[customer.Id].Any(contact => contact.Days.Count > 0), strategic.Contains(customer.Id)),
                CompletenessRule.Usual).Score;
        }
    }
}
