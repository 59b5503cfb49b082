using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Yingpan.Customers.Contacts.Rules;
using Yingpan.Tests.Rules.Books;

namespace Yingpan.Tests.Rules.Customers;

/// <summary>docs/rules/yearly-days.md</summary>
public sealed class YearlyDaysBook
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    public static TheoryData<int> Rows => RulePage.Rows("yearly-days");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("yearly-days")[row];
        var day = Day(Enum.Parse<DayCalendar>(example["calendar"]), example["day"]);
        day.Exists.ShouldBeTrue();
        var next = day.Next(DateOnly.Parse(example["from"], CultureInfo.InvariantCulture)).ShouldNotBeNull();
        next.ShouldBe(DateOnly.Parse(example["next"], CultureInfo.InvariantCulture));
        (day.YearsOn(next)?.ToString(CultureInfo.InvariantCulture) ?? "").ShouldBe(example["years"]);
    }

    [Theory]
    [InlineData(DayCalendar.Solar, "02-30")]
    [InlineData(DayCalendar.Solar, "2025-02-29")]
    [InlineData(DayCalendar.Solar, "13-01")]
    [InlineData(DayCalendar.Solar, "闰04-01")]
    [InlineData(DayCalendar.Solar, "1890-01-01")]
    [InlineData(DayCalendar.Lunar, "01-31")]
    [InlineData(DayCalendar.Lunar, "2025-12-30")]
    [InlineData(DayCalendar.Lunar, "2024-闰06-01")]
    public void A_day_no_year_has_is_refused(DayCalendar calendar, string day) => Day(calendar, day).Exists.ShouldBeFalse();

    [Theory]
    [InlineData(DayCalendar.Solar, "02-29")]
    [InlineData(DayCalendar.Lunar, "2023-12-30")]
    [InlineData(DayCalendar.Lunar, "2025-闰06-29")]
    public void Rare_days_are_days(DayCalendar calendar, string day) => Day(calendar, day).Exists.ShouldBeTrue();

    [Fact]
    public void It_comes_round_once_within_a_year_and_a_month_and_always_on_its_day_or_the_last_of_its_month() =>
        Prop.ForAll((from lunar in Gen.Elements(true, false)
                     from month in Gen.Choose(1, 12)
                     from date in Gen.Choose(1, 30)
                     from leap in Gen.Elements(true, false)
                     from gone in Gen.Choose(0, 365 * 178)
                     select (day: new YearlyDay(lunar ? DayCalendar.Lunar : DayCalendar.Solar, month, date, lunar && leap), start: new DateOnly(1910, 1, 1).AddDays(gone)))
            .Where(one => one.day.Exists && one.start.Year < 2090).ToArbitrary(), one =>
        {
            var next = one.day.Next(one.start)!.Value;
            var isThen = one.day.Calendar == DayCalendar.Solar ? next.Month == one.day.Month : MonthOf(next).Month == one.day.Month;
            var hit = one.day.Calendar == DayCalendar.Solar ? next.Day : Lunar.GetDayOfMonth(next.ToDateTime(TimeOnly.MinValue));
            return next >= one.start && next.DayNumber - one.start.DayNumber <= 386 && isThen
                && (hit == one.day.Day || hit < one.day.Day && (one.day.Calendar == DayCalendar.Solar ? next.AddDays(1).Day == 1 : Lunar.GetDayOfMonth(next.AddDays(1).ToDateTime(TimeOnly.MinValue)) == 1))
                && (MonthOf(next).IsLeap ? one.day.IsLeap || one.day.Calendar == DayCalendar.Solar : true)
                && one.day.Next(next) == next;
        }).Prove();

    [Fact]
    public void Every_lunar_day_that_was_is_kept_on_itself() =>
        Prop.ForAll(Gen.Choose(0, 365 * 150).Select(days => new DateOnly(1910, 1, 1).AddDays(days)).ToArbitrary(), day =>
        {
            var (year, month, isLeap) = MonthOf(day);
            var lunar = new YearlyDay(DayCalendar.Lunar, month, Lunar.GetDayOfMonth(day.ToDateTime(TimeOnly.MinValue)), isLeap, year);
            return lunar.Exists && lunar.Next(day) == day && lunar.YearsOn(day) == 0;
        }).Prove();

    private static (int Year, int Month, bool IsLeap) MonthOf(DateOnly day)
    {
        var time = day.ToDateTime(TimeOnly.MinValue);
        var (year, place) = (Lunar.GetYear(time), Lunar.GetMonth(time));
        var leap = Lunar.GetLeapMonth(year);
        return (year, leap > 0 && place >= leap ? place - 1 : place, leap == place);
    }

    /// <summary>1990-08-15, 08-15, 闰06-01, 2025-闰06-01.</summary>
    private static YearlyDay Day(DayCalendar calendar, string text)
    {
        var parts = text.Replace("闰", "", StringComparison.Ordinal).Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new YearlyDay(calendar, parts[^2], parts[^1], text.Contains('闰', StringComparison.Ordinal), parts.Length == 3 ? parts[0] : null);
    }
}
