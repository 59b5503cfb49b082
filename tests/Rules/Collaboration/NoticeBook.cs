using System.Globalization;
using Yingpan.Collaboration.Notices.Rules;
using Yingpan.Tests.Rules.Books;

namespace Yingpan.Tests.Rules.Collaboration;

public sealed class NoticeBook
{
    public static TheoryData<int> Rows => RulePage.Rows("notice-reminders");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("notice-reminders")[row];
        NoticeRules.IsDue(
            Day(example["confirm by"]), example["reminded"].Length == 0 ? null : Day(example["reminded"]), Day(example["today"]),
            Number(example["before"]), Number(example["every"]), WorkCalendarBook.China).ShouldBe(example["due"] == "yes");
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
