using System.Globalization;
using Yingpan.Kernel;
using Yingpan.Territories.Data;
using Yingpan.Territories.Public;

namespace Yingpan.Demo;

internal sealed record DemoTerritory(Territory Row, IReadOnlyList<string> Cities, bool IsAbroad);

/// <summary>The map: country ▸ region ▸ province or city, and the markets abroad; who answers for each, and since when.</summary>
internal sealed class Territories
{
    /// <summary>
    /// Region, territory, its cities, who answered for it at first (later: <see cref="People.Handovers"/>), and who supports;
    /// <c>@11</c> since 11 months ago.
    /// </summary>
    private static readonly (string Region, string Name, string Cities, string Responsible, string Supporting)[] Map =
    [
        ("华东", "上海浦东", "上海", "pudong-1", "pudong-head@11 shanghai-lead"),
        ("华东", "上海浦西", "上海", "xuhui-head", "xuhui-1 pudong-head"),
        ("华东", "江苏", "南京 苏州 无锡 常州 南通", "east-channel-1", "east-channel-lead phone1-3"),
        ("华东", "浙江", "杭州 宁波 温州 嘉兴 绍兴", "east-channel-2", "phone2-3"),
        ("华东", "安徽", "合肥 芜湖 蚌埠", "south-channel-1", ""),
        ("华东", "山东", "济南 青岛 烟台 潍坊", "east-channel-3", "east-channel-lead"),
        ("华南", "广州", "广州", "tianhe-head", "tianhe-1 tianhe-2"),
        ("华南", "深圳", "深圳", "futian-head", "futian-1 bay-lead"),
        ("华南", "珠三角", "佛山 东莞 惠州 中山", "south-channel-left", "south-channel-lead phone1-5"),
        ("华南", "福建", "福州 厦门 泉州", "south-channel-2", "phone2-6"),
        ("华南", "广西海南", "南宁 桂林 海口 三亚", "south-channel-3", ""),
        ("华北", "北京", "北京", "phone1-1", "phone1-lead"),
        ("华北", "天津", "天津", "phone1-2", "phone1-7"),
        ("华北", "河北", "石家庄 唐山 保定", "phone1-3", "phone1-6"),
        ("华北", "山西", "太原 大同", "phone1-4", ""),
        ("华中", "河南", "郑州 洛阳", "phone1-5", ""),
        ("华中", "湖北", "武汉 宜昌 襄阳", "phone-head", "phone1-lead"),
        ("华中", "湖南", "长沙 株洲 岳阳", "phone2-1", "phone2-7"),
        ("华中", "江西", "南昌 赣州", "phone2-2", "phone2-lead"),
        ("西南", "四川", "成都 绵阳", "phone2-3", "phone2-lead"),
        ("西南", "重庆", "重庆", "phone2-left", "phone2-4"),
        ("西南", "云贵", "昆明 贵阳 遵义", "phone2-5", ""),
        ("东北", "辽宁", "沈阳 大连", "phone2-lead", "phone2-6"),
        ("东北", "吉林黑龙江", "长春 哈尔滨", "phone2-6", ""),
        ("西北", "陕西", "西安 咸阳", "phone1-6", "phone1-lead"),
        ("西北", "甘肃新疆", "兰州 乌鲁木齐", "phone2-4", ""),
        (Abroad, "西欧", "Hamburg Rotterdam Lyon Antwerp", "export-west-1", "export-west-3 export-west-lead"),
        (Abroad, "南欧", "Milan Valencia Porto", "export-west-2", ""),
        (Abroad, "北美", "Toronto Houston Seattle", "export-west-lead", "export-west-2"),
        (Abroad, "东欧", "Gdansk Brno Varna", "export-new-lead", ""),
        (Abroad, "东南亚", "Manila Surabaya Penang", "export-new-1", "export-new-lead@12"),
        (Abroad, "中东", "Dubai Muscat Amman", "export-new-2", ""),
        (Abroad, "非洲", "Mombasa Accra Durban", "export-new-3", ""),
        (Abroad, "南美", "Santos Callao Montevideo", "export-new-1", "export-new-2"),
    ];

    private const string Abroad = "海外";
    private const string Home = "全国";

    private readonly Dictionary<string, DemoTerritory> byName = [];
    private readonly People people;

    private Territories(People people) => this.people = people;

    public List<Territory> Rows { get; } = [];

