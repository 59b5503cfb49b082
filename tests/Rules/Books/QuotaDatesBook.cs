using Yingpan.Planning.Goals.Rules;

namespace Yingpan.Tests.Rules.Books;

public sealed class QuotaDatesBook
{
    public static TheoryData<int> Rows => RulePage.Rows("quota-dates");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("quota-dates")[row];
        QuotaDates.LastOf(Day(example["first"]), [.. example["all firsts"].Split(", ").Select(Day)]).ShouldBe(Day(example["last"]));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
