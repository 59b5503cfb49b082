using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Territories.Balance.Rules;
using Yingpan.Territories.Dividing.Rules;
using Yingpan.Territories.Market.Rules;
using Yingpan.Territories.Places;
using Yingpan.Territories.Public;
using Yingpan.Territories.Public.Rules;
using Yingpan.Territories.Sizing.Rules;
using Yingpan.Territories.Tree.Rules;

namespace Yingpan.Tests.Rules.Books;

public sealed class TerritoryPlacesBook
{
    public static TheoryData<int> Rows => RulePage.Rows("territory-places");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("territory-places")[row];
        (ShippedTables.Regions.Find(example["city"], example["address"]) ?? "").ShouldBe(example["code"]);
    }

    [Fact]
    public void Every_place_is_found_by_its_full_name_and_lies_in_one_that_is_there()
    {
        var book = ShippedTables.Regions;
        book.All.Count.ShouldBe(3354);
        foreach (var region in book.All.Where(region => region.Code.Length == 6))
        {
            book.Has(region.Code[..2]).ShouldBeTrue();
            book.Has(region.Code[..4]).ShouldBeTrue();
            book.Read(book.FullName(region.Code)).ShouldBe(region.Code, book.FullName(region.Code));
        }
    }
}

public sealed class TerritoryDivisionBook
{
    private static readonly Guid Account = Of(100);
    private static readonly string[] Names = ["Key", "Works", "Jiangsu", "Hotels", "Large", "Rest"];
    private static readonly Division Division = new()
    {
        DefaultId = new TerritoryId(Of(6)),
        Rules =
        [
            Rule(1, 1) with { Customers = [Account] },
            Rule(2, 2) with { Regions = ["3205"], Industries = ["C"] },
            Rule(3, 3) with { Regions = ["32"] },
            Rule(4, 3) with { Industries = ["酒店"] },
            Rule(5, 4) with { From = Money.Parse("100000"), Below = Money.Parse("500000") },
        ],
    };

