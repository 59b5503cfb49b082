using System.Text.Json;
using System.Text.Json.Nodes;
using Yingpan.Platform.CustomFields.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Http;

namespace Yingpan.Platform.CustomFields;

/// <summary>
/// Covers in the trail what became sensitive after it was written there. The trail itself never changes, it is sealed; whoever reads it is
/// shown the line without the value.
/// </summary>
internal sealed class SensitiveFields(AppDb db, FieldSubjects subjects)
{
    private readonly Dictionary<string, HashSet<string>> keys = new(StringComparer.Ordinal);

    public async Task Load(CancellationToken cancel)
    {
        foreach (var subject in subjects.All)
        {
            var known = await db.FieldsOf(subject.Code, cancel);
            keys[subject.Table] = [.. known.All.Where(field => field.Row.IsSensitive).Select(field => field.Shape.Key)];
        }
    }

    /// <param name="changes">JSON as the trail holds it.</param>
    public string Cover(string table, string changes)
    {
        if (!changes.Contains(FieldShape.Prefix, StringComparison.Ordinal) || keys.GetValueOrDefault(table) is not { Count: > 0 } sensitive
            || JsonNode.Parse(changes) is not JsonObject fields)
        {
            return changes;
        }

        foreach (var key in sensitive.Where(fields.ContainsKey))
        {
            fields[key] = new JsonArray([.. fields[key]!.AsArray().Select(value => value is null ? null : JsonValue.Create("***"))]);
        }

        return fields.ToJsonString(JsonTypes.Options);
    }
}
