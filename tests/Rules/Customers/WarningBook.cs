using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Yingpan.Customers.Warnings.Rules;
using Yingpan.Customers.Warnings.Rules.Indicators;
using Yingpan.Kernel;
using Yingpan.Tests.Rules.Books;

namespace Yingpan.Tests.Rules.Customers;

/// <summary>docs/rules/warnings.md and a page for each indicator</summary>
public sealed class WarningBook
{
    private static readonly DateOnly Today = new(2026, 7, 15);

    [Fact]
    public void Every_indicator_has_its_page()
    {
        foreach (var indicator in IndicatorBook.All)
        {
            RulePage.Examples($"warning-{indicator.Code}").ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void The_page_of_warnings_is_right() => Every("warnings", example =>
    {
        var (spec, grade) = (UsualWarnings.Spec, example["grade"] == "–" ? null : example["grade"]);
        var due = Warning.DueOn(spec, grade, Day(example["opened"])!.Value);
        due.ShouldBe(Day(example["due"])!.Value);
        Warning.Level(spec, due, Day(example["day"])!.Value).ShouldBe(int.Parse(example["superiors"], CultureInfo.InvariantCulture));
    });

    [Fact]
    public void The_page_of_intervals_is_right() => Every("warning-buying-interval", example =>
        new BuyingInterval().Of(Facts(example["day"], days: example["ordered on"])).Says(example["reading"]));

    [Fact]
    public void The_page_of_spending_is_right() => Every("warning-spending-fall", example =>
    {
        var facts = Facts(example["day"], days: example["first order"]);
        (facts.Before, facts.Recent) = (Money.Parse(example["before"]), Money.Parse(example["last 90 days"]));
        new SpendingFall().Of(facts).Says(example["reading"]);
    });

    [Fact]
    public void The_page_of_what_is_overdue_is_right() => Every("warning-overdue", example =>
    {
        var facts = Facts(example["day"]);
        facts.OverdueSince = Day(example["due since"]);
        new OverdueDays().Of(facts).Says(example["reading"]);
    });

    [Fact]
    public void The_page_of_contact_is_right() => Every("warning-contact-gap", example =>
    {
        var facts = Facts(example["day"], days: example["bought"] == "yes" ? "2026-01-01" : "–");
        facts.LastContact = Day(example["last contact"]);
        new ContactGap().Of(facts).Says(example["reading"]);
    });

    [Fact]
    public void The_page_of_complaints_is_right() => Every("warning-complaints", example =>
    {
        var facts = Facts("2026-07-15");
        facts.Complaints = example["complaints"] == "–" ? null : int.Parse(example["complaints"], CultureInfo.InvariantCulture);
        new Complaints().Of(facts).Says(example["reading"]);
    });

    [Fact]
    public void The_page_of_who_is_likely_gone_is_right() => Every("warning-chance-gone", example =>
    {
        var facts = Facts(example["day"], days: example["ordered on"]);
        facts.Rhythm = new RhythmParameters(0.243, 4.414, 0.793, 2.426);
        new ChanceGone().Of(facts).Says(example["reading"]);
        facts.Rhythm = null;
        new ChanceGone().Of(facts).ShouldBeNull();
    });

    [Fact]
    public void What_is_open_is_not_told_again_and_who_was_closed_is_quiet()
    {
        var facts = Facts("2026-07-15", days: "2026-03-01, 2026-03-11, 2026-03-21, 2026-03-31");
        Fired(null, null).ShouldBe(["buying-interval"]);
        Fired(["buying-interval"], null).ShouldBeEmpty();
        Fired(["overdue"], new LastWarning(Today, false)).ShouldBe(["buying-interval"], "another sign of what is open");
        Fired(null, new LastWarning(Today.AddDays(-59), false)).ShouldBeEmpty();
        Fired(null, new LastWarning(Today.AddDays(-60), false)).ShouldBe(["buying-interval"]);
        Fired(null, new LastWarning(new DateOnly(2026, 4, 1), true)).ShouldBeEmpty("given up, and has not bought since");
        Fired(null, new LastWarning(new DateOnly(2026, 3, 30), true)).ShouldBe(["buying-interval"]);
        facts.OverdueSince = Today.AddDays(-70);
        Warning.Of(UsualWarnings.Spec, facts, "A", ["buying-interval"], null).Select(signal => (signal.Indicator, signal.Threshold)).ShouldBe([("overdue", 60m)], "an A from 60 days on");
        Warning.Of(UsualWarnings.Spec, facts, "C", ["buying-interval"], null).ShouldBeEmpty("the others from 90");

        IEnumerable<string> Fired(string[]? open, LastWarning? last) => Warning.Of(UsualWarnings.Spec, facts, null, open, last).Select(signal => signal.Indicator);
    }

    [Fact]
    public void The_longer_he_waits_the_greater_the_reading() =>
        Prop.ForAll(Gen.Choose(1, 60).ArrayOf(6).ToArbitrary(), Gen.Choose(0, 300).ToArbitrary(), (gaps, wait) =>
        {
            var days = gaps.Aggregate(new List<DateOnly> { new(2024, 1, 1) }, (all, gap) => [.. all, all[^1].AddDays(gap)]);
            decimal At(int later) => new BuyingInterval().Of(new WarningFacts { Id = Guid.Empty, Day = days[^1].AddDays(later), OrderDays = days })!.Value;
            return At(wait + 1) > At(wait);
        }).Prove();

    [Fact]
    public void Lines_by_cause_add_up_to_the_whole_and_each_step_of_the_funnel_holds_no_more_than_the_one_before() =>
        Prop.ForAll(Any().ListOf().Select(list => list.ToList()).ToArbitrary(), facts =>
        {
            var (whole, causes, funnel) = (WinBack.LineOf(null, facts), WinBack.ByCause(facts), WinBack.Funnel(facts));
            return causes.Sum(line => line.Warnings) == whole.Warnings && causes.Sum(line => line.Won) == whole.Won && causes.Sum(line => line.Sales.Minor) == whole.Sales.Minor
                && causes.Sum(line => line.Cost.Minor) == whole.Cost.Minor && funnel.Followed <= funnel.Opened && funnel.Explained <= funnel.Followed && funnel.Acted <= funnel.Explained
                && funnel.Won + funnel.Lost + funnel.FalseAlarms + whole.Open == funnel.Opened;
        }).Prove();

    private static Gen<WarningFact> Any() =>
        from end in Gen.Choose(0, 3)
        from cause in Gen.Elements<string?>(null, "price", "service")
        from measures in Gen.SubListOf("visit", "discount")
        from sales in Gen.Choose(0, 10_000)
        select new WarningFact(end > 0 || measures.Count > 0, cause, [.. measures], end > 0, end == 1, end == 2, new Money(sales), new Money(sales / 10));

    private static void Every(string page, Action<IReadOnlyDictionary<string, string>> check)
    {
        foreach (var example in RulePage.Examples(page))
        {
            check(example);
        }
    }

    private static WarningFacts Facts(string day, string days = "–") => new()
    {
        Id = Guid.Empty,
        Day = Day(day)!.Value,
        OrderDays = days == "–" ? [] : [.. days.Split(", ").Select(one => Day(one)!.Value)],
    };

    private static DateOnly? Day(string text) => text == "–" ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

internal static class ReadingExtensions
{
    public static void Says(this Reading? reading, string expected) =>
        (reading?.Value).ShouldBe(expected == "–" ? null : decimal.Parse(expected, CultureInfo.InvariantCulture));
}
