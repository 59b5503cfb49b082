using Yingpan.Platform.Search;

namespace Yingpan.Tests.Rules.Platform;

public sealed class NumberRangeTests
{
    [Theory]
    [InlineData("O-0012", "O-0012", "O-0013", "O-0012%")]
    [InlineData("O-0019", "O-0019", "O-001A", "O-0019%")]
    [InlineData("O-", "O", "P", "O-%")]
    [InlineData("12_%", "12_%", null, null)]
    [InlineData("A_1", "A_1", "A_2", @"A\_1%")]
    [InlineData("上海", null, null, null)]
    [InlineData("---", null, null, null)]
    public void A_beginning_is_a_stretch_of_the_index(string words, string? from, string? before, string? pattern)
    {
        var ranges = NumberRange.Of(words);
        ranges.ShouldBe(before is null ? [] : [new NumberRange(from!, before, pattern!)]);
    }

    [Fact]
    public void Small_letters_are_looked_for_as_capitals_too() => NumberRange.Of("o-1").Select(range => range.From).ShouldBe(["o-1", "O-1"]);

    /// <summary>Whatever follows the beginning lies in the stretch, by the order of SQLite and by that of a language.</summary>
    [Theory, InlineData("0"), InlineData("9"), InlineData("Z"), InlineData("a"), InlineData("-7"), InlineData("")]
    public void All_that_begins_with_it_lies_in_it(string rest)
    {
        foreach (var words in new[] { "O-0009", "C12", "AZ", "R-199", "x9" })
        {
            var range = NumberRange.Of(words)[0];
            foreach (var order in new[] { StringComparer.Ordinal, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("en-US"), false), StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("zh-CN"), false) })
            {
                order.Compare(words + rest, range.From).ShouldBeGreaterThanOrEqualTo(0, $"{words + rest} from {range.From}");
                order.Compare(words + rest, range.Before).ShouldBeLessThan(0, $"{words + rest} before {range.Before}");
            }
        }
    }
}
