using System.Globalization;
using FsCheck.Fluent;
using Yingpan.Kernel;

namespace Yingpan.Tests.Rules.Kernel;

public class CalendarTests
{
    [Fact]
    public void A_month_holds_exactly_the_days_that_calendars_give_it() =>
        Any.Holds(Any.Day, day =>
        {
            var month = Month.Of(day);
            (month.Year, month.MonthOfYear, month.Number).ShouldBe((day.Year, day.Month, (day.Year * 100) + day.Month));
            month.First.ShouldBe(day.AddDays(1 - day.Day));
            month.Last.AddDays(1).ShouldBe(month.First.AddMonths(1));
            month.Period.ShouldBe(new Period(month.First, month.Last));
            Month.FromNumber(month.Number).ShouldBe(month);
            Month.Parse(month.ToString()).ShouldBe(month);
        });

    [Fact]
    public void Month_arithmetic_agrees_with_dates() =>
        Any.Holds(Any.Day, Gen.Choose(-600, 600), (day, months) =>
        {
            var month = Month.Of(day);
            var shifted = month.First.AddMonths(months);
            if (shifted.Year is < 1900 or > 2999)
            {
                Should.Throw<ArgumentOutOfRangeException>(() => month.Plus(months));
                return;
            }

            month.Plus(months).First.ShouldBe(shifted);
            month.MonthsUntil(month.Plus(months)).ShouldBe(months);
            (month < month.Plus(months)).ShouldBe(months > 0);
        });

    [Fact]
    public void A_quarter_is_three_months_from_january_april_july_or_october() =>
        Any.Holds(Any.Day, Gen.Choose(-4, 4), (day, quarters) =>
        {
            var quarter = Quarter.Of(day);
            quarter.Period.Contains(day).ShouldBeTrue();
            (quarter.First.Month % 3, quarter.First.Day).ShouldBe((1, 1));
            quarter.Last.AddDays(1).ShouldBe(quarter.First.AddMonths(3));
            quarter.Months.ShouldBe(quarter.Period.Months());
            quarter.Plus(quarters).First.ShouldBe(quarter.First.AddMonths(3 * quarters));
            quarter.QuartersUntil(quarter.Plus(quarters)).ShouldBe(quarters);
            (quarter > quarter.Plus(quarters)).ShouldBe(quarters < 0);
            Quarter.FromNumber(quarter.Number).ShouldBe(quarter);
            Quarter.Parse(quarter.ToString()).ShouldBe(quarter);
        });

    [Fact]
    public void A_week_runs_from_monday_to_sunday_in_the_year_of_its_thursday() =>
        Any.Holds(Any.Day, Gen.Choose(-50, 50), (day, weeks) =>
        {
            var week = Week.Of(day);
            week.Period.Contains(day).ShouldBeTrue();
            (week.First.DayOfWeek, week.Last.DayOfWeek, week.Period.Days).ShouldBe((DayOfWeek.Monday, DayOfWeek.Sunday, 7));
            var thursday = week.First.AddDays(3);
            (week.Year, week.WeekOfYear).ShouldBe((thursday.Year, ((thursday.DayOfYear - 1) / 7) + 1));
            week.Plus(weeks).First.ShouldBe(week.First.AddDays(7 * weeks));
            week.WeeksUntil(week.Plus(weeks)).ShouldBe(weeks);
            (week < week.Plus(weeks)).ShouldBe(weeks > 0);
            Week.FromNumber(week.Number).ShouldBe(week);
            Week.Parse(week.ToString()).ShouldBe(week);
        });

    [Theory]
    [InlineData("2026-07-31", "2026-07", "2026-Q3", "2026-W31")]
    [InlineData("2021-01-03", "2021-01", "2021-Q1", "2020-W53")]
    [InlineData("2024-12-30", "2024-12", "2024-Q4", "2025-W01")]
    [InlineData("2024-02-29", "2024-02", "2024-Q1", "2024-W09")]
    public void A_day_is_in_its_month_quarter_and_week(string text, string month, string quarter, string week)
    {
        var day = DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Month.Of(day).ToString().ShouldBe(month);
        Quarter.Of(day).ToString().ShouldBe(quarter);
        Week.Of(day).ToString().ShouldBe(week);
    }

