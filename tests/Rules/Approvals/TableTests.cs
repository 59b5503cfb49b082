using FsCheck;
using FsCheck.Fluent;
using Yingpan.Approvals.Routing.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Organization.Public.Rules;

namespace Yingpan.Tests.Rules.Approvals;

public sealed class TableTests
{
    private static readonly KnownFacts Amounts = new() { Amount = true };

    internal static Known Known(House? house = null) => new()
    {
        Facts = Amounts,
        House = house ?? Sample.House(),
        Matters = new HashSet<Yingpan.Approvals.Public.ApprovalMatterId>(),
        Positions = Sample.Names.Select(Sample.Position).ToHashSet(),
        UnitKinds = ["Company", "Department", "Region", "Team", "Store"],
    };

    private static string[] Faults(params RouteRow[] rows) => [.. Checking.Faults(Sample.Table(rows), Known()).Select(fault => $"{fault.Field}: {fault.Code}")];

    [Fact]
    public void A_sound_table_has_no_faults() => Faults(Sample.Row("^1 24h → @finance any → lead+manager all", "0", "100"), Sample.Row("^^Region → ^^limit")).ShouldBeEmpty();

    [Fact]
    public void Each_fault_is_told_with_its_place()
    {
        Faults().ShouldBe(["rows: approvals.table-rows"]);
        Faults(Sample.Row("^1") with { Route = [] }).ShouldBe(["rows[0].route: approvals.route-empty"]);
        Faults(Sample.Row("^1"), Sample.Row("^1", "100", "100")).ShouldBe(["rows[1].amountTo: approvals.range-empty"]);
        Faults(Sample.Row("^0")).ShouldBe(["rows[0].route[0].levels: field.range"]);
        Faults(Sample.Row("^1 → @nobody")).ShouldBe(["rows[0].route[1].role: approvals.unknown-role"]);
        Faults(Sample.Row("@empty skip")).ShouldBe(["rows[0].route[0].role: approvals.no-approver"]);
        Faults(Sample.Row("^^Planet")).ShouldBe(["rows[0].route[0].unitKind: field.not-one-of"]);
        Faults(Sample.Row("lead → lead")).ShouldBe(["rows[0].route[1].people[0]: approvals.named-twice"]);
        Faults(Sample.Row("^1") with { Grades = ["A"] }).ShouldBe(["rows[0].grades: approvals.unknown-field"]);
        Faults(Sample.Row("^1") with { DiscountFrom = Rate.Zero }).ShouldBe(["rows[0].discountFrom: approvals.unknown-field"]);
        Faults(Sample.Row("^1") with { UnitId = new UnitId(Guid.Empty) }).ShouldBe(["rows[0].unitId: record.not-found"]);
        Faults(Sample.Row("^1") with { Route = [new RouteNode { Name = "x", Finder = Finder.People, Substitute = Substitute.Person }] })
            .ShouldBe(["rows[0].route[0].people: approvals.no-approver", "rows[0].route[0].substituteId: field.required"]);
    }

    [Fact]
    public void Days_are_asked_for_like_amounts_from_the_first_included_to_the_second_not()
    {
        var rows = new[] { Sample.Row("^1") with { DaysTo = Quantity.Parse("1.5") }, Sample.Row("^2") with { DaysFrom = Quantity.Parse("2"), DaysTo = Quantity.Parse("3") } };
        Faults(rows).ShouldBe(["rows[0].daysFrom: approvals.unknown-field", "rows[1].daysFrom: approvals.unknown-field"]);
        var known = Known(Sample.House()) with { Facts = new KnownFacts { Days = true } };
        Checking.Faults(Sample.Table(rows), known).ShouldBeEmpty();
        Checking.Faults(Sample.Table(rows[1] with { DaysTo = Quantity.Parse("2") }), known).Select(fault => fault.ToString()).ShouldBe(["rows[0].daysTo: approvals.range-empty"]);
        var (table, house) = (Sample.Table(rows), Sample.House());
        foreach (var (days, row) in new[] { ("0.5", (int?)0), ("1.5", null), ("2", 1), ("2.5", 1), ("3", null) })
        {
            Matching.RowOf(table, Sample.Facts("rep", house: house) with { Days = Quantity.Parse(days) }, house.Chart).ShouldBe(row, days);
        }

        Matching.Of(rows[0], Sample.Facts("rep", house: house), house.Chart).ShouldBe(Mismatch.Days);
        Coverage.Of(table, known.Facts, house.Chart).Gaps.Select(gap => (gap.NoDays, $"{gap.DaysFrom}", $"{gap.DaysTo}")).ShouldBe([(true, "", ""), (false, "1.5", "2"), (false, "3", "")]);
    }

    [Fact]
    public void People_who_have_left_and_superiors_in_a_circle_are_named()
    {
        Checking.Faults(Sample.Table(Sample.Row("lead")), Known(Sample.House(["lead"]))).Select(fault => fault.ToString()).ShouldBe(["rows[0].route[0].people[0]: approvals.has-left"]);
        var (a, b) = (Sample.Person("lead"), Sample.Person("manager"));
        var circle = Sample.House() with { Chart = new Chart([], [new ChartPerson(a, "lead", null, null, b), new ChartPerson(b, "manager", null, null, a)]) };
        circle.Chart.SuperiorsOf(a).ShouldBe([b]);
        Checking.Faults(Sample.Table(Sample.Row("^1")), Known(circle)).Select(fault => fault.ToString())
            .ShouldBe(["rows[0].route[0].finder: approvals.superior-circle (names=lead → manager → lead)"]);
    }

