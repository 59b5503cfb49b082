using System.Globalization;
using System.Text.Json;
using Yingpan.Kernel;
using Yingpan.Platform.Http;
using Yingpan.Platform.Imports.Rules;

namespace Yingpan.Platform.CustomFields.Rules;

/// <summary>A value, or nothing, or why it cannot be read.</summary>
public sealed record ReadField(FieldValue? Value, Fault? Fault = null)
{
    public static readonly ReadField Nothing = new(null, null);

    internal static ReadField Refused(FieldShape field, string code, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        new(null, Kernel.Fault.At(field.Key, code, parameters));
}

/// <summary>
/// Values of fields out of requests and out of cells of files. A request is read strictly, a cell as people write (see
/// <see cref="CellText"/>); what comes out is the same.
/// </summary>
public static class FieldReading
{
    /// <summary>In characters; an index of PostgreSQL holds no more than 2,700 bytes.</summary>
    public const int LongestText = 200;

    public const int LongestLongText = 4_000;

    public const int MostChoices = 50;

    private const int NumberDecimals = 4;

    /// <summary>A thousand billion, in ten-thousandths: as far as amounts go.</summary>
    private const long LargestNumber = 10_000_000_000_000_000;

    private static readonly char[] Between = [',', '，', '、', ';', '；', '|', '\n'];

    /// <summary>Characters by which several names in one cell are told apart, and which therefore are in no name.</summary>
    public static bool IsNameOfItem(string name) => name.IndexOfAny(Between) < 0;

    public static ReadField OfJson(FieldShape field, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => ReadField.Nothing,
        JsonValueKind.True or JsonValueKind.False when field.Kind == FieldKind.YesNo => new ReadField(new FieldValue { Number = json.ValueKind == JsonValueKind.True ? 1 : 0 }),
        JsonValueKind.Array when field.Kind == FieldKind.Choices => Choices(field, json),
        JsonValueKind.String when field.Kind is not (FieldKind.YesNo or FieldKind.Choices) => OfText(field, json.GetString()!),
        _ => ReadField.Refused(field, WrongType(field.Kind)),
    };