    public static TheoryData<int> Rows => RulePage.Rows("territory-division");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("territory-division")[row];
        var who = new Placeable(example["customer"] == "k" ? Account : Of(200 + row), "Active", Null(example["region"]), Null(example["industry"]), [], Money.Parse(example["sales"]), null);
        var placed = new Dividing(Division, ShippedTables.Industries).Place(who);
        NameOf(placed.TerritoryId).ShouldBe(example["territory"]);
        string.Join(" ", placed.Rivals.Select(rival => NameOf(Division.Rules[rival].TerritoryId))).ShouldBe(example["rival"]);
    }

    [Fact]
    public void Every_customer_lies_in_exactly_one_territory_and_what_moves_is_told_once() =>
        Prop.ForAll(Houses().ToArbitrary(), house =>
        {
            var dividing = new Dividing(house.Division, ShippedTables.Industries);
            var told = dividing.All(house.Members);
            var after = told.Moves.ToDictionary(move => move.Who.Id, move => move.Where.TerritoryId);
            var again = dividing.All([.. house.Members.Select(member => member with { TerritoryId = after.TryGetValue(member.Id, out var to) ? to : member.TerritoryId })]);
            return told.Rules.Sum(rule => rule.Customers) + told.ByDefault == house.Members.Count
                && told.Flows.Sum(flow => flow.Customers) == told.Moves.Count
                && told.Flows.Sum(flow => flow.Amount.Minor) == told.Moves.Sum(move => move.Who.Sales.Minor)
                // Applied twice, nothing moves the second time.
                && again.Moves.Count == 0;
        }).Prove();

    [Fact]
    public void The_order_of_rules_of_different_priority_does_not_matter() =>
        Prop.ForAll(Houses().ToArbitrary(), house =>
        {
            var distinct = house.Division with { Rules = [.. house.Division.Rules.DistinctBy(rule => rule.Priority)] };
            var turned = distinct with { Rules = [.. distinct.Rules.Reverse()] };
            return house.Members.All(member => new Dividing(distinct, ShippedTables.Industries).Place(member).TerritoryId == new Dividing(turned, ShippedTables.Industries).Place(member).TerritoryId);
        }).Prove();

    [Fact]
    public void Clashes_and_dead_rules_are_named()
    {
        var members = new[] { new Placeable(Of(1), "Active", "3205", "酒店", [], Money.Zero, null), new Placeable(Of(2), "Active", "3301", "酒店", [], Money.Zero, null) };
        var told = new Dividing(Division, ShippedTables.Industries).All(members);
        told.Clashes.ShouldBe([new Clash(2, 3, 1)]);
        told.Rules.Where(rule => rule.Customers == 0).Select(rule => rule.Rule).ShouldBe([0, 1, 4]);
        told.Rules[3].ShouldBe(new Taken(3, 1, 1));
    }

    [Fact]
    public void A_channel_is_the_unit_that_looks_after_the_customer_or_one_above_it()
    {
        var (team, region) = (new UnitId(Of(1)), new UnitId(Of(2)));
        var dividing = new Dividing(new Division { DefaultId = new TerritoryId(Of(6)), Rules = [Rule(1, 1) with { Units = [region] }] }, ShippedTables.Industries);
        dividing.Place(new Placeable(Of(3), "Active", null, null, [team, region], Money.Zero, null)).Rule.ShouldBe(0);
        dividing.Place(new Placeable(Of(3), "Active", null, null, [team], Money.Zero, null)).Rule.ShouldBeNull();
    }

    private static Gen<(Division Division, IReadOnlyList<Placeable> Members)> Houses()
    {
        var regions = new[] { "11", "3205", "320509", "32", "3301", "44" };
        var industries = new[] { "制造业", "酒店", "C", "教育", null };
        var rule =
            from territory in Gen.Choose(1, 6)
            from priority in Gen.Choose(1, 4)
            from region in Gen.Elements(regions)
            from asks in Gen.Choose(0, 2)
            select Rule(territory, priority) with { Regions = asks == 1 ? [] : [region], Industries = asks == 0 ? [] : ["C"] };
        var member =
            from id in Gen.Choose(1000, 9_000_000)
            from region in Gen.Elements(regions.Append(null).ToArray())
            from industry in Gen.Elements(industries)
            from sales in Gen.Choose(0, 100_000_000)
            from lies in Gen.Choose(0, 6)
            select new Placeable(Of(id), "Active", region, industry, [], new Money(sales), lies == 0 ? null : new TerritoryId(Of(lies)));
        return from rules in Gen.ListOf(rule)
               from members in Gen.ListOf(member)
               select (new Division { DefaultId = new TerritoryId(Of(6)), Rules = [.. rules] }, (IReadOnlyList<Placeable>)[.. members.DistinctBy(one => one.Id)]);
    }

    private static DivisionRule Rule(int territory, int priority) => new() { Name = Names[territory - 1], TerritoryId = new TerritoryId(Of(territory)), Priority = priority };

    private static string NameOf(TerritoryId id) => Names[int.Parse(id.Value.ToString("N")[^8..], CultureInfo.InvariantCulture) - 1];

    private static string? Null(string text) => text.Length == 0 ? null : text;

    internal static Guid Of(int number) => Guid.Parse($"00000000-0000-0000-0000-{number:000000000000}");
}

public sealed class TerritoryGuardBook
{
    private static readonly Dictionary<string, UnitId> Units = new() { ["team"] = new(TerritoryDivisionBook.Of(1)), ["region"] = new(TerritoryDivisionBook.Of(2)), ["other"] = new(TerritoryDivisionBook.Of(3)) };
    private static readonly PositionId Rep = new(TerritoryDivisionBook.Of(9));