    [Theory]
    [InlineData(2026, 0)]
    [InlineData(2026, 13)]
    [InlineData(1899, 12)]
    [InlineData(3000, 1)]
    [InlineData(-2026, -7)]
    public void A_month_that_does_not_exist_is_refused(int year, int month)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new Month(year, month));
        Should.Throw<ArgumentOutOfRangeException>(() => Month.FromNumber((year * 100) + month));
    }

    [Fact]
    public void Quarters_and_weeks_that_do_not_exist_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new Quarter(2026, 5));
        Should.Throw<ArgumentOutOfRangeException>(() => Quarter.FromNumber(20260));
        Should.Throw<ArgumentOutOfRangeException>(() => new Week(2021, 53));
        Should.Throw<ArgumentOutOfRangeException>(() => Week.FromNumber(202600));
        Should.Throw<ArgumentOutOfRangeException>(() => Month.Of(new DateOnly(1899, 12, 31)));
        new Week(2020, 53).Last.ShouldBe(new DateOnly(2021, 1, 3));
    }

    [Fact]
    public void Steps_beyond_the_years_are_refused_however_far()
    {
        new Month(2999, 12).Last.ShouldBe(new DateOnly(2999, 12, 31));
        Should.Throw<ArgumentOutOfRangeException>(() => new Month(2999, 12).Plus(1));
        Should.Throw<ArgumentOutOfRangeException>(() => new Month(2026, 7).Plus(int.MaxValue));
        Should.Throw<ArgumentOutOfRangeException>(() => new Month(2026, 7).Plus(int.MinValue));
        Should.Throw<ArgumentOutOfRangeException>(() => new Quarter(1900, 1).Plus(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => new Week(2026, 31).Plus(int.MaxValue));
        Should.Throw<ArgumentOutOfRangeException>(() => new Week(2026, 31).Plus(-6_700));
    }

    [Fact]
    public void Every_week_of_the_years_has_a_monday_and_a_sunday()
    {
        Week.Parse("1900-W01").First.ShouldBe(new DateOnly(1900, 1, 1));
        Week.Parse("2999-W52").Last.ShouldBe(new DateOnly(2999, 12, 29));
    }

    [Theory]
    [InlineData("2026-7")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("202607")]
    [InlineData("2026/07")]
    [InlineData(" 026-07")]
    [InlineData("2026-1\0")]
    [InlineData("1899-12")]
    [InlineData("2026-Q0")]
    [InlineData("2026-Q5")]
    [InlineData("2026-q3")]
    [InlineData("2026-W00")]
    [InlineData("2026-W54")]
    [InlineData("2021-W53")]
    [InlineData("")]
    [InlineData(null)]
    public void Text_of_no_month_quarter_or_week_is_refused(string? text)
    {
        Month.TryParse(text, out _).ShouldBeFalse();
        Quarter.TryParse(text, out _).ShouldBeFalse();
        Week.TryParse(text, out _).ShouldBeFalse();
        if (text is not null)
            Should.Throw<FormatException>(() => Month.Parse(text));
    }

    [Fact]
    public void A_fiscal_year_from_april_is_named_for_the_year_it_starts_in()
    {
        var year = FiscalYear.Of(new DateOnly(2027, 3, 31), startMonth: 4);
        year.ShouldBe(new FiscalYear(2026, 4));
        year.Period.ShouldBe(Period.Parse("2026-04-01/2027-03-31"));
        year.Quarters[3].ShouldBe(Period.Parse("2027-01-01/2027-03-31"));
        FiscalYear.Of(new DateOnly(2027, 4, 1), startMonth: 4).ShouldBe(year.Plus(1));
    }

    [Fact]
    public void A_fiscal_year_is_twelve_months_and_four_quarters_without_a_gap() =>
        Any.Holds(Any.Day, Gen.Choose(1, 12), (day, startMonth) =>
        {
            var year = FiscalYear.Of(day, startMonth);
            year.Period.Contains(day).ShouldBeTrue();
            year.Period.First.ShouldBe(new DateOnly(year.Year, startMonth, 1));
            year.Months.ShouldBe(year.Period.Months());
            year.Months.Count.ShouldBe(12);
            year.Quarters.SelectMany(quarter => quarter.Months()).ShouldBe(year.Months);
            year.Quarters.Count.ShouldBe(4);
        });

    [Fact]
    public void A_fiscal_year_must_lie_within_the_years()
    {
        new FiscalYear(2999, 1).Period.Last.ShouldBe(new DateOnly(2999, 12, 31));
        Should.Throw<ArgumentOutOfRangeException>(() => new FiscalYear(2999, 2));
        Should.Throw<ArgumentOutOfRangeException>(() => new FiscalYear(2026, 13));
        Should.Throw<ArgumentOutOfRangeException>(() => FiscalYear.Of(new DateOnly(2026, 7, 1), 0));
    }
}
