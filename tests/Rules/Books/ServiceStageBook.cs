using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Yingpan.Organization.People.Rules;

namespace Yingpan.Tests.Rules.Books;

public sealed class ServiceStageBook
{
    public static TheoryData<int> Rows => RulePage.Rows("service-stage");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("service-stage")[row];
        var months = example["boundaries"].Split(", ").Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        (ServiceStages.Of(Day(example["hired on"]), Day(example["day"]), new StageBounds(months[0], months[1]))?.ToString() ?? "").ShouldBe(example["stage"]);
    }

    /// <summary>What a list filters by and what a file shows are the same.</summary>
    [Fact]
    public void The_day_of_hire_tells_the_same_as_counting_months() =>
        Prop.ForAll((from hired in Gen.Choose(0, 4000) from served in Gen.Choose(0, 1500) from months in Gen.Choose(1, 36) select (hired, served, months)).ToArbitrary(), sample =>
        {
            var hired = new DateOnly(2015, 1, 1).AddDays(sample.hired);
            var day = hired.AddDays(sample.served);
            var isWithin = day < hired.AddMonths(sample.months);
            return hired >= ServiceStages.FirstHireWithin(day, sample.months) == isWithin;
        }).Prove();

    [Theory]
    [InlineData("13812341234", "138****1234")]
    [InlineData("+8613812341234", "+86****1234")]
    [InlineData("5556666", "55****66")]
    [InlineData("110", "****")]
    [InlineData("11010519491231002X", "110****002X")]
    [InlineData(null, null)]
    public void A_number_shows_its_ends_and_a_short_one_hardly_anything(string? number, string? shown) => Masking.Phone(number).ShouldBe(shown);

    [Fact]
    public void What_comes_back_as_it_was_shown_is_kept_and_all_else_is_taken()
    {
        Masking.Kept("138****1234", "13812341234", Masking.Phone).ShouldBe("13812341234");
        Masking.Kept("13900000000", "13812341234", Masking.Phone).ShouldBe("13900000000");
        Masking.Kept(null, "13812341234", Masking.Phone).ShouldBeNull();
        // Other stars are no value, also where what is on file is itself covered.
        new[] { "138****1234", "139****1234", "13900000000", null }.Select(sent => Masking.MayStay(sent, Masking.Phone("13812341234"))).ShouldBe([true, false, true, true]);
        (Masking.MayStay("l****@blue.example", Masking.Email("l****@blue.example")), Masking.MayStay("****", Masking.Whole("****")), Masking.MayStay("****", Masking.Whole(null))).ShouldBe((true, true, false));
    }

    [Theory]
    [InlineData("11010519491231002X", true)]
    [InlineData("110105194912310021", false)]
    [InlineData("11010519491331002X", false)]
    [InlineData("1101051949123100", false)]
    [InlineData("一10105194912310021", false)]
    public void An_identity_number_has_a_day_and_its_check_digit(string number, bool valid) => IdentityNumber.IsValid(number).ShouldBe(valid);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