    public static TheoryData<int> Rows => RulePage.Rows("territory-guard");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("territory-guard")[row];
        var rows = example["rows"].Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(text => text.Split(' ')).Select(parts => new GuardRow(
            TerritoryAct.Order, DateOnly.Parse(parts[2], CultureInfo.InvariantCulture),
            parts[0].Split('+').Where(Units.ContainsKey).Select(word => (UnitId?)Units[word]).FirstOrDefault(),
            parts[0].Split('+').Contains("rep") ? Rep : null, Enum.Parse<OutsideRule>(parts[1]))).ToList();
        var day = DateOnly.Parse(example["day"], CultureInfo.InvariantCulture);
        Guarding.RuleFor(rows, TerritoryAct.Order, day, [Units["team"], Units["region"]], Rep).ToString().ShouldBe(example["rule"]);
        Guarding.RuleFor(rows, TerritoryAct.Visit, day, [Units["team"], Units["region"]], Rep).ShouldBe(OutsideRule.Allow);
    }

    [Fact]
    public void A_release_holds_for_its_person_territory_act_and_days()
    {
        var (who, where, below) = (new PersonId(TerritoryDivisionBook.Of(1)), new TerritoryId(TerritoryDivisionBook.Of(2)), new TerritoryId(TerritoryDivisionBook.Of(3)));
        GrantedRelease[] releases = [new(who, where, TerritoryAct.Order, new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 30))];
        bool Holds(PersonId person, TerritoryId[] path, TerritoryAct act, int day, int month = 6) => Guarding.IsReleased(releases, person, path, act, new DateOnly(2026, month, day));
        Holds(who, [below, where], TerritoryAct.Order, 1).ShouldBeTrue();
        Holds(who, [where], TerritoryAct.Order, 30).ShouldBeTrue();
        Holds(who, [where], TerritoryAct.Order, 1, 7).ShouldBeFalse();
        Holds(who, [where], TerritoryAct.Customer, 1).ShouldBeFalse();
        Holds(who, [below], TerritoryAct.Order, 1).ShouldBeFalse();
        Holds(new PersonId(TerritoryDivisionBook.Of(8)), [where], TerritoryAct.Order, 1).ShouldBeFalse();
    }
}

