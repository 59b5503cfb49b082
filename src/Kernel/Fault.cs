namespace Yingpan.Kernel;

/// <summary>One thing wrong with a request. All faults of a request are told at once.</summary>
/// <param name="Field">JSON path of the field, "lines[2].quantity"; "" for the whole request.</param>
/// <param name="Code">Stable code; people read its text in their language.</param>
/// <param name="Params">Values for that text, by name.</param>
public sealed record Fault(string Field, string Code, IReadOnlyDictionary<string, object?> Params)
{
    /// <summary>ArgumentException when a name is given twice.</summary>
    public static Fault At(string field, string code, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        new(field, code, Parameters.From(parameters));

    /// <summary>By content: the generated equality would compare the dictionaries by reference.</summary>
    public bool Equals(Fault? other) => other is not null
        && string.Equals(Field, other.Field, StringComparison.Ordinal)
        && string.Equals(Code, other.Code, StringComparison.Ordinal)
        && Params.Count == other.Params.Count
        && Params.All(pair => other.Params.TryGetValue(pair.Key, out var value) && Equals(pair.Value, value));

    public override int GetHashCode() => HashCode.Combine(Field, Code, Params.Count);

    public override string ToString() => $"{Field}: {Parameters.Describe(Code, Params)}";
}
