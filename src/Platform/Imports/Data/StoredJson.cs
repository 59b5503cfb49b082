using System.Text.Json;
using Yingpan.Platform.Http;

namespace Yingpan.Platform.Imports.Data;

/// <summary>Small lists kept as text in a column: the audit trail then shows them as they are, and only when they change.</summary>
internal static class StoredJson
{
    public const string NoList = "[]";
    public const string NoMap = "{}";

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, JsonTypes.Options);

    public static List<string> List(string text) => JsonSerializer.Deserialize<List<string>>(text, JsonTypes.Options)!;

    public static Dictionary<string, string> Map(string text) => JsonSerializer.Deserialize<Dictionary<string, string>>(text, JsonTypes.Options)!;

    /// <summary>Parameters of a code: texts, numbers and yes-or-no.</summary>
    public static Dictionary<string, object?> Params(string? text) => text is null
        ? []
        : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(text, JsonTypes.Options)!.ToDictionary(pair => pair.Key, pair => Plain(pair.Value));

    public static string? Params(IReadOnlyDictionary<string, object?> parameters) => parameters.Count == 0
        ? null
        : Write(parameters.ToDictionary(pair => pair.Key, pair => pair.Value is null or string or int or long or bool ? pair.Value : pair.Value.ToString()));

    private static object? Plain(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.GetInt64(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