public sealed class MarketFiguresBook
{
    public static TheoryData<int> Rows => RulePage.Rows("market-figures");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("market-figures")[row];
        (example["what"] switch
        {
            "share" => MarketFigures.Share(Quantity.Parse(example["from"]), Quantity.Parse(example["to"]))?.ToString(),
            "year before" => MarketFigures.YearBefore(decimal.Parse(example["from"], CultureInfo.InvariantCulture), Rate.Parse(example["to"]))?.ToString(CultureInfo.InvariantCulture),
            _ => MarketFigures.YearlyChange(Quantity.Parse(example["from"]), Quantity.Parse(example["to"]), int.Parse(example["years"], CultureInfo.InvariantCulture))?.ToString(),
        } ?? "").ShouldBe(example["exact"]);
    }

    [Fact]
    public void O_Q11_market_share() => MarketFigures.Share(Quantity.Parse("50000"), Quantity.Parse("400000")).ShouldBe(Rate.Parse("0.125"));

    [Fact]
    public void O_Q12_last_year_from_growth() => MarketFigures.YearBefore(1950, Rate.Parse("0.114")).ShouldBe(1750.4488m);

    [Fact]
    public void What_the_sources_say_is_held_against_their_own_figures()
    {
        var shenzhen = new TerritoryId(TerritoryDivisionBook.Of(1));
        var (china, world) = (new TerritoryId(TerritoryDivisionBook.Of(2)), new Dictionary<TerritoryId, TerritoryId?>());
        (world[shenzhen], world[china]) = (china, null);
        MarketFact[] facts =
        [
            Fact(1, shenzhen, 2005, MarketUnit.Sets, "400000") with { Target = Quantity.Parse("50000"), SaidShare = Rate.Parse("0.13") },
            Fact(2, china, 2000, MarketUnit.Brands, "400"),
            Fact(3, china, 2003, MarketUnit.Brands, "140") with { Growth = Rate.Parse("-0.32") },
            Fact(4, china, 2004, MarketUnit.Brands, "50") with { Growth = Rate.Parse("-0.6") },
            Fact(5, china, 2003, MarketUnit.Sets, "17504500"),
            Fact(6, china, 2004, MarketUnit.Sets, "19500000") with { Growth = Rate.Parse("0.114") },
        ];
        MarketChecks.Find(facts, world).Select(fault => (fault.Figure, fault.Kind, fault.Said, fault.Exact)).ShouldBe(
        [
            (TerritoryDivisionBook.Of(3), MarketFaultKind.Growth, Rate.Parse("-0.32"), Rate.Parse("-0.29527")),
            (TerritoryDivisionBook.Of(4), MarketFaultKind.Growth, Rate.Parse("-0.6"), Rate.Parse("-0.642857")),
            (TerritoryDivisionBook.Of(1), MarketFaultKind.Share, Rate.Parse("0.13"), Rate.Parse("0.125")),
        ]);
    }

    [Fact]
    public void Parts_brands_and_targets_are_no_more_than_the_whole()
    {
        var (whole, east, west) = (new TerritoryId(TerritoryDivisionBook.Of(1)), new TerritoryId(TerritoryDivisionBook.Of(2)), new TerritoryId(TerritoryDivisionBook.Of(3)));
        var parents = new Dictionary<TerritoryId, TerritoryId?> { [whole] = null, [east] = whole, [west] = whole };
        MarketFact[] facts =
        [
            Fact(1, whole, 2025, MarketUnit.Yuan, "100"), Fact(2, east, 2025, MarketUnit.Yuan, "60") with { Target = Quantity.Parse("90") }, Fact(3, west, 2025, MarketUnit.Yuan, "50"),
            Fact(4, west, 2025, MarketUnit.Yuan, "30") with { Brand = "甲" }, Fact(5, west, 2025, MarketUnit.Yuan, "25") with { Brand = "乙", SaidShare = Rate.Parse("0.4") },
        ];
        MarketChecks.Find(facts, parents).Select(fault => (fault.Figure, fault.Kind, fault.Exact)).ShouldBe(
        [
            (TerritoryDivisionBook.Of(2), MarketFaultKind.Target, Rate.Parse("1.5")), (TerritoryDivisionBook.Of(5), MarketFaultKind.Share, Rate.Parse("0.5")),
            (TerritoryDivisionBook.Of(1), MarketFaultKind.Parts, Rate.Parse("1.1")), (TerritoryDivisionBook.Of(3), MarketFaultKind.Shares, Rate.Parse("1.1")),
        ]);
    }

    [Fact]
    public void Parts_are_held_against_the_figure_of_the_whole_house_too()
    {
        var (north, south, town) = (new TerritoryId(TerritoryDivisionBook.Of(1)), new TerritoryId(TerritoryDivisionBook.Of(2)), new TerritoryId(TerritoryDivisionBook.Of(3)));
        var parents = new Dictionary<TerritoryId, TerritoryId?> { [north] = null, [south] = null, [town] = south };
        var house = Fact(1, north, 2025, MarketUnit.Yuan, "100") with { TerritoryId = null };
        MarketFact Of(int id, TerritoryId place, string amount) => Fact(id, place, 2025, MarketUnit.Yuan, amount);
        IEnumerable<(Guid, Rate)> Found(params MarketFact[] parts) => MarketChecks.Find([house, .. parts], parents).Where(fault => fault.Kind == MarketFaultKind.Parts).Select(fault => (fault.Figure, fault.Exact));
        Found(Of(2, north, "60"), Of(3, south, "40"), Of(4, town, "40")).ShouldBeEmpty();
        Found(Of(2, north, "60")).ShouldBeEmpty("of the south nobody has said anything");
        Found(Of(2, north, "60"), Of(3, south, "52.5")).ShouldBe([(house.Id, Rate.Parse("1.125"))]);
        Found(Of(2, north, "60"), Of(3, south, "27.5")).ShouldBe([(house.Id, Rate.Parse("0.875"))], "each part has a figure");
        Found(Of(2, north, "60"), Of(3, south, "40"), Of(4, town, "39")).ShouldBe([(TerritoryDivisionBook.Of(3), Rate.Parse("0.975"))]);
        Found(Of(2, north, "101")).ShouldBe([(house.Id, Rate.Parse("1.01"))]);
    }

    private static MarketFact Fact(int id, TerritoryId territory, int year, MarketUnit unit, string amount) =>
        new(TerritoryDivisionBook.Of(id), territory, "", "", "", year, unit, Quantity.Parse(amount), null, null, null);
}

