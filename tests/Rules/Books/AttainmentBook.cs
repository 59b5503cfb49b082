using FsCheck;
using FsCheck.Fluent;
using Yingpan.Insights.Board.Rules;
using Yingpan.Kernel;

namespace Yingpan.Tests.Rules.Books;

public sealed class AttainmentBook
{
    public static TheoryData<int> Rows => RulePage.Rows("attainment");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("attainment")[row];
        var attained = Attaining.Of(Money.Parse(example["goal"]), Money.Parse(example["actual"]), 1);
        var pace = Attaining.PaceOf(attained, Period.Parse(example["period"]), DateOnly.Parse(example["today"], null), WorkCalendarBook.China.IsWorkingDay);
        (attained.Attainment?.ToString() ?? "").ShouldBe(example["attainment"]);
        attained.Gap.ToString().ShouldBe(example["gap"]);
        pace.TimeProgress.ToString().ShouldBe(example["time progress"]);
        pace.DaysLeft.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(example["days left"]);
        (pace.DailyNeeded?.ToString() ?? "").ShouldBe(example["daily needed"]);
        (pace.Landing?.ToString() ?? "").ShouldBe(example["landing"]);
    }

    [Fact]
    public void Top_lines_always_add_up_to_the_total() => Prop.ForAll(Forests, sample =>
    {
        var (nodes, own) = sample;
        var lines = RollUp.Lines(nodes, own, "nobody");
        return lines.Where(line => line.Level == 0).Select(line => line.Figures.Goal).Sum() == own.Values.Select(figures => figures.Goal).Sum()
            && lines.Where(line => line.Level == 0).Select(line => line.Figures.Actual).Sum() == own.Values.Select(figures => figures.Actual).Sum()
            && lines.Where(line => line.Level == 0).Sum(line => line.Figures.Orders) == own.Values.Sum(figures => figures.Orders);
    }).Prove();

    [Fact]
    public void A_line_is_its_own_figures_and_its_children() => Prop.ForAll(Forests, sample =>
    {
        var (nodes, own) = sample;
        var lines = RollUp.Lines(nodes, own, "nobody");
        return lines.Where(line => line.Id is not null).All(line =>
            line.Figures.Actual == lines.Where(child => child.ParentId == line.Id).Select(child => child.Figures.Actual).Sum()
                + own.GetValueOrDefault(line.Id!.Value, OwnFigures.None).Actual);
    }).Prove();

    [Fact]
    public void A_parent_stands_right_above_what_it_holds() => Prop.ForAll(Forests, sample =>
    {
        var lines = RollUp.Lines(sample.Nodes, sample.Own, "nobody");
        return lines.Index().All(item => item.Item.Level == 0
            || lines.Take(item.Index).Last(above => above.Level == item.Item.Level - 1).Id == item.Item.ParentId);
    }).Prove();

    /// <summary>Ten subjects, each under an earlier one or at the top; figures on some of them and on one outside the tree.</summary>
    private static Arbitrary<(BoardNode[] Nodes, Dictionary<Guid, OwnFigures> Own)> Forests => (
        from parents in Gen.Choose(-1, 9).ListOf(10)
        from figures in Gen.Choose(0, 1_000_000).ListOf(11)
        select (
            parents.Select((parent, i) => new BoardNode(Key(i), parent >= 0 && parent < i ? Key(parent) : null, $"n{i}", i % 3)).ToArray(),
            figures.Select((figure, i) => (i, figure)).Where(pair => pair.figure % 3 != 0)
                .ToDictionary(pair => Key(pair.i), pair => new OwnFigures(new Money(pair.figure), new Money(pair.figure / 2), pair.figure % 7)))).ToArbitrary();

    private static Guid Key(int i) => new(i + 1, 0, 0, new byte[8]);
}
