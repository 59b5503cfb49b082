using Yingpan.Kernel;
using Yingpan.Platform.Imports.Rules;

namespace Yingpan.Tests.Rules.Imports;

public class CellTextTests
{
    [Theory]
    [InlineData("1234.5", "1234.5")]
    [InlineData("1,234,567.89", "1234567.89")]
    [InlineData("¥1,234.50", "1234.5")]
    [InlineData("￥1234元", "1234")]
    [InlineData("１２３４．５", "1234.5")]
    [InlineData("-0.05", "-0.05")]
    [InlineData("-¥12", "-12")]
    [InlineData("(12.00)", "-12")]
    [InlineData(".5", "0.5")]
    [InlineData("0.30000000000000004", "0.30000000000000004")]
    public void Numbers_are_read_as_people_write_them(string text, string value) =>
        CellText.Number(text).ShouldBe(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("1.234,50")]
    [InlineData("12,34")]
    [InlineData("1,2345")]
    [InlineData("1.2E+10")]
    [InlineData("5.")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("")]
    [InlineData("=1+1")]
    [InlineData("十二")]
    [InlineData("1 234")]
    public void What_may_mean_two_things_is_no_number(string text) => CellText.Number(text).ShouldBeNull();

    [Theory]
    [InlineData("13%", "0.13")]
    [InlineData("13 %", "0.13")]
    [InlineData("13％", "0.13")]
    [InlineData("0.13", "0.13")]
    [InlineData("6.5%", "0.065")]
    [InlineData("13", "13")]
    public void A_rate_is_a_fraction_or_a_percentage(string text, string value) =>
        CellText.Fraction(text).ShouldBe(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-07-31")]
    [InlineData("2026/7/31")]
    [InlineData("2026.7.31")]
    [InlineData("20260731")]
    [InlineData("2026年7月31日")]
    [InlineData("２０２６年７月３１日")]
    [InlineData("2026-07-31 00:00:00")]
    [InlineData("2026-07-31T08:15:30.123Z")]
    public void A_day_has_many_spellings(string text) => CellText.Day(text).ShouldBe(new DateOnly(2026, 7, 31));

    [Theory]
    [InlineData("7/8/2026")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-30")]
    [InlineData("2026-07/31")]
    [InlineData("0000-01-01")]
    [InlineData("46234")]
    [InlineData("2026")]
    public void What_is_not_surely_a_day_is_none(string text) => CellText.Day(text).ShouldBeNull();

    [Fact]
    public void The_last_day_of_february_is_read_in_leap_years_only()
    {
        CellText.Day("2024-02-29").ShouldBe(new DateOnly(2024, 2, 29));
        CellText.Day("2023-02-29").ShouldBeNull();
    }

    [Fact]
    public void A_bare_number_in_a_sheet_is_a_day_since_1899()
    {
        CellText.SerialDay("46234").ShouldBe(new DateOnly(2026, 7, 31));
        CellText.SerialDay("60").ShouldBeNull();
        CellText.SerialDay("46234.5").ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-07")]
    [InlineData("2026/7")]
    [InlineData("202607")]
    [InlineData("2026年7月")]
    [InlineData("2026-07-15")]
    public void A_month_may_be_told_by_any_of_its_days(string text) => CellText.Month(text).ShouldBe(new Month(2026, 7));

    [Fact]
    public void Zeros_at_the_end_are_no_decimals()
    {
        CellText.Decimals(12.3400m).ShouldBe(2);
        CellText.Decimals(12m).ShouldBe(0);
        CellText.Decimals(0.0001m).ShouldBe(4);
        CellText.Decimals(100m).ShouldBe(0);
    }

    [Fact]
    public void Yes_and_no_are_read_in_both_languages()
    {
        CellText.Flag("是").ShouldBe(true);
        CellText.Flag(" No ").ShouldBe(false);
        CellText.Flag("也许").ShouldBeNull();
    }
}
