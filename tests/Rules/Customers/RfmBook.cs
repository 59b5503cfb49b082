using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Yingpan.Customers.Grading.Rules;
using Yingpan.Tests.Rules.Books;

namespace Yingpan.Tests.Rules.Customers;

/// <summary>docs/rules/rfm.md</summary>
public sealed class RfmBook
{
    [Fact]
    public void Every_score_lies_in_the_first_segment_of_the_page_that_holds_it()
    {
        var page = RulePage.Examples("rfm");
        page.Count.ShouldBe(10);
        foreach (var score in from r in Enumerable.Range(1, 5) from f in Enumerable.Range(1, 5) from m in Enumerable.Range(1, 5) select new RfmScore(r, f, m))
        {
            var first = page.FirstOrDefault(row => Holds(row["R"], score.Recency) && Holds(row["F"], score.Frequency) && Holds(row["M"], score.Monetary));
            Rfm.SegmentOf(score).ToString().ShouldBe(first?["segment"] ?? "Others", $"{score.Code}");
        }
    }

    [Theory]
    [InlineData(343, "PotentialLoyalist"), InlineData(412, "NewCustomers"), InlineData(323, "LoyalCustomers"), InlineData(544, "PotentialLoyalist"), InlineData(433, "PotentialLoyalist")]
    public void O_R2_published_scores_lie_in_their_published_segments(int code, string segment) =>
        Rfm.SegmentOf(new RfmScore(code / 100, code / 10 % 10, code % 10)).ToString().ShouldBe(segment);

    [Fact]
    public void Fifths_are_of_the_values_and_equals_are_scored_alike()
    {
        Rfm.Fifths([5, 3, 1, 4, 2, 10, 8, 6, 7, 9]).ShouldBe([2, 4, 6, 8]);
        Rfm.Fifths([7, 7, 7]).ShouldBe([7, 7, 7, 7]);
        Rfm.Fifths([]).ShouldBe([0, 0, 0, 0]);
        var cuts = new RfmCuts([30, 60, 90, 180], [1, 2, 4, 8], [1_000, 5_000, 20_000, 100_000]);
        Rfm.ScoreOf(30, 9, 100_000, cuts).Code.ShouldBe(554, "above a bound, not on it");
        Rfm.ScoreOf(181, 1, 0, cuts).Code.ShouldBe(111);
    }

    [Fact]
    public void More_and_later_is_never_scored_lower() =>
        Prop.ForAll(Gen.Choose(0, 500).ArrayOf(8).ToArbitrary(), Gen.Choose(0, 500).Two().ToArbitrary(), (values, two) =>
        {
            var cuts = Rfm.Fifths([.. values.Select(value => (decimal)value)]);
            var (low, high) = (Math.Min(two.Item1, two.Item2), Math.Max(two.Item1, two.Item2));
            var (a, b) = (Rfm.ScoreOf(low, low, low, new RfmCuts(cuts, cuts, cuts)), Rfm.ScoreOf(high, high, high, new RfmCuts(cuts, cuts, cuts)));
            return a.Recency >= b.Recency && a.Frequency <= b.Frequency && a.Monetary <= b.Monetary && b.Frequency is >= 1 and <= 5;
        }).Prove();

    private static bool Holds(string interval, int score)
    {
        var ends = interval.Split('–').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToList();
        return score >= ends[0] && score <= ends[^1];
    }
}
