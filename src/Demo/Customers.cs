using Yingpan.Customers.Data;
using Yingpan.Customers.Identity;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;

namespace Yingpan.Demo;

internal sealed class DemoCustomer
{
    public required Customer Row { get; init; }

    public required Trade Trade { get; init; }

    public required DateOnly CreatedOn { get; init; }

    /// <summary>How often and how much he buys beside others: a few are fifty times the least. 0 never buys.</summary>
    public required double Pull { get; init; }

    /// <summary>First and last day on which he buys; the last is null for those who still do.</summary>
    public required DateOnly BuysFrom { get; init; }

    public DateOnly? BuysUntil { get; init; }

    /// <summary>Whose customer he was from which day on.</summary>
    public required List<(DateOnly From, DemoPerson Person)> Owners { get; init; }

    public DemoPerson OwnerOn(DateOnly day) => Owners.FindLast(owner => owner.From <= day).Person ?? Owners[0].Person;

    public bool BuysOn(DateOnly day) => Pull > 0 && BuysFrom <= day && (BuysUntil is not { } until || until >= day);
}

/// <summary>The customers, in the order in which they came.</summary>
internal static class Customers
{
    private sealed record Kind(Trade Trade, int Count, string[] Industries, string[] Names);

    /// <summary>How many there are of each, what they do, and what their names say they do.</summary>
    private static readonly Kind[] Kinds =
    [
        new(Trade.Phone, 1750, ["制造业", "商贸", "软件与信息", "教育", "医药", "物流", "建材", "餐饮连锁"], ["科技", "商贸", "教育咨询", "医药", "物流", "建材", "餐饮管理", "精密机械"]),
        new(Trade.Channel, 450, ["家电经销", "机电工程", "连锁系统", "酒店", "房地产"], ["电器", "机电工程", "家电连锁", "酒店管理", "暖通设备"]),
        new(Trade.Store, 550, ["餐饮", "物业", "诊所", "办公", "民宿"], ["餐饮", "物业服务", "口腔门诊", "办公服务", "民宿管理"]),
        new(Trade.Export, 250, ["进口商", "连锁零售", "工程承包"], ["Trading", "Imports", "Climate", "Home Retail", "Contracting"]),
    ];

    private static readonly string[] Remarks = ["老客户介绍", "展会认识", "网上询价", "电话名录", "同行推荐"];

    public static IReadOnlyList<DemoCustomer> Of(ulong seed, Days days, People people, Territories territories)
    {
        var dice = new Dice(seed, "customers");
        var names = new HashSet<string>();
        var all = new List<DemoCustomer>();
        var arrivals = Kinds.SelectMany(kind => Enumerable.Range(0, kind.Count).Select(_ => (Kind: kind, On: Arrival(dice, days)))).ToList();
        foreach (var (kind, on) in arrivals.OrderBy(arrival => arrival.On))
        {
            all.Add(Arrive(kind, on, all.Count + 1));
        }

        HandOver(seed, days, people, all);
        Register(seed, all);
        return all;

        DemoCustomer Arrive(Kind kind, DateOnly on, int number)
        {
            // Those who came before the two years are with whoever sold at their beginning.
            var seen = Days.Later(on, days.First);
            var owner = dice.Of(people.All.Where(person => person.Sells(seen)?.Trade == kind.Trade).ToList());
            var territory = dice.Of(territories.PatchOf(owner, seen));
            var city = dice.Of(territory.Cities);
            string Name() => territory.IsAbroad ? Words.ForeignCompany(dice, city, kind.Names) : Words.Company(dice, city, kind.Names);
            var name = Name();
            while (!names.Add(name))
            {
                name = Name();
            }

            var at = days.At(on, dice.Between(540, 1050));
            var from = on.AddDays(dice.Between(0, 60));
            return new DemoCustomer
            {
                Row = new Customer
                {
                    Id = dice.Id<CustomerId>(at),
                    Number = $"C-{number:000000}",
                    Name = name,
                    OwnerId = owner.Id,
                    TerritoryId = territory.Row.Id,
                    State = CustomerState.Prospect,
                    Industry = dice.Of(kind.Industries),
                    City = city,
                    ContactName = territory.IsAbroad ? Words.Foreigner(dice) : Words.Person(dice),
                    // No exchange begins with 0000, so nobody answers.
                    Phone = territory.IsAbroad ? $"+00 0000 {dice.Digits(6)}" : $"0000-0000{dice.Digits(4)}",
                    Remark = dice.Chance(0.2) ? dice.Of(Remarks) : null,
                    CreatedAt = at,
                },
                Trade = kind.Trade,
                CreatedOn = on,
                Pull = dice.Chance(0.58) ? 1 / (0.02 + dice.Between(0.0, 1.0)) : 0,
                BuysFrom = from,
                BuysUntil = dice.Chance(0.25) ? Days.Later(from, days.First).AddDays(dice.Between(60, 700)) : null,
                Owners = [(on, owner)],
            };
        }
    }

    /// <summary>More than half were there before; the others came month by month.</summary>
    private static DateOnly Arrival(Dice dice, Days days) => dice.Chance(0.55)
        ? days.First.AddDays(-dice.Between(1, 1000))
        : days.First.AddDays(dice.Between(0, days.Today.DayNumber - days.First.DayNumber));

    private static void HandOver(ulong seed, Days days, People people, List<DemoCustomer> all)
    {
        var dice = new Dice(seed, "handovers");
        foreach (var (on, from, to, share) in People.Handovers(days))
        {
            foreach (var customer in all.Where(customer => customer.CreatedOn < on && customer.Owners[^1].Person.Key == from))
            {
                if (share == 1 || dice.Chance(share))
                {
                    customer.Owners.Add((on, people[to]));
                    customer.Row.BelongTo(people[to].Id, on, null, null);
                }
            }
        }
    }

    /// <summary>Seven of ten here at home have told their code. No place of the country has the number 000000, so no company has one of these.</summary>
    private static void Register(ulong seed, List<DemoCustomer> all)
    {
        var dice = new Dice(seed, "credit codes");
        foreach (var customer in all.Where(customer => customer.Trade != Trade.Export && dice.Chance(0.7)))
        {
            var first = $"91000000{dice.Digits(9)}";
            customer.Row.CreditCode = first + CreditCode.CheckDigit(first);
            customer.Row.Website = dice.Chance(0.3) ? $"https://www.{Pinyin.Of(CompanyName.Of(customer.Row.Name, IdentityRules.Words).Root).Whole}{dice.Digits(2)}.example" : null;
        }
    }

    private static readonly IdentityRules IdentityRules = new(IdentityPolicy.Usual, ShippedTables.NameWords, 0);

    /// <summary>By what they are told and found.</summary>
    public static IEnumerable<object> Identities(IReadOnlyList<DemoCustomer> customers)
    {
        var names = new HashSet<string>();
        foreach (var customer in customers)
        {
            var (identity, keys) = KeepIdentity.Of(customer.Row, IdentityRules);
            identity.UniqueName = identity.UniqueName is { } name && names.Add(name) ? name : null;
            yield return identity;
            foreach (var key in keys)
            {
                yield return new CustomerKey { CustomerId = customer.Row.Id, Value = key };
            }
        }
    }
}
