using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Yingpan.Customers.Credit.Rules;
using Yingpan.Kernel;
using Yingpan.Tests.Rules.Books;

namespace Yingpan.Tests.Rules.Customers;

/// <summary>docs/rules/credit.md</summary>
public sealed class CreditRuleBook
{
    private static readonly DateOnly Today = new(2026, 7, 15);

    private static readonly CreditSpec Spec = new()
    {
        NearFrom = Rate.Parse("0.8"),
        Ratings =
        [
            new("A", "优", null, Money.Parse("5000"), 60, OverLimit.Flag),
            new("B", "良", null, Money.Parse("2000"), 45, OverLimit.Block),
            new("D", "差", null, Money.Zero, 0, OverLimit.Block),
        ],
    };

    public static TheoryData<int> Rows => RulePage.Rows("credit");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("credit")[row];
        var held = example["held"];
        var facts = new CreditFacts(
            Or(example["rating"]), Or(example["own limit"]) is { } limit ? Money.Parse(limit) : null, Or(example["own days"]) is { } days ? int.Parse(days, CultureInfo.InvariantCulture) : null,
            held != "no", DateOnly.TryParse(held, CultureInfo.InvariantCulture, out var until) ? until : null);
        var standing = CreditRule.Of(facts, Spec, Money.Parse(example["used"]), Today);
        (standing.Verdict.ToString(), standing.Available?.ToString() ?? "", standing.TermDays?.ToString(CultureInfo.InvariantCulture) ?? "", CreditRule.Ask(standing, Money.Parse(example["order"])).ToString())
            .ShouldBe((example["standing"], example["available"], example["days"], example["then"]));
    }

    [Fact]
    public void An_order_goes_through_unmarked_exactly_where_it_leaves_nothing_below_zero() =>
        Prop.ForAll(Gen.Choose(0, 300_000).ToArbitrary(), Gen.Choose(0, 300_000).ToArbitrary(), Gen.Choose(0, 300_000).ToArbitrary(), (limit, used, amount) =>
        {
            var standing = CreditRule.Of(new CreditFacts("B", new Money(limit), null, false, null), Spec, new Money(used), Today);
            var after = CreditRule.Of(new CreditFacts("B", new Money(limit), null, false, null), Spec, new Money(used + amount), Today);
            return standing.Available == new Money(limit - used)
                && (CreditRule.Ask(standing, new Money(amount)) == OverLimit.Allow) == (amount == 0 || used + amount <= limit)
                // Whatever is confirmed within the limit leaves him within it.
                && (CreditRule.Ask(standing, new Money(amount)) == OverLimit.Block || amount == 0 || after.Verdict != CreditVerdict.Over)
                && (standing.Verdict == CreditVerdict.Over) == (used > limit);
        }).Prove();

    [Fact]
    public void More_used_never_stands_better_and_a_hold_is_above_all() =>
        Prop.ForAll(Gen.Choose(0, 300_000).ToArbitrary(), Gen.Choose(0, 300_000).ToArbitrary(), Gen.Choose(0, 100_000).ToArbitrary(), (limit, used, more) =>
        {
            var facts = new CreditFacts("A", new Money(limit), null, false, null);
            return CreditRule.Of(facts, Spec, new Money(used + more), Today).Verdict >= CreditRule.Of(facts, Spec, new Money(used), Today).Verdict
                && CreditRule.Of(facts with { IsHeld = true }, Spec, new Money(used), Today).Verdict == CreditVerdict.Held
                && CreditRule.Of(facts with { IsHeld = true, HeldUntil = Today.AddDays(-1 - more) }, Spec, new Money(used), Today).Verdict != CreditVerdict.Held;
        }).Prove();

    [Fact]
    public void The_usual_policy_has_no_faults_and_a_crooked_one_is_told_by_field()
    {
        CreditFaults.Of(CreditSpec.Usual).ShouldBeEmpty();
        var crooked = new CreditSpec { NearFrom = Rate.Zero, Ratings = [new("A", "优", null, new Money(-1), 60, OverLimit.Flag), new("A", "良", null, null, 731, OverLimit.Block)] };
        CreditFaults.Of(crooked).Select(fault => fault.Field).ShouldBe(["nearFrom", "ratings[0].limit", "ratings[1].code", "ratings[1].termDays"]);
        CreditFaults.Of(crooked with { Ratings = [] }).Select(fault => fault.Field).ShouldBe(["ratings", "nearFrom"]);
    }

    private static string? Or(string cell) => cell.Length == 0 ? null : cell;
}
