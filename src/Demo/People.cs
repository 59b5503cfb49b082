using Yingpan.Kernel;
using Yingpan.Organization.Data;
using Yingpan.Organization.Public;

namespace Yingpan.Demo;

/// <summary>A kind of selling, with its customers, products and pace.</summary>
internal enum Trade
{
    /// <summary>Courses, by telephone.</summary>
    Phone,

    /// <summary>Air conditioners to dealers, systems and building sites.</summary>
    Channel,

    /// <summary>Air conditioners over the counter.</summary>
    Store,

    /// <summary>Sets for foreign importers.</summary>
    Export,
}

/// <summary>A time in a unit and a position; the last one is open.</summary>
internal sealed record Stay(string Unit, string Position, DateOnly First);

internal sealed record DemoPerson(string Key, Person Row, IReadOnlyList<Stay> Stays)
{
    public PersonId Id => Row.Id;

    /// <summary>How good he is: 1 is the average of his trade.</summary>
    public required double Strength { get; init; }

    public bool WorksOn(DateOnly day) => Row.HiredOn <= day && (Row.LeftOn is not { } left || left >= day);

    public Stay? On(DateOnly day) => Stays.LastOrDefault(stay => stay.First <= day);

    /// <summary>What he sells on that day, and the part of his time he has for it; null when he sells nothing.</summary>
    public (Trade Trade, double Time)? Sells(DateOnly day) =>
        WorksOn(day) && On(day) is { } stay && People.Selling.TryGetValue(stay.Position, out var sells) ? sells : null;
}

/// <summary>The tree of units, who works in it, and how they came where they are.</summary>
internal sealed class People
{
    public const string Root = "company";

    /// <summary>Positions that sell.</summary>
    public static readonly IReadOnlyDictionary<string, (Trade Trade, double Time)> Selling = new Dictionary<string, (Trade, double)>
    {
        ["电话销售员"] = (Trade.Phone, 1),
        ["电话销售组长"] = (Trade.Phone, 0.5),
        ["渠道销售"] = (Trade.Channel, 1),
        ["渠道主管"] = (Trade.Channel, 0.6),
        ["导购"] = (Trade.Store, 1),
        ["店长"] = (Trade.Store, 0.8),
        ["外贸业务员"] = (Trade.Export, 1),
        ["外贸组长"] = (Trade.Export, 0.7),
    };

    /// <summary>Key, parent, name, kind, who leads it today.</summary>
    private static readonly (string Key, string? Parent, string Name, UnitKind Kind, string? Head)[] Tree =
    [
        (Root, null, DemoCompany.Facts.Name, UnitKind.Company, "gm"),
        ("sales", Root, "销售中心", UnitKind.Department, "director"),
        ("phone", "sales", "电话销售中心", UnitKind.Department, "phone-head"),
        ("phone1", "phone", "电话销售一组", UnitKind.Team, "phone1-lead"),
        ("phone2", "phone", "电话销售二组", UnitKind.Team, "phone2-lead"),
        ("air", "sales", "空调大区", UnitKind.Region, "air-head"),
        ("east", "air", "华东区", UnitKind.Region, "east-head"),
        ("east-channel", "east", "华东渠道组", UnitKind.Team, "east-channel-lead"),
        ("shanghai", "east", "上海门店组", UnitKind.Team, "shanghai-lead"),
        ("pudong", "shanghai", "浦东店", UnitKind.Store, "pudong-head"),
        ("xuhui", "shanghai", "徐汇店", UnitKind.Store, "xuhui-head"),
        ("south", "air", "华南区", UnitKind.Region, "south-head"),
        ("south-channel", "south", "华南渠道组", UnitKind.Team, "south-channel-lead"),
        ("bay", "south", "广深门店组", UnitKind.Team, "bay-lead"),
        ("tianhe", "bay", "广州天河店", UnitKind.Store, "tianhe-head"),
        ("futian", "bay", "深圳福田店", UnitKind.Store, "futian-head"),
        ("export", "sales", "出口部", UnitKind.Department, "export-head"),
        ("export-west", "export", "欧美组", UnitKind.Team, "export-west-lead"),
        ("export-new", "export", "新兴市场组", UnitKind.Team, "export-new-lead"),
        ("finance", Root, "财务部", UnitKind.Department, "finance-head"),
        ("hr", Root, "人事部", UnitKind.Department, "hr-head"),
        ("it", Root, "信息部", UnitKind.Department, "admin"),
    ];

