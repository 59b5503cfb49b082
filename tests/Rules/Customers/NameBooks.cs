using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Yingpan.Customers.Names;
using Yingpan.Customers.Names.Rules;
using Yingpan.Customers.Norms.Rules;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Tests.Rules.Books;

namespace Yingpan.Tests.Rules.Customers;

/// <summary>docs/rules/name-fields.md</summary>
public sealed class NameFieldsBook
{
    public static TheoryData<int> Rows => RulePage.Rows("name-fields");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("name-fields")[row];
        var filling = NameFields.Measure(Words(example["filled"]).ToHashSet(), example["required"] == "usual" ? NameFields.Usual : Words(example["required"]));
        string.Join(", ", filling.Missing).ShouldBe(example["missing"]);
        filling.Score.ToString().ShouldBe(example["score"]);
    }

    [Fact]
    public void A_name_is_whole_when_nothing_is_missing_and_filling_more_never_makes_it_less() =>
        Prop.ForAll((from required in Gen.Elements(NameFields.All.ToArray()).ListOf(5) from filled in Gen.Elements(NameFields.All.ToArray()).ListOf(6) from more in Gen.Elements(NameFields.All.ToArray()) select (required, filled, more)).ToArbitrary(), sample =>
        {
            var before = NameFields.Measure(sample.filled.ToHashSet(), sample.required);
            var after = NameFields.Measure(sample.filled.Append(sample.more).ToHashSet(), sample.required);
            return (before.Score == Rate.One) == (before.Missing.Count == 0) && after.Score >= before.Score && !after.Missing.Contains(sample.more);
        }).Prove();

    private static string[] Words(string text) => text.Split(", ", StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>docs/rules/name-paste.md</summary>
public sealed class NamePasteBook
{
    public static TheoryData<int> Rows => RulePage.Rows("name-paste");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("name-paste")[row];
        var text = example["pasted"].Replace('⇥', '\t').Replace('⏎', '\n').Replace("␤", "\r\n").Replace('·', ' ');
        var block = PastedNames.Read(text, NameColumns.Fields, example["into"]);
        block.HasHeadings.ShouldBe(example["headings"] == "yes");
        string.Join("; ", block.Rows.Select(line => string.Join(", ", NameFields.All.Where(line.ContainsKey).Select(field => $"{field}={line[field]}")))).ShouldBe(example["rows"]);
    }

    [Fact]
    public void Headings_nobody_knows_and_lines_too_many_are_told()
    {
        var block = PastedNames.Read("单位名称\t手机\t来 源\n" + string.Concat(Enumerable.Range(0, 203).Select(i => $"厂{i}\t1\tx\n")), NameColumns.Fields, "name");
        (block.Rows.Count, block.Left, block.Unknown.Single()).ShouldBe((PastedNames.Most, 3, "来 源"));
    }

    /// <summary>However cells are written, as a spreadsheet would write them they come back.</summary>
    [Fact]
    public void What_a_spreadsheet_copies_comes_out_as_it_was() =>
        Prop.ForAll(Gen.Elements("甲厂", "a\"b", "两\n行", "x\ty", "", "王 总", "\"q\"").ListOf(3).ListOf(4).ToArbitrary(), lines =>
        {
            string Written(string cell) => cell.IndexOfAny(['\t', '\n', '"']) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"")}\"";
            var block = PastedNames.Read(string.Join("\r\n", lines.Select(line => string.Join('\t', line.Select(Written)))), NameColumns.Fields, "hobbies");
            var expected = lines.Where(line => line.Any(cell => cell.Length > 0)).Select(line => string.Join('|', line.Select(cell => cell.Replace('\n', ' ').Replace('\t', ' ')))).ToList();
            var fields = new[] { "hobbies", "strengths", "phone" };
            return block.Rows.Select(row => string.Join('|', fields.Select(field => row.GetValueOrDefault(field, "")))).SequenceEqual(expected);
        }).Prove();
}

/// <summary>docs/rules/name-norms.md</summary>
public sealed class NameNormsBook
{
    private static readonly DateOnly Day = new(2026, 7, 15);
    private static readonly UnitId Team = Of<UnitId>(1);
    private static readonly UnitId Region = Of<UnitId>(2);
    private static readonly PositionId Rep = Of<PositionId>(3);

