using FsCheck;
using FsCheck.Fluent;
using Yingpan.Customers.KeyAccounts.Rules;
using Yingpan.Kernel;
using Yingpan.Tests.Rules.Books;

namespace Yingpan.Tests.Rules.Customers;

/// <summary>docs/rules/pareto.md</summary>
public sealed class ParetoBook
{
    public static TheoryData<int> Rows => RulePage.Rows("pareto");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("pareto")[row];
        var pareto = Pareto.Of(Customers([.. example["amounts"].Split(", ").Select(amount => Money.Parse(amount).Minor)]), Rate.Parse(example["cut"]));
        (pareto.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), pareto.KeyAmount.ToString()).ShouldBe((example["key"], example["they make"]));
    }

    [Fact]
    public void Parts_add_up_to_the_whole_and_the_key_ones_are_the_fewest_that_make_the_cut() =>
        Prop.ForAll(Gen.Choose(-100, 100_000).Select(n => (long)n).ListOf().Select(list => list.ToArray()).ToArbitrary(), Gen.Choose(1, 999).ToArbitrary(), (amounts, permille) =>
        {
            var cut = new Rate(permille * 1000L);
            var pareto = Pareto.Of(Customers(amounts), cut);
            var others = pareto.KeyAmount - (pareto.Key == 0 ? Money.Zero : pareto.Lines[pareto.Key - 1].Amount);
            return pareto.Lines.Sum(line => line.Amount.Minor) == pareto.Total.Minor
                && (pareto.Customers == 0 || (pareto.Lines[^1].Cumulative == Rate.One && pareto.KeyAmount.Minor * 1000 >= pareto.Total.Minor * permille && others.Minor * 1000 < pareto.Total.Minor * permille))
                && pareto.Lines.Zip(pareto.Lines.Skip(1)).All(pair => pair.First.Amount >= pair.Second.Amount && pair.First.Cumulative <= pair.Second.Cumulative);
        }).Prove();

    private static IEnumerable<(Guid, Money)> Customers(long[] amounts) => amounts.Select((amount, i) => (new Guid(i, 0, 0, new byte[8]), new Money(amount)));
}
