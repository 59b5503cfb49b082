using Yingpan.Kernel;

namespace Yingpan.Tests.Rules.Kernel;

public class PeriodTests
{
    private static readonly Period July = new Month(2026, 7).Period;

    [Fact]
    public void A_period_may_not_end_before_it_begins()
    {
        Should.Throw<ArgumentException>(() => new Period(July.Last, July.First));
        new Period(July.First, July.First).Days.ShouldBe(1);
        July.Days.ShouldBe(31);
    }

    [Fact]
    public void Both_ends_are_included()
    {
        July.Contains(July.First).ShouldBeTrue();
        July.Contains(July.Last).ShouldBeTrue();
        July.Contains(July.First.AddDays(-1)).ShouldBeFalse();
        July.Contains(July.Last.AddDays(1)).ShouldBeFalse();
    }

    [Fact]
    public void One_common_day_is_an_overlap_and_neighbours_have_none()
    {
        var lastDay = new Period(July.Last, July.Last.AddDays(9));
        July.Intersect(lastDay).ShouldBe(new Period(July.Last, July.Last));
        lastDay.Intersect(July).ShouldBe(new Period(July.Last, July.Last));
        var august = new Month(2026, 8).Period;
        July.Overlaps(august).ShouldBeFalse();
        august.Overlaps(July).ShouldBeFalse();
    }

    [Fact]
    public void Intersection_is_commutative_and_holds_exactly_the_common_days() =>
        Any.Holds(Any.Period, Any.Period, (a, b) =>
        {
            var common = a.Intersect(b);
            b.Intersect(a).ShouldBe(common);
            a.Overlaps(b).ShouldBe(common is not null);
            (common?.EachDay() ?? []).ShouldBe(a.EachDay().Where(b.Contains));
        });

    [Fact]
    public void A_period_contains_another_when_the_other_is_all_they_share() =>
        Any.Holds(Any.Period, Any.Period, (a, b) =>
        {
            a.Contains(b).ShouldBe(a.Intersect(b) == b);
            a.Contains(a).ShouldBeTrue();
        });

    [Fact]
    public void Its_days_are_consecutive_from_first_to_last() =>
        Any.Holds(Any.Period, period =>
        {
            var days = period.EachDay().ToList();
            days.Count.ShouldBe(period.Days);
            days[0].ShouldBe(period.First);
            days[^1].ShouldBe(period.Last);
            days.Zip(days.Skip(1), (day, next) => next.DayNumber - day.DayNumber).ShouldAllBe(step => step == 1);
        });

    [Fact]
    public void Its_months_are_those_of_its_days() =>
        Any.Holds(Any.Period, period => period.Months().ShouldBe(period.EachDay().Select(Month.Of).Distinct()));

    [Fact]
    public void The_last_day_of_the_calendar_is_a_day_like_any_other() =>
        new Period(DateOnly.MaxValue, DateOnly.MaxValue).EachDay().ShouldBe([DateOnly.MaxValue]);

    [Fact]
    public void Text_reads_back_as_the_same_period() =>
        Any.Holds(Any.Period, period => Period.Parse(period.ToString()).ShouldBe(period));

    [Fact]
    public void Text_is_two_days_and_a_slash() => July.ToString().ShouldBe("2026-07-01/2026-07-31");

    [Fact]
    public void O_I4_A_day_that_does_not_exist_is_refused()
    {
        Period.TryParse("2010-02-28/2010-03-01", out _).ShouldBeTrue();
        Period.TryParse("2010-02-29/2010-03-01", out _).ShouldBeFalse();
        Period.TryParse("2010-02-01/2010-02-29", out _).ShouldBeFalse();
        Period.TryParse("2012-02-01/2012-02-29", out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("2026-07-31/2026-07-01")]
    [InlineData("2026-07-01")]
    [InlineData("2026-07-01 2026-07-31")]
    [InlineData("2026-7-01/2026-07-031")]
    [InlineData("2026-07-01/2026-07-31 ")]
    [InlineData("")]
    [InlineData(null)]
    public void Text_of_no_period_is_refused(string? text)
    {
        Period.TryParse(text, out _).ShouldBeFalse();
        if (text is not null)
            Should.Throw<FormatException>(() => Period.Parse(text));
    }
}
