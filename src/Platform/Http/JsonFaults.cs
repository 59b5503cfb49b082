using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Yingpan.Kernel;

namespace Yingpan.Platform.Http;

/// <summary>
/// Finds every fault of a body that could not be read. The serializer stops at the first one, so when it has failed the body is
/// walked again here, member by member, beside the type it should have been; what could be read is then asked to check itself.
/// Only faulty requests pay for it.
/// </summary>
internal static class JsonFaults
{
    private const int Most = 100;

    public static IReadOnlyList<Fault> Find(ReadOnlyMemory<byte> body, Type type, JsonSerializerOptions options)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = options.MaxDepth });
        }
        catch (JsonException malformed)
        {
            return [Fault.At("", "request.malformed", ("line", malformed.LineNumber + 1), ("column", malformed.BytePositionInLine + 1))];
        }

        using (document)
        {
            var faults = new List<Fault>();
            try
            {
                var value = Read(document.RootElement, type, "", options, faults);
                if (value is IChecked request)
                {
                    CheckWhatWasRead(request, faults);
                }
            }
            catch (InvalidOperationException)
            {
                // A member's name is not UTF-8: the parser lets it pass and only reading it fails.
                return [Fault.At("", "request.malformed", ("line", 1), ("column", 1))];
            }

            return faults.Count > 0 ? faults : [Fault.At("", "request.malformed", ("line", 1), ("column", 1))];
        }
    }

    private static void CheckWhatWasRead(IChecked request, List<Fault> faults)
    {
        var check = new Check();
        try
        {
            request.Check(check);
        }
        catch (Exception failure) when (failure is NullReferenceException or ArgumentException or InvalidOperationException)
        {
            // The request is only half there; its own checks may rely on the missing half.
        }

        faults.AddRange(check.Faults.Where(found => !faults.Exists(fault => fault.Field == found.Field)));
    }

    private static object? Read(JsonElement json, Type type, string path, JsonSerializerOptions options, List<Fault> faults)
    {
        if (faults.Count >= Most)
        {
            return null;
        }

        var target = Nullable.GetUnderlyingType(type) ?? type;
        var info = options.GetTypeInfo(target);
        return info.Kind switch
        {
            _ when json.ValueKind == JsonValueKind.Null => null,
            JsonTypeInfoKind.Object => ReadObject(json, info, path, options, faults),
            JsonTypeInfoKind.Enumerable => ReadList(json, info, path, options, faults),
            _ => ReadLeaf(json, type, path, options, faults),
        };
    }

    private static object? ReadObject(JsonElement json, JsonTypeInfo info, string path, JsonSerializerOptions options, List<Fault> faults)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            faults.Add(Fault.At(path, "field.not-object"));
            return null;
        }

        // Bypasses constructors and "required": the half-read object is only ever asked to check itself.
        var value = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(info.Type);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            var at = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            var property = info.Properties.FirstOrDefault(candidate => candidate.Name == member.Name);
            if (property is null)
            {
                faults.Add(Fault.At(at, "field.unknown"));
            }
            else if (!seen.Add(member.Name))
            {
                faults.Add(Fault.At(at, "field.repeated"));
            }
            else if (member.Value.ValueKind == JsonValueKind.Null && !property.IsSetNullable)
            {
                faults.Add(Fault.At(at, "field.required"));
            }
            else if (Read(member.Value, property.PropertyType, at, options, faults) is { } read && property.Set is { } set)
            {
                set(value, read);
            }
        }

        foreach (var missing in info.Properties.Where(property => property.IsRequired && !seen.Contains(property.Name)))
        {
            faults.Add(Fault.At(path.Length == 0 ? missing.Name : $"{path}.{missing.Name}", "field.required"));
        }

        return value;
    }

    private static object? ReadList(JsonElement json, JsonTypeInfo info, string path, JsonSerializerOptions options, List<Fault> faults)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            faults.Add(Fault.At(path, "field.not-list"));
            return null;
        }

        var element = info.ElementType ?? typeof(object);
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        var index = 0;
        foreach (var item in json.EnumerateArray())
        {
            if (Read(item, element, $"{path}[{index++}]", options, faults) is { } read)
            {
                list.Add(read);
            }
        }

        if (!info.Type.IsArray)
        {
            return info.Type.IsInstanceOfType(list) ? list : null;
        }

        var array = Array.CreateInstance(element, list.Count);
        list.CopyTo(array, 0);
        return array;
    }

    private static object? ReadLeaf(JsonElement json, Type type, string path, JsonSerializerOptions options, List<Fault> faults)
    {
        try
        {
            return json.Deserialize(type, options);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or FormatException or NotSupportedException)
        {
            var target = Nullable.GetUnderlyingType(type) ?? type;
            faults.Add(target.IsEnum
                ? Fault.At(path, "field.not-one-of", ("allowed", string.Join(", ", Enum.GetNames(target))))
                : Fault.At(path, $"field.not-{Kind(target)}"));
            return null;
        }
    }

    private static string Kind(Type type) => type switch
    {
        _ when typeof(IId).IsAssignableFrom(type) || type == typeof(Guid) => "id",
        _ when type == typeof(DateOnly) => "date",
        _ when type == typeof(TimeOnly) => "time",
        _ when type == typeof(bool) => "boolean",
        _ when type == typeof(string) => "text",
        _ when type == typeof(Money) => "money",
        _ when type == typeof(UnitPrice) => "price",
        _ when type == typeof(Quantity) => "quantity",
        _ when type == typeof(Rate) => "rate",
        _ when type == typeof(Month) => "month",
        _ when type.IsPrimitive => "number",
        _ => "valid",
    };
}
