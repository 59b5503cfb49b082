using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Yingpan.Customers.Data;
using Yingpan.Customers.Disputes.Rules;
using Yingpan.Customers.Ownership.Rules;
using Yingpan.Customers.Pools.Rules;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Territories.Public;
using Yingpan.Tests.Rules.Books;

namespace Yingpan.Tests.Rules.Customers;

/// <summary>docs/rules/ownership-days.md</summary>
public sealed class OwnershipDaysBook
{
    public static TheoryData<int> Rows => RulePage.Rows("ownership-days");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("ownership-days")[row];
        int Number(string heading) => int.Parse(example[heading], CultureInfo.InvariantCulture);
        var rules = OwnershipRules.Usual with
        {
            Protection = [new(Number("given"), Number("extension"))],
            Recycling = [.. Line(RecyclingCause.NoFollowUp, Number("follow-up n")), .. Line(RecyclingCause.NoDeal, Number("deal n")), .. Line(RecyclingCause.OwnerLeft, Number("left n")), .. Line(RecyclingCause.ContractEnded, Number("ended n"), "end")],
        };
        var on = Days.Of(example["owned on"])!.Value;
        var facts = new OwnedFacts
        {
            State = CustomerState.Active,
            OwnedOn = on,
            ProtectedUntil = OwnershipDays.Given(CustomerState.Active, null, on, rules),
            LastFollowUpOn = Days.Of(example["followed up"]),
            LastDealOn = Days.Of(example["deal"]),
            OwnerLeftOn = Days.Of(example["left"]),
            Dates = Days.Of(example["ended"]) is { } ended ? new Dictionary<string, DateOnly> { ["end"] = ended } : [],
        };
        OwnershipDays.ProtectedUntil(facts, rules).ShouldBe(Days.Of(example["protected until"]));
        var due = OwnershipDays.Due(facts, rules);
        due?.On.ShouldBe(Days.Of(example["due"])!.Value);
        (due?.Cause.ToString() ?? "-").ShouldBe(example["cause"]);
        OwnershipDays.Due(facts with { IsExempt = true }, rules).ShouldBeNull();
    }

    [Theory]
    [InlineData("A", 90, 10)]
    [InlineData("B", 30, 40)]
    [InlineData(null, 30, 40)]
    public void A_line_for_a_grade_is_for_no_other(string? grade, int safe, int due)
    {
        var on = new DateOnly(2026, 1, 1);
        var rules = OwnershipRules.Usual with
        {
            Protection = [new(90, 0, Grade: "A"), new(30, 0)],
            Recycling = [new(RecyclingCause.NoFollowUp, 10, 0, CustomerState.Active, "A"), new(RecyclingCause.NoFollowUp, 40, 0)],
        };
        OwnershipDays.Given(CustomerState.Active, grade, on, rules).ShouldBe(on.AddDays(safe));
        OwnershipDays.Due(new OwnedFacts { State = CustomerState.Active, Grade = grade, OwnedOn = on }, rules)!.On.ShouldBe(on.AddDays(due));
    }

    [Theory]
    [InlineData(0, 5, "2026-01-11", null)]
    [InlineData(3, 5, "2026-01-11", "2026-01-08")]
    [InlineData(3, 20, "2026-01-11", "2026-01-08")]
    public void It_is_told_so_many_days_before_as_the_line_says_that_takes_him(int days, int other, string on, string? told)
    {
        var rules = OwnershipRules.Usual with { Protection = [], Recycling = [new(RecyclingCause.NoDeal, 40, other), new(RecyclingCause.NoFollowUp, 10, days)] };
        var due = OwnershipDays.Due(new OwnedFacts { State = CustomerState.Active, OwnedOn = new(2026, 1, 1) }, rules)!;
        (due.On, due.RemindOn).ShouldBe((Days.Of(on)!.Value, told is null ? null : Days.Of(told)));
    }

    private static IEnumerable<RecyclingLine> Line(RecyclingCause cause, int days, string? field = null) => days == 0 ? [] : [new RecyclingLine(cause, days, 0, Field: field)];
}

