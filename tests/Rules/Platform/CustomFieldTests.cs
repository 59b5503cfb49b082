using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Yingpan.Platform.CustomFields.Rules;

namespace Yingpan.Tests.Rules.Platform;

public sealed class CustomFieldTests
{
    private static readonly IReadOnlyList<FieldOption> Options =
    [
        new(new Guid(1, 0, 0, new byte[8]), "web", "网上询价", "Web", 0, false),
        new(new Guid(2, 0, 0, new byte[8]), "fair", "展会", "Trade fair", 1, false),
        new(new Guid(3, 0, 0, new byte[8]), "paper", "报纸", null, 2, true),
    ];

    private static FieldShape Field(FieldKind kind) => new() { Code = "x", Name = "字段", Kind = kind, Options = Options };

    private static ReadField Json(FieldShape field, string json) => FieldReading.OfJson(field, JsonDocument.Parse(json).RootElement);

    [Theory]
    [InlineData(FieldKind.Text, "\" 甲 \"", "甲")]
    [InlineData(FieldKind.Text, "\"  \"", null)]
    [InlineData(FieldKind.Text, "null", null)]
    [InlineData(FieldKind.LongText, "\"甲\\n乙\"", "甲\n乙")]
    [InlineData(FieldKind.Number, "\"1.50\"", "1.5")]
    [InlineData(FieldKind.Number, "\"-3\"", "-3")]
    [InlineData(FieldKind.Money, "\"12\"", "12.00")]
    [InlineData(FieldKind.Date, "\"2026-02-28\"", "2026-02-28")]
    [InlineData(FieldKind.YesNo, "false", "false")]
    [InlineData(FieldKind.Choice, "\"paper\"", "paper")]
    [InlineData(FieldKind.Choices, "[\"fair\",\"web\",\"fair\"]", "web, fair")]
    [InlineData(FieldKind.Choices, "[]", null)]
    public void A_request_is_read(FieldKind kind, string json, string? words)
    {
        var read = Json(Field(kind), json);
        read.Fault.ShouldBeNull();
        FieldShowing.Words(Field(kind), read.Value).ShouldBe(words);
    }

    [Theory]
    [InlineData(FieldKind.Text, "1", "field.not-text")]
    [InlineData(FieldKind.Text, "\"a\\nb\"", "field.characters")]
    [InlineData(FieldKind.Number, "1", "field.not-number")]
    [InlineData(FieldKind.Number, "\"1.00005\"", "field.not-number")]
    [InlineData(FieldKind.Number, "\"１\"", "field.not-number")]
    [InlineData(FieldKind.Number, "\"9999999999999\"", "field.too-large")]
    [InlineData(FieldKind.Money, "\"1.005\"", "field.not-money")]
    [InlineData(FieldKind.Money, "\"1e3\"", "field.not-money")]
    [InlineData(FieldKind.Date, "\"2026-2-3\"", "field.not-date")]
    [InlineData(FieldKind.Date, "\"2026-02-30\"", "field.not-date")]
    [InlineData(FieldKind.Date, "\"0999-01-01\"", "field.year")]
    [InlineData(FieldKind.YesNo, "\"true\"", "field.not-boolean")]
    [InlineData(FieldKind.YesNo, "1", "field.not-boolean")]
    [InlineData(FieldKind.Choice, "\"展会\"", "field.not-one-of")]
    [InlineData(FieldKind.Choice, "[\"web\"]", "field.not-text")]
    [InlineData(FieldKind.Choices, "\"web\"", "field.not-list")]
    [InlineData(FieldKind.Choices, "[\"web\",1]", "field.not-one-of")]
    [InlineData(FieldKind.Choices, "[[\"web\"]]", "field.not-one-of")]
    [InlineData(FieldKind.Text, "{}", "field.not-text")]
    public void What_is_no_such_value_is_told(FieldKind kind, string json, string code)
    {
        var read = Json(Field(kind), json);
        (read.Value, read.Fault!.Field, read.Fault.Code).ShouldBe((null, "custom.x", code));
    }

    [Theory]
    [InlineData(FieldKind.Money, "¥1,234.5", "1234.50")]
    [InlineData(FieldKind.Number, "1,000", "1000")]
    [InlineData(FieldKind.Date, "2026年7月5日", "2026-07-05")]
    [InlineData(FieldKind.YesNo, "是", "true")]
    [InlineData(FieldKind.YesNo, "no", "false")]
    [InlineData(FieldKind.Choice, "展会", "fair")]
    [InlineData(FieldKind.Choice, "TRADE FAIR", "fair")]
    [InlineData(FieldKind.Choice, "web", "web")]
    [InlineData(FieldKind.Choices, "展会、网上询价", "web, fair")]
    [InlineData(FieldKind.Choices, "web; Trade fair", "web, fair")]
    public void A_cell_is_read_as_people_write(FieldKind kind, string cell, string words)
    {
        var read = FieldReading.OfCell(Field(kind), cell, isSheet: false);
        read.Fault.ShouldBeNull();
        FieldShowing.Words(Field(kind), read.Value).ShouldBe(words);
    }

