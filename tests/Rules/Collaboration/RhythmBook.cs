using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Yingpan.Collaboration.Rhythms.Rules;
using Yingpan.Kernel;
using Yingpan.Tests.Rules.Books;

namespace Yingpan.Tests.Rules.Collaboration;

/// <summary>docs/rules/rhythm.md</summary>
public sealed class RhythmBook
{
    public static TheoryData<int> Rows => RulePage.Rows("rhythm");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("rhythm")[row];
        var kind = Enum.Parse<RhythmKind>(example["kind"]);
        var rhythm = new Rhythm(
            kind, int.Parse(example["every"], CultureInfo.InvariantCulture),
            kind == RhythmKind.Weekly ? [.. example["on"].Split(' ').Select(Enum.Parse<DayOfWeek>)] : [],
            kind == RhythmKind.Monthly ? int.Parse(example["on"], CultureInfo.InvariantCulture) : 1,
            Enum.Parse<OffDay>(example["off day"]), Day(example["first"]), example["last"].Length == 0 ? null : Day(example["last"]));
        string.Join(' ', rhythm.Between(Period.Parse(example["in"]), WorkCalendarBook.China).Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture)))
            .ShouldBe(example["occurrences"]);
    }

    private static readonly Gen<Rhythm> Any =
        from kind in Gen.Elements(Enum.GetValues<RhythmKind>())
        from every in Gen.Choose(1, 5)
        from weekdays in Gen.NonEmptyListOf(Gen.Elements(Enum.GetValues<DayOfWeek>()))
        from day in Gen.Choose(1, 31)
        from off in Gen.Elements(Enum.GetValues<OffDay>())
        from first in Gen.Choose(0, 900)
        select new Rhythm(kind, every, [.. weekdays], day, off, new DateOnly(2023, 6, 1).AddDays(first), null);

    [Fact]
    public void Going_from_one_to_the_next_finds_the_same_as_looking_at_once() => Prop.ForAll(Any.ToArbitrary(), rhythm =>
    {
        var span = new Period(new DateOnly(2024, 1, 1), new DateOnly(2025, 3, 31));
        var stepped = new List<DateOnly>();
        for (var next = rhythm.Next(span.First.AddDays(-1), WorkCalendarBook.China); next is { } day && day <= span.Last; next = rhythm.Next(day, WorkCalendarBook.China))
        {
            stepped.Add(day);
        }

        return stepped.SequenceEqual(rhythm.Between(span, WorkCalendarBook.China));
    }).Prove();

    [Fact]
    public void What_moves_or_is_skipped_never_falls_on_a_day_off() => Prop.ForAll(Any.ToArbitrary(), rhythm =>
        rhythm.OffDay == OffDay.Keep || rhythm.Between(new Period(new DateOnly(2024, 1, 1), new DateOnly(2025, 12, 31)), WorkCalendarBook.China).All(WorkCalendarBook.China.IsWorkingDay))
        .Prove();

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