/// <summary>docs/rules/disputes.md</summary>
public sealed class DisputesBook
{
    private static readonly DateOnly Began = new(2026, 7, 15);

    public static TheoryData<int> Rows => RulePage.Rows("disputes");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("disputes")[row];
        SideFacts Side(int side) => new()
        {
            FirstHadOn = Days.Of(example["first entry"].Split(" / ")[side]),
            LastDeedOn = Days.Of(example["follow-up"].Split(" / ")[side]),
            LastOrderOn = Days.Of(example["order"].Split(" / ")[side]),
            HoldsTerritory = example["territory"].Split(" / ")[side] == "yes",
            ProtectedUntil = side == 1 ? Days.Of(example["protected until"]) : null,
        };
        var proposal = DisputeBook.Propose(Side(0), Side(1), Began, OwnershipRules.Usual.Grounds);
        ($"{proposal.ClaimantPoints} / {proposal.HolderPoints}", proposal.Ruling.ToString()).ShouldBe((example["points"], example["ruling"]));
    }

    [Fact]
    public void Grounds_that_weigh_as_much_on_both_sides_propose_to_split()
    {
        GroundWeight[] grounds = [new(DisputeGround.FirstEntry, 10), new(DisputeGround.Order, 10)];
        var (claimant, holder) = (new SideFacts { FirstHadOn = Began.AddDays(-9) }, new SideFacts { FirstHadOn = Began.AddDays(-5), LastOrderOn = Began });
        DisputeBook.Propose(claimant, holder, Began, grounds).Ruling.ShouldBe(DisputeRuling.Split);
    }

    [Fact]
    public void Nobody_judges_his_own_case_and_what_is_closed_stays_closed()
    {
        var judge = new DisputeStanding(DisputeState.Answered, IsClaimant: false, IsHolder: false, MayRule: true);
        DisputeFlow.Can(judge).ShouldBe(["rule"]);
        DisputeFlow.Refused(DisputeDeed.Rule, judge with { IsHolder = true }).ShouldBe("customers.dispute-not-yours");
        DisputeFlow.Can(judge with { State = DisputeState.Ruled }).ShouldBeEmpty();
        DisputeFlow.Can(new DisputeStanding(DisputeState.Open, IsClaimant: true, IsHolder: false, MayRule: false)).ShouldBe(["withdraw"]);
        DisputeFlow.Can(new DisputeStanding(DisputeState.Open, IsClaimant: false, IsHolder: true, MayRule: false)).ShouldBe(["answer"]);
    }

    [Theory, InlineData(5, 0), InlineData(6, 1), InlineData(10, 1), InlineData(11, 2), InlineData(16, 3)]
    public void After_its_day_and_each_further_so_many_it_goes_one_step_up(int days, int level) =>
        DisputeFlow.Level(Began, Began.AddDays(5), Began.AddDays(days)).ShouldBe(level);
}

/// <summary>docs/rules/pools.md</summary>
public sealed class PoolsBook
{
    private static readonly Dictionary<string, Guid> Known = new[] { "China", "East", "Shanghai", "Sales", "Phone", "all", "east", "sh", "phone", "sh-phone" }
        .Select((name, i) => (name, Id: new Guid(i + 1, 0, 0, new byte[8]))).ToDictionary(one => one.name, one => one.Id);

