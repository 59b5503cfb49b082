using System.Text.Json;

namespace Yingpan.Platform.CustomFields;

/// <summary>
/// A request that may carry values of fields of the house's own. What <c>custom</c> does not name stays as it is, null empties it: a
/// program that does not know a field, or a form that was opened before it came back, takes nothing away.
/// </summary>
public interface ICustomized
{
    /// <summary><c>customer</c></summary>
    string Subject { get; }

    /// <summary>By code.</summary>
    Dictionary<string, JsonElement>? Custom { get; }

    /// <summary>What the fields every house has hold in this request, as far as rules speak of them; null or blank is nothing.</summary>
    IReadOnlyDictionary<string, string?> Facts { get; }
}

/// <summary>A row of a list with its values; filled after the rows are read, with one query for all.</summary>
public interface IHasCustom
{
    IReadOnlyDictionary<string, object?> Custom { get; set; }
}

public static class NoCustom
{
    public static readonly IReadOnlyDictionary<string, object?> Values = new Dictionary<string, object?>();
}
