using System.Globalization;
using Yingpan.Platform.CustomFields.Rules;

namespace Yingpan.Tests.Rules.Books;

public sealed class RequiredFieldsBook
{
    public static TheoryData<int> Rows => RulePage.Rows("required-fields");

    [Theory, MemberData(nameof(Rows))]
    public void The_page_is_right(int row)
    {
        var example = RulePage.Examples("required-fields")[row];
        var rule = new Requirement(
            "phone", Enum.Parse<FieldNeed>(example["need"]), "state", example["values of the other"].Split(", ", StringSplitOptions.RemoveEmptyEntries),
            Day(example["first day"]), example["older too"] == "yes");
        var missing = Requiring.Missing([rule], field => field == "state" ? Held(example["other field"]) : Held(example["this field"]), Day(example["record began"]), Day(example["today"])!.Value);
        missing.ShouldBe(example["asked for"] == "yes" ? ["phone"] : Array.Empty<string>());
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static IReadOnlyList<string>? Held(string text) => text == "unknown" ? null : text.Split(", ", StringSplitOptions.RemoveEmptyEntries);
}
