using System.Collections.ObjectModel;
using System.Globalization;

namespace Yingpan.Kernel;

/// <summary>Named values of a fault or refusal, in the order they were given.</summary>
internal static class Parameters
{
    public static IReadOnlyDictionary<string, object?> From(ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (parameters.IsEmpty)
            return ReadOnlyDictionary<string, object?>.Empty;
        var named = new OrderedDictionary<string, object?>(parameters.Length, StringComparer.Ordinal);
        foreach (var (name, value) in parameters)
            named.Add(name, value);
        return new ReadOnlyDictionary<string, object?>(named);
    }

    /// <summary>"code" or "code (name=value, …)", the same in every culture, for logs.</summary>
    public static string Describe(string code, IReadOnlyDictionary<string, object?> parameters) => parameters.Count == 0
        ? code
        : $"{code} ({string.Join(", ", parameters.Select(pair => $"{pair.Key}={Text(pair.Value)}"))})";

    private static string? Text(object? value) => value switch
    {
        null => "null",
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(format: null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
