using System.Text.Json;
using Yingpan.Kernel;
using Yingpan.Platform.Http;
using Yingpan.Territories.Balance.Rules;
using Yingpan.Territories.Data;
using Yingpan.Territories.Dividing.Rules;
using Yingpan.Territories.Market.Rules;
using Yingpan.Territories.Places;
using Yingpan.Territories.Public;
using Yingpan.Territories.Public.Rules;
using Yingpan.Territories.Sizing;
using Yingpan.Territories.Sizing.Rules;

namespace Yingpan.Demo;

/// <summary>The rules by which customers fall into territories, what was done outside of them, the figures of the market, and two plans.</summary>
internal sealed class TerritoryDesign
{
    public required IReadOnlyList<DivisionVersion> Divisions { get; init; }

    public required IReadOnlyList<GuardPolicy> Policies { get; init; }

    public required IReadOnlyList<Release> Releases { get; init; }

    public required IReadOnlyList<OutsideWork> Outside { get; init; }

    public required IReadOnlyList<MarketFigure> Figures { get; init; }

    public required IReadOnlyList<SizingPlan> Plans { get; init; }

    public required IReadOnlyList<Scenario> Scenarios { get; init; }

    public static TerritoryDesign Of(ulong seed, Days days, People people, Territories territories, IReadOnlyList<DemoCustomer> customers)
    {
        var dice = new Dice(seed, "territory design");
        return new TerritoryDesign
        {
            Divisions = [.. DivisionsOf(dice, days, people, territories)],
            Policies =
            [
                Policy(dice, days, TerritoryAct.Customer, OutsideRule.Flag, days.MonthsAgo(6)),
                // The dealers of the east have quarrelled about customers before.
                Policy(dice, days, TerritoryAct.Customer, OutsideRule.Release, days.MonthsAgo(3), people.UnitOf(people["east-channel-1"], days.Today)),
                Policy(dice, days, TerritoryAct.Order, OutsideRule.Flag, days.MonthsAgo(6)),
                Policy(dice, days, TerritoryAct.Visit, OutsideRule.Flag, days.MonthsAgo(6)),
                Policy(dice, days, TerritoryAct.Opportunity, OutsideRule.Release, days.MonthsAgo(6)),
            ],
            Releases = [.. ReleasesOf(dice, days, people, territories)],
            Outside = [.. OutsideOf(dice, days, people, territories, customers)],
            Figures = [.. FiguresOf(dice, days, territories)],
            Plans =
            [
                new SizingPlan
                {
                    Id = dice.Id<SizingPlanId>(days.At(days.MonthsAgo(1), 600)),
                    Name = "电话销售扩编",
                    Year = days.Today.Year + 1,
                    EditedAt = days.At(days.MonthsAgo(1), 600),
                    Content = JsonSerializer.Serialize(new SizingInput
                    {
                        Classes = [new CallClass("A", 1000, 36), new CallClass("B", 2000, 12)],
                        CallsPerPerson = 1000,
                        Goal = Money.Parse("10000000"),
                        PerPerson = Money.Parse("250000"),
                        A = Money.Parse("1000000"),
                        Cost = Money.Parse("100000"),
                        Outlets = 320,
                        OutletsPerPerson = 24,
                        Market = Money.Parse("100000000"),
                        Share = Rate.Parse("0.125"),
                        Strategy = Rate.Parse("1.1"),
                    }, JsonTypes.Options),
                },
            ],
            Scenarios =
            [
                new Scenario
                {
                    Id = dice.Id<ScenarioId>(days.At(days.MonthsAgo(1), 620)),
                    Name = "苏南并入安徽",
                    EditedAt = days.At(days.MonthsAgo(1), 620),
                    Content = JsonSerializer.Serialize<IReadOnlyList<WhatIf>>([new WhatIf { From = territories.Named("江苏"), To = territories.Named("安徽"), Area = "3205" }], JsonTypes.Options),
                },
            ],
        };
    }

    /// <summary>The rules in force say what has been so all along; the draft would give the south of Jiangsu to Shanghai.</summary>
    private static IEnumerable<DivisionVersion> DivisionsOf(Dice dice, Days days, People people, Territories territories)
    {
        var rules = new List<DivisionRule>();
        foreach (var territory in territories.Leaves)
        {
            var codes = territory.IsAbroad ? [] : territory.Cities.Select(city => ShippedTables.Regions.Read(city)).OfType<string>().ToList();
            rules.Add(new DivisionRule
            {
                Name = territory.Row.Name,
                TerritoryId = territory.Row.Id,
                // One of the two in Shanghai goes before the other.
                Priority = territory.Row.Name == "上海浦西" ? 1 : 2,
                Regions = codes,
                Cities = territory.IsAbroad ? territory.Cities : [],
                Units = territory.Row.Name == "上海浦西" ? [people.UnitOf(people["xuhui-head"], days.Today)] : [],
            });
        }

        var home = territories.Named("全国");
        yield return Version(1, DivisionState.Live, days.MonthsAgo(6), rules, "按省市划分；上海按门店分东西");
        yield return Version(2, DivisionState.Draft, days.Today, [.. rules, new DivisionRule { Name = "苏州划给浦西", TerritoryId = territories.Named("上海浦西"), Priority = 1, Regions = ["3205"] }], "苏州由上海就近负责");

        DivisionVersion Version(int number, DivisionState state, DateOnly first, IReadOnlyList<DivisionRule> content, string remark) => new()
        {
            Id = dice.Id<DivisionId>(days.At(first, 610)),
            Number = number,
            State = state,
            First = first,
            Content = JsonSerializer.Serialize(new Division { DefaultId = home, Rules = content }, JsonTypes.Options),
            Remark = remark,
            EditedById = people["director"].Id,
            EditedAt = days.At(first, 610),
            AppliedAt = state == DivisionState.Live ? days.At(first, 620) : null,
            Moved = state == DivisionState.Live ? 0 : null,
        };
    }

