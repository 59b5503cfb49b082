namespace Yingpan.Platform.CustomFields.Rules;

/// <summary>What a field holds.</summary>
public enum FieldKind
{
    /// <summary>One line, at most 200 characters.</summary>
    Text,

    /// <summary>Several lines, at most 4,000 characters; neither a filter nor an order.</summary>
    LongText,

    /// <summary>At most four decimals.</summary>
    Number,

    Money,

    Date,

    YesNo,

    /// <summary>One of a list.</summary>
    Choice,

    /// <summary>Several of a list.</summary>
    Choices,
}

/// <summary>When a field must be filled.</summary>
public enum FieldNeed
{
    Never,

    Always,

    /// <summary>When another field has one of some values.</summary>
    When,
}

/// <summary>An item of a list.</summary>
/// <param name="Order">Its place in the list; choices are sorted by it.</param>
public sealed record FieldOption(Guid Id, string Code, string Name, string? NameEn, int Order, bool IsRetired)
{
    public string NameIn(bool english) => english ? NameEn ?? Name : Name;
}

/// <summary>A field as values are read and shown by it.</summary>
public sealed record FieldShape
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public string? NameEn { get; init; }

    public required FieldKind Kind { get; init; }

    public int? MaxLength { get; init; }

    /// <summary>Both included; scaled as <see cref="FieldValue.Number"/> is.</summary>
    public long? Min { get; init; }

    public long? Max { get; init; }

    public int? Decimals { get; init; }

    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    /// <summary>In a request, a fault, a heading, a sort: <c>custom.source</c>.</summary>
    public string Key => Prefix + Code;

    public const string Prefix = "custom.";

    public bool IsChoice => Kind is FieldKind.Choice or FieldKind.Choices;

    public string NameIn(bool english) => english ? NameEn ?? Name : Name;
}

/// <summary>What a field of a record holds; never empty, for nothing is no value.</summary>
public sealed record FieldValue
{
    public string? Text { get; init; }

    /// <summary>An amount in fen, a number in ten-thousandths, a day as 20260731, yes as 1 and no as 0.</summary>
    public long? Number { get; init; }

    public IReadOnlyList<Guid> Items { get; init; } = [];

    /// <summary>By content: the generated equality would compare the lists by reference.</summary>
    public bool Equals(FieldValue? other) => other is not null && Text == other.Text && Number == other.Number && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => HashCode.Combine(Text, Number, Items.Count);
}
