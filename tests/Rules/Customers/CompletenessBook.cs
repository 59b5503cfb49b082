using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Yingpan.Customers.Completeness.Rules;
using Yingpan.Customers.Relations.Rules;
using Yingpan.Kernel;
using Yingpan.Tests.Rules.Books;

namespace Yingpan.Tests.Rules.Customers;

/// <summary>docs/rules/completeness.md</summary>
public sealed class CompletenessBook
{
    public static TheoryData<int> Rows => RulePage.Rows("completeness");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("completeness")[row];
        var weights = Words(example["weights"]).Select(text => text.Split(' ')).ToDictionary(pair => pair[0], pair => int.Parse(pair[1], CultureInfo.InvariantCulture));
        var score = CompletenessRule.Of(Words(example["filled"]).ToHashSet(), weights);
        score.Score.ToString().ShouldBe(example["score"]);
        string.Join(", ", score.Missing.Select(field => field.Field)).ShouldBe(example["missing"]);
    }

    [Fact]
    public void Filling_a_field_never_makes_a_file_less_whole_and_what_is_missing_makes_up_the_rest() =>
        Prop.ForAll((from weights in Gen.Choose(0, 100).ListOf(CompletenessRule.Usual.Count)
                     from filled in Gen.Elements(true, false).ListOf(CompletenessRule.Usual.Count)
                     from more in Gen.Choose(0, CompletenessRule.Usual.Count - 1)
                     select (weights, filled, more)).ToArbitrary(), sample =>
        {
            var fields = CompletenessRule.Usual.Keys.ToList();
            var weights = fields.Zip(sample.weights).ToDictionary(pair => pair.First, pair => pair.Second);
            var filled = fields.Zip(sample.filled).Where(pair => pair.Second).Select(pair => pair.First).ToHashSet();
            var before = CompletenessRule.Of(filled, weights);
            var after = CompletenessRule.Of(filled.Append(fields[sample.more]).ToHashSet(), weights);
            return after.Score >= before.Score && before.Reached + before.Missing.Sum(field => field.Weight) == before.Whole
                && (before.Score == Rate.One) == (before.Missing.Count == 0);
        }).Prove();

    [Fact]
    public void Nobody_comes_to_stand_above_himself() =>
        Prop.ForAll((from pairs in (from above in Gen.Choose(0, 9) from below in Gen.Choose(0, 9) select (above, below)).ListOf(30) select pairs).ToArbitrary(), pairs =>
        {
            var parents = new Dictionary<int, int>();
            foreach (var (above, below) in pairs)
            {
                if (!parents.ContainsKey(below) && !Lineage.WouldCircle(above, below, parents))
                {
                    parents[below] = above;
                }
            }

            return Enumerable.Range(0, 10).All(one =>
            {
                var steps = 0;
                for (var at = one; parents.TryGetValue(at, out var above); at = above)
                {
                    if (++steps > 10)
                    {
                        return false;
                    }
                }

                return true;
            });
        }).Prove();

    private static IEnumerable<string> Words(string cell) => cell.Split(", ", StringSplitOptions.RemoveEmptyEntries);
}