    private static GuardPolicy Policy(Dice dice, Days days, TerritoryAct act, OutsideRule rule, DateOnly first, UnitId? unit = null) =>
        new() { Id = dice.Id<GuardPolicyId>(days.At(first, 560)), Act = act, First = first, UnitId = unit, Rule = rule };

    private static IEnumerable<Release> ReleasesOf(Dice dice, Days days, People people, Territories territories)
    {
        yield return Ask("tianhe-1", "深圳", "老客户在深圳开分店，点名要原来的销售员", ReleaseState.Granted, 40);
        yield return Ask("phone1-1", "天津", "北京客户介绍的天津厂家", ReleaseState.Refused, 25);
        yield return Ask("east-channel-2", "江苏", "展会上谈到的南京经销商", ReleaseState.Asked, 1);

        Release Ask(string who, string where, string reason, ReleaseState state, int daysAgo)
        {
            var (person, day) = (people[who], days.Today.AddDays(-daysAgo));
            var decided = state == ReleaseState.Asked ? (DateOnly?)null : day.AddDays(1);
            return new Release
            {
                Id = dice.Id<ReleaseId>(days.At(day, 650)),
                PersonId = person.Id,
                TerritoryId = territories.Named(where),
                Act = TerritoryAct.Customer,
                Reason = reason,
                State = state,
                AskedAt = days.At(day, 650),
                DecidedById = decided is null ? null : people["director"].Id,
                DecidedAt = decided is { } then ? days.At(then, 560) : null,
                Comment = state == ReleaseState.Refused ? "交给天津的同事跟进" : null,
                First = state == ReleaseState.Granted ? decided : null,
                Last = state == ReleaseState.Granted ? days.Today.AddDays(50) : null,
            };
        }
    }

    private static IEnumerable<OutsideWork> OutsideOf(Dice dice, Days days, People people, Territories territories, IReadOnlyList<DemoCustomer> customers)
    {
        foreach (var who in new[] { "tianhe-2", "phone2-3", "east-channel-1", "futian-1" })
        {
            var person = people[who];
            var his = territories.PatchOf(person, days.Today).Select(territory => territory.Row.Id).ToList();
            var customer = dice.Of(customers.Where(one => one.Row.TerritoryId is { } lies && !his.Contains(lies)).ToList());
            var at = days.At(days.Today.AddDays(-dice.Between(2, 60)), 700);
            yield return new OutsideWork
            {
                Id = dice.Id<OutsideWorkId>(at),
                PersonId = person.Id,
                TerritoryId = customer.Row.TerritoryId!.Value,
                Act = TerritoryAct.Customer,
                RecordId = customer.Row.Id.Value,
                Title = customer.Row.Name,
                At = at,
            };
        }
    }

    /// <summary>Sets by year for the country and its regions; Shenzhen with the target of a plan; and what a report says of brands.</summary>
    private static IEnumerable<MarketFigure> FiguresOf(Dice dice, Days days, Territories territories)
    {
        var year = days.Today.Year;
        foreach (var (name, sets, growth) in new[] { ("全国", 1_950_000L, "0.114"), ("华东", 640_000, "0.12"), ("华南", 520_000, "0.1"), ("华北", 300_000, "0.09"), ("西南", 210_000, "0.13"), ("深圳", 40_000, "0.08"), ("广州", 52_000, "0.07"), ("江苏", 160_000, "0.11"), ("浙江", 150_000, "0.1") })
        {
            var amount = Quantity.Of(sets, Rounding.HalfUp);
            for (var back = 0; back < 4; back++)
            {
                yield return Figure(name, year - back, MarketUnit.Sets, amount, "行业协会年报", back < 3 ? Rate.Parse(growth) : null,
                    name == "深圳" && back == 0 ? Quantity.Parse("5000") : null, name == "深圳" && back == 0 ? Rate.Parse("0.13") : null);
                amount = Quantity.Of(Math.Round(amount.ToDecimal() / (1 + Rate.Parse(growth).ToDecimal())), Rounding.HalfUp);
            }
        }

        yield return Figure("全国", year - 4, MarketUnit.Brands, Quantity.Parse("400"), "行业白皮书", null, null, null);
        yield return Figure("全国", year - 1, MarketUnit.Brands, Quantity.Parse("140"), "行业白皮书", Rate.Parse("-0.32"), null, null);

        MarketFigure Figure(string name, int of, MarketUnit unit, Quantity amount, string source, Rate? growth, Quantity? target, Rate? share) => new()
        {
            Id = dice.Id<MarketFigureId>(days.At(days.MonthsAgo(3), 630)),
            TerritoryId = territories.Named(name),
            Industry = "",
            Line = "",
            Brand = "",
            Year = of,
            Unit = unit,
            Amount = amount,
            Growth = growth,
            Target = target,
            SaidShare = share,
            Source = source,
            IsForecast = of == days.Today.Year,
        };
    }
}