    /// <summary>Unit and position held today or last; where several hold it, -1, -2, … follow the key.</summary>
    private static readonly (string Key, string Unit, string Position, int Count)[] Posts =
    [
        ("gm", Root, "总经理", 1),
        ("director", "sales", "销售总监", 1),
        ("sales-assistant", "sales", "销售内勤", 1),
        ("phone-head", "phone", "销售主管", 1),
        ("phone-assistant", "phone", "销售内勤", 1),
        ("phone1-lead", "phone1", "电话销售组长", 1),
        ("phone1", "phone1", "电话销售员", 7),
        ("phone2-lead", "phone2", "电话销售组长", 1),
        ("phone2", "phone2", "电话销售员", 7),
        ("phone2-left", "phone2", "电话销售员", 1),
        ("air-head", "air", "大区经理", 1),
        ("air-assistant", "air", "销售内勤", 1),
        ("east-head", "east", "区域经理", 1),
        ("east-channel-lead", "east-channel", "渠道主管", 1),
        ("east-channel", "east-channel", "渠道销售", 3),
        ("shanghai-lead", "shanghai", "门店主管", 1),
        ("pudong-head", "pudong", "店长", 1),
        ("pudong", "pudong", "导购", 1),
        ("xuhui-head", "xuhui", "店长", 1),
        ("xuhui", "xuhui", "导购", 1),
        ("south-head", "south", "区域经理", 1),
        ("south-channel-lead", "south-channel", "渠道主管", 1),
        ("south-channel", "south-channel", "渠道销售", 3),
        ("south-channel-left", "south-channel", "渠道销售", 1),
        ("bay-lead", "bay", "门店主管", 1),
        ("tianhe-head", "tianhe", "店长", 1),
        ("tianhe", "tianhe", "导购", 2),
        ("futian-head", "futian", "店长", 1),
        ("futian", "futian", "导购", 1),
        ("export-head", "export", "外贸经理", 1),
        ("export-assistant", "export", "外贸跟单", 1),
        ("export-west-lead", "export-west", "外贸组长", 1),
        ("export-west", "export-west", "外贸业务员", 3),
        ("export-new-lead", "export-new", "外贸组长", 1),
        ("export-new", "export-new", "外贸业务员", 3),
        ("finance-head", "finance", "财务主管", 1),
        ("finance", "finance", "会计", 2),
        ("hr-head", "hr", "人事主管", 1),
        ("hr", "hr", "人事专员", 1),
        ("admin", "it", "系统管理员", 1),
    ];

    /// <summary>Who came from elsewhere: the earlier unit and position, and the month (so many ago) from which on the post is held.</summary>
    private static readonly (string Key, string Unit, string Position, int MonthsAgo)[] Moves =
    [
        ("director", "phone", "销售主管", 15),
        ("phone-head", "phone1", "电话销售组长", 15),
        ("phone1-lead", "phone1", "电话销售员", 15),
        ("phone2-3", "phone1", "电话销售员", 8),
        ("export-new-lead", "export-west", "外贸业务员", 12),
        ("pudong-head", "xuhui", "导购", 11),
        ("south-channel-1", "east-channel", "渠道销售", 6),
    ];

    private static readonly (string Key, int MonthsAgo)[] Leavers = [("phone2-left", 5), ("south-channel-left", 6)];

    /// <summary>Who has given notice, and after how many days he goes; what he has is still to be handed over.</summary>
    private static readonly (string Key, int Days)[] Leaving = [("export-west-1", 12)];

