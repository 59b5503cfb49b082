using Yingpan.Kernel;
using Yingpan.Platform.Http;
using Yingpan.Platform.Imports.Rules;

namespace Yingpan.Platform.Imports;

/// <summary>
/// One line of a file, by the names of the importer's columns. The readers never throw: what can't be read becomes a fault of the
/// line, and the reader answers null; so an importer reads all it needs and then asks <see cref="HasFaults"/> once.
/// </summary>
public sealed class ImportRow
{
    private readonly ImportLayout layout;
    private readonly string?[] values;
    private readonly ImportRun run;

    internal ImportRow(int line, string?[] values, string? sourceFault, bool isSheet, ImportLayout layout, ImportRun run)
    {
        Line = line;
        SourceFault = sourceFault;
        IsSheet = isSheet;
        this.values = values;
        this.layout = layout;
        this.run = run;
    }

    /// <summary>As a text editor or spreadsheet counts it, the headings included.</summary>
    public int Line { get; }

    public bool HasFaults { get; internal set; }

    /// <summary>From a spreadsheet, where a day may be a bare number.</summary>
    internal bool IsSheet { get; }

    /// <summary>Why the line as a whole can't be used, found while reading it.</summary>
    internal string? SourceFault { get; }

    internal string? Group => layout.GroupIndex is { } index ? values[index] : null;

    /// <summary>As it is in the file, trimmed; null when empty, or when no heading is mapped to the column.</summary>
    public string? this[string column] => values[layout.Index(column)];

    public bool Has(string column) => this[column] is not null;

    /// <param name="max">In characters.</param>
    public string? Text(string column, int max = 200, bool lines = false)
    {
        if (this[column] is not { } value)
        {
            return null;
        }

        if (!Check.IsStorable(value, lines))
        {
            return Faulty<string>(column, "field.characters");
        }

        var clean = value.Clean();
        return Check.Length(clean) > max ? Faulty<string>(column, "field.too-long", ("max", max)) : clean;
    }

    /// <summary>Empty text when there is none, which is then a fault of the line.</summary>
    public string RequiredText(string column, int max = 200) => Text(column, max) ?? Missing(column, "");

    public string? Email(string column) => Checked(column, Text(column), check => check.Email("", this[column]));

    public string? Phone(string column) => Checked(column, Text(column), check => check.Phone("", this[column]));

    /// <summary>At most two decimals, unless the import was told to round (half up, 四舍五入).</summary>
    public Money? Money(string column)
    {
        if (Number(column, CellText.Number, 2, "field.not-money", run.RoundsAmounts) is not { } value)
        {
            return null;
        }

        return Math.Abs(value) <= Check.LargestAmount.ToDecimal()
            ? Kernel.Money.Of(value, Rounding.HalfUp)
            : FaultyValue<Money>(column, "field.too-large", ("max", Check.LargestAmount));
    }

    /// <summary>At most four decimals, unless the import was told to round.</summary>
    public UnitPrice? UnitPrice(string column) =>
        Bounded(column, Number(column, CellText.Number, 4, "field.not-price", run.RoundsAmounts)) is { } value ? Kernel.UnitPrice.Of(value, Rounding.HalfUp) : null;

    /// <summary>At most three decimals.</summary>
    public Quantity? Quantity(string column) =>
        Bounded(column, Number(column, CellText.Number, 3, "field.not-quantity", rounds: false)) is { } value ? Kernel.Quantity.Of(value, Rounding.HalfUp) : null;

    /// <summary>"13%" or "0.13".</summary>
    public Rate? Rate(string column) =>
        Bounded(column, Number(column, CellText.Fraction, 6, "field.not-rate", rounds: false)) is { } value ? Kernel.Rate.Of(value, Rounding.HalfUp) : null;

    public int? Whole(string column, int min = 0, int max = int.MaxValue)
    {
        if (Number(column, CellText.Number, 0, "field.not-number", rounds: false) is not { } value)
        {
            return null;
        }

        return value >= min && value <= max ? (int)value : FaultyValue<int>(column, "field.range", ("min", min), ("max", max));
    }

