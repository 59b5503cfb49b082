using System.Globalization;
using Yingpan.Kernel;

namespace Yingpan.Platform.CustomFields.Rules;

/// <summary>Values of fields as they go out: into JSON, into the cells of a file, into the trail.</summary>
public static class FieldShowing
{
    /// <summary>Exact numbers and days are texts, as everywhere; choices are the codes of their items.</summary>
    public static object? Json(FieldShape field, FieldValue? value) => (field.Kind, value) switch
    {
        (_, null) => null,
        (FieldKind.Text or FieldKind.LongText, { Text: { } text }) => text,
        (FieldKind.YesNo, { Number: { } yes }) => yes == 1,
        (FieldKind.Choice, _) => Chosen(field, value).Select(option => option.Code).FirstOrDefault(),
        (FieldKind.Choices, _) => Chosen(field, value).Select(option => option.Code).ToArray(),
        (_, { Number: { } number }) => Figure(field.Kind, number),
        _ => null,
    };

    /// <summary>Typed, so that a spreadsheet can go on calculating; choices by their names.</summary>
    public static object? Cell(FieldShape field, FieldValue? value, bool english) => (field.Kind, value) switch
    {
        (_, null) => null,
        (FieldKind.Text or FieldKind.LongText, { Text: { } text }) => text,
        (FieldKind.YesNo, { Number: { } yes }) => yes == 1,
        (FieldKind.Choice or FieldKind.Choices, _) => string.Join(english ? ", " : "、", Chosen(field, value).Select(option => option.NameIn(english))),
        (FieldKind.Money, { Number: { } minor }) => new Money(minor),
        (FieldKind.Number, { Number: { } number }) => new PlainNumber(number),
        (FieldKind.Date, { Number: { } day }) => DayOf(day),
        _ => null,
    };

    /// <summary>For the trail.</summary>
    public static string? Words(FieldShape field, FieldValue? value) => Json(field, value) switch
    {
        null => null,
        bool yes => yes ? "true" : "false",
        string[] codes => string.Join(", ", codes),
        var one => one.ToString(),
    };

    /// <summary>What a condition compares: codes of items, true or false, else the text.</summary>
    public static IReadOnlyList<string> Compared(FieldShape field, FieldValue? value) =>
        field.IsChoice ? [.. Chosen(field, value).Select(option => option.Code)] : Words(field, value) is { } words ? [words] : [];

    /// <summary>A scaled number in the figures of its kind.</summary>
    public static string Figure(FieldKind kind, long number) => kind switch
    {
        FieldKind.Money => new Money(number).ToString(),
        FieldKind.Date => DayOf(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => new PlainNumber(number).ToString(),
    };

    /// <summary>A day as it is stored: 20260131.</summary>
    public static long NumberOf(DateOnly day) => (day.Year * 10_000) + (day.Month * 100) + day.Day;

    public static DateOnly DayOf(long day) => new((int)(day / 10_000), (int)(day / 100 % 100), (int)(day % 100));

    private static IEnumerable<FieldOption> Chosen(FieldShape field, FieldValue? value) =>
        value is null ? [] : value.Items.Select(item => field.Options.FirstOrDefault(option => option.Id == item)).OfType<FieldOption>();
}

/// <summary>A number in ten-thousandths, written without zeros at its end.</summary>
public readonly record struct PlainNumber(long TenThousandths) : IFormattable
{
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);

    public string ToString(string? format, IFormatProvider? formatProvider) => (TenThousandths / 10_000m).ToString("0.####", CultureInfo.InvariantCulture);
}