    /// <summary>Day of the running quarter on which they came.</summary>
    private static readonly (string Key, int Day)[] Newcomers = [("phone1-7", 7), ("phone2-7", 13), ("tianhe-2", 4), ("export-west-3", 9)];

    /// <summary>
    /// Customers that went from one to another: a share of them, and with all of them the territories. In the order of the days.
    /// </summary>
    public static IReadOnlyList<(DateOnly On, string From, string To, double Share)> Handovers(Days days) =>
    [
        (days.MonthsAgo(15), "phone-head", "phone1-lead", 1),
        (days.MonthsAgo(12), "export-new-lead", "export-west-2", 1),
        (days.MonthsAgo(12), "export-new-1", "export-new-lead", 0.4),
        (days.MonthsAgo(11), "pudong-head", "xuhui-1", 1),
        (days.MonthsAgo(11), "pudong-1", "pudong-head", 0.5),
        (days.MonthsAgo(6), "south-channel-1", "east-channel-2", 1),
        (days.MonthsAgo(6), "south-channel-left", "south-channel-1", 1),
        (days.MonthsAgo(5), "phone2-left", "phone2-5", 1),
        (days.ThisQuarter(4), "tianhe-1", "tianhe-2", 0.3),
        (days.ThisQuarter(7), "phone1-2", "phone1-7", 0.25),
        (days.ThisQuarter(9), "export-west-1", "export-west-3", 0.25),
        (days.ThisQuarter(13), "phone2-1", "phone2-7", 0.25),
    ];

    private readonly Dictionary<string, DemoPerson> byKey;
    private readonly Dictionary<string, UnitTerm> units;
    private readonly IReadOnlyList<UnitTerm> earlier;

    private People(IReadOnlyList<DemoPerson> all, Dictionary<string, UnitTerm> units, IReadOnlyList<UnitTerm> earlier, IReadOnlyList<Position> positions)
    {
        (All, this.units, this.earlier, Positions) = (all, units, earlier, positions);
        byKey = all.ToDictionary(person => person.Key);
    }

    public IReadOnlyList<DemoPerson> All { get; }

    /// <summary>As they are today.</summary>
    public IReadOnlyList<UnitTerm> Units => [.. units.Values];

    public IEnumerable<Unit> UnitRows => units.Values.Select(term => new Unit { Id = term.UnitId });

    public IEnumerable<UnitTerm> Terms => earlier.Concat(units.Values);

    public IReadOnlyList<Position> Positions { get; }

    public UnitId Unit(string key) => units[key].UnitId;

    public DemoPerson this[string key] => byKey[key];

    /// <summary>His unit on that day.</summary>
    public UnitId UnitOf(DemoPerson person, DateOnly day) => units[person.On(day)!.Unit].UnitId;