    public DateOnly? Day(string column)
    {
        if (this[column] is not { } text)
        {
            return null;
        }

        var day = CellText.Day(text) ?? (IsSheet ? CellText.SerialDay(text) : null);
        return day switch
        {
            null => FaultyValue<DateOnly>(column, "import.not-day"),
            { Year: < 1900 or > 2999 } => FaultyValue<DateOnly>(column, "field.year", ("min", 1900), ("max", 2999)),
            _ => day,
        };
    }

    public Month? Month(string column) =>
        this[column] is not { } text ? null : CellText.Month(text) ?? FaultyValue<Month>(column, "field.not-month");

    /// <summary>是/否, yes/no, true/false, 1/0.</summary>
    public bool? Flag(string column) =>
        this[column] is not { } text ? null : CellText.Flag(text) ?? FaultyValue<bool>(column, "import.not-flag");

    /// <summary>One of a few words, compared as headings are: ("客户", Kind.Customer), ("customer", Kind.Customer).</summary>
    public T? OneOf<T>(string column, params IReadOnlyList<(string Word, T Value)> choices) where T : struct
    {
        if (this[column] is not { } text)
        {
            return null;
        }

        var key = Headings.Key(text);
        foreach (var (word, value) in choices)
        {
            if (Headings.Key(word) == key)
            {
                return value;
            }
        }

        return FaultyValue<T>(column, "field.not-one-of", ("allowed", string.Join(", ", choices.Select(choice => choice.Word))));
    }

    /// <summary>A value that must be there: <c>row.Required("amount", row.Money("amount"))</c>; default when it is not, and a fault.</summary>
    public T Required<T>(string column, T? value) where T : struct => value ?? Missing(column, default(T));

    private T Missing<T>(string column, T instead)
    {
        if (this[column] is null)
        {
            run.Fault(this, column, "field.required");
        }

        return instead;
    }

    private decimal? Number(string column, Func<string, decimal?> read, int decimals, string code, bool rounds)
    {
        if (this[column] is not { } text)
        {
            return null;
        }

        return read(text) switch
        {
            null => FaultyValue<decimal>(column, code),
            { } value when !rounds && CellText.Decimals(value) > decimals => FaultyValue<decimal>(column, "import.decimals", ("max", decimals)),
            { } value => value,
        };
    }

    /// <summary>Far beyond any real price or quantity, and far within what a row can hold.</summary>
    private decimal? Bounded(string column, decimal? value) =>
        value is null || Math.Abs(value.Value) <= 1_000_000_000m ? value : FaultyValue<decimal>(column, "field.too-large", ("max", 1_000_000_000));

    private string? Checked(string column, string? value, Action<Check> rule)
    {
        var check = new Check();
        rule(check);
        return value is null || check.Faults is [] ? value : Faulty<string>(column, check.Faults[0].Code);
    }

    private T? Faulty<T>(string column, string code, params ReadOnlySpan<(string, object?)> parameters) where T : class
    {
        run.Fault(this, column, code, parameters);
        return null;
    }

    private T? FaultyValue<T>(string column, string code, params ReadOnlySpan<(string, object?)> parameters) where T : struct
    {
        run.Fault(this, column, code, parameters);
        return null;
    }
}

/// <summary>Where in a row's values the columns of an importer stand, and which heading of this file each came from.</summary>
internal sealed class ImportLayout(IImporter importer, IReadOnlyDictionary<string, string> mapping)
{
    private readonly Dictionary<string, int> indexes = importer.Columns.Select((column, i) => (column.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i, StringComparer.Ordinal);

    private readonly HashSet<string> secrets = [.. importer.Columns.Where(column => column.IsSecret).Select(column => column.Name)];

    public int Count => indexes.Count;

    public int? GroupIndex { get; } = importer.GroupBy is { } column ? importer.Columns.ToList().FindIndex(candidate => candidate.Name == column) : null;

    public bool Has(string column) => indexes.ContainsKey(column);

    public bool Brings(string column) => mapping.ContainsKey(column);

    public bool IsSecret(string column) => secrets.Contains(column);

    /// <summary>ArgumentException for a column the importer does not have: a slip of its author.</summary>
    public int Index(string column) => indexes.TryGetValue(column, out var index)
        ? index
        : throw new ArgumentException($"The importer of {importer.Kind} has no column {column}.", nameof(column));

    public string HeadingOf(string column) => mapping.TryGetValue(column, out var heading) ? heading : column;
}
