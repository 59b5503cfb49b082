using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Yingpan.Organization.Documents.Rules;

namespace Yingpan.Tests.Rules.Books;

public sealed class DocumentRemindersBook
{
    public static TheoryData<int> Rows => RulePage.Rows("document-reminders");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int number)
    {
        var example = RulePage.Examples("document-reminders")[number];
        var (since, today) = (Day(example["since"])!.Value, Day(example["today"])!.Value);
        var (first, every) = (int.Parse(example["first or ahead"], CultureInfo.InvariantCulture), int.Parse(example["every"], CultureInfo.InvariantCulture));
        var told = example["what"] == "reading"
            ? Reminding.OfReading(since, Day(example["last told"]), today, first, every)
            : Reminding.OfReview(since, Day(example["last told"]), today, first, every);
        (told ? "yes" : "no").ShouldBe(example["told"]);
    }

    [Fact]
    public void Nobody_is_reminded_twice_on_a_day_and_never_more_seldom_than_said() => Prop.ForAll(
        (from after in Gen.Choose(1, 30) from every in Gen.Choose(1, 30) select (after, every)).ToArbitrary(), policy =>
        {
            var asked = new DateOnly(2026, 7, 1);
            DateOnly? told = null;
            for (var day = asked; day < asked.AddDays(200); day = day.AddDays(1))
            {
                if (!Reminding.OfReading(asked, told, day, policy.after, policy.every))
                {
                    continue;
                }

                if (day != (told?.AddDays(policy.every) ?? asked.AddDays(policy.after)) || Reminding.OfReading(asked, day, day, policy.after, policy.every))
                {
                    return false;
                }

                told = day;
            }

            return told is not null;
        }).Prove();

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