    public static TheoryData<int> Rows => RulePage.Rows("pools");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("pools")[row];
        TerritoryId? Place(string? name) => name is null or "-" ? null : new TerritoryId(Known[name]);
        UnitId? Unit(string? name) => name is null or "-" ? null : new UnitId(Known[name]);
        var book = new PoolBook(
            [.. example["pools"].Split(' ').Select((name, i) => new PoolPlace(new PoolId(Known[name]),
                Place(name switch { "east" => "East", "sh" or "sh-phone" => "Shanghai", _ => null }), Unit(name is "phone" or "sh-phone" ? "Phone" : null), i))],
            new Dictionary<TerritoryId, TerritoryId?> { [Place("China")!.Value] = null, [Place("East")!.Value] = Place("China"), [Place("Shanghai")!.Value] = Place("East") },
            new Dictionary<UnitId, UnitId?> { [Unit("Sales")!.Value] = null, [Unit("Phone")!.Value] = Unit("Sales") });
        book.Of(Place(example["territory"]), Unit(example["unit"])).ShouldBe(example["goes into"] == "-" ? null : new PoolId(Known[example["goes into"]]));
    }

    [Fact]
    public void A_pool_without_a_line_is_everybodys_and_one_with_lines_is_whose_they_fit()
    {
        var (phone, sales, rep) = (new UnitId(Known["Phone"]), new UnitId(Known["Sales"]), new PositionId(Guid.CreateVersion7()));
        PoolDoors.Of([], [], null).ShouldBe((true, true));
        PoolOpening[] openings = [new(sales, null, false), new(null, rep, true)];
        PoolDoors.Of(openings, [phone, sales], null).ShouldBe((true, false));
        PoolDoors.Of(openings, [phone, sales], rep).ShouldBe((true, true));
        PoolDoors.Of(openings, [phone], null).ShouldBe((false, false));
    }
}

public sealed class SharesTests
{
    private static readonly PersonId[] People = [.. Enumerable.Range(1, 5).Select(i => new PersonId(new Guid(i, 0, 0, new byte[8])))];

    /// <summary>Two to five people with parts that come to the whole; the first is the owner.</summary>
    private static readonly Gen<SharePart[]> Parts =
        from weights in Gen.Choose(1, 1000).ArrayOf().Where(weights => weights.Length is >= 2 and <= 5)
        let all = weights.Sum()
        let parts = weights.Skip(1).Select(weight => weight * 1_000_000L / all).ToArray()
        where parts.All(part => part > 0)
        select (SharePart[])[new SharePart(People[0], new Rate(1_000_000 - parts.Sum())), .. parts.Select((part, i) => new SharePart(People[i + 1], new Rate(part)))];

    [Fact]
    public void Parts_that_are_right_stay_right_whoever_takes_over() => Prop.ForAll((from parts in Parts from next in Gen.Elements(People) select (parts, next)).ToArbitrary(), one =>
    {
        var (parts, next) = one;
        var passed = Shares.Passed(parts, People[0], next);
        return Shares.Fault(parts, People[0]) is null && Shares.Fault(passed, next) is null && (passed.Count == 0 || passed.Sum(part => part.Share.Millionths) == 1_000_000);
    }).Prove();

    [Fact]
    public void Parts_that_do_not_come_to_the_whole_are_refused() => Prop.ForAll((from parts in Parts from off in Gen.Choose(1, 500_000) select (parts, off)).ToArbitrary(), one =>
        Shares.Fault([one.parts[0] with { Share = new Rate(one.parts[0].Share.Millionths + one.off) }, .. one.parts[1..]], People[0]) == "customers.shares-sum").Prove();

    [Fact]
    public void A_customer_who_goes_to_a_pool_is_shared_by_nobody()
    {
        SharePart[] parts = [new(People[0], new Rate(600_000)), new(People[1], new Rate(400_000))];
        Shares.Passed(parts, People[0], null).ShouldBeEmpty();
        Shares.Passed(parts, People[0], People[1]).ShouldBeEmpty();
        Shares.Passed(parts, People[0], People[2]).ShouldBe([new SharePart(People[2], new Rate(600_000)), parts[1]]);
    }
}

internal static class Days
{
    public static DateOnly? Of(string text) => text == "-" ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