    /// <param name="isSheet">From a spreadsheet, where a day may be a bare number.</param>
    public static ReadField OfCell(FieldShape field, string cell, bool isSheet)
    {
        switch (field.Kind)
        {
            case FieldKind.Text or FieldKind.LongText:
                return Text(field, cell);
            case FieldKind.Number or FieldKind.Money:
                if (CellText.Number(cell) is not { } number)
                {
                    return ReadField.Refused(field, WrongType(field.Kind));
                }

                return Amount(field, number);
            case FieldKind.Date:
                return (CellText.Day(cell) ?? (isSheet ? CellText.SerialDay(cell) : null)) is { } day ? Day(field, day) : ReadField.Refused(field, "import.not-day");
            case FieldKind.YesNo:
                return CellText.Flag(cell) is { } flag ? new ReadField(new FieldValue { Number = flag ? 1 : 0 }) : ReadField.Refused(field, "import.not-flag");
            case FieldKind.Choice:
                return ByName(field, [cell]);
            default:
                return ByName(field, cell.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }
    }

    /// <summary>An item that is retired is not chosen anew; one that the record had it keeps.</summary>
    public static Fault? ChosenAnew(FieldShape field, FieldValue? value, FieldValue? before)
    {
        var gone = field.Options.FirstOrDefault(option => option.IsRetired && value?.Items.Contains(option.Id) == true && before?.Items.Contains(option.Id) != true);
        return gone is null ? null : Fault.At(field.Key, "fields.item-retired", ("name", gone.Name));
    }

    /// <summary>A bound as an administrator writes it, in the unit of the values; null when it is none.</summary>
    public static long? Bound(FieldKind kind, string? text) => kind switch
    {
        FieldKind.Money => Money.TryParse(text, null, out var money) ? money.Minor : null,
        FieldKind.Number => UnitPrice.TryParse(text, out var number) ? number.TenThousandths : null,
        _ => null,
    };

    private static ReadField OfText(FieldShape field, string text)
    {
        switch (field.Kind)
        {
            case FieldKind.Text or FieldKind.LongText:
                return Text(field, text);
            case FieldKind.Money:
                return text.Length == 0 ? ReadField.Nothing
                    : Money.TryParse(text, null, out var money) ? InRange(field, money.Minor)
                    : ReadField.Refused(field, "field.not-money");
            case FieldKind.Number:
                return text.Length == 0 ? ReadField.Nothing
                    : UnitPrice.TryParse(text, out var number) ? Amount(field, number.ToDecimal())
                    : ReadField.Refused(field, "field.not-number");
            case FieldKind.Date:
                return text.Length == 0 ? ReadField.Nothing
                    : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Day(field, day)
                    : ReadField.Refused(field, "field.not-date");
            default:
                return text.Length == 0 ? ReadField.Nothing : Items(field, [field.Options.FirstOrDefault(option => option.Code == text)]);
        }
    }

    private static ReadField Text(FieldShape field, string text)
    {
        var lines = field.Kind == FieldKind.LongText;
        if (!Check.IsStorable(text, lines))
        {
            return ReadField.Refused(field, "field.characters");
        }

        if (text.CleanOrNull() is not { } clean)
        {
            return ReadField.Nothing;
        }

        var max = Math.Min(field.MaxLength ?? int.MaxValue, lines ? LongestLongText : LongestText);
        return Check.Length(clean) > max ? ReadField.Refused(field, "field.too-long", ("max", max)) : new ReadField(new FieldValue { Text = clean });
    }

    private static ReadField Amount(FieldShape field, decimal number)
    {
        var decimals = field.Kind == FieldKind.Money ? 2 : field.Decimals ?? NumberDecimals;
        if (CellText.Decimals(number) > decimals)
        {
            return ReadField.Refused(field, "import.decimals", ("max", decimals));
        }

        var scale = field.Kind == FieldKind.Money ? 100m : 10_000m;
        return Math.Abs(number) > LargestNumber / 10_000m ? ReadField.Refused(field, "field.too-large", ("max", LargestNumber / 10_000)) : InRange(field, (long)(number * scale));
    }

    private static ReadField InRange(FieldShape field, long number)
    {
        var largest = field.Kind == FieldKind.Money ? Check.LargestAmount.Minor : LargestNumber;
        if (Math.Abs((decimal)number) > largest)
        {
            return ReadField.Refused(field, "field.too-large", ("max", FieldShowing.Figure(field.Kind, largest)));
        }

        return (field.Min, field.Max) switch
        {
            ({ } min, { } max) when number < min || number > max =>
                ReadField.Refused(field, "field.range", ("min", FieldShowing.Figure(field.Kind, min)), ("max", FieldShowing.Figure(field.Kind, max))),
            ({ } min, _) when number < min => ReadField.Refused(field, "fields.too-small", ("min", FieldShowing.Figure(field.Kind, min))),
            (_, { } max) when number > max => ReadField.Refused(field, "fields.too-large", ("max", FieldShowing.Figure(field.Kind, max))),
            _ => new ReadField(new FieldValue { Number = number }),
        };
    }

    private static ReadField Day(FieldShape field, DateOnly day) => day.Year is >= 1900 and <= 2999
        ? new ReadField(new FieldValue { Number = FieldShowing.NumberOf(day) })
        : ReadField.Refused(field, "field.year", ("min", 1900), ("max", 2999));

    private static ReadField Choices(FieldShape field, JsonElement json)
    {
        if (json.GetArrayLength() > MostChoices)
        {
            return ReadField.Refused(field, "field.too-many", ("max", MostChoices));
        }

        return Items(field, [.. json.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? field.Options.FirstOrDefault(option => option.Code == item.GetString()) : null)]);
    }

    /// <summary>By code or by name in either language; one in use goes before one that is retired.</summary>
    private static ReadField ByName(FieldShape field, string[] names) => names.Length > MostChoices
        ? ReadField.Refused(field, "field.too-many", ("max", MostChoices))
        : Items(field, [.. names.Select(name => Headings.Key(name)).Select(key => field.Options
            .Where(option => Headings.Key(option.Code) == key || Headings.Key(option.Name) == key || (option.NameEn is { } english && Headings.Key(english) == key))
            .OrderBy(option => option.IsRetired).FirstOrDefault())], byName: true);

    private static ReadField Items(FieldShape field, IReadOnlyList<FieldOption?> chosen, bool byName = false)
    {
        if (chosen.Contains(null))
        {
            return ReadField.Refused(field, "field.not-one-of", ("allowed", Allowed(field, byName)));
        }

        // In the order of the list, and each once: what was chosen, not how.
        var items = chosen.OfType<FieldOption>().Distinct().OrderBy(option => option.Order).Select(option => option.Id).ToList();
        return items.Count == 0 ? ReadField.Nothing : new ReadField(new FieldValue { Items = items });
    }

    /// <summary>What can be written there: codes in a request, names in a file.</summary>
    private static string Allowed(FieldShape field, bool byName)
    {
        const int Shown = 20;
        var names = field.Options.Where(option => !option.IsRetired).Select(option => byName ? option.Name : option.Code).ToList();
        return string.Join(", ", names.Take(Shown)) + (names.Count > Shown ? " …" : "");
    }

    private static string WrongType(FieldKind kind) => kind switch
    {
        FieldKind.Number => "field.not-number",
        FieldKind.Money => "field.not-money",
        FieldKind.Date => "field.not-date",
        FieldKind.YesNo => "field.not-boolean",
        FieldKind.Choices => "field.not-list",
        _ => "field.not-text",
    };
}