    public static People Of(ulong seed, Days days)
    {
        var dice = new Dice(seed, "people");
        var founded = days.At(days.First.AddYears(-6), 540);
        var tree = Tree.ToDictionary(node => node.Key, _ => dice.Id<UnitId>(founded));
        var positions = Posts.Select(post => post.Position).Concat(Moves.Select(move => move.Position)).Distinct()
            .ToDictionary(name => name, name => new Position { Id = dice.Id<PositionId>(founded), Name = name });

        var posts = Posts.SelectMany(post => Enumerable.Range(1, post.Count)
                .Select(n => (Key: post.Count == 1 && !IsNumbered(post.Key) ? post.Key : $"{post.Key}-{n}", post.Unit, post.Position)))
            .Select(post => (post.Key, post.Unit, post.Position, HiredOn: HiredOn(post.Key, dice, days)))
            .OrderBy(post => post.HiredOn).ThenBy(post => post.Key, StringComparer.Ordinal);
        var names = new HashSet<string>();
        var all = new List<DemoPerson>();
        foreach (var post in posts)
        {
            var name = Words.Person(dice);
            while (!names.Add(name))
            {
                name = Words.Person(dice);
            }

            all.Add(Hire(post.Key, post.Unit, post.Position, name, post.HiredOn, all.Count + 1));
        }

        var ids = all.ToDictionary(person => person.Key, person => person.Id);
        var (terms, earlier) = (new Dictionary<string, UnitTerm>(), new List<UnitTerm>());
        var more = new Dice(seed, "unit-terms");
        foreach (var (i, (key, parent, name, kind, head)) in Tree.Index())
        {
            var since = Reorganizations.Before.TryGetValue(key, out var before) ? Reorganizations.Day(days) : UnitTerm.Beginning;
            terms[key] = Term(name, parent, head, since);
            if (before is { } was)
            {
                var term = Term(was.Name ?? name, was.Parent ?? parent, was.HasHead ? head : null, UnitTerm.Beginning);
                term.Last = since.AddDays(-1);
                earlier.Add(term);
            }

            UnitTerm Term(string called, string? under, string? led, DateOnly first) => new()
            {
                Id = more.Id<UnitTermId>(founded),
                UnitId = tree[key],
                ParentId = under is null ? null : tree[under],
                Name = called,
                Kind = kind,
                HeadId = led is null ? null : ids[led],
                Order = i,
                First = first,
                ReorganizationId = first == UnitTerm.Beginning ? null : Reorganizations.Id(seed, days),
            };
        }

        return new People(all, terms, earlier, [.. positions.Values]);

        DemoPerson Hire(string key, string unit, string position, string name, DateOnly hiredOn, int number)
        {
            var at = days.At(hiredOn, 540);
            var person = new Person
            {
                Id = dice.Id<PersonId>(at),
                Number = $"P-{number:000000}",
                Name = name,
                Email = $"p{number:000000}@example.com",
                Phone = $"100{dice.Digits(8)}",
                HiredOn = hiredOn,
                LeftOn = Leavers.Where(leaver => leaver.Key == key).Select(leaver => (DateOnly?)days.MonthsAgo(leaver.MonthsAgo).AddDays(-1))
                    .Concat(Leaving.Where(leaver => leaver.Key == key).Select(leaver => (DateOnly?)days.Today.AddDays(leaver.Days))).FirstOrDefault(),
            };
            List<Stay> stays = [new Stay(unit, position, hiredOn)];
            foreach (var move in Moves.Where(move => move.Key == key))
            {
                stays = [new Stay(move.Unit, move.Position, hiredOn), new Stay(unit, position, days.MonthsAgo(move.MonthsAgo))];
            }

            foreach (var (i, stay) in stays.Index())
            {
                person.Memberships.Add(new Membership
                {
                    Id = dice.Id<MembershipId>(days.At(stay.First, 540)),
                    PersonId = person.Id,
                    UnitId = tree[stay.Unit],
                    PositionId = positions[stay.Position].Id,
                    First = stay.First,
                    Last = i + 1 < stays.Count ? stays[i + 1].First.AddDays(-1) : null,
                    ReorganizationId = i > 0 && Reorganizations.Moved == key ? Reorganizations.Id(seed, days) : null,
                });
            }

            return new DemoPerson(key, person, stays) { Strength = dice.Near(1, 0.55) };
        }
    }

    /// <summary>Posts that began as several keep the number when one is left: <c>pudong-1</c>.</summary>
    private static bool IsNumbered(string key) => key is "pudong" or "xuhui" or "futian" or "hr";

    private static DateOnly HiredOn(string key, Dice dice, Days days)
    {
        foreach (var newcomer in Newcomers.Where(newcomer => newcomer.Key == key))
        {
            return days.ThisQuarter(newcomer.Day);
        }

        // The later ones of a team came while the company grew; everybody else was there before.
        return key[^1] is >= '4' and <= '6' && dice.Chance(0.6)
            ? days.MonthsAgo(dice.Between(7, 20)).AddDays(dice.Between(0, 20))
            : days.First.AddDays(-dice.Between(30, 2100));
    }
}