    public static Territories Of(ulong seed, Days days, People people)
    {
        var dice = new Dice(seed, "territories");
        var map = new Territories(people);
        var home = map.Add(dice, days, Home, null);
        var abroad = map.Add(dice, days, Abroad, null);
        foreach (var region in Map.Where(entry => entry.Region != Abroad).GroupBy(entry => entry.Region))
        {
            var parent = map.Add(dice, days, region.Key, home.Id);
            foreach (var entry in region)
            {
                map.byName[entry.Name] = new DemoTerritory(map.Add(dice, days, entry.Name, parent.Id), entry.Cities.Split(' '), IsAbroad: false);
            }
        }

        foreach (var entry in Map.Where(entry => entry.Region == Abroad))
        {
            map.byName[entry.Name] = new DemoTerritory(map.Add(dice, days, entry.Name, abroad.Id), entry.Cities.Split(' '), IsAbroad: true);
        }

        foreach (var entry in Map)
        {
            map.Hold(dice, days, entry.Name, entry.Responsible, entry.Supporting.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return map;
    }

    /// <summary>Those below the regions.</summary>
    public IEnumerable<DemoTerritory> Leaves => byName.Values;

    public TerritoryId Named(string name) => Rows.Find(row => row.Name == name)!.Id;

    /// <summary>Where he works on that day.</summary>
    public IReadOnlyList<DemoTerritory> PatchOf(DemoPerson person, DateOnly day) => [.. byName.Values
        .Where(territory => territory.Row.Holders.Exists(holder => holder.PersonId == person.Id && Covers(holder, day)))];

    /// <summary>Where a goal of his belongs that begins on that day: where he answers before where he supports.</summary>
    public TerritoryId? HomeOf(DemoPerson person, DateOnly day) => byName.Values
        .SelectMany(territory => territory.Row.Holders).Where(holder => holder.PersonId == person.Id && Covers(holder, day))
        .OrderBy(holder => holder.Part).ThenBy(holder => holder.First).Select(holder => (TerritoryId?)holder.TerritoryId).FirstOrDefault();

    private static bool Covers(TerritoryHolder holder, DateOnly day) => holder.First <= day && (holder.Last is not { } last || last >= day);

    private Territory Add(Dice dice, Days days, string name, TerritoryId? parent)
    {
        var territory = new Territory
        {
            Id = dice.Id<TerritoryId>(days.At(days.First.AddYears(-4), 540)),
            Number = $"T-{Rows.Count + 1:000000}",
            ParentId = parent,
            Name = name,
            Kind = "地域",
            Order = Rows.Count,
        };
        Rows.Add(territory);
        return territory;
    }

    private void Hold(Dice dice, Days days, string name, string responsible, string[] supporting)
    {
        var holders = byName[name].Row.Holders;
        holders.Add(Holder(people[responsible], HolderPart.Responsible, days.First.AddYears(-1)));
        foreach (var handover in People.Handovers(days).Where(handover => handover.Share == 1))
        {
            if (holders[^1].PersonId == people[handover.From].Id)
            {
                holders[^1].Last = handover.On.AddDays(-1);
                holders.Add(Holder(people[handover.To], HolderPart.Responsible, handover.On));
            }
        }

        foreach (var support in supporting)
        {
            var key = support.Split('@')[0];
            var since = support.Contains('@', StringComparison.Ordinal) ? days.MonthsAgo(int.Parse(support.Split('@')[1], CultureInfo.InvariantCulture)) : days.First;
            var holder = Holder(people[key], HolderPart.Supporting, since);
            // Whoever hands everything over, or comes to answer for the territory himself, supports it no longer.
            var ends = People.Handovers(days).Where(handover => handover.Share == 1 && handover.From == key).Select(handover => handover.On)
                .Concat(holders.Where(other => other.PersonId == holder.PersonId).Select(other => other.First)).Order().ToList();
            holder.Last = ends.Where(end => end > holder.First).Select(end => (DateOnly?)end.AddDays(-1)).FirstOrDefault();
            holders.Add(holder);
        }

        TerritoryHolder Holder(DemoPerson person, HolderPart part, DateOnly first)
        {
            first = Days.Later(first, person.Row.HiredOn);
            return new TerritoryHolder
            {
                Id = dice.Id<TerritoryHolderId>(days.At(first, 545)),
                TerritoryId = byName[name].Row.Id,
                PersonId = person.Id,
                Part = part,
                First = first,
            };
        }
    }
}
