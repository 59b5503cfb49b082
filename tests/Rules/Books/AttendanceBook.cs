using System.Globalization;
using Yingpan.Kernel;
using Yingpan.Organization.Attendance.Rules;

namespace Yingpan.Tests.Rules.Books;

public sealed class AttendanceBook
{
    public static TheoryData<int> Rows => RulePage.Rows("attendance");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("attendance")[row];
        var (work, noon, right) = (example["hours"].Split('–'), example["noon"].Split('–'), example["put right"].Split(' '));
        var hours = new Hours(Time(work[0])!.Value, Time(noon[0])!.Value, Time(noon[1])!.Value, Time(work[1])!.Value, Number(example["grace"]),
            example["overtime from"].Length == 0 ? null : Number(example["overtime from"]));
        var clocked = Judging.ClockedOf(
            [.. example["clocked"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => Time(text)!.Value)], Time(right[0]), Time(right.Length > 1 ? right[1] : ""));
        var judged = Judging.Of(example["due"] == "yes", example["over"] == "yes", hours, clocked, Enum.Parse<DayPart>(example["leave"]));
        judged.ShouldBe(new Judged(Enum.Parse<DayState>(example["state"]), Number(example["late"]), Number(example["early"]), Number(example["overtime"]),
            Number(example["leave halves"]), Number(example["absent halves"])));
    }

    [Theory]
    [InlineData("2026-07-01", false, "2026-07-01", false, "2026-07-01", DayPart.Whole)]
    [InlineData("2026-07-01", true, "2026-07-01", false, "2026-07-01", DayPart.Afternoon)]
    [InlineData("2026-07-01", false, "2026-07-01", true, "2026-07-01", DayPart.Morning)]
    [InlineData("2026-07-01", true, "2026-07-03", true, "2026-07-01", DayPart.Afternoon)]
    [InlineData("2026-07-01", true, "2026-07-03", true, "2026-07-02", DayPart.Whole)]
    [InlineData("2026-07-01", true, "2026-07-03", true, "2026-07-03", DayPart.Morning)]
    [InlineData("2026-07-01", true, "2026-07-03", true, "2026-07-04", DayPart.None)]
    [InlineData("2026-07-01", true, "2026-07-03", true, "2026-06-30", DayPart.None)]
    public void A_leave_may_begin_and_end_at_noon(string first, bool startsAtNoon, string last, bool endsAtNoon, string day, DayPart part) =>
        Judging.PartOf(Day(day), Day(first), startsAtNoon, Day(last), endsAtNoon).ShouldBe(part);

    [Fact]
    public void Hours_are_those_of_the_nearest_unit_as_they_held_on_the_day()
    {
        var (store, region, other) = (new UnitId(Guid.Parse("00000000-0000-7000-8000-000000000001")), new UnitId(Guid.Parse("00000000-0000-7000-8000-000000000002")), new UnitId(Guid.Parse("00000000-0000-7000-8000-000000000003")));
        var (late, early) = (Hours.Usual with { Start = new TimeOnly(10, 0) }, Hours.Usual with { Start = new TimeOnly(8, 0) });
        var book = new HoursBook(
        [
            new HoursFrom(null, Day("1900-01-01"), Hours.Usual), new HoursFrom(null, Day("2026-08-01"), early),
            new HoursFrom(store, Day("2026-03-01"), late), new HoursFrom(store, Day("2026-09-01"), null),
        ]);
        book.On(Day("2026-07-31"), [region]).ShouldBe(Hours.Usual);
        book.On(Day("2026-08-01"), [region]).ShouldBe(early);
        book.On(Day("2026-02-28"), [store, region]).ShouldBe(Hours.Usual);
        book.On(Day("2026-08-01"), [store, region]).ShouldBe(late);
        book.On(Day("2026-09-01"), [store, region]).ShouldBe(early);
        book.On(Day("2026-08-01"), [other, store]).ShouldBe(late);
        new HoursBook([]).On(Day("2026-08-01"), []).ShouldBe(Hours.Usual);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static TimeOnly? Time(string text) => text is "" or "–" ? null : TimeOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
