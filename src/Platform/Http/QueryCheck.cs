using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Yingpan.Kernel;

namespace Yingpan.Platform.Http;

/// <summary>
/// What a query gives must be what its names ask for; everything that is not is named. The framework would name none, and it reads
/// "1.7.2026" as the seventh of January and "1" as the second state there is: days and states are written as in a body, 2026-07-01 and by
/// their names.
/// </summary>
internal static class QueryCheck
{
    private sealed record Parameter(string Name, Type Type, Func<string, bool> Reads);

    private static readonly ConcurrentDictionary<Type, Parameter[]> Known = new();

    public static void Check(object query, IQueryCollection given, Check check)
    {
        foreach (var parameter in Known.GetOrAdd(query.GetType(), Interesting))
        {
            if (given[parameter.Name].ToString() is not { Length: > 0 } text)
            {
                continue;
            }

            if (parameter.Type.IsEnum)
            {
                check.That(parameter.Reads(text), parameter.Name, "field.not-one-of", ("allowed", string.Join(", ", Enum.GetNames(parameter.Type))));
            }
            else
            {
                check.That(parameter.Reads(text), parameter.Name, "field.not-valid");
            }
        }
    }

    private static Parameter[] Interesting(Type type) =>
    [
        .. from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        let plain = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType
        let reads = ReaderOf(plain)
        where reads is not null
        select new Parameter(JsonNamingPolicy.CamelCase.ConvertName(property.Name), plain, reads),
    ];

    /// <summary>Null for text, and for what is not read from a query.</summary>
    private static Func<string, bool>? ReaderOf(Type type)
    {
        if (type.IsEnum)
        {
            return text => Enum.IsDefined(type, text);
        }

        if (type == typeof(DateOnly))
        {
            return text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        }

        var reads = Is(type, typeof(IId<>)) ? nameof(ReadsId) : type.IsValueType && Is(type, typeof(IParsable<>)) ? nameof(Reads) : null;
        return reads is null ? null : typeof(QueryCheck).GetMethod(reads, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).CreateDelegate<Func<string, bool>>();
    }

    private static bool Is(Type type, Type generic) => type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == generic);

    private static bool Reads<T>(string text) where T : IParsable<T> => T.TryParse(text, CultureInfo.InvariantCulture, out _);

    private static bool ReadsId<T>(string text) where T : struct, IId<T> => Id.TryParse<T>(text, out _);
}
