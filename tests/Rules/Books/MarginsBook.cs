using FsCheck;
using FsCheck.Fluent;
using Yingpan.Kernel;
using Yingpan.Orders.Booking.Rules;

namespace Yingpan.Tests.Rules.Books;

/// <summary>docs/rules/margins.md</summary>
public sealed class MarginsBook
{
    public static TheoryData<int> Rows => RulePage.Rows("margins");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("margins")[row];
        var margin = Margins.Of(Money.Parse(example["sales"]), example["lines"].Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            var (amount, rest) = (line.Split(" @ ")[0], line.Split(" @ ")[1].Split(" × "));
            return new MarginLine(Money.Parse(amount), Margins.CostOf(rest[0] == "?" ? null : UnitPrice.Parse(rest[0]), Quantity.Parse(rest[1])));
        }));
        ($"{margin.Known}", $"{margin.Cost}", $"{margin.Earned}", $"{margin.Share}").ShouldBe((example["known"], example["cost"], example["margin"], example["rate"]));
    }

    [Fact]
    public void Parts_add_up_and_what_is_unknown_earns_nothing() =>
        Prop.ForAll(Gen.Choose(0, 100_000).ListOf().Select(list => list.ToArray()).ToArbitrary(), Gen.Choose(1, 4).ToArbitrary(), (amounts, every) =>
        {
            List<MarginLine> lines = [.. amounts.Select((amount, i) => new MarginLine(new Money(amount), i % every == 0 ? null : new Money(amount / 2)))];
            var sales = new Money(amounts.Sum(amount => (long)amount));
            var whole = Margins.Of(sales, lines);
            var without = Margins.Of(sales, lines.Where(line => line.Cost is not null));
            return whole == without && whole.Known + whole.Unknown == sales && (whole.Earned is not null) == whole.IsKnown
                && (whole.Earned is not { } earned || earned + whole.Cost == whole.Known);
        }).Prove();
}
