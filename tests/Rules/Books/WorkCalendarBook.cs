using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Yingpan.Kernel;
using Yingpan.Organization.Public.Rules;
using Yingpan.Organization.WorkDays;

namespace Yingpan.Tests.Rules.Books;

public sealed class WorkCalendarBook
{
    /// <summary>As it comes with the product.</summary>
    internal static readonly WorkCalendar China = new(ShippedHolidays.All.Select(holiday => new SpecialDays(
        new Period(holiday.First, holiday.Last), holiday.Kind == Organization.Data.CalendarEntryKind.MakeUpDay, 0)));

    public static TheoryData<int> Rows => RulePage.Rows("work-calendar");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("work-calendar")[row];
        var about = example["day or period"];
        var answer = example["question"] switch
        {
            "is worked" => China.IsWorkingDay(Day(about)) ? "yes" : "no",
            "working days" => China.WorkingDays(Period.Parse(about)).ToString(CultureInfo.InvariantCulture),
            "later" => China.Add(Day(about), int.Parse(example["days"], CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            var unknown => unknown,
        };
        answer.ShouldBe(example["answer"]);
    }

    /// <summary>
    /// Two collections of the State Council's announcements, by others. They list weekend days within a holiday differently, and one of them
    /// names 2020-02-03, an ordinary Monday; what is worked they tell alike, and so must we.
    /// </summary>
    [Theory, InlineData("holiday_cn.csv", 2007, "date", "is_off_day", "1"), InlineData("chinese_days.csv", 2004, "date", "kind", "holidays")]
    public void The_shipped_calendar_agrees_with_others_on_every_day(string file, int firstYear, string dayHeading, string heading, string off)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder(), file));
        var (at, kind) = (Array.IndexOf(lines[0].Split(','), dayHeading), Array.IndexOf(lines[0].Split(','), heading));
        var theirs = new Dictionary<DateOnly, bool>();
        foreach (var cells in lines.Skip(1).Select(line => line.Split(',')).Where(cells => cells[kind] != "inLieuDays"))
        {
            // Days in lieu are listed a second time as holidays.
            theirs[Day(cells[at])] = cells[kind] != off;
        }

        var span = new Period(new DateOnly(firstYear, 1, 1), new DateOnly(2026, 12, 31));
        span.EachDay().Where(day => China.IsWorkingDay(day) != (theirs.TryGetValue(day, out var worked) ? worked : WorkCalendar.Weekdays.IsWorkingDay(day)))
            .ShouldBeEmpty();
        theirs.Keys.Select(day => day.Year).Distinct().Order().ShouldBe(Enumerable.Range(file == "holiday_cn.csv" ? 2006 : 2004, file == "holiday_cn.csv" ? 21 : 23));
    }

    [Fact]
    public void What_is_shipped_lies_within_a_year_and_never_overlaps()
    {
        ShippedHolidays.All.ShouldAllBe(holiday => holiday.First <= holiday.Last && holiday.First.Year == holiday.Last.Year && holiday.NameEn.Length > 0);
        ShippedHolidays.All.SelectMany(holiday => new Period(holiday.First, holiday.Last).EachDay()).ShouldBeUnique();
        ShippedHolidays.All.Select(holiday => holiday.First.Year).Distinct().ShouldBe(Enumerable.Range(2004, 23));
    }

    [Fact]
    public void The_higher_rank_holds_in_whatever_order_they_come()
    {
        var day = new DateOnly(2026, 10, 1);
        SpecialDays[] all = [new(new Period(day, day), IsWorking: true, 2), new(new Period(day, day.AddDays(1)), IsWorking: false, 0), new(new Period(day, day), IsWorking: false, 1)];
        new WorkCalendar(all).IsWorkingDay(day).ShouldBeTrue();
        new WorkCalendar(all.Reverse()).IsWorkingDay(day).ShouldBeTrue();
        new WorkCalendar(all).IsWorkingDay(day.AddDays(1)).ShouldBeFalse();
    }

    [Fact]
    public void Going_on_and_back_again_ends_on_the_same_working_day() =>
        Prop.ForAll((from day in Gen.Choose(0, 8000) from count in Gen.Choose(-300, 300) select (day, count)).ToArbitrary(), sample =>
        {
            var start = China.Add(new DateOnly(2004, 6, 1).AddDays(sample.day), 0);
            var end = China.Add(start, sample.count);
            var between = sample.count switch
            {
                0 => 0,
                > 0 => China.WorkingDays(new Period(start.AddDays(1), end)),
                _ => -China.WorkingDays(new Period(end, start.AddDays(-1))),
            };
            return China.IsWorkingDay(end) && between == sample.count && China.Add(end, -sample.count) == start;
        }).Prove();

    [Fact]
    public void A_calendar_without_working_days_is_told_and_does_not_hang() =>
        Should.Throw<InvalidOperationException>(() => new WorkCalendar([new SpecialDays(new Period(new DateOnly(2026, 1, 1), new DateOnly(2046, 1, 1)), IsWorking: false, 1)])
            .Add(new DateOnly(2026, 1, 1), 1));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data", "cn-holidays");
            if (Directory.Exists(data))
            {
                return data;
            }
        }

        Assert.Skip("../shared/data/cn-holidays is not there");
        return "";
    }
}