    [Fact]
    public void Gaps_and_overlaps_are_named()
    {
        var covered = Coverage.Of(Sample.Table(Sample.Row("^1", "0", "1000"), Sample.Row("^2", "500", "2000"), Sample.Row("boss", "5000")), Amounts, Sample.House().Chart);
        covered.Gaps.Select(gap => (gap.NoAmount, gap.AmountFrom, gap.AmountTo)).ShouldBe([(true, null, null), (false, Money.Parse("2000"), Money.Parse("5000"))]);
        var overlap = covered.Overlaps.ShouldHaveSingleItem();
        (overlap.First, overlap.Second, overlap.Where.AmountFrom, overlap.Where.AmountTo).ShouldBe((0, 1, Money.Parse("500"), Money.Parse("1000")));
        covered.Unreached.ShouldBeEmpty();
        Coverage.Of(Sample.Table(Sample.Row("^1"), Sample.Row("^2", "0", "5")), Amounts, Sample.House().Chart).Unreached.ShouldBe([1]);
    }

    [Fact]
    public void A_reader_is_told_the_first_gaps_and_how_many_are_left()
    {
        var covered = Coverage.Of(Sample.Table(Enumerable.Range(0, 25).Select(i => Sample.Row("^1", $"{2 * i}", $"{(2 * i) + 1}")).ToArray()), Amounts, Sample.House().Chart);
        covered.Gaps.Count.ShouldBe(26);
        var told = covered.Told(20);
        (told.Gaps.Count, told.MoreGaps).ShouldBe((20, 6));
        told.Gaps[1].ShouldBe(covered.Gaps[1]);
        covered.Told(26).MoreGaps.ShouldBe(0);
    }

    [Fact]
    public void A_unit_is_named_with_what_lies_below_it()
    {
        var covered = Coverage.Of(Sample.Table(Sample.Row("^1") with { UnitId = Sample.Unit("east") }, Sample.Row("^2") with { UnitId = Sample.Unit("team") }), Amounts, Sample.House().Chart);
        covered.Gaps.ShouldHaveSingleItem().NotUnits.ShouldBe([Sample.Unit("east"), Sample.Unit("team")]);
        covered.Overlaps.ShouldHaveSingleItem().Where.Unit.ShouldBe(Sample.Unit("team"));
        covered.Unreached.ShouldBe([1]);
    }

    /// <summary>Five rows with amounts, units and positions at random.</summary>
    private static Arbitrary<RouteTable> Tables => (
        from rows in (
            from edges in Gen.Choose(-1, 6).Two()
            from unit in Gen.Elements(null, null, "company", "sales", "east", "team")
            from position in Gen.Elements(null, null, "rep", "lead")
            let low = Math.Min(edges.Item1, edges.Item2)
            let high = Math.Max(edges.Item1, edges.Item2)
            select Sample.Row("^1") with
            {
                AmountFrom = low < 0 ? null : new Money(low),
                AmountTo = high < 0 || high == low ? null : new Money(high),
                UnitId = unit is null ? null : Sample.Unit(unit),
                Positions = position is null ? [] : [Sample.Position(position)],
            }).ListOf(5)
        select new RouteTable { Rows = [.. rows] }).ToArbitrary();

    [Fact]
    public void A_request_falls_into_a_gap_exactly_when_no_row_takes_it() => Prop.ForAll(Tables, table =>
    {
        var house = Sample.House();
        var covered = Coverage.Of(table, Amounts, house.Chart);
        return covered.IsComplete && Requests(house).All(facts =>
            Matching.RowOf(table, facts, house.Chart) is null == covered.Gaps.Any(gap => IsIn(facts, gap, house.Chart)));
    }).Prove();

    [Fact]
    public void Two_rows_overlap_exactly_when_the_first_decides_what_the_second_takes_too() => Prop.ForAll(Tables, table =>
    {
        var house = Sample.House();
        var covered = Coverage.Of(table, Amounts, house.Chart);
        return Requests(house).All(facts =>
        {
            var fitting = Enumerable.Range(0, table.Rows.Count).Where(row => Matching.Of(table.Rows[row], facts, house.Chart) is null).ToList();
            return fitting.Skip(1).All(row => covered.Overlaps.Any(overlap => overlap.First == fitting[0] && overlap.Second == row));
        });
    }).Prove();

    [Fact]
    public void A_row_called_unreached_decides_nothing() => Prop.ForAll(Tables, table =>
    {
        var house = Sample.House();
        var unreached = Coverage.Of(table, Amounts, house.Chart).Unreached;
        return Requests(house).All(facts => Matching.RowOf(table, facts, house.Chart) is not { } row || !unreached.Contains(row));
    }).Prove();

    private static IEnumerable<Facts> Requests(House house) =>
        from amount in new long?[] { null, 0, 1, 2, 3, 4, 5, 6, 7, 100 }
        from applicant in Sample.Names
        select Sample.Facts(applicant, house: house) with { Amount = amount is { } minor ? new Money(minor) : null };

    private static bool IsIn(Facts facts, Region gap, Chart chart)
    {
        var amount = gap switch
        {
            { NoAmount: true } => facts.Amount is null,
            { AmountFrom: null, AmountTo: null } => true,
            _ => facts.Amount is { } one && one >= (gap.AmountFrom ?? one) && one < (gap.AmountTo ?? new Money(long.MaxValue)),
        };
        return amount
            && (gap.Unit is not { } unit || chart.IsUnder(facts.Unit!.Value, unit))
            && !gap.NotUnits.Any(not => chart.IsUnder(facts.Unit!.Value, not))
            && (gap.Positions.Count == 0 || gap.Positions.Contains(facts.Position!.Value))
            && !gap.NotPositions.Contains(facts.Position!.Value);
    }
}
