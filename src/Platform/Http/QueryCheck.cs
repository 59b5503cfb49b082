using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Yingpan.Platform.Http;

/// <summary>
/// The framework reads "1.7.2026" in a query as the seventh of January and "1" as the second state there is, and says nothing. Days and
/// states are written there as in a body, 2026-07-01 and by their names, or they are refused.
/// </summary>
internal static class QueryCheck
{
    private static readonly ConcurrentDictionary<Type, (string Name, Type Type)[]> Known = new();

    public static void Check(object query, IQueryCollection given, Check check)
    {
        foreach (var (name, type) in Known.GetOrAdd(query.GetType(), Interesting))
        {
            if (given[name].ToString() is not { Length: > 0 } text)
            {
                continue;
            }

            if (type.IsEnum)
            {
                check.That(Enum.GetNames(type).Contains(text), name, "field.not-one-of", ("allowed", string.Join(", ", Enum.GetNames(type))));
            }
            else
            {
                check.That(DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), name, "field.not-valid");
            }
        }
    }

    private static (string Name, Type Type)[] Interesting(Type type) => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Select(property => (JsonNamingPolicy.CamelCase.ConvertName(property.Name), Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType))
        .Where(property => property.Item2.IsEnum || property.Item2 == typeof(DateOnly))];
}