    [Fact]
    public void A_day_of_a_sheet_may_be_a_bare_number()
    {
        FieldShowing.Words(Field(FieldKind.Date), FieldReading.OfCell(Field(FieldKind.Date), "46218", isSheet: true).Value).ShouldBe("2026-07-15");
        FieldReading.OfCell(Field(FieldKind.Date), "46218", isSheet: false).Fault!.Code.ShouldBe("import.not-day");
    }

    [Fact]
    public void Limits_of_the_field_hold()
    {
        var number = Field(FieldKind.Number) with { Min = 0, Max = 100_0000, Decimals = 0 };
        Json(number, "\"100\"").Value!.Number.ShouldBe(100_0000);
        Json(number, "\"100.5\"").Fault!.Code.ShouldBe("import.decimals");
        Json(number, "\"101\"").Fault!.Code.ShouldBe("field.range");
        Json(Field(FieldKind.Money) with { Min = 0 }, "\"-0.01\"").Fault!.Code.ShouldBe("fields.too-small");
        Json(Field(FieldKind.Money) with { Max = 100 }, "\"1.01\"").Fault!.Code.ShouldBe("fields.too-large");
        Json(Field(FieldKind.Text) with { MaxLength = 2 }, "\"😀甲乙\"").Fault!.Code.ShouldBe("field.too-long");
        Json(Field(FieldKind.Text) with { MaxLength = 2 }, "\"😀甲\"").Fault.ShouldBeNull();
    }

    [Fact]
    public void A_retired_item_is_kept_and_not_chosen_anew()
    {
        var field = Field(FieldKind.Choices);
        var (paper, both) = (Json(field, "[\"paper\"]").Value, Json(field, "[\"paper\",\"web\"]").Value);
        FieldReading.ChosenAnew(field, both, paper).ShouldBeNull();
        FieldReading.ChosenAnew(field, both, null)!.Code.ShouldBe("fields.item-retired");
        FieldReading.ChosenAnew(field, null, paper).ShouldBeNull();
    }

    /// <summary>What goes out into a file comes in again as it was, in both languages.</summary>
    [Fact]
    public void A_cell_that_was_written_is_read_as_the_same_value() => Prop.ForAll(Values, one =>
    {
        var (field, value) = one;
        return new[] { true, false }.All(english =>
        {
            var cell = FieldShowing.Cell(field, value, english) switch
            {
                bool yes => yes ? (english ? "Yes" : "是") : english ? "No" : "否",
                DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                var other => other!.ToString()!,
            };
            return value.Equals(FieldReading.OfCell(field, cell, isSheet: false).Value);
        });
    }).Prove();

    [Fact]
    public void What_a_view_shows_is_taken_back_by_a_request() => Prop.ForAll(Values, one =>
        one.Value.Equals(FieldReading.OfJson(one.Field, JsonSerializer.SerializeToElement(FieldShowing.Json(one.Field, one.Value))).Value)).Prove();

    private static Arbitrary<(FieldShape Field, FieldValue Value)> Values => (
        from kind in Gen.Elements(Enum.GetValues<FieldKind>())
        from number in Gen.Choose(-1_000_000_000, 1_000_000_000)
        from day in Gen.Choose(0, 300_000)
        from items in Gen.SubListOf(Options.Select(option => option.Id))
        from letters in Gen.Elements("甲", "a b", "😀", "第一", "0").NonEmptyListOf()
        select (Field(kind), kind switch
        {
            FieldKind.Text or FieldKind.LongText => new FieldValue { Text = string.Concat(letters.Take(20)) },
            FieldKind.Number or FieldKind.Money => new FieldValue { Number = number },
            FieldKind.Date => new FieldValue { Number = Number(new DateOnly(1900, 1, 1).AddDays(day)) },
            FieldKind.YesNo => new FieldValue { Number = Math.Abs(number) % 2 },
            FieldKind.Choice => new FieldValue { Items = [Options[Math.Abs(number) % 3].Id] },
            _ => new FieldValue { Items = [.. Options.Select(option => option.Id).Where(id => items.Contains(id) || id == Options[0].Id)] },
        })).ToArbitrary();

    private static long Number(DateOnly day) => (day.Year * 10_000) + (day.Month * 100) + day.Day;
}