public sealed class HeadcountBook
{
    public static TheoryData<int> Rows => RulePage.Rows("headcount");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("headcount")[row];
        var given = example["given"].Split([' ', '/'], StringSplitOptions.RemoveEmptyEntries);
        var (people, result) = example["way"] switch
        {
            "workload" => Pair(Headcount.ByWorkload(given[..^1].Select(one => one.Split('×')).Select(one => new CallClass("", Int(one[0]), Int(one[1]))), Int(given[^1]))),
            "breakdown" => Pair(Headcount.ByBreakdown(Money.Parse(given[0]), Money.Parse(given[1]))),
            "outlets" => Pair(Headcount.ByOutlets(Int(given[0]), Int(given[1]))),
            "share" => Pair(Headcount.ByShare(Money.Parse(given[0]), Rate.Parse(given[1]), Money.Parse(given[2]), Rate.Parse(given[3]))),
            _ => Headcount.ByMarginalReturn(Int(given[0]), Int(given[1])) is { } best ? (best.People, best.Profit) : default,
        };
        (people.ToString(CultureInfo.InvariantCulture), result.ToString("0.##", CultureInfo.InvariantCulture)).ShouldBe((example["people"], example["result"]));
    }

    [Fact]
    public void O_Q4_workload() => Headcount.ByWorkload([new CallClass("A", 1000, 36), new CallClass("B", 2000, 12)], 1000).ShouldBe(new Needed(60_000, 60, 60));

    [Fact]
    public void O_Q6_breakdown() => Headcount.ByBreakdown(Money.Parse("10000000"), Money.Parse("250000"))!.People.ShouldBe(40);

    [Fact]
    public void O_Q7_marginal_return()
    {
        var best = Headcount.ByMarginalReturn(1_000_000, 100_000)!;
        (best.Exact, best.People, best.Profit).ShouldBe((25m, 25, 2_500_000m));
        best.Points.MaxBy(point => point.Profit)!.People.ShouldBe(25);
        best.Points.Skip(1).Select(point => point.Marginal).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void The_curve_of_the_past_is_found_again_and_too_little_of_it_tells_nothing()
    {
        SalesPoint Point(int people, string sales) => new("", people, Money.Parse(sales));
        Headcount.Fit([Point(4, "2000"), Point(9, "3000"), Point(16, "4000")]).ShouldBe(new Curve(1000, 1));
        Headcount.Fit([Point(4, "2000"), Point(9, "3000")]).ShouldBeNull();
        Headcount.Fit([Point(4, "2000"), Point(4, "2100"), Point(4, "1900")]).ShouldBeNull();
    }

    [Fact]
    public void No_other_number_of_people_brings_more() =>
        Prop.ForAll((from a in Gen.Choose(0, 5_000_000) from cost in Gen.Choose(10_000, 1_000_000) select (a, cost)).ToArbitrary(), sample =>
            Headcount.ByMarginalReturn(sample.a, sample.cost) is not { } best || best.Points.All(point => point.Profit <= best.Profit)).Prove();

    private static (int, decimal) Pair(Needed? needed) => (needed!.People, needed.Work);

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

public sealed class TerritoryBalanceBook
{
    public static TheoryData<int> Rows => RulePage.Rows("territory-balance");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("territory-balance")[row];
        var given = example["territories"].Split(')', StringSplitOptions.RemoveEmptyEntries).Select(text => text.Trim().Split('(')).ToList();
        var members = given.SelectMany((one, i) => one[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((minutes, j) =>
            new Workable(TerritoryDivisionBook.Of((100 * i) + j), Territory(i), null, int.Parse(minutes, CultureInfo.InvariantCulture), Money.Zero))).ToList();
        var loads = Balancing.Loads(members, [.. given.Select((_, i) => Territory(i))]);
        string.Join(" ", given.Select((one, i) => $"{one[0]} {loads.First(load => load.TerritoryId == Territory(i)).LoadIndex}")).ShouldBe(example["indexes"]);
        Balancing.Spread(loads).ToString().ShouldBe(example["spread"]);
    }

    [Fact]
    public void A_what_if_never_changes_the_sum_and_a_proposal_never_makes_it_worse() =>
        Prop.ForAll(Members().ToArbitrary(), members =>
        {
            TerritoryId[] all = [Territory(0), Territory(1), Territory(2), Territory(3)];
            var before = Balancing.Loads(members, all);
            var moves = Balancing.Suggest(members, all, 10);
            var after = Balancing.Loads(Balancing.After(members, moves), all);
            return before.Sum(load => load.Minutes) == after.Sum(load => load.Minutes) && before.Sum(load => load.Customers) == after.Sum(load => load.Customers)
                && before.Sum(load => load.Potential.Minor) == after.Sum(load => load.Potential.Minor) && after.Sum(load => load.Minutes * load.Minutes) <= before.Sum(load => load.Minutes * load.Minutes);
        }).Prove();

    [Fact]
    public void A_city_goes_to_the_emptier_neighbour_and_a_customer_goes_once()
    {
        Workable[] members = [new(TerritoryDivisionBook.Of(1), Territory(0), "3205", 100, Money.Zero), new(TerritoryDivisionBook.Of(2), Territory(0), "3201", 100, Money.Zero), new(TerritoryDivisionBook.Of(3), Territory(1), "3202", 10, Money.Zero),
            new(TerritoryDivisionBook.Of(4), Territory(2), "4401", 1, Money.Zero)];
        var moves = Balancing.Suggest(members, [Territory(0), Territory(1), Territory(2)], 5);
        moves.Select(move => (move.From, move.To, move.Area)).ShouldBe([(Territory(0), Territory(1), "3201")]);
        WhatIf[] round = [new() { From = Territory(0), To = Territory(1), Area = "32" }, new() { From = Territory(1), To = Territory(2), Area = "32" }];
        Balancing.After(members, round).Select(member => member.TerritoryId).ShouldBe([Territory(1), Territory(1), Territory(2), Territory(2)]);
    }

    private static Gen<IReadOnlyList<Workable>> Members() =>
        from members in Gen.ListOf(
            from id in Gen.Choose(1000, 9_000_000)
            from territory in Gen.Choose(0, 3)
            from area in Gen.Elements("3201", "3205", "3301", "4401", null)
            from minutes in Gen.Choose(0, 5000)
            select new Workable(TerritoryDivisionBook.Of(id), Territory(territory), area, minutes, new Money(minutes)))
        select (IReadOnlyList<Workable>)[.. members.DistinctBy(member => member.Id)];

    private static TerritoryId Territory(int i) => new(TerritoryDivisionBook.Of(i + 1));
}

public sealed class SpanBook
{
    [Fact]
    public void Managers_with_few_people_are_named_and_the_ratio_is_told()
    {
        PersonId Of(int number) => new(TerritoryDivisionBook.Of(number));
        // 1 leads 2 and 3; 2 leads four, 3 leads eight.
        var superiors = new Dictionary<PersonId, PersonId?> { [Of(1)] = null, [Of(2)] = Of(1), [Of(3)] = Of(1) };
        for (var i = 0; i < 12; i++)
        {
            superiors[Of(10 + i)] = Of(i < 4 ? 2 : 3);
        }

        Span.Of(superiors, 5, 7).ShouldBe([new ManagerSpan(Of(1), 2, SpanFinding.Few), new ManagerSpan(Of(2), 4, SpanFinding.Few), new ManagerSpan(Of(3), 8, SpanFinding.Many)]);
        Span.Ratio(2026, superiors).ShouldBe(new SpanYear(2026, 3, 12, 4m));
        Span.Ratio(2026, new Dictionary<PersonId, PersonId?> { [Of(1)] = null }).RepsPerManager.ShouldBeNull();
    }

    [Fact]
    public void A_territory_that_changes_hands_too_often_or_never_is_named()
    {
        var today = new DateOnly(2026, 7, 15);
        DateOnly[] Days(params string[] days) => [.. days.Select(day => DateOnly.Parse(day, CultureInfo.InvariantCulture))];
        Changing.Of(Days("2020-01-01"), today, 2, 36).ShouldBe((0, ChangeFinding.Never));
        Changing.Of(Days("2024-01-01"), today, 2, 36).ShouldBe((0, ChangeFinding.Fits));
        Changing.Of(Days("2024-01-01", "2025-10-01", "2026-01-01", "2026-05-01"), today, 2, 36).ShouldBe((3, ChangeFinding.TooOften));
        Changing.Of(Days("2025-10-01", "2026-01-01", "2026-05-01", "2026-12-01"), today, 2, 36).ShouldBe((2, ChangeFinding.Fits));
        Changing.Of([], today, 2, 36).ShouldBe((0, ChangeFinding.Fits));
    }
}

public sealed class MarketFiguresTests
{
    /// <summary>Figures as far apart as two can be: no share, no growth, and no failure.</summary>
    [Fact]
    public void What_no_rate_can_say_is_not_said()
    {
        var (most, least) = (new Quantity(long.MaxValue), new Quantity(1));
        MarketFigures.YearlyChange(least, most, 1).ShouldBeNull();
        MarketFigures.YearlyChange(least, most, 2).ShouldNotBeNull();
        MarketFigures.Share(most, least).ShouldBeNull();
        MarketFigures.YearlyChange(Quantity.Parse("100"), Quantity.Parse("110"), 1).ShouldBe(Rate.Parse("0.1"));
    }
}

public sealed class UncoveredTests
{
    [Fact]
    public void What_is_uncovered_and_the_times_are_the_whole_and_share_no_day() =>
        Prop.ForAll((from last in Gen.Choose(0, 40)
                     from isOpen in Gen.Elements(true, false)
                     from count in Gen.Choose(0, 4)
                     from starts in Gen.Choose(-5, 40).ArrayOf(count)
                     from days in Gen.Choose(0, 12).ArrayOf(count)
                     from endless in Gen.Choose(0, 5)
                     select (Last: isOpen ? (int?)null : last, Times: starts.Zip(days, (start, length) => (First: start, Last: endless == 0 ? (int?)null : start + length)).ToArray())).ToArbitrary(), one =>
        {
            var first = new DateOnly(2026, 7, 15);
            DateOnly? Day(int? day) => day is { } number ? first.AddDays(number) : null;
            var gaps = Uncovered.Of(first, Day(one.Last), [.. one.Times.Select(time => (first.AddDays(time.First), Day(time.Last)))]);
            return Enumerable.Range(-6, 70).All(number =>
            {
                var day = first.AddDays(number);
                var isAsked = number >= 0 && (one.Last is null || number <= one.Last);
                var isTaken = one.Times.Any(time => number >= time.First && (time.Last is null || number <= time.Last));
                return gaps.Count(gap => day >= gap.First && (gap.Last is null || day <= gap.Last)) == (isAsked && !isTaken ? 1 : 0);
            });
        }).Prove();
}