    public static TheoryData<int> Rows => RulePage.Rows("name-norms");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("name-norms")[row];
        int Number(string heading) => int.Parse(example[heading], CultureInfo.InvariantCulture);
        var judged = NormDays.Judge(Norm.Usual, example["day"] == "working", Number("leave halves"), example["over"] == "yes", Number("names"), Number("whole"), Number("records"));
        judged.Counted.ShouldBe(Number("counted"));
        (judged.Names.ToString(), judged.Records.ToString()).ShouldBe((example["names state"], example["records state"]));
        (judged.Norm is { } norm ? $"{norm.NamesFrom}-{norm.NamesTo} {norm.RecordsFrom}-{norm.RecordsTo}" : "").ShouldBe(example["asked"]);
    }

    [Fact]
    public void The_nearest_unit_speaks_first_and_in_it_the_position()
    {
        var (house, region, repOfRegion, later) = (Asks(1), Asks(2), Asks(3), Asks(4));
        var book = new NormBook([new(null, null, Day, house), new(Region, null, Day, region), new(Region, Rep, Day, repOfRegion), new(Region, Rep, Day.AddDays(5), later), new(Team, null, Day.AddDays(9), null)]);
        book.Of([Team, Region], Rep, Day, false).ShouldBe(repOfRegion);
        book.Of([Team, Region], Of<PositionId>(9), Day, false).ShouldBe(region);
        book.Of([], Rep, Day, false).ShouldBe(house);
        book.Of([Team, Region], Rep, Day.AddDays(5), false).ShouldBe(later);
        // It asks for nothing, and the ones above are not asked.
        book.Of([Team, Region], Rep, Day.AddDays(9), true).ShouldBeNull();
        // Before the first of them only who takes part in a campaign is asked for anything.
        book.Of([Team, Region], Rep, Day.AddDays(-1), true).ShouldBe(Norm.Usual);
        book.Of([Team, Region], Rep, Day.AddDays(-1), false).ShouldBeNull();
    }

    [Fact]
    public void More_names_are_never_less_of_a_day() =>
        Prop.ForAll((from names in Gen.Choose(0, 80) from more in Gen.Choose(0, 20) from halves in Gen.Choose(0, 1) select (names, more, halves)).ToArbitrary(), sample =>
        {
            var less = NormDays.Judge(Norm.Usual, true, sample.halves, true, sample.names, sample.names, sample.names);
            var more = NormDays.Judge(Norm.Usual, true, sample.halves, true, sample.names + sample.more, sample.names + sample.more, sample.names + sample.more);
            return more.Names >= less.Names && more.Records >= less.Records;
        }).Prove();

    [Theory]
    [InlineData(10, 10, true, 20, 10, 30, "Met Met Met", "20 10 30")]
    [InlineData(10, 10, true, 19, 9, 29, "Below Below Below", "20 10 30")]
    [InlineData(10, 10, false, 19, 10, 0, "Open Met Open", "20 10 30")]
    [InlineData(10, 5, true, 10, 5, 15, "Met Met Met", "10 5 15")]
    [InlineData(10, 7, true, 13, 7, 21, "Below Met Met", "14 7 21")]
    [InlineData(10, 0, true, 0, 0, 0, "Excused Excused Excused", "0 0 0")]
    [InlineData(0, 0, true, 3, 3, 3, "Rest Rest Rest", "0 0 0")]
    public void A_week_is_asked_for_by_the_days_one_is_there(int working, int present, bool over, int names, int records, int follows, string states, string asked)
    {
        var norm = Norm.Usual with { WeekNamesFrom = 20, WeekRecordsFrom = 10, WeekFollowsFrom = 30 };
        var judged = NormWeeks.Judge(norm, working, present, over, names, records, follows);
        ($"{judged.Names} {judged.Records} {judged.Follows}", $"{judged.NamesFrom} {judged.RecordsFrom} {judged.FollowsFrom}").ShouldBe((states, asked));
        NormWeeks.Judge(Norm.Usual, working, present, over, names, records, follows).Names.ShouldBeOneOf(NormState.None, NormState.Rest, NormState.Excused);
        NormWeeks.Judge(null, working, present, over, names, records, follows).Follows.ShouldBe(NormState.None);
    }

    [Fact]
    public void Follow_ups_of_a_day_have_a_lower_figure_only_and_half_of_it_on_half_a_day()
    {
        var norm = Norm.Usual with { FollowsFrom = 5 };
        NormDays.Judge(norm, true, 0, true, 0, 0, 0, 5).Follows.ShouldBe(NormState.Met);
        NormDays.Judge(norm, true, 0, true, 0, 0, 0, 4).Follows.ShouldBe(NormState.Below);
        NormDays.Judge(norm, true, 1, true, 0, 0, 0, 3).Follows.ShouldBe(NormState.Met);
        NormDays.Judge(norm, true, 0, true, 0, 0, 0, 500).Follows.ShouldBe(NormState.Met);
        NormDays.Judge(Norm.Usual, true, 0, true, 0, 0, 0, 0).Follows.ShouldBe(NormState.None);
        new[] { new DateOnly(2026, 7, 13), new DateOnly(2026, 7, 19) }.Select(NormWeeks.MondayOf).ShouldAllBe(monday => monday == new DateOnly(2026, 7, 13));
    }

    private static Norm Asks(int from) => new(from, from, from, from, false);

    private static T Of<T>(int number) where T : struct, IId<T> => T.From(new Guid(number, 0, 0, new byte[8]));
}
