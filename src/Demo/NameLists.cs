using Yingpan.Customers.Data;
using Yingpan.Customers.Identity;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Customers.Names.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;

namespace Yingpan.Demo;

/// <summary>Campaigns, the names prepared for them in the last weeks and today, what a day asks for, and the records of the last days.</summary>
internal sealed record NameLists(
    IReadOnlyList<Campaign> Campaigns, IReadOnlyList<NamePolicy> Policies, IReadOnlyList<ListedName> Names, IReadOnlyList<NameNorm> Norms, IReadOnlyList<CustomerRecord> Records)
{
    private const int NameDays = 12;
    private const int RecordDays = 8;
    private const int MostCustomersWrittenOf = 30;

    private static readonly string[] Trades = ["科技", "商贸", "教育咨询", "医药", "物流", "建材", "精密机械", "餐饮管理"];
    private static readonly string[] Dealers = ["电器", "机电工程", "家电连锁", "暖通设备"];
    private static readonly string[] PhoneCities = ["上海", "苏州", "杭州", "宁波", "南京", "合肥", "无锡"];
    private static readonly string[] Hobbies = ["钓鱼", "羽毛球", "书法", "摄影", "登山", "象棋", "品茶", "跑步"];
    private static readonly string[] Strengths = ["谈判细致", "懂技术", "决策快", "人脉广", "重视成本", "善于带团队"];
    private static readonly string[] Reasons = ["号码停用", "已有固定供应商", "业务不符", "明确拒绝"];
    private static readonly string[] Told = ["问了课程安排和师资。", "想先看样课再定。", "预算下季度才批，约了回访。", "老板亲自过问价格。", "介绍了人事负责人。"];
    private static readonly string[] Evasions = ["让发资料再说", "说在开会", "要请示上级"];
    private static readonly IdentityRules Rules = new(IdentityPolicy.Usual, ShippedTables.NameWords, 0);

    public static NameLists Of(ulong seed, Days days, People people, IReadOnlyList<DemoCustomer> customers, IReadOnlyList<LeaveEntry> leaves, WorkCalendar calendar)
    {
        var dice = new Dice(seed, "name lists");
        var (courses, dealers, summer) = (
            Made(dice, days, people, 1, "精益管理课程秋季推广", 40, null, "phone-head", CampaignState.Running, ["phone"], "精益管理公开课", "制造、物流、建材", "两个月内约到 60 家企业试听"),
            Made(dice, days, people, 2, "空调经销商拓展", 30, null, "air-head", CampaignState.Running, ["east-channel", "south-channel"], "商用空调", "家电经销、机电工程", "补齐空白县的经销商"),
            Made(dice, days, people, 3, "企业内训夏季项目", 95, 42, "phone-head", CampaignState.Closed, ["phone"], "企业内训", "教育、医药", "为夏季内训准备名录"));
        var writer = new Writer(dice, days, leaves, [.. customers.Select(customer => customer.Row.Name)]);
        foreach (var customer in customers.Where(customer => customer.Trade == Trade.Phone && customer.CreatedOn > days.Today.AddDays(-38)))
        {
            writer.Became(courses, customer);
        }

        foreach (var customer in customers.Where(customer => customer.Trade == Trade.Phone && customer.CreatedOn < days.Today.AddDays(-50) && customer.CreatedOn > days.Today.AddDays(-85)))
        {
            writer.Became(summer, customer);
        }

        for (var day = calendar.Add(days.Today, -NameDays); day <= days.Today; day = day.AddDays(1))
        {
            if (calendar.IsWorkingDay(day) || day == days.Today)
            {
                writer.Prepare(courses, day, Reps(people, day, "电话销售员"), 24, 46, Trades, PhoneCities, NameFields.Usual);
                writer.Prepare(dealers, day, Reps(people, day, "渠道销售"), 8, 18, Dealers, ["南通", "嘉兴", "佛山", "中山"], DealerFields);
            }
        }

        return new NameLists(
            [courses, dealers, summer],
            [new NamePolicy { Id = dice.Id<NamePolicyId>(dealers.CreatedAt), CampaignId = dealers.Id, First = dealers.First, Required = string.Join(',', DealerFields) }],
            writer.Names,
            [.. NormsOf(dice, days, people, calendar)],
            [.. Recorded(new Dice(seed, "daily records"), days, people, customers, leaves, calendar)]);
    }

    private static readonly IReadOnlyList<string> DealerFields = ["name", "legalRepresentative", "phone", "mobile", "city"];

    private static List<DemoPerson> Reps(People people, DateOnly day, string position) => [.. people.All.Where(person => person.WorksOn(day) && person.On(day)?.Position == position)];

    private static Campaign Made(
        Dice dice, Days days, People people, int number, string name, int ago, int? until, string owner, CampaignState state, string[] units, string products, string industries, string purpose)
    {
        var first = days.Today.AddDays(-ago);
        var at = days.At(first.AddDays(-3), dice.Between(540, 1000));
        var id = dice.Id<CampaignId>(at);
        return new Campaign
        {
            Id = id,
            Number = $"L-{number:000000}",
            Name = name,
            Purpose = purpose,
            First = first,
            Last = until is { } back ? days.Today.AddDays(-back) : null,
            OwnerId = people[owner].Id,
            State = state,
            Products = products,
            Industries = industries,
            CreatedAt = at,
            Parts = [.. units.Select((unit, i) => new CampaignPart { CampaignId = id, Line = i + 1, UnitId = people.Unit(unit) })],
        };
    }

    /// <summary>Names were asked for first, records beside them only since a while.</summary>
    private static IEnumerable<NameNorm> NormsOf(Dice dice, Days days, People people, WorkCalendar calendar)
    {
        var (phone, channel) = (people.Positions.First(position => position.Name == "电话销售员").Id, people.Positions.First(position => position.Name == "渠道销售").Id);
        var (before, since) = (days.MonthsAgo(2), calendar.Add(days.Today, -RecordDays));
        yield return Norm(before, phone, 30, 50, 0, 0);
        yield return Norm(since, phone, 30, 50, 15, 25, follows: 12, weekNames: 150, weekFollows: 60);
        yield return Norm(before, channel, 10, 20, 0, 0);
        // Who leads and who keeps the papers prepares none, though the unit takes part.
        foreach (var position in people.Positions.Where(position => position.Name is "销售主管" or "销售内勤" or "电话销售组长" or "渠道主管"))
        {
            yield return Norm(before, position.Id, 0, 0, 0, 0);
        }

        NameNorm Norm(DateOnly first, PositionId position, int namesFrom, int namesTo, int recordsFrom, int recordsTo, int follows = 0, int weekNames = 0, int weekFollows = 0) => new()
        {
            Id = dice.Id<NameNormId>(days.At(first, 540)),
            PositionId = position,
            First = first,
            IsOff = namesTo == 0,
            NamesFrom = namesFrom,
            NamesTo = namesTo,
            RecordsFrom = recordsFrom,
            RecordsTo = recordsTo,
            FollowsFrom = follows,
            WeekNamesFrom = weekNames,
            WeekFollowsFrom = weekFollows,
            WholeOnly = true,
        };
    }

    /// <summary>Each of a few customers of everybody's, again and again: a sale comes after eight to eleven calls.</summary>
    private static IEnumerable<CustomerRecord> Recorded(Dice dice, Days days, People people, IReadOnlyList<DemoCustomer> customers, IReadOnlyList<LeaveEntry> leaves, WorkCalendar calendar)
    {
        var owned = customers.Where(customer => customer.Row.OwnerId is not null && customer.Trade == Trade.Phone).ToLookup(customer => customer.Row.OwnerId!.Value);
        for (var day = calendar.Add(days.Today, -RecordDays); day <= days.Today; day = day.AddDays(1))
        {
            if (!calendar.IsWorkingDay(day) && day != days.Today)
            {
                continue;
            }

            foreach (var rep in Reps(people, day, "电话销售员"))
            {
                List<DemoCustomer> mine = [.. owned[rep.Id].Where(customer => customer.CreatedOn <= day && customer.OwnerOn(day) == rep).Take(MostCustomersWrittenOf)];
                var count = mine.Count == 0 || IsAway(leaves, rep, day) ? 0 : dice.Between(day == days.Today ? 6 : 12, day == days.Today ? 15 : 24);
                for (var i = 0; i < count; i++)
                {
                    var at = days.At(day, dice.Between(550, 1060));
                    yield return new CustomerRecord
                    {
                        Id = dice.Id<CustomerRecordId>(at),
                        CustomerId = dice.Of(mine).Row.Id,
                        AuthorId = rep.Id,
                        At = at,
                        Day = day,
                        Text = dice.Of(Told),
                        Evasion = dice.Chance(0.3) ? dice.Of(Evasions) : null,
                        Interest = dice.Of(Enum.GetValues<InterestLevel>()),
                        SuccessRate = new Rate(dice.Between(1, 9) * 100_000),
                        ConfirmedOn = dice.Chance(0.3) ? day.AddDays(dice.Between(3, 30)) : null,
                        PaymentTime = dice.Chance(0.2) ? "签约后一周" : null,
                    };
                }
            }
        }
    }

    private static bool IsAway(IReadOnlyList<LeaveEntry> leaves, DemoPerson person, DateOnly day) =>
        leaves.Any(leave => leave.PersonId == person.Id && leave.First <= day && leave.Last >= day);

    /// <summary>Puts names on lists, each once in a campaign.</summary>
    private sealed class Writer(Dice dice, Days days, IReadOnlyList<LeaveEntry> leaves, HashSet<string> customers)
    {
        private readonly HashSet<(CampaignId, string)> taken = [];

        public List<ListedName> Names { get; } = [];

        /// <summary>Who came as a customer was a name some days before.</summary>
        public void Became(Campaign campaign, DemoCustomer customer)
        {
            var day = Days.Later(customer.CreatedOn.AddDays(-dice.Between(1, 6)), campaign.First);
            if (!dice.Chance(0.6) || day > customer.CreatedOn || !customer.Owners[0].Person.WorksOn(day))
            {
                return;
            }

            var name = Named(campaign, customer.Owners[0].Person, day, customer.Row.Name, customer.Row.City, NameFields.Usual);
            if (name is not null)
            {
                name.CustomerId = customer.Row.Id;
                name.Turn(NameState.Customer, customer.CreatedOn, null);
            }
        }

        public void Prepare(Campaign campaign, DateOnly day, IReadOnlyList<DemoPerson> reps, int from, int to, string[] trades, string[] cities, IReadOnlyList<string> required)
        {
            foreach (var rep in reps.Where(rep => !IsAway(leaves, rep, day)))
            {
                var count = (int)(dice.Between(from, to) * (0.75 + (rep.Strength / 4)) * (day == days.Today ? 0.7 : 1));
                for (var i = 0; i < count; i++)
                {
                    var city = dice.Of(cities);
                    var called = Words.Company(dice, city, trades);
                    if (customers.Contains(called) || Named(campaign, rep, day, called, city, required) is not { } name || day == days.Today)
                    {
                        continue;
                    }

                    var state = dice.Weighted((NameState.New, 3), (NameState.Called, 6), (NameState.Dropped, 2));
                    if (state != NameState.New)
                    {
                        name.Turn(state, Days.Earlier(day.AddDays(dice.Between(0, 3)), days.Today), state == NameState.Dropped ? dice.Of(Reasons) : null);
                    }
                }
            }
        }

        private ListedName? Named(Campaign campaign, DemoPerson rep, DateOnly day, string called, string? city, IReadOnlyList<string> required)
        {
            var key = CompanyName.Of(called, Rules.Words).Key;
            if (!taken.Add((campaign.Id, key)))
            {
                return null;
            }

            var at = days.At(day, dice.Between(540, 1070));
            var name = new ListedName
            {
                Id = dice.Id<ListedNameId>(at),
                CampaignId = campaign.Id,
                OwnerId = rep.Id,
                PreparedById = rep.Id,
                Day = day,
                CreatedAt = at,
                Name = called,
                LegalRepresentative = dice.Chance(0.98) ? Words.Person(dice) : null,
                HeadName = dice.Chance(0.97) ? Words.Person(dice) : null,
                Hobbies = dice.Chance(0.97) ? dice.Of(Hobbies) : null,
                Strengths = dice.Chance(0.97) ? dice.Of(Strengths) : null,
                Phone = dice.Chance(0.99) ? $"0000-0000{dice.Digits(4)}" : null,
                Mobile = dice.Chance(0.98) ? $"100{dice.Digits(8)}" : null,
                City = city,
                Industry = dice.Chance(0.5) ? "制造业" : null,
                State = NameState.New,
                StateOn = day,
                Key = key,
            };
            name.MeasureBy(required);
            Names.Add(name);
            return name;
        }
    }
}
